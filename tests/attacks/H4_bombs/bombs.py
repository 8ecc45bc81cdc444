"""80 small files that cost much: each is made here, by name, and is never larger than 1 MiB."""

import base64
import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

MIB = 1 << 20
ZEROS = bytes(64 * MIB)


def _zip(members: dict[str, bytes], *, compress: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED, compresslevel=9
    ) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _wacz(**members: bytes) -> bytes:
    named = {name.replace("__", "/").replace("_", "."): content for name, content in members.items()}
    return _zip({"datapackage.json": b'{"resources": []}', **named})


def _lying_size() -> bytes:
    """Return a ZIP whose directory says that its member unpacks to 10 bytes."""
    content = bytearray(_wacz(archive__a_warc=ZEROS))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(content)


def _overlapping() -> bytes:
    """Return a ZIP of 2 000 members that share one member's bytes."""
    one = _zip({"a": ZEROS[: 8 * MIB]})
    directory = one.find(b"PK\x01\x02")
    entry = bytearray(one[directory : one.find(b"PK\x05\x06")])
    entries = b"".join(bytes(entry[:46]) + b"%05d" % n + bytes(entry[47:]) for n in range(2000))
    entries = entries.replace(bytes(entry[:28]) + b"\x01\x00", bytes(entry[:28]) + b"\x05\x00")
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 2000, 2000, len(entries), directory, 0)
    return one[:directory] + entries + end


def _warc(payload: bytes, *, length: int | None = None, header: str = "") -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header.encode() + b"\r\n" + payload
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2019-03-04T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _rows(length: int, count: int) -> bytes:
    """Return zeros packed a row at a time: the maker of a bomb must not be large itself."""
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(ZEROS[:length]) for _ in range(count)]) + packer.flush()


def _png(width: int, height: int, *, depth: int = 8, kind: int = 2, data: bytes | None = None) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = _rows(1 + width * 3, min(height, 2000)) if data is None else data
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _png_text() -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    text = chunk(b"zTXt", b"a\x00\x00" + zlib.compress(ZEROS, 9))
    good = _png(10, 10)
    return good[:33] + text * 10 + good[33:]


def _gif() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    frames = [Image.new("P", (2, 2), n % 2) for n in range(2_000)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def _picture(kind: str, size: tuple[int, int], mode: str = "L") -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def _bmp(width: int, height: int) -> bytes:
    return (
        b"BM"
        + struct.pack("<IHHI", 54, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    )


def _tiff(width: int, height: int) -> bytes:
    tags = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8)]
    tags += [(277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, width * height & 0xFFFF_FFFF)]
    return (
        b"II*\x00\x08\x00\x00\x00"
        + struct.pack("<H", len(tags))
        + b"".join(struct.pack("<HHII", *t) for t in tags)
        + bytes(4)
    )


def _pdf(*objects: bytes) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF"
    return body + end % (len(objects) + 1, table, len(objects) + 1, len(body))


def _pdf_page(stream: bytes, filters: bytes = b"") -> bytes:
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 900] /Contents 4 0 R /Resources << %s >> >>"


def _pdf_arabic(stream: bytes) -> bytes:
    """Return a page whose letters are Arabic ones by the font's own table: `a` alef, `b` lam, `c` a mark."""
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"3 beginbfchar <61> <0627> <62> <0644> <63> <064B> endbfchar endcmap end"
    )
    packed = zlib.compress(stream, 9)
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE % b"/Font << /F1 5 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table),
    )


def _pdf_scan(width: int, height: int, *, levels: int = 0, times: int = 1) -> bytes:
    """Return a page without text that draws a picture, within `levels` forms, each drawing the next `times` times."""
    packed = _rows(min(width, 4 * MIB), min(height * width // min(width, 4 * MIB), 500))
    image = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 " % (
        width, height,
    )  # fmt: skip
    image += b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    draws = b"/X Do " * times
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 900 900] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>"
        b"\nstream\n%s\nendstream" % (6 + level, len(draws), draws)
        for level in range(levels)
    ]
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE % b"/XObject << /X 5 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream"
        % (len(b"900 0 0 900 0 0 cm " + draws), b"900 0 0 900 0 0 cm " + draws),
        *forms,
        image,
    )


def _html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()[:MIB]


def _utf8(words: str, times: int) -> bytes:
    return (words * times).encode()


def _nested(levels: int, opening: str, closing: str) -> str:
    return opening * levels + closing * levels


def _mail(body: str, headers: str = "") -> bytes:
    return f"Subject: x\r\n{headers}\r\n{body}".encode()[:MIB]


def _multipart(levels: int) -> bytes:
    opening = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(levels))
    return ("Subject: x\r\n" + opening).encode()[:MIB]


PAGES: dict[str, Callable[[], bytes]] = {
    "nested_divs": lambda: _html(_nested(80_000, "<div>", "</div>")),
    "nested_fonts": lambda: _html("<font size=1>" * 70_000),
    "nested_tables": lambda: _html("<table><tr><td>" * 50_000),
    "nested_lists": lambda: _html("<ul><li>" * 100_000),
    "nested_bold": lambda: _html("<b><i>" * 100_000 + "x"),
    "nested_links": lambda: _html("<a href=x>" * 100_000),
    "nested_forms": lambda: _html("<form><p>" * 90_000),
    "nested_svg": lambda: _html("<svg><g>" * 100_000),
    "misnested": lambda: _html("<b><p><i></b></p>" * 50_000),
    "adoption": lambda: _html("<p>" + "<a><div>" * 40_000 + "x" + "</a>" * 40_000),
    "unclosed_paragraphs": lambda: _html("<p>x" * 250_000),
    "many_breaks": lambda: _html("<br>" * 250_000),
    "many_attributes": lambda: _html("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>"),
    "many_classes": lambda: _html(f"<p class='{' '.join(f'c{n}' for n in range(120_000))}'>x</p>"),
    "one_attribute": lambda: _html(f"<p style='{'color:red;' * 90_000}'>x</p>"),
    "many_styles": lambda: _html("<p style='display:none;color:#fff'>x</p>" * 25_000),
    "many_entities": lambda: _html("&amp;&#x41;&notanentity;" * 40_000),
    "one_entity": lambda: _html("&" + "a" * 1_000_000),
    "one_comment": lambda: _html("<!--" + "-" * 1_000_000),
    "many_comments": lambda: _html("<!--x-->" * 120_000),
    "one_sheet": lambda: _html("x", "<style>" + "a{" * 250_000 + "</style>"),
    "many_rules": lambda: _html(
        "<p class=a1>x</p>" * 100, "<style>" + "".join(f".a{n}{{color:red}}" for n in range(50_000))
    ),
    "many_media": lambda: _html("x", "<style>" + "@media x{" * 100_000 + "</style>"),
    "open_comments_in_sheet": lambda: _html("x", "<style>" + "/*" * 400_000 + "</style>"),
    "many_metas": lambda: _html("x", "<meta name=a content=b>" * 40_000),
    "deep_data": lambda: _html("x", f'<script type="application/ld+json">{"[" * 400_000}</script>'),
    "wide_data": lambda: _html("x", f'<script type="application/ld+json">[{"{}," * 250_000}{{}}]</script>'),
    "many_data": lambda: _html("x", '<script type="application/ld+json">{}</script>' * 20_000),
    "one_line": lambda: _html("<p>" + "killed " * 140_000),
    "many_short_lines": lambda: _html("".join(f"<p>line {n}</p>" for n in range(55_000))),
    "same_lines": lambda: _html("<p>the same line of some length here</p>" * 25_000),
    "many_links": lambda: _html("<a href='/x/status/1'>x</a>" * 35_000),
    "many_tweets": lambda: _html(
        "<div data-testid=tweetText>x</div>" * 28_000, "<link rel=canonical href=https://x.com/a/status/1>"
    ),
    "many_messages": lambda: _html("<div class=tgme_widget_message data-post=a/1>x</div>" * 18_000),
    "nested_messages": lambda: _html("<div class=tgme_widget_message data-post=a/1>x" * 20_000),
    "combining": lambda: _html("a" + "\u0301" * 500_000),
    "directions": lambda: _html("\u202e" * 340_000),
    "null_bytes": lambda: b"<html><body>" + bytes(1_000_000),
    "wrong_charset": lambda: b"<meta charset=utf-32><body>" + b"\xff\xfe" * 400_000,
}

TEXTS: dict[str, Callable[[], bytes]] = {
    "at_signs.txt": lambda: b"@" * MIB,
    "dots.txt": lambda: b"." * MIB,
    "times.txt": lambda: _utf8("9:49 am \u00b7 ", 90_000),
    "spaces.txt": lambda: b" " * MIB,
    "dashes.txt": lambda: _utf8("\u2014 ", 250_000),
    "handles.txt": lambda: b"a @b\n5h\n" * 120_000,
    "related.txt": lambda: b"Related\n\n" * 110_000,
    "menus.txt": lambda: b"Home\nNews\nWorld\nx\n" * 55_000,
    "cut.txt": lambda: _utf8("the same beginning of a line that goes on and on...\n", 20_000),
    "near_lines.txt": lambda: "".join(
        f"the same beginning of a line, forty letters {n}\n" for n in range(20_000)
    ).encode(),
    "front.txt": lambda: b"a: " * 340_000,
    "fences.txt": lambda: b"---\n" + b"a: b\n" * 200_000,
    "quotes.txt": lambda: _utf8("\u201c\u201d", 170_000),
    "ellipses.txt": lambda: _utf8("\u2026\n", 250_000),
    "counters.txt": lambda: b"1 like " * 140_000,
    "deep.json": lambda: b"[" * MIB,
    "deep_objects.json": lambda: b'{"a":' * 200_000,
    "long_number.json": lambda: b'[{"text": ' + b"9" * 900_000 + b"}]",
    "deep.jsonl": lambda: b'{"text": ' + b"[" * 900_000 + b"\n",
    "long_number.jsonl": lambda: b'{"id": ' + b"9" * 900_000 + b', "text": "x"}\n',
    "many_lines.jsonl": lambda: b"{}\n" * 300_000,
    "quotes.csv": lambda: b"id,text\n" + b'"' * 900_000,
    "columns.csv": lambda: b"text," * 200_000 + b"\nx\n",
    "rows.csv": lambda: b"text\n" + b"\n" * 900_000,
}

ARCHIVES: dict[str, Callable[[], bytes]] = {
    "listed.wacz": lambda: _zip(
        {
            "datapackage.json": json.dumps(
                {"resources": [{"path": f"a/{n}", "hash": "x"} for n in range(200_000)]}
            ).encode()
        }
    ),
    "ratio.wacz": lambda: _wacz(archive__a_warc=ZEROS),
    "lying.wacz": _lying_size,
    "overlapping.wacz": _overlapping,
    "members.wacz": lambda: _zip({f"{n}": b"" for n in range(10_500)}, compress=False)[:MIB],
    "package.wacz": lambda: _zip({"datapackage.json": ZEROS}),
    "deep_package.wacz": lambda: _zip({"datapackage.json": b"[" * 4_000_000}),
    "gzip_in_zip.wacz": lambda: _wacz(archive__a_warc_gz=gzip.compress(ZEROS)),
    "ratio.warc.gz": lambda: gzip.compress(ZEROS),
    "twice.warc.gz": lambda: gzip.compress(gzip.compress(ZEROS)),
    "length.warc": lambda: _warc(b"x", length=10**15),
    "negative.warc": lambda: _warc(b"x", length=-1),
    "encoded.warc": lambda: _warc(gzip.compress(ZEROS), header="Content-Encoding: gzip\r\n"),
    "chunked.warc": lambda: _warc(b"ffffffff\r\nx", header="Transfer-Encoding: chunked\r\n"),
    "brotli.warc": lambda: _warc(b"\x00" * 1000, header="Content-Encoding: br\r\n"),
    "headers.warc": lambda: _warc(b"x", header="A: b\r\n" * 100_000),
    "multipart.eml": lambda: _multipart(20_000),
    "messages.eml": lambda: _mail(
        "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a\r\n\r\nhi\r\n" * 18_000,
        "Content-Type: multipart/mixed; boundary=b\r\n",
    ),
    "nested_messages.eml": lambda: _mail("x", "Content-Type: message/rfc822\r\n\r\n" * 30_000),
    "addresses.eml": lambda: _mail("x", "From: " + "a@b, " * 200_000 + "\r\n"),
    "headers.eml": lambda: _mail("x", "A: b\r\n" * 150_000),
    "address.eml": lambda: _mail("x", "From: " + "(" * 500_000 + "\r\n"),
    "encoded_words.eml": lambda: _mail("x", "From: " + "=?utf-8?q?a?= " * 60_000 + "\r\n"),
    "attachments.eml": lambda: _mail("--b\r\n\r\nx\r\n" * 80_000, "Content-Type: multipart/mixed; boundary=b\r\n"),
    "parts.mhtml": lambda: _mail("--b\r\n\r\nx\r\n" * 80_000, "Content-Type: multipart/related; boundary=b\r\n"),
    "elements.rss": lambda: b"<rss><channel>" + b"<item><title>x</title></item>" * 30_000 + b"</channel></rss>",
    "deep.rss": lambda: b"<rss>" * 170_000,
    "laughs.rss": lambda: b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 900_000 + b'">]><rss>' + b"&a;" * 10_000 + b"</rss>",
}


def _shown(*contents: bytes, kind: str = "jpeg") -> str:
    """Return pictures within a page."""
    return "".join(f"<img src='data:image/{kind};base64,{base64.b64encode(one).decode()}'>" for one in contents)


def _crawl(*contents: bytes) -> bytes:
    """Return an archive of a page and the pictures that it shows."""
    page = _warc(b"<article>x" + b"".join(b"<img src=/%d>" % n for n in range(len(contents))) + b"</article>")
    return page + b"".join(
        _warc(one).replace(b"a.example/", b"a.example/%d" % n).replace(b"text/html", b"image/png")
        for n, one in enumerate(contents)
    )


# Pictures of a page, which are looked at for the report that shows them.
SHOWN: dict[str, Callable[[], bytes]] = {
    "shown_jpegs.html": lambda: _html("x" + _shown(*(_picture("JPEG", (2_000, 1_000 + n)) for n in range(20)))),
    "shown_pngs.html": lambda: _html("x" + _shown(*(_png(1_500, 1_500 + n) for n in range(30)), kind="png")),
    "shown_stated.html": lambda: _html("x" + _shown(*[_png(60_000, 60_000)] * 2, kind="png")),
    "shown_addresses.html": lambda: _html("x<img src=a.jpg srcset='b.jpg 1x, c.jpg 2x'>" * 20_000),
    "shown_sets.html": lambda: _html(f"x<img srcset='{'a.jpg 1x, ' * 90_000}'>"),
    "shown_deep.html": lambda: _html("x" + "<div>" * 4_000 + "<img src=a.jpg>" * 50_000),
    "shown_variables.html": lambda: _html(
        "x", "<style>" + "--sf-img-1:url(data:image/png;base64,AA);" * 20_000 + "</style>" * 2
    ),
    "shown_posts.html": lambda: _html(
        "<div class=tgme_widget_message data-post=a/1>x<img src=a.jpg></div>" * 14_000,
        "<style>--sf-img</style>" * 1_000,
    ),
    "shown.warc": lambda: _crawl(*(_png(2_500, 2_000 + n) for n in range(20))),
}

PICTURES: dict[str, Callable[[], bytes]] = {
    "stated.png": lambda: _png(60_000, 60_000),
    "large.png": lambda: _png(5_500, 5_500),
    "data.png": lambda: _png(10, 10, data=zlib.compress(ZEROS, 9)),
    "text.png": _png_text,
    "wide.png": lambda: _png(2_000_000, 15),
    "deep.png": lambda: _png(5_000, 5_000, depth=16, data=_rows(30_001, 2_000)),
    "frames.gif": _gif,
    "large.gif": lambda: _picture("GIF", (5_000, 5_000)),
    "large.jpg": lambda: _picture("JPEG", (9_000, 9_000)),
    "large.webp": lambda: _picture("WEBP", (5_000, 5_000), "RGB"),
    "stated.bmp": lambda: _bmp(30_000, 30_000),
    "negative.bmp": lambda: _bmp(-5, -(2**31)),
    "stated.tiff": lambda: _tiff(60_000, 60_000),
    "strips.tiff": lambda: _tiff(30_000, 1_000),
}

PAPERS: dict[str, Callable[[], bytes]] = {
    "flate.pdf": lambda: _pdf_page(zlib.compress(ZEROS, 9), b"/Filter /FlateDecode"),
    "flate_twice.pdf": lambda: _pdf_page(
        zlib.compress(zlib.compress(ZEROS, 9), 9), b"/Filter [/FlateDecode /FlateDecode]"
    ),
    "operators.pdf": lambda: _pdf_page(b"BT (x) Tj ET " * 75_000),
    "nested_arrays.pdf": lambda: _pdf_page(b"[" * 500_000),
    "nested_dictionaries.pdf": lambda: _pdf_page(b"<<" * 400_000),
    "looping_pages.pdf": lambda: _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"
    ),
    "many_pages.pdf": lambda: _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>",
        b"<< /Type /Page /Parent 2 0 R >>",
    ),
    "no_table.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 100_000 + b"startxref\n0\n%%EOF",
    "arabic_heap.pdf": lambda: _pdf_arabic(b"BT /F1 9 Tf 9 9 Td (ab) Tj ET " * 60_000),
    "arabic_marks.pdf": lambda: _pdf_arabic(b"BT /F1 9 Tf 9 9 Td (a" + b"c" * 400_000 + b") Tj ET"),
    "arabic_lines.pdf": lambda: _pdf_arabic(
        b"BT /F1 1 Tf 9 800 Td " + b"(a) Tj 0 -1 Td (b) Tj 3 1 Td (c) Tj " * 40_000 + b" ET"
    ),
    "arabic_letters.pdf": lambda: _pdf_arabic(b"BT /F1 9 Tf 9 9 Td (" + b"ab" * 500_000 + b") Tj ET"),
    "scan.pdf": lambda: _pdf_scan(20_000, 20_000),
    "scan_wide.pdf": lambda: _pdf_scan(60_000, 60_000),
    "scan_in_forms.pdf": lambda: _pdf_scan(2_000, 2_000, levels=12, times=8),
    "scan_deep.pdf": lambda: _pdf_scan(2_000, 2_000, levels=4_000),
    "hex.pdf": lambda: _pdf_page(b"<" + b"4" * 900_000 + b"> Tj"),
}

BOMBS: dict[str, Callable[[], bytes]] = {
    **{f"{name}.html": make for name, make in PAGES.items()},
    **TEXTS,
    **ARCHIVES,
    **{name: (lambda make=make: make()[:MIB]) for name, make in SHOWN.items()},
    **PICTURES,
    **PAPERS,
}
