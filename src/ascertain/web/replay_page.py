"""From a sealed capture to the page that is replayed; runs in a worker, as the bytes are a stranger's."""

import io
from collections.abc import Iterator
from email import policy
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from ascertain.collect.web_records import responses_of
from ascertain.safety.archives import open_zip, read_member, unzip_stream
from ascertain.safety.limits import LIMITS
from ascertain.safety.replayed import Resource, replayed_page

NOTHING = b"<!doctype html><title>Nothing to show</title><p>The capture holds no page."


def make(
    path: str, url: str, kind: str, archive: str, member: int, parts: list[list[str]]
) -> Iterator[tuple[Any, bytes]]:
    """Yield the page that the sealed bytes at `path` become.

    `kind` is their media type and `url` where they were found. Pictures and sheets are taken from what lies beside
    them: the parts of an MHTML file, the web archive at `archive` (its file `member` where it is a WACZ), or `parts`,
    each a relative address, a media type and a path.
    """
    content = Path(path).read_bytes()
    if kind == "multipart/related":
        content, url, resources = _mhtml(content)
    elif archive:
        resources = _records(Path(archive).read_bytes(), member)
    else:
        url = url or "file:///page"
        resources = {_joined(url, name): Resource(kind, Path(part).read_bytes()) for name, kind, part in parts}
    yield {}, replayed_page(content, url, resources) if content else NOTHING


def _joined(base: str, name: str) -> str:
    try:
        return urljoin(base, name)
    except ValueError:  # such as http://[
        return name


def _mhtml(content: bytes) -> tuple[bytes, str, dict[str, Resource]]:
    message: Message = BytesParser(policy=policy.compat32).parsebytes(content)
    page, url = b"", str(message.get("Snapshot-Content-Location", ""))
    resources: dict[str, Resource] = {}
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        where = str(part.get("Content-Location", "")).strip()
        if part.get_content_type() == "text/html" and not page:
            charset = part.get_content_charset() or "utf-8"
            page = payload if charset.lower() in ("utf-8", "utf8") else _utf8(payload, charset)
            url = url or where
            continue
        resource = Resource(part.get_content_type(), payload)
        names = (where, f"cid:{str(part.get('Content-ID', '')).strip('<> ')}")
        resources |= {name: resource for name in names if name not in ("", "cid:")}
    return page, url, resources


def _utf8(payload: bytes, charset: str) -> bytes:
    try:
        return payload.decode(charset, "replace").encode("utf-8")
    except (LookupError, ValueError):  # ValueError where the name of the charset holds a NUL
        return payload


def _records(content: bytes, member: int) -> dict[str, Resource]:
    """Return what a web archive holds besides pages, by address."""
    if member >= 0:
        archive = open_zip(content)
        content = read_member(archive, archive.namelist()[member], limit=LIMITS.output_for(len(content)))
    plain = unzip_stream(content).content if content.startswith(b"\x1f\x8b") else content
    return {
        one.url: Resource(one.media_type, one.payload)
        for one in responses_of(io.BytesIO(plain))
        if one.status < 300 and one.media_type.startswith(("image/", "text/css", "font/", "application/font"))
    }
