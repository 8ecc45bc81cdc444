"""Translations: the same figures, places and names in the same order, in another language."""

from collections.abc import Iterator
from itertools import combinations, pairwise, product

from rapidfuzz.distance import LCSseq

from ascertain.model import Actor, Count, Edge, Interval, Place, Reading
from ascertain.relate.collection import Collection

LEAST = 5  # things that both name, in one order
FIGURES = 2  # ... of which so many are figures above one
SHARE_OF_SHORTER = 0.7
SHARE_OF_LONGER = 0.4
_COMMON = 200  # a thing that more items name brings nobody together


def find_translations(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for each pair of items in two languages that say the same things in the same order."""
    told = [anchors(collection.readings.get(item.id)) for item in collection.items]
    holders: dict[str, list[int]] = {}
    for place, things in enumerate(told):
        if len(things) >= LEAST:
            for pair in sorted(set(pairwise(things))):
                holders.setdefault("|".join(pair), []).append(place)
    languages = [item.lang or _read_as(collection, place) for place, item in enumerate(collection.items)]
    met: dict[tuple[int, int], int] = {}
    for _, places in sorted(holders.items()):
        if len(places) <= _COMMON:
            for first, second in _in_two_languages(places, languages):
                met[first, second] = met.get((first, second), 0) + 1
    for (first, second), shared in sorted(met.items()):
        if shared >= 2 and (common := _common(told[first], told[second])):
            yield _edge(collection, first, second, common)


def anchors(reading: Reading | None) -> list[str]:
    """Return what of a reading survives translation, in order: figures above one, places, parties, days."""
    found = []
    for mention in reading.mentions if reading else ():
        match mention.value:
            case Count(low=low) if low is not None and low > 1:
                found.append(f"n:{low:g}")
            case Place(id=key):
                found.append(f"p:{key}")
            case Actor(id=key, generic=False):
                found.append(f"a:{key}")
            case Interval(start=str() as start):
                found.append(f"t:{start[:10]}")
            case _:
                pass
    return found


def _common(first: list[str], second: list[str]) -> list[str]:
    """Return what both tell in one order, where it is enough for a translation; else nothing."""
    length = LCSseq.similarity(first, second)
    if length < LEAST or length < SHARE_OF_SHORTER * min(len(first), len(second)):
        return []
    shared = [thing for thing in dict.fromkeys(first) if thing in second]
    figures = [thing for thing in shared if thing.startswith("n:")]
    enough = len(figures) >= FIGURES and any(thing.startswith("p:") for thing in shared)
    return shared if enough and length >= SHARE_OF_LONGER * max(len(first), len(second)) else []


def _in_two_languages(places: list[int], languages: list[str | None]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose languages are known and differ; most are of one language and never met."""
    by_language: dict[str, list[int]] = {}
    for place in places:
        if (language := languages[place]) is not None:
            by_language.setdefault(language, []).append(place)
    for one, other in combinations(sorted(by_language), 2):
        for first, second in product(by_language[one], by_language[other]):
            yield min(first, second), max(first, second)


def _read_as(collection: Collection, place: int) -> str | None:
    reading = collection.readings.get(collection.items[place].id)
    return reading.lang if reading else None


def _edge(collection: Collection, first: int, second: int, common: list[str]) -> Edge:
    ours, theirs = collection.published[first], collection.published[second]
    directed = bool(ours and theirs and (ours[0] > theirs[1] or theirs[0] > ours[1]))
    taker, giver = (second, first) if directed and ours and theirs and theirs[0] > ours[1] else (first, second)
    return Edge(
        taker=collection.items[taker].id,
        giver=collection.items[giver].id,
        kind="translates",
        because=f"{len(common)} figures, places, names and days stand in the same order in two languages"
        + ("; it was published later" if directed else ""),
        evidence=", ".join(thing[2:] for thing in common[:12]),
        directed=directed,
    )
