"""Figures that go on with an outcome told before, each with its own place: "nine were killed in X and four in Y"."""

from collections.abc import Iterator
from dataclasses import replace

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.victims import counting, is_bare_figure, number_of
from ascertain.extract.events.clause import Clause
from ascertain.languages.cues import Cue

_OF_PEOPLE = frozenset({"killed", "injured", "missing", "detained"})
_WITHIN = frozenset({"np", "prep", "linking", "other", "time"})


_PAIR = 2  # figures, each with its own place


def each_elsewhere(clause: Clause, found: list[Harm]) -> list[Harm]:
    """Return the second of two figures with two places that are theirs in turn, taken off its outcome.

    "Killed 17 and 9 people in X and Y, respectively."
    """
    more = []
    for harm in found if clause.tells("word", "respective") else ():
        alone = sum(other.victims == harm.victims for other in found) == 1 and harm.unit < harm.victims[-1]
        if not alone or len(harm.victims) != _PAIR or len(harm.numbers) != _PAIR:
            continue
        brought = (places for prep, places in clause.phrases_after(harm.victims[-1]) if prep.has("mark", "place"))
        places = next(
            (two for two in brought if len(two) == _PAIR and all(clause.units[at].places for at in two)), None
        )
        if places is None:
            continue
        group = harm.numbers[-1].group
        first, second = (replace(number, group=group) for number in harm.numbers)
        until, theirs = places[-1] + 1, frozenset(places[:1])
        at = harm.victims[-1]
        more.append(Harm(harm.outcome, at, [at], [second], elsewhere=True, until=until, others=theirs))
        harm.victims, harm.numbers = harm.victims[:1], [first]
    return more


def gone_on(clause: Clause, found: list[Harm]) -> list[Harm]:
    """Return the outcomes that a figure alone, joined by "and", has in common with the one told before it."""
    more = []
    told = {at for harm in found for at in (harm.unit, *harm.victims)}
    for harm in found:
        if harm.outcome not in _OF_PEOPLE or harm.none or harm.shared or harm.among or not harm.numbers:
            continue
        parts = list(_figures_behind(clause, max([harm.unit, *harm.victims])))
        listed = bool(parts) and _is_said_to_be_part(clause, parts[0][0], harm)
        for at, until in parts:
            number = number_of(clause.units[at], clause.document)
            if number is None or at in told:
                break
            more.append(
                Harm(harm.outcome, at, [at], [number], running=listed and harm.running, elsewhere=True, until=until)
            )
            harm.parted = harm.parted or listed
    return more


def _is_said_to_be_part(clause: Clause, first: int, harm: Harm) -> bool:
    """Whether "among them" or a colon brings the first of the parts of a whole, each with its place."""
    at = first - 1
    opened = clause.kind(at) == "stop" or clause.units[at].has("mark", "including")
    return opened and max([harm.unit, *harm.victims]) < at


def _figures_behind(clause: Clause, start: int) -> Iterator[tuple[int, int]]:
    """Yield each joined figure with a place or event of its own, and the unit after its phrases.

    Behind a whole without a place two of them are its parts: "eight dead, three in X and five in Y".
    """
    at, placed = start + 1, False
    while clause.kind(at) in _WITHIN and not _lists(clause, at):
        if _is_figure(clause, at):
            return
        placed = placed or _places(clause, at)
        at += 1
    at += clause.kind(at) == "comma" and _lists(clause, at + 1)
    parts = list(_joined_figures(clause, at))
    if (placed and not _lists(clause, at)) or len(parts) >= _PAIR:
        yield from parts


def _lists(clause: Clause, at: int) -> bool:
    """Whether "among them", or a colon, stands before a figure: 7 killed, | among them | 3 in X and 4 in Y."""
    if clause.order != "vso" or not _is_figure(clause, at + 1):
        return False
    colon = clause.kind(at) == "stop" and clause.words(at) == [":"]
    return colon or (clause.kind(at) == "prep" and clause.units[at].has("mark", "including"))


def _joined_figures(clause: Clause, at: int) -> Iterator[tuple[int, int]]:
    while clause.kind(at) in {"conj", "comma"} or _lists(clause, at):
        figure = at + 1 if clause.kind(at + 1) != "conj" else at + 2
        if not (_is_figure(clause, figure) or _is_one_person(clause, figure)) or clause.kind(figure + 1) != "prep":
            return
        end = figure + 1
        while clause.kind(end) in _WITHIN and not _is_figure(clause, end):
            end += 1
        own = any(_places(clause, step) for step in range(figure + 1, end))
        if not own or clause.kind(end) in {"verb", "passive", "aux", "light"}:
            return
        yield figure, end
        at = end


def _is_figure(clause: Clause, at: int) -> bool:
    """Whether a phrase is a figure with no noun of its own: "four", "six others"."""
    if is_bare_figure(clause, at):
        return True
    unit = clause.units[at] if clause.kind(at) == "np" else None
    if unit is not None and counting(unit) and all(_counts_anybody(mark.cue) for mark in unit.marks):
        return not (unit.places or unit.equipment)  # "ten in X and six people in Y"
    others = unit is not None and unit.counts and unit.has("mark", "others")
    return bool(others) and unit is not None and all(mark.cue.kind in {"mark", "word"} for mark in unit.marks)


def _is_one_person(clause: Clause, at: int) -> bool:
    """Whether an Arabic phrase is of one or two people, of no party, and a place is brought right behind it."""
    unit = clause.units[at] if clause.kind(at) == "np" and clause.order == "vso" else None
    if unit is None or unit.is_event or unit.cue("outcome", "victims") is not None or not _places(clause, at + 1):
        return False
    people = unit.find("people", "singular", "dual")
    if people is None or "body" in people.cue.flags or (people.first, people.last) != (unit.first, unit.last):
        return False
    return bool(clause.units[at + 2].places) and not clause.units[at + 1].has("mark", "origin")  # "another from X"


def _counts_anybody(cue: Cue) -> bool:
    """Whether a cue only says that people are counted, of no status of their own."""
    return cue.kind in {"mark", "word"} or (cue.kind == "people" and cue.value == "unknown")


def _places(clause: Clause, at: int) -> bool:
    """Whether a preposition brings a place or an event at a unit."""
    if clause.kind(at) != "prep" or clause.kind(at + 1) != "np":
        return False
    prep, unit = clause.units[at], clause.units[at + 1]
    return (prep.has("mark", "place") or prep.has("mark", "cause")) and (bool(unit.places) or unit.is_event)
