"""Which pictures show the same: whole, cropped, framed, mirrored or compressed again.

Three tests, the cheap ones first: the same bytes; hashes of the whole that differ in few bits; and marks (`marks.py`)
of which many lie in the same arrangement. What is found at the same place in many pictures, as the buttons of one site
are in screenshots of it, tells of the site and not of the picture, and is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ascertain.model import Picture
from ascertain.pictures.marks import MIRROR, Marks, read_marks

NEAR_BITS = 8  # of 64 in the hash of the whole; unrelated pictures differ in 20 and more
_NEARLY_EQUAL_BITS = 2
_NEAR_MARK = 12  # of 63 in a mark
_FEWEST = 11  # marks in one arrangement; of unrelated pictures one pair in 231 reached 9 (docs/pictures.md)
_FEWEST_WITH_HASH = 4  # where the hashes of the whole are near besides
_ENOUGH = 24  # marks that a picture must have to be told from others by them
_SHARE = 0.14  # of the marks in what the two have in common
_OFF = 25.0  # thousandths of the longer side that a mark may lie off
_APART = 40.0  # thousandths of it that two marks must lie apart to tell scale and place
_OCTAVES_OFF = 0.75
_TURN = 0.15
_MOST_MATCHES = 60
_BANDS, _BAND_BITS = 4, np.uint64(16)
_COMMON = 40  # pictures in which a band of a mark lies, from which it is nobody's own
_FEWEST_BANDS = 3
_CELL = 30.0


class Match(NamedTuple):
    """Two pictures by their places in what was given, the earlier first, and how they are known to show the same."""

    one: int
    other: int
    how: str
    mirrored: bool = False


class _Prepared(NamedTuple):
    hash_bits: int | None
    marks: Marks | None


def same_pictures(pictures: Sequence[Picture]) -> Iterator[Match]:
    """Yield each pair of `pictures` that show the same, once; cost grows with the pairs that resemble each other."""
    found: dict[tuple[int, int], Match] = {}
    for match in _same_bytes(pictures):
        found[match.one, match.other] = match
    prepared = [
        _Prepared(int(one.phash, 16) if one.phash else None, read_marks(one.marks) if one.marks else None)
        for one in pictures
    ]
    for pair in sorted({*_near_hashes(prepared), *_sharing_bands(prepared)} - set(found)):
        compared = _compared(pair, prepared[pair[0]], prepared[pair[1]])
        if compared:
            found[pair] = compared
    yield from (found[pair] for pair in sorted(found))


def _same_bytes(pictures: Sequence[Picture]) -> Iterator[Match]:
    first: dict[str, int] = {}
    for place, picture in enumerate(pictures):
        earlier = first.setdefault(picture.digest, place)
        if earlier != place:
            yield Match(earlier, place, "the same file")


def _near_hashes(prepared: Sequence[_Prepared]) -> Iterator[tuple[int, int]]:
    """Yield pairs whose hashes share one of nine bands, as any two must that differ in eight bits."""
    seen: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, one in enumerate(prepared):
        if one.hash_bits is None:
            continue
        for band in range(NEAR_BITS + 1):
            low, high = band * 64 // 9, (band + 1) * 64 // 9
            key = band, one.hash_bits >> low & ((1 << (high - low)) - 1)
            yield from ((other, place) for other in seen[key] if _apart(prepared[other], one) <= NEAR_BITS)
            seen[key].append(place)


def _apart(one: _Prepared, other: _Prepared) -> int:
    if one.hash_bits is None or other.hash_bits is None:
        return 64
    return (one.hash_bits ^ other.hash_bits).bit_count()


def _sharing_bands(prepared: Sequence[_Prepared]) -> Iterator[tuple[int, int]]:
    """Yield pairs that have several bands of marks in common, as they are or mirrored."""
    holders: dict[tuple[int, int], set[int]] = defaultdict(set)
    mirrored: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, one in enumerate(prepared):
        if one.marks is not None:
            for key in _bands(one.marks.bits):
                holders[key].add(place)
            for key in _bands(one.marks.bits ^ MIRROR):
                mirrored[key].add(place)
    straight: Counter[tuple[int, int]] = Counter()
    turned: Counter[tuple[int, int]] = Counter()
    for key, places in holders.items():
        if len(places) > _COMMON:
            continue
        straight.update(combinations(sorted(places), 2))
        turned.update((min(a, b), max(a, b)) for a in places for b in mirrored.get(key, ()) if a != b)
    yield from (pair for pair, shared in straight.items() if shared >= _FEWEST_BANDS)
    yield from (pair for pair, shared in turned.items() if shared >= 2 * _FEWEST_BANDS)  # each is met from both sides


def _bands(bits: NDArray[np.uint64]) -> set[tuple[int, int]]:
    return {
        (band, int(value))
        for band in range(_BANDS)
        for value in (bits >> (np.uint64(band) * _BAND_BITS)) & np.uint64(0xFFFF)
    }


def _compared(pair: tuple[int, int], one: _Prepared, other: _Prepared) -> Match | None:
    bits = _apart(one, other)
    if one.marks is None or other.marks is None or min(len(one.marks.bits), len(other.marks.bits)) < _ENOUGH:
        return Match(*pair, _hashes(bits)) if bits <= NEAR_BITS else None
    if bits <= _NEARLY_EQUAL_BITS:
        return Match(*pair, _hashes(bits))
    if bits <= NEAR_BITS and arranged(one.marks, other.marks, mirrored=False, fewest=_FEWEST_WITH_HASH):
        return Match(*pair, _hashes(bits))  # two screenshots with the same margins have near hashes, and no more
    for mirrored in (False, True):
        there = arranged(one.marks, other.marks, mirrored=mirrored)
        fitting = there and min(there, arranged(other.marks, one.marks, mirrored=mirrored))
        if fitting:
            return Match(*pair, f"{fitting} places in them lie in the same arrangement", mirrored)
    return None


def _hashes(bits: int) -> str:
    return f"{bits} of 64 bits of their hashes differ"


def arranged(one: Marks, other: Marks, *, mirrored: bool, fewest: int = _FEWEST) -> int:
    """Return how many marks of two pictures lie in the same arrangement; 0 where they are too few to mean anything."""
    ours, theirs = _paired(one, other, mirrored=mirrored)
    if len(ours) < fewest:
        return 0
    from_, to = one.places[ours].copy(), other.places[theirs]
    if mirrored:
        from_[:, 0] *= -1
    steps = (other.levels[theirs] - one.levels[ours]) / 2
    fits, scale, shift = _best_arrangement(from_, to, steps)
    if fits is None:
        return 0
    fitting = min(len(_cells(from_[fits])), len(_cells(to[fits])))
    every = one.places.copy()
    if mirrored:
        every[:, 0] *= -1
    common = _fewest_within(every, other.places, scale, shift)
    return fitting if fitting >= fewest and fitting >= _SHARE * common else 0


def _paired(one: Marks, other: Marks, *, mirrored: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the marks of one picture that have a near one in the other, and which that is; the nearest come first."""
    bits = one.bits ^ MIRROR if mirrored else one.bits
    if not len(bits) or not len(other.bits):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    distances = np.bitwise_count(bits[:, None] ^ other.bits[None, :])
    nearest = distances.argmin(axis=1)
    least = distances[np.arange(len(bits)), nearest]
    order = np.argsort(least, kind="stable")
    chosen = order[least[order] <= _NEAR_MARK][:_MOST_MATCHES]
    return chosen, nearest[chosen]


def _best_arrangement(
    from_: NDArray[np.float64], to: NDArray[np.float64], steps: NDArray[np.float64]
) -> tuple[NDArray[np.bool_] | None, float, NDArray[np.float64]]:
    """Return which pairs the best change of scale and place brings together, of those that two pairs suggest.

    `steps` are the octaves between the sizes at which the marks of a pair were found, which the scale must agree with.
    """
    first, second = np.triu_indices(len(from_), 1)
    ours, theirs = from_[second] - from_[first], to[second] - to[first]
    length, other = np.hypot(*ours.T), np.hypot(*theirs.T)
    far = (length > _APART) & (other > _APART)
    first, ours, theirs, length, other = first[far], ours[far], theirs[far], length[far], other[far]
    turn = np.abs(ours / length[:, None] - theirs / other[:, None]).sum(axis=1)
    scale = other / length
    straight = (turn < _TURN) & (scale > 0.25) & (scale < 4)
    first, scale = first[straight], scale[straight]
    if not len(first):
        return None, 1.0, np.zeros(2)
    shift = to[first] - scale[:, None] * from_[first]
    off = np.abs(scale[:, None, None] * from_[None] + shift[:, None] - to[None]).max(axis=-1)
    fits = (off < _OFF) & (np.abs(np.log2(scale)[:, None] - steps[None]) < _OCTAVES_OFF)
    best = int(fits.sum(axis=1).argmax())
    return fits[best], float(scale[best]), shift[best]


def _fewest_within(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], scale: float, shift: NDArray[np.float64]
) -> int:
    """Return how many marks the picture with fewer of them has in what both show."""
    moved = scale * ours + shift
    inside = ((moved >= theirs.min(axis=0)) & (moved <= theirs.max(axis=0))).all(axis=1)
    back = (theirs - shift) / scale
    within = ((back >= ours.min(axis=0)) & (back <= ours.max(axis=0))).all(axis=1)
    return min(len(_cells(ours[inside])), len(_cells(theirs[within])))


def _cells(places: NDArray[np.float64]) -> set[tuple[int, int]]:
    """Return the squares that marks lie in: several in one square are no more than one."""
    return {(int(x), int(y)) for x, y in np.floor_divide(places, _CELL)}
