"""Who is meant where a verb does not name its doer or its object: a pronoun, the doer of the verb before."""

import re
from dataclasses import replace

from ascertain.extract.events.acting import is_crewed, is_means, is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.model import Mention


def meant(clause: Clause, index: int) -> int:
    """Return what a pronoun behind "when" or "after" stands for: whom the sentence before that word is about."""
    opened = clause.before(index)
    if not clause.units[index].pronoun or clause.kind(opened) != "clause":
        return index
    begin = next((at + 1 for at in range(opened - 1, -1, -1) if clause.kind(at) in {"stop", "clause"}), 0)
    lead = next((at for at in range(begin, opened) if clause.kind(at) == "np"), index)
    unit = clause.units[lead]
    befalls = unit.cue("people", "thing", "victims") is not None or bool(unit.counts or unit.actors)
    return lead if befalls and not unit.places and not unit.is_event else index


def spoken_of_itself(clause: Clause, at: int) -> list[int]:
    """Return who said that it did what the verb tells, where a pronoun on "that" stands for it (قال إنه قصف)."""
    if own := _announced_its_own(clause, at) or _announced_operation(clause, at):
        return own
    that = clause.before(at)
    if clause.kind(that) == "aux" or (clause.kind(that) == "light" and clause.words(that)[-1] in _TO_DO):
        that = clause.before(that)
    if clause.kind(that) != "clause" or not clause.units[that].has("source", "that"):
        return []
    if not clause.words(that)[-1].endswith(clause.endings.speaker):
        return []
    said = clause.verb_before(that)
    if said is not None and clause.order == "vso" and not _agree(clause, said, that):
        return []
    return [at for at in clause.subject(said) if is_party(clause.units[at])] if said is not None else []


def _announced_its_own(clause: Clause, at: int) -> list[int]:
    """Return who announced "its shelling", a noun that is spelt as the verb is: أعلن الجيش | قصفه | موقعاً."""
    words, ends = clause.words(at), clause.endings
    if clause.order != "vso" or not words[-1].endswith(ends.object) or (said := _announcing(clause, at)) is None:
        return []
    verb = clause.words(said)[-1][clause.units[said].cut :]
    feminine = verb.endswith(ends.feminine) or verb.startswith(ends.feminine_start)
    own = words[-1].endswith(ends.feminine_pronoun) if feminine else words[-1].endswith("ه")
    who = clause.after(said)
    return [who] if own and is_party(clause.units[who]) else []


def _announced_operation(clause: Clause, at: int) -> list[int]:
    """Return who announced to have carried out what the verb tells of: أعلن الجيش | عن | تنفيذ | عملية | استهدفت."""
    carried = at - 2
    if clause.order != "vso" or carried < 1 or [clause.kind(carried), clause.kind(at - 1)] != ["light", "np"]:
        return []
    if clause.words(carried)[0] not in _CARRYING_OUT or (said := _announcing(clause, carried)) is None:
        return []
    who = clause.after(said)
    return [who] if is_party(clause.units[who]) else []


def _announcing(clause: Clause, at: int) -> int | None:
    """Return the verb of announcing before a deed, past who announces it, what they are and when it was.

    أعلنت كتائب ... ، الجناح العسكري للحركة ، أمس ، | قصفها.
    """
    said, apart = at - 1, 0
    while clause.kind(said) in _BESIDE_SPEAKERS and not clause.units[said].is_event:
        apart += clause.words(said) in _COMMAS
        said -= 1
    cue = clause.units[said].cue("speech") if said >= 0 and clause.kind(said) == "verb" else None
    who = clause.after(said)
    behind = at - 1 - _brings_what_is_said(clause, at - 1)
    close = behind == who or (apart > 1 and clause.kind(behind) in {"comma", "other", "time", "quote"})
    close = close and who < at and clause.kind(who) == "np"
    return said if cue is not None and "announces" in cue.flags and close else None


def _agree(clause: Clause, said: int, that: int) -> bool:
    """Whether the pronoun on "that" can be who said it: a masculine verb goes with no feminine pronoun (قال إنها)."""
    verb, ends = clause.words(said)[-1][clause.units[said].cut :], clause.endings
    feminine = verb.endswith(ends.feminine) or verb.startswith(ends.feminine_start)
    return feminine or not clause.words(that)[-1].endswith(ends.feminine_pronoun)


_BESIDE_SPEAKERS = frozenset({"np", "prep", "linking", "comma", "other", "time", "quote"})
_COMMAS = (["،"], [","])
_CARRYING_OUT = frozenset({"تنفيذ", "شن", "تنفيذه", "تنفيذها", "شنه", "شنها", "بتنفيذ"})
_STRUCK = 5  # units behind a deed
_THEIRS = "عناصر|قوات|مقاتلي|مواقع|مقرات|مقار|جنود|نقاط|اليات|مراكز|مركز|افراد|قيادات|قيادي"
_OWN = re.compile(f"(?:ل|(?:{_THEIRS})ت?)(?:ه|ها|هم)")
_TO_DO = ("من", "في")  # أنها تمكنت من
# What an armed side announces of others as well: what was fired at it, what went off.
_BEFALLS = frozenset({"missile_strike", "drone_strike", "explosion", "bombing", "suicide_bombing", "landmine"})
_BEFORE_AND = 2  # units from a party to the one that "and" joins to it
_TAKEN = frozenset({"detained", "captured"})
_ARMED = frozenset({"military", "armed_group"})


def announced_of_itself(clause: Clause, at: int, event: str) -> list[int]:
    """Return the armed side that announces its own deed by the noun at a unit ("announced the capture of the town")."""
    before = clause.before(at)
    while clause.order == "vso" and (clause.kind(before) == "comma" or _brings_what_is_said(clause, before)):
        before = clause.before(before)  # "announced, about the shelling of ...": أعلنت الفصائل، عن قصف
    said, speaker = before, clause.before(before)
    if clause.order == "svo" and clause.kind(speaker) == "aux":
        speaker = clause.before(speaker)  # "has claimed"
    if clause.order == "vso" and clause.kind(said) != "verb":
        said, speaker = speaker, said  # else a headline, with who speaks before the verb
    cue = clause.units[said].cue("speech") if clause.kind(said) == "verb" else None
    if cue is None and clause.order == "vso" and (far := _announcing(clause, at)) is not None:
        said, speaker = far, clause.after(far)
        cue = clause.units[said].cue("speech")
    if cue is None or "announces" not in cue.flags or clause.kind(speaker) != "np":
        return []
    if event in _BEFALLS and not (cue.value == "claim" and clause.units[at].definite):
        return []  # "claimed the bombing" is of their own
    if clause.order == "vso" and any(
        "negation" in {m.cue.kind for m in unit.marks} for unit in clause.units[:said][-1:]
    ):
        return []  # who "did not admit" it
    unit = clause.units[speaker]
    nobody = any(one.cue("negation") is not None for one in clause.units[max(0, speaker - 1) : speaker + 1])
    if clause.order == "svo" and (nobody or _is_said_of(clause, at)):
        return []  # "no group claimed the attack", "claimed the attack was the work of rebels"
    kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    people = unit.cue("people")
    armed = kinds & _ARMED or (not kinds and people is not None and people.value == "combatants")
    brought = (prep for prep, _ in clause.phrases_after(at))
    others = any(prep.has("mark", "perpetrator") or prep.has("mark", "origin") for prep in brought)
    others = others or (clause.order == "vso" and _befell_their_own(clause, at))
    return [speaker] if armed and not others and not unit.is_event else []


def _befell_their_own(clause: Clause, at: int) -> bool:
    """Whether what a deed struck belongs to who announces it: أعلن الحزب | استهداف | منزل أحد عناصره."""
    struck = [word for step in range(at + 1, min(at + _STRUCK, len(clause.units))) for word in clause.words(step)]
    return any(_OWN.fullmatch(word) for word in struck)


def _is_said_of(clause: Clause, at: int) -> bool:
    """Whether a noun is what the verb behind it tells of, and so the beginning of what is said."""
    for index in range(at + 1, len(clause.units)):
        if clause.kind(index) in {"stop", "clause", "relative"}:
            return False
        if clause.kind(index) in {"verb", "passive", "aux"} and at in clause.leading(index):
            return True
    return False


def denied_of_itself(clause: Clause, at: int, event: str) -> list[int]:
    """Return the armed side that denies a deed by the noun at a unit, which is its own if no other is named.

    "The army, through its spokesman, denied the shelling of a market"; who denies that "his" posts were struck didn't.
    """
    if clause.order != "vso" or event in _BEFALLS:
        return []
    speaker = clause.before(at)
    while clause.kind(speaker) == "comma":
        speaker = clause.before(speaker)
    said = clause.before(speaker)
    if clause.kind(said) == "comma" and clause.units[speaker].has("role", "spokesman"):
        said = clause.before(clause.before(said))  # "the colonel, the spokesman of the army, (denied)"
    cue = clause.units[said].cue("speech") if clause.kind(said) == "verb" else None
    if cue is None or cue.polarity != "denied" or clause.kind(speaker) != "np":
        return []
    struck = clause.units[clause.after(at)] if clause.kind(clause.after(at)) == "np" else None
    theirs = struck is not None and is_party(struck) and not _are_people(struck)
    theirs = theirs or any(unit is not None and _is_somebodys(clause, unit) for unit in (clause.units[at], struck))
    unit = clause.units[speaker]
    forces = any(_is_of_forces(mention) for mention in unit.actors) or (
        unit.has("role", "spokesman") and any(getattr(mention.parsed, "actors", ()) for mention in unit.actors)
    )
    return [speaker] if forces and not theirs and not unit.is_event else []


def _is_of_forces(mention: Mention) -> bool:
    """Whether an actor is an armed side or a state."""
    return getattr(mention.parsed, "type", None) in _ARMED | {"government"}


def _are_people(unit: Unit) -> bool:
    return any(getattr(mention.parsed, "type", None) == "civilians" for mention in unit.actors)


def _is_somebodys(clause: Clause, unit: Unit) -> bool:
    """Whether the word for whose it is is written onto a phrase (مقراته)."""
    words = clause.document.quote(unit.first, unit.last).split()
    return unit.has("word", "own_forces") or any(word.endswith(("ه", "ها", "هم")) for word in words[:2])


def _brings_what_is_said(clause: Clause, index: int) -> bool:
    """Return whether a unit only brings what is announced or admitted: أعلن الجيش عن, اعترف الجيش ب."""
    unit = clause.units[index]
    particle = unit.kind == "prep" and unit.first == unit.last and unit.has("mark", "means")
    return unit.has("source", "through") or particle


def doers_gone_on(clause: Clause, at: int, behind: Unit) -> list[int]:
    """Return who did what the verbs before tell, where this verb is joined to theirs and has its object behind it.

    A convoy or ship behind a verb of another gender ("then she-struck he-convoy") is struck and strikes nothing.
    """
    cue, earlier = behind.cue("thing"), clause.verb_before(at)
    if earlier is None or clause.kind(at - 1) != "conj" or not is_crewed(behind) or behind.actors:
        return []
    feminine = clause.words(at)[-1].endswith(clause.endings.feminine)
    object_too = clause.words(clause.after(at))[0].endswith(clause.endings.feminine_noun)
    if cue is None or cue.form != "singular" or not feminine or object_too:
        return []
    while (before := clause.verb_before(earlier)) is not None and clause.kind(earlier - 1) == "conj":
        earlier = before
    return [index for index in clause.subject(earlier) if _acts(clause.units[index])]


def with_who_stands_beside(clause: Clause, verb: int, found: list[int]) -> list[int]:
    """Return those before a verb and the party that "and" joins to them, at the head of what is said: أن أ و ب قصفت."""
    at = found[0] if found and clause.order == "vso" else -1
    if not _BEFORE_AND <= at < verb or clause.kind(verb) != "verb" or at - _BEFORE_AND in found:
        return found
    if clause.kind(at - 1) != "conj" or clause.kind(at - _BEFORE_AND) != "np":
        return found
    heads = at == _BEFORE_AND or clause.kind(at - _BEFORE_AND - 1) in {"clause", "stop"}
    beside = clause.units[at - _BEFORE_AND]
    return (
        [at - _BEFORE_AND, *found] if heads and is_party(beside) and not (beside.is_event or beside.counts) else found
    )


def takers_gone_on(clause: Clause, at: int) -> list[int]:
    """Return who did what the verb before tells where they also took the people behind this one (قصفت ... وخطفت ...).

    Who was killed or hurt may have been so by the deed before; who was taken was taken by those who did it.
    """
    told = clause.units[at].find("outcome", "verb")
    return same_doers(clause, at) if told is not None and told.cue.value in _TAKEN else []


def same_doers(clause: Clause, at: int) -> list[int]:
    """Return the party that did what the verb before tells, where this one is joined to it and agrees with it."""
    earlier, ends = clause.verb_before(at), clause.endings.feminine
    if earlier is None or clause.kind(at - 1) != "conj" or clause.is_passive(earlier):
        return []
    apart = any(clause.kind(step) == "stop" for step in range(earlier, at))
    undertook = clause.units[earlier].has("word", "light")
    if apart or not (undertook or clause.units[earlier].find("event", "verb") is not None):
        return []  # "carried out an operation and took | two men"
    if clause.words(at)[0].endswith(ends) != clause.words(earlier)[0].endswith(ends):
        return []
    if spoken := spoken_of_itself(clause, earlier):
        return spoken  # "said that it blew up | a tank, and hit | another"
    leading = [index for index in clause.leading(earlier) if is_party(clause.units[index])]
    return leading or [index for index in clause.subject(earlier) if is_party(clause.units[index])]


def with_owner(clause: Clause, index: int) -> Unit:
    """Return what is struck together with whose it is: رتل لقوات ..., "the mayor's house"."""
    unit, after = clause.units[index], index + 1
    holder = clause.units[clause.owner(index)]
    if clause.order == "svo" and holder is not unit and not holder.places:
        return replace(unit, first=holder.first, determined=holder.determined, actors=[*holder.actors, *unit.actors])
    if clause.kind(after) == "other" and clause.units[after].has("word", "belonging"):
        after += 1  # مقار تابعة لقوات
    joint, owner = clause.kind(after), clause.kind(after + 1)
    thing = unit.cue("thing")
    owned = is_crewed(unit) or (thing is not None and thing.value == "position")
    if clause.order != "vso" or not owned or unit.actors or (joint, owner) != ("prep", "np"):
        return unit
    if unit.find("role") is not None and after > index + 1:
        return unit  # "the seat of a relief body belonging to the party": the body's
    whose = clause.units[after + 1]
    if clause.units[after].first != clause.units[after].last or not (whose.actors and is_party(whose)):
        return unit
    return replace(unit, last=whose.last, actors=[*unit.actors, *whose.actors])


def _acts(unit: Unit) -> bool:
    return is_party(unit) or is_means(unit) or unit.is_event
