"""Furniture of posts: what X, Facebook and their like glue onto the words, repeat, or add in other people's words."""

import re

from ascertain.collect.page_lines import Line
from ascertain.model import Item

# "Conversation", the name and the handle run into the words in pages of 2022; so do the time and the counters.
_GLUED_HEAD = re.compile(r"(?:conversation|المحادثه)(.{0,80}?)@([a-z0-9_]{1,15})", re.DOTALL)
_GLUED_TAIL = re.compile(
    r"\d{1,2}:\d{2} ?(?:[ap]m|[صم]) ?· ?(?:\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \S{2,9}(?: \S{2,9})?,? \d{4})"
    r"(?: ?·[^\n]*|(?=\d| *\n| *$)[^\n]*)"
)
_AUTHOR_LINE = re.compile(r"(?:.{1,60}?)[\u200f\u200e ]*@([a-z0-9_]{1,15})[\u200f\u200e ]*$")
_AGO = re.compile(
    r"(?:\d+ ?[smhd](?:\d+ (?:second|minute|hour|day)s? ago)?"
    r"|[a-z]{3} \d{1,2}(?:, \d{4})?|\d{1,2} [a-z]{3}(?: \d{4})?)$"
)
_HANDLE_IN_URL = re.compile(r"(?:twitter|x)\.com/([A-Za-z0-9_]{1,15})/status")
_SENTENCE_FROM = 20


def post_furniture(lines: list[Line], flat: str, item: Item, platform: str | None) -> list[tuple[int, int]]:
    """Return what is not the author's own in a post."""
    handle = _handle(item)
    ranges = _glued(flat, handle)
    ranges += _replies(lines, handle)
    if platform in ("facebook", "instagram", "x", "telegram"):
        ranges += _previews(lines)
    return ranges


def _handle(item: Item) -> str:
    if item.source and item.source.startswith("@"):
        return item.source[1:].lower()
    match = _HANDLE_IN_URL.search(item.url or "")
    return match[1].lower() if match else ""


def _glued(flat: str, handle: str) -> list[tuple[int, int]]:
    """Return the head and tail that the page of a single post runs into its words."""
    ranges = []
    head = _GLUED_HEAD.match(flat)
    if head:
        end = head.end()
        if handle and head[2].startswith(handle):  # Latin words may follow the handle without a space
            end = head.start(2) + len(handle)
        ranges.append((0, end))
    if "·" in flat and (head or handle):
        ranges += [match.span() for match in _GLUED_TAIL.finditer(flat)]
    return ranges


def _replies(lines: list[Line], handle: str) -> list[tuple[int, int]]:
    """Return what other people wrote below a post: from the line that names them to the next such line.

    A thread by the author goes on being the author's: only the line with the name and the time is furniture.
    """
    heads = [
        number
        for number, line in enumerate(lines[:-1])
        if "@" in line.flat and _AGO.match(lines[number + 1].flat) and _AUTHOR_LINE.match(line.flat)
    ]
    if not heads or not handle:
        return []
    ranges = []
    for head, after in zip(heads, [*heads[1:], len(lines)], strict=True):
        match = _AUTHOR_LINE.match(lines[head].flat)
        own = match is not None and match[1] == handle
        last = head + 1 if own else after - 1
        ranges.append((lines[head].start, lines[last].end))
    return ranges


def _previews(lines: list[Line]) -> list[tuple[int, int]]:
    """Return the cut beginnings of a post that stands whole further on, and the other way round.

    A page gives a post in its description and again in its body, one of them cut off by "...". The longer stays.
    """
    blocks = _blocks(lines)
    ranges = []
    for number, (start, end, words) in enumerate(blocks):
        stem = words.rstrip(". …")
        for other, (_, _, longer) in enumerate(blocks):
            whole = longer.rstrip(". …")
            if other == number or len(stem) < _SENTENCE_FROM or not whole.startswith(stem):
                continue
            if len(whole) > len(stem) or other < number:
                ranges.append((start, end))
                break
    return ranges


def _blocks(lines: list[Line]) -> list[tuple[int, int, str]]:
    """Return the stretches of lines that an ellipsis ends, or the text's end: start, end and words in single spaces."""
    blocks: list[tuple[int, int, str]] = []
    first = 0
    for number, line in enumerate(lines):
        if line.kind == "cut" or number == len(lines) - 1:
            words = " ".join(" ".join(one.flat.split()) for one in lines[first : number + 1])
            blocks.append((lines[first].start, line.end, words))
            first = number + 1
    return blocks if len(blocks) > 1 else []
