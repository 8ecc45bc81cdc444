"""Copied words: the same wire under several mastheads, a post pasted into another, an article quoted in a round-up."""

from collections.abc import Iterator

from ascertain.model import Edge
from ascertain.relate.collection import Collection
from ascertain.relate.shingles import Shared

LEAST = 8  # shared runs; texts with fewer runs of their own are compared only as wholes
COPIED = 0.35  # the share of the shorter text's own runs that makes it a copy
WHOLE = 0.8  # ... and that makes a very short one a copy
FEW = 4
_SHOWN = 30  # words of the shared run that are shown


def find_copies(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for each pair of items of which one holds the other's words.

    Directed by `order`, from what the dates and the texts themselves say.
    """
    for pair in collection.runs.pairs(FEW):
        if not is_copy(pair):
            continue
        taker, giver, why = order(collection, pair)
        yield Edge(
            taker=collection.items[taker].id,
            giver=collection.items[giver].id,
            kind="copies",
            because=f"{pair.containment:.0%} of the shorter text's own runs of three words stand in the other as well"
            + (f"; {why}" if why else "; which of the two came first is open"),
            evidence=_shared_words(collection, taker, giver),
            directed=bool(why),
            score=round(pair.containment, 3),
        )


def is_copy(pair: Shared) -> bool:
    """Return whether two texts share so many words that they were not written apart."""
    if min(pair.of_first, pair.of_second) < LEAST:
        return pair.shared >= FEW and pair.containment >= WHOLE
    return pair.shared >= LEAST * COPIED and pair.containment >= COPIED


def order(collection: Collection, pair: Shared) -> tuple[int, int, str]:
    """Return (taker, giver, why); `why` is empty where nothing tells which came first.

    One that names the other's source took it from there, whatever the dates say. Then the dates decide, where both are
    known and do not touch. Then the texts: a text that stands whole inside one twice as long was quoted there, unless
    it is the mere beginning of it.
    """
    first, second = pair.first, pair.second
    names = _names_the_other(collection, first, second), _names_the_other(collection, second, first)
    if names[0] != names[1]:
        taker, giver = (first, second) if names[0] else (second, first)
        return taker, giver, f"it names {collection.voices[giver].name} as its source"
    ours, theirs = collection.published[first], collection.published[second]
    if ours and theirs and (ours[0] > theirs[1] or theirs[0] > ours[1]):
        taker, giver = (first, second) if ours[0] > theirs[1] else (second, first)
        return taker, giver, "it was published later"
    if ours and theirs:
        return first, second, ""
    short, long = (first, second) if pair.of_first <= pair.of_second else (second, first)
    sizes = sorted((pair.of_first, pair.of_second))
    if pair.containment >= WHOLE and sizes[1] >= 2 * sizes[0] and collection.runs.common_words(long, short)[0] > 3:
        return long, short, "it holds the whole of the other inside a longer text"
    return first, second, ""


def _names_the_other(collection: Collection, place: int, other: int) -> bool:
    voice = collection.voices[other]
    if voice.unstated or voice == collection.voices[place]:
        return False
    spoken = (speaker for claim in collection.claims(place) for speaker in claim.speakers)
    return any(collection.directory.of_speaker(speaker) == voice for speaker in spoken)


def _shared_words(collection: Collection, place: int, other: int) -> str:
    start, end = collection.runs.common_words(place, other)
    spans = collection.word_spans(place)
    end = min(end, start + _SHOWN, len(spans))
    return collection.items[place].text[spans[start][0] : spans[end - 1][1]] if end > start else ""
