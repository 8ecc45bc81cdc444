"""From bytes to text, in the encodings that people save in."""

import re
from typing import NamedTuple

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ARABIC = re.compile("[\u0621-\u064a]{2,}")
# Words that are common in Arabic of any subject; one of them is enough to tell cp1256 from windows-1252, whose reading
# of the same bytes is a run of accented capitals.
_LATIN_NOISE = re.compile("[À-ÿ]{4,}")
_CONTROL = frozenset(range(0x00, 0x20)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B}


class Decoded(NamedTuple):
    """A text, the encoding that gives its bytes back, and what was assumed."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def looks_binary(content: bytes) -> bool:
    """Return whether bytes can't be text: many control characters, and no UTF-16 or UTF-32 mark."""
    sample = content[:8192]
    if not sample or any(sample.startswith(bom) for bom, _ in _BOMS):
        return False
    if _utf16_without_mark(sample):
        return False
    controls = sum(byte in _CONTROL for byte in sample)
    return controls * 50 > len(sample)


def decode(content: bytes) -> Decoded | None:
    """Return the text of `content`, or None where it is no text.

    UTF-8 first, as nothing else is likely to pass for it; then what a byte order mark says; then, of the one-byte
    encodings, cp1256 where Arabic words come out and windows-1252 otherwise. A byte order mark stays in the text
    (as U+FEFF), so that `text.encode(encoding)` gives back the very bytes.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom) and (text := _try(content, encoding)) is not None:
            notes = () if encoding == "utf-8" else (f"decoded as {encoding}, by its byte order mark",)
            return Decoded(text, encoding, notes)
    if looks_binary(content):
        return None
    wide = _utf16_without_mark(content[:8192]) if b"\x00" in content[:8192] else None
    if not wide and (text := _try(content, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    if wide and (text := _try(content, wide)) is not None:
        return Decoded(text, wide, (f"decoded as {wide}, guessed from where its zero bytes lie",))
    return _one_byte(content)


def _try(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text


def _utf16_without_mark(sample: bytes) -> str | None:
    """Return the UTF-16 form in which line ends and spaces stand in `sample`, if it has any."""
    if len(sample) < 8 or _is_mostly_ascii(sample):
        return None
    even = sample[: len(sample) // 2 * 2]
    little = sum(even[i] in b" \n" and even[i + 1] == 0 for i in range(0, len(even), 2))
    big = sum(even[i + 1] in b" \n" and even[i] == 0 for i in range(0, len(even), 2))
    if max(little, big) * 40 < len(even) // 2:
        return None
    return "utf-16-le" if little >= big else "utf-16-be"


def _is_mostly_ascii(sample: bytes) -> bool:
    """Return whether it is ASCII but for a few zero bytes; UTF-16 has many of them, or little that looks like ASCII."""
    zeros = sample.count(0)
    printable = sum(32 <= byte < 127 or byte in b"\t\r\n" for byte in sample)
    return zeros * 4 < len(sample) and printable * 10 >= (len(sample) - zeros) * 9


def _one_byte(content: bytes) -> Decoded:
    arabic = _try(content, "cp1256")
    western = _try(content, "cp1252")
    words = sum(len(word) for word in _ARABIC.findall(arabic)) if arabic else 0
    noise = sum(len(word) for word in _LATIN_NOISE.findall(western)) if western else 0
    if arabic is not None and (western is None or (words and noise * 2 >= words)):
        return Decoded(arabic, "cp1256", ("not UTF-8: decoded as cp1256 (Arabic Windows), a guess from its letters",))
    if western is not None:
        return Decoded(western, "cp1252", ("not UTF-8: decoded as windows-1252, a guess",))
    return Decoded(content.decode("latin-1"), "latin-1", ("not UTF-8: decoded as latin-1, byte for byte",))


def no_json(error: Exception) -> str:
    """Return why something is no JSON, from what reading it raised."""
    return "nested too deeply (limit: nesting)" if isinstance(error, RecursionError) else f"{error}"
