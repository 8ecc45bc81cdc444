"""Arabic names that no gazetteer has, right behind a strike: قصفت سمسم بريف حلب, غارة على تل سمسم."""

from ascertain.extract.places.grammar import Grammar
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.told import meant
from ascertain.extract.places.unknown_arabic import is_close, may_name
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import has_article, name_key, word_key
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document
from ascertain.text.arabic import readings

_LED = 3  # words from a strike to "on": قصف مدفعي عنيف | على
_ON = "على"


def behind_a_strike(
    document: Document, reader: Reader, grammar: Grammar, strike: int, closed: set[int]
) -> Mention | None:
    """Return the rare name behind the strike at a word, where what follows tells that it is a place.

    That is the country about a town, or on which side of a town it lies; a name of two words, of which the first begins
    such names (تل, كفر) or the second tells a side (زيتا الشرقية), needs nothing behind it.
    """
    begin = _behind_on(document, strike)
    led = begin > strike + 1
    if begin >= len(document) or not is_close(document, begin) or document.words[begin].startswith("و"):
        return None
    second = led and _may_go_on(document, grammar, begin + 1, closed)
    rare = _is_rare(document, grammar, begin + second, closed)
    headed = second and document.words[begin] in grammar.words.heads
    last = begin + 1 + (second and (headed or rare))
    placed = _lies_in(document, reader, grammar, last) or (led and _lies_by(document, grammar, last, closed))
    sided = second and _is_sided(document, grammar, begin)
    last = begin + 2 if sided else last
    if not (headed and (rare or placed)) and not ((placed or sided) and _is_rare(document, grammar, begin, closed)):
        return None
    start, end = document.starts[begin], document.ends[last - 1]
    words = document.words[begin:last]
    name = PlaceExpression(
        name=document.text[start:end], name_start=start, name_end=end, key="  ".join(name_key(words)),
        article=has_article(words),
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=name.name, parsed=name)


def _behind_on(document: Document, strike: int) -> int:
    """Return the word behind "on" where it stands shortly behind a strike, or else the one behind the strike."""
    for at in range(strike + 1, min(strike + 1 + _LED, len(document) - 1)):
        if not document.words[at].isalpha():
            break
        if document.quote(at, at + 1) == _ON:
            return at + 1
    return strike + 1


def _is_rare(document: Document, grammar: Grammar, at: int, closed: set[int]) -> bool:
    """Whether a word may be a name, and tells nothing else."""
    if at >= len(document) or not may_name(document, grammar, at, closed):
        return False
    word = document.words[at]
    if word.startswith("م") and word.endswith("ه"):
        return False  # a place of work, which any town has: منجرة, معصرة
    ways = (word, *(rest for _, rest in readings(word)))
    language = grammar.words.language
    return not any(word_key(way) in usual_words(0) or way in meant(language) for way in ways)


def _may_go_on(document: Document, grammar: Grammar, at: int, closed: set[int]) -> bool:
    """Whether a name may go on with a word, which nothing is written onto and which no word of place is."""
    if at >= len(document) or document.words[at][0] in "وبل" or not is_close(document, at):
        return False
    return may_name(document, grammar, at, closed)


def _is_sided(document: Document, grammar: Grammar, at: int) -> bool:
    """Whether a word without the article has one of a side or size behind it with one, as names do: زيتا الشرقية."""
    behind = document.words[at + 1]
    told = (behind,) in grammar.words.bearings or behind in grammar.words.qualities
    return told and behind.startswith("ال") and not document.words[at].startswith("ال")


def _lies_in(document: Document, reader: Reader, grammar: Grammar, at: int) -> bool:
    """Whether the country about a town is brought: بريف حلب."""
    if at >= len(document) or not is_close(document, at) or not document.words[at].startswith("ب"):
        return False
    land = grammar.ending(grammar.words.features, reader, at)
    return land is not None and isinstance(land[0], Feature) and land[0].id == "countryside"


def _lies_by(document: Document, grammar: Grammar, at: int, closed: set[int]) -> bool:
    """Whether it is told on which side of a known place it lies: شرقي إدلب, شمال غرب حلب."""
    while at < len(document) and document.words[at][0] == "و" and is_close(document, at):
        at += 1  # and another
    side = at
    while side < len(document) and (document.words[side],) in grammar.words.bearings:
        if not is_close(document, side) or document.words[side].startswith("ال"):
            return False
        side += 1
    return side > at and side < len(document) and side in closed and is_close(document, side)
