"""HTML from strangers, cleaned for showing: structure and words stay, nothing runs, nothing is fetched."""

import nh3

_TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i ins li mark ol p pre q s small "
    "span strong sub sup table tbody td tfoot th thead tr u ul bdi bdo".split()
)
_ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "*": {"dir", "lang", "title"}}
_SCHEMES = frozenset(("http", "https", "mailto"))


def clean_html(markup: str) -> str:
    """Return `markup` with the tags of running text only; pictures, forms, frames, styles, ids and classes go.

    A link keeps its address if that is http, https or mailto, and tells the other site nothing. The page that shows the
    result has a content security policy besides, which alone must stop what would get through here.
    """
    return nh3.clean(
        markup, tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes=set(_SCHEMES), strip_comments=True,
        link_rel="noopener noreferrer nofollow",
    )  # fmt: skip


def text_only(markup: str) -> str:
    """Return `markup` as text that any HTML page may hold, tags shown as they are written."""
    return nh3.clean_text(markup)
