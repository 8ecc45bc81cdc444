"""What killed people and is no attack: an accident, a disease, a disaster, or a whole war.

UCDP counts direct deaths of an event only; the dead of an epidemic, of a crash or of all of a war are those of none.
"""

import math

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.tolls import is_what_it_rose_by
from ascertain.extract.events.acting import is_carrier
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.of_nature import is_left_by_nature
from ascertain.extract.events.undertakings import is_impersonal
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.rates import is_a_record
from ascertain.extract.speech.unreal import is_a_habit_there, is_dated
from ascertain.model import ClaimedCount

# So many no single attack of today's wars has killed, hurt or driven out: with neither day nor place of its own, and no
# event told beside it, such a figure is what a war has cost.
_OF_A_WAR = {"killed": 10_000, "injured": 20_000, "displaced": 500_000}
_OF_THINGS = frozenset({"destroyed", "damaged"})
_OF_A_YEAR = 4  # digits
_WALLS = frozenset({"stop", "clause", "relative"})
_VERBS = frozenset({"verb", "light"})
_WHOM = frozenset({"np", "conj", "aux", "passive"})  # what may stand between two outcomes of one cause


def is_nobodys(telling: Telling, clause: Clause) -> bool:
    """Whether those told of as killed died of what nobody did to them, so that there is no event to be told."""
    flown = telling.together("means")
    crashed = bool(flown) and all(is_carrier(clause.units[at]) for at in flown)
    by_itself = telling.type.name == "killing" or crashed
    if by_itself and any(_is_accident(clause, one) for one in _of_one_cause(clause, telling.main.unit)):
        return True
    doers = telling.together("perpetrators")
    if doers and not any(clause.units[at].cue("cause") for at in doers):
        return False
    return all(anchor.form != "noun" and _has_a_cause(clause, anchor.unit) for anchor in telling.anchors)


def is_of_a_war(counts: tuple[ClaimedCount, ...]) -> bool:
    """Whether one of the figures that a sentence gives is too large to be one event's."""
    return any((count.low or count.high or 0) >= _OF_A_WAR.get(count.outcome, math.inf) for count in counts)


def is_nobodys_outcome(clause: Clause, harm: Harm) -> bool:
    """Whether the outcome told at a unit is put down to an accident, a disease, a disaster, a whole war or others.

    "The latest in a spate of attacks that claimed six lives" tells of those before; mines that sappers destroyed are
    nobody's loss.
    """
    at = harm.unit
    if harm.outcome == "destroyed" and clause.order == "svo" and _are_munitions(clause, harm.victims):
        return True
    if (
        harm.outcome in _OF_THINGS
        and harm.victims
        and all(clause.units[one].has("word", "drugs") for one in harm.victims)
    ):
        return True
    if harm.outcome == "killed" and (_is_no_person(clause, at) or _died_in_a_year(clause, harm)):
        return True
    if clause.tells("word", "one_of_many") and any(unit.has("word", "one_of_many") for unit in clause.units[:at]):
        return True
    if is_a_record(clause, at) or is_a_habit_there(clause, at) or is_left_by_nature(clause, at):
        return True
    if is_what_it_rose_by(clause, at):
        return True
    return any(_is_accident(clause, one) or _has_a_cause(clause, one) for one in _of_one_cause(clause, at))


def _are_munitions(clause: Clause, victims: list[int]) -> bool:
    """Whether all that was destroyed are mines, bombs, explosives or the like, and no carrier of any."""
    laid = {"landmine", "bombing"}
    return bool(victims) and all(
        any(mark.cue.value in laid for mark in clause.units[at].all("event", "means"))
        and clause.units[at].cue("thing", "people") is None
        for at in victims
    )


def _is_no_person(clause: Clause, index: int) -> bool:
    """Whether a country or what is no person is told to be dead: "the homeland is not dead", "the deal is dead"."""
    being = clause.before(index)
    if clause.order != "svo" or clause.kind(index) != "np" or clause.kind(being) != "passive":
        return False
    led = [clause.units[at] for at in clause.leading(being)]
    nations = (unit.has("word", "peoples") and not unit.counts and unit.cue("people") is None for unit in led)
    return bool(led) and all(nation or is_impersonal(unit) for nation, unit in zip(nations, led, strict=True))


def _died_in_a_year(clause: Clause, harm: Harm) -> bool:
    """Whether one person is said in passing to have died, with a bare year: "the founder, who died in 1979"."""
    at, unit = harm.unit, clause.units[harm.unit]
    if clause.order != "svo" or clause.kind(at) != "verb" or clause.kind(at - 1) != "relative" or harm.agents:
        return False
    mark = unit.find("outcome")
    bare = mark is not None and mark.cue.form == "passive" and mark.last - mark.first == 1
    if not bare or any(clause.units[one].counts for one in harm.victims) or clause.kind(at + 1) != "prep":
        return False
    year = clause.words(at + 2) if clause.kind(at + 2) == "time" else []
    return len(year) == 1 and year[0].isdigit() and len(year[0]) == _OF_A_YEAR


def is_apart_from(telling: Telling, at: int, clause: Clause) -> bool:
    """Whether an event befell only some of those harmed at a unit, or is only that from which they are counted."""
    if clause.order == "svo" and telling.main.form == "verb":
        some = clause.units[telling.main.unit - 1] if telling.main.unit else None
        if some is not None and some.kind == "prep" and some.cue("those") is not None and some.has("mark", "including"):
            return True  # "18 people, two of them beheaded"
    return is_counted_since(telling, at, clause)


def is_counted_since(telling: Telling, at: int, clause: Clause) -> bool:
    """Whether an event is only that from which the dead are counted: "27 have died since the police raided Orda"."""
    behind = range(at + 1, min(telling.units))
    return clause.order == "svo" and any(clause.units[step].has("word", "since") for step in behind)


def _is_accident(clause: Clause, index: int) -> bool:
    """Whether the words about an outcome say that no act of war caused it: a drowning, a crash, a feud."""
    if clause.tells("event", "interception"):
        return False  # "was shot down and crashed"
    if clause.tells("mood", "crashed"):
        return not any(
            mark.cue.value != "killing" for unit in clause.units for mark in unit.all("event", "verb", "noun")
        )
    for step in (1, -1):
        at = index
        while 0 <= at < len(clause.units) and (at == index or clause.kind(at) not in _WALLS):
            unit, here = clause.units[at], at
            at += step
            if not unit.marks:
                continue
            if here != index and (unit.find("outcome") is not None or _is_speech(clause, here)):
                break
            if (
                unit.has("mood", "accidental")
                and step > 0
                and clause.kind(here) == "verb"
                and _is_joined(clause, index, here)
            ):
                break  # "killed two, and a woman drowned"
            if unit.has("mood", "accidental") or _is_crash(clause, here):
                return True
    return False


def _of_one_cause(clause: Clause, at: int) -> list[int]:
    """Return the outcome told at a unit and those joined to it right behind whom it befell, which have one cause.

    "A man died and two were hurt in a road accident"; not "one died in the shelling and two were hurt in an accident".
    """
    told, joined = [at], False
    for here in range(at + 1, len(clause.units)):
        unit = clause.units[here]
        if joined and unit.find("outcome") is not None:
            told.append(here)
            joined = False
        elif clause.kind(here) not in _WHOM or unit.is_event:
            break
        joined = joined or clause.kind(here) == "conj"
    return told


def _is_joined(clause: Clause, first: int, second: int) -> bool:
    """Whether a word like "and" stands between two units, so that each has those whom it befell."""
    return any(clause.kind(at) == "conj" for at in range(first + 1, second))


def _is_speech(clause: Clause, at: int) -> bool:
    """Whether a verb of speech stands here, beyond which other things are told ("..., medics said, despite")."""
    return clause.order == "svo" and clause.kind(at) == "verb" and clause.units[at].cue("speech") is not None


def _is_crash(clause: Clause, at: int) -> bool:
    """Whether a verb of impact tells of an aircraft or vehicle that came down or ran into something."""
    mark = clause.units[at].find("event", "verb")
    if mark is None or "impact" not in mark.cue.flags:
        return False
    led = clause.subject(at)
    return bool(led) and all(is_carrier(clause.units[index]) for index in led)


def _has_a_cause(clause: Clause, at: int) -> bool:
    """Whether a disease, a disaster or a war is what did it: the subject, or what a preposition gives as the cause."""
    verb = at if clause.kind(at) in _VERBS else None
    if verb is None and (led := clause.verb_before(at)) is not None and clause.units[led].has("mark", "effect"):
        verb = led
    led_by = [clause.units[index].cue("cause") for index in clause.subject(verb)] if verb is not None else []
    if any(cue is not None and (cue.value != "lasting" or not is_dated(clause)) for cue in led_by):
        return True
    behind = [clause.units[index] for _, governed in clause.phrases_after(at) for index in governed]
    causes = {cue.value for unit in behind if (cue := unit.cue("cause")) is not None}
    return "natural" in causes or ("war" in causes and _has_gone_on(clause, at, behind))


def _has_gone_on(clause: Clause, at: int, behind: list[Unit]) -> bool:
    """Whether a toll of the perfect, with no day, is of all of a war: "2,000 have been killed in the conflict"."""
    if clause.order != "svo" or clause.kind(at) != "verb" or is_dated(clause):
        return False
    return clause.units[at - 1].has("word", "perfect") and any(unit.definite and unit.cue("cause") for unit in behind)
