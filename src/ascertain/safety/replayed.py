"""A captured page made into one that can be looked at: nothing in it runs, and it asks nobody for anything.

What is left is markup for layout, the page's own styles and those of its pictures that were captured with it, put into
the page itself. Addresses go, so that a click leads nowhere. This is the first of four fences; the page is besides
served from an origin of its own, in a sandbox without scripts, under a policy that allows nothing but what is inside.
"""

import base64
import re
from collections.abc import Mapping
from html import escape
from typing import Any, NamedTuple
from urllib.parse import urljoin

import nh3
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; "
    "form-action 'none'; sandbox"
)
_TAGS = frozenset(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn "
    "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p "
    "pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt "
    "u ul var wbr".split()
)
_ANYWHERE = frozenset("align class dir height id lang style title valign width".split())
_ATTRIBUTES = {
    "*": set(_ANYWHERE), "img": {"src", "alt"}, "td": {"colspan", "rowspan", "bgcolor"}, "tr": {"bgcolor"},
    "th": {"colspan", "rowspan", "bgcolor"}, "table": {"bgcolor", "border", "cellpadding", "cellspacing"},
    "font": {"color", "face", "size"}, "ol": {"start", "type"}, "time": {"datetime"}, "details": {"open"},
}  # fmt: skip
_PICTURES = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon"))
_FONTS = frozenset(("font/woff", "font/woff2", "font/ttf", "font/otf", "application/font-woff"))
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif|bmp|x-icon);base64,[A-Za-z0-9+/=\s]*", re.ASCII)
_DATA_FONT = re.compile(
    r"data:(?:font/\w{1,9}|application/(?:x-)?font-\w{1,9});[a-z0-9=;-]{0,60}base64,[A-Za-z0-9+/=\s]*", re.ASCII
)
_URL = re.compile(r"""url\(\s{0,20}(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s{0,20}\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b[^;]{0,2000};?", re.IGNORECASE)
_MOST_STYLES = 2_000_000
_MOST_INSIDE = 40_000_000


class Resource(NamedTuple):
    """A file that was captured with a page."""

    media_type: str
    content: bytes


def replayed_page(content: bytes, base: str, resources: Mapping[str, Resource]) -> bytes:
    """Return the page as UTF-8; `resources` are by absolute address, and `base` is the page's own."""
    tree = HTMLTree.parse_from_bytes(content, detect_encoding(content, from_html_meta=True) or "utf-8")
    inside = _Inside(base, resources)
    styles = inside.styles_of(tree)
    body = tree.body.html if tree.body is not None else ""
    clean = nh3.clean(
        body, tags=set(_TAGS), attributes=_ATTRIBUTES, attribute_filter=inside.attribute, link_rel=None,
        url_schemes={"http", "https", "data", "cid"}, strip_comments=True,
        clean_content_tags={"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "title"},
    )  # fmt: skip
    page = (
        f'<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{escape(POLICY.removesuffix("; sandbox"))}"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(tree.title or '')}</title><style>{styles}</style></head><body>{clean}</body></html>"
    )
    return page.encode("utf-8", "replace")


class _Inside:
    """Puts what was captured with a page into it, and takes out every other address."""

    def __init__(self, base: str, resources: Mapping[str, Resource]) -> None:
        self._base, self._resources = base, resources
        self._left = _MOST_INSIDE

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """Return what an attribute may hold, or None where it goes."""
        if name == "style":
            return self.style(value)
        if name == "src":
            if value.startswith("data:"):
                return value if _DATA.fullmatch(value) else None
            return self._data(value, _PICTURES)
        return value

    def styles_of(self, tree: Any) -> str:
        """Return the page's sheets, its own and those captured with it, in order."""
        sheets = []
        for node in tree.document.query_selector_all("style, link[rel~=stylesheet]"):
            if node.tag == "style":
                sheets.append(self.style(node.text or ""))
            elif (found := self._find(node.getattr("href", "") or "")) and found.media_type == "text/css":
                sheets.append(self.style(found.content.decode("utf-8", "replace")))
        return "\n".join(sheets)[:_MOST_STYLES].replace("<", "\\3c ")

    def style(self, declarations: str) -> str:
        """Return declarations in which every address is one of something inside, and no sheet is asked for."""
        plain = _IMPORT.sub("", declarations[:_MOST_STYLES])
        return _URL.sub(self._address, plain)

    def _address(self, match: re.Match[str]) -> str:
        value = (match[1] or match[2] or match[3] or "").strip()
        if _DATA.fullmatch(value) or _DATA_FONT.fullmatch(value):
            return f'url("{value}")'
        made = None if value.startswith("data:") else self._data(value, _PICTURES | _FONTS)
        return f'url("{made}")' if made else "none"

    def _data(self, value: str, kinds: frozenset[str]) -> str | None:
        found = self._find(value)
        if found is None or found.media_type not in kinds or len(found.content) > self._left:
            return None
        self._left -= len(found.content)
        return f"data:{found.media_type};base64,{base64.b64encode(found.content).decode('ascii')}"

    def _find(self, value: str) -> Resource | None:
        if found := self._resources.get(value.strip()):
            return found
        try:
            return self._resources.get(urljoin(self._base, value.strip()).partition("#")[0])
        except ValueError:
            return None
