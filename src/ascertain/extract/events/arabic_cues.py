"""What the cues of an Arabic word or phrase say of it: that it is a verb, is counted, can act, is somebody's arms."""

from collections.abc import Iterable

from ascertain.extract.events.units import Unit
from ascertain.languages.cues import Cue
from ascertain.model import Mention
from ascertain.text import Document

HEADS = frozenset(("people", "victims", "thing"))
_LIKE_IT = frozenset(("مماثل", "مشابه", "مكثف", "عنيف", "متقطع", "متبادل"))


def acts(unit: Unit) -> bool:
    """Whether a phrase can do what a verb behind it tells: a party, forces, aircraft, and no event of its own."""
    return not unit.is_event and (
        bool(unit.actors) or unit.cue("people") is not None or unit.find("event", "means") is not None
    )


def is_verbal(cue: Cue) -> bool:
    """Whether a cue can't stand behind the article: التابع is no verb."""
    return cue.form in {"verb", "passive"} or cue.kind in {"carry", "negation"} or cue.value in {"verbs", "light"}


def is_counted(cue: Cue) -> bool:
    """Whether a cue is of what a figure counts."""
    return (
        cue.kind in HEADS
        or cue.value == "others"
        or (cue.kind in {"event", "outcome"} and cue.form in {"noun", "means"})
    )


def are_a_leaders_arms(cues: Iterable[Cue], named: Iterable[tuple[str, Mention]]) -> bool:
    """Whether aircraft or guns are those of somebody whom the packs know: لمقاتلات فلان."""
    return any(cue.form == "means" for cue in cues) and any(
        kind == "actors" and getattr(mention.parsed, "actors", ()) for kind, mention in named
    )


def is_of_somebody(actor: Mention) -> bool:
    """Whether the words of an actor say whose it is: "the Turkish artillery", not "the heavy artillery"."""
    return bool(getattr(actor.parsed, "actors", ())) or getattr(actor.parsed, "country", None) is not None


def are_somebodys(head: Unit, index: int, document: Document) -> bool:
    """Whether people with a pronoun for whose they are end right before a word, and govern nothing: جنوده."""
    people = head.find("people", "plural")
    ends = people is not None and people.last == head.last == index
    return ends and document.quote(index - 1, index).endswith(("ه", "ها", "هم", "هما"))


def is_theirs(document: Document, index: int, head: Unit) -> bool:
    """Whether a thing with a pronoun for whose it is stands behind somebody's aircraft, which struck it: سيارته."""
    armed = head.last == index and head.find("event", "means") is not None and bool(head.actors)
    before = document.quote(index - 1, index)
    described = armed and before.endswith(("ية", "يه", "ي")) and not before.startswith("ال")
    return described and document.quote(index, index + 1).endswith(("ته", "تها", "تهم", "له", "لها", "لهم"))


def is_of_people(unit: Unit) -> bool:
    """Whether a phrase is of people, by their word or by somebody's name."""
    named = any(getattr(mention.parsed, "type", "") == "person" for mention in unit.actors)
    return named or unit.cue("people") is not None


def says_what_it_was_like(word: str, *, whose: bool) -> bool:
    """Whether a word right behind a deed tells what it was like, and not whom it hit: قصف مماثل, قصف هستيري لقوات ...

    `whose` tells that a particle for whose it was stands behind the word, which no list has.
    """
    adjective = word.endswith(("ي", "يه")) and len(word) > len("تركي") - 1 and not word.startswith("ال")
    return word in _LIKE_IT or (whose and adjective)


def are_nationals(head: Unit) -> bool:
    """Return whether a phrase is a nation's word alone, which a figure behind it counts: سوريين اثنين."""
    types = {getattr(mention.parsed, "type", "") for mention in head.actors}
    return types == {"nationality"} and head.last - head.first == 1 and not head.marks
