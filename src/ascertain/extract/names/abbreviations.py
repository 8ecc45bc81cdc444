"""Abbreviations that a text gives behind a name, in brackets: "World Rebuilding Fund (WRF)"."""

from collections.abc import Iterator, Sequence

from ascertain.extract.names.party_lexicon import organisation_heads
from ascertain.model import ActorName, Mention
from ascertain.text import Document

_LONGEST, _SHORTEST = 8, 2  # letters
_SMALL = frozenset("of the and for in on to de la du des del el".split())
_ABBREVIATED = frozenset({"organisation", "armed_group", "military", "government", "party", "outlet", "media"})
_MOST_WORDS = 9  # of a name that brackets shorten


def abbreviated(document: Document, runs: Sequence[tuple[int, int]], found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions by an abbreviation of the parties and organisations found, and of names that only it tells.

    `runs` are the capitalised words of the text. Where the letters are not those that the name's words begin with,
    nothing is read: brackets hold ages, places and asides as well.
    """
    words = document.words
    if "(" not in words:
        return []
    known = {mention.end: mention for mention in found if getattr(mention.parsed, "type", None) in _ABBREVIATED}
    taken = {index for mention in found for index in document.words_in(mention.start, mention.end)}
    told: dict[str, tuple[int, ActorName]] = {}
    named: list[Mention] = []
    for at in (at for at, word in enumerate(words) if word == "("):
        letters = _letters(document, at + 1)
        if not letters or at + 1 in taken or letters in told:
            continue
        mention = known.get(document.ends[at - 1]) if at else None
        if mention is None and (long_name := _long_name(document, runs, at, letters)) is not None:
            mention = long_name
            named.append(mention)
        if mention is not None and _shortens(letters, mention.text):
            told[letters] = (at, mention.parsed)
    return [*named, *_again(document, told, taken)]


def _again(document: Document, told: dict[str, tuple[int, ActorName]], taken: set[int]) -> Iterator[Mention]:
    """Yield the places where an abbreviation stands, from the brackets that tell it on."""
    spellings = {letters.casefold() for letters in told}
    for index, word in enumerate(document.words):
        if word not in spellings or index in taken:
            continue
        start, end = document.starts[index], document.ends[index]
        at, parsed = told.get(document.text[start:end], (len(document), None))
        if index > at and parsed is not None:
            yield Mention(kind="actor", start=start, end=end, text=document.text[start:end], parsed=parsed)


def _letters(document: Document, index: int) -> str:
    """Return the abbreviation that stands alone in brackets from a word on, or nothing."""
    if index + 1 >= len(document) or document.words[index + 1] != ")":
        return ""
    letters = document.text[document.starts[index] : document.ends[index]]
    return letters if _SHORTEST <= len(letters) <= _LONGEST and letters.isalpha() and letters.isupper() else ""


def _long_name(document: Document, runs: Sequence[tuple[int, int]], at: int, letters: str) -> Mention | None:
    """Return the organisation whose name ends before the brackets and is told by its last words and the letters."""
    first, last = next(((first, last) for first, last in runs if last == at), (0, 0))
    heads = organisation_heads()
    if last - first < _SHORTEST or heads.isdisjoint(document.words[first:last]):
        return None
    for begin in range(max(first, last - _MOST_WORDS), last - 1):
        text = document.text[document.starts[begin] : document.ends[last - 1]]
        if text[0].isupper() and _shortens(letters, text):
            start, end = document.starts[begin], document.ends[last - 1]
            return Mention(
                kind="actor", start=start, end=end, text=text, parsed=ActorName(name=text, type="organisation")
            )
    return None


def _shortens(letters: str, name: str) -> bool:
    """Whether letters are those that the words of a name begin with, in order, small words with or without theirs."""
    words = [word for word in name.replace("-", " ").replace("'", " ").split() if word[0].isalpha()]
    at = 0
    for word in words:
        if at < len(letters) and word[0].casefold() == letters[at].casefold():
            at += 1
        elif word.casefold() not in _SMALL:
            return False
    return at == len(letters)
