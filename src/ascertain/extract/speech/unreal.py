"""What is told as meant, as usual or in general, and not as having happened once."""

from collections.abc import Sequence

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit, is_plural

_LOOSE = frozenset({"other", "time", "quote"})
_WALLS = frozenset({"stop", "clause"})
_LISTED = frozenset({"np", "comma", "conj", "linking", *VERBS, *_LOOSE})
_GENERAL_REACH = 2
_VAST = frozenset({"hundreds", "thousands", "many"})
_TO_BE = 4  # units behind "was" in which "going to be" begins
_DEPTH = 4  # verbs that hang on one another


def is_dated(clause: Clause) -> bool:
    """Whether a sentence gives a time: "repeatedly today" is of today."""
    return any(unit.kind == "time" for unit in clause.units)


def is_meant(clause: Clause, index: int, depth: int = 0) -> bool:
    """Whether a verb tells only what somebody was to do ("came to kill the mayor"), in an infinitive.

    Behind "used aircraft" or "went on" it was done, and so it was where the sentence counts those whom it befell; but
    who is wanted is counted, too ("raided the village to arrest two men").
    """
    if depth > _DEPTH or clause.order != "svo":
        return False
    counted = [clause.units[at] for at in clause.objects(index) if clause.units[at].counts]
    if counted and not _is_of_seizing(clause.units[index], counted):
        return False
    at = index - 1
    while clause.kind(at) in _LOOSE:
        at -= 1
    if clause.kind(at) in {"conj", "comma"}:
        earlier = clause.verb_before(at)
        if earlier is not None and _leaves_an_infinitive(clause, earlier, index):
            return False
        told = earlier is not None and not any(clause.kind(step) in {"np", "relative"} for step in range(at, index))
        return told and earlier is not None and is_meant(clause, earlier, depth + 1)
    if clause.kind(at) not in {"aux", "prep"} or not clause.units[at].has("word", "infinitive"):
        return False
    for before in range(at - 1, -1, -1):
        if clause.units[before].has("word", "factual") or clause.units[before].has("word", "superlative"):
            return False  # "the worst attack to hit Orda"
        if clause.kind(before) in _WALLS or clause.kind(before) in VERBS:
            return True
    return True


def _leaves_an_infinitive(clause: Clause, earlier: int, index: int) -> bool:
    """Whether a verb in the past, joined to an infinitive, was done: "ordered them to leave | and | burned homes"."""
    past = clause.endings.past
    return clause.words(index)[0].endswith(past) and not (
        clause.is_passive(earlier) or clause.words(earlier)[0].endswith(past)
    )


def _is_of_seizing(verb: Unit, counted: Sequence[Unit]) -> bool:
    """Whether a verb is of arresting or capturing people: villages that are counted were captured."""
    told = {mark.cue.value for mark in verb.marks if mark.cue.kind in {"event", "outcome"}}
    people = all(unit.cue("people", "thing") is None or unit.find("people") for unit in counted)
    return people and bool(told) and told <= {"detention", "detained", "capture", "captured"}


def is_kept_from(clause: Clause, index: int, depth: int = 0) -> bool:
    """Whether a gerund tells what is or should be given up or kept from happening ("stop bombing", "from being shot").

    What "and" joins to such a gerund is told of in the same way ("to stop burning houses and using mines").
    """
    if clause.order != "svo" or depth > _DEPTH:
        return False
    at = index
    while clause.kind(at - 1) in {*_LOOSE, "passive"}:
        if clause.kind(at - 1) == "other" and _is_given_up(clause.units[at - 1]):
            break
        at -= 1
    if not clause.words(index)[0].endswith(clause.endings.ongoing) and not (at < index and clause.is_ongoing(at)):
        return False
    before = at - 1
    if clause.kind(before) == "conj":
        joined = clause.kind(before - 1) == "np" and clause.words(before - 1)[0].endswith(clause.endings.ongoing)
        if joined and _is_given_up(clause.units[before - 2]):
            return True  # "stop burning houses and killing teachers"
        earlier = clause.verb_before(before)
        return earlier is not None and clause.is_ongoing(earlier) and is_kept_from(clause, earlier, depth + 1)
    if clause.kind(before) == "prep" and clause.units[before].has("mark", "origin"):
        verb = clause.verb_before(before)
        return verb is not None and _is_given_up(clause.units[verb])
    if clause.kind(before) == "np":  # "the idea of killing him"
        thought = clause.units[before].find("word", "noun")
        return thought is not None and thought.cue.value == "intended" and thought.last == clause.units[before].last - 1
    return before >= 0 and (_is_given_up(clause.units[before]) or clause.units[before].has("word", "considered"))


def _is_given_up(unit: Unit) -> bool:
    """Whether a verb or noun is of stopping or preventing what stands behind it."""
    return unit.has("mood", "ended")


def is_demanded(clause: Clause, index: int) -> bool:
    """Whether a passive is a subjunctive: what somebody wants done ("ordered that the town be shelled")."""
    at = index - 1
    while clause.kind(at) in _LOOSE:
        at -= 1
    if clause.order != "svo" or clause.kind(at) != "passive" or not clause.units[at].has("word", "subjunctive"):
        return False
    before = at - 1
    while clause.kind(before) in _LOOSE:
        before -= 1
    return clause.kind(before) == "np"


def is_attempted(clause: Clause, index: int) -> bool:
    """Whether a verb tells what was tried ("attempted to kill the mayor"): an attack, but nobody need have died."""
    at = index - 1
    while clause.kind(at) in {*_LOOSE, "aux"} and at >= 0:
        if clause.units[at].has("word", "attempts"):
            return True
        at -= 1
    return False


def is_usual(clause: Clause, index: int, depth: int = 0) -> bool:
    """Whether a verb tells what somebody does as a rule ("bandits who raid villages, looting and killing").

    In the present, without a day or a figure, in a clause that says who somebody is, or of many done to many.
    """
    if depth > _DEPTH or clause.order != "svo":
        return False
    if clause.is_participle(index):
        earlier = clause.verb_gone_on_with(index)
        return earlier is not None and earlier != index and is_usual(clause, earlier, depth + 1)
    if clause.kind(index - 1) == "conj" and clause.kind(index - 2) == "np" and not is_dated(clause):
        earlier = clause.verb_before(index - 1)
        if earlier == index - 3 and not clause.units[index - 2].counts and is_usual(clause, earlier, depth + 1):
            return True  # "attack villages and abduct travellers"
    mark = clause.units[index].find("event", "verb")
    if mark is not None and clause.is_passive(index):
        return _many_suffer(clause, index)
    going_on = _goes_on(clause, index)
    if mark is None or not (going_on is not None or "present" in mark.cue.flags):
        return False
    described = _describes(clause, index if going_on is None else going_on)
    told = clause.units[described if described is not None else index :]
    if any(unit.kind == "time" or unit.counts for unit in told):
        return False
    if described is not None and going_on is not None:
        return not any(unit.places for unit in told) and _people_suffer(clause, index)
    return described is not None or _many_to_many(clause, index)


def is_a_habit_there(clause: Clause, index: int) -> bool:
    """Whether a verb says what is usual in a place or of somebody named: "in Orda, where militias | often | kill"."""
    before = clause.units[index - 1] if index else None
    if clause.order != "svo" or before is None or before.kind != "other" or not before.has("mood", "habitual"):
        return False
    return _describes(clause, index) is not None


def _goes_on(clause: Clause, index: int) -> int | None:
    """Return the "is" of a verb that tells what somebody is doing ("a state that is bombing its people")."""
    at = index - 1
    while clause.kind(at) in _LOOSE:
        at -= 1
    now = clause.kind(at) == "passive" and clause.units[at].has("word", "present_passive")
    return at if now and clause.is_ongoing(index) else None


def _people_suffer(clause: Clause, index: int) -> bool:
    """Whether what somebody is doing befalls people of no name and number: "the squads that are murdering judges"."""
    struck = [clause.units[at] for at in clause.objects(index)]
    return bool(struck) and all(
        (unit.cue("people") is not None and not unit.actors) or _is_folk(unit) for unit in struck
    )


def _is_folk(unit: Unit) -> bool:
    kinds = {getattr(actor.parsed, "type", None) for actor in unit.actors}
    return bool(kinds) and kinds <= {"civilians"}


def _describes(clause: Clause, index: int) -> int | None:
    """Return the word before a verb that opens what somebody is said to be, with nothing between but what it lists."""
    at = index - 1
    while clause.kind(at) in _LISTED:
        at -= 1
    return at if clause.kind(at) == "relative" else None


def _many_to_many(clause: Clause, index: int) -> bool:
    """Whether a whole sentence, no headline, has many that are not named for the object, no place and no day."""
    units = clause.units
    struck = [units[at] for at in clause.objects(index)]
    ended = units[-1].kind == "stop" and clause.document.words[units[-1].last - 1] in ".!?"
    plain = bool(struck) and all(is_plural(unit) and unit.last - unit.first == 1 for unit in struck)
    return ended and plain and not is_dated(clause) and not any(unit.places for unit in units[index:])


def _many_suffer(clause: Clause, index: int) -> bool:
    """Whether a whole sentence says what many suffer now, with no place, day or event: "people are killed"."""
    at = index - 1
    while clause.kind(at) in _LOOSE:
        at -= 1
    if clause.kind(at) != "passive" or not clause.units[at].has("word", "present_passive"):
        return False
    units = clause.units
    struck = [units[one] for one in clause.subject(index)]
    ended = units[-1].kind == "stop" and clause.document.words[units[-1].last - 1] in ".!?"
    plain = bool(struck) and all(unit.last - unit.first == 1 and _is_many(unit) for unit in struck)
    return ended and plain and not is_dated(clause) and not any(unit.places or unit.is_event for unit in units)


def _is_many(unit: Unit) -> bool:
    """Whether a phrase of one word is a plural, or says hundreds or thousands."""
    return is_plural(unit) or any(getattr(count.value, "rule", "") in _VAST for count in unit.counts)


def is_in_general(clause: Clause, index: int) -> bool:
    """Whether an event's noun stands behind words of many or possible ones ("a wave of attacks"), undated."""
    unit = clause.units[index]
    told = unit.find("event", "noun")
    plural = told is not None and clause.document.words[told.last - 1].endswith(clause.endings.plural)
    if is_dated(clause) or any(unit.counts for unit in clause.units[index:]):
        return False
    if _is_to_be_kept_from(clause, index) or _is_none_to_be(clause, index) or _is_measured_from(clause, index):
        return True
    if any(mark.first == unit.first and mark.cue.value == "general" for mark in unit.all("mood")):
        return True  # "condemned any attack"
    if unit.determined and not plural:
        return False
    if index and not unit.determined and clause.units[index - 1].has("word", "considered"):
        return True
    if clause.kind(index - 1) == "conj" and clause.kind(index - 2) == "np" and clause.units[index - 2].is_event:
        index -= 2  # "put a stop to raids and kidnappings"
    at, steps = index - 1, 0
    while at >= 0 and steps < _GENERAL_REACH and clause.kind(at) not in {*_WALLS, "comma", "relative"}:
        if clause.units[at].has("mood", "general"):
            return True
        at, steps = at - 1, steps + 1
    return unit.has("mood", "general")


def _is_measured_from(clause: Clause, index: int) -> bool:
    """Whether an event's noun is only that that others are measured by: "since the start of the offensive"."""
    at = index
    while clause.kind(at - 1) == "conj" and clause.units[at - 2].is_event:
        at -= 2  # "the highest toll from an air strike or shelling since the war began"
    toll = clause.units[at - 2] if at > 1 and clause.kind(at - 1) == "prep" else None
    if clause.order == "svo" and toll is not None and toll.has("word", "superlative") and toll.find("toll"):
        return True
    if clause.order != "svo" or clause.kind(index - 1) != "other":
        return False
    return clause.units[index - 1].has("mood", "aggregate") and clause.units[index].definite


def _is_none_to_be(clause: Clause, index: int) -> bool:
    """Whether "no" stands before an event's noun of which something is foreseen: "no attack will go unpunished"."""
    unit = clause.units[index]
    led = clause.units[index - 1] if clause.kind(index - 1) == "other" else unit
    if clause.order != "svo" or not any(mark.cue.kind == "negation" for mark in led.marks):
        return False
    verb = next((at for at in range(index, len(clause.units)) if clause.kind(at) in {"aux", *VERBS, *_WALLS}), index)
    return clause.kind(verb) == "aux" and clause.units[verb].has("mood", "expected")


def _is_to_be_kept_from(clause: Clause, index: int) -> bool:
    """Whether an event's noun tells what somebody is to prevent or stop ("must prevent the bombing of towns")."""
    verb = clause.before(index)
    if clause.order != "svo" or clause.kind(verb) not in VERBS or not _is_given_up(clause.units[verb]):
        return False
    return _is_wanted(clause, verb) or is_meant(clause, verb)


def _is_wanted(clause: Clause, verb: int) -> bool:
    """Whether a word like "must" governs a verb, or the one that "and" joins it to."""
    at = verb - 1
    while at >= 0 and clause.kind(at) not in {*_WALLS, "np", "relative"}:
        if clause.kind(at) == "aux" and clause.units[at].has("mood", "expected"):
            return True
        at -= 1
    return False


def is_yet_to_be_done(clause: Clause, index: int) -> bool:
    """Whether a deed's noun is what somebody was to do: "the murder was going to be carried out by the guard".

    Where the sentence counts those whom it befell it was done ("was to be the last; two died").
    """
    if clause.order != "svo" or clause.kind(index) != "np" or any(unit.counts for unit in clause.units):
        return False
    at = index + 1
    while clause.kind(at) in {"prep", "linking", "np"}:
        at += 1
    if clause.kind(at) not in {"passive", "aux"} or index not in clause.leading(at):
        return False
    for step in range(at + 1, min(at + _TO_BE, len(clause.units) - 1)):
        coming = clause.units[step].has("mood", "expected") or clause.units[step].has("word", "infinitive")
        if coming and clause.units[step + 1].has("word", "subjunctive"):
            return True
        if clause.kind(step) not in _LOOSE:
            return False
    return False


def is_permitted(clause: Clause, index: int, between: list[str]) -> bool:
    """Whether a preposition hangs an event's noun on words of permission, behind who got it (سمحت لتركيا [بقصف])."""
    led = index - 2 if clause.kind(index - 1) == "light" else index - 1
    if clause.kind(index) != "np" or clause.kind(led) != "prep":
        return False
    glued = clause.units[led].first == clause.units[led].last
    return {"np", "prep", "other", "light", "conj"}.issuperset(between) and (glued or len(between) <= 3)


def is_said_of_incidents_before(clause: Clause, index: int) -> bool:
    """Whether "in incidents before" stands by the verb of speech whose words tell it: كشفت ...، في حوادث سابقة، أن."""
    if not clause.tells("mood", "earlier"):
        return False
    that = next((at for at in range(index - 1, -1, -1) if clause.kind(at) in {"clause", "stop"}), -1)
    if that < 0 or not clause.units[that].has("source", "that"):
        return False
    said = clause.verb_before(that)
    spoken = said is not None and clause.units[said].cue("speech") is not None
    return spoken and any(clause.units[at].has("mood", "earlier") for at in range(said or 0, that))
