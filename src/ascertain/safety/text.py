"""Text from strangers, made safe to read: direction controls closed, invisibles shown, look-alike names marked.

Names lie by three means (Unicode UTR 36, UTS 39; Boucher and Anderson 2021, "Trojan Source"): controls that turn the
reading order, characters without a shape, and letters of one script in a word of another.
"""

import unicodedata
from typing import NamedTuple

_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
_CLOSERS = frozenset(("\u202c", "\u2069"))
BIDI_CONTROLS = frozenset((*_OPENERS, *_CLOSERS, "\u200e", "\u200f", "\u061c"))
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "ARABIC", "HEBREW")
_LOOK_ALIKE = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"))
_JOINERS = frozenset(("\u200c", "\u200d"))  # zero-width joiners are part of the spelling of Persian, Kurdish and emoji


class Oddity(NamedTuple):
    """Something in a text that a reader does not see: where, and what it is in words."""

    start: int
    end: int
    what: str


def display(text: str) -> str:
    """Return `text` for a place where it stands among other words: a page, a terminal, a table.

    Controls that turn the reading order are shown as `⟨U+202E⟩`, as are other invisible characters, controls of the
    terminal and lone surrogates; and the whole stands in an isolate (U+2068 ... U+2069), so that it can't reorder what
    is round it. Line breaks and tabs stay. The evidence itself is never changed by this.
    """
    shown = "".join(_visible(text, place) for place in range(len(text)))
    if all(unicodedata.bidirectional(character) not in ("R", "AL", "AN") for character in shown):
        return shown
    return f"{_FIRST_STRONG}{shown}{_POP}"


def isolate(text: str) -> str:
    """Return `text` unchanged but closed off: every direction that it opens ends within it.

    For running text, where right-to-left marks have their use and must stay.
    """
    opened: list[str] = []
    kept: list[str] = []
    for character in text:
        if character in _OPENERS:
            opened.append(_OPENERS[character])
        elif character in _CLOSERS:
            if not opened or opened[-1] != character:
                continue  # it would close something outside
            opened.pop()
        elif character == "\n":
            kept.extend(reversed(opened))  # a paragraph's end closes all of them in any case
            opened.clear()
        kept.append(character)
    return "".join([_FIRST_STRONG, *kept, *reversed(opened), _POP])


def oddities(text: str) -> list[Oddity]:
    """Return what in `text` a reader can't see or would take for something else, in order."""
    found = [
        Oddity(place, place + 1, f"U+{ord(text[place]):04X} {_name(text[place])}")
        for place in range(len(text))
        if text[place] in BIDI_CONTROLS - {"\u200e", "\u200f", "\u061c"} or _is_invisible(text, place)
    ]
    start = None
    for place in range(len(text) + 1):
        if place < len(text) and (text[place].isalnum() or unicodedata.combining(text[place])):
            start = place if start is None else start
        elif start is not None:
            scripts = mixed_scripts(text[start:place])
            if scripts:
                found.append(Oddity(start, place, f"letters of {' and '.join(scripts)} in one word"))
            start = None
    return sorted(found)


def mixed_scripts(word: str) -> tuple[str, ...]:
    """Return the scripts of a word that mixes some whose letters look alike, in lower case; nothing for other words."""
    scripts = {
        script
        for character in word
        if character.isalpha()
        for script in _SCRIPTS
        if unicodedata.name(character, "").startswith(script)
    }
    return tuple(sorted(script.lower() for script in scripts)) if len(scripts & _LOOK_ALIKE) > 1 else ()


def _visible(text: str, place: int) -> str:
    character = text[place]
    if character in "\n\t":
        return character
    if character in BIDI_CONTROLS or _is_invisible(text, place):
        return f"⟨U+{ord(character):04X}⟩"
    return character


def _is_invisible(text: str, place: int) -> bool:
    character = text[place]
    category = unicodedata.category(character)
    if character in _JOINERS:  # between letters, or in a picture made of pictures, it is spelling
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        return not (before and after and not before.isascii() and not after.isascii())
    if character in ("\u200e", "\u200f", "\u061c", "\n", "\t", "\r"):
        return character == "\r" and text[place + 1 : place + 2] != "\n"
    blank = character in ("\u00ad", "\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0", "\u2800")
    return category in ("Cc", "Cf", "Cs", "Zl", "Zp") or blank


def _name(character: str) -> str:
    return unicodedata.name(character, "control character").lower()
