"""Where an incident was, as its tellings agree."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ascertain.group.geometry import apart_m, is_area, point, radius_m
from ascertain.group.spots import sound_of, spot_keys
from ascertain.group.telling import Telling
from ascertain.model import Claim, Place, Reading

_FAR_AND_WIDE_M = 100_000.0  # an area wider than this says where no event was, as a country does
_SPOT, _NAME_ONLY = 2.0, 2.0  # what a vote counts for a spot, and for a name that nobody has: it may be no name
_BEHIND = 30  # characters behind a name within which the land that holds it is written: "X, in the west of Y"
_ABOUT_M = 20_000.0  # how far a place that only its surroundings place may lie from the town they are named by


def agreed_where(
    tellings: Sequence[Telling], weights: Sequence[float], readings: Mapping[str, Reading]
) -> tuple[Place | None, tuple[Claim, ...]]:
    """Return the best place and the claims that give it.

    Every telling votes for its places, under whichever name; a place is also supported by those that hold it or lie
    near it. Of those with the most support, the sharpest is taken: a village that two name, in the district that five
    name, is the village. A country is taken only where nothing else is named. A village that no gazetteer has lies
    somewhere in the area that the tellings name beside it, and so wide is its radius.
    """
    votes: dict[str, float] = defaultdict(float)
    named: dict[str, list[Place]] = defaultdict(list)
    givers: dict[str, list[Claim]] = defaultdict(list)
    keys = spot_keys(place for telling in tellings for _, place in _named(telling))
    for telling, weight in zip(tellings, weights, strict=True):
        own = _named(telling)
        main = telling.place.id if telling.place else ""
        for claim, place in own:
            key = keys.get(place.id, place.id)
            named[key].append(place)
            givers[key].append(claim)
            votes[key] += weight * (1.5 if place.id == main else 1.0) / len(own)
    if not votes:
        return None, ()
    places = {key: _clearest(spellings) for key, spellings in named.items()}
    narrow = [key for key in votes if not _is_far_and_wide(places[key])]
    chosen = narrow or list(votes)
    support = {key: _support(key, votes, places) for key in chosen}
    best = min(chosen, key=lambda key: (-round(support[key], 9), radius_m(places[key]), key))
    if point(places[best]) is None and (near := _beside(givers[best], readings)):
        return _about(places[best], near), tuple(givers[best])
    return _somewhere(places[best], votes, places), tuple(givers[best])


def _is_far_and_wide(place: Place) -> bool:
    return place.klass == "country" or radius_m(place) > _FAR_AND_WIDE_M


def _named(telling: Telling) -> list[tuple[Claim, Place]]:
    """Return the places that a telling's claims give, with the claims."""
    told = [(claim, claim.where.value) for claim in telling.claims if claim.where]
    named = [(claim, place) for claim, place in told if isinstance(place, Place)]
    return [(claim, place) for claim, place in named if claim.relation != "from"] or named  # whence is not where


def _clearest(spellings: Sequence[Place]) -> Place:
    """Return of the places that stand for one spot one with a point, the sharpest, of such the most often named."""
    times = Counter(place.id for place in spellings)
    return min(spellings, key=lambda place: (place.lat is None, radius_m(place), -times[place.id], place.id))


def _support(key: str, votes: dict[str, float], places: dict[str, Place]) -> float:
    near = sum(vote for other, vote in votes.items() if other != key and _supports(places[other], places[key]))
    located = point(places[key]) is not None
    spot = not is_area(places[key]) and (located or bool(sound_of(places[key])))
    return votes[key] * ((_SPOT if located else _NAME_ONLY) if spot else 1.0) + 0.5 * near


def _supports(wide: Place, sharp: Place) -> bool:
    if radius_m(wide) < radius_m(sharp):
        return False
    if wide.name in sharp.within:
        return True
    if (
        point(sharp) is None
    ):  # a village that no map has lies in the district named beside it as well as one that is on it
        return is_area(wide) and not _is_far_and_wide(wide)
    return apart_m(wide, sharp) == 0


def _somewhere(place: Place, votes: dict[str, float], places: dict[str, Place]) -> Place:
    """Return a place that has no point as lying somewhere about what the tellings name beside it, where they do."""
    if point(place) is not None:
        return place
    around = [key for key in votes if point(places[key]) is not None and not _is_far_and_wide(places[key])]
    if not around:
        return place
    return _about(place, places[min(around, key=lambda key: (-round(votes[key], 9), radius_m(places[key]), key))])


def _beside(claims: Sequence[Claim], readings: Mapping[str, Reading]) -> Place | None:
    """Return the place with a point that most reports write right behind the one that these claims give."""
    found: dict[str, Place] = {}
    votes: Counter[str] = Counter()
    for item, end in sorted({(claim.item, claim.where.end) for claim in claims if claim.where}):
        behind = [
            mention
            for mention in readings[item].mentions
            if isinstance(mention.value, Place) and 0 <= mention.start - end <= _BEHIND and _places(mention.value)
        ]
        if behind:
            nearest = min(behind, key=lambda mention: mention.start)
            assert isinstance(nearest.value, Place)
            found.setdefault(nearest.value.id, nearest.value)
            votes[nearest.value.id] += 1
    return found[min(found, key=lambda key: (-votes[key], radius_m(found[key]), key))] if found else None


def _places(place: Place) -> bool:
    return point(place) is not None and not _is_far_and_wide(place)


def _about(place: Place, best: Place) -> Place:
    return replace(
        place,
        lat=best.lat,
        lon=best.lon,
        radius_m=max(radius_m(best), _ABOUT_M),
        country=best.country,
        within=place.within or (best.name, *best.within),
        because=f"{place.because or 'no gazetteer has this name'}; somewhere about {best.name}, which is named with it",
    )
