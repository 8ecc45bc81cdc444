"""Page furniture: what the page says and not the author.

Texts are saved with the page round them: buttons, counters, menus, other people's replies, headlines of other
articles. They carry claims that the author never made, so they are marked, by offsets, and nothing is taken out. The
marking is of whole lines but for what a page glues onto the words. It is conservative: a line goes only for a
reason that can be named, and where the reasons are weak the line stays.
"""

from bisect import bisect_right

from msgspec.structs import replace

from ascertain.collect.page_lines import folded, lines_of
from ascertain.collect.page_posts import post_furniture
from ascertain.collect.page_sections import section_furniture
from ascertain.collect.page_words import page_words
from ascertain.collect.records import merge_ranges, platform_of
from ascertain.model import Item
from ascertain.text.fold import fold_characters

_PAGES = ("web", "press_release")
_POSTS = ("x", "facebook", "telegram", "instagram", "tiktok", "vk")


def mark_furniture(item: Item) -> Item:
    """Return `item` with the page's own words added to its furniture; the text stays as it is."""
    ranges = furniture_of(item)
    return replace(item, furniture=merge_ranges([*item.furniture, *ranges])) if ranges else item


def furniture_of(item: Item) -> list[tuple[int, int]]:
    """Return the ranges of the item's text that are furniture, beyond those it carries already."""
    flat = folded(item.text)
    words = page_words()
    ranges = []
    if any(hint in flat for hint in words.inside_hints):
        ranges += [match.span() for match in words.inside.finditer(flat)]
    aside = merge_ranges([*item.furniture, *item.hidden])
    lines = list(lines_of(flat))
    if aside:
        lines = [line for line in lines if not _lies_in(line.start, line.end, aside)]
    platform = item.platform or platform_of(item.url)
    ranges += post_furniture(lines, flat, item, platform)
    title = fold_characters(item.title or "")
    ranges += section_furniture(lines, title, ranges, post=platform in _POSTS, web=platform in _PAGES)
    return ranges


def _lies_in(start: int, end: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    place = bisect_right(ranges, (start, end))
    return any(low <= start and end <= high for low, high in ranges[max(place - 1, 0) : place + 1])
