"""All the words of an HTML page, with the ranges that are hidden and the blocks that are the page's own parts."""

import re
from typing import Any, NamedTuple

from ascertain.collect.page_hidden import Look, Styles
from ascertain.collect.records import merge_ranges
from ascertain.model import Refused

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select "
    "summary table tbody td tfoot th thead tr ul".split()
)
_NO_TEXT = frozenset(("script", "style", "head", "svg", "math", "object", "embed", "applet", "audio", "video", "canvas",
                      "textarea", "title", "iframe", "xml", "frameset"))  # fmt: skip
_CHROME_TAGS = frozenset(("nav", "footer", "aside", "form", "button", "select", "menu", "dialog", "option"))
_CHROME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
     "toolbar", "tablist", "button", "progressbar", "tooltip", "status")
)  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DEEPEST = 5_000
_PLAIN = Look()


class Block(NamedTuple):
    """A stretch of the text between two line breaks: is it in one of the page's own parts, is it in a wanted node."""

    start: int
    end: int
    chrome: bool
    wanted: bool


class PageText(NamedTuple):
    """All the words of a page or of a part of it; `hidden` are the ranges that can't be seen."""

    text: str
    blocks: tuple[Block, ...]
    hidden: tuple[tuple[int, int], ...]


class _Place(NamedTuple):
    look: Look
    chrome: bool
    wanted: bool
    article: bool
    preserve: bool


def body_of(tree: Any) -> Any:
    """Return the element that holds what a page shows; broken markup can make the parser give what is none."""
    return tree.body if hasattr(tree.body, "getattr") else tree.document


def text_of(root: Any, styles: Styles, wanted: list[Any]) -> PageText:
    """Return the words under `root`; blocks inside one of the nodes `wanted` are marked as such.

    White space is folded as a browser does and a line ends where a block does. The tree is walked without recursion.
    """
    return _Walk(styles, wanted).walk(root)


class _Walk:
    def __init__(self, styles: Styles, wanted: list[Any]) -> None:
        self._styles = styles
        self._wanted = wanted
        self._parts: list[str] = []
        self._length = 0
        self._block_start = 0
        self._block: list[tuple[bool, bool]] = []
        self._blocks: list[Block] = []
        self._hidden: list[tuple[int, int]] = []
        self._space_before = True

    def walk(self, root: Any) -> PageText:
        """Walk the tree; each property of a node costs a call into the parser, so each is asked for once."""
        place = _Place(_PLAIN, chrome=False, wanted=False, article=False, preserve=False)
        stack: list[tuple[Any, str, _Place]] = []
        node: Any = root
        while node is not None:
            tag = node.tag
            inside = self._open(node, tag, place)
            child = node.first_child if inside is not None else None
            if child is not None and inside is not None:
                stack.append((node, tag, place))
                _check_depth(len(stack))
                node, place = child, inside
                continue
            node, place = self._on(node, tag, place, stack)
        self._break()
        return PageText("".join(self._parts), tuple(self._blocks), merge_ranges(self._hidden))

    def _on(self, node: Any, tag: str, place: _Place, stack: list[tuple[Any, str, _Place]]) -> tuple[Any, _Place]:
        """Return the node after `node`, whose inside is done, and what surrounds it; None after the root."""
        while True:
            if tag in _BLOCKS:
                self._break()
            following = node.next_sibling if stack else None
            if following is not None or not stack:
                return following, place
            node, tag, place = stack.pop()

    def _open(self, node: Any, tag: str, place: _Place) -> _Place | None:
        """Take in what stands at a node, and return what surrounds its inside; None where that is not read."""
        if tag == "#text":
            self._write(node.value or "", place)
            return None
        if tag.startswith("#") or tag in _NO_TEXT:
            return place if tag == "#document" else None
        if not hasattr(node, "getattr"):
            return None  # a processing instruction
        if tag in _BLOCKS or tag == "br":
            self._break()
        article = place.article or tag in ("article", "main")
        return _Place(
            look=self._styles.look(node, tag, place.look),
            chrome=place.chrome or is_chrome(node, tag, in_article=article),
            wanted=place.wanted or (bool(self._wanted) and any(node == one for one in self._wanted)),
            article=article,
            preserve=place.preserve or tag == "pre",
        )

    def _write(self, words: str, place: _Place) -> None:
        if not place.preserve:
            words = _SPACE.sub(" ", words)
            if self._space_before and words.startswith(" "):
                words = words[1:]
        if not words:
            return
        if place.look is not _PLAIN and place.look.unseen and words.strip():
            self._hidden.append((self._length, self._length + len(words)))
        if words.strip():
            self._block.append((place.chrome, place.wanted))
        self._parts.append(words)
        self._length += len(words)
        self._space_before = words.endswith(" ")

    def _break(self) -> None:
        if self._length == self._block_start:
            return
        if self._block:
            chrome = all(chrome for chrome, _ in self._block)
            self._blocks.append(Block(self._block_start, self._length, chrome, any(want for _, want in self._block)))
        self._parts.append("\n")
        self._length += 1
        self._block_start, self._block, self._space_before = self._length, [], True


def _check_depth(depth: int) -> None:
    if depth > _DEEPEST:
        raise Refused(
            f"the page's parts lie more than {_DEEPEST:,} deep in one another", limit="nesting",
            remedy="its bytes are kept; print the page to PDF and collect that",
        )  # fmt: skip


def is_chrome(node: Any, tag: str, *, in_article: bool) -> bool:
    """Return whether an element is one of a page's own parts: its menus, its foot, what stands beside the report."""
    if tag in _CHROME_TAGS or (tag == "header" and not in_article):
        return not (in_article and tag == "form")  # whole pages lie in one form on some old sites
    return (node.getattr("role", "") or "") in _CHROME_ROLES
