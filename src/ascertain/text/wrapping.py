"""Line breaks that only keep lines short, as wires, e-mails and copied PDFs have them, told from the rest."""

from itertools import pairwise

_WIDEST = 120
_NARROWEST = 36
_LEAST_LINES = 4
_SHARE = 0.6
_RAGGED = 6  # a writer's editor may break a few characters before the margin


def wrapping_breaks(text: str) -> frozenset[int]:
    """Return the offsets of line breaks that stand for a space.

    A break is one if the next word would not have fitted on its line; a text is wrapped if that holds for most breaks
    inside its paragraphs and its lines are of a typewriter's width.
    """
    lines = _lines(text)
    width = max((end - start for start, end in lines), default=0)
    if len(lines) < _LEAST_LINES or not _NARROWEST <= width <= _WIDEST:
        return frozenset()
    inner, full = 0, []
    for (start, end), (after, after_end) in pairwise(lines):
        if end == start or after == after_end:
            continue
        inner += 1
        word = text[after:after_end].split(None, 1)
        if word and end - start + 1 + len(word[0]) > width - _RAGGED:
            full.append(end)
    return frozenset(full) if inner >= _LEAST_LINES - 1 and len(full) >= _SHARE * inner else frozenset()


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the lines as [start, end); `end` is where the break is."""
    lines, start = [], 0
    while True:
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        lines.append((start, end))
        if stop < 0:
            return lines
        start = stop + 1
