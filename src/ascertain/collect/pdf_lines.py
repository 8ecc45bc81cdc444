"""The words of a page of a PDF, in the order in which they are read.

A PDF places glyphs; it holds no order of reading. Left-to-right text comes out of PDFium as it is read. Arabic and
Hebrew do not: programs write their glyphs from the left or from the right, word by word or line by line. So a page
that has letters of theirs is read from where its glyphs stand: into lines by their baselines, from left to right,
and then turned round as the bidirectional algorithm would have laid them out (Unicode Standard Annex 9), numbers and
Latin words excepted.
"""

import ctypes
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise, permutations
from typing import Any

_RTL = (
    "\u0590-\u05ff\u0600-\u0605\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee"
    "\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
)
_LTR = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_DIGIT = "0-9\u06f0-\u06f9"
RTL_LETTER, _LTR_LETTER = re.compile(f"[{_RTL}]"), re.compile(f"[{_LTR}]")
# No word is longer than this: a pattern that looks ahead without a bound costs the square of a line's length.
_LONGEST = 200
_WORD = f"[{_LTR}{_DIGIT}](?:[^\\s{_RTL}]{{0,{_LONGEST}}}[{_LTR}{_DIGIT}])?"
_HOLDS_A_LETTER = f"(?=[^\\s{_RTL}]{{0,{_LONGEST}}}[{_LTR}])"
_AMOUNT = "%$\u20ac\u00a3\u00b0"
# What runs from left to right among letters that run from the right: Latin words, and numbers (UAX 9, W1 to W7).
_LTR_RUN = re.compile(
    f"{_HOLDS_A_LETTER}{_WORD}(?:\\s+{_HOLDS_A_LETTER}{_WORD})*"
    f"|[{_AMOUNT}]{{0,4}}[{_DIGIT}]+(?:[.,:/+-][{_DIGIT}]+)*[{_AMOUNT}]*"
    "|[\u0660-\u0669]+(?:[.,:/\u066b\u066c][\u0660-\u0669]+)*"
)
_RTL_RUN = re.compile(f"[{_RTL}](?:[^{_LTR}]*[{_RTL}])?")
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")
_MARKS = frozenset((*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD)))
_OPENING = {"(": ")", "[": "]", "{": "}", "\u00ab": "\u00bb"}
_MIRRORED = _OPENING | {closing: opening for opening, closing in _OPENING.items()}
_BRACKET = re.compile("[][(){}\u00ab\u00bb]")
_LOOSE = frozenset(map(ord, "()[]{}\u00ab\u00bb.,:;!?-\u060c\u061b\u061f"))
_HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair, as a broken table of characters gives
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\0": None})
_SPACE, _LAM = 0x20, 0x0644
_FEW = 6
# In parts of the font's size: from where on glyphs stand on another line, and what the next line is away at most.
_OTHER_LINE, _NEXT_LINE = 0.5, 2.0
# From where on they stand apart: where they follow one another in the file, so that PDFium would have told, and where
# not; in a line without spaces of its own, and in one with. No glyph is narrower than the last figure.
_APART = ((0.25, 0.15), (0.6, 0.2))
_NARROWEST = 0.08


# A character by where its glyph begins, in points from the left, its number on the page and its code: a page has
# thousands, so that nothing dearer than a tuple will do.
_Glyph = tuple[float, int, int]
_Box = tuple[float, float]  # from where to where, in points


def words_of_page(page: Any) -> str:
    """Return the words of a text page of pypdfium2, line by line."""
    text: str = page.get_text_range()
    if RTL_LETTER.search(text):
        from_right = len(RTL_LETTER.findall(text)) >= len(_LTR_LETTER.findall(text))
        text = "\n".join(_Page(page).lines(from_right=from_right))
    return _HALF.sub("\ufffd", text).translate(_HYPHENS).replace("\r\n", "\n")


class _Line:
    """Glyphs on one baseline, and the size of their font in points."""

    def __init__(self, baseline: float, size: float) -> None:
        self.baseline, self.size = baseline, size
        self.bases: list[_Glyph] = []
        self.marks: list[_Glyph] = []
        self.numbers_of_marks: set[int] = set()


def _unchecked(function: Any, returns: Any, pointers: int) -> Callable[..., int]:
    """Return a function of PDFium that takes page, number and addresses as they are: half of its time is checking."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    prototype = ctypes.CFUNCTYPE(returns, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * pointers)
    made: Callable[..., int] = prototype(address or 0)
    return made


class _Page:
    """The glyphs of a text page."""

    def __init__(self, page: Any) -> None:
        from pypdfium2 import raw

        self._page, self._raw = page.raw, raw
        self._matrix, self._rectangle = raw.FS_MATRIX(), raw.FS_RECTF()

    def lines(self, *, from_right: bool) -> Iterator[str]:
        """Yield the lines, each as it is read; `from_right` is where those begin that have no letters."""
        lines = self._lines()
        for above, below in pairwise(range(len(lines))):  # a line that was written before the one above it
            higher = lines[below].baseline - lines[above].baseline
            if 0 < higher < _NEXT_LINE * lines[below].size:
                lines[above], lines[below] = lines[below], lines[above]
        for line in lines:
            yield re.sub(" {2,}", " ", as_read(self._as_seen(line), from_right=from_right)).strip()

    def _lines(self) -> list[_Line]:
        """Return the lines; marks and spaces go to the nearer of the lines between which they are listed."""
        x, y = ctypes.c_double(), ctypes.c_double()
        at_x, at_y, page = ctypes.addressof(x), ctypes.addressof(y), ctypes.cast(self._page, ctypes.c_void_p).value
        code_of = _unchecked(self._raw.FPDFText_GetUnicode, ctypes.c_uint, 0)
        origin_of = _unchecked(self._raw.FPDFText_GetCharOrigin, ctypes.c_int, 2)
        lines: list[_Line] = []
        bases: list[_Glyph] = []  # of the last line, which ends at these heights
        low, high = 1.0, 0.0
        waiting: list[tuple[float, _Glyph]] = []
        for number in range(self._raw.FPDFText_CountChars(self._page)):
            code = code_of(page, number)
            if code < _SPACE:  # the ends of lines, as PDFium takes them to be
                continue
            origin_of(page, number, at_x, at_y)
            height = y.value
            if code == _SPACE or code in _MARKS:
                waiting.append((height, (x.value, number, code)))
                continue
            if not low <= height <= high:
                reach = _OTHER_LINE * (size := self._size(number))
                lines.append(line := _Line(height, size))
                bases, low, high = line.bases, height - reach, height + reach
            if waiting:
                self._place(waiting, lines)
            bases.append((x.value, number, code))
        self._place(waiting, lines)
        return lines

    def _place(self, waiting: list[tuple[float, _Glyph]], lines: list[_Line]) -> None:
        for height, glyph in waiting if lines else ():
            line = lines[-1]
            if len(lines) > 1 and abs(lines[-2].baseline - height) < abs(line.baseline - height):
                line = lines[-2]
            if glyph[2] in _MARKS:
                line.marks.append(glyph)
                line.numbers_of_marks.add(glyph[1])
            elif self._is_glyph(glyph[1]):
                line.bases.append(glyph)
        waiting.clear()

    def _is_glyph(self, number: int) -> bool:
        """Return whether a space is in the file, and not one that PDFium puts where glyphs stand apart."""
        left, right = self._box(number)
        return right > left

    def _size(self, number: int) -> float:
        """Return the size of a glyph's font on the page, in points."""
        size: float = self._raw.FPDFText_GetFontSize(self._page, number)
        if self._raw.FPDFText_GetMatrix(self._page, number, self._matrix):
            size *= float((self._matrix.c**2 + self._matrix.d**2) ** 0.5)
        return size or 1.0

    def _box(self, number: int) -> _Box:
        self._raw.FPDFText_GetLooseCharBox(self._page, number, self._rectangle)
        return self._rectangle.left, self._rectangle.right

    def _as_seen(self, line: _Line) -> str:
        """Return a line from left to right as it stands on the page, with spaces where glyphs stand apart."""
        boxes = _Boxes(self._box)
        bases = _one_behind_the_other(sorted(line.bases), boxes)
        shown = [chr(code) for _, _, code in bases]
        for mark in line.marks if bases else ():
            place = _letter_of(mark, bases, boxes)
            shown[place] = chr(mark[2]) + shown[place]  # behind its letter, once the line is turned
            boxes.widen(bases[place][1], mark[1])
        in_order, otherwise = _APART[" " in shown]
        least = (min(in_order, otherwise) + _NARROWEST) * line.size
        for place in range(len(bases) - 1, 0, -1):
            one, other = bases[place - 1], bases[place]
            if other[0] - one[0] > least and self._stand_apart(one, other, line, in_order, otherwise, boxes):
                shown[place] = " " + shown[place]
        return "".join(shown)

    @staticmethod
    def _stand_apart(
        one: _Glyph, other: _Glyph, line: _Line, in_order: float, otherwise: float, boxes: "_Boxes"
    ) -> bool:
        if abs(one[1] - other[1]) == 1 and one[2] not in _LOOSE and other[2] not in _LOOSE:
            return False  # PDFium has looked at letters that follow one another
        wide = in_order if _follows(one[1], other[1], line.numbers_of_marks) else otherwise
        return boxes[other[1]][0] - boxes[one[1]][1] > wide * line.size


def _follows(number: int, other: int, marks: set[int]) -> bool:
    """Return whether two glyphs are listed one behind the other, marks aside."""
    first, last = min(number, other), max(number, other)
    return last - first < _FEW and all(one in marks for one in range(first + 1, last))


class _Boxes(dict[int, _Box]):
    """Boxes by the number of their glyph, each asked for when it is needed: that costs as much as all else."""

    def __init__(self, ask: Callable[[int], _Box]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, number: int) -> _Box:
        box = self[number] = self._ask(number)
        return box

    def widen(self, number: int, other: int) -> None:
        """Let a glyph reach as far as another one that belongs to it."""
        (left, right), (begins, ends) = self[number], self[other]
        self[number] = min(left, begins), max(right, ends)


def _letter_of(mark: _Glyph, bases: list[_Glyph], boxes: _Boxes) -> int:
    """Return the place of the letter that a mark belongs to: the nearest, by its edges and then by its middle."""
    left, right = boxes[mark[1]]
    at = bisect_left(bases, mark)

    def apart(place: int) -> tuple[float, float, int]:
        begins, ends = boxes[bases[place][1]]
        middles = abs(begins + ends - left - right)
        return max(begins - right, left - ends, 0.0), middles, abs(bases[place][1] - mark[1])

    return min(range(max(0, at - _FEW), min(len(bases), at + _FEW)), key=apart)


def _one_behind_the_other(bases: list[_Glyph], boxes: _Boxes) -> list[_Glyph]:
    """Return glyphs with letters that are one glyph as they stand in it; each of them reaches as far as the glyph."""
    if len({x for x, _, _ in bases}) == len(bases):
        return bases
    made: list[_Glyph] = []
    for _, together in groupby(bases, key=lambda glyph: glyph[0]):
        group = list(together)
        if 1 < len(group) < _FEW:  # more than a few letters on one place are no glyph
            group = _as_they_stand(group, bases, boxes)
            for one, other in permutations(group, 2):
                boxes.widen(one[1], other[1])
        made += group
    return made


def _as_they_stand(group: list[_Glyph], bases: list[_Glyph], boxes: _Boxes) -> list[_Glyph]:
    """Return the letters of one glyph from left to right.

    PDFium gives each its part of the box, or else lists them as it lists the letters about them. Where lam is among
    them, in lam-alef or the word for God, it is the first to be read whatever PDFium lists.
    """
    if len({boxes[number][0] for _, number, _ in group}) == len(group):
        stand = sorted(group, key=lambda glyph: boxes[glyph[1]])
    else:
        places = {number: x for x, number, _ in bases}
        (x, first, code), (_, last, _) = group[0], group[-1]
        before, after = places.get(first - 1, x), places.get(last + 1, x)
        runs_left = after < before if after != before else bool(RTL_LETTER.match(chr(code)))
        stand = group[::-1] if runs_left else group
    return sorted(stand, key=lambda glyph: glyph[2] == _LAM)


def as_read(seen: str, *, from_right: bool = True) -> str:
    """Return a line, given from left to right as it stands on the page, in the order in which it is read.

    `from_right` is where the lines of the page begin; there, what a few Latin words are in is one of those too.
    """
    seen = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0])[::-1], seen)
    right, left = len(RTL_LETTER.findall(seen)), len(_LTR_LETTER.findall(seen))
    if (right or not left) if from_right and left < _FEW * right + 1 else right > left:
        return _brackets(_turned(seen), mirrored=True)
    line = _RTL_RUN.sub(lambda run: _turned(run[0]), seen)
    return _brackets(line, mirrored=False) if right else line


def _turned(seen: str) -> str:
    return _LTR_RUN.sub(lambda run: run[0][::-1], seen[::-1])


def _brackets(line: str, *, mirrored: bool) -> str:
    """Return a line with each bracket as it is meant: which way it faces depends on who wrote the file.

    `mirrored` is what those are taken to be of which the characters on either side say nothing.
    """

    def meant(found: re.Match[str]) -> str:
        character, place = found[0], found.start()
        before, after = line[place - 1 : place].isalnum(), line[place + 1 : place + 2].isalnum()
        opens = (character in _OPENING) != mirrored if before == after else after
        return character if opens == (character in _OPENING) else _MIRRORED[character]

    return _BRACKET.sub(meant, line)
