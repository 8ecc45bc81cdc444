"""Web archives made by warcio's own writer: pages, parts, answers, revisits and lists of pages."""

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ascertain.collect import collect
from ascertain.model import Capture, Item, Skipped

URL = "https://radar.example/a1"
PAGE = "<html><head><title>Marat</title></head><body><p>Three shells fell on the market of Marat.</p></body></html>"


class Archive:
    """Writes records as a crawler does."""

    def __init__(self, *, compressed: bool = True) -> None:
        from warcio.warcwriter import WARCWriter

        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=compressed)

    def add(
        self, url: str, body: bytes | str, kind: str = "text/html; charset=utf-8", status: str = "200 OK", *,
        at: str = "2019-03-05T09:00:00Z", headers: tuple[tuple[str, str], ...] = (), record: str = "response",
    ) -> Any:  # fmt: skip
        from warcio.statusandheaders import StatusAndHeaders

        content = body.encode() if isinstance(body, str) else body
        http = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        made = self._writer.create_warc_record(
            url, record, payload=io.BytesIO(content), http_headers=http if record == "response" else None,
            warc_content_type="application/http; msgtype=response" if record == "response" else kind,
            warc_headers_dict={"WARC-Date": at},
        )  # fmt: skip
        self._writer.write_record(made)
        return made

    def again(self, first: Any, at: str) -> None:
        """Write that the address of `first` showed the same bytes."""
        revisit = self._writer.create_revisit_record(
            first.rec_headers.get_header("WARC-Target-URI"),
            digest=first.rec_headers.get_header("WARC-Payload-Digest"),
            refers_to_uri=first.rec_headers.get_header("WARC-Target-URI"),
            refers_to_date=first.rec_headers.get_header("WARC-Date"),
            warc_headers_dict={"WARC-Date": at},
        )
        self._writer.write_record(revisit)

    @property
    def content(self) -> bytes:
        return self._out.getvalue()


def wacz(warc: bytes, *, pages: list[dict[str, str]] = [], hashed: str = "sha256", seal: bool = True) -> bytes:  # noqa: B006
    listed = b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n' + b"".join(
        json.dumps(page).encode() + b"\n" for page in pages
    )
    files = {"archive/data.warc.gz": warc, "indexes/index.cdx": b"x", "pages/pages.jsonl": listed}
    resources = [
        {"name": name, "path": name, "hash": f"{hashed}:{hashlib.new(hashed, body).hexdigest()}", "bytes": len(body)}
        for name, body in files.items()
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
        archive.writestr("datapackage.json", package)
        if seal:
            digest = f"sha256:{hashlib.sha256(package).hexdigest()}"
            archive.writestr("datapackage-digest.json", json.dumps({"path": "datapackage.json", "hash": digest}))
    return out.getvalue()


def read(tmp_path: Path, name: str, content: bytes) -> tuple[list[Item], list[Skipped], list[Capture]]:
    (tmp_path / name).write_bytes(content)
    records = list(collect([tmp_path / name]))
    return (
        [one for one in records if isinstance(one, Item)],
        [one for one in records if isinstance(one, Skipped)],
        [one for one in records if isinstance(one, Capture)],
    )


@pytest.mark.parametrize("compressed", [True, False])
def test_parts_of_pages_are_counted_and_nothing_is_left_out_in_silence(tmp_path: Path, compressed: bool) -> None:
    archive = Archive(compressed=compressed)
    archive.add(URL, PAGE)
    archive.add("https://radar.example/p.png", b"\x89PNG", "image/png")
    archive.add("https://radar.example/q.jpg", b"\xff\xd8", "image/jpeg")
    archive.add("https://radar.example/s.css", "p{}", "text/css")
    archive.add("https://radar.example/old", "", status="301 Moved", headers=(("Location", URL),))
    archive.add("urn:view:" + URL, b"\x89PNG", "image/png", record="resource")
    (item,), (skip,), _ = read(tmp_path, "a.warc.gz" if compressed else "a.warc", archive.content)
    assert item.url == URL and "3 pictures" in skip.why and "1 redirects" in skip.why and "1 styles" in skip.why


def test_what_an_address_answered_is_kept_beside_the_page(tmp_path: Path) -> None:
    archive = Archive()
    archive.add(URL, PAGE)
    archive.add(URL, "<p>Not found</p>", status="404 Not Found", at="2019-03-06T09:00:00Z")
    (item,), (skip,), captures = read(tmp_path, "a.warc.gz", archive.content)
    assert item.collected_at == "2019-03-05T09:00:00+00:00" and "answered 404" in skip.why
    assert [one.status for one in captures] == [None, 200, 404]
    assert captures[2].url == URL and captures[2].collected_at == "2019-03-06T09:00:00+00:00"


def test_a_revisit_is_a_capture_of_the_same_bytes(tmp_path: Path) -> None:
    archive = Archive()
    archive.again(archive.add(URL, PAGE), "2019-03-06T09:00:00Z")
    (item,), (skip,), captures = read(tmp_path, "a.warc.gz", archive.content)
    assert "same bytes again" in skip.why and captures[1].content == captures[2].content == PAGE.encode()
    assert item.capture == hashlib.sha256(captures[2].content).hexdigest()
    assert captures[2].collected_at == "2019-03-06T09:00:00+00:00"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_page_that_was_sent_compressed_is_read(tmp_path: Path, coding: str) -> None:
    import zlib

    import brotli

    sent = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[coding](PAGE.encode())
    archive = Archive()
    archive.add(URL, sent, headers=(("Content-Encoding", coding),))
    (item,), skipped, _ = read(tmp_path, "a.warc.gz", archive.content)
    assert "Three shells" in item.text and not skipped


def test_texts_and_papers_in_an_archive_are_read(tmp_path: Path) -> None:
    archive = Archive()
    archive.add("https://radar.example/a.txt", "Two shells fell on Marat.", "text/plain")
    (item,), skipped, _ = read(tmp_path, "a.warc.gz", archive.content)
    assert (item.text, item.url, item.platform) == ("Two shells fell on Marat.", "https://radar.example/a.txt", "web")
    assert not skipped


def test_only_listed_pages_of_a_wacz_are_reports(tmp_path: Path) -> None:
    archive = Archive()
    archive.add("http://radar.example/a1", "", status="301 Moved", headers=(("Location", URL),))
    archive.add(URL, PAGE)
    archive.add("https://ads.example/frame", "<p>Buy shells now, all of you.</p>")
    pages = [
        {"id": "1", "url": "http://radar.example/a1", "title": "Marat hit"},
        {"id": "2", "url": "https://gone.example/"},
    ]
    items, skipped, _ = read(tmp_path, "a.wacz", wacz(archive.content, pages=pages))
    assert [item.url for item in items] == [URL]
    assert any("1 frames and other pages" in one.why for one in skipped)
    assert any("https://gone.example/" in one.why and "does not hold it" in one.why for one in skipped)


def test_a_wacz_with_the_older_hashes_is_read(tmp_path: Path) -> None:
    archive = Archive()
    archive.add(URL, PAGE)
    (item,), skipped, _ = read(tmp_path, "a.wacz", wacz(archive.content, hashed="md5"))
    assert item.url == URL and not skipped


def test_a_wacz_whose_list_was_changed_after_it_was_sealed_is_not_read(tmp_path: Path) -> None:
    archive = Archive()
    archive.add(URL, PAGE)
    sound = wacz(archive.content)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, body.replace(b"1.1.1", b"1.1.0") if name == "datapackage.json" else body)
    items, (skip,), _ = read(tmp_path, "a.wacz", out.getvalue())
    assert not items and "datapackage-digest.json" in skip.why


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    archive = Archive(compressed=False)
    archive.add(URL, PAGE)
    whole = len(archive.content)
    archive.add("https://radar.example/a2", PAGE)
    items, skipped, _ = read(tmp_path, "a.warc", archive.content[: whole + 40])
    assert len(items) == 1 and skipped


AFTER = "<html><body><p>A road was closed near Orda.</p></body></html>"


@pytest.mark.parametrize(
    ("body", "status", "headers", "why"),
    [
        (b"x", "200 OK", (("Content-Encoding", "zstd"),), "coding 'zstd'"),
        (b"\x1f\x8b\x08broken", "200 OK", (("Content-Encoding", "gzip"),), "can't be unpacked"),
        (gzip.compress(bytes(70_000_000)), "200 OK", (("Content-Encoding", "gzip"),), "limit: output_bytes"),
        (b"", "301 Moved", (("Location", "http://[a"),), "1 redirects"),
        (PAGE.encode(), "9" * 5_000 + " OK", (), ""),
    ],
)
def test_a_record_that_is_refused_does_not_take_those_after_it_with_it(
    tmp_path: Path, body: bytes, status: str, headers: tuple[tuple[str, str], ...], why: str
) -> None:
    archive = Archive(compressed=False)
    archive.add(URL, body, status=status, headers=headers)
    archive.add("https://harbour.example/b", AFTER)
    (tmp_path / "a.warc").write_bytes(archive.content)
    records = list(collect([tmp_path]))
    assert any("A road was closed" in one.text for one in records if isinstance(one, Item))
    assert why in " ".join(one.why for one in records if isinstance(one, Skipped))


def test_a_record_without_an_address_ends_the_archive_in_words(tmp_path: Path) -> None:
    archive = Archive(compressed=False)
    archive.add(URL, PAGE)
    whole = archive.content
    (tmp_path / "a.warc").write_bytes(whole + whole.replace(b"WARC-Target-URI", b"WARC-Target-XXX"))
    records = list(collect([tmp_path]))
    (skip,) = (one for one in records if isinstance(one, Skipped))
    assert [one.url for one in records if isinstance(one, Item)] == [URL]
    assert "the archive breaks off after record 1" in skip.why and "parser failed" not in skip.why


def test_a_record_of_boundless_length_ends_the_archive_in_words(tmp_path: Path) -> None:
    archive = Archive(compressed=False)
    archive.add(URL, PAGE)
    whole = archive.content
    (tmp_path / "a.warc").write_bytes(whole + whole.replace(b"Content-Length: ", b"Content-Length: " + b"9" * 40))
    records = list(collect([tmp_path]))
    assert [one.url for one in records if isinstance(one, Item)] == [URL]
    assert any("the archive breaks off after record 1" in one.why for one in records if isinstance(one, Skipped))


def test_a_link_that_is_no_address_costs_no_words(tmp_path: Path) -> None:
    page = (
        '<html><head><meta property="og:site_name" content="X"></head><body><article data-testid="tweet">'
        '<a href="http://[a/status/1">x</a><div data-testid="tweetText">Two shells fell on Marat.</div></article>'
        '<article data-testid="tweet"><a href="https://x.com/radar/status/2">x</a>'
        '<div data-testid="tweetText">A road was closed.</div></article></body></html>'
    )
    (tmp_path / "a.html").write_text(f"<!-- saved from url=(0028)https://x.com/radar/status/2 -->{page}")
    assert any("A road was closed." in one.text for one in collect([tmp_path]) if isinstance(one, Item))


def test_a_compressed_archive_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    archive = Archive()
    archive.add(URL, PAGE)
    first = len(archive.content)
    archive.add("https://harbour.example/b", AFTER)
    for name, content in {
        "cut": archive.content[:-30], "early": archive.content[: first + 5], "garbage": archive.content + b"garbage",
        "flipped": archive.content[: first + 60] + b"\xff\xff" + archive.content[first + 62 :],
    }.items():  # fmt: skip
        (tmp_path / f"{name}.warc.gz").write_bytes(content)
        records = list(collect([tmp_path / f"{name}.warc.gz"]))
        assert "Three shells fell" in next(one.text for one in records if isinstance(one, Item)), name
        (skip,) = (one for one in records if isinstance(one, Skipped))
        assert "what was read of it before is kept" in skip.why, name


def test_a_file_that_a_wacz_lists_and_does_not_hold_is_told(tmp_path: Path) -> None:
    archive = Archive()
    archive.add(URL, PAGE)
    out, digest = io.BytesIO(), hashlib.sha256(archive.content).hexdigest()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("archive/a.warc.gz", archive.content)
        resources = [{"path": f"archive/{one}.warc.gz", "hash": f"sha256:{digest}"} for one in "ab"]
        made.writestr("datapackage.json", json.dumps({"resources": resources}))
    (tmp_path / "a.wacz").write_bytes(out.getvalue())
    (skip,) = (one for one in collect([tmp_path]) if isinstance(one, Skipped))
    assert "lists the file archive/b.warc.gz and does not hold it" in skip.why
