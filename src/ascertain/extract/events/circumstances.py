"""When and where: which of a sentence's times and places belong to which telling."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.found import Found
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.voices import Voice
from ascertain.model import Mention
from ascertain.model.time_expression import TimeExpression, TimeRole


def time_of(telling: Telling, clause: Clause, found: Found, said: set[int]) -> Mention | None:
    """Return the time that stands nearest to the telling; those that say when it was said (`said`) are left out."""
    best: tuple[int, Mention] | None = None
    for index, unit in enumerate(clause.units):
        for word in range(unit.first, unit.last):
            if word not in found.times or word in said or role_of(found.times[word][1]) != "event":
                continue
            distance = min(_distance(clause, anchor, index) for anchor in telling.units)
            if best is None or distance < best[0]:
                best = (distance, found.times[word][1])
    return best[1] if best else None


def _distance(clause: Clause, one: int, other: int) -> int:
    """Count the units between two, a wall between them counting for many."""
    low, high = min(one, other), max(one, other)
    walls = sum(1 for index in range(low + 1, high) if clause.kind(index) in {"stop", "clause", "relative"})
    return high - low + 8 * walls


def place_of(telling: Telling, clause: Clause, found: Found, speaking: set[int]) -> Mention | None:
    """Return the place of the telling: one that a place word governs before one that is only named nearby.

    `speaking` are the words that name who speaks: a source's whereabouts are not the event's.
    """
    best: tuple[int, Mention] | None = None
    agents = set(telling.together("perpetrators")) - telling.units
    for index, unit in enumerate(clause.units):
        # "the Ukrainian city of Kramatorsk": the head is the last of an English phrase and the first of an Arabic one
        for mention in unit.places[-1:] if clause.order == "svo" else unit.places:
            if unit.first in speaking or unit.last - 1 in speaking:
                continue
            if index + 1 < len(clause.units) and clause.owner(index + 1) == index and clause.units[index + 1].places:
                continue  # "Nigeria's Zamfara state": the narrower
            if (index in agents or index in telling.units) and _names_a_doer(mention, unit):
                continue
            weight = min(_distance(clause, anchor, index) for anchor in telling.units)
            governor = clause.phrase_before(index)
            if governor is not None and governor.has("mark", "place"):
                weight -= 6 if clause.order == "vso" and governor.has("mark", "target") else 3
            elif index in telling.together("targets") or index in telling.units:
                weight -= 2
            else:
                weight += 4
            if clause.owner(index) != index:
                weight -= 1  # "Yemen's Hodeida province": the narrower
            if index in agents or (governor is None and unit.actors):
                weight += 20
            if getattr(mention.parsed, "relation", None):
                weight -= 1
            if best is None or weight < best[0]:
                best = (weight, mention)
    return best[1] if best else None


def _names_a_doer(place: Mention, unit: Unit) -> bool:
    """Whether a place's name is there for whose forces they are ("Israel's attack"): that is not where it happened."""
    return any(actor.start <= place.start and place.end <= actor.end for actor in unit.actors)


def role_of(time: Mention) -> TimeRole:
    """Return what a time is the time of: an event where its words say nothing else."""
    return time.parsed.role if isinstance(time.parsed, TimeExpression) else "event"


def said_times(clause: Clause, found: Found, heard: list[Voice]) -> dict[int, Mention]:
    """Return, by first word, the times of speech, those up to which something was known ("as of 5 a.m.") before others.

    "said on Monday that ...", "On Monday the ministry said that ...".
    """
    times = {
        unit.first: found.times[unit.first][1]
        for unit in clause.units
        if unit.first in found.times and role_of(found.times[unit.first][1]) == "saying"
    }
    for voice in heard:
        if voice.act is not None and not voice.trailing:
            walls = [at for at in range(voice.at) if clause.kind(at) == "stop"]
            for unit in clause.units[walls[-1] if walls else 0 : voice.at]:
                if unit.kind == "time" and unit.first in found.times:
                    times[unit.first] = found.times[unit.first][1]
            break
    for index, unit in enumerate(clause.units):
        if unit.kind != "verb" or unit.cue("speech") is None:
            continue
        for step in (index + 1, index + 2, index - 1):
            if 0 <= step < len(clause.units) and clause.kind(step) == "time":
                first = clause.units[step].first
                times[first] = found.times[first][1]
                break
            if clause.kind(step) not in {"prep", "other", "time"}:
                continue
    return times
