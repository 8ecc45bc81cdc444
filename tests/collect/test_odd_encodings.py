"""Feeds and texts that are not in the encoding that they declare, or declare none."""

from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.collect.decoding import decode
from ascertain.model import Item, Skipped

FEED = (
    '<?xml version="1.0" encoding="{}"?><rss><channel><title>شبكة</title><item><title>قصف</title>'
    "<description>مقتل رجلين في مارات</description></item></channel></rss>"
)
WORDS = "قصف\n\nمقتل رجلين في مارات"


def read(folder: Path, content: bytes) -> tuple[list[Item], list[Skipped]]:
    (folder / "a.rss").write_bytes(content)
    records = list(collect([folder]))
    return [one for one in records if isinstance(one, Item)], [one for one in records if isinstance(one, Skipped)]


@pytest.mark.parametrize(("declared", "encoding"), [("windows-1256", "cp1256"), ("utf-16", "utf-16"),
                                                    ("utf-8", "utf-8"), ("utf-8", "utf-8-sig")])  # fmt: skip
def test_a_feed_in_the_encoding_that_it_declares(tmp_path: Path, declared: str, encoding: str) -> None:
    (item,), _ = read(tmp_path, FEED.format(declared).encode(encoding))
    assert (item.text, item.source, item.notes) == (WORDS, "شبكة", ())


@pytest.mark.parametrize(("declared", "encoding"), [("utf-8", "cp1256"), ("no-such", "utf-8"), ("ascii", "cp1256")])
def test_a_feed_in_another_encoding_is_read_with_a_note(tmp_path: Path, declared: str, encoding: str) -> None:
    (item,), _ = read(tmp_path, FEED.format(declared).encode(encoding))
    assert (item.text, item.source) == (WORDS, "شبكة")
    assert f"it is not in the encoding that it declares; read as {encoding}" in item.notes


def test_a_feed_that_is_no_xml_in_any_encoding_says_what_is_wrong_first(tmp_path: Path) -> None:
    items, (skip,) = read(tmp_path, b"<rss><channel><item>")
    assert not items and "no element found" in skip.why


def test_no_document_type_comes_in_by_way_of_another_encoding(tmp_path: Path) -> None:
    hostile = FEED.format("no-such").replace("<rss>", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>')
    items, (skip,) = read(tmp_path, hostile.replace("قصف", "&a;").encode())
    assert not items and "xml_entities" in skip.why


def test_a_zero_byte_does_not_make_utf_16_of_a_text() -> None:
    text = "Two\x00 shells fell on the market of Marat at noon, said the mayor of the town.\n"
    decoded = decode(text.encode())
    assert decoded is not None and (decoded.text, decoded.encoding) == (text, "utf-8")
    for words in (text.replace("\x00", ""), WORDS + " و قصف"):
        wide = decode(words.encode("utf-16-le"))
        assert wide is not None and (wide.text, wide.encoding) == (words, "utf-16-le")
