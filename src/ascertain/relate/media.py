"""Shared media: the same picture under two mastheads."""

import re
from collections.abc import Iterator

from ascertain.model import Edge
from ascertain.pictures.matching import same_pictures
from ascertain.relate.collection import Collection

# Two pictures of which 8 bits in 64 differ are the same one, cropped or compressed (measured on pHash: unrelated
# pictures differ in 20 and more).
NEAR_BITS = 8
_HASH = re.compile(r"\b(?:p-?hash|pdq|d-?hash|perceptual hash)\b\W*([0-9a-f]{16,64})\b", re.IGNORECASE)
_DIGEST = re.compile(r"[0-9a-f]{32,}", re.IGNORECASE)


def find_shared_media(collection: Collection) -> Iterator[Edge]:
    """Yield an edge between items with the same picture: by its looks, by a hash in their notes, or by a digest."""
    seen: dict[str, list[tuple[int, int]]] = {}
    digests: dict[str, int] = {}
    yield from _looks(collection)
    for place, item in enumerate(collection.items):
        for name in item.media:
            if digest := _DIGEST.search(name):
                earlier = digests.setdefault(digest.group().lower(), place)
                if earlier != place:
                    yield _edge(collection, place, earlier, f"the same file, {digest.group()[:16]}")
        for note in item.notes:
            for match in _HASH.finditer(note):
                yield from _matches(collection, place, match.group(1).lower(), seen)


def _looks(collection: Collection) -> Iterator[Edge]:
    """Yield an edge between items of which pictures show the same, however they were cropped or turned round."""
    held = [(place, picture) for place, item in enumerate(collection.items) for picture in item.pictures]
    joined: set[tuple[int, int]] = set()
    for match in same_pictures([picture for _, picture in held]):
        pair = held[match.one][0], held[match.other][0]
        if pair[0] != pair[1] and pair not in joined:
            joined.add(pair)
            names = f"{held[match.one][1].name} and {held[match.other][1].name}"
            turned = ", one of them mirrored" if match.mirrored else ""
            yield _edge(collection, pair[1], pair[0], f"{names}: {match.how}{turned}")


def _matches(
    collection: Collection, place: int, written: str, seen: dict[str, list[tuple[int, int]]]
) -> Iterator[Edge]:
    """Yield edges to earlier pictures that share one of nine bands and differ in few bits."""
    bits, width = int(written, 16), len(written)
    bands = [f"{width}:{number}:{written[number * width // 9 : (number + 1) * width // 9]}" for number in range(9)]
    met = {entry for band in bands for entry in seen.get(band, ())}
    for other, theirs in sorted(met):
        limit = NEAR_BITS * width // 16
        if other != place and (apart := (bits ^ theirs).bit_count()) <= limit:
            yield _edge(collection, place, other, f"{apart} of {4 * width} bits differ")
    for band in bands:
        seen.setdefault(band, []).append((place, bits))


def _edge(collection: Collection, place: int, other: int, evidence: str) -> Edge:
    ours, theirs = collection.published[place], collection.published[other]
    later = bool(ours and theirs and ours[0] > theirs[1])
    earlier = bool(ours and theirs and theirs[0] > ours[1])
    taker, giver = (other, place) if earlier else (place, other)
    return Edge(
        taker=collection.items[taker].id,
        giver=collection.items[giver].id,
        kind="same_media",
        because="both carry the same picture" + ("; this one is later" if later or earlier else ""),
        evidence=evidence,
        directed=later or earlier,
    )
