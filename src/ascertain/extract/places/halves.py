"""Known names that are but a part of a longer one that nobody lists: the Orda of "the town of Orda Velha"."""

from collections.abc import Container

from ascertain.extract.places.grammar import Surroundings
from ascertain.extract.places.reader import Reader
from ascertain.knowledge.gazetteer import NameHit
from ascertain.text import Document

_HOLDS = 45  # fame from which on a place is known by its one word
_FAMED = 66  # the fame of a town that is known beyond its land
_SHORTEST = 3  # letters
_BEHIND_OF = 2  # words from "village" to what "of" brings
_INTO = frozenset({"in", "at", "near", "of", "on", "from"})
SETTLED = frozenset({"village", "villages", "hamlet", "town", "settlement", "community"})
_JOINS = frozenset({"e", "i", "ul", "ye"})  # of names in two parts: "Pul-e-Orda"


def is_half(document: Document, reader: Reader, hit: NameHit, around: Surroundings, named: Container[int] = ()) -> bool:
    """Return whether the words about a little known name make it the head or the end of a longer one.

    "Town of" or the like stands before it and a name of no list right behind; or a hyphen joins it to one; or it is a
    head of names alone ("Puerto").
    """
    if reader.word(hit.first) in reader.words.heads and hit.last - hit.first == 1 and reader.is_capital(hit.last):
        return True
    if _ends_a_name(document, reader, hit) or _begins_a_name(document, reader, hit):
        return True
    if hit.fame < _FAMED and (joins_parts(document, hit.first - 2) or joins_parts(document, hit.last + 1)):
        return True
    if hit.fame < _FAMED and not hit.ours and reader.style == "mixed" and _is_hyphened(document, reader, hit, named):
        return True
    if around.feature is None or around.left >= hit.first or hit.fame >= _HOLDS or hit.ours or reader.style != "mixed":
        return False
    after = hit.last
    if reader.word(hit.first - 1) != "of" or not reader.is_capital(after) or len(reader.word(after)) < _SHORTEST:
        return False
    return _is_unknown(reader, after) and document.text[hit.end : document.starts[after]] == " "


def _is_hyphened(document: Document, reader: Reader, hit: NameHit, named: Container[int]) -> bool:
    """Return whether a hyphen joins a capitalised word of no list to a name: "Abu-Orda", but not "the Orda-Sarun road".

    `named` holds the words of the names that the gazetteer has.
    """
    for joint, other in ((hit.first - 1, hit.first - 2), (hit.last, hit.last + 1)):
        inside = 0 <= other < len(document) and document.words[joint] == "-" and other not in named
        if not inside or not (document.touches(joint) and document.touches(joint + 1)):
            continue
        if reader.is_capital(other) and document.words[other].isalpha() and _is_unknown(reader, other):
            return True
    return False


def _ends_a_name(document: Document, reader: Reader, hit: NameHit) -> bool:
    """Return whether an unknown word makes a village's name only the end of one: "village of Maraban Orda"."""
    first = hit.first - 1
    if first < _BEHIND_OF or reader.style != "mixed" or not reader.is_capital(first):
        return False
    led = reader.word(first - 1) == "of" and reader.word(first - _BEHIND_OF) in SETTLED
    led = led or (reader.word(first - 1) in _INTO and reader.word(hit.last) in SETTLED)  # "at Maraban Orda village"
    if led and reader.word(hit.last) in SETTLED and hit.fame < _FAMED and names_a_village(reader, first):
        return True
    settled = led and len(reader.word(first)) >= _SHORTEST
    parted = document.text[document.ends[first] : hit.start] != " "
    return settled and not parted and _is_unknown(reader, first)


def _begins_a_name(document: Document, reader: Reader, hit: NameHit) -> bool:
    """Return whether an unknown word ends a village's name that a little known one begins: "Orda Kel Te village"."""
    after = hit.last
    if hit.fame >= _HOLDS or hit.ours or reader.style != "mixed" or not reader.is_capital(after):
        return False
    behind = reader.word(after + 1) in SETTLED and not reader.is_capital(after + 1)
    return behind and _is_unknown(reader, after) and document.text[hit.end : document.starts[after]] == " "


def names_a_village(reader: Reader, at: int) -> bool:
    """Return whether a first name right behind "in" begins a village's name: "in Ali Orda village"."""
    return reader.word(at) in reader.words.given and reader.word(at - 1) in reader.words.inside


def _is_unknown(reader: Reader, at: int) -> bool:
    """Return whether no list of the language knows a word, as the first name, title or bearing that it may be."""
    word, words = reader.word(at), reader.words
    kinds = (words.titles, words.given, words.small, words.after, words.outlets, words.saying)
    known = any(word in kind for kind in kinds) or any((word,) in kind for kind in (words.features, words.bearings))
    return not known and (word,) not in words.never


def joins_parts(document: Document, index: int) -> bool:
    """Return whether a word stands between two hyphens inside a name: "Pul-e-Orda"."""
    words = document.words
    inside = 1 < index < len(words) - 2 and words[index] in _JOINS
    joined = inside and words[index - 1] == words[index + 1] == "-"
    return joined and all(document.touches(at) for at in range(index - 1, index + 3))
