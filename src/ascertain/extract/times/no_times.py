"""Words that look like a time and are none: an age told by an ordinal, a month's name as somebody's second name."""

import re
from functools import cache

import msgspec

from ascertain.languages.parties import party_words
from ascertain.model import Mention
from ascertain.model.time_expression import Calendar, Within
from ascertain.text import Document
from ascertain.text.fold import fold

_IN_TURN = frozenset(("ثان", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"))
_WHOSE = frozenset(("his", "her", "their", "its"))
_QUOTES = frozenset('"«»“”')
_TIMES_OVER = frozenset(("للمره", "المره", "والمره"))
_QUARTERS = frozenset(("حي", "الحي"))
_BEFORE_NOW = 3  # words
_GOING_ON = re.compile("[يت].{2,}ون|[يت](?:خضع|تلقي)")
_AGES = frozenset(("العمر", "عمره", "عمرها", "عمرهما", "عمرهم"))


@cache
def _given() -> frozenset[str]:
    """Return the first names, folded, that are no everyday words as well."""
    packs = party_words()
    return frozenset(fold(name) for pack in packs for name in pack.given_names) - frozenset(
        fold(name) for pack in packs for name in pack.words_too
    )


def without_ages_and_names(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Return the times of a text that are times.

    Not «في الثانية عشرة من عمره», not a name like «ناصر رجب», nor the "now" of "now in its third year".
    """
    if not document.is_arabic:
        return [one for one in mentions if not _is_how_long_by_now(document, one)]
    no_time = (_is_an_age, _is_a_name, _is_a_quarter_of_a_town, _is_how_it_goes_on)
    kept = (one for one in mentions if not any(tells(document, one) for tells in no_time))
    return [_without_whose_turn(document, one) for one in kept]


def _is_how_long_by_now(document: Document, mention: Mention) -> bool:
    """Whether "now" only says how long something has gone on: "the war, now in its third year"."""
    last = document.words_in(mention.start, mention.end).stop
    behind = document.words[last : last + 2]
    return mention.text.lower() == "now" and len(behind) > 1 and behind[0] == "in" and behind[1] in _WHOSE


def _without_whose_turn(document: Document, mention: Mention) -> Mention:
    """Return a time without the ordinal of somebody before it, which is no hour: مقتل عنصر خامس | اليوم."""
    words, node = document.words_in(mention.start, mention.end), mention.parsed.node
    hour = isinstance(node, Within) and isinstance(node.inner, Calendar) and node.inner.hour is not None
    again = words.start > 0 and document.words[words.start - 1] in _TIMES_OVER  # للمرة الثانية | صباح السبت
    turn = document.words[words.start] in _IN_TURN or again
    if len(words) == 1 or not turn or not (hour and isinstance(node, Within)):
        return mention  # "the third Tuesday of September" counts days
    start = document.starts[words.start + 1]
    parsed = msgspec.structs.replace(mention.parsed, node=node.outer)
    return msgspec.structs.replace(mention, start=start, text=document.text[start : mention.end], parsed=parsed)


def _is_an_age(document: Document, mention: Mention) -> bool:
    words = document.words_in(mention.start, mention.end)
    behind = document.words[words.stop : words.stop + 2]
    return len(behind) > 1 and behind[0] == "من" and behind[1] in _AGES


def _is_a_quarter_of_a_town(document: Document, mention: Mention) -> bool:
    """Whether the quarter of a year is one that bears a number: حي الربع الأول."""
    words = document.words_in(mention.start, mention.end)
    named = words.start > 0 and document.words[words.start - 1].removeprefix("ب") in _QUARTERS
    return named and document.words[words.start] == "الربع"


def _is_how_it_goes_on(document: Document, mention: Mention) -> bool:
    """Whether "now" says of somebody told of what is being done: جرحى يتلقون العلاج حالياً."""
    words = document.words_in(mention.start, mention.end)
    before = document.words[max(0, words.start - _BEFORE_NOW) : words.start]
    return document.words[words.start : words.stop] == ["حاليا"] and any(_GOING_ON.fullmatch(word) for word in before)


def _is_a_name(document: Document, mention: Mention) -> bool:
    words, node = document.words_in(mention.start, mention.end), mention.parsed.node
    alone = len(words) == 1 and words.start > 0 and isinstance(node, Calendar) and node.day is None
    if not alone or node.month is None:
        return False
    before, behind = document.words[: words.start], document.words[words.stop : words.stop + 1]
    marked = behind != [] and behind[0] in _QUOTES and before[-1].isalpha() and before[-2:-1] != []
    return before[-1] in _given() or (marked and before[-2] in _QUOTES)  # المدعو "ناصر رمضان"
