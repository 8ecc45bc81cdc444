"""The grammar of numerals: figures and number words to a value, English and Arabic.

One walk over the words with two registers, as one adds on paper: `current` is the group below a thousand that is being
built, `total` what stands above it.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from ascertain.languages.numbers import NumberWords, number_words

_LONGEST_FIGURE, _MOST_GROUPED = 18, 12  # digits
_INTEGER = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_DECIMAL = re.compile(r"\d+[.٫,]\d+")
# What may be written onto an Arabic number, by its letter: و ف ب ل ك, and the article behind them.
_PARTICLES = {
    "و": ("وال", "و", "ول", "وب"), "ف": ("فال", "ف"), "ب": ("بال", "ب"), "ل": ("لل", "ل"), "ا": ("ال",), "ك": ("ك",),
}  # fmt: skip
_TEN = frozenset(("عشر", "عشره"))
_HYPHEN = "-"
_DOZEN = 12
_CALIBRES = frozenset(("mm", "millimetre", "millimeter", "ملم", "مم"))

Touches = Callable[[int], bool]


class Numeral(NamedTuple):
    """What a numeral says.

    `figures` tells that it begins with digits, `prefix` how many letters of its first word are particles, `fraction`
    that it is a part of something.
    """

    value: float
    figures: bool
    prefix: int
    fraction: bool


def parse_figure(word: str) -> float | None:
    """Return the value of a word of digits, or None where its separators fit no number (an address, a date)."""
    if len(word) > _LONGEST_FIGURE:
        return None
    if _INTEGER.fullmatch(word):
        return float(word)
    if _GROUPED.fullmatch(word):
        dotted = word.count(".") > 1
        word = word.replace(".", "").replace(",", ".") if dotted else re.sub("[,٬]", "", word).replace("٫", ".")
        return float(word)
    if _DECIMAL.fullmatch(word):
        return float(word.replace(",", ".").replace("٫", "."))
    return None


def particles(word: str, table: object) -> int:
    """Return how many letters of particles and article stand before a word of `table`, or -1 where it holds none."""
    if word in table:  # type: ignore[operator]
        return 0
    for particle in _PARTICLES.get(word[:1], ()):
        if word.startswith(particle) and word[len(particle) :] in table:  # type: ignore[operator]
            return len(particle)
    return -1


class _Reader:
    """One reading of a numeral from word `start` on."""

    def __init__(self, words: Sequence[str], start: int, touches: Touches | None) -> None:
        self.words, self.at, self.touches = words, start, touches
        self.lex: NumberWords = number_words()
        self.total = 0.0
        self.current: float | None = None
        self.last_scale = float("inf")
        self.after_scale = False
        self.prefix = 0
        self.figures = False

    @property
    def begun(self) -> bool:
        return self.current is not None or self.total > 0

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    def _word(self, index: int) -> str:
        return self.words[index] if index < len(self.words) else ""

    def _split(self, word: str, table: object) -> tuple[str, bool] | None:
        """Return the word of `table` in `word`, and whether "and" is written onto it."""
        if word in table:  # type: ignore[operator]
            return word, False
        if self.begun:
            if word[:1] == "و" and word[1:] in table:  # type: ignore[operator]
                return word[1:], True
            if word[:2] == "ال" and word[2:] in table and table is self.lex.scales:  # type: ignore[operator]
                return word[2:], False
            return None
        cut = particles(word, table)
        return (word[cut:], False) if cut > 0 else None

    def run(self) -> None:
        """Take as many words as go on with the numeral."""
        while self._step():
            pass

    def _step(self) -> bool:
        index, joined = self.at, False
        if self.begun and (self._word(index) in self.lex.grammar["and"] or self._word(index) == _HYPHEN):
            joined = self._word(index) != _HYPHEN
            if not joined and self.figures:
                return False
            index += 1
        word = self._word(index)
        if not word or (joined and self._ends_with_part(index)):
            return False
        if not self.begun:
            self.prefix = 0
        if word[0].isdigit():
            return self._figure(word, index, joined)
        if (teen := self._split(word, self.lex.teens)) and self._word(index + 1) in _TEN:
            self._cut_off(word, teen[0])
            return self._unit(10 + self.lex.teens[teen[0]], index + 2, joined or teen[1])
        if self.begun or word not in self.lex.cardinals or self.lex.cardinals[word] < 2000:
            scale = self._split(word, self.lex.scales)
            begun = self.begun
            if scale and self._scale(self.lex.scales[scale[0]], scale[0], index + 1, joined or scale[1]):
                self.prefix = self.prefix if begun else len(word) - len(scale[0])
                return True
        if found := self._split(word, self.lex.cardinals):
            self._cut_off(word, found[0])
            return self._unit(self.lex.cardinals[found[0]], index + 1, joined or found[1])
        return False

    def _ends_with_part(self, index: int) -> bool:
        """Whether less than one stands behind "and" ("and three quarters"); "and thirty fifths" goes on."""
        part = _fraction(self.words, index, self.lex, scaled=False)
        return part is not None and part[0].fraction and part[0].value < 1

    def _cut_off(self, word: str, known: str) -> None:
        """Note the particles of the numeral's first word."""
        if not self.begun:
            self.prefix = len(word) - len(known)

    def _figure(self, word: str, index: int, joined: bool) -> bool:
        value = parse_figure(word)
        if value is None:
            return False
        if not self.begun:
            self.figures = True
            self.current = value
        elif joined and self.after_scale and (self.current is None or self.current % 100 == 0):
            if value != int(value) or self._word(index + 1) in self.lex.scales:
                return False
            if value >= min(self.last_scale, 100 if self.current is not None else self.last_scale):
                return False
            self.current = (self.current or 0) + value
        elif self.current is None and self.after_scale and value < 1000 and value < self.last_scale:
            if self._word(index + 1) not in self.lex.scales:
                return False
            self.current = value
        else:
            return False
        self.after_scale = False
        self.at = index + 1
        if not self.total and self.touches is not None:
            self._groups()
        suffix = self._word(self.at)
        if suffix in self.lex.suffixes and self.touches is not None and self.touches(self.at):
            self.total, self.current = self.value * self.lex.suffixes[suffix], None
            self.at += 1
            self.last_scale = self.lex.suffixes[suffix]
        return True

    def _groups(self) -> None:
        """Take groups of three figures after a space or an Arabic comma: 12 500, ١٬٢٣٤، but not "3 122 mm"."""
        first, at, digits = self.words[self.at - 1], self.at, ""
        if len(first) > 3 or not first.isdecimal() or first[0] == "0" or self.touches is None:
            return
        while at < len(self.words) and len(digits) < _MOST_GROUPED:
            comma = self.words[at] == "،" and self.touches(at) and at + 1 < len(self.words) and self.touches(at + 1)
            group = self._word(at + 1 if comma else at)
            if len(group) != 3 or not group.isdecimal() or (not comma and self.touches(at)):
                break
            digits += group
            at += 2 if comma else 1
        if digits and self._word(at) not in _CALIBRES and not (len(digits) == 3 and digits[1:] != "00"):
            self.current, self.at = float(first + digits), at

    def _unit(self, value: float, after: int, joined: bool) -> bool:
        held = self.current
        if value == 0 and self.begun:
            return False
        if value >= 1000:  # «ألفين», a whole register by itself
            if held is not None or (self.total and value >= self.last_scale):
                return False
            self.total, self.last_scale = self.total + value, 1000.0 if value < 1e6 else 1e6
            self.at, self.after_scale = after, True
            return True
        if held is None:
            if self.total and value >= self.last_scale:
                return False
            self.current = value
        elif held != int(held):
            return False
        elif held >= 100 and held % 100 == 0 and value < 100:
            if self.figures and not self.after_scale:
                return False
            self.current = held + value
        elif not self.figures and (
            (_tens_then_unit(held, value, joined) and self.words[after - 1].isascii())
            or _unit_and_tens(held, value, joined)
        ):
            self.current = held + value
        else:
            return False
        self.at, self.after_scale = after, False
        return True

    def _scale(self, scale: float, word: str, after: int, joined: bool) -> bool:
        held = self.current
        if not self.begun and word in _PLURAL_SCALES:
            return False
        if scale < 1000:
            if held is None:
                if self.total and scale >= self.last_scale:
                    return False
                self.current = scale
            elif scale == _DOZEN and held > 100 and held % 100 and not self.figures:
                self.current = held - held % 100 + held % 100 * scale  # "three hundred and two dozens"
            elif joined or held >= 1000 or (held >= 100 and scale == 100 and not (self.figures and held % 100)):
                return False
            else:
                self.current = held * scale
        elif held is None and self.total and not joined:
            self.total, self.last_scale = self.total * scale, scale
        elif scale < self.last_scale:
            if joined and held is not None:
                return False
            self.total, self.current, self.last_scale = self.total + (1 if held is None else held) * scale, None, scale
        elif not joined and held is not None:
            self.total, self.current, self.last_scale = (self.total + held) * scale, None, scale
        else:
            return False
        self.at, self.after_scale = after, True
        return True


def _tens_then_unit(held: float, value: float, joined: bool) -> bool:
    """Return whether "twenty" may be followed by "one"."""
    return value < 10 and held % 10 == 0 and held % 100 >= 20 and not joined


def _unit_and_tens(held: float, value: float, joined: bool) -> bool:
    """Return whether «ثلاثة» may be followed by «وعشرون»."""
    return 20 <= value < 100 and value % 10 == 0 and joined and 1 <= held % 100 <= 9


_PLURAL_SCALES = frozenset(
    "hundreds thousands millions billions trillions dozens lakhs crores ميات الاف ملايين مليارات تريليونات".split()
)


def read_numeral(words: Sequence[str], index: int, touches: Touches | None = None) -> tuple[Numeral, int] | None:
    """Return the numeral that begins at word `index`, and the index after it; None where none does.

    `words` are folded. With `touches` (Document.touches) letters written onto figures count too (5k, 1.2bn).
    Fractions are read ("half a million", "two thirds"), ordinals and vague numbers are not.
    """
    lex = number_words()
    if index >= len(words) or not (words[index][:1].isdigit() or particles(words[index], _first_words()) >= 0):
        return None
    if fraction := _fraction(words, index, lex):
        return fraction
    start = index
    if words[index] in lex.grammar["one"] and index + 1 < len(words):
        following = words[index + 1]
        if following not in lex.scales or following in _PLURAL_SCALES:
            if words[index] not in lex.cardinals:
                return None
        elif words[index] not in lex.cardinals:
            index += 1
    reader = _Reader(words, index, touches)
    reader.run()
    if reader.at == index:
        return None
    value, after = _with_fraction(words, reader, lex)
    value, after = _with_decimals(words, after, value, reader, lex)
    if value != int(value) and after > reader.at and after < len(words) and lex.scales.get(words[after], 0) >= 1000:
        value, after = value * lex.scales[words[after]], after + 1  # "five and a half million"
    prefix = reader.prefix if start == index else 0
    parts = after + 1 if after < len(words) and words[after] == _HYPHEN else after
    if value > 1 and not reader.figures and parts < len(words) and words[parts] in _MANY_PARTS:
        return Numeral(value * lex.fractions[words[parts]], False, prefix, True), parts + 1  # "thirty fifths"
    if value >= _TWENTY and value % 10 == 0 and not reader.figures and after < len(words) and words[after] in lex.parts:
        return Numeral(value / lex.parts[words[after]], False, prefix, True), after + 1  # «ثلاثون خمساً»
    return Numeral(value, reader.figures, prefix, False), after


@cache
def _first_words() -> frozenset[str]:
    """Return the words of which a numeral's first is one, bare of particles: most words of a text are none of them."""
    lex = number_words()
    named = (lex.cardinals, lex.teens, lex.scales, lex.parts, lex.grammar["one"], _WHOLE_WORDS, _ARABIC_PARTS)
    return frozenset().union(*named)


_TWENTY = 20
_MANY_PARTS = frozenset(
    "thirds fourths fifths sixths sevenths eighths ninths tenths اخماس ارباع اسداس اسباع اعشار".split()
)


def _fraction(words: Sequence[str], index: int, lex: NumberWords, *, scaled: bool = True) -> tuple[Numeral, int] | None:
    """Return "half", "a third", "two thirds", "half a million" at `index`."""
    word = words[index]
    if word in lex.parts and index + 1 < len(words) and words[index + 1].startswith("ال"):
        of = lex.cardinals.get(words[index + 1].removeprefix("ال"), 0)
        if of >= _TWENTY:
            return Numeral(of / lex.parts[word], False, 0, False), index + 2  # «خمس العشرين»
    count, after, prefix = 1.0, index, 0
    if word in lex.grammar["one"] and index + 1 < len(words) and words[index + 1] in lex.fractions:
        after = index + 1
    elif (number := lex.cardinals.get(word)) and index + 1 < len(words) and number < 100:
        step = index + 2 if words[index + 1] == _HYPHEN else index + 1
        if step < len(words) and words[step] in lex.fractions and _counts_parts(number, words[step]):
            count, after = number, step
        else:
            return None
    elif word in _WHOLE_WORDS or (prefix := particles(word, _ARABIC_PARTS)) >= 0:
        prefix = max(prefix, 0)
    else:
        return None
    value = count * lex.fractions[words[after][prefix if after == index else 0 :]]
    after += 1
    ahead = after if scaled else len(words)
    if ahead < len(words) and words[ahead] in lex.grammar["one"]:
        ahead += 1
    if ahead < len(words) and words[ahead] in lex.scales and words[ahead] not in _PLURAL_SCALES:
        return Numeral(value * lex.scales[words[ahead]], False, prefix, False), ahead + 1
    return Numeral(value, False, prefix, True), after


def _counts_parts(number: float, part: str) -> bool:
    """Return whether "fifths" counts parts here: "two fifths", not "twenty-fifth"."""
    return part not in _WHOLE_WORDS and (number == 1 or part.endswith("s") or not part.isascii())


_WHOLE_WORDS = frozenset(("half", "quarter"))
_ARABIC_PARTS = frozenset(("نصف", "ثلث", "ثلثا", "ثلثي", "ربع"))


def _with_fraction(words: Sequence[str], read: _Reader, lex: NumberWords) -> tuple[float, int]:
    """Add "and a half", «ونصف»: of the last scale, where one was named ("three million and a half")."""
    at, value = read.at, read.value
    if at >= len(words):
        return value, at
    whole = read.last_scale if read.current is None and read.after_scale and read.last_scale >= 1e6 else 1.0
    if words[at] in lex.grammar["and"] and at + 1 < len(words):
        part = _fraction(words, at + 1, lex, scaled=False)
        if part and part[0].fraction and part[0].value < 1:
            after = part[1]
            own = lex.scales.get(words[after], 0.0) if after < len(words) else 0.0
            if read.total and 1000 <= own < read.last_scale:
                return value + part[0].value * own, after + 1  # "one billion and a half million"
            return value + part[0].value * whole, after
    elif words[at][:1] == "و" and words[at][1:] in _ARABIC_PARTS:
        return value + lex.fractions[words[at][1:]] * whole, at + 1
    return value, at


def _with_decimals(words: Sequence[str], at: int, value: float, read: _Reader, lex: NumberWords) -> tuple[float, int]:
    """Add "point seven one", «فاصلة خمسة»."""
    if at + 1 >= len(words) or words[at] not in lex.grammar["point"]:
        return value, at
    digits, after = "", at + 1
    while after < len(words):
        word = words[after]
        number = lex.cardinals.get(word, float(word) if word.isdecimal() else None)
        if number is None or number >= 100 or (len(digits) > 1 and number >= 10):
            break
        digits += f"{number:.0f}"
        after += 1
        if number >= 20 and number % 10 == 0 and after < len(words) and words[after] == _HYPHEN:
            after += 1
            digits = digits[:-1]
    if not digits:
        return value, at
    return value + float(f"0.{digits}"), after
