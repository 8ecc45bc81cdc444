"""The records of a web archive: what each address showed when it was captured."""

import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any
from urllib.parse import urljoin

from msgspec.structs import replace

from ascertain.collect.collectors.pdf import items_of_pdf
from ascertain.collect.collectors.saved_page import reports_of_page
from ascertain.collect.dates import stated_date
from ascertain.collect.decoding import decode
from ascertain.collect.page_pictures import Report
from ascertain.collect.records import item_from_record, platform_of
from ascertain.model import Broken, Capture, Item, Refused, Skipped
from ascertain.safety.archives import unzip_stream
from ascertain.safety.codings import decoded
from ascertain.safety.limits import LIMITS

_PAGES = ("text/html", "application/xhtml+xml")
_READ = (*_PAGES, "application/pdf", "text/plain")
_GROUPS = {"image": "pictures", "video": "videos", "audio": "sounds", "font": "fonts", "text": "styles and scripts"}
_Made = Iterator[Capture | Item | Skipped]


@dataclass
class Wanted:
    """Which addresses are pages, with their titles, as an archive lists them; with none listed, every HTML is one.

    `met` are the listed addresses that a record was found of, `pictures` the bytes of pictures by their addresses, and
    `reports` the pages that were read, with the pictures that each shows: those may come before it or after.
    """

    pages: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    pictures: dict[str, bytes] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)

    def is_page(self, url: str) -> bool:
        """Return whether what stands at `url` is a page and no part of one."""
        if url in self.pages:
            self.met.add(url)
            return True
        return not self.pages

    def follow(self, url: str, to: str) -> None:
        """Take in that `url` led on to another address, which is a page if `url` is one."""
        if url in self.pages:
            self.met.add(url)
            self.pages.setdefault(to, self.pages[url])


class _DamagedRecord(Broken):
    """What one record holds can't be read, and the archive goes on after it."""


@dataclass
class Response:
    """What an address answered: when, and its content as it was before it was sent."""

    url: str
    at: str | None
    media_type: str
    status: int
    payload: bytes
    title: str = ""


# What warcio lets through of the headers that it could not make sense of: a length of a hundred digits, no address.
_MISREAD = (ValueError, AttributeError, TypeError, LookupError, OverflowError)


def records_of(content: bytes, name: str, wanted: Wanted) -> _Made:
    """Yield the captures and items of a WARC; what is no page is counted by kind, and what is damaged is named."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    plain, fault = unzip_stream(content) if content.startswith(b"\x1f\x8b") else (content, "")
    told = number = 0
    others: Counter[str] = Counter()
    seen: dict[str, Response] = {}
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(plain), check_digests=True), 1):
            if record.rec_type not in ("response", "resource"):
                _sent(record)
            for made in _bounded(_record(record, f"{name}#{number}", number, wanted, others, seen), f"{name}#{number}"):
                told += isinstance(made, Item | Skipped)
                yield made
    except (ArchiveLoadFailed, EOFError, *_MISREAD) as error:
        raise Broken(
            f"the archive breaks off after record {number} ({error})", item=name, remedy="get it again"
        ) from error
    if others:
        counts = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        yield _skip(name, f"parts of pages are kept in the archive and are no reports: {counts}", "none needed")
    if fault:
        raise Broken(f"{fault} after record {number}", item=name, remedy="get the archive again")
    if not told:
        yield _skip(name, "the archive holds no page", "see whether it is a part of a larger one")


def _bounded(made: _Made, where: str) -> _Made:
    """Yield what a record gives; one that goes over a limit is told of and does not take those after it with it."""
    try:
        yield from made
    except Refused as error:
        yield _skip(where, f"{error.what} (limit: {error.limit})", error.remedy or "its bytes are kept in the archive")
    except _DamagedRecord as error:
        yield _skip(where, error.what, error.remedy)
    except RecursionError:
        yield _skip(where, "its page is nested too deeply (limit: nesting)", "its bytes are kept in the archive")


def responses_of(plain: IO[bytes]) -> Iterator[Response]:
    """Yield what each address answered, by the records of an archive that is not compressed (any more)."""
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(plain, check_digests=True):
        if record.rec_type in ("response", "resource"):
            try:
                response = _response(record, "")
            except _DamagedRecord:
                continue
            checker = getattr(record, "digest_checker", None)
            if checker is None or checker.passed is not False:
                yield response


def _record(
    record: Any, where: str, number: int, wanted: Wanted, others: Counter[str], seen: dict[str, Response]
) -> _Made:
    if record.rec_type == "revisit":
        yield from _revisit(record, where, wanted, seen)
    if record.rec_type not in ("response", "resource"):
        return
    response = _response(record, where)
    checker = getattr(record, "digest_checker", None)
    if checker is not None and checker.passed is False:
        yield _skip(
            where, "the record differs from its own digest", "get the archive again; do not rely on this record"
        )
        return
    seen[record.rec_headers.get_header("WARC-Payload-Digest") or ""] = response
    location = record.http_headers.get_header("Location") if record.http_headers else None
    if 300 <= response.status < 400:
        wanted.follow(response.url, _joined(response.url, location or ""))
        others["redirects"] += 1
    elif not response.url.startswith(("http://", "https://")) or response.media_type not in _READ:
        if response.media_type.startswith("image/") and response.status < 400:
            wanted.pictures.setdefault(response.url, response.payload)
        others[_GROUPS.get(response.media_type.partition("/")[0], "other files")] += 1
    elif not wanted.is_page(response.url):
        others["frames and other pages that the archive does not list"] += 1
    elif response.status >= 400:
        yield _capture(response, where)
        yield _skip(
            where, f"the address {response.url} answered {response.status}: it showed no page then",
            "none needed: the answer is kept, and stands beside other captures of the address",
        )  # fmt: skip
    else:
        response.title = wanted.pages.get(response.url, "")
        yield _capture(response, where)
        yield from _items(response, where, number, wanted)


def _response(record: Any, where: str) -> Response:
    headers = record.http_headers
    media_type = (headers.get_header("Content-Type", "") if headers else record.content_type) or ""
    status = headers.get_statuscode() if headers else "200"
    payload = _sent(record)
    if len(payload) > LIMITS.output_bytes:
        raise Refused("a record of the archive is over the limit output_bytes", limit="output_bytes", item=where)
    if headers:
        try:
            payload = decoded(payload, headers.get_header("Content-Encoding", "") or "", limit=LIMITS.output_bytes)
        except Broken as error:
            raise _DamagedRecord(error.what, item=where, remedy=error.remedy) from error
    return Response(
        url=_url(record), at=_at(record), media_type=media_type.partition(";")[0].strip().lower(),
        status=int(status) if re.fullmatch("[0-9]{3}", status) else 200, payload=payload,
    )  # fmt: skip


def _sent(record: Any) -> bytes:
    """Return a record's content as it was sent; raises Broken where the archive ends before the record does.

    The content's coding is left to us: warcio's unpacking has no limit, and fails on brotli.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    if record.rec_headers.get_header("Content-Length") is None:
        raise Broken("a record of the archive does not say how long it is", remedy="get the archive again")
    headers = record.http_headers
    chunked = headers is not None and "chunked" in (headers.get_header("Transfer-Encoding", "") or "").lower()
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    parts, size = [], 0
    while size <= LIMITS.output_bytes and (part := stream.read(1 << 20)):
        parts.append(part)
        size += len(part)
    while size <= LIMITS.output_bytes and record.raw_stream.read(1 << 20):
        continue  # what follows the last chunk; read, so that the record's digest covers it
    if (missing := getattr(record.raw_stream, "limit", 0)) and size <= LIMITS.output_bytes:
        raise Broken(f"the archive ends {missing:,} bytes before its last record does", remedy="get the archive again")
    return b"".join(parts)


def _revisit(record: Any, where: str, wanted: Wanted, seen: dict[str, Response]) -> _Made:
    """Yield that an address still showed, byte for byte, what it had shown before (the profile identical-payload)."""
    earlier = seen.get(record.rec_headers.get_header("WARC-Payload-Digest") or " ")
    if earlier is not None and earlier.media_type.startswith("image/") and earlier.status < 400:
        wanted.pictures.setdefault(_url(record), earlier.payload)
    if earlier is None or earlier.media_type not in _READ or earlier.status >= 400:
        return
    again = Response(_url(record), _at(record), earlier.media_type, earlier.status, earlier.payload)
    yield _capture(again, where)
    yield _skip(
        where, f"the address {again.url} showed the same bytes again", "none needed: both captures are on record"
    )


def _capture(response: Response, where: str) -> Capture:
    return Capture(
        content=response.payload, name=where, media_type=response.media_type, how="warc", collected_at=response.at,
        url=response.url, status=response.status,
    )  # fmt: skip


def _items(response: Response, where: str, number: int, wanted: Wanted) -> Iterator[Item | Skipped]:
    digest = hashlib.sha256(response.payload).hexdigest()
    found: Iterator[Report]
    if response.media_type in _PAGES:
        found = reports_of_page(response.payload, where, digest, url=response.url, position=number)
    elif response.media_type == "application/pdf":
        found = map(Report, items_of_pdf(response.payload, where, digest, position=number))
    else:
        found = map(Report, _plain(response, where, digest, number))
    for report in found:
        made = report.record
        if isinstance(made, Item):
            url = made.url or response.url
            made = replace(
                made, collected_at=response.at, url=url, platform=made.platform or platform_of(url),
                title=made.title or response.title or None,
            )  # fmt: skip
            wanted.reports.append(Report(made, report.shown))
        yield made


def _plain(response: Response, where: str, digest: str, number: int) -> Iterator[Item | Skipped]:
    plain = decode(response.payload)
    if plain is None or not plain.text.strip():
        yield _skip(where, "the record is named as text and holds none", "look at it in the archive")
    else:
        yield item_from_record({"text": plain.text, "notes": [*plain.notes]}, capture=digest, position=number)


def _url(record: Any) -> str:
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _joined(url: str, location: str) -> str:
    """Return where a redirect leads; an address that is none leads nowhere else."""
    try:
        return urljoin(url, location)
    except ValueError:
        return url


def _at(record: Any) -> str | None:
    return stated_date(record.rec_headers.get_header("WARC-Date") or "")[0]


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)
