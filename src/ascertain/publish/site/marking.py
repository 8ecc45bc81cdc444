"""Words of the evidence on a page: escaped, the right way round, and unable to lie to the reader.

Controls that turn words around, and characters that nobody can see, are drawn as a small mark that names them. Words
from elsewhere inside our own sentences are isolated (UAX 9), so that they turn nothing around them.
"""

import re
import unicodedata

from markupsafe import Markup, escape

from ascertain.publish.languages import tongue
from ascertain.publish.withholding import MARK
from ascertain.publish.wording import direction

_FSI, _PDI = "\u2068", "\u2069"
# Direction marks and joiners have work to do in Arabic and Persian and move nothing outside their isolate.
_HARMLESS = frozenset("\u200c\u200d\u200e\u200f\u061c")
_NAMES = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI",
    "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "BOM",
    "\u00ad": "SHY",
}  # fmt: skip
_LATIN, _OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f"
_LOOK_ALIKE = re.compile(rf"(?<!\w)\w*(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\w*")
_MIXED_PAIR = re.compile(rf"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_SPECIAL = rf"(?P<hidden>{MARK}(?:[{MARK} ]*{MARK})?)|(?P<blank>░[░\s]*)|(?P<mixed>{_LOOK_ALIKE.pattern})"


def is_unseen(character: str) -> bool:
    """Return whether a reader could not see a character, or it turns others around."""
    if character in _HARMLESS or character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs") or character in _NAMES


def name_of(character: str) -> str:
    """Return the short name of a character that can't be seen: "RLO", "U+0007"."""
    return _NAMES.get(character, f"U+{ord(character):04X}")


def _is_ordinary(words: str) -> bool:
    """Return whether words need no marking: nearly all do not, and this is asked of every string of every page."""
    return (
        words.replace("\n", "").replace("\t", "").isprintable()
        and MARK not in words
        and "░" not in words
        and (words.isascii() or not _MIXED_PAIR.search(words))
    )


def plain(words: str) -> str:
    """Return words for a place without markup, each unseen character as its name in brackets; our isolates stay."""
    if words.isprintable():
        return words
    return "".join(f"⟦{name_of(c)}⟧" if is_unseen(c) and c not in (_FSI, _PDI) else c for c in words)


def in_attribute(words: str) -> str:
    """Return words of the evidence for an attribute or drawn text: unseen characters named, withheld ones marked."""
    shown = plain(words)
    return re.sub(rf"{MARK}[{MARK} ]*{MARK}|{MARK}", tongue().say("[withheld]"), shown) if MARK in shown else shown


def evidence(words: str) -> Markup:
    """Return words of the evidence as HTML."""
    if _is_ordinary(words):
        return Markup(escape(words))  # noqa: S704 (escaped)
    unseen = "".join(re.escape(character) for character in sorted(set(words)) if is_unseen(character))
    pattern = re.compile(rf"{_SPECIAL}|(?P<unseen>[{unseen}])") if unseen else re.compile(_SPECIAL)
    parts, position = [], 0
    for match in pattern.finditer(words):
        parts += [str(escape(words[position : match.start()])), _marked(match)]
        position = match.end()
    parts.append(str(escape(words[position:])))
    return Markup("".join(parts))  # noqa: S704 (every part is escaped or ours)


def _marked(match: re.Match[str]) -> str:
    words = match.group()
    match match.lastgroup:
        case "hidden":
            word = tongue().say("withheld")
            return f'<span class="withheld" title="{word}">{word}</span>'
        case "blank":
            return ' <span class="blank" title="not published">[…]</span> '
        case "mixed":
            return f'<span class="mixed" title="letters of two scripts in one word">{escape(words)}</span>'
        case _:
            return f'<span class="unseen" title="{_title(words)}">{name_of(words)}</span>'


_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"


def ours(words: str) -> Markup:
    """Return words of ours that hold names as they are written elsewhere: each run to the left is isolated.

    Isolates that are there are ours and become elements, as in a sentence; no reader sees them as characters.
    """
    if words.isascii():
        return evidence(words)
    if _FSI in words:
        return sentence(words)
    parts, position = [], 0
    if direction(words) == "ltr":
        for start, end in right_runs(words):
            parts += [str(evidence(words[position:start])), f'<bdi lang="ar">{evidence(words[start:end])}</bdi>']
            position = end
    return Markup("".join((*parts, str(evidence(words[position:])))))  # noqa: S704


def right_runs(words: str) -> list[tuple[int, int]]:
    """Return the ranges from the first to the last letter of each run that is written to the left."""
    runs: list[tuple[int, int]] = []
    for match in re.finditer(rf"[{_RIGHT}]+", words):
        if runs and not re.search(r"[^\W_]|[,;:.–—]", words[runs[-1][1] : match.start()]):
            runs[-1] = (runs[-1][0], match.end())
        else:
            runs.append(match.span())
    return runs


def _title(character: str) -> str:
    return str(escape(unicodedata.name(character, "a control character").lower()))


def sentence(words: str) -> Markup:
    """Return a sentence of ours as HTML: what stands between isolates is evidence, isolated from the rest."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(words):
        if character == _FSI:
            if depth == 0:
                parts.append(str(ours(words[start:index])))
                start = index + 1
            depth += 1
        elif character == _PDI and depth:
            depth -= 1
            if depth == 0:
                parts.append(_isolate(words[start:index]))
                start = index + 1
    parts.append(str(ours(words[start:])) if depth == 0 else _isolate(words[start:]))
    return Markup("".join(parts))  # noqa: S704


def _isolate(words: str) -> str:
    inner = words.replace(_FSI, "").replace(_PDI, "")
    language = ' lang="ar"' if direction(inner) == "rtl" else ""
    return f'<bdi dir="{direction(inner)}"{language}>{evidence(inner)}</bdi>'


def language(words: str, known: str | None = None) -> str | None:
    """Return the language to mark words with: the one that is known, else Arabic where the script says so."""
    return known or ("ar" if direction(words) == "rtl" else None)
