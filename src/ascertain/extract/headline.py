"""The headline that stands beside a report's words: its title, or what its address spells, where the text lacks it.

Captures lose their article and keep the page about it, or only a note that the address leads elsewhere; the address
still says what it was about. A headline is no quote of what was published, so that no figure may rest on it: it only
helps to tell which event the item is about.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from msgspec.structs import replace

from ascertain.model import Item, beside
from ascertain.text.blanked import blanked
from ascertain.text.fold import WIDTHLESS, fold, fold_characters

_LEAST_WORDS = 4  # fewer are a section or a topic: "middle-east", "world-news"
_TOLD = 0.6  # the share of its words that the text has, from which on the text tells it itself
_FOREIGN = 0.2  # ... and up to which it is about something else
_HOPS = 3  # addresses within addresses, and times that one is spelled in percents
_RETURNS = 3  # words that return in the same order: a page's name, or the headline once more
_LONGEST_TITLE = 1_000
_SEPARATOR = re.compile(r"\s[|‖«»–—/-]+\s|\s\|\||\n+|\bon (?:Twitter|X)\b:?|على تويتر:?")
_QUOTES = ' "“”'
_CUT_AT = range(190, 201)  # of what an address spells, in percents: there it is cut, in the midst of a word
_LONGEST_URL = 4_000
_WITHIN = re.compile(r"https?:/{1,2}(?=[^/])")
# Of a query, what leads on; whence somebody came ("ref_url") is another page.
_LEADS = frozenset(("q", "u", "url", "to", "target", "link", "dest", "destination", "redirect", "redirect_url", "goto"))
_PARTS = re.compile(r"[-_+\s.,]+")
_WIDTHLESS = re.compile(f"[{WIDTHLESS}]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d{1,3}")
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp|amp)$", re.IGNORECASE)


def headline_of(item: Item) -> Item | None:
    """Return the item whose text is the headline that `item` has beside its text; None where the text tells it."""
    told, parts = _shown(item), []
    for part in (*headlines_in(item.title), *headlines_in(spelled_by(item.url))):
        if not _is_told(part, told):
            told = f"{told}\n{fold(part)}"
            parts.append(part)
    if not parts:
        return None
    return replace(
        item,
        id=beside(item.id),
        text="\n\n".join(parts),
        title=None,
        lang=None,
        furniture=(),
        hidden=(),
        pictures=(),
        media=(),
    )


def is_foreign(words: str, item: Item) -> bool:
    """Return whether the text has hardly a word of a headline in its own script: the page shows something else."""
    text = _shown(item)
    scripts = Counter(map(_script, _WORD.findall(text)))
    most = max(scripts, key=lambda script: (scripts[script], script), default="")
    same = [word for word in set(_WORD.findall(fold(words))) if not most or _script(word) == most]
    return len(same) >= _LEAST_WORDS and sum(word in text for word in same) < _FOREIGN * len(same)


def _script(word: str) -> str:
    """Return the script of a word: "ARABIC", "LATIN"."""
    return unicodedata.name(word[0], "").partition(" ")[0]


def headlines_in(title: str | None) -> list[str]:
    """Return the parts of a page's title that have as many words as a headline, each once.

    Pages write a headline with their own name and section, some of them three times over.
    """
    parts = (_uncut(part) for run in _once(_SEPARATOR.split((title or "")[:_LONGEST_TITLE])) for part in run)
    return [part for part in parts if len(_WORD.findall(part)) >= _LEAST_WORDS]


def _once(parts: Sequence[str]) -> Iterator[list[str]]:
    """Yield for each part what was not there before, in pieces: a run of words that returns parts two of them."""
    before: list[str] = []
    for part in parts:
        words, at = part.split(), 0
        pieces: list[list[str]] = [[]]
        folded = [fold(word) for word in words]
        while at < len(words):
            again = _length_of_return(folded[at:], before)
            if again:
                pieces.append([])
            else:
                pieces[-1].append(words[at])
            before += folded[at : at + max(1, again)]
            at += max(1, again)
        yield [" ".join(piece) for piece in pieces if piece]


def _length_of_return(words: Sequence[str], before: Sequence[str]) -> int:
    """Return how many words from the first on stand before in the same order; none where they are too few to tell."""
    longest = 0
    for start, word in enumerate(before):
        if word == words[0]:
            same = 1
            while same < len(words) and start + same < len(before) and before[start + same] == words[same]:
                same += 1
            longest = max(longest, same)
    return longest if longest >= _RETURNS else 0


def _uncut(part: str) -> str:
    """Return a part without the word that a page cut short."""
    bare = part.strip(_QUOTES)
    return bare.rstrip(".…").rpartition(" ")[0] if bare.endswith(("...", "…", "\ufffd")) else bare


def spelled_by(url: str | None) -> str:
    """Return the words that an address spells in one step of its path, without serial numbers; "" of any other."""
    if not url or len(url) > _LONGEST_URL:
        return ""
    try:
        path = urlsplit(_innermost(url)).path
    except ValueError:
        return ""
    steps = [_words(_ENDING.sub("", unquoted)) for unquoted in map(_unquoted, path.split("/"))]
    longest = max(steps, key=len, default=[])
    spelled = sum(1 for word in longest if _WORD.fullmatch(word))
    return " ".join(longest) if spelled >= _LEAST_WORDS else ""


def _innermost(url: str) -> str:
    """Return the address that an address leads to: in its query, or, in an archive's, in its path."""
    for _ in range(_HOPS):
        parts = urlsplit(url)
        led = [value for key, value in parse_qsl(parts.query) if key.lower() in _LEADS and _WITHIN.match(value)]
        within = list(_WITHIN.finditer(parts.path))
        if led:
            url = led[0]
        elif within:
            url = parts.path[within[-1].start() :]
        else:
            break
    return url


def _unquoted(step: str) -> str:
    for _ in range(_HOPS):
        step = unquote(step)
    return step


def _words(step: str) -> list[str]:
    words = [word for word in _PARTS.split(step) if word]
    if words and len(quote(step)) in _CUT_AT:
        words.pop()
    kept = list(_readable(words))
    while kept and _NUMBER.fullmatch(kept[-1]):
        kept.pop()  # the parts of a date, or how often the same headline was there before
    return kept


def _readable(words: list[str]) -> Iterator[str]:
    """Yield the words and the numbers that may count something, without serial numbers, years and digests."""
    for word in words:
        if _NUMBER.fullmatch(word) or not any(letter.isdigit() for letter in word):
            yield word


def _shown(item: Item) -> str:
    """Return the item's text, folded, without what is the page's or hidden."""
    text = blanked(item.text, (*item.furniture, *item.hidden))
    return _WIDTHLESS.sub("", fold_characters(text))  # what `fold` does, without a look at each Latin letter


def _is_told(part: str, told: str) -> bool:
    said = set(_WORD.findall(fold(part)))
    return sum(word in told for word in said) >= _TOLD * len(said)
