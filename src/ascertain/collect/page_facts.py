"""What a page states about itself: title, date, author, site and address, from its meta tags, JSON-LD and `<time>`."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ascertain.collect.dates import stated_date
from ascertain.collect.records import platform_of

_METAS: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published_at": (
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date",
        "article:published", "article.published", "published_time", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime", "citation_publication_date",
    ),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author"),
    "source": ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher"),
    "url": ("og:url",),
    "lang": ("og:locale", "content-language"),
}  # fmt: skip
# What the platforms of posts call themselves in `og:site_name`: a page of theirs is known by it where its address
# isn't theirs (an archive's, a mirror's).
_SITES = {
    "x (formerly twitter)": "x", "x": "x", "twitter": "x", "facebook": "facebook", "instagram": "instagram",
    "telegram": "telegram",
}  # fmt: skip
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SINGLE_FILE = re.compile(r"url:\s*(\S+)\s+saved date:\s*([^\n]+)")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_DEEPEST_DATA = 200
_SINGLE_FILE_ZONE = re.compile(r"\w{3} (\w{3} \d{2} \d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{4}).*")


def facts_of(tree: Any, raw: str) -> dict[str, str]:
    """Return what the page says of itself, under the keys of the exchange format, and notes under `notes`."""
    facts: dict[str, str] = {}
    for field, value in (*_from_metas(tree), *_from_data(tree), *_from_elements(tree), *_from_saver(raw)):
        words = " ".join(value.split())
        if not words or field in facts or (field == "author" and words.startswith("http")):
            continue
        if field in ("published_at", "collected_at"):
            on, note = stated_date(words)
            if on is None:
                continue
            words = on
            if note:
                facts.setdefault("notes", note)
        facts[field] = words
    if not _LANGUAGE.match(facts.get("lang", "")):
        facts.pop("lang", None)
    platform = platform_of(facts.get("url"))
    if platform in (None, "web"):
        platform = _SITES.get(facts.get("source", "").lower(), platform)
    if platform:
        facts["platform"] = platform
    return facts


def _from_metas(tree: Any) -> Iterator[tuple[str, str]]:
    metas: dict[str, str] = {}
    for meta in tree.document.get_elements_by_tag_name("meta"):
        name = meta.getattr("property", "") or meta.getattr("name", "") or meta.getattr("itemprop", "")
        content = meta.getattr("content", "")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    for field, names in _METAS.items():
        for name in names:
            if name in metas and not (field == "url" and not metas[name].startswith("http")):
                yield field, metas[name]


def _from_data(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield what JSON-LD blocks say, of whatever in them has a date of publication."""
    for script in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if "datePublished" not in thing and "articleBody" not in thing:
                continue
            for field, key in (("published_at", "datePublished"), ("title", "headline"), ("lang", "inLanguage")):
                if isinstance(thing.get(key), str):
                    yield field, thing[key]
            for field, key in (("author", "author"), ("source", "publisher")):
                yield from ((field, name) for name in _names(thing.get(key)))


def _things(data: Any) -> Iterator[dict[str, Any]]:
    pending = [data]
    seen = 0
    while pending and seen < _DEEPEST_DATA:
        value = pending.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            pending.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)
        elif isinstance(value, list):
            pending.extend(value)


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name


def _from_elements(tree: Any) -> Iterator[tuple[str, str]]:
    document = tree.document
    canonical = document.query_selector('link[rel="canonical"]')
    if canonical is not None and canonical.getattr("href", "").startswith("http"):
        yield "url", canonical.getattr("href")
    for selector in ('[itemprop="datePublished"]', "time[pubdate]", "article time[datetime]", "time[datetime]"):
        node = document.query_selector(selector)
        if node is not None:
            yield "published_at", node.getattr("datetime", "") or node.getattr("content", "") or node.text or ""
    heading = document.query_selector("h1")
    yield "title", (tree.title or "") or (heading.text if heading is not None else "")
    root = document.query_selector("html")
    if root is not None:
        yield "lang", root.getattr("lang", "") or ""


def _from_saver(raw: str) -> Iterator[tuple[str, str]]:
    """Yield what a browser or SingleFile writes into a page that it saves."""
    head = raw[:4000]
    if match := _SINGLE_FILE.search(head):
        yield "url", match[1]
        yield "collected_at", _SINGLE_FILE_ZONE.sub(r"\1 \2 \3", match[2].strip())
    if match := _SAVED_FROM.search(head):
        yield "url", match[1]
