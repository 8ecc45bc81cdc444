"""Time mentions of a text: where they stand, and their trees."""

import msgspec

from ascertain.extract.times.bracketed import with_days_behind_brackets
from ascertain.extract.times.datelines import opens_a_dispatch
from ascertain.extract.times.grammar import parse
from ascertain.extract.times.items import Item, is_unknown, items_of, runs
from ascertain.extract.times.makers import makers
from ascertain.extract.times.no_times import without_ages_and_names
from ascertain.extract.times.roles import with_roles
from ascertain.languages.times import is_past, time_words
from ascertain.model import Mention
from ascertain.model.time_expression import Bounded, Calendar, Lasting, Node, Shift, TimeExpression, Within
from ascertain.text import Document
from ascertain.text.fold import WIDTHLESS

_EMITTED = ("range", "time", "date", "clock", "dur", "done", "parttime")
_LONGEST_NOTE, _ONE_WORD = 14, 1  # words
_DATELINE_REACH, _BESIDE_A_STAMP, _WORDS_BESIDE = 60, 24, 4  # characters, characters, words
_REACH = 24  # words on either side in which a verb's tense is looked for
_APPROXIMATE = frozenset(
    "about around approximately approx circa roughly nearly almost some نحو حوالي قرابه تقريبا".split()
)
_BE = frozenset(("is", "are"))
_AFTERWARDS = (["after"], ["afterwards"])  # "soon afterwards" tells of the past
_ARTICLES = frozenset("a an the its their his her this that these those".split())
_LOOSE_ENDS = frozenset((",", "،", "-", "(", "the", "and", "of"))
_FUTURE_PREFIXES, _SHORTEST_FUTURE = ("سا", "سي", "سن", "ست"), 5


def find_times(document: Document, lang: str | None = None) -> list[Mention]:
    """Return the time expressions of a text, in order, unanchored; a range's own ends come after it, nested.

    `lang` is accepted for symmetry with other finders: English and Arabic are read together.
    """
    del lang
    mentions: list[Mention] = []
    for first, last in runs(document):
        for item in parse(document, items_of(document, first, last), makers):
            mentions.extend(_mentions(document, item))
    if mentions and (begin := _update_at(document)) is not None:
        mentions = [_in_update(mention) if mention.start >= begin else mention for mention in mentions]
    mentions = without_ages_and_names(document, mentions)
    mentions = [
        _as_dateline(mention) if _is_dateline(document, mention) or _is_line_of_its_own(document, mention) else mention
        for mention in mentions
    ]
    mentions = with_roles(document, with_days_behind_brackets(document.text, mentions))
    if not mentions and 0 < len(document) <= _ONE_WORD:
        mentions = _lone_word(document)
    if mentions and len(document) <= _LONGEST_NOTE and not any(is_unknown(word) for word in document.words):
        return [_looking_ahead(mention) for mention in mentions]
    return mentions


def _lone_word(document: Document) -> list[Mention]:
    """Read a text that is one word, a month or a part of a day, as that time."""
    values = items_of(document, 0, len(document))[0].values
    fields = {name: values[name] for name in ("month", "part", "season") if name in values}
    if not fields:
        return []
    return [_mention(document, Item(0, len(document), {"date": Calendar(**fields)}), Calendar(**fields))]


def _as_dateline(mention: Mention) -> Mention:
    return msgspec.structs.replace(mention, parsed=msgspec.structs.replace(mention.parsed, dateline=True))


def _names_a_day(node: Node) -> bool:
    date = node.outer if isinstance(node, Within) else node
    return isinstance(date, Calendar) and date.day is not None and date.month is not None


def _is_dateline(document: Document, mention: Mention) -> bool:
    """Return whether a day opens the text, set off by a dash or a colon, an agency between."""
    if mention.start > _DATELINE_REACH or not _names_a_day(mention.parsed.node):
        return False
    if opens_a_dispatch(document.text, mention.start, mention.end):
        return True
    after = document.word_at(mention.end)
    return after < len(document) and document.words[after] in ("-", ":", "|", ")")


def _is_line_of_its_own(document: Document, mention: Mention) -> bool:
    """Return whether a day stands on a line with hardly a word beside it, as the date of a post does."""
    if not _names_a_day(mention.parsed.node):
        return False
    words = document.words_in(max(0, mention.start - _BESIDE_A_STAMP), mention.start)
    if any(document.words[index] in time_words().published for index in words[-2:]):
        return True
    near = max(0, mention.start - 2 * _BESIDE_A_STAMP)
    before = document.text[near : mention.start].rpartition("\n")[2]
    after = document.text[mention.end : mention.end + 2 * _BESIDE_A_STAMP].partition("\n")[0]
    return len(before) + len(after) <= _BESIDE_A_STAMP and len(before.split()) + len(after.split()) <= _WORDS_BESIDE


def _update_at(document: Document) -> int | None:
    """Return where a line begins that was added later: "UPDATE: ..."."""
    words, opening = document.words, time_words().update
    for index in [index for index, word in enumerate(words) if word in opening]:
        if index + 1 < len(words) and words[index + 1] in (":", "-"):
            start = document.starts[index]
            if index and "\n" in document.flat[document.ends[index - 1] : start]:
                return start
    return None


def _in_update(mention: Mention) -> Mention:
    return msgspec.structs.replace(mention, parsed=msgspec.structs.replace(mention.parsed, update=True))


def _looking_ahead(mention: Mention) -> Mention:
    """Read a text that is nothing but a time as the note of an appointment: the next such time, not the last."""
    return msgspec.structs.replace(mention, parsed=msgspec.structs.replace(mention.parsed, tense=1))


def _mentions(document: Document, item: Item) -> list[Mention]:
    name = next((name for name in _EMITTED if name in item.values), None)
    if name is None:
        return []
    node: Node = item.values[name]
    if name == "clock" and not _is_certain(node, document, item):
        return []
    found = [_mention(document, item, node)]
    if name == "range" and "parts" in item.values:
        for part in item.parts:
            inner = next((part.values[key] for key in _EMITTED if key in part.values), None)
            if inner is not None and part.shown != item.shown:
                found.append(_mention(document, part, inner))
    return found


def _is_certain(node: Node, document: Document, item: Item) -> bool:
    """Return whether a clock time by itself is no score, ratio or number."""
    if not isinstance(node, Calendar):
        return True
    before = document.words[item.first - 1] if item.first else ""
    glued = item.first > 0 and document.touches(item.first) and before[:1].isalnum()
    behind = item.last < len(document) and document.touches(item.last) and document.words[item.last][0].isalpha()
    return node.hour is not None and not glued and not (behind and node.zone is None)


def _mention(document: Document, item: Item, node: Node) -> Mention:
    first, last = item.shown
    while last - 1 > first and document.words[last - 1] in _LOOSE_ENDS:
        last -= 1
    start = document.starts[first] + _letters(document, first, item.prefix)
    end = document.ends[last - 1]
    if document.words[last - 1] == "." and last - 2 >= first and not _keeps_stop(document, last):
        end = document.ends[last - 2]
    parsed = TimeExpression(
        node=node,
        tense=_tense_of(document, node, first, last) if _needs_tense(node) else None,
        approximate=first > 0 and document.words[first - 1] in _APPROXIMATE,
    )
    return Mention(kind="time", start=start, end=end, text=document.text[start:end], parsed=parsed)


def _keeps_stop(document: Document, last: int) -> bool:
    """Return whether the full stop at the end belongs to the words: "p.m.", "B.C."."""
    return last >= 3 and document.touches(last - 2) and document.words[last - 3] == "."


def _letters(document: Document, index: int, prefix: int) -> int:
    word = document.words[index]
    if prefix >= 2 and word[:prefix].endswith("ال"):
        prefix -= 2
    if prefix == 2 and word[:2] == "لل":
        prefix = 0
    seen = 0
    for position, character in enumerate(document.flat[document.starts[index] : document.ends[index]]):
        if seen == prefix and character not in WIDTHLESS:
            return position
        seen += character not in WIDTHLESS
    return 0


def _needs_tense(node: Node) -> bool:
    if isinstance(node, Calendar):
        return node.year is None and node.which is None
    if isinstance(node, Within):
        return _needs_tense(node.outer)
    if isinstance(node, Bounded):
        return _needs_tense(node.point)
    if isinstance(node, Lasting):
        return _needs_tense(node.start)
    if isinstance(node, Shift) and node.unit == "weekend" and node.amount == 0:
        return True
    return isinstance(node, Shift) and node.base is not None and _needs_tense(node.base)


def _tense_of(document: Document, node: Node, first: int, last: int) -> int | None:
    """Return the tense of the words about a time; what began "since" then has begun, whatever they say."""
    return -1 if isinstance(node, Bounded) and node.bound == "since" else _tense(document, first, last)


def _tense(document: Document, first: int, last: int) -> int | None:
    """Return -1 or 1 for the tense of the nearest verb in the sentence, None where no word tells."""
    words, lex = document.words, time_words()
    low, high = document.sentences[document.sentence_of(first)]
    for distance in range(1, _REACH):
        for at in (first - distance, last - 1 + distance):
            if low <= at < high and not first <= at < last:
                word = words[at]
                if _is_arabic_future(word) or (word in lex.future and not _is_no_future(words, at)):
                    return 1
                if word == "to" and at > low and words[at - 1] in _BE:
                    return 1  # "is to leave on Saturday"
                if is_past(word):
                    return -1
    return None


def _is_no_future(words: list[str], at: int) -> bool:
    """Return whether a word that looks ahead does not: "soon afterwards", "due to a strike"."""
    if words[at] == "due" and words[at + 1 : at + 2] == ["to"]:
        cause = words[at + 2] if at + 2 < len(words) else ""
        return cause in _ARTICLES or cause.endswith("ing")
    return words[at + 1 : at + 2] in _AFTERWARDS


def _is_arabic_future(word: str) -> bool:
    """Return whether a word is an Arabic verb with sa- («سيعود», «سأخرج»)."""
    return len(word) >= _SHORTEST_FUTURE and word[:2] in _FUTURE_PREFIXES and word not in time_words().not_future
