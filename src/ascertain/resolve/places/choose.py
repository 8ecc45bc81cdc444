"""Which of the places of a name is meant.

Every name of a text is weighed with the others: places that are named together lie together. For each candidate: how many
people it has, whether the desk or the case's countries point to it, whether the words fit its class, whether the unit or country
written beside it holds it, and how near it lies to the likely places of the other names.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ascertain.knowledge.gazetteer import Candidate, distance_m
from ascertain.model.place import PlaceClass

_KEPT = 12
_ROUNDS = 2
# Metres within which another named place backs a choice, and beyond which it does not count as named together.
NEAR_M, FAR_M = 150_000.0, 300_000.0
# From so many people on a place is meant by its name alone, unless the text says otherwise.
WELL_KNOWN = 100_000
# Radius up to which being in the same country says where a village is; being in Russia or the United States does not.
_SMALL_COUNTRY_M = 800_000.0
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
    apart: bool = False
    others: int = 0


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
    """Choose a candidate for every name and say why; a name whose candidates can't be told apart keeps none.

    Every name is weighed with the likely places of the others, then again with what that made likely.
    """
    for name in names:
        ranked = sorted(
            name.candidates,
            key=lambda one: (-prior(one, name.wanted, countries), one.rank, one.layer.digest, one.number),
        )
        name.candidates = ranked[:_KEPT]
        name.scores = [prior(one, name.wanted, countries) for one in name.candidates]
    shares = [_shares(name.scores) for name in names]
    weighed: list[list[_Weighed]] = []
    for _ in range(_ROUNDS):
        weighed = [_weigh(name, at, names, shares) for at, name in enumerate(names)]
        shares = [_shares([one.total for one in each]) for each in weighed]
    for name, each in zip(names, weighed, strict=True):
        if each:
            _settle(name, each, countries)


class _Weighed(NamedTuple):
    """A candidate's score with the support of the other names, the weightiest reason, how near the next lies and whether its
    country is named."""

    total: float
    reason: str
    near_m: float
    in_country: bool


def _shares(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(1.5 * (score - top)) for score in scores]
    return [value / sum(raw) for value in raw]


def _weigh(name: Named, at: int, names: Sequence[Named], shares: Sequence[list[float]]) -> list[_Weighed]:
    others = [
        (other, shares[place]) for place, other in enumerate(names) if place != at and other.key != name.key and other.candidates
    ]
    found = []
    for one, score in zip(name.candidates, name.scores, strict=True):
        support, reason, near_m = _support(one, name, others)
        held = any(other.candidates[0].klass == "country" and other.candidates[0].country == one.country for other, _ in others)
        found.append(_Weighed(score + support, reason, near_m, held))
    return found


def _settle(name: Named, weighed: Sequence[_Weighed], countries: frozenset[str]) -> None:
    order = sorted(range(len(weighed)), key=lambda at: (-weighed[at].total, at))
    best = order[0]
    rival = next((at for at in order[1:] if _apart(name.candidates[at], name.candidates[best])), None)
    doubt = _doubt(name, weighed[best], weighed[rival] if rival is not None else None, name.candidates[best], countries)
    if doubt:
        name.because = doubt
        return
    name.chosen = best
    name.because = _why(name, best, rival, weighed[best].reason, countries)


def _doubt(
    name: Named, best: _Weighed, rival: _Weighed | None, one: Candidate, countries: frozenset[str]
) -> str:
    """Return why the best candidate is not good enough to be put on the map; empty where it is."""
    if one.rank == 0 or one.klass == "country":
        return ""
    alone = all(other is one or other.country != one.country or not _apart(other, one) for other in name.candidates)
    backed = best.near_m <= NEAR_M or one.country in countries or (alone and best.in_country)
    if name.apart and best.near_m > NEAR_M / 2:
        return "it bears the name of a town and need not lie there"
    if one.likeness < 1 and not backed:
        return "only places of a like sound are known, and nothing in the text is near them"
    if one.klass in _UNITS or (one.population >= WELL_KNOWN and one.main):
        return ""
    if name.others >= 3 and not backed and best.near_m > FAR_M:
        return "the places of this name are far from all others that the text names"
    if rival is not None and not backed and (rival.total > best.total - 0.25 or not best.reason or best.near_m > FAR_M):
        return f"{len(name.candidates)} places have this name and nothing tells them apart"
    return ""


def _apart(one: Candidate, other: Candidate) -> bool:
    return distance_m((one.lat, one.lon), (other.lat, other.lon)) > one.radius_m + other.radius_m + 20_000


def _support(
    one: Candidate, name: Named, others: Sequence[tuple[Named, list[float]]]
) -> tuple[float, str, float]:
    """Return what the other names say for a candidate, the weightiest of them in words, and how near the next one lies."""
    total, heaviest, reason, nearest = 0.0, 0.25, "", math.inf
    for other, shares in others:
        gain, said, near_m = _from(one, name, other, shares)
        gap = min(abs(a - b) for a in name.positions for b in other.positions)
        gain *= 1.0 if gap < 150 else 0.6 if gap < 800 else 0.35
        total += gain
        nearest = min(nearest, near_m)
        if gain > heaviest:
            heaviest, reason = gain, said
    # Ten names in the same country are not ten times the evidence of one.
    return 7.0 * (1 - math.exp(-total / 3.5)), reason, nearest


def _from(one: Candidate, name: Named, other: Named, shares: Sequence[float]) -> tuple[float, str, float]:
    gain, said, heaviest, nearest = 0.0, "", 0.0, math.inf
    beside = other.key in name.holders
    for candidate, share in zip(other.candidates, shares, strict=True):
        if candidate.layer is one.layer and candidate.number == one.number:
            continue
        part, words, apart_m = _tie(one, candidate)
        if share > 0.3:
            nearest = min(nearest, apart_m)
        if beside and words.startswith("in "):
            part += 2.5
        gain += share * part
        if share * part > heaviest:
            heaviest, said = share * part, words
    return gain, said, nearest


def _tie(one: Candidate, other: Candidate) -> tuple[float, str, float]:
    """Return how strongly one place speaks for another, why, and the metres between them (0 within a unit)."""
    if other.klass == "country":
        if one.country != other.country:
            return 0.0, "", math.inf
        return 1.6, f"in {other.place().name}", 0.0 if other.radius_m <= _SMALL_COUNTRY_M else math.inf
    if other.klass == "governorate" and one.unit == other.unit and one.unit[3:]:
        return 2.0, f"in {other.place().name}", 0.0 if other.radius_m <= NEAR_M else FAR_M
    apart = distance_m((one.lat, one.lon), (other.lat, other.lon))
    reach = max(0.0, apart - other.radius_m / 2) / 1_000
    near = 1.4 * math.exp(-reach / 40) + 0.8 * math.exp(-reach / 250)
    if one.country and one.country == other.country:
        near += 0.5
    return near, f"{round(apart / 1_000)} km from {other.place().name}", math.inf if other.klass in _UNITS else apart


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
