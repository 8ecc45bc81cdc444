"""How far the words stand by what they tell: denied, asked, hedged, looked back on, foreseen or supposed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ascertain.extract.events.arabic_sequels import answer_of
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.counted_from import is_where_another_was
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.called_false import is_called_false
from ascertain.extract.speech.rates import is_a_rate
from ascertain.extract.speech.unreal import (
    is_dated,
    is_demanded,
    is_in_general,
    is_kept_from,
    is_meant,
    is_permitted,
    is_said_of_incidents_before,
    is_usual,
    is_yet_to_be_done,
)
from ascertain.model.claim import Mood, Polarity

# What somebody does time and again ("often targets"), or has done over years, is no event that happened, no more than
# what might have.
_MOODS: dict[str, Mood] = {
    "recalled": "recalled", "expected": "expected", "conditional": "conditional", "habitual": "conditional",
    "aggregate": "conditional", "permitted": "expected", "commemorated": "recalled",
    "earlier": "recalled",
}  # fmt: skip
_REACH = 4
_WALLS = frozenset({"stop", "clause", "relative"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What colours one telling; `hedge` is words [first, last) of the document."""

    polarity: Polarity = "asserted"
    mood: Mood = "actual"
    hedge: tuple[int, int] | None = None


def is_negated(clause: Clause, index: int) -> bool:
    """Whether the telling at a unit is denied by a word before it in its own verb group or noun phrase."""
    unit = clause.units[index]
    if is_called_false(clause, index):
        return True
    if unit.kind != "np" and any("split" in mark.cue.flags for mark in unit.marks):
        opening = clause.verb_before(index)  # "do not hold foreigners hostage"
        index = index if opening is None else opening
    if unit.kind == "np":
        if _negator(clause, index, inside=True):
            return True
        before = index - 1
        if before >= 0 and clause.kind(before) in {"other", "prep"} and _negator(clause, before):
            return True
        if clause.order == "vso" and _negator(clause, _head_of_chain(clause, index)):
            return True
        if clause.order == "vso" and index > 1 and clause.units[before].has("word", "alternatives"):
            return clause.kind(before - 1) == "np" and is_negated(clause, before - 1)  # عدم مقتل [أو إصابة أي مدني]
        doing = _light_verb(clause, index)
        return doing is not None and is_negated(clause, doing)
    at = index - 1
    if clause.kind(at) == "conj" and clause.units[at].has("word", "alternatives") and clause.kind(at - 1) == "verb":
        return is_negated(clause, at - 1)  # "did not kill or injure anybody"
    while at >= 0 and clause.kind(at) in {"aux", "passive", "other", "time", "verb", "light"}:
        if _negator(clause, at):
            return True
        if clause.kind(at) in {"verb", "light"} and not _tells_nothing(clause, at):
            break
        at -= 1
    if _is_inverted(clause, at) or _is_infinitive_of_none(clause, at):
        return True
    return any(
        _negator(clause, subject, inside=True)
        or (clause.kind(subject - 1) == "other" and _negator(clause, subject - 1))
        for subject in clause.subject(index)[:1]
        if not _leads_on(clause, subject)  # "has no way to deny carrying out a strike"
    )


def _is_inverted(clause: Clause, subject: int) -> bool:
    """Whether the subject of a verb stands behind its auxiliary and a denial: "nor did they shell the town"."""
    if clause.order != "svo" or clause.kind(subject) != "np" or clause.kind(subject - 1) not in {"aux", "passive"}:
        return False
    return clause.kind(subject - 2) == "other" and _negator(clause, subject - 2)


def _leads_on(clause: Clause, noun: int) -> bool:
    return noun + 1 < len(clause.units) and clause.units[noun + 1].has("word", "infinitive")


def _is_infinitive_of_none(clause: Clause, noun: int) -> bool:
    """Whether a noun that a word of denial determines has an infinitive behind it: "no plan to shell"."""
    if clause.order != "svo" or clause.kind(noun) != "np" or not _leads_on(clause, noun):
        return False
    return _negator(clause, noun, inside=True) or (clause.kind(noun - 1) == "other" and _negator(clause, noun - 1))


def _head_of_chain(clause: Clause, index: int) -> int:
    """Return the word before the nouns and hedges that an outcome's noun hangs on: دون [ورود أنباء عن وقوع] إصابات."""
    at = index - 1
    while at >= 0 and index - at <= _REACH and _is_empty(clause.units[at]):
        at -= 1
    return at if clause.kind(at) in {"prep", "other"} else index


def _is_empty(unit: Unit) -> bool:
    """Whether a unit is a hedge or a noun that says only that something came about."""
    if unit.kind == "prep":
        return unit.cue("negation") is None and unit.find("source") is not None  # "reports | of | ..."
    if unit.kind == "other":
        return unit.find("hedge") is not None
    said = all(mark.cue.value == "coming" for mark in unit.marks)
    return unit.kind == "np" and said and not (unit.counts or unit.actors or unit.places or unit.equipment)


def _light_verb(clause: Clause, index: int) -> int | None:
    """Return the verb that an event's noun completes ("did not conduct an airstrike"), past its doer where that leads.

    Who did not carry out a strike denies the strike, though the word of denial stands with the verb.
    """
    if not clause.units[index].is_event:
        return None
    if (answer := answer_of(clause, index)) is not None:
        return answer
    at = clause.before(index)
    if clause.order == "vso" and clause.kind(at) == "np":
        at = clause.before(at)
    if clause.kind(at) not in {"verb", "light"}:
        return None
    unit = clause.units[at]
    told = unit.find("event", "verb")  # who could not repel an attack does not deny it
    return at if unit.has("word", "light") or (told is not None and told.cue.value != "interception") else None


def _tells_nothing(clause: Clause, at: int) -> bool:
    return not any(mark.cue.kind in {"event", "outcome", "speech"} for mark in clause.units[at].marks)


def _negator(clause: Clause, at: int, *, inside: bool = False) -> bool:
    unit = clause.units[at]
    marks = [mark for mark in unit.marks if mark.cue.kind == "negation"]
    if inside:
        return any(mark.first == unit.first for mark in marks)
    return bool(marks)


def stance_at(clause: Clause, index: int, *, denied: bool = False) -> Stance:
    """Return the stance of the telling at a unit, from the words before it in its clause.

    What a party has `denied` is told of that, also where it denies what it would do as a rule ("denied that it bombs").
    """
    polarity: Polarity = "denied" if is_negated(clause, index) else "asserted"
    mood: Mood = "actual"
    hedge: tuple[int, int] | None = None
    for at in range(index, -1, -1):
        unit = clause.units[at]
        if at < index and (unit.kind == "stop" or (unit.kind == "clause" and not unit.marks)):
            break
        near = index - at <= _REACH
        for mark in unit.marks:
            cue = mark.cue
            if cue.kind == "hedge" and near and hedge is None:
                hedge = (mark.first, mark.last)
            elif cue.kind == "questioned" and polarity == "asserted" and not _is_of_another(clause, at, index):
                polarity = "questioned"
            elif cue.kind == "mood" and mood == "actual" and at != index and _governs(clause, at, index, cue.value):
                mood = _MOODS.get(cue.value, "actual")
        if unit.kind == "clause" and at < index:
            break
    if mood in {"actual", "recalled"} and _behind(clause, index, "aggregate"):
        mood = "conditional"
    elif mood == "actual" and (
        _is_former(clause, index)
        or _behind(clause, index, "recalled")
        or _behind(clause, index, "earlier")
        or is_said_of_incidents_before(clause, index)
        or _had_happened(clause, index)
        or _is_one_of_those_before(clause, index)
    ):
        mood = "recalled"
    if mood == "actual" and not denied and _tells_of_no_day(clause, index):
        mood = "conditional"
    if mood == "actual" and (_is_of_the_day_before(clause, index) or is_where_another_was(clause, index)):
        mood = "recalled"
    usual = mood == "actual" and (_behind(clause, index - 1, "habitual") or _is_repeated(clause, index))
    if usual and not _is_dated_there(clause, index):
        mood = _MOODS["habitual"]
    if mood == "actual" and _is_repeated_since(clause, index):
        mood = _MOODS["habitual"]
    if mood == "actual" and (doing := _done_by(clause, index)) is not None:
        mood = stance_at(clause, doing).mood
    hedge = hedge or _hedged_behind(clause, index)
    return Stance(polarity, mood, hedge)


def _is_repeated_since(clause: Clause, index: int) -> bool:
    """Whether a verb tells what has been done time and again since some day: of no one day."""
    if clause.order != "svo" or not clause.tells("mood", "repeated"):
        return False
    again = any(unit.has("mood", "repeated") for unit in clause.units[max(0, index - 2) : index + 2])
    return again and any(unit.has("word", "since") for unit in clause.units[index:])


def _done_by(clause: Clause, index: int) -> int | None:
    """Return the verb whose manner a gerund behind "by" tells: "want to take revenge by killing the mayor"."""
    if clause.order != "svo" or not clause.is_ongoing(index) or clause.kind(index - 1) != "prep":
        return None
    return clause.verb_before(index - 1) if clause.units[index - 1].has("mark", "perpetrator") else None


def _tells_of_no_day(clause: Clause, index: int) -> bool:
    """Whether what is told is meant, usual, told in general or what somebody says that they aim at."""
    if is_a_rate(clause, index):
        return True
    if clause.kind(index) == "np":
        return is_in_general(clause, index) or is_yet_to_be_done(clause, index)
    if is_kept_from(clause, index) or is_demanded(clause, index):
        return True
    return is_meant(clause, index) or is_usual(clause, index) or _is_policy(clause, index)


def _is_policy(clause: Clause, index: int) -> bool:
    """Whether somebody says what alone they aim at ("hit only military targets"), which tells of no attack."""
    beside = [at for at in (index - 1, index + 1) if clause.kind(at) == "other"]
    if clause.kind(index) != "verb" or not any(clause.units[at].has("mood", "exclusive") for at in beside):
        return False
    struck = [clause.units[at] for at in clause.objects(index)]
    return bool(struck) and not is_dated(clause) and not any(unit.counts or unit.determined for unit in struck)


def _hedged_behind(clause: Clause, index: int) -> tuple[int, int] | None:
    """Return the hedge between an event's noun and whose deed it is ("by a drone thought to be the army's")."""
    for at in range(index + 1, min(index + _REACH, len(clause.units))):
        if clause.kind(at) == "other" and (mark := clause.units[at].find("hedge")) is not None:
            return (mark.first, mark.last)
        if clause.kind(at) not in {"np", "prep", "linking"}:
            return None
    return None


def hedge_within(units: Sequence[Unit], doers: Iterable[int]) -> tuple[int, int] | None:
    """Return the hedge in a phrase that names who did it, or in what brings it.

    "Gunmen thought to be the Front's", "bore the hallmarks of | the Front".
    """
    named = (units[step] for at in doers for step in ((at - 1, at) if at and units[at - 1].kind == "prep" else (at,)))
    marks = (unit.find("hedge") for unit in named if unit.last - unit.first > 1)
    return next(((mark.first, mark.last) for mark in marks if mark is not None), None)


def is_ongoing(clause: Clause, index: int) -> bool:
    """Whether words right behind an event's noun say that somebody goes on doing it, and no day is given."""
    behind = clause.after(index)
    return behind < len(clause.units) and clause.units[behind].has("mood", "ongoing") and not is_dated(clause)


def _is_one_of_those_before(clause: Clause, index: int) -> bool:
    """Whether it stands behind "this is the third of its kind", and was one of the two before."""
    counted = clause.tells("word", "of_its_kind")
    return counted and any(unit.has("word", "of_its_kind") for unit in clause.units[:index])


def _had_happened(clause: Clause, index: int) -> bool:
    """Whether the verb stands in the pluperfect of a language that parts its two words (كانت القوات قد قصفت)."""
    before = _governing_verb(clause, index) - 1
    if before < 0 or not clause.units[before].has("word", "completed"):
        return False
    for at in range(before - 1, -1, -1):
        if clause.units[at].has("word", "past"):
            return True
        if clause.kind(at) in _WALLS or (clause.kind(at) in {"verb", "light"} and clause.kind(at - 1) == "conj"):
            return False
    return False


def _is_former(clause: Clause, index: int) -> bool:
    """Whether "earlier" stands right behind an event's noun, or behind whose deed it is (قصف إسرائيلي سابق)."""
    told = clause.units[index].find("event", "noun")
    if told is None or told.cue.value == "landmine" or not clause.tells("mood", "former"):
        return False  # what an earlier strike left behind goes off today
    at = index + 2 if clause.kind(index + 1) == "np" else index + 1
    return clause.kind(at) == "other" and clause.units[at].has("mood", "former")


def _is_of_the_day_before(clause: Clause, index: int) -> bool:
    """Whether an event's noun stands behind a word for the day after it: غداة اعتداء | انتحاري."""
    at = index
    while at > 0 and clause.units[at].is_event and clause.units[at - 1].is_event:
        at -= 1
    return clause.kind(at) == "np" and at > 0 and clause.units[at - 1].has("word", "day_beside")


def _is_repeated(clause: Clause, index: int) -> bool:
    """Whether "repeated" or "daily" stands right behind an event's noun, or behind whose deed it is.

    Where the dead or hurt are counted it is the strike that is told, however many there were.
    """
    told = clause.units[index].find("event")
    if told is None or not clause.tells("mood", "repeated"):
        return False
    if told.cue.form != "noun" and told.last - told.first == 1:
        return False  # else the verb holds the noun: "(comes under shelling) repeated"
    at = index + 2 if clause.kind(index + 1) == "np" else index + 1
    verb = index if told.cue.form != "noun" else clause.verb_before(index)
    goes_on = verb is not None and clause.units[verb].has("word", "undergoes")
    counted = any(unit.counts and unit.cue("people", "victims") is not None for unit in clause.units)
    repeated = clause.kind(at) == "other" and clause.units[at].has("mood", "repeated")
    return repeated and (goes_on or not counted)


def _is_dated_there(clause: Clause, index: int) -> bool:
    """Whether a sentence gives a time; of a verb-first language one in the clause of the telling, and no "since"."""
    if clause.order != "vso":
        return is_dated(clause)
    walls = [at for at, unit in enumerate(clause.units) if unit.kind in {"stop", "clause"}]
    first = max((at for at in walls if at < index), default=0)
    last = min((at for at in walls if at > index), default=len(clause.units))
    times = (at for at in range(first, last) if clause.kind(at) == "time")
    return any(not clause.units[at - 1].has("word", "since") for at in times)


def _governing_verb(clause: Clause, index: int) -> int:
    """Return the verb that an event's noun hangs on where it stands behind one (قد [تعرضت] لعدد من الهجمات)."""
    at = index
    while clause.order == "vso" and clause.kind(at) in {"np", "prep", "linking", "other", "time"} and at > 0:
        at -= 1
    return at if clause.kind(at) in {"verb", "light"} else index


def _is_of_another(clause: Clause, at: int, index: int) -> bool:
    """Whether a doubt is of whom something else befell ("killed an unconfirmed number of men and burned homes")."""
    unit = clause.units[at]
    harmed = unit.kind == "np" and at < index and unit.cue("people") is not None and clause.kind(at - 1) == "verb"
    return harmed or _said_of_speaker(clause, at, index)


def _said_of_speaker(clause: Clause, at: int, index: int) -> bool:
    """Whether a verb of speech parts a doubt from the telling: "a page rumoured to be theirs said that ..."."""
    between = range(at + 1, index)
    return any(clause.kind(step) == "verb" and clause.units[step].cue("speech") is not None for step in between)


def _is_of_what_was_laid(clause: Clause, at: int) -> bool:
    """Whether words that look back say when a weapon was laid: "killed by a mine laid | previously | by the rebels"."""
    beside = (clause.units[step] for step in (at - 1, at + 1) if 0 <= step < len(clause.units))
    return any(unit.kind == "verb" and any("weapon" in mark.cue.flags for mark in unit.marks) for unit in beside)


def _behind(clause: Clause, index: int, value: str) -> bool:
    """Whether the words after it give it a mood: of years past, time and again, all of some years together."""
    if not clause.tells("mood", value):
        return False
    for at in range(index + 1, len(clause.units)):
        if clause.kind(at) == "stop" or clause.units[at].has("word", "one_of_many"):
            return False
        if value == "earlier" and clause.kind(at) in {"comma", "conj", "clause"}:
            return False
        if value == "recalled" and clause.kind(at) == "time" and clause.units[at - 1].has("word", "since"):
            continue  # "the deadliest attack since last year's coup"
        if value == "aggregate" and _is_measured(clause, at):
            return False
        if value == "habitual" and clause.order == "svo" and clause.kind(at) == "relative":
            return False  # "raided the hotel, which is often visited by tourists": what is usual is another thing
        if clause.units[at].has("mood", value):
            return not (value == "recalled" and _is_of_what_was_laid(clause, at))
    return False


def _is_measured(clause: Clause, at: int) -> bool:
    """Whether a superlative stands before a time by which it measures: "the deadliest strike since the invasion"."""
    return any(unit.has("word", "superlative") for unit in clause.units[:at])


def _governs(clause: Clause, at: int, index: int, value: str) -> bool:
    """Whether a mood word reaches the telling: in its own verb group, or right before its noun."""
    if value in {"recalled", "aggregate"}:
        return not (_is_of_what_was_laid(clause, at) if value == "recalled" else _is_measured(clause, at))
    between = [clause.kind(step) for step in range(at + 1, index)]
    if value == "earlier":
        return {"stop", "clause", "comma", "conj"}.isdisjoint(between)
    if value == "habitual" and clause.order == "vso" and clause.kind(at + 1) in {"verb", "light"}:
        return {"stop", "clause", "comma"}.isdisjoint(between) and not _is_dated_there(clause, index)
    if value == "commemorated":
        return at < index and clause.kind(index) == "np" and {"np", "linking", "prep", "quote"}.issuperset(between)
    if clause.kind(at) == "clause":
        return True
    if value == "permitted":
        return is_permitted(clause, index, between)
    if clause.kind(index) in {"verb", "light"}:
        return all(kind in {"other", "aux", "passive", "time", "light"} for kind in between) or (
            between.count("verb") == 0 and value == "expected" and "conj" not in between and len(between) <= 2
        )
    joined = clause.kind(at) == "light" and between[:1] == ["conj"]
    done = joined and clause.units[index - 1].has("word", "happening")  # "planned and carried out a raid"
    return len(between) <= 2 and "comma" not in between and not done
