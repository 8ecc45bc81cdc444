"""Values for spreadsheet cells: whatever is in them, no cell ever computes.

A cell that starts with `=`, `+`, `-`, `@`, a tab or a line break is read as a formula by one spreadsheet program or
another, some after dropping spaces, quotation marks or invisible characters before it, and some in full-width forms
(OWASP, CSV Injection; CWE-1236). An apostrophe before it makes it text in all of them.
"""

import math
import unicodedata

_TRIGGERS = frozenset("=+-@|%\t\r\n")
_LONGEST = 32_767  # characters in a cell of xlsx (ECMA-376)


def safe_cell(value: object) -> str | int | float | bool | None:
    """Return `value` as it may stand in a cell of a CSV or xlsx file.

    Numbers, truth values and None stay what they are. Text that a spreadsheet could take for a formula gets an
    apostrophe in front; control characters that XML can't hold are shown as U+FFFD, as are lone surrogates; what is
    longer than a cell is cut, with an ellipsis.
    """
    if value is None or isinstance(value, bool | int | float):
        return str(value) if isinstance(value, float) and not math.isfinite(value) else value
    text = "".join(_shown(character) for character in str(value))
    if is_formula(text):
        text = f"'{text}"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def is_formula(text: str) -> bool:
    """Return whether some spreadsheet program could take `text` for a formula."""
    for line in text.split("\n", 1)[:1]:
        for character in line:
            plain = unicodedata.normalize("NFKC", character)[:1]
            if plain in _TRIGGERS or character in "−﹣－﹢＋＝﹦＠﹫":
                return True
            if not (character.isspace() or character in "\"'`\u201c\u201d\u2018\u2019;," or _is_unseen(character)):
                return False
    return text[:1] in ("\n", "\r")


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Cc", "Mn", "Zs", "Zl", "Zp")


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return character if character in "\t\n" else "\n" if character == "\r" else "\ufffd"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF) else character
