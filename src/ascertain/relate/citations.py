"""Citations by name: "Reuters reported", «نقلت وكالة سانا عن», "Source: ...", the agency in a dateline."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ascertain.model import Claim, Edge, Item
from ascertain.relate.collection import Collection, Figure, Told, told_in
from ascertain.relate.directory import Voice, name_key
from ascertain.text import Document, Lexicon
from ascertain.text.fold import fold
from ascertain.text.tables import read_tables

_DATELINE_WORDS = 14  # a dateline ends within so many words
_MOST = 200  # items of one source that are looked through


def find_citations(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for each claim whose words name another source, and each item that says it is from one.

    The giver is the very item of that source where the collection holds it, else the source's name.
    """
    by_voice = _items_by_voice(collection)
    names = Lexicon((name, voice) for name, voice in sorted(collection.directory.names.items()))
    for place, item in enumerate(collection.items):
        own = collection.voices[place]
        for claim in collection.claims(place):
            yield from _cited_by_claim(collection, by_voice, claim, own)
        for voice, words, kind in _cited_by_item(item, names):
            if voice.key != own.key or kind == "same_wire":
                yield Edge(
                    taker=item.id,
                    giver=voice.key,
                    kind=kind,
                    because=f"it carries the wire of {voice.name}" if kind == "same_wire" else f"it names {voice.name}",
                    evidence=words,
                )


_Saying = dict[str | Figure, list[int]]  # the items of a voice, by each place and figure that their claims give


def _items_by_voice(collection: Collection) -> Mapping[str, _Saying]:
    places: dict[str, list[int]] = {}
    for place, voice in enumerate(collection.voices):
        if not voice.unstated:
            places.setdefault(voice.key, []).append(place)
    found: dict[str, _Saying] = {}
    for key, own in places.items():
        saying = found[key] = {}
        for place in own[:_MOST]:
            for said in {said for told in collection.told[place] for said in _sayings(told)}:
                saying.setdefault(said, []).append(place)
    return found


def _sayings(told: Told) -> Iterator[str | Figure]:
    """Yield what two claims must have one of in common for the one to be where the other is from."""
    yield from told.figures
    if told.place is not None:
        yield told.place


def _cited_by_claim(
    collection: Collection, by_voice: Mapping[str, _Saying], claim: Claim, own: Voice
) -> Iterator[Edge]:
    for speaker in claim.speakers:
        voice = collection.voice_of(collection.place_of[claim.item], claim, speaker)
        if voice is None or voice.key == own.key:
            continue
        very = _very_item(collection, by_voice.get(voice.key, {}), claim)
        start, end = speaker.start, speaker.end
        text = collection.items[collection.place_of[claim.item]].text
        yield Edge(
            taker=claim.id,
            giver=very or voice.key,
            kind="same_party" if voice.party else "cites",
            because=f"its words give it as said by {voice.name}",
            evidence=text[start:end] if start is not None and end is not None else speaker.name,
        )


def _very_item(collection: Collection, saying: _Saying, claim: Claim) -> str | None:
    """Return the item of the cited source that says the same: the same place and figure, not published later."""
    mine = collection.published[collection.place_of[claim.item]]
    told = told_in(claim)
    best: tuple[int, str] | None = None
    for place in sorted({place for said in _sayings(told) for place in saying.get(said, ())}):
        theirs = collection.published[place]
        if mine and theirs and theirs[0] > mine[1]:
            continue
        score = max((_alike(told, other) for other in collection.told[place]), default=0)
        if score >= 2 and (best is None or score > best[0]):
            best = (score, collection.items[place].id)
    return best[1] if best else None


def _alike(claim: Told, other: Told) -> int:
    score = 2 * (claim.place is not None and claim.place == other.place)
    score += len(claim.figures & other.figures)
    return score + (claim.event == other.event) if score else 0


def _cited_by_item(item: Item, names: "Lexicon[Voice]") -> Iterator[tuple[Voice, str, Any]]:
    """Yield each source that the item as a whole is said to be from, the words, and the kind of edge."""
    document = Document(item.text, item.furniture)
    if names and len(document):
        for hit in names.find(document, stems=False):
            kind = _kind_of_mention(document, hit.first, hit.last)
            if kind:
                first = max(0, hit.first - 3) if kind == "cites" else hit.first
                yield hit.tags[0], document.quote(first, hit.last), kind
    if item.author and (known := names.lookup(item.author)) and name_key(item.author) != name_key(item.source or ""):
        yield known[0], item.author, "same_wire"


def _kind_of_mention(document: Document, first: int, last: int) -> str:
    words = document.words
    closed = first > 0 and words[first - 1] == "(" and last < len(words) and words[last] == ")"
    if closed and last < _DATELINE_WORDS and last + 1 < len(words) and words[last + 1] in "-:.":
        return "same_wire"
    before = first - 1
    while before >= 0 and words[before] in (":", "@", "#", "|", "-", "("):
        before -= 1
    anywhere, line_start = _cues()
    for length in (1, 2, 3):
        cue = tuple(words[max(0, before + 1 - length) : before + 1])
        if cue in anywhere and (len(cue) > 1 or first - 1 > before or cue == ("via",)):
            return "cites"
        if cue in line_start and _starts_line(document, before + 1 - length):
            return "cites"
    return ""


def _starts_line(document: Document, index: int) -> bool:
    gap = document.text[document.ends[index - 1] if index else 0 : document.starts[index]]
    return index == 0 or "\n" in gap


@cache
def _cues() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    anywhere: set[tuple[str, ...]] = set()
    line_start: set[tuple[str, ...]] = set()
    for words in read_tables(files("ascertain.relate").joinpath("citing_words.toml").read_text("utf-8")).values():
        strict = words.get("strict", ())
        for phrase in words["before"]:
            folded = tuple(re.findall(r"\w+", fold(phrase)))
            (line_start if phrase in strict else anywhere).add(folded)
    return frozenset(anywhere), frozenset(line_start)
