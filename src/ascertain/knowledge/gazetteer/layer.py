"""One compiled source of places, ready to be searched."""

import json
from functools import lru_cache
from typing import Any, NamedTuple

import daachorse
import numpy as np

from ascertain.knowledge.gazetteer.compile import MAIN, WITH_ARTICLE, WITHOUT_ARTICLE
from ascertain.knowledge.gazetteer.keys import is_arabic
from ascertain.knowledge.gazetteer.matching import Matcher
from ascertain.knowledge.gazetteer.rows import CLASSES, RADIUS_M
from ascertain.knowledge.gazetteer.table import Table
from ascertain.model import Place
from ascertain.model.place import PlaceClass


class Candidate(NamedTuple):
    """A place that a name may stand for.

    `rank` is 0 for the desk's own places and 1 for the built-in; `main` tells that the name is the place's own and
    not an
    alternative; `agrees` that the article is written as the place has it; `likeness` is 1 for a name found as written.
    """

    layer: "Layer"
    number: int
    lat: float
    lon: float
    population: int
    klass: PlaceClass
    country: str
    unit: str
    radius_m: float
    rank: int
    main: bool
    agrees: bool
    likeness: float = 1.0

    def place(self) -> Place:
        """Return the place itself."""
        return self.layer.place(self.number)


class Layer:
    """A table and what finds its names. `rank` is 0 for what the desk knows, 1 for the built-in."""

    def __init__(self, table: Table, digest: str, rank: int, licence: str) -> None:
        """Take a table that was read or compiled."""
        self.table, self.digest, self.rank, self.licence = table, digest, rank, licence
        # Single entries are asked for: a view gives them as plain numbers in a third of the time that an array takes.
        views = {name: array.data for name, array in table.arrays.items() if "." not in name}
        self._lat, self._lon, self._population = views["lat"], views["lon"], views["population"]
        self._class, self._country, self._unit = views["class"], views["country"], views["unit"]
        self._radius, self._zone = views["radius"], views["zone"]
        self._start, self._pair, self._bits = views["start"], views["pair"], views["bits"]
        self.fame, self.common, self.matcher = views["fame"], views["common"], Matcher(table)
        self.candidates = lru_cache(maxsize=20_000)(self._candidates)
        self.place = lru_cache(maxsize=20_000)(self._place)
        self.find_key = lru_cache(maxsize=20_000)(self._find_key)
        self.key = lru_cache(maxsize=20_000)(self._key)
        self.sounds_like = self._sound_automaton() if rank == 0 else None

    def begins(self) -> frozenset[str]:
        """Return the Arabic keys that begin a name."""
        raw, at = self.table.arrays["begins.bytes"], self.table.arrays["begins.at"]
        lines = np.insert(raw, at[1:-1].astype(np.int64), ord("\n")).tobytes()  # no key holds a line break
        return frozenset() if lines.isascii() else frozenset(lines.decode("utf-8").split("\n"))

    def words(self, low: str, high: str) -> frozenset[str]:
        """Return the words of all keys between two letters, the second not in."""
        return frozenset(word for key in self._keys(low, high) for word in key.split("  "))

    def single_words(self, low: str, high: str) -> frozenset[str]:
        """Return the keys of one word between two letters, the second not in."""
        return frozenset(key for key in self._keys(low, high) if " " not in key)

    def _keys(self, low: str, high: str) -> list[str]:
        first, last = self.table.bounds("key", low), self.table.bounds("key", high)
        return [self.table.text("key", number) for number in range(first, last)]

    def _find_key(self, key: str) -> int:
        """Return the number of a key; -1 where there is no such name."""
        return self.table.find("key", key)

    def _key(self, number: int) -> str:
        """Return the key of a number."""
        return self.table.text("key", number)

    def bits_of(self, number: int) -> int:
        """Return the bits of all places of a key together."""
        bits = 0
        for at in range(self._start[number], self._start[number + 1]):
            bits |= self._bits[at]
        return bits

    def _sound_automaton(self) -> Any:
        """Return the automaton of the names' consonants: the desk's few places are looked for by sound everywhere."""
        at = self.table.arrays["bone.at"]
        bones = [self.table.text("bone", number) for number in range(len(at) - 1)]
        wanted = [f" {bone.replace(' ', '  ')} " for bone in bones if len(bone.replace(" ", "")) >= 3]
        if not wanted:
            return None
        return daachorse.CharwiseDoubleArrayAhoCorasick(wanted, daachorse.MATCH_KIND_LEFTMOST_LONGEST)

    def alike(self, bones: str) -> list[int]:
        """Return the numbers of the keys that have this skeleton."""
        at = self.table.find("bone", bones)
        if at < 0:
            return []
        start, keys = self.table.arrays["bone_start"], self.table.arrays["bone_key"]
        return [int(number) for number in keys[start[at] : start[at + 1]]]

    def _candidates(self, number: int, article: bool, likeness: float = 1.0) -> tuple[Candidate, ...]:
        """Return the places of a key, most people first."""
        wanted = WITH_ARTICLE if article else WITHOUT_ARTICLE
        found = []
        # A place has one main name in our sources, the Latin one; an Arabic name is as much its own.
        own = MAIN if is_arabic(self.key(number)) else 0
        notes = self.table.notes
        for at in range(self._start[number], self._start[number + 1]):
            index, bits = self._pair[at], self._bits[at] | own
            klass = CLASSES[self._class[index]]
            found.append(
                Candidate(
                    self, index, self._lat[index], self._lon[index], self._population[index], klass,
                    notes["countries"][self._country[index]], notes["units"][self._unit[index]],
                    self._radius[index] or RADIUS_M[klass], self.rank, bool(bits & MAIN), bool(bits & wanted),
                    likeness,
                )
            )  # fmt: skip
        found.sort(key=lambda one: (-one.population, one.number))
        return tuple(found)

    def _place(self, index: int) -> Place:
        """Return a place of the table."""
        table = self.table
        klass = CLASSES[self._class[index]]
        more = json.loads(text) if (text := table.text("more", index)) else {}
        return Place(
            id=table.text("id", index), name=table.text("shown", index),
            lat=round(self._lat[index], 5), lon=round(self._lon[index], 5),
            radius_m=self._radius[index] or float(RADIUS_M[klass]), klass=klass,
            country=table.notes["countries"][self._country[index]] or None, within=tuple(more.get("within", ())),
            population=self._population[index] or None,
        )  # fmt: skip

    def zone(self, index: int) -> str:
        """Return the time zone of a place, where its source gives one."""
        return str(self.table.notes["zones"][self._zone[index]])

    def unit_of(self, index: int) -> str:
        """Return the first-level unit of a place as "SY.12"; "SY." where it is not known."""
        return str(self.table.notes["units"][self._unit[index]])
