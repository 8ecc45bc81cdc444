"""Where sentences end, in posts too, which have line breaks and pictures instead of full stops."""

from ascertain.text.wrapping import wrapping_breaks

_STOPS = frozenset(".!?؟…。")
_ALWAYS = frozenset("!?؟…")
_CLOSERS = frozenset("\"')]»”’")
# A full stop after one of these ends nothing.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl sen rep gov st mt no vs etc inc ltd co corp jan feb mar apr jun jul "
    "aug sep sept oct nov dec u.s u.k approx fig e.g i.e a.m p.m km".split()
)


def sentence_breaks(flat: str, words: list[str], starts: list[int], ends: list[int]) -> list[int]:
    """Return the words that begin a new sentence (without the first)."""
    wraps = wrapping_breaks(flat)
    return [
        index
        for index in range(1, len(words))
        if _breaks_line(flat, ends[index - 1], starts[index], wraps) or _ends_sentence(flat, words, starts, ends, index)
    ]


def _breaks_line(flat: str, start: int, end: int, wraps: frozenset[int]) -> bool:
    """Whether the gap between two words holds a line break that means something."""
    first = flat.find("\n", start, end)
    if first < 0:
        return False
    return first not in wraps or flat.find("\n", first + 1, end) >= 0


def _ends_sentence(flat: str, words: list[str], starts: list[int], ends: list[int], index: int) -> bool:
    stop = index - 1
    while stop > 0 and words[stop] in _CLOSERS:
        stop -= 1
    mark = words[stop]
    if mark not in _STOPS or words[index] in _CLOSERS or words[index] in _STOPS:
        return False
    if mark in _ALWAYS:
        return True
    touching_next = starts[index] == ends[index - 1]
    if touching_next and stop == index - 1 and flat[starts[index]].isalnum() and flat[starts[index]].isascii():
        return False  # "U.S", "example.org"
    before = words[stop - 1] if stop else ""
    return before not in _ABBREVIATIONS and not (len(before) == 1 and before.isalpha() and before.isascii())
