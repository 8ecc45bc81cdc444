"""I9: the words are the source's own, through every collector of pages, archives, messages, exports and feeds.

Formats that hold a text as it is must give it back to the character; in those that mark it up (HTML folds white space,
XML has no control characters) every letter must come back in its order. Whatever comes back is read, and every span of
every mention and claim quotes it. Collectors are called in this process: what they make is what counts here.
"""

import base64
import csv
import hashlib
import html
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.attacks.I9_offsets_hold.test_extractors_keep_the_words import faults, some_texts
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ascertain.case.reading import reader
from ascertain.collect.interface import Collector
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item, Settings
from ascertain.plugins import find
from ascertain.text.bytes_within import byte_range

COUNT, COUNT_LONG = 500, 100_000
TOGETHER = 200  # texts in one file, where a format holds many
PAGE = 25  # a page costs fifty times what a paragraph of it does
READ, READ_LONG = 10, 50  # of so many texts one is read as well: reading all is the other test of this folder
COLLECTORS: dict[str, Collector] = {one.name: one for one in find("ascertain.collect.collectors", "collector")}
_SPACE = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"


class Form(NamedTuple):
    """How texts are written in a format, and what of them must come back."""

    collector: str
    name: str
    write: Callable[[list[str]], bytes]
    together: int = TOGETHER
    carried: Callable[[str], str] = lambda text: text
    exact: bool = True
    on_a_page: int = 1  # texts that the long run puts on one page, as paragraphs of one item


def no_surrogates(text: str) -> str:
    return "".join(one for one in text if not 0xD800 <= ord(one) <= 0xDFFF)


def in_html(text: str) -> str:
    """Return what of a text HTML can hold as a character (https://html.spec.whatwg.org/#preprocessing-the-input-stream)."""
    return no_surrogates(text).replace("\x00", "")


def in_xml(text: str) -> str:
    """Return what of a text XML 1.0 can hold (its production 2)."""
    return "".join(
        one for one in no_surrogates(text) if one in "\t\n\r" or (ord(one) >= 32 and one not in "\ufffe\uffff")
    )


def letters(text: str) -> str:
    return "".join(one for one in text if one not in _SPACE and not one.isspace() and one != "\ufffd")


def json_lines(texts: list[str]) -> bytes:
    return "\n".join(json.dumps({"text": text}) for text in texts).encode()


def paragraph(text: str) -> str:
    return "<p>" + html.escape(text).replace("\n", "<br>") + "</p>"


def page(texts: list[str]) -> bytes:
    body = "".join(map(paragraph, texts))
    return f"<!doctype html><html><head><meta charset=utf-8><title>x</title></head><body>{body}</body></html>".encode()


def single_file(texts: list[str]) -> bytes:
    return b"<!--\n Page saved with SingleFile \n url: https://radar.example/a \n-->" + page(texts)


def mhtml(texts: list[str]) -> bytes:
    body = base64.encodebytes(page(texts)).replace(b"\n", b"\r\n")
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head + body


def email(texts: list[str], kind: str = "plain") -> bytes:
    content = texts[0].encode() if kind == "plain" else page(texts)
    head = f"From: a@radar.example\r\nSubject: x\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
    return f"{head}Content-Transfer-Encoding: base64\r\n\r\n".encode() + base64.encodebytes(content)


def warc(texts: list[str]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for number, text in enumerate(texts):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = io.BytesIO(page([text]))
        url = f"https://radar.example/{number}"
        writer.write_record(writer.create_warc_record(url, "response", body, http_headers=headers))
    return out.getvalue()


def wacz(texts: list[str]) -> bytes:
    content, out = warc(texts), io.BytesIO()
    listed = [
        {"path": "archive/a.warc", "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
    ]
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/a.warc", content)
        archive.writestr("datapackage.json", json.dumps({"resources": listed}))
    return out.getvalue()


def telegram(texts: list[str]) -> bytes:
    messages = [
        {"id": n, "type": "message", "date_unixtime": "1551700000", "text": text} for n, text in enumerate(texts)
    ]
    return json.dumps({"name": "Radar", "type": "public_channel", "id": 1, "messages": messages}).encode()


def telegram_pieces(texts: list[str]) -> bytes:
    """As Telegram writes a message with links and bold words: a list of plain and formatted pieces."""
    cut = [[text[:5], {"type": "bold", "text": text[5:9]}, text[9:]] for text in texts]
    return telegram(cut)  # type: ignore[arg-type]


def telegram_page(texts: list[str]) -> bytes:
    messages = "".join(
        f'<div class="message default clearfix" id="message{n}"><div class="body"><div class="pull_right date details" '
        f'title="04.03.2019 12:0{n % 10}:00 UTC+02:00"></div><div class="from_name">Radar</div>'
        f'<div class="text">{html.escape(text).replace(chr(10), "<br>")}</div></div></div>'
        for n, text in enumerate(texts)
    )
    head = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Exported Data</title></head>"
    return f'{head}<body><div class="page_wrap">{messages}</div></body></html>'.encode()


def x_archive(texts: list[str]) -> bytes:
    """As the archive of an account: & < > as entities."""
    posts = [{"tweet": {"id_str": str(n), "full_text": html.escape(text, quote=False)}} for n, text in enumerate(texts)]
    return b"window.YTD.tweets.part0 = " + json.dumps(posts).encode()


def archived(texts: list[str]) -> bytes:
    (text,) = texts
    return json.dumps(
        {"status": "wayback: success", "metadata": {"url": "https://a.example", "content": text}}
    ).encode()


def table(heading: list[str], row: Callable[[int, str], list[str]]) -> Callable[[list[str]], bytes]:
    def write(texts: list[str]) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerows([heading, *(row(n, text) for n, text in enumerate(texts))])
        return out.getvalue().encode()

    return write


def timemap(texts: list[str]) -> bytes:
    return json.dumps(
        [
            {"id": n, "description": text, "latitude": "1", "longitude": "2", "sources": []}
            for n, text in enumerate(texts)
        ]
    ).encode()


def feed(texts: list[str]) -> bytes:
    items = "".join(f"<item><description>{html.escape(paragraph(text))}</description></item>" for text in texts)
    return f'<?xml version="1.0" encoding="utf-8"?><rss><channel><title>x</title>{items}</channel></rss>'.encode()


def atom(texts: list[str]) -> bytes:
    entries = "".join(f'<entry><content type="html">{html.escape(paragraph(one))}</content></entry>' for one in texts)
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()


def pdf(texts: list[str]) -> bytes:
    """A page with a line for each text, in a font that says of each of its glyphs which character it is."""
    glyphs = {one: n for n, one in enumerate(sorted(set("".join(texts))), 1)}
    mapped = [f"<{n:04x}> <{one.encode('utf-16-be').hex()}>" for one, n in glyphs.items()]
    blocks = [mapped[start : start + 100] for start in range(0, len(mapped), 100)]  # as many as one may hold
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + "\n".join(f"{len(one)} beginbfchar\n{chr(10).join(one)}\nendbfchar" for one in blocks)
        + "\nendcmap end"
    )
    lines = [
        f"1 0 0 1 72 {760 - 14 * n} Tm <{''.join(f'{glyphs[one]:04x}' for one in text)}> Tj"
        for n, text in enumerate(texts)
    ]
    shown = f"BT /F 12 Tf {' '.join(lines)} ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{one}\nendobj\n".encode()
    listed = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{listed}trailer<</Size {len(places) + 1}/Root 1 0 R>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()


ATLOS = table(["slug", "inserted_at", "updated_at", "description"], lambda n, text: [f"a{n}", "2019-03-04", "", text])
SHEET = table(["Link", "Archive status", "Text content"], lambda n, text: [f"https://a.example/{n}", "success", text])
RECORDS = table(["id", "text"], lambda n, text: [str(n), text])
FORMS = {
    "JSON Lines": Form("items_jsonl", "a.jsonl", json_lines),
    "JSON list": Form("json_records", "a.json", lambda texts: json.dumps([{"text": one} for one in texts]).encode()),
    "table": Form("table", "a.csv", RECORDS, carried=no_surrogates),
    "text": Form("plain_text", "a.txt", lambda texts: texts[0].encode(), 1, no_surrogates),
    "auto-archiver": Form("auto_archiver", "metadata.json", archived, 1),
    "auto-archiver's sheet": Form("auto_archiver", "a.csv", SHEET, carried=no_surrogates),
    "Atlos": Form("atlos", "a.csv", ATLOS, carried=lambda text: "x" + no_surrogates(text)),
    "TimeMap": Form("timemap", "a.json", timemap),
    "Telegram": Form("telegram_export", "result.json", telegram),
    "Telegram, formatted": Form("telegram_export", "result.json", telegram_pieces),
    "X": Form("x_posts", "tweets.js", x_archive),
    "e-mail": Form("email_message", "a.eml", email, 1, no_surrogates),
    "Telegram, pages": Form("telegram_page", "messages.html", telegram_page, carried=in_html, exact=False),
    "page": Form("saved_page", "a.html", page, 1, in_html, exact=False, on_a_page=PAGE),
    "SingleFile": Form("saved_page", "a.html", single_file, 1, in_html, exact=False, on_a_page=PAGE),
    "MHTML": Form("mhtml", "a.mhtml", mhtml, 1, in_html, exact=False, on_a_page=PAGE),
    "e-mail, HTML": Form(
        "email_message", "a.eml", lambda texts: email(texts, "html"), 1, in_html, exact=False, on_a_page=PAGE
    ),
    "WARC": Form("warc", "a.warc", warc, carried=in_html, exact=False),
    "WACZ": Form("warc", "a.wacz", wacz, carried=in_html, exact=False),
    "RSS": Form("feed", "a.rss", feed, carried=in_xml, exact=False),
    "Atom": Form("feed", "a.atom", atom, carried=in_xml, exact=False),
}  # fmt: skip


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def given_texts(form: Form, count: int, seed: int, *, pages: bool = False) -> list[list[str]]:
    """Return what a file each is to hold, where `pages` is given as many as go on one; white space alone is no text."""
    texts = [form.carried(text) for text in some_texts(count, seed=seed)]
    texts = [text for text in texts if letters(text)]
    together = form.on_a_page if pages and form.on_a_page > 1 else form.together
    return [texts[start : start + together] for start in range(0, len(texts), together)]


def items_of(form: Form, content: bytes, folder: Path) -> list[Item]:
    path = folder / form.name
    path.write_bytes(content)
    collector = COLLECTORS[form.collector]
    assert collector.accepts(path)
    return [record for record in collector.read(path, form.name) if isinstance(record, Item)]


def check_page(texts: list[str], item: Item) -> None:
    """Hold a page to its paragraphs: the letters of each, in their order."""
    held, position = letters(item.text), 0
    for text in map(letters, texts):
        found = held.find(text, position)
        assert found >= 0, (text, item.text)
        position = found + len(text)


def check(form: Form, texts: list[str], items: list[Item]) -> None:
    if len(texts) > 1 and form.on_a_page > 1:
        (item,) = items
        check_page(texts, item)
        texts = [item.text]
    assert len(items) == len(texts)
    for text, item in zip(texts, items, strict=True):
        if form.exact:
            assert item.text in (text, text.removeprefix("\ufeff"))
        else:
            assert letters(text) in letters(item.text), (text, item.text)
        for ranges in (item.furniture, item.hidden):
            position = 0
            for start, end in ranges:
                assert position <= start < end <= len(item.text)
                position = end


@pytest.mark.parametrize("kind", FORMS)
def test_every_text_comes_back(
    kind: str, tmp_path: Path, knowledge: Knowledge, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    form, chance, claims, placed, number = FORMS[kind], random.Random(kind), 0, 0, 0
    read = reader(knowledge, Settings(time_zone="Asia/Damascus"))
    one_in = READ_LONG * form.on_a_page if long_run else READ
    for texts in given_texts(form, COUNT_LONG if long_run else COUNT, seed=len(kind), pages=long_run):
        if form.collector == "plain_text" and is_binary(texts[0]):
            continue
        content = form.write(texts)
        items = items_of(form, content, tmp_path)
        check(form, texts, items)
        for item in items:
            before, number = number, number + (len(texts) if len(items) == 1 else 1)
            if number // one_in == before // one_in:
                continue
            reading = read(item)
            assert faults(item.text, reading) == [], repr(item.text)
            claims += len(reading.claims)
            start, end = sorted(chance.choices(range(len(item.text) + 1), k=2))
            if where := byte_range(content, item.text, start, end):
                placed += 1
                assert content[where[0] : where[1]] in {
                    item.text[start:end].encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")
                }
    assert claims > number / one_in / 5
    assert placed or form.name not in ("a.txt",)
    record_property("promise", "I9")
    record_property("cases", number)


def is_binary(text: str) -> bool:
    """Return whether a text file would be taken for no text: it has control characters that no text has."""
    return any((ord(one) < 32 and one not in "\t\n\r") or ord(one) == 127 or 128 <= ord(one) < 160 for one in text)


def test_what_a_pdf_gives_is_quoted_as_it_gives_it(
    tmp_path: Path, knowledge: Knowledge, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    """A PDF holds glyphs and not words: whatever its reader makes of them, quotes are of that to the character."""
    form = Form("pdf", "a.pdf", pdf, 1, lambda text: re.sub("[\uffff-\U0010ffff]", "", in_xml(text))[:90], True, PAGE)
    read, number = reader(knowledge, Settings()), 0
    for count, texts in enumerate(given_texts(form, COUNT_LONG if long_run else 100, seed=1, pages=long_run)):
        for item in items_of(form, pdf(texts), tmp_path):
            assert letters(item.text)
            number += len(texts)
            if not long_run or count % 10 == 0:
                assert faults(item.text, read(item)) == [], repr(item.text)
    assert number > 50
    record_property("cases", number)


def test_every_collector_of_words_has_a_form() -> None:
    """Pictures and videos hold no words of their own: what OCR makes of them is tried with them."""
    assert set(COLLECTORS) - {form.collector for form in FORMS.values()} == {"image", "video", "pdf"}


def test_control_a_collector_that_drops_or_changes_a_character_is_found(tmp_path: Path) -> None:
    """The seeded faults: NUL left out, CRLF made LF, and letters composed (NFC), as some readers do."""
    import unicodedata

    faulty: dict[str, Callable[[str], str]] = {
        "no NUL": lambda text: text.replace("\x00", ""),
        "LF": lambda text: text.replace("\r\n", "\n"),
        "NFC": lambda text: unicodedata.normalize("NFC", text),
    }
    form = FORMS["JSON Lines"]
    for change in faulty.values():
        found = 0
        for texts in given_texts(form, 400, seed=3):
            items = items_of(form, form.write([change(text) for text in texts]), tmp_path)
            try:
                check(form, texts, items)
            except AssertionError:
                found += 1
        assert found == len(list(given_texts(form, 400, seed=3)))
    paragraphs = [f"Report number {number} of the town." for number in range(PAGE)]
    check_page(paragraphs, Item(id="whole", text="\n\n".join(paragraphs)))
    for kept in (paragraphs[:-1], paragraphs[::-1], [*paragraphs[:3], paragraphs[3][:-1], *paragraphs[4:]]):
        with pytest.raises(AssertionError):
            check_page(paragraphs, Item(id="not whole", text="\n\n".join(kept)))
