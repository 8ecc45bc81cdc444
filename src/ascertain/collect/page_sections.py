"""Furniture of pages: menus above the article, links and comments below it, and what stands there twice."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from ascertain.collect.page_lines import Line
from ascertain.collect.page_words import page_words

_LISTED = re.compile(r"[\s\u200f]*(?:\d{1,3}\s*[-.)،:ـ]|[-•*–—●▪◾✦→]|\(\d)")
_BARE = re.compile(
    r"[\d\s:/.,|•·–—-]*(?:[apصم]\.?m?)?$"
    r"|[a-z]{3,9}\.? \d{1,2},? \d{4}$|\d{1,2} \S{3,12}(?: \S{5,6})?,? \d{4}$"
)
_DATED = re.compile(r"\S{3,10},? \d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$")
_TWEETED = re.compile(r"[—–-] .{1,80}\(@\w{1,20}\)")
_REPEAT_LENGTH = 20
_MENU_LINE_WORDS = 4
_HEADLINE_WORDS = 4
_LINKS = 6
_TAGS = 3
_SAME_BEGINNING = 40
_LIST_TOLD_TWICE = 8
_LONGEST_GROUP = 50
_CREDIT = re.compile(
    r"^(?:\W*)(?:source|sources|المصدر|المصادر|reporting by|writing by|editing by|اعداد|تحرير|تقرير|كتابه|بقلم|خاص)\b"
    r"|^(?=.{3,60}$).*(?:\breuters\b|\bafp\b|\bagencies\b|رويترز|ا ف ب|ا\.ف\.ب|فرانس برس|وكالات|الاناضول)"
)
_RESUMING_PARAGRAPH = 250
_RESUMING_PAIR = 320
_TOLD = 250  # characters of running text that make an article; less may be a notice above it


def section_furniture(
    lines: list[Line], title: str, known: list[tuple[int, int]], *, post: bool, web: bool
) -> list[tuple[int, int]]:
    """Return what belongs to the page and not the report, as ranges of whole lines.

    `known` are ranges found already. Of any text the buttons, sections and repeats go; of what is no single post the
    menus; of a web page also what hangs loose above its title and below its text.
    """
    marked = [
        line.kind == "chrome" or any(start <= line.start and line.end <= end for start, end in known) for line in lines
    ]
    _mark_sections(lines, marked, title)
    if not post:
        _mark_menus(lines, marked)
    if web:
        _mark_above_title(lines, marked, title)
        _mark_headlines_below(lines, marked)
        _mark_tags_below(lines, marked)
        _mark_lists_told_twice(lines, marked)
    _mark_repeats(lines, marked, anywhere=post or web)
    _mark_between(lines, marked)
    return _joined(lines, marked)


def _mark_sections(lines: Sequence[Line], marked: list[bool], title: str) -> None:
    """Mark each part that a heading opens, up to where running text goes on.

    Once the article has been told, a single sentence does not end such a part (an excerpt is one), and nothing ends the
    comments. Before it, the first sentence does.
    """
    told, section, number, opened = 0, "", 0, 0
    while number < len(lines):
        line = lines[number]
        if section and told < _TOLD and _is_title(line, title):
            section = ""
        if line.kind in ("related", "comments", "tags", "inline"):
            section, opened = line.kind if section != "comments" else section, number
            marked[number] = True
        elif section == "inline":
            headline = line.words >= _HEADLINE_WORDS or bool(_BARE.match(line.flat) or _DATED.match(line.flat))
            linked = number - opened == 1 or (number - opened <= _LINKS and headline)
            if line.kind in ("short", "cut") and linked:
                marked[number] = True
            else:
                section = ""
        elif section:
            if _resumes(lines, number, section, told):
                section = ""
            else:
                marked[number] = True
        if not section and line.kind == "sentence" and not marked[number]:
            told += len(line.flat)
        number += 1


def _resumes(lines: Sequence[Line], number: int, section: str, told: int) -> bool:
    line = lines[number]
    if section == "tags" and told and line.kind == "sentence":
        return True
    if line.kind != "sentence":
        return False
    if told < _TOLD:
        return True
    if section == "comments":
        rest = sum(len(one.flat) for one in lines[number:] if one.kind == "sentence")
        return rest > 2 * told
    follower = lines[number + 1] if number + 1 < len(lines) else None
    together = len(follower.flat) + len(line.flat) if follower is not None and follower.kind == "sentence" else 0
    return len(line.flat) >= _RESUMING_PARAGRAPH or together >= _RESUMING_PAIR


def _is_title(line: Line, title: str) -> bool:
    return len(line.flat) >= _REPEAT_LENGTH and line.flat in title


def _mark_menus(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark runs of short lines of which a quarter, and two at least, are words of menus or buttons."""
    menu = page_words().menu
    for fits, numbers in groupby(range(len(lines)), lambda number: _fits_menu(lines[number], marked[number])):
        run = list(numbers) if fits else []
        named = {lines[number].phrase for number in run} & menu
        if len(run) >= 3 and len(named) >= 2 and len(named) * 4 >= sum(not marked[number] for number in run):
            for number in run:
                marked[number] = True


def _fits_menu(line: Line, marked: bool) -> bool:
    if marked:
        return True
    return line.kind == "short" and line.words <= _MENU_LINE_WORDS and not _LISTED.match(line.flat)


def _mark_above_title(lines: Sequence[Line], marked: list[bool], title: str) -> None:
    """Mark short lines above the line that is the page's title: menus and tickers, if no sentence stands among them."""
    for number, line in enumerate(lines):
        if line.kind == "sentence" and not _is_title(line, title):
            return
        if _is_title(line, title):
            loose = [above for above in range(number) if not marked[above]]
            following = any(later.kind == "sentence" for later in lines[number + 1 :])
            if following and len(loose) > 1:  # a single line may be the article's own kicker
                for above in loose:
                    marked[above] = True
            return


def _mark_headlines_below(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark headlines that hang loose below an article whose paragraphs end in full stops."""
    body = [number for number, line in enumerate(lines) if line.kind == "sentence" and not marked[number]]
    if len(body) < 2:
        return
    last = _end_of_body(lines, body[-1])
    loose = [number for number in range(last + 1, len(lines)) if not marked[number]]
    if sum(lines[number].apart for number in loose) * 5 < 4 * len(loose):
        return  # lines of one paragraph, broken by whoever saved the text
    heads = [number for number in loose if lines[number].words >= _HEADLINE_WORDS]
    cut = any(lines[number].kind == "cut" for number in heads)
    if len(heads) >= (2 if cut else 3) and sum(lines[number].words for number in heads) >= 5 * len(heads):
        for number in range(heads[0], len(lines)):
            marked[number] = True
        for number in range(last + 1, heads[0]):  # the tags between the article and the headlines
            marked[number] = marked[number] or lines[number].words <= 3
    elif loose and any(marked[last + 1 : loose[0]]) and any(marked[loose[-1] + 1 :]):
        for number in loose:  # between furniture and furniture
            marked[number] = True


def _mark_tags_below(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark a run of lines of few words right below an article, up to the next furniture: what it is filed under."""
    body = [number for number, line in enumerate(lines) if line.kind == "sentence" and not marked[number]]
    if len(body) < 2:
        return
    first = last = _end_of_body(lines, body[-1]) + 1
    while last < len(lines) and not marked[last] and _may_be_tag(lines[last]):
        last += 1
    if last - first >= _TAGS and last < len(lines) and marked[last]:
        for number in range(first, last):
            marked[number] = True


def _may_be_tag(line: Line) -> bool:
    return line.apart and line.kind == "short" and line.words <= _MENU_LINE_WORDS


def _end_of_body(lines: Sequence[Line], last: int) -> int:
    """Return the last line of the article, where `last` is its last paragraph.

    Short sentences, credits ("Reuters / agencies"), lists and the signatures of quoted posts belong to it.
    """
    while last + 1 < len(lines) and (
        _CREDIT.search(lines[last + 1].flat) or lines[last + 1].flat.endswith((".", '."'))
    ):
        if lines[last + 1].kind not in ("short", "sentence"):
            break
        last += 1
    for number in range(last + 1, len(lines)):
        flat = lines[number].flat
        if lines[number].kind == "short" and (_LISTED.match(flat) or _TWEETED.match(flat) or flat.endswith(":")):
            last = number
    return last


def _mark_lists_told_twice(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark long runs in which every line of any length stands twice: lists of links, as some pages render them."""
    times = Counter(line.flat for line in lines)
    number = 0
    while number < len(lines):
        last = number
        while last < len(lines) and (times[lines[last].flat] > 1 or len(lines[last].flat) < _REPEAT_LENGTH):
            last += 1
        twice = [index for index in range(number, last) if len(lines[index].flat) >= _REPEAT_LENGTH]
        if len(twice) >= _LIST_TOLD_TWICE:
            for index in range(twice[0], twice[-1] + 1):
                marked[index] = True
        number = last + 1


def _mark_repeats(lines: Sequence[Line], marked: list[bool], *, anywhere: bool) -> None:
    """Mark a line that stands elsewhere word for word, or as the beginning of a longer one.

    Pages give the title twice, a quoted post twice, a summary cut short and then the whole. The longest stays, of
    equals the first. An entry of a list may say the same of another day and stays; so does a line of a text
    that is no page, unless it follows its like at once.
    """
    alike: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line.flat) < _REPEAT_LENGTH or marked[number] or _LISTED.match(line.flat):
            continue
        if anywhere:
            alike.setdefault(line.flat[:_SAME_BEGINNING], []).append(number)
        elif number and lines[number - 1].flat == line.flat:
            marked[number] = True
    for group in alike.values():
        if len(group) > 1:
            _mark_shorter(lines, marked, sorted(group, key=lambda number: (-len(lines[number].flat), number)))


def _mark_shorter(lines: Sequence[Line], marked: list[bool], longest_first: list[int]) -> None:
    kept: list[str] = []
    for number in longest_first:
        stem = lines[number].flat.rstrip(" .…[]\u200f")
        if any(longer.startswith(stem) for longer in kept):
            marked[number] = True
        elif len(kept) < _LONGEST_GROUP:
            kept.append(lines[number].flat)


def _mark_between(lines: Sequence[Line], marked: list[bool]) -> None:
    """Mark bare figures, times and dashes whose neighbours are furniture."""
    for number in range(len(lines)):
        if marked[number] or not _BARE.match(lines[number].flat):
            continue
        before = number == 0 or marked[number - 1]
        after = number + 1 == len(lines) or marked[number + 1] or bool(_BARE.match(lines[number + 1].flat))
        if before and after and len(lines) > 1 and (number or marked[1]):
            marked[number] = True


def _joined(lines: Sequence[Line], marked: list[bool]) -> list[tuple[int, int]]:
    """Return the marked lines as ranges; lines that follow one another are one range."""
    ranges = [(line.start, line.end) for line, is_marked in zip(lines, marked, strict=True) if is_marked]
    ends = {line.end: after.start for line, after in pairwise(lines)}
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and ends.get(joined[-1][1]) == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
