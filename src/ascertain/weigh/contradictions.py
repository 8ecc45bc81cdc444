"""Contradictions: claims that can't all be true, by kind.

A running toll does not contradict a later one, a subset does not contradict its whole, and two claims of one origin are
that origin's own affair.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations

from ascertain.event_types import same_kind
from ascertain.model import Claim, Contradiction, Interval, Place
from ascertain.model.place import PROVINCE_M, stands_for_its_land
from ascertain.weigh.distances import between_km
from ascertain.weigh.evidence import Evidence, allied
from ascertain.weigh.figures import Figure
from ascertain.weigh.parties import doings, tells_of_the_event

DOER = "who did it: "  # how what a contradiction of parties is about begins
_FAR_KM = 25.0
_HOURS = timedelta(hours=3)
_NAMED = 3  # so many figures are named; of more the least and the greatest


def contradictions_in(evidence: Evidence, figures: tuple[Figure, ...]) -> tuple[Contradiction, ...]:
    """Return the contradictions between origins, in a fixed order."""
    found = [
        *_numbers(figures), *_status(figures), *_parties(evidence), *_denials(evidence), *_times(evidence),
        *_places(evidence),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.kind, one.about, one.claims)))


def _numbers(figures: tuple[Figure, ...]) -> Iterator[Contradiction]:
    by_key: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.count.low is not None and not figure.part and not _adds_to_a_toll(figure, figures):
            by_key[figure.outcome, figure.group or "", figure.thing or ""].append(figure)
    for (outcome, group, thing), same in sorted(by_key.items()):
        clashing = [f for f in same if any(_clash(f, other) for other in same)]
        if clashing:
            every = {_said(f) for f in clashing}
            exact = {_said(f) for f in clashing if f.count.rule in ("exact", "about", "range")}
            exact = {(low, high) for low, high in exact if low == high}
            said = sorted(exact if len(exact) > 1 else every)  # 3 and 5 are told without "1 to 42" or "at least 1"
            told = " or ".join(f"{low:g}" if low == high else f"{low:g}–{high:g}" for low, high in said)
            if len(said) > _NAMED:
                told = f"from {said[0][0]:g} to {max(high for _, high in said):g}"
            what = thing or (group if group not in ("", "unknown") else "people")
            claims = tuple(sorted({f.claim for f in clashing}))
            yield Contradiction(about=f"{what} {outcome}: {told}", claims=claims, kind="number")


def _adds_to_a_toll(figure: Figure, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure only says what a toll grew by: "risen to 17 after four of the wounded died"."""
    if figure.count.running == "additional":
        return True
    return any(
        other.claim == figure.claim and other.outcome == figure.outcome and other.count.running == "total"
        and (other.count.low or 0) > (figure.count.low or 0) and figure.count.running is None
        for other in figures
    )  # fmt: skip


def _said(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that a figure's words name."""
    low = figure.count.low or 0.0
    return low, low if figure.count.high is None else figure.count.high


def _clash(first: Figure, second: Figure) -> bool:
    if first.origin == second.origin:
        return False
    earlier, later = (first, second) if (first.said_on or "") <= (second.said_on or "") else (second, first)
    if first.said_on and second.said_on and first.said_on != second.said_on:
        grew = (earlier.count.low or 0) <= (later.count.low or 0)
        if grew and (earlier.count.running == "total" or earlier.outcome == "killed") and not later.recalled:
            return False  # a toll that grew
    low, high = max(_span(f)[0] for f in (first, second)), min(_span(f)[1] for f in (first, second))
    return low > high


def _span(figure: Figure) -> tuple[float, float]:
    low, high, rule = figure.count.low or 0.0, figure.count.high, figure.count.rule
    if rule in ("at_least", "more_than"):
        return low, float("inf") if high is None else high
    if rule == "at_most":
        return 0.0, low if high is None else high
    if rule == "indefinite":
        return low, float("inf")  # "people were killed", without a number
    if rule in ("about", "several", "dozens", "hundreds", "thousands", "many"):
        return low * 0.8, (low if high is None else high) * 1.2 + 1
    return low, low if high is None else high


def _status(figures: tuple[Figure, ...]) -> Iterator[Contradiction]:
    """Yield the outcomes of which one origin says civilians and another fighters, about the same number."""
    by_outcome: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.thing is None and figure.group in ("civilians", "combatants", "children", "women"):
            by_outcome[figure.outcome].append(figure)
    for outcome, same in sorted(by_outcome.items()):
        armed = [f for f in same if f.group == "combatants"]
        others = [f for f in same if f.group != "combatants"]
        both = {f.origin for f in armed} & {f.origin for f in others}
        clashing = sorted(
            {f.claim for a in armed for b in others if _same_dead(a, b) and not {a.origin, b.origin} & both
             for f in (a, b)}
        )  # fmt: skip
        if clashing:
            yield Contradiction(about=f"whether those {outcome} were civilians", claims=tuple(clashing), kind="status")


def _same_dead(first: Figure, second: Figure) -> bool:
    return first.origin != second.origin and first.count.low is not None and first.count.low == second.count.low


def _parties(evidence: Evidence) -> Iterator[Contradiction]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim, party in doings(evidence):
        if evidence.head(party.id or party.name) in evidence.known:
            told[evidence.head(party.id or party.name)].append(claim)
    for first, second in combinations(sorted(told), 2):
        if allied(first, second, evidence.actors):
            continue
        mine = [c for c in told[first] if c not in told[second]]
        theirs = [c for c in told[second] if c not in told[first]]
        if mine and theirs and _separate(mine, theirs, evidence):
            names = " or ".join(_called(key, told[key], evidence) for key in (first, second))
            yield Contradiction(about=f"{DOER}{names}", claims=tuple(sorted(c.id for c in mine + theirs)), kind="party")


def _called(key: str, claims: list[Claim], evidence: Evidence) -> str:
    """Return what a side is called: by the one party of it that the claims name, else by the one at its head."""
    parties = {party.id: evidence.name_of(party) for claim in claims for party in claim.perpetrators
               if evidence.head(party.id or party.name) == key}  # fmt: skip
    if len(parties) == 1:
        return next(iter(parties.values()))
    return evidence.actors[key].name if key in evidence.actors else key


def _separate(mine: list[Claim], theirs: list[Claim], evidence: Evidence) -> bool:
    here = {evidence.origin_of[claim.id].id for claim in mine}
    return bool({evidence.origin_of[claim.id].id for claim in theirs} - here)


def _denials(evidence: Evidence) -> Iterator[Contradiction]:
    denying: dict[str, set[str]] = defaultdict(set)
    for denied in evidence.claims:
        if denied.polarity != "denied" or not tells_of_the_event(denied):
            continue  # that somebody has said nothing denies nothing
        against = [
            claim.id for claim in evidence.claims
            if claim.polarity == "asserted" and tells_of_the_event(claim) and _denies(denied, claim, evidence)
        ]  # fmt: skip
        if against:
            denying[evidence.origin_of[denied.id].name] |= {denied.id, *against}
    polarity = {claim.id: claim.polarity for claim in evidence.claims}
    for who, claims in sorted(denying.items()):
        own_first = sorted(claims, key=lambda claim: (polarity[claim] != "denied", claim))
        yield Contradiction(about=f"denied by {who}", claims=tuple(own_first), kind="denial")


def _denies(denied: Claim, claim: Claim, evidence: Evidence) -> bool:
    if evidence.origin_of[denied.id].id == evidence.origin_of[claim.id].id:
        return False
    groups = {(count.outcome, count.group) for count in denied.counts}
    if groups:
        return bool(groups & {(count.outcome, count.group) for count in claim.counts})
    doing = {evidence.head(p.id or p.name) for p in denied.perpetrators}
    others = {evidence.head(p.id or p.name) for p in claim.perpetrators}
    return bool(doing & others) if doing else denied.event == claim.event


def _times(evidence: Evidence) -> Iterator[Contradiction]:
    told = [
        (claim, _instants(claim.when.value)) for claim in evidence.claims
        if claim.polarity == "asserted" and tells_of_the_event(claim) and claim.when
        and isinstance(claim.when.value, Interval)
        and claim.when.value.precision in ("minute", "hour", "part_of_day", "day")
    ]  # fmt: skip
    clashing: set[str] = set()
    for (first, mine), (second, theirs) in combinations(told, 2):
        if mine and theirs and evidence.origin_of[first.id].id != evidence.origin_of[second.id].id:
            apart = max(mine[0] - theirs[1], theirs[0] - mine[1])
            if apart > _HOURS:
                clashing |= {first.id, second.id}
    if clashing:
        yield Contradiction(about="when it happened", claims=tuple(sorted(clashing)), kind="time")


def _instants(interval: object) -> tuple[datetime, datetime] | None:
    if not isinstance(interval, Interval) or not interval.start or not interval.end:
        return None
    if len(interval.start) <= 10 or len(interval.end) <= 10:
        return None
    return datetime.fromisoformat(interval.start), datetime.fromisoformat(interval.end)


def _places(evidence: Evidence) -> Iterator[Contradiction]:
    """Yield the claims whose areas do not meet; a road is longer than the circle about its middle and tells nothing."""
    told = [
        (claim, claim.where.value) for claim in evidence.claims
        if claim.polarity == "asserted" and tells_of_the_event(claim) and claim.where
        and same_kind(claim.event, evidence.incident.event)  # where the warning shots fell is not where the blow did
        and isinstance(claim.where.value, Place) and claim.where.value.lat is not None
        and claim.relation in (None, "at", "in") and claim.where.value.klass != "street"
    ]  # fmt: skip
    clashing: set[str] = set()
    for (first, here), (second, there) in combinations(told, 2):
        separate = here.id != there.id and evidence.origin_of[first.id].id != evidence.origin_of[second.id].id
        if separate and apart(here, there):
            clashing |= {first.id, second.id}
    if clashing:
        yield Contradiction(about="where it happened", claims=tuple(sorted(clashing)), kind="place")


def apart(here: Place, there: Place) -> bool:
    """Return whether two areas are too far from each other to be one event's: their circles do not meet.

    A city's name may stand for its province, and then says nothing against a village there.
    """
    reach = ((here.radius_m or 0) + (there.radius_m or 0)) / 1000
    if stands_for_its_land(here, there) or stands_for_its_land(there, here):
        reach = max(reach, PROVINCE_M / 1000)
    return (between_km(here, there) or 0.0) > max(_FAR_KM, reach)
