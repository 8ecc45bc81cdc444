"""Words that their writer broke up or misspelt so that a platform's filter wouldn't read them.

Posts on killing are hidden or taken down by word lists, so people write مـ ـجـ ـزرة, ش.هـ.ـيد, ق💔تل, k1lled,
k i l l e d.
Such words are put together again; their span is everything from the first letter to the last.
"""

import re
from collections.abc import Iterator

_LETTER = "\u0620-\u063f\u0641-\u064a\u064b-\u065f\u0670"
_AR = f"[{_LETTER}]"
_MARKS = r".·•*|/\\~+=…^_\-"
_PICTURES = "\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_TATWEEL = "\u0640"

# Broken at a tatweel: a mark needs it on one side, a space on both, or on the right with a joined piece before.
_AT_TATWEEL = re.compile(
    rf"(?:(?<!{_AR}){_AR}{{1,3}}[{_MARKS}]{{1,2}})?(?:{_AR}|{_TATWEEL}){{0,40}}{_AR}(?:"
    rf"{_TATWEEL}+(?:[{_MARKS}]{{1,4}}{_TATWEEL}*|[ {_MARKS}]{{1,4}}{_TATWEEL}+)(?={_AR})"
    rf"|[{_MARKS}]{{1,4}}{_TATWEEL}+(?={_AR})"
    rf"|(?<={_AR}) {_TATWEEL}+(?={_AR}{_TATWEEL}))"
    rf"(?:{_AR}|{_TATWEEL}+(?=[ {_MARKS}]{{1,4}}{_TATWEEL}|[{_MARKS}]|{_AR}|\b)"
    rf"|(?<={_TATWEEL})[ {_MARKS}]{{1,4}}{_TATWEEL}+(?={_AR})|[{_MARKS}]{{1,4}}{_TATWEEL}+(?={_AR})){{0,80}}"
)
# Single letters set apart by one and the same mark or space; three with spaces are an abbreviation (أ ف ب).
_SPACED = re.compile(
    rf"(?<![\w{_TATWEEL}]){_AR}([{_MARKS}]){_AR}(?:\1{_AR})+(?![\w{_TATWEEL}])"
    rf"|(?<![\w{_TATWEEL}]){_AR}(?: {_AR}){{3,}}(?![\w{_TATWEEL}])"
    rf"|(?<!\w)[a-z]([ {_MARKS}])[a-z](?:\2[a-z]){{2,}}(?!\w)"
)
# A mark that no sentence has, or a picture, inside a word of which one part is short.
_MARKED = re.compile(
    rf"(?<!{_AR})(?:{_AR}{{1,3}}[*|~^·•]{{1,3}}{_AR}{{2,9}}|{_AR}{{3,9}}[*|~^·•]{{1,3}}{_AR}{{1,3}}"
    rf"|(?!في|من|عن|لا|ما|لم|قد|هو|هي){_AR}{{1,2}}[{_PICTURES}]{{1,2}}{_AR}{{2,9}})(?!{_AR})"
    r"|(?<![\w*])[a-z]{1,12}[*|~^·•]{1,3}[a-z]{2,12}(?![\w*])"
)
# A full stop with no space inside a word: behind an article or a letter alone that abbreviates no title, or in
# quotation marks. Whoever writes so twice breaks other words at a full stop as well.
_STOPPED = re.compile(
    rf"(?<!{_AR})(?<!{_AR}\.)(?:(?![دامصجك]){_AR}|ال)\.{_AR}{{2,9}}(?!{_AR}|\.{_AR})"
    rf"|(?<=[\"«“]){_AR}{{2,9}}\.{_AR}{{2,9}}(?=[\"»”])"
)
_ANY_STOPPED = re.compile(rf"(?<!{_AR})(?<!{_AR}\.){_AR}{{2,9}}\.{_AR}{{2,9}}(?!{_AR}|\.{_AR})")
_MAY_BE_STOPPED = re.compile(rf"{_AR}\.{_AR}")
# A figure for the letter that it looks like, inside a word.
_FIGURED = re.compile(r"(?<![\w@.])[a-z]+(?:[013457$][a-z]+)+(?:[013457$])?(?![\w@])")
# What must be there before the slower patterns are worth trying.
_MAY_BE_SPACED = re.compile(rf"[ {_MARKS}\n]\w[ {_MARKS}]\w[ {_MARKS}]|^\w[ {_MARKS}]\w[ {_MARKS}]")
_MAY_BE_FIGURED = re.compile("[013457$][a-z]")
_MAY_BE_MARKED = re.compile(rf"[*|~^·•{_PICTURES}](?<=\w.)[*|~^·•{_PICTURES}]{{0,2}}\w")
_MAY_BE_AT_TATWEEL = re.compile(rf"{_TATWEEL}(?:[ {_MARKS}]|(?<=[ {_MARKS}]{_TATWEEL}))")
_LOOKS_LIKE = str.maketrans("013457$", "oieasts")
_NOT_LETTERS = re.compile(rf"[^a-z{_LETTER}]")


def disguised(flat: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start and end of each disguised word in a text folded by characters, and the word itself."""
    found = [
        *_near(_MAY_BE_AT_TATWEEL, _AT_TATWEEL, flat),
        *_near(_MAY_BE_MARKED, _MARKED, flat),
        *_near(_MAY_BE_SPACED, _SPACED, flat),
        *((start, end, word) for start, end, word in _near(_MAY_BE_FIGURED, _FIGURED, flat) if len(word) >= 4),
    ]
    stopped = list(_near(_MAY_BE_STOPPED, _STOPPED, flat))
    found += stopped if len(stopped) < 2 else [*stopped, *_near(_MAY_BE_STOPPED, _ANY_STOPPED, flat)]
    last = 0
    for start, end, word in sorted(found, key=lambda entry: (entry[0], -entry[1])):
        if start >= last and len(word) > 2:
            yield start, end, word
            last = end


def _near(sign: re.Pattern[str], pattern: re.Pattern[str], flat: str) -> Iterator[tuple[int, int, str]]:
    """Yield what `pattern` finds about each `sign` of it, which costs far less to look for."""
    reached = 0
    for match in sign.finditer(flat):
        if match.end() <= reached:
            continue
        low, high = max(reached, match.start() - _REACH), match.end() + _REACH
        while following := sign.search(flat, match.end(), high):
            match, high = following, following.end() + _REACH
        for found in pattern.finditer(flat, low, min(high, len(flat))):
            yield found.start(), found.end(), _plain(found.group())
        reached = high


_REACH = 24  # characters: no word broken up is longer without a sign in it


def _plain(word: str) -> str:
    return _NOT_LETTERS.sub("", word.translate(_LOOKS_LIKE))
