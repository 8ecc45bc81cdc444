"""What a time is the time of: an event, unless the words before it say otherwise."""

from typing import cast

import msgspec

from ascertain.languages.times import is_past, time_words
from ascertain.model import Mention
from ascertain.model.time_expression import Calendar, Node, TimeRole, Within
from ascertain.text import Document

_WALLS = frozenset(",،.;؛!?؟")
_REACH = 14  # words before a time among which what it belongs to is looked for
_BETWEEN = 6  # words between "born" and its date: "born in the town of Exhill on 3 May"
_WHOSE = frozenset(("his", "her", "their", "my"))
_GOES_ON = frozenset(("", ",", "،", "("))  # "As of 5 a.m., 14 August"


def with_roles(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Return the times, those that the words before them take away from the events marked with what they are of."""
    told: list[Mention] = []
    for mention in mentions:
        before = told[-1] if told else None
        if before is not None and _goes_on(document, before, mention):
            role = before.parsed.role
        else:
            role = _role_at(document, document.words_in(mention.start, mention.end).start, mention.parsed.node)
        if role != "event":
            mention = msgspec.structs.replace(mention, parsed=msgspec.structs.replace(mention.parsed, role=role))
        told.append(mention)
    return told


def _goes_on(document: Document, before: Mention, mention: Mention) -> bool:
    """Return whether a time stands inside the one before it or goes on with it."""
    return mention.start < before.end or document.text[before.end : mention.start].strip() in _GOES_ON


def _role_at(document: Document, first: int, node: Node) -> TimeRole:
    """Return what the words before word `first` say of a time that begins there."""
    words, behind = document.words, set[str]()
    decade = node.outer if isinstance(node, Within) else node
    lived = isinstance(decade, Calendar) and decade.decade is not None and not decade.century and not decade.year
    if lived and not _WHOSE.isdisjoint(words[max(0, first - 2) : first]):
        return "birth"  # "a man in his early twenties"
    low = max(document.sentences[document.sentence_of(first)][0], first - _REACH)
    direct = time_words().roles.ending(words, first)
    for start in range(first - 1, low - 1, -1):
        if words[start] in _WALLS and (direct is None or start < direct[1]):
            break
        role, after = _phrase_at(words, start)
        if role is None or after > first:
            continue
        if not behind and not _reaches(words[after:first], role):
            break
        if role in ("work", "course"):
            behind.add(role)
            if len(behind) > 1:
                return "aftermath"
        elif role != "making" or _is_no_day(node):
            return cast("TimeRole", role)
    return "event"


def _phrase_at(words: list[str], start: int) -> tuple[str | None, int]:
    """Return the role that the phrase at a word gives, and the word after it, an Arabic "and" left off."""
    roles = time_words().roles
    found = roles.at(words, start)
    if found is None and words[start][:1] == "و" and len(words[start]) > 1:
        shortened = roles.at([words[start][1:], *words[start + 1 : start + 4]], 0)
        found = (shortened[0], shortened[1] + start) if shortened else None
    return found or (None, start)


def _reaches(between: list[str], role: str) -> bool:
    """Return whether a phrase still governs a time that stands behind these words."""
    links = time_words().links
    if role == "saying":
        return all(word in links for word in between)
    told = any(is_past(word) for word in between)
    return len(between) <= _BETWEEN and not told


def _is_no_day(node: Node) -> bool:
    """Return whether a time is a decade, a year or a month of one and no more."""
    dated = isinstance(node, Calendar) and (node.year is not None or node.decade is not None)
    return dated and isinstance(node, Calendar) and node.day is None
