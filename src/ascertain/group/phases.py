"""The steps of one event, in a folder: a bomb at the gate, gunmen inside, a siege that ends at dawn.

One report tells them as several events, each of its own kind, and so do the others. Where reports tell two of them in
one text and neither gives a day or a spot that the other excludes, they are one event. In a collection of thousands
such texts are round-ups as often, and nothing is joined there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ascertain.group import families
from ascertain.group.agglomerate import SEASON_DAYS
from ascertain.group.days import Days, other_day_of_year
from ascertain.group.folders import Clusters, joined_in_a_folder
from ascertain.group.geometry import distance_m, is_area, point, radius_m
from ascertain.group.pair import Pair
from ascertain.group.rarity import size_of
from ascertain.group.siblings import at_other_spots, deaths, spots_told
from ascertain.group.sides import known_as
from ascertain.group.telling import Telling, told_or_said
from ascertain.knowledge.gazetteer.bare import bare_name
from ascertain.knowledge.gazetteer.skeleton import skeleton
from ascertain.languages.place_words import feature_words
from ascertain.model import Interval, Place
from ascertain.model.place import PROVINCE_M, stands_for_its_land

_ALIKE = 0.0  # log odds, on average, by which reports must be like their likest of the other event
_UNMET = -6.0
_MONTH = 27  # days
_SAME_EVENT_M = 6_000.0  # a town's spots, as `tellings` takes them


def joined_phases(
    tellings: Sequence[Telling], clusters: Sequence[Sequence[int]], apart: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Return the clusters, those that are steps of one event put together; each and all in order."""
    kept = {frozenset(pair) for pair in apart}
    return joined_in_a_folder(tellings, clusters, lambda found: _next(tellings, found, kept))


def joined_alike(
    tellings: Sequence[Telling],
    clusters: Sequence[Sequence[int]],
    pairs: Iterable[Pair],
    apart: Iterable[tuple[int, int]],
) -> list[list[int]]:
    """Return the clusters of a folder, those put together that every report of one is like some report of the other.

    What one report calls a town and the next a church, in two languages and with two tolls, is unlike most of the
    others and like one of them. Both must be told of one day, and neither may give a spot that the other excludes.
    """
    if size_of(len(tellings)) > 0:  # before the pairs of thousands are looked at
        return [list(cluster) for cluster in clusters]
    kept = {frozenset(pair) for pair in apart}
    scores: dict[tuple[int, int], float] = {}
    for pair in pairs:
        scores[pair.first, pair.second] = scores[pair.second, pair.first] = pair.score

    def likest(found: Clusters) -> tuple[int, int] | None:
        together = (
            (-likeness, first, second)
            for first in range(len(found))
            for second in range(first + 1, len(found))
            if (likeness := _likeness(tellings, found[first], found[second], scores)) >= _ALIKE
            and _may_be_one_event(tellings, found[first], found[second], kept)
        )
        best = min(together, default=None)
        return None if best is None else best[1:]

    return joined_in_a_folder(tellings, clusters, likest)


def _likeness(
    tellings: Sequence[Telling], one: Sequence[int], other: Sequence[int], scores: Mapping[tuple[int, int], float]
) -> float:
    """Return how like the reports of the cluster with fewer are to the report of the other that each is most like."""
    small, large = sorted((one, other), key=lambda side: (len({tellings[number].item for number in side}), side))
    if not any(tellings[number].main for number in large):
        return _UNMET
    best: dict[str, float] = {}
    for mine in small:
        top = max(scores.get((mine, theirs), _UNMET) for theirs in large)
        best[tellings[mine].item] = max(top, best.get(tellings[mine].item, _UNMET))
    return sum(best.values()) / len(best)


def _may_be_one_event(
    tellings: Sequence[Telling], first: Sequence[int], second: Sequence[int], kept: set[frozenset[int]]
) -> bool:
    one, other = ([tellings[number] for number in side] for side in (first, second))
    if any(frozenset((a.number, b.number)) in kept or is_told_apart(a, b) for a in one for b in other):
        return False
    dated = all(any(telling.days is not None and telling.days.sharp for telling in side) for side in (one, other))
    if not dated or not _same_days(one, other) or not _same_spots(one, other):
        return False
    return not (_looks_back(one) or _looks_back(other) or opposed(one, other) or opposed(other, one))


def _same_spots(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Return whether no two of the spots that either is about lie apart."""
    mine, theirs = ([place for telling in side for place in telling.places[:1]] for side in (one, other))
    return all(may_be_one(a, b) for a in mine for b in theirs)


def _next(
    tellings: Sequence[Telling], clusters: Sequence[Sequence[int]], kept: set[frozenset[int]]
) -> tuple[int, int] | None:
    """Return the two clusters that most items tell together and that may be one event."""
    together: Counter[tuple[int, int]] = Counter()
    items = [{tellings[number].item for number in cluster} for cluster in clusters]
    for first in range(len(clusters)):
        for second in range(first + 1, len(clusters)):
            if common := len(items[first] & items[second]):
                together[first, second] = common
    for pair in sorted(together, key=lambda pair: (-together[pair], pair)):
        one, other = ([tellings[number] for number in clusters[place]] for place in pair)
        if any(frozenset((a.number, b.number)) in kept or is_told_apart(a, b) for a in one for b in other):
            continue
        if _looks_back(one) or _looks_back(other) or opposed(one, other) or opposed(other, one):
            continue
        if _same_days(one, other) and not _seasons_apart(one, other) and _same_places(one, other):
            return pair
    return None


def is_told_apart(one: Telling, other: Telling) -> bool:
    """Return whether one item tells two events, on two days or at two places of which neither may be the other."""
    if one.item != other.item or not (one.starts and other.starts):
        return False
    if one.days is not None and other.days is not None and one.days.gap(other.days) > 0:
        return True
    if other_day_of_year(one, other):
        return True
    if not set(one.spots).isdisjoint(other.spots):
        return False
    here, there = spots_told(one), spots_told(other)
    if at_other_spots(here, there, deaths(*one.claims), deaths(*other.claims)):
        return True
    return bool(here and there) and not any(may_be_one(mine, theirs) for mine in here for theirs in there)


def opposed(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Return whether those who do the one suffer the other, or other parties do it and by other means.

    An advance and the air strike on it are told together and are two; whom two reports blame for one bomb is not asked.
    """
    doers = _parties(one, "perpetrators")
    if not doers:
        return False
    if doers & _parties(other, "targets") - _parties(other, "perpetrators"):
        return True
    others = _parties(other, "perpetrators")
    kinds = (families.likeness(a.event, b.event) for a in one for b in other if a.starts and b.starts)
    return bool(others) and not doers & others and max(kinds, default=0.0) < 0


def _parties(side: Sequence[Telling], role: str) -> set[str]:
    """Return the parties of a role, by what they are known as, in what is asserted of such events as start one."""
    claims = [claim for telling in side for claim in telling.claims if families.starts_incident(claim.event)]
    told = [claim for claim in claims if claim.polarity == "asserted" and claim.mood == "actual"]
    return known_as(party for claim in told for party in getattr(claim, role))


def _looks_back(side: Sequence[Telling]) -> bool:
    """Return whether one is told of as earlier than the rest of its text ("days earlier"): an event of its own."""
    return all(
        any(
            claim.when is not None and isinstance(claim.when.value, Interval) and claim.when.value.timex == "PAST_REF"
            for claim in telling.claims
        )
        for telling in side
    )


def _same_days(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Return whether some day that the one is told of is one of the other's, or either is told without a day.

    Where both have a day that is told sharply, those must meet: "the second this month" ties no two days together.
    """
    mine, theirs = (_narrowest([telling.days for telling in side if telling.days is not None]) for side in (one, other))
    sharp = [[days for days in side if days.sharp] for side in (mine, theirs)]
    mine, theirs = sharp if all(sharp) else (mine, theirs)
    return not mine or not theirs or any(a.gap(b) == 0 or a.reaches(b) for a in mine for b in theirs)


def _seasons_apart(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Return whether all that is told or was said of the one is of another season than all of the other."""
    mine, theirs = ([day for telling in side if (day := told_or_said(telling)) is not None] for side in (one, other))
    return bool(mine and theirs) and min(a.gap(b) for a in mine for b in theirs) > SEASON_DAYS


def _narrowest(days: list[Days]) -> list[Days]:
    """Return the days without whole months and years ("the third this year"), where others are given."""
    return [one for one in days if one.last - one.first < _MONTH] or days


def _same_places(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Return whether one of the places of either may be one of the other's."""
    mine, theirs = ([telling.place for telling in side if telling.place is not None] for side in (one, other))
    return not mine or not theirs or any(may_be_one(a, b) for a in mine for b in theirs)


def sounds_as(mine: Place, theirs: Place) -> bool:
    """Return whether the names of two places have one sound, as "al-Thawra hospital" and مستشفى الثورة have."""
    here, there = ("".join(map(skeleton, bare_name(place.name, feature_words()))) for place in (mine, theirs))
    return len(here) > 1 and here == there


def may_be_one(mine: Place, theirs: Place) -> bool:
    """Return whether two places can be one, or the one lie in or near the other."""
    if mine.id == theirs.id or mine.name in theirs.within or theirs.name in mine.within:
        return True
    here, there = point(mine), point(theirs)
    if here is None or there is None:
        if sounds_as(mine, theirs):
            return True
        return mine.klass != theirs.klass or ((here or there) is not None and mine.klass != "village")
    reach = radius_m(mine) + radius_m(theirs) if is_area(mine) or is_area(theirs) else _SAME_EVENT_M
    if stands_for_its_land(mine, theirs) or stands_for_its_land(theirs, mine):
        reach = max(reach, PROVINCE_M)
    return distance_m(here, there) <= reach
