"""Which of the places of a name is meant.

Every name of a text is weighed with the others: places that are named together lie together. For each candidate: how
many people it has, whether the desk or the case's countries point to it, whether the words fit its class, whether the
unit or country that is written beside it holds it, and how near it lies to the likely places of the other names. All
pairs of candidates are weighed at once, twice: first with what is likely of itself, then with what that made likely.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ascertain.knowledge.gazetteer import Candidate, distance_m
from ascertain.model.place import PlaceClass
from ascertain.resolve.places.prior import CITIES, UNITS, is_too_large, prior
from ascertain.resolve.places.shape import COUNTRYSIDE_M

ANOTHER = "the place of this name"  # begins why a name is known to be another's than the place that bears it
_ROUNDS = 2
_SURE = 0.6  # share of what speaks for all candidates of a name from which on one is taken for it
# Candidates of a name that are weighed; fewer where a text has many names, so that the cost stays in bounds.
_KEPT, _PAIRED = 12, 600
# Names that are weighed with one another.
_STRETCH = 120
# Mentions of a name whose places in the text are compared.
_SAID = 20
# Metres within which another named place backs a choice, and beyond which it does not count as named together.
NEAR_M, FAR_M = 150_000.0, 300_000.0
_HEARD_M = 80_000.0  # the same for a place of the desk's that a name only sounds like
# From so many people on a place is meant by its name alone, unless the text says otherwise.
WELL_KNOWN = 100_000
# Radius up to which being in the same country says where a village is; being in Russia or the United States does not.
_SMALL_COUNTRY_M = 800_000.0
CALLED_AFTER: frozenset[PlaceClass | None] = frozenset({"street", "neighbourhood"})  # cities and lands elsewhere
_SETTLED: frozenset[PlaceClass | None] = frozenset({"village", "town"})
_OVERSEAS_M = 1_500_000.0  # beyond a country's radius, within which its small places, or its neighbours', may lie
_EDGE_M = 10_000.0  # beyond a town, within which its streets and quarters lie
_COUNTIES = frozenset({"US"})  # lands whose counties seldom bear the name of their seat
UnitOf = Callable[[Candidate], str]
_Floats = npt.NDArray[np.float64]
_Flags = npt.NDArray[np.bool_]


@dataclass
class Named:
    """A name of the text: its candidates, what was said of it, and where it stands.

    `wanted` is the class that its feature word asks for, `holders` the keys of the names written right after it,
    `others` how
    many other names of towns the text has. `inside` are the names that the text says it lies in or beside ("the village
    of X in the west of Y"), each with how far from there, in metres, it may be. `by_sound` tells that no place bears
    the name as written, `county` that it is a county's, `land` the code of the one whose town the words call it.
    """

    key: str
    candidates: list[Candidate]
    positions: list[int]
    wanted: PlaceClass | None = None
    holders: list[str] = field(default_factory=list)
    chosen: int = -1
    because: str = ""
    apart: bool = False
    others: int = 0
    inside: list["Named"] = field(default_factory=list)
    by_sound: bool = False
    county: bool = False
    land: str | None = None


def choose(names: Sequence[Named], countries: frozenset[str], unit_of: UnitOf) -> None:
    """Choose a candidate for every name and say why; a name whose candidates can't be told apart keeps none.

    A text with very many names is taken in stretches, so that the cost grows with its length and no faster. `unit_of`
    tells the first-level unit that a candidate lies in, empty where that is not known.
    """
    for low in range(0, len(names), _STRETCH):
        _choose(names[low : low + _STRETCH], countries, unit_of)


def _choose(names: Sequence[Named], countries: frozenset[str], unit_of: UnitOf) -> None:
    kept = max(3, min(_KEPT, _PAIRED // max(1, len(names))))
    scores: list[float] = []
    for name in names:
        ranked = sorted(
            ((prior(one, name.wanted, countries, name.key), one) for one in name.candidates),
            key=lambda pair: (-pair[0], pair[1].rank, pair[1].layer.digest, pair[1].number),
        )[:kept]
        name.candidates = [one for _, one in ranked]
        scores += [score for score, _ in ranked]
    if not scores:
        return
    table = _Table(names, np.array(scores), unit_of)
    for at, name in enumerate(names):
        if name.candidates:
            _settle(name, table, at, countries)


class _Table:
    """All candidates of all names, and what each says for each other."""

    def __init__(self, names: Sequence[Named], scores: _Floats, unit_of: UnitOf) -> None:
        self.names, self.unit_of = names, unit_of
        self.all = [one for name in names for one in name.candidates]
        self.first = np.cumsum([0, *(len(name.candidates) for name in names)])
        self.of = np.repeat(np.arange(len(names)), np.diff(self.first))
        if len({name.key for name in names}) > 1:
            self.tie, self.apart_m, self.spots_m = self._ties()
        else:  # nothing is named beside it
            self.tie, self.apart_m = np.zeros((len(self.all),) * 2), np.full((len(self.all),) * 2, np.inf)
            self.spots_m = self.apart_m
        totals = scores
        for _ in range(_ROUNDS):
            self.share = self._shares(totals)
            self.gain = self.tie * self.share[None, :]
            support = self.gain.sum(axis=1)
            # Ten names in the same country are not ten times the evidence of one.
            totals = scores + 7.0 * (1 - np.exp(-support / 3.5))
        self.totals = totals
        likely = (self.share > 0.3)[None, :]
        self.near_m = np.where(likely, self.apart_m, np.inf).min(axis=1)
        self.near_spot_m = np.where(likely, self.spots_m, np.inf).min(axis=1)
        # The countries that the text most likely names: the name's place, and the code.
        shares, of = self.share.tolist(), self.of.tolist()
        self.lands = [
            (of[column], one) for column, one in enumerate(self.all) if one.klass == "country" and shares[column] > 0.5
        ]

    def from_lands_m(self, row: int) -> float:
        """Return how far a candidate lies beyond the nearest of the countries that the text names, in metres."""
        one, own = self.all[row], self.of[row]
        beyond = (_metres(one, land) - land.radius_m for name, land in self.lands if name != own)
        return min(beyond, default=0.0)

    def holder_without(self, one: Candidate, name: Named) -> str:
        """Return the name of the place that the text says holds a small one, where it lies outside; else nothing.

        What is only spelt like a unit or a large city need not be it, unless what is said to hold it, or far away to be
        beside it, is in another land. What the words call a village, a town or a site may lie where they say, and be no
        unit or city of the name.
        """
        known = one.klass in UNITS or one.population >= WELL_KNOWN
        known = known and name.wanted not in ("village", "town", "landmark", *CALLED_AFTER) and one.likeness == 1.0
        for holder in name.inside:
            other = self._likeliest.get(id(holder))
            abroad = other is not None and other.country != one.country and _are_apart(one, other)
            if known and (one.klass == "country" or not abroad):
                continue  # but no department of one land lies in a province of another
            heard = other is not None and other.likeness < 1.0  # what only sounds like a land holds nothing for certain
            if other is None or heard or other is one:
                continue
            in_town = name.wanted in CALLED_AFTER and other.klass in CITIES
            outside = _metres(one, other) > other.radius_m + _EDGE_M if in_town else self._is_outside(one, other)
            if outside:
                return other.place().name
        return ""

    def _is_outside(self, one: Candidate, other: Candidate) -> bool:
        """Return whether a place lies outside another's land: a large city's may be all of its first-level unit."""
        if other.klass == "country" or one.country != other.country:
            return one.country != other.country
        here, there = self.unit_of(one), self.unit_of(other)
        if one.population and here == there:
            return False
        large = other.population >= WELL_KNOWN or other.klass in UNITS
        own_m = one.radius_m if one.likeness == 1.0 else 0.0  # a wide land that only sounds so reaches nowhere
        reach_m = FAR_M if large and here == there else COUNTRYSIDE_M + other.radius_m + own_m
        return _metres(one, other) > reach_m

    @cached_property
    def _likeliest(self) -> dict[int, Candidate]:
        """Return the candidate of each name for which most speaks, where it and its neighbours are far ahead."""
        found = {}
        for at, name in enumerate(self.names):
            low, high = int(self.first[at]), int(self.first[at + 1])
            if high > low:
                one = self.all[low + int(np.argmax(self.share[low:high]))]
                there = [at for at in range(low, high) if not _apart(self.all[at], one)]
                if self.share[there].sum() > _SURE:
                    found[id(name)] = one
        return found

    def _shares(self, totals: _Floats) -> _Floats:
        shares = np.zeros_like(totals)
        edges = self.first.tolist()
        for low, high in itertools.pairwise(edges):
            if high == low + 1:
                shares[low] = 1.0
            elif high > low:
                raw = np.exp(1.5 * (totals[low:high] - totals[low:high].max()))
                shares[low:high] = raw / raw.sum()
        return shares

    def _ties(self) -> tuple[_Floats, _Floats, _Floats]:
        """Return how strongly each candidate (row) is backed by each other (column), and the metres between them.

        The metres are told twice: none to a unit or small country that holds a place; and to no unit or country at all.
        """
        lat, lon = (np.radians([getattr(one, axis) for one in self.all]) for axis in ("lat", "lon"))
        part = np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        part += np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
        apart = 2 * 6_371_008.8 * np.arcsin(np.minimum(1.0, np.sqrt(part)))
        radius = np.array([one.radius_m for one in self.all])
        reach_km = np.maximum(0.0, apart - radius[None, :] / 2) / 1_000
        same_country = _same([one.country for one in self.all])
        tie = 1.4 * np.exp(-reach_km / 40) + 0.8 * np.exp(-reach_km / 250) + 0.5 * same_country
        country = np.array([one.klass == "country" for one in self.all])
        units = np.array([one.klass in UNITS for one in self.all])
        within = _same([one.unit if one.unit[3:] else "" for one in self.all])
        within &= np.array([one.klass == "governorate" for one in self.all])[None, :]
        tie = np.where(within, 2.0, tie)
        tie = np.where(country[None, :], np.where(same_country, 1.6, 0.0), tie)
        small = country & (radius <= _SMALL_COUNTRY_M)
        metres = np.where(units[None, :], np.inf, apart)
        metres = np.where(within, np.where(radius[None, :] <= NEAR_M, 0.0, FAR_M), metres)
        metres = np.where(small[None, :] & same_country, 0.0, np.where(country[None, :], np.inf, metres))
        held = same_country & (country[None, :]) | within
        others = self._others()
        spots = np.where(others & ~(units | country)[None, :], apart, np.inf)
        return self._weighted(tie, held, others), np.where(others, metres, np.inf), spots

    def _others(self) -> _Flags:
        """Return which pairs are of two names that are spelt differently."""
        spelt = [name.key for name in self.names]
        numbers = np.array([spelt.index(key) for key in spelt])
        return np.asarray(numbers[self.of][:, None] != numbers[self.of][None, :])

    def _weighted(self, tie: _Floats, held: _Flags, others: _Flags) -> _Floats:
        """Return the ties weighed by how far apart the names stand, and whether one is written beside the other."""
        gap = self._gaps()
        weight = np.where(gap < 150, 1.0, np.where(gap < 800, 0.6, 0.35))
        numbers: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            numbers.setdefault(name.key, []).append(place)
        beside = np.zeros(weight.shape, dtype=bool)
        for at, name in enumerate(self.names):
            for holder in name.holders:
                beside[at, numbers.get(holder, [])] = True
        rows, columns = self.of[:, None], self.of[None, :]
        raised = tie + 2.5 * (held & beside[rows, columns])
        return np.asarray(np.where(others, raised * weight[rows, columns], 0.0))

    def _gaps(self) -> _Floats:
        """Return how many characters lie between the nearest mentions of every two names."""
        at = np.array([position for name in self.names for position in name.positions[:_SAID]], dtype=np.float64)
        first = np.cumsum([0, *(len(name.positions[:_SAID]) for name in self.names)])[:-1]
        apart = np.minimum.reduceat(np.abs(at[:, None] - at[None, :]), first, axis=1)
        return np.asarray(np.minimum.reduceat(apart, first, axis=0))


def _same(words: Sequence[str]) -> _Flags:
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    codes = np.array([numbers[word] for word in words])
    known = np.array([bool(word) for word in words])
    return np.asarray((codes[:, None] == codes[None, :]) & known[:, None])


def _settle(name: Named, table: _Table, at: int, countries: frozenset[str]) -> None:
    low = int(table.first[at])
    totals = table.totals[low : int(table.first[at + 1])].tolist()
    order = sorted(range(len(totals)), key=lambda place: (-round(totals[place], 9), place))
    inside = [place for place in order if not table.holder_without(name.candidates[place], name)]
    best = inside[0] if inside else order[0]
    one = name.candidates[best]
    if not inside:
        holder = table.holder_without(one, name)
        name.because = f"{ANOTHER} lies far from {holder}, which is said to hold it"
        return
    rival = next((place for place in inside[1:] if _apart(name.candidates[place], one)), None)
    reason, in_country = _reason(table, low + best)
    near_m, near_spot_m = float(table.near_m[low + best]), float(table.near_spot_m[low + best])
    margin = totals[best] - totals[rival] if rival is not None else math.inf
    evidence = _Evidence(near_m, margin, bool(reason), in_country, near_spot_m, table.from_lands_m(low + best))
    doubt = _doubt(name, one, evidence, countries)
    if doubt:
        name.because = doubt
        return
    name.chosen = best
    name.because = _why(name, best, rival, reason, countries)


def _reason(table: _Table, row: int) -> tuple[str, bool]:
    """Return what says most for a candidate, in words, and whether its country is named."""
    one = table.all[row]
    own = table.of[row]
    named = any(land.country == one.country and name != own for name, land in table.lands)
    column = int(np.argmax(table.gain[row]))
    if table.gain[row, column] <= 0.25:
        return "", named
    other = table.all[column]
    shown = other.place().name
    if other.klass == "country" or (other.klass == "governorate" and other.unit == one.unit):
        return f"in {shown}", named
    return f"{round(distance_m((one.lat, one.lon), (other.lat, other.lon)) / 1_000)} km from {shown}", named


def _are_apart(one: Candidate, other: Candidate) -> bool:
    """Whether a place in one land can't lie in or beside one in another; south of a whole land is beside it."""
    if other.klass in UNITS:
        return other.klass != "country"
    return _metres(one, other) > one.radius_m + other.radius_m + FAR_M


def _metres(one: Candidate, other: Candidate) -> float:
    return distance_m((one.lat, one.lon), (other.lat, other.lon))


def _apart(one: Candidate, other: Candidate) -> bool:
    return _metres(one, other) > one.radius_m + other.radius_m + 20_000


@dataclass(frozen=True)
class _Evidence:
    """What there is for the best candidate: how near the next name and spot lie, and how far the rival is behind.

    `lands_m` is how far it lies beyond the countries that the text names.
    """

    near_m: float
    margin: float
    has_reason: bool
    in_country: bool
    near_spot_m: float = math.inf
    lands_m: float = 0.0


def _doubt(name: Named, one: Candidate, evidence: _Evidence, countries: frozenset[str]) -> str:
    """Return why the best candidate is not good enough to be put on the map; empty where it is."""
    far = (name.others and evidence.near_m > NEAR_M) or _HEARD_M < evidence.near_spot_m < math.inf
    if one.rank == 0 and one.likeness < 1 and far:
        return "only a place of a like sound is known, far from all others that the text names"
    if one.klass in CALLED_AFTER and name.wanted in _SETTLED:
        return f"only a {one.klass} of this name is known, and no {name.wanted}"
    if one.rank == 0 and name.others >= 2 and FAR_M < evidence.near_m < math.inf and name.wanted in _SETTLED:
        return "the desk's own place of this name is far from all others that the text names"
    if one.rank == 0 or one.klass == "country":
        return ""
    if is_too_large(one, name.wanted):
        return f"only places of this name are known that are too large for a {name.wanted}"
    alone = all(other is one or other.country != one.country or not _apart(other, one) for other in name.candidates)
    backed = evidence.near_m <= NEAR_M or one.country in countries or (alone and evidence.in_country)
    backed = backed or (name.land is not None and one.country == name.land)
    if name.county and one.country in _COUNTIES and one.klass in CITIES and evidence.near_m > FAR_M:
        return "a county seldom bears the name of its seat there, and nothing else places it"
    if name.wanted in CALLED_AFTER and FAR_M < evidence.near_m < math.inf:
        return "the quarters and streets of this name are far from all others that the text names"
    if name.apart:
        return "it bears the name of a town and need not lie there"
    if evidence.lands_m > _OVERSEAS_M and not backed and one.population < WELL_KNOWN and one.klass not in UNITS:
        return "the only places of this name lie overseas from all countries that the text names"
    if one.likeness < 1 and evidence.near_m > NEAR_M and one.country not in countries:
        return "only places of a like sound are known, and nothing in the text is near them"
    lone = name.wanted in _SETTLED and name.others >= 2 and FAR_M < evidence.near_m < math.inf
    if lone and one.population >= WELL_KNOWN and not backed:
        return f"only a {one.klass} of this name is known, far from all others that the text names"
    if one.klass in UNITS or (one.population >= WELL_KNOWN and (one.main or evidence.margin >= 0.25)):
        return ""
    if name.others >= 2 and not backed and evidence.near_m > FAR_M:
        return "the places of this name are far from all others that the text names"
    # Ten times as many people decide by themselves; less needs another name of the text nearby.
    level = evidence.margin < (0.25 if evidence.has_reason and evidence.near_m <= FAR_M else 1.0)
    if math.isfinite(evidence.margin) and not backed and level:
        return f"{len(name.candidates)} places have this name and nothing tells them apart"
    return ""


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
