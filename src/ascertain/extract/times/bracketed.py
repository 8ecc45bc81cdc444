"""The day of a time of day that stands behind the same time in brackets: "at 10:30 (0730 GMT) on Friday"."""

import re

import msgspec

from ascertain.model import Mention
from ascertain.model.time_expression import Calendar, Node, Within

_OPENS = re.compile(r"[ ,]{0,2}\(\Z")
_TO_THE_DAY = re.compile(r"[^()\n]{0,30}\)[ ,]{0,2}(?:on |of )?\Z")
_REACH = 45  # characters from a time of day to its day, among which the brackets stand


def with_days_behind_brackets(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the times, a time of day before brackets with the day that is written behind them."""
    told: list[Mention] = []
    for index, mention in enumerate(mentions):
        day = _day_behind(text, mention, mentions[index + 1 : index + 3])
        if day is not None:
            node = Within(inner=mention.parsed.node, outer=day)
            mention = msgspec.structs.replace(mention, parsed=msgspec.structs.replace(mention.parsed, node=node))
        told.append(mention)
    return told


def _day_behind(text: str, mention: Mention, behind: list[Mention]) -> Calendar | None:
    """Return the day behind the brackets that a time of day is followed by."""
    if not behind or not _is_time_of_day(mention.parsed.node):
        return None
    opened = text.find("(", mention.end, mention.end + 4)
    if opened < 0 or _OPENS.search(text, mention.end, opened + 1) is None:
        return None
    for day in behind:
        node, near = day.parsed.node, mention.end < day.start <= mention.end + _REACH
        if (
            near
            and isinstance(node, Calendar)
            and _names_a_day(node)
            and _TO_THE_DAY.match(text, opened + 1, day.start)
        ):
            return node
    return None


def _is_time_of_day(node: Node) -> bool:
    return isinstance(node, Calendar) and node.hour is not None and node.day is None and node.weekday is None


def _names_a_day(node: Calendar) -> bool:
    return node.hour is None and (node.day is not None or node.weekday is not None)
