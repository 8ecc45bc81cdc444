"""Compiling places into one table: arrays, sorted names and the automaton that finds them.

Everything is made from sorted lists, so that the same places give the same bytes on any machine.
"""

import gc
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate
from typing import NamedTuple

import daachorse
import numpy as np

from ascertain.knowledge.gazetteer.keys import has_article, is_arabic, name_key, word_key
from ascertain.knowledge.gazetteer.rows import CLASSES, PlaceRow
from ascertain.knowledge.gazetteer.skeleton import skeleton
from ascertain.knowledge.gazetteer.table import Table
from ascertain.text import Document
from ascertain.text.fold import fold, fold_characters, fold_word
from ascertain.text.tables import kept

# Bits of a name: written with the article, without it, the place's main name.
WITH_ARTICLE, WITHOUT_ARTICLE, MAIN = 1, 2, 4
UNHEARD = -100
# Raised whenever keys, arrays or their meaning change, so that nothing that older code kept is read by newer code.
FORM = 9
_SENTINEL = "\x00"


class Name(NamedTuple):
    """A key of a place, with its bits."""

    key: str
    place: int
    bits: int


def compile_rows(rows: Iterable[PlaceRow]) -> Table:
    """Return the table of these places."""
    collects = gc.isenabled()
    gc.disable()  # millions of small tuples, none in a cycle: collecting would take a third of the time
    try:
        return _compile(list(rows))
    finally:
        if collects:
            gc.enable()


def _compile(places: Sequence[PlaceRow]) -> Table:
    names = _names(places)
    by_key: dict[str, dict[int, int]] = defaultdict(dict)
    for name in names:
        held = by_key[name.key]
        held[name.place] = held.get(name.place, 0) | name.bits
    keys = sorted(by_key)
    table = Table()
    _add_places(table, places)
    _add_keys(table, keys, by_key, places)
    return table


def _names(places: Sequence[PlaceRow]) -> list[Name]:
    """Return the keys of every name. All names are split as one text, which is ten times as fast as one by one."""
    lines: list[tuple[int, bool]] = []
    text: list[str] = []
    for place, row in enumerate(places):
        for position, name in enumerate(row.names):
            lines.append((place, position == 0))
            text.append(name.replace("\n", " ").replace(_SENTINEL, " ").replace("İ", "I"))
    words = Document(f"\n{_SENTINEL}\n".join(text)).words
    found, begin, line = [], 0, 0
    for index in (*(i for i, word in enumerate(words) if word == _SENTINEL), len(words)):
        name_words = words[begin:index]
        place, main = lines[line]
        begin, line = index + 1, line + 1
        key = "  ".join(name_key([word for word in name_words if word not in ("(", ")", ",", '"')]))
        if len(key) > 1 and not key.isdigit():
            bits = (WITH_ARTICLE if has_article(name_words) else WITHOUT_ARTICLE) | (MAIN if main else 0)
            found.append(Name(key, place, bits))
    return found


def _add_places(table: Table, places: Sequence[PlaceRow]) -> None:
    countries = sorted({row.country for row in places})
    units = sorted({f"{row.country}.{row.admin1}" for row in places})
    zones = sorted({row.zone for row in places})
    table.notes |= {"countries": countries, "units": units, "zones": zones}
    where = {name: index for index, name in enumerate(units)}
    country_at = {name: index for index, name in enumerate(countries)}
    zone_at = {name: index for index, name in enumerate(zones)}
    table.arrays |= {
        "lat": np.array([row.lat for row in places], np.float32),
        "lon": np.array([row.lon for row in places], np.float32),
        "population": np.array([min(row.population, 2**32 - 1) for row in places], np.uint32),
        "radius": np.array([row.radius_m for row in places], np.float32),
        "class": np.array([CLASSES.index(row.klass) for row in places], np.uint8),
        "country": np.array([country_at[row.country] for row in places], np.uint16),
        "unit": np.array([where[f"{row.country}.{row.admin1}"] for row in places], np.uint16),
        "zone": np.array([zone_at[row.zone] for row in places], np.uint16),
    }
    table.add_texts("shown", [row.names[0] for row in places])
    table.add_texts("id", [row.id for row in places])
    table.add_texts("more", [_more(row) for row in places])


def _more(row: PlaceRow) -> str:
    more = {
        "within": row.within, "valid_from": row.valid_from, "valid_to": row.valid_to, "stated_in": row.stated_in,
    }  # fmt: skip
    kept = {key: value for key, value in more.items() if value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


def prominence(row: PlaceRow, bits: int) -> int:
    """Return how prominent a place is, in tenths of the logarithm of its people; countries and units rank above."""
    if row.klass == "country":
        return 100
    value = 10 * math.log10(row.population + 10)
    if row.klass in ("governorate", "region"):
        value = max(value, 62.0)
    elif row.klass == "landmark":
        value = max(value, 45.0)
    return int(min(99.0, value if bits & MAIN else value - 4.0))


def _add_keys(table: Table, keys: list[str], by_key: dict[str, dict[int, int]], places: Sequence[PlaceRow]) -> None:
    heard = word_frequencies()
    pairs: list[int] = []
    bits: list[int] = []
    starts, fame, common = [0], [], []
    for key in keys:
        held = by_key[key]
        order = sorted(held) if len(held) > 1 else held
        pairs.extend(order)
        bits.extend(held[place] for place in order)
        starts.append(len(pairs))
        fame.append(max(prominence(places[place], bit) for place, bit in held.items()))
        common.append(min(127, heard.get(key, UNHEARD)))
    table.add_texts("key", keys)
    table.arrays |= {
        "pair": np.array(pairs, np.uint32), "bits": np.array(bits, np.uint8), "start": np.array(starts, np.uint32),
        "fame": np.array(fame, np.uint8), "common": np.array(common, np.int8),
    }  # fmt: skip
    _add_automaton(table, keys, fame, common)
    _add_skeletons(table, keys)


# Scripts without spaces between words: their names are kept for look-up, but no run of words can be one.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _add_automaton(table: Table, keys: Sequence[str], fame: Sequence[int], common: Sequence[int]) -> None:
    chosen = [
        index
        for index, key in enumerate(keys)
        if not too_common(key, fame[index], common[index]) and not _UNSPACED.search(key)
    ]
    table.arrays["pattern"] = np.array(chosen, np.uint32)
    table.automaton = automaton_of([keys[index] for index in chosen])
    begins = sorted({first for key in keys if is_arabic(first := key.split("  ", 1)[0])})
    table.add_texts("begins", begins)


def automaton_of(keys: Sequence[str]) -> bytes:
    """Return the serialised automaton that finds these keys in a text, whole words only; nothing where there are none.

    A pattern's number is its place among `keys`; of two that begin at one word it finds the longer.
    """
    if not keys:
        return b""
    patterns = [f" {key} " for key in keys]
    return bytes(daachorse.CharwiseDoubleArrayAhoCorasick(patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST).serialize())


def too_common(key: str, fame: int, common: int) -> bool:
    """Return whether a single word is so much commoner than its place is known that only a cue makes it a name."""
    if "  " in key:
        return False
    if len(key) < 3 and fame < 60:
        return True
    if fame >= 85:
        return False
    limit = 18 if is_arabic(key) else 27
    return common >= limit + max(0, fame - 50) // 2


@lru_cache(maxsize=1)
def word_frequencies() -> dict[str, int]:
    """Return how common a key is as a word of everyday speech, in tenths of log10 of its count in a million."""
    counts: dict[str, float] = defaultdict(float)
    for language in ("ar", "en"):
        path = resources.files(__package__) / f"words_{language}.tsv"
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                word, tenths = line.split("\t")
                counts[name_key((fold(word),))[0]] += 10 ** (int(tenths) / 10)
    return {key: round(10 * math.log10(count)) for key, count in sorted(counts.items())}


@cache
def usual_words(tenths: int) -> frozenset[str]:
    """Return the keys of the words that are at least so common, in tenths of log10 of their count in a million."""
    return frozenset([key for key, most in _most_usual().items() if most >= tenths])


_COUNTED = re.compile(r"^([^#\t\n][^\t\n]*)\t(-?\d+)$", re.MULTILINE)


@cache
def _most_usual() -> dict[str, int]:
    """Return how common the commonest word of each key is, in tenths of log10 of its count in a million."""
    folder = resources.files(__package__)
    texts = [folder.joinpath(f"words_{language}.tsv").read_text("utf-8") for language in ("ar", "en")]
    return kept("\n".join(("usual words", str(FORM), *texts)), lambda: _commonest(texts))


def _commonest(texts: Iterable[str]) -> dict[str, int]:
    most: dict[str, int] = {}
    for text in texts:
        # Folded as one text, which is far faster than word by word.
        for word, count in _COUNTED.findall(fold_characters(text)):
            key, tenths = word_key(fold_word(word)), int(count)
            if most.get(key, tenths) <= tenths:
                most[key] = tenths
    return most


def _add_skeletons(table: Table, keys: Sequence[str]) -> None:
    memo: dict[str, str] = {}
    bones = []
    for index, key in enumerate(keys):
        words = key.split("  ")
        for word in words:
            if word not in memo:
                memo[word] = skeleton(word)
        joined = " ".join(memo[word] for word in words)
        if len(joined.replace(" ", "")) >= 2 and all(memo[word] for word in words):
            bones.append((joined, index))
    bones.sort()
    distinct = sorted({joined for joined, _ in bones})
    counts = [0] * len(distinct)
    at = {joined: place for place, joined in enumerate(distinct)}
    for joined, _ in bones:
        counts[at[joined]] += 1
    table.add_texts("bone", distinct)
    table.arrays["bone_start"] = np.array([0, *accumulate(counts)], np.uint32)
    table.arrays["bone_key"] = np.array([index for _, index in bones], np.uint32)
