"""Which part of a page is the report: by the marks of known platforms, else by what readers of articles find."""

import re
from typing import Any
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text

from ascertain.collect.page_text import Block, PageText

# Where each platform's pages hold the words of a post; the first that is found decides.
_POSTS: dict[str, tuple[str, ...]] = {
    "x": ('[data-testid="tweetText"]', ".permalink-tweet .tweet-text", ".js-tweet-text", ".tweet-content .tweet-text"),
    "facebook": (
        '[data-ad-rendering-role="story_message"]', '[data-ad-comet-preview="message"]', '[data-ad-preview="message"]',
        '[data-testid="post_message"]', ".userContent", ".story_body_container",
    ),
    "telegram": (".tgme_widget_message_text", ".js-message_text"),
    "instagram": ("article h1", "article ._a9zs"),
    "youtube": ("#description-inline-expander", "#description", "#eow-description", "h1.title"),
}  # fmt: skip
_BODIES = (
    '[itemprop="articleBody"]',
    ".entry-content",
    ".article-body",
    ".article__body",
    ".post-content",
    ".td-post-content",
)
_SPACES = re.compile(r"\s+")
_SHORTEST_MAIN = 80
_SHORTEST_FOUND = 20
_MOST_COMPARISONS = 50_000_000
_MOST_POSTS = 200


def post_nodes(tree: Any, platform: str | None, url: str | None) -> list[Any]:
    """Return the nodes that hold the words of the post that the page shows; none on any other page.

    Of several posts on a page of X, those of the author named in the address count: the others are replies.
    """
    for selector in _POSTS.get(platform or "", ()):
        found = list(tree.document.query_selector_all(selector))
        if found:
            return _own(found[:_MOST_POSTS], url) if platform == "x" else found[:1]
    return []


def article_nodes(tree: Any) -> list[Any]:
    """Return the node that a site marks as the body of the article, if exactly one is."""
    for selector in _BODIES:
        found = list(tree.document.query_selector_all(selector))
        if len(found) == 1 and len(found[0].text or "") >= _SHORTEST_MAIN:
            return found
    return []


def furniture_blocks(tree: Any, page: PageText, title: str) -> list[tuple[int, int]]:
    """Return the ranges of the blocks of a page that are not the report."""
    if any(block.wanted for block in page.blocks):
        return [(block.start, block.end) for block in page.blocks if not _is_kept(block, page.text, title)]
    main = _SPACES.sub(
        "", extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False, comments=False)
    )
    words = [_SPACES.sub("", page.text[block.start : block.end]) for block in page.blocks]
    if len(main) < _SHORTEST_MAIN or len(words) * len(main) > _MOST_COMPARISONS:
        return [(block.start, block.end) for block in page.blocks if block.chrome]
    return [
        (block.start, block.end)
        for block, letters in zip(page.blocks, words, strict=True)
        if block.chrome or (letters not in main and not _is_title(page.text[block.start : block.end], title))
    ]


def _is_kept(block: Block, text: str, title: str) -> bool:
    return block.wanted or (not block.chrome and _is_title(text[block.start : block.end], title))


def _is_title(words: str, title: str) -> bool:
    bare = " ".join(words.split())
    return len(bare) >= _SHORTEST_FOUND and bare in title


def _own(found: list[Any], url: str | None) -> list[Any]:
    handle = _handle_in(url or "")
    own = [node for node in found if handle and handle in _handles(node)]
    return own or found[:1]


def _handles(node: Any) -> set[str]:
    """Return the handles that the post around a node links to as its author."""
    post = node
    while post is not None and post.tag not in ("article", "li", "body") and post.getattr("data-testid", "") != "tweet":
        post = post.parent
    if post is None or post.tag == "body":
        return set()
    links = post.query_selector_all('a[href*="/status/"]')
    return {handle for link in links if (handle := _handle_in(link.getattr("href", "")))}


def _handle_in(url: str) -> str:
    """Return the first part of an address's path, where an account stands; "" where there is none."""
    try:
        parts = urlsplit(url).path.split("/")
    except ValueError:  # such as http://[
        return ""
    return parts[1].lower() if len(parts) > 1 else ""
