"""One person under several names: in full, by the last name alone, by an office with the name behind it.

A text names somebody in full once and by the last name afterwards; another text spells the name otherwise, or in the
other script. Names are compared by their consonants (`skeleton`). A last name alone is only taken for somebody whom its
own text names in full.
"""

import re
from functools import lru_cache

from ascertain.knowledge.gazetteer.keys import name_key
from ascertain.knowledge.gazetteer.skeleton import skeleton
from ascertain.languages.cues import language
from ascertain.model import Actor, Item, Mention, Reading, Speaker
from ascertain.text import Document
from ascertain.text.fold import fold

_APPOSED = 24  # characters from an office to the name behind it: "a spokesman, Colonel N. N., ..."
_COMMA = re.compile(r"\s*[,،:]\s*")
_CAPITALS = re.compile(r"(?<![\w'’-])[^\W\d_a-z][\w'’-]*(?:[ \u00a0][^\W\d_a-z][\w'’-]*)+")
_LEAST = 2  # consonants of a name that tell people apart
_OFFICES = frozenset(("role", "people"))


class Persons:
    """The people whom an item names in full, and whom a speaker's words mean."""

    def __init__(self, item: Item, reading: Reading) -> None:
        """Take an item and what was read in it."""
        self.text = item.text
        self.offices = _offices(reading.lang or item.lang or "en")
        people = ((m.start, m.end, m.text) for m in reading.mentions if _is_person(m))
        runs = ((found.start(), found.end(), found[0]) for found in _CAPITALS.finditer(self.text) if found[0].isascii())
        named = [(start, end, name_parts(words, self.offices)) for start, end, words in (*people, *runs)]
        self.named = [(start, end, parts) for start, end, parts in named if parts]
        self.full = [parts for _, _, parts in self.named if len(parts) > 1]

    def key(self, speaker: Speaker) -> str | None:
        """Return by what a speaker is known in every text: given name and last name; None where no name is full."""
        parts = self._name_of(speaker)
        if len(parts) == 1:
            parts = next((full for full in self.full if full[-1] == parts[-1]), ())
        return f"person:{parts[-2]} {parts[-1]}" if len(parts) > 1 else None

    def _name_of(self, speaker: Speaker) -> tuple[str, ...]:
        """Return the name that ends the words for a speaker, else the one that stands right behind them."""
        if speaker.start is None or speaker.end is None:
            return ()
        last = speaker.name.split()[-1] if speaker.name.split() else ""
        inside = [parts for start, end, parts in self.named if speaker.start <= start and end == speaker.end]
        if inside:
            return max(inside, key=len)
        if last.isascii() and last[:1].isupper():
            return name_parts(last, self.offices)
        behind = _COMMA.match(self.text, speaker.end)
        if behind is None:
            return ()
        near = [(start, parts) for start, _, parts in self.named if 0 <= start - behind.end() <= _APPOSED]
        return min(near)[1] if near else ()


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.value, Actor) and mention.value.type == "person"


@lru_cache(maxsize=16)
def _offices(lang: str) -> frozenset[str]:
    """Return the words for offices and for people of a kind, which stand before a name and are none."""
    pack = language(lang)
    found = (phrase for phrase, cue in (pack.cues if pack else ()) if cue.kind in _OFFICES)
    return frozenset(word for phrase in found for word in fold(phrase).split())


@lru_cache(maxsize=1 << 14)
def name_parts(name: str, offices: frozenset[str]) -> tuple[str, ...]:
    """Return the parts of a person's name by their consonants, without the offices and ranks before it."""
    words = [word for word in Document(name).words if word[:1].isalpha()]
    while words and fold(words[-1]) in offices:
        words.pop()
    first = max((at + 1 for at, word in enumerate(words) if fold(word) in offices), default=0)
    keys = name_key(words[first:])
    return tuple(bones for key in keys if len(bones := skeleton(key)) >= _LEAST)
