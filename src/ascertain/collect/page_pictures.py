"""The pictures of a saved page that belong to its report, wherever their bytes lie: in it, beside it, or around it."""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote, unquote_to_bytes, urljoin

from msgspec.structs import replace

from ascertain.collect.interface import Looks
from ascertain.collect.page_text import is_chrome
from ascertain.model import Item, Refused, Skipped
from ascertain.model.item import Picture

MOST_PICTURES = 12  # of one report
_LEAST_SIDE = 150  # pixels: what is smaller is an icon or a portrait beside a name
_MOST_ADDRESSES = 400
_MOST_PIXELS = 30_000_000  # all pictures of a file together; what is no JPEG is decoded whole, and counts four times
_CLIMB = 12
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-full-url", "poster")
_SETS = ("srcset", "data-srcset")
_POST_MARKS = (("data-testid", "tweet"), ("role", "article"))
_STYLE_URL = re.compile(r"""url\(\s{0,9}(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s{0,9}\)""")
_VARIABLE = re.compile(r"var\((--[\w-]{1,60})\)")
_DEFINED = re.compile(r"""(--[\w-]{1,60}):\s{0,9}url\((["']?)(data:image/[^)"']*)\2\)""")
_HOLDERS = "img, source[srcset], video[poster], [style*='url('], [style*='var(']"
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp|tiff)[;,]", re.IGNORECASE)
_TOLD_BY_HEAD = ('meta[property="og:image"]', 'meta[name="twitter:image"]', 'meta[property="og:image:url"]')

Find = Callable[[str], bytes | None]


class Shown(NamedTuple):
    """The addresses of one picture that a page shows, as it gives them or absolute: it offers some in several sizes."""

    addresses: tuple[str, ...]


class Report(NamedTuple):
    """What a page says, and the pictures that it shows with it."""

    record: Item | Skipped
    shown: Sequence[Shown] = ()


class PagePictures:
    """The pictures of one page."""

    def __init__(self, tree: Any, base: str) -> None:
        """Take the page and the address that its pictures' addresses are relative to; "" where they lie beside it."""
        self._tree, self._base = tree, base

    def of_posts(self, posts: Sequence[Any]) -> list[Shown]:
        """Return the pictures of posts, of each of which a node is given that holds its words or all of it."""
        return self._under([_post_of(node) for node in posts])

    def of_articles(self, bodies: Sequence[Any]) -> list[Shown]:
        """Return the pictures of a page's report, in the order of the page, and the one that its head names.

        `bodies` are the nodes that hold its words. Without, it is the article or main part of the page, or all of it
        that is not its frame.
        """
        found = dict.fromkeys(self._under([_post_of(node) for node in bodies] or _articles(self._tree)))
        for selector in _TOLD_BY_HEAD:
            for node in self._tree.document.query_selector_all(selector)[:MOST_PICTURES]:
                if address := (node.getattr("content", "") or "").strip():
                    found.setdefault(Shown((_absolute(address, self._base),)))
        return list(found)

    def _under(self, roots: Sequence[Any]) -> list[Shown]:
        """Return the pictures under `roots`; those in the page's own parts are left out."""
        found: dict[Shown, None] = {}
        for root in roots:
            for node in root.query_selector_all(_HOLDERS)[:_MOST_ADDRESSES]:
                addresses = tuple(dict.fromkeys(_addresses(node, self._base, self._variables)))
                if addresses and not _in_chrome(node):
                    found.setdefault(Shown(addresses))
        return list(found)[:_MOST_ADDRESSES]

    @cached_property
    def _variables(self) -> dict[str, str]:
        """Pictures that the page keeps once and uses by name, as SingleFile writes those that it shows twice."""
        return {
            match[1]: match[3]
            for node in self._tree.document.get_elements_by_tag_name("style")
            if "--sf-img" in (words := node.text or "")
            for match in _DEFINED.finditer(words)
        }


def looks_of(reports: Iterable[Report], name: str, find: Find | None = None) -> Iterator[Looks]:
    """Yield what the pictures of each report of a file look like.

    `find` returns the bytes that were at an address, if the file holds them. Without it, what is not within the page
    itself lies beside it, and is told of by its name.
    """
    describing = Describing(name)
    for report in reports:
        if isinstance(report.record, Item):
            pictures = describing.of(report.shown, find or (lambda address: None))
            beside = () if find else tuple(_beside(report.shown))
            if pictures or beside:
                yield Looks(item=report.record.id, pictures=pictures, beside=beside)


def _beside(shown: Sequence[Shown]) -> Iterator[str]:
    """Yield the names of pictures that a page takes from a folder beside it."""
    for one in shown[: 4 * MOST_PICTURES]:
        for address in one.addresses:
            path = unquote(address.partition("?")[0]).removeprefix("./")
            if ":" not in path and not path.startswith("/") and ".." not in path.split("/"):
                yield path


def _post_of(node: Any) -> Any:
    """Return the post that the words at `node` are of, with what it shows; the node's surroundings where none is."""
    up, wider = node, node
    for step in range(_CLIMB):
        if up is None or up.tag == "body" or not hasattr(up, "getattr"):
            break
        if up.tag in ("article", "main") or any(up.getattr(name, "") == value for name, value in _POST_MARKS):
            return up
        if "tgme_widget_message" in (up.getattr("class", "") or "").split():
            return up
        wider = up if step <= 2 else wider
        up = up.parent
    return wider


class Describing:
    """What the pictures of one file look like: each described once, within a bound on the work of all of them."""

    def __init__(self, name: str) -> None:
        """Take the name of the file, by which its pictures are named."""
        self._name = name
        self._left = _MOST_PIXELS
        self._known: dict[bytes, Picture | None] = {}

    def of(self, shown: Sequence[Shown], find: Find) -> tuple[Picture, ...]:
        """Return the pictures of a report that are large enough to be told from others.

        Of one that is there in several sizes the largest counts. What can't be decoded, or would cost too much, is
        left out.
        """
        found: dict[str, Picture] = {}
        for one in shown:
            contents = [content for address in one.addresses if (content := _content(address, find))]
            picture = self._described(max(contents, key=len)) if contents else None
            if picture is not None:
                found.setdefault(picture.digest, picture)
            if len(found) >= MOST_PICTURES:
                break
        return tuple(found.values())

    def whole(self, content: bytes) -> Picture | None:
        """Return the picture that a file is, under the file's name; None as in `of`."""
        picture = self._described(content)
        return replace(picture, name=self._name) if picture is not None else None

    def _described(self, content: bytes) -> Picture | None:
        if content not in self._known:
            self._known[content] = self._describe(content)
        return self._known[content]

    def _describe(self, content: bytes) -> Picture | None:
        from PIL import Image

        from ascertain.collect.pictures import describe, open_picture

        try:
            picture = open_picture(content)
            cost = picture.width * picture.height * (1 if picture.format == "JPEG" else 4)
            if min(picture.size) < _LEAST_SIDE or cost > self._left:
                return None
            self._left -= cost
            number = sum(one is not None for one in self._known.values()) + 1
            return describe(picture, f"{self._name}, picture {number}", content)
        except (OSError, SyntaxError, ValueError, Refused, Image.DecompressionBombError):
            return None


def _articles(tree: Any) -> list[Any]:
    for selector in ("article", "main", "[role=main]"):
        found = list(tree.document.query_selector_all(selector))
        if found:
            return found[:1]
    return [tree.body] if hasattr(tree.body, "query_selector_all") else []


def _in_chrome(node: Any) -> bool:
    """Return whether a node lies in one of the page's own parts."""
    article = False
    above: list[Any] = []
    up = node.parent
    while up is not None and hasattr(up, "getattr") and len(above) < 200:
        above.append(up)
        up = up.parent
    for one in reversed(above):
        article = article or one.tag in ("article", "main")
        if is_chrome(one, one.tag, in_article=article):
            return True
    return False


def _addresses(node: Any, base: str, variables: dict[str, str]) -> Iterator[str]:
    for name in _SOURCES:
        if address := (node.getattr(name, "") or "").strip():
            yield _absolute(address, base)
    for name in _SETS:
        for part in (node.getattr(name, "") or "").split(", ")[:20]:
            if address := part.strip().partition(" ")[0]:
                yield _absolute(address, base)
    style = node.getattr("style", "") or ""
    for match in _STYLE_URL.finditer(style):
        if address := (match[1] or match[2] or match[3] or "").strip():
            yield _absolute(address, base)
    for match in _VARIABLE.finditer(style):
        if match[1] in variables:
            yield variables[match[1]]


def _absolute(address: str, base: str) -> str:
    if address.startswith("data:"):
        return address
    try:
        return urljoin(base, address).partition("#")[0]
    except ValueError:
        return address


def _content(address: str, find: Find) -> bytes | None:
    if not address.startswith("data:"):
        return find(address)
    if not _DATA.match(address):
        return None
    kind, _, data = address.partition(",")
    try:
        return base64.b64decode(data) if kind.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return None
