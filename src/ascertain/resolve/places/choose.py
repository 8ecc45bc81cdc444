"""Which of the places of a name is meant.

Every name of a text is weighed with the others: places that are named together lie together. For each candidate: how many
people it has, whether the desk or the case's countries point to it, whether the words fit its class, whether the unit or country
written beside it holds it, and how near it lies to the likely places of the other names.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from ascertain.knowledge.gazetteer import Candidate, distance_m
from ascertain.model.place import PlaceClass

_KEPT = 12
_UNITS: frozenset[PlaceClass] = frozenset({"governorate", "region", "country", "district", "subdistrict"})
_CITIES: frozenset[PlaceClass] = frozenset({"city", "town", "village", "neighbourhood"})


@dataclass
class Named:
    """A name of the text: its candidates, what was said of it, and where it stands."""

    key: str
    candidates: list[Candidate]
    positions: list[int]
    wanted: PlaceClass | None = None
    holders: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    chosen: int = -1
    because: str = ""


def prior(one: Candidate, wanted: PlaceClass | None, countries: frozenset[str]) -> float:
    """Return how likely a place is before the other names are looked at."""
    if one.klass == "country":
        score = 9.5
    elif one.klass in ("governorate", "region"):
        score = max(math.log10(one.population + 10), 5.2) - 0.6
    elif one.klass == "landmark":
        score = 4.0
    else:
        score = math.log10(one.population + 10)
    score += 0.0 if one.main else -0.6
    score += 0.3 if one.agrees else -0.3
    score += 2.5 if one.rank == 0 else 0.0
    score += 4.0 * (one.likeness - 1.0)
    if countries:
        score += 2.5 if one.country in countries else -0.5
    if wanted == "governorate":
        score += 2.0 if one.klass in _UNITS else 0.0
    elif wanted in _CITIES:
        score += 1.5 if one.klass in _CITIES else -1.0
    elif wanted == "country" and one.klass == "country":
        score += 2.0
    return score


def choose(names: Sequence[Named], countries: frozenset[str]) -> None:
    """Choose a candidate for every name and say why; a name whose candidates can't be told apart keeps none."""
    for name in names:
        ranked = sorted(
            name.candidates,
            key=lambda one: (-prior(one, name.wanted, countries), one.rank, one.layer.digest, one.number),
        )
        name.candidates = ranked[:_KEPT]
        name.scores = [prior(one, name.wanted, countries) for one in name.candidates]
    weights = [_shares(name.scores) for name in names]
    for place, name in enumerate(names):
        others = [(other, weights[at]) for at, other in enumerate(names) if at != place and other.candidates]
        _settle(name, others, countries)


def _shares(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(1.5 * (score - top)) for score in scores]
    return [value / sum(raw) for value in raw]


def _settle(name: Named, others: Sequence[tuple[Named, list[float]]], countries: frozenset[str]) -> None:
    if not name.candidates:
        return
    totals, reasons = [], []
    for one, score in zip(name.candidates, name.scores, strict=True):
        support, reason = _support(one, name, others)
        totals.append(score + support)
        reasons.append(reason)
    order = sorted(range(len(totals)), key=lambda at: (-totals[at], at))
    best = order[0]
    rival = next((at for at in order[1:] if _apart(name.candidates[at], name.candidates[best])), None)
    if rival is not None and _undecided(name, totals, best, rival, reasons[best]):
        name.because = f"{len(name.candidates)} places have this name and nothing tells them apart"
        return
    name.chosen = best
    name.because = _why(name, best, rival, reasons[best], countries)


def _apart(one: Candidate, other: Candidate) -> bool:
    return distance_m((one.lat, one.lon), (other.lat, other.lon)) > one.radius_m + other.radius_m + 20_000


def _undecided(name: Named, totals: Sequence[float], best: int, rival: int, reason: str) -> bool:
    """Return whether two far-apart small places are level, with nothing in the text for either."""
    small = name.candidates[best].population < 20_000 and name.candidates[best].rank == 1
    return small and not reason and totals[best] - totals[rival] < 0.25


def _support(one: Candidate, name: Named, others: Sequence[tuple[Named, list[float]]]) -> tuple[float, str]:
    """Return what the other names say for a candidate, and the weightiest of them in words."""
    total, heaviest, reason = 0.0, 0.25, ""
    for other, shares in others:
        gain, said = _from(one, name, other, shares)
        gap = min(abs(a - b) for a in name.positions for b in other.positions)
        gain *= 1.0 if gap < 150 else 0.6 if gap < 800 else 0.35
        total += gain
        if gain > heaviest:
            heaviest, reason = gain, said
    # Ten names in the same country are not ten times the evidence of one.
    return 4.0 * (1 - math.exp(-total / 2.0)), reason


def _from(one: Candidate, name: Named, other: Named, shares: Sequence[float]) -> tuple[float, str]:
    gain, said, heaviest = 0.0, "", 0.0
    beside = other.key in name.holders
    for candidate, share in zip(other.candidates, shares, strict=True):
        if candidate.layer is one.layer and candidate.number == one.number:
            continue
        part, words = _tie(one, candidate)
        if beside and words.startswith("in "):
            part += 2.5
        gain += share * part
        if share * part > heaviest:
            heaviest, said = share * part, words
    return gain, said


def _tie(one: Candidate, other: Candidate) -> tuple[float, str]:
    """Return how strongly one place speaks for another, and why."""
    if other.klass == "country":
        return (1.6, f"in {other.country}") if one.country == other.country else (0.0, "")
    if other.klass == "governorate" and one.unit == other.unit and one.unit[3:]:
        return 2.0, f"in {other.unit}"
    apart = distance_m((one.lat, one.lon), (other.lat, other.lon))
    reach = max(0.0, apart - other.radius_m / 2) / 1_000
    near = 1.4 * math.exp(-reach / 40) + 0.8 * math.exp(-reach / 250)
    if one.country and one.country == other.country:
        near += 0.5
    return near, f"{round(apart / 1_000)} km from"


def _why(name: Named, best: int, rival: int | None, reason: str, countries: frozenset[str]) -> str:
    one = name.candidates[best]
    parts = []
    if one.likeness < 1:
        parts.append(f"spelt otherwise, sounds alike ({one.likeness:.2f})")
    if one.rank == 0:
        parts.append("on the desk's own list")
    if rival is None:
        parts.append("the only place of that name")
    else:
        parts.append(reason or f"has the most people of {len(name.candidates)} of the name")
    if countries and one.country in countries:
        parts.append("in a country of the case")
    return "; ".join(parts)
