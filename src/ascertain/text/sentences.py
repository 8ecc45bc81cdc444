"""Where sentences end, in posts too, which have line breaks and pictures instead of full stops."""

from ascertain.text.wrapping import wrapping_breaks

_STOPS = frozenset(".!?؟…。")
_ALWAYS = frozenset("!?؟…")
_CLOSERS = frozenset("\"')]»”’")
_BAR = "|"  # parts a headline: "Shelling of two towns near Aleppo | Three killed"
_RUBRIC = (
    4  # up to so many words before it are the kind of news, and go with what follows: "Drone attack | Five killed"
)
_MAY_END = _STOPS | _CLOSERS | {_BAR}
# A full stop after one of these ends nothing.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl sen rep gov st mt no vs etc inc ltd co corp jan feb mar apr jun jul "
    "brig brgy bgen mgen ltgen ltcol pfc pvt ssgt msgt adm cmdr supt insp rev hon msgr atty engr amb "
    "aug sep sept oct nov dec u.s u.k approx fig e.g i.e a.m p.m km".split()
)


def sentence_breaks(flat: str, words: list[str], starts: list[int], ends: list[int]) -> list[int]:
    """Return the words that begin a new sentence (without the first)."""
    found = {
        index
        for index in [after for after, word in enumerate(words[:-1], 1) if word in _MAY_END]
        if _ends_sentence(flat, words, starts, ends, index)
    }
    if "\n" in flat:
        wraps = wrapping_breaks(flat)
        for index in range(1, len(words)):
            start, end = ends[index - 1], starts[index]
            if end - start > 0 and _breaks_line(flat, start, end, wraps):
                found.add(index)
    return sorted(found)


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
    if mark == _BAR:
        return _parts_headline(flat, words, starts, stop)
    if mark not in _STOPS or words[index] in _CLOSERS or words[index] in _STOPS:
        return False
    if mark in _ALWAYS:
        return True
    touching_next = starts[index] == ends[index - 1]
    if touching_next and stop == index - 1 and flat[starts[index]].isalnum() and flat[starts[index]].isascii():
        return False  # "U.S", "example.org"
    before = words[stop - 1] if stop else ""
    return before not in _ABBREVIATIONS and not (len(before) == 1 and before.isalpha() and before.isascii())


def _parts_headline(flat: str, words: list[str], starts: list[int], bar: int) -> bool:
    """Whether more than a rubric stands in the line before a bar."""
    line = flat.rfind("\n", 0, starts[bar]) + 1
    first = max(0, bar - 3 * _RUBRIC)
    return sum(starts[index] >= line and words[index][0].isalnum() for index in range(first, bar)) > _RUBRIC
