"""Arabic names in a row behind a plural of what they are: قرى كنصفرة وسمسم وسرجة, بلدات (تل الورد، أوردة)."""

from ascertain.extract.places.grammar import Grammar
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.unknown_arabic import deeds, is_close, is_led_in, may_name, name_from, place_mention
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import has_article, name_key, raw_length, word_key
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document
from ascertain.text.arabic import readings

_LONGEST = 40  # words
_JOINTS = frozenset({",", "،", "/", "#", "و", "(", '"', "«", "“"})
_ITS = "ها"
_CLOSERS = frozenset({")", "»", "”"})
# Tenths of log10 of the count in a million from which a word is taken for itself and not for a name ...
_RARE = 10
_VERY_RARE = 0  # ... in a row in which no name is known


def in_a_list(
    document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int], named: Mention | None = None
) -> list[Mention]:
    """Return the names in a row of places that begins behind a plural ("villages"), where they are not known.

    `closed` are the words that are known, places for the most part. A row in which there is none is one of two names
    and more that are no words of the language, but of the two that a dual brings the first is `named`. An everyday word
    is a name where the row goes on behind it.
    """
    words = document.words
    noun = next((rest for _, rest in readings(words[index]) if rest in grammar.words.plurals), words[index])
    feature = grammar.words.features.get((noun,))
    if not isinstance(feature, Feature) or noun not in grammar.words.plurals:
        return []
    found: list[Mention] = []
    waiting: list[Mention] = []
    begin = document.words_in(named.start, named.end).stop if named is not None else index + 1
    listed, rare, at, usual = 0, 0, begin, usual_words(_VERY_RARE)
    while at < min(len(document), index + _LONGEST):
        if "\n" in document.text[document.ends[at - 1] : document.starts[at]]:
            break
        if words[at] in _JOINTS or words[at] in _CLOSERS:
            at += 1
            continue
        if at in closed:
            listed += 1
            found, waiting = [*found, *waiting], []
            while at < len(document) and at in closed:
                at += 1
            continue
        joined = int(words[at].startswith("و"))
        if joined and _is_of_a_kind(words[at][1:], grammar):
            at += 1  # "villages and towns"
            continue
        apart = at == index + 1 or joined or words[at - 1] in _JOINTS
        joined = joined if at > index + 1 else 0
        name = words[at][joined:]
        if not apart or _is_something_else(name, grammar) or not may_name(document, grammar, at, closed, joined):
            break
        last = name_from(document, reader, grammar, at, closed, feature, noun, joined=joined)
        if not last and (name in grammar.words.titles or not _may_be_everyday(name, grammar)):
            break
        start = document.starts[at] + (raw_length(document, at, joined) if joined else 0)
        one = place_mention(
            document, start, document.ends[max(last, at + 1) - 1], at, max(last, at + 1), feature, joined=joined
        )
        if not last or (last == at + 1 and word_key(name) in usual_words(_RARE)):
            waiting.append(one)
        else:
            found, waiting = [*found, *waiting, one], []
            rare += last > at + 1 or word_key(name) not in usual
        at = last
        if named is not None and found:
            break  # the second of two
    return found if listed or rare > 1 or named is not None else []


def _is_of_a_kind(word: str, grammar: Grammar) -> bool:
    return (word,) in grammar.words.features or (word.removeprefix("ال"),) in grammar.words.features


def _is_something_else(name: str, grammar: Grammar) -> bool:
    """Whether a word is of a deed, has a preposition of place written onto it, or says "about it": محيطها."""
    its = name.endswith(_ITS) and word_key(name[: -len(_ITS)]) in usual_words(_RARE)
    return its or _is_a_side(name, grammar) or name in deeds(grammar.words.language) or is_led_in(name, grammar)


def _is_a_side(name: str, grammar: Grammar) -> bool:
    """Whether a word says on which side: الشمال, الجنوبية."""
    sides, bare = grammar.words.bearings, name.removeprefix("ال")
    return (name,) in sides or (bare,) in sides or (bare.rstrip("هي"),) in sides


def _may_be_everyday(name: str, grammar: Grammar) -> bool:
    """Whether an everyday word may be a name in a row: with an article, and no kind of land."""
    article = name.startswith("ال")
    return article and not _is_of_a_kind(name, grammar) and name not in grammar.words.qualities


def joined_on(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> list[Mention]:
    """Return rare words joined to a known place, with the country about a town behind: قصفت سراقب وسمسم بريف إدلب."""
    found: list[Mention] = []
    at = index
    while at + 1 < len(document) and document.words[at].startswith("و") and is_close(document, at):
        name = document.words[at][1:]
        rare = word_key(name) not in usual_words(_VERY_RARE) and name not in deeds(grammar.words.language)
        if not rare or not may_name(document, grammar, at, closed, 1):
            return []
        start, end = document.starts[at] + raw_length(document, at, 1), document.ends[at]
        text = document.text[start:end]
        parsed = PlaceExpression(
            name=text, name_start=start, name_end=end, key="  ".join(name_key([name])), article=has_article([name])
        )
        found.append(Mention(kind="place", start=start, end=end, text=text, parsed=parsed))
        at += 1
    return found if _is_countryside(document, reader, grammar, at) else []


def _is_countryside(document: Document, reader: Reader, grammar: Grammar, index: int) -> bool:
    """Whether "in the countryside of" stands here, in one word or two."""
    at = index + (document.words[index : index + 1] == ["في"])
    land = grammar.ending(grammar.words.features, reader, at) if at < len(document) else None
    led = at > index or (document.words[at : at + 1] and document.words[at].startswith("ب"))
    return bool(led) and land is not None and isinstance(land[0], Feature) and land[0].id == "countryside"
