"""Where a phrase ends: people counted behind a place, some of them behind a verb, quotation marks inside."""

from ascertain.extract.events.units import Unit, names_a_body
from ascertain.extract.events.verb_or_noun import VerbOrNoun
from ascertain.languages.cues import Cue

_THEM = frozenset({"them", "whom"})
_QUOTES = frozenset('"«»')


def takes_some_of_them(sentence: VerbOrNoun, last: int, cues: tuple[Cue, ...]) -> bool:
    """Whether "two of them" ends at a word right behind the verb of what befell them: "killed | two of them"."""
    verb = sentence.units[-1] if sentence.units and sentence.open is None else None
    if verb is None or verb.kind != "verb" or verb.cue("outcome") is None or sentence.language.order != "svo":
        return False
    return sentence.document.words[last - 1] in _THEM and any(cue.value == "including" for cue in cues)


def is_behind_a_place(sentence: VerbOrNoun, first: int, last: int) -> bool:
    """Whether counted people stand right behind the place that opens what is told: "In Orda | 40 people died"."""
    head, led = sentence.open, sentence.units[-1] if sentence.units else None
    if head is None or led is None or led.kind != "prep" or head.marks or head.counts or head.actors:
        return False
    people = any(cue.kind in {"people", "victims"} for cue in sentence.hits.get(last, (0, ()))[1])
    name = sentence.document.quote(first - 1, first)
    return people and sentence.language.order == "svo" and (bool(head.places) or (head.named and name.istitle()))


def quotes_within(sentence: VerbOrNoun, head: Unit, index: int) -> bool:
    """Whether a quotation mark stands about a part of the phrase: the "most radical" wing."""
    words = sentence.document.words
    if any(word in _QUOTES for word in words[head.first : index]):
        return sum(1 for word in words[head.first : index] if word in _QUOTES) % 2 == 1
    closing = next((at for at in range(index + 1, min(index + 8, len(words))) if words[at] in _QUOTES), None)
    inner = words[index + 1 : closing] if closing is not None else []
    named = bool(inner) and "," not in inner and words[index] == '"'
    return named and ((head.determined and sentence.only_opened(head)) or names_a_body(head, index))
