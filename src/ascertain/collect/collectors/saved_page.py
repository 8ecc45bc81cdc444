"""Saved web pages: HTML as a browser, SingleFile or a crawler leaves it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

from ascertain.collect.interface import Looks
from ascertain.collect.page_facts import facts_of
from ascertain.collect.page_hidden import Styles
from ascertain.collect.page_main import article_nodes, furniture_blocks, post_nodes
from ascertain.collect.page_pictures import PagePictures, Report, looks_of
from ascertain.collect.page_text import body_of, text_of
from ascertain.collect.records import item_from_record, platform_of
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.limits import Limits

PAGE_LIMITS = Limits(cpu_seconds=1.3)  # a page's pictures are looked at as well


class SavedPage:
    """Reads `.html`; the text is all the words of the page, its chrome marked as furniture and the unseen as hidden."""

    name = "saved_page"
    priority = 10
    limits = PAGE_LIMITS

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a page's does."""
        return path.suffix.lower() in (".html", ".htm", ".xhtml")

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield the capture and the page's item, or one item a post where a channel is saved; then their pictures."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="text/html", how=self.name)
        reports = list(reports_of_page(content, name, hashlib.sha256(content).hexdigest()))
        yield from (report.record for report in reports)
        yield from looks_of(reports, name)


def items_of_page(
    content: bytes, name: str, capture: str, *, url: str | None = None, position: int = 0
) -> Iterator[Item | Skipped]:
    """Yield what a page says, without its pictures."""
    return (report.record for report in reports_of_page(content, name, capture, url=url, position=position))


def reports_of_page(
    content: bytes, name: str, capture: str, *, url: str | None = None, position: int = 0
) -> Iterator[Report]:
    """Yield what a page says; `url` is where it was found, where something else than the page states it."""
    encoding = detect_encoding(content, from_html_meta=True) or "utf-8"
    tree = HTMLTree.parse_from_bytes(content, encoding)
    if tree.document is None or tree.body is None:
        yield Report(_nothing(name))
        return
    facts = facts_of(tree, content[:4000].decode(encoding, "replace"))
    if url:
        facts["url"] = url
        facts["platform"] = platform_of(url) or facts.get("platform", "web")
    styles = Styles([node.text or "" for node in tree.document.get_elements_by_tag_name("style")])
    pictures = PagePictures(tree, url or "")
    messages = list(tree.document.query_selector_all(".tgme_widget_message[data-post]"))
    if messages:
        yield from _messages(messages, styles, facts, capture, pictures)
        return
    posts = post_nodes(tree, facts.get("platform"), facts.get("url"))
    wanted = posts or article_nodes(tree)
    page = text_of(body_of(tree), styles, wanted)
    if not page.text.strip():
        yield Report(_nothing(name))
        return
    record: dict[str, Any] = {
        **facts,
        "source": _source(facts),
        "text": page.text,
        "notes": [facts["notes"]] if "notes" in facts else [],
        "furniture": furniture_blocks(tree, page, facts.get("title", "")),
        "hidden": list(page.hidden),
    }
    shown = pictures.of_posts(posts) if posts else pictures.of_articles(wanted)
    yield Report(item_from_record(record, capture=capture, position=position), shown)


def _messages(
    messages: list[Any], styles: Styles, facts: dict[str, str], capture: str, pictures: PagePictures
) -> Iterator[Report]:
    """Yield the messages of a saved Telegram channel, each an item."""
    for position, message in enumerate(messages):
        words = list(message.query_selector_all(".tgme_widget_message_text"))[-1:]
        page = text_of(message, styles, words)
        when = message.query_selector("time[datetime]")
        forwarded = message.query_selector("a.tgme_widget_message_forwarded_from_name")
        post = message.getattr("data-post", "")
        record = {
            "text": page.text,
            "source": post.partition("/")[0] or facts.get("source"),
            "title": facts.get("title"),
            "url": f"https://t.me/{post}",
            "platform": "telegram",
            "published_at": when.getattr("datetime", "") if when is not None else "",
            "shares": forwarded.getattr("href", "") if forwarded is not None else "",
            "furniture": [
                (block.start, block.end)
                for block in page.blocks
                if not block.wanted and "forwarded from" not in page.text[block.start : block.end].lower()
            ],
            "hidden": list(page.hidden),
        }
        yield Report(item_from_record(record, capture=capture, position=position), pictures.of_posts([message]))


def _source(facts: dict[str, str]) -> str | None:
    """Return who publishes: the handle on a platform of posts, else the site's name, else its host."""
    parts = facts.get("url", "").split("/")
    if facts.get("platform") == "x" and len(parts) > 4:
        return f"@{parts[3]}"
    if "source" in facts and facts.get("platform") in (None, "web"):
        return facts["source"]
    if facts.get("platform") in ("facebook", "telegram", "instagram") and len(parts) > 3 and parts[3]:
        return parts[3]
    return facts.get("source") or (parts[2].removeprefix("www.") if len(parts) > 2 else None)


def _nothing(name: str) -> Skipped:
    return Skipped(
        stage="collect",
        item=name,
        why="the page holds no words",
        remedy="open it; if it shows text, save it as PDF too",
    )


collector = SavedPage()
