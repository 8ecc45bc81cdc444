"""Links between incidents: the same target again, part of an operation, an answer, what followed, a precedent."""

from collections.abc import Iterator, Mapping, Sequence

from ascertain.group import families
from ascertain.group.days import Days, days_of
from ascertain.group.geometry import RADIUS_M, distance_m, is_area, point, radius_m
from ascertain.model import Claim, Incident, Link

_NEAR_M = 5_000.0
_SAME_PLACE_DAYS = 60
_ANSWER_DAYS = 3
_FOLLOW_UP_DAYS = 7
_DOUBLE_TAP_HOURS = 1.0
_CELL_DEGREES = 0.5
_MOST = 12  # links shown for one incident, the nearest in time first


def linked(incidents: Sequence[Incident], claims: Mapping[str, Claim], zone: str) -> dict[str, tuple[Link, ...]]:
    """Return the links of each incident to others, by id."""
    facts = {incident.id: _Facts(incident, claims, zone) for incident in incidents}
    found: dict[str, list[tuple[int, Link]]] = {}
    for first, second in _neighbours(incidents, facts):
        for link, back in _ties(first, second, facts[first.id], facts[second.id]):
            gap = facts[first.id].gap(facts[second.id])
            found.setdefault(first.id, []).append((gap, link))
            found.setdefault(second.id, []).append((gap, back))
    return {
        key: tuple(link for _, link in sorted(links, key=lambda entry: (entry[0], entry[1].kind, entry[1].to))[:_MOST])
        for key, links in found.items()
    }


class _Facts:
    """What of an incident its links depend on."""

    def __init__(self, incident: Incident, claims: Mapping[str, Claim], zone: str) -> None:
        own = [claims[key] for key in incident.claims]
        self.days: Days | None = days_of(incident.when, zone) if incident.when else None
        told = [
            claim for claim in own if families.starts_incident(claim.event)
        ] or own  # who withdrew afterwards struck nobody
        self.doers = {party.id or party.name for claim in told for party in claim.perpetrators}
        self.struck = {party.id or party.name for claim in told for party in claim.targets}
        self.spot = point(incident.where)
        self.is_event = families.starts_incident(incident.event)
        self.wide = incident.where is None or is_area(incident.where)
        self.reach = radius_m(incident.where) if incident.where else RADIUS_M["country"]

    def gap(self, other: "_Facts") -> int:
        return self.days.gap(other.days) if self.days and other.days else _SAME_PLACE_DAYS + 1


def _neighbours(incidents: Sequence[Incident], facts: Mapping[str, _Facts]) -> Iterator[tuple[Incident, Incident]]:
    """Yield pairs of located, dated incidents near one another, the earlier one first."""
    cells: dict[tuple[int, int], list[Incident]] = {}
    for incident in incidents:
        fact = facts[incident.id]
        if fact.spot and fact.days:
            cells.setdefault(_cell(fact.spot), []).append(incident)
    for row, column in sorted(cells):
        own = sorted(cells[row, column], key=lambda one: (_first_day(facts, one), one.id))
        ahead = [(row, column + 1), (row + 1, column - 1), (row + 1, column), (row + 1, column + 1)]
        others = [one for key in ahead for one in cells.get(key, ())]
        pool = sorted([*own, *others], key=lambda one: (_first_day(facts, one), one.id))
        mine = {one.id for one in own}
        for place, first in enumerate(pool):
            for second in pool[place + 1 : place + 80]:
                if _first_day(facts, second) - _first_day(facts, first) > _SAME_PLACE_DAYS:
                    break
                if first.id in mine or second.id in mine:
                    yield first, second


def _first_day(facts: Mapping[str, _Facts], incident: Incident) -> int:
    days = facts[incident.id].days
    return days.first if days else 0


def _cell(spot: tuple[float, float]) -> tuple[int, int]:
    return int(spot[0] // _CELL_DEGREES), int(spot[1] // _CELL_DEGREES)


def _ties(first: Incident, second: Incident, earlier: _Facts, later: _Facts) -> Iterator[tuple[Link, Link]]:
    if earlier.spot is None or later.spot is None or earlier.days is None or later.days is None:
        return
    metres = distance_m(earlier.spot, later.spot)
    near = metres <= max(_NEAR_M, min(earlier.reach, later.reach, 30_000.0))
    gap = later.days.gap(earlier.days)
    same_doers, same_struck = earlier.doers & later.doers, earlier.struck & later.struck
    if not earlier.is_event:
        return
    if not later.is_event:
        if near and gap <= _FOLLOW_UP_DAYS:
            words = f"what was said and done there within {_FOLLOW_UP_DAYS} days"
            yield _both("follow_up", "precedent", first, second, words)
    elif near and gap == 0 and same_doers and _within_the_hour(earlier.days, later.days):
        yield _both("double_tap", "double_tap", first, second, "the same place was struck again within the hour")
    elif gap == 0 and earlier.wide != later.wide and same_doers and metres <= max(earlier.reach, later.reach):
        part, whole = (second, first) if earlier.wide else (first, second)
        words = "it lies within the area and day of the other, by the same party"
        pair = _both("part_of", "part_of", part, whole, words)
        yield pair if part is first else pair[::-1]
    elif near and same_doers and (same_struck or not (earlier.struck and later.struck)):
        when = "the same day" if not gap else "a day apart" if gap == 1 else f"{gap} days apart"
        same = Link(kind="same_place_and_parties", to=second.id, because=when)
        before = Link(kind="precedent", to=first.id, because=f"the same place and parties, {when}")
        yield same, before if gap else Link(kind="same_place_and_parties", to=first.id, because=when)
    elif gap <= _ANSWER_DAYS and earlier.doers & later.struck and earlier.struck & later.doers:
        words = f"those who were struck struck back within {_ANSWER_DAYS} days"
        yield _both("retaliation", "precedent", second, first, words)[::-1]


def _both(kind: str, back: str, first: Incident, second: Incident, because: str) -> tuple[Link, Link]:
    return (
        Link(kind=kind, to=second.id, because=because),  # type: ignore[arg-type]
        Link(kind=back, to=first.id, because=because),  # type: ignore[arg-type]
    )


def _within_the_hour(first: Days, second: Days) -> bool:
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return False
    return max(first.start - second.end, second.start - first.end) <= _DOUBLE_TAP_HOURS * 3600
