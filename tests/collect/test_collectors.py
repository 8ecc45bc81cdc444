"""Each collector on what the real tool writes: made at run time by that tool's own writer, or in its published form."""

import hashlib
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.model import Capture, Item, Skipped


def read(path: Path) -> tuple[list[Item], list[Skipped], list[Capture]]:
    records = list(collect([path]))
    return (
        [one for one in records if isinstance(one, Item)],
        [one for one in records if isinstance(one, Skipped)],
        [one for one in records if isinstance(one, Capture)],
    )


def left(item: Item) -> str:
    """Return the words that are neither the page's nor hidden."""
    aside = set()
    for start, end in (*item.furniture, *item.hidden):
        aside.update(range(start, end))
    words = "".join(character for place, character in enumerate(item.text) if place not in aside)
    return "\n".join(line.strip() for line in words.splitlines() if line.strip())


NEWS = """<!DOCTYPE html><html lang="en"><head><title>Shells hit Marat market | Radar News</title>
<meta property="og:site_name" content="Radar News">
<link rel="canonical" href="https://radar.example/a1">
<script type="application/ld+json">
{"@type": "NewsArticle", "datePublished": "2019-03-04T10:00:00+02:00", "author": {"name": "A. Writer"}}</script></head>
<body><nav><a>Home</a> <a>World</a></nav><header>Radar News</header><main><article><h1>Shells hit Marat market</h1>
<p>Three shells fell on the market of Marat on Monday morning, killing two traders, the <b>mayor</b> said.</p>
<p>It was the third attack this week, he added, and no group has claimed it so far.</p></article></main>
<aside><h3>Related</h3><p>Ten killed elsewhere in another attack that this page links to.</p></aside>
<footer>© Radar</footer><script>var a = "killed";</script></body></html>"""


def test_a_news_page_gives_its_article_and_states_where_it_is_from(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(NEWS, encoding="utf-8")
    (item,), skipped, _ = read(tmp_path)
    assert not skipped
    assert left(item).splitlines()[0] == "Shells hit Marat market"
    assert left(item).endswith("claimed it so far.") and "Ten killed" not in left(item)
    assert "Ten killed" in item.text, "nothing is taken out"
    assert (item.source, item.author, item.url) == ("Radar News", "A. Writer", "https://radar.example/a1")
    assert item.published_at == "2019-03-04T10:00:00+02:00" and item.lang == "en"


def test_a_page_of_x_gives_the_post_and_not_the_replies(tmp_path: Path) -> None:
    def post(handle: str, number: int, words: str) -> str:
        return (
            f'<article data-testid="tweet"><a href="/{handle}/status/{number}">'
            f'<time datetime="2019-03-04T08:00:00.000Z"></time></a><div>{handle}</div>'
            f'<div data-testid="tweetText"><span>{words}</span></div><div>12 Likes</div></article>'
        )

    page = (
        '<html><head><link rel="canonical" href="https://x.com/radar/status/7"></head><body><div>Log in</div>'
        + post("radar", 7, "Two shells on Marat.") + post("other", 8, "I heard ten died.") + "</body></html>"
    )  # fmt: skip
    (tmp_path / "post.html").write_text(page, encoding="utf-8")
    (item,), _, _ = read(tmp_path)
    assert left(item) == "Two shells on Marat."
    assert (item.source, item.platform, item.published_at) == ("@radar", "x", "2019-03-04T08:00:00+00:00")


def test_a_saved_telegram_channel_gives_an_item_a_message(tmp_path: Path) -> None:
    message = (
        '<div class="tgme_widget_message" data-post="radar/{n}"><a class="tgme_widget_message_owner_name">Radar</a>'
        '{forward}<div class="tgme_widget_message_text">{words}</div><span>1.2K views</span>'
        '<time datetime="2019-03-04T08:0{n}:00+00:00"></time></div>'
    )
    forward = '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/first/9">First</a>'
    page = message.format(n=1, words="A raid at dawn.", forward="") + message.format(
        n=2, words="Two dead.", forward=forward
    )
    (tmp_path / "channel.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    items, _, _ = read(tmp_path)
    assert [left(item) for item in items] == ["A raid at dawn.", "Two dead."]
    assert items[1].shares == "https://t.me/first/9" and items[0].url == "https://t.me/radar/1"


def test_a_page_saved_in_an_arabic_encoding_is_read(tmp_path: Path) -> None:
    words = "سقطت ثلاث قذائف على سوق المدينة صباح اليوم وقتل رجلان."
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{words}</p></body></html>'
    (tmp_path / "page.htm").write_bytes(page.encode("cp1256"))
    (item,), _, _ = read(tmp_path)
    assert left(item) == words


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("---\nsource: Radar\ndate: 2019-03-04\nfoo: bar\n---\n", ("Radar", "2019-03-04")),
        ("Source: Radar\nDate: 4 March 2019\nURL: https://radar.example/1\n\n", ("Radar", "2019-03-04")),
        ("From: Radar\r\nDate: Mon, 04 Mar 2019 10:00:00 +0200\r\n\r\n", ("Radar", "2019-03-04T10:00:00+02:00")),
        ("المصدر: رادار\nالتاريخ: 4 آذار 2019\n\n", ("رادار", "2019-03-04")),
    ],
)
def test_front_matter_is_read_and_left_in_place(tmp_path: Path, head: str, expected: tuple[str, str]) -> None:
    (tmp_path / "a.txt").write_bytes((head + "Two shells fell.\n").encode())
    (item,), _, _ = read(tmp_path)
    assert (item.source, item.published_at) == expected
    assert item.text.startswith(head) and left(item) == "Two shells fell."


@pytest.mark.parametrize(
    "text", ["Breaking: two killed\n\nMore follows.", "Update: three now\nSource says so\n\nx", "---\nno\n---\n"]
)
def test_what_only_looks_like_front_matter_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (item,), _, _ = read(tmp_path)
    assert item.source is None and not any(start == 0 and end > 5 for start, end in item.furniture)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_a_text_comes_back_from_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    words = "قصف على سوق المدينة\nقتل رجلان وأصيب طفل في الهجوم على السوق\n"
    (tmp_path / "a.txt").write_bytes(words.encode(encoding))
    (item,), _, _ = read(tmp_path)
    assert item.text.removeprefix("\ufeff") == words


def test_a_table_is_read_under_the_names_that_exports_use(tmp_path: Path) -> None:
    (tmp_path / "atlos.csv").write_text(
        "slug;description;source_urls;attr_date\nA1;Shelling of Marat;https://t.me/radar/1;2019\nA2;;;\n",
        encoding="utf-8",
    )
    (item,), (skip,), _ = read(tmp_path)
    assert (item.id, item.text, item.url) == ("A1", "Shelling of Marat", "https://t.me/radar/1")
    assert skip.item == "atlos.csv:3"


def test_what_auto_archiver_writes_is_read(tmp_path: Path) -> None:
    result = {
        "status": "telegram: success",
        "metadata": {
            "url": "https://t.me/radar/1",
            "title": "Radar",
            "content": "Two dead.",
            "timestamp": "2019-03-04T08:00:00+00:00",
        },
        "media": [{"filename": "a.jpg", "properties": {}}],
    }
    (tmp_path / "metadata.json").write_text(json.dumps(result), encoding="utf-8")
    (item,), _, _ = read(tmp_path)
    assert (item.text, item.url, item.media) == ("Two dead.", "https://t.me/radar/1", ("a.jpg",))
    assert item.published_at == "2019-03-04T08:00:00+00:00"


def test_a_feed_gives_an_item_an_entry(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Radar</title><item><title>Raid</title>'
        "<description>&lt;p&gt;Two &lt;b&gt;killed&lt;/b&gt;.&lt;/p&gt;</description><link>https://radar.example/1</link>"
        "<pubDate>Mon, 04 Mar 2019 10:00:00 +0200</pubDate></item><item></item></channel></rss>",
        encoding="utf-8",
    )
    (tmp_path / "news.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><title>Mine</title><id>urn:1</id>'
        '<link href="https://desk.example/2"/><published>2019-03-05T00:00:00Z</published><content>One hurt.</content>'
        "</entry></feed>",
        encoding="utf-8",
    )
    (first, second), (skip,), _ = read(tmp_path)
    assert (first.text, first.source, first.url) == ("Raid\n\nTwo killed.", "Radar", "https://radar.example/1")
    assert (second.text, second.published_at) == ("Mine\n\nOne hurt.", "2019-03-05T00:00:00+00:00")
    assert skip.item == "feed.xml:2"


def test_an_email_is_read_and_its_attachment_kept(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "desk@radar.example",
        "Raid",
        "Mon, 04 Mar 2019 10:00:00 +0200",
    )
    message.set_content("Two killed at noon.\n")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="../../x.bin")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    (item,), (skip,), captures = read(tmp_path)
    assert item.text.strip() == "Two killed at noon." and item.published_at == "2019-03-04T10:00:00+02:00"
    assert skip.item == "a.eml/attachment-1" and [one.name for one in captures] == ["a.eml", "a.eml/attachment-1"]


def test_a_page_saved_as_mhtml_is_read(tmp_path: Path) -> None:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://radar.example/a1\r\nSubject: x\r\n"
        "Date: Tue, 5 Mar 2019 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://radar.example/a1\r\n\r\n"
    )
    body = NEWS.replace("=", "=3D").replace("©", "=C2=A9").replace("\n", "\r\n")
    (tmp_path / "a.mhtml").write_bytes((head + body + "\r\n--b--\r\n").encode())
    (item,), _, (capture,) = read(tmp_path)
    assert "Three shells" in left(item) and capture.url == "https://radar.example/a1" and item.collected_at


def warc(pages: dict[str, str]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, page in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(page.encode()), http_headers=headers,
            warc_headers_dict={"WARC-Date": "2019-03-05T09:00:00Z"},
        )  # fmt: skip
        writer.write_record(record)
    return out.getvalue()


def test_the_pages_of_a_warc_are_captures_with_their_address_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc({"https://radar.example/a1": NEWS, "https://radar.example/a2": NEWS}))
    items, skipped, captures = read(tmp_path)
    assert [item.url for item in items] == ["https://radar.example/a1", "https://radar.example/a2"] and not skipped
    assert captures[1].url == "https://radar.example/a1" and captures[1].collected_at == "2019-03-05T09:00:00+00:00"
    assert items[0].capture == hashlib.sha256(captures[1].content).hexdigest()


def test_a_warc_record_that_differs_from_its_digest_is_skipped(tmp_path: Path) -> None:
    import gzip

    plain = gzip.decompress(warc({"https://radar.example/a1": NEWS})).replace(b"two traders", b"ten traders")
    (tmp_path / "a.warc").write_bytes(plain)
    items, skipped, _ = read(tmp_path)
    assert not items and "digest" in skipped[0].why


def wacz(path: Path, *, spoil: bool = False) -> None:
    content = warc({"https://radar.example/a1": NEWS})
    digest = hashlib.sha256(content).hexdigest()
    package = {"profile": "data-package", "resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{digest}"}]}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", json.dumps(package))
        archive.writestr("archive/data.warc.gz", content[:-1] + b"x" if spoil else content)


def test_the_pages_of_a_wacz_are_read_if_its_hashes_hold(tmp_path: Path) -> None:
    wacz(tmp_path / "good.wacz")
    (item,), skipped, _ = read(tmp_path)
    assert "Three shells" in left(item) and not skipped
    wacz(tmp_path / "good.wacz", spoil=True)
    items, skipped, _ = read(tmp_path)
    assert not items and "hash" in skipped[0].why


def test_a_telegram_export_keeps_forwards_and_replies(tmp_path: Path) -> None:
    def message(number: int, **fields: object) -> dict[str, object]:
        return {"id": number, "type": "message", "date": "2019-03-04T10:00:00", "from": "Radar", "text": "", **fields}

    export = {
        "name": "Radar", "type": "public_channel", "id": 55,
        "messages": [
            {"id": 1, "type": "service", "action": "create_channel"},
            message(2, text=["A raid at ", {"type": "bold", "text": "dawn"}, "."], date_unixtime="1551686400"),
            message(3, text="Two dead.", forwarded_from="First"), message(4, text="No, three.", reply_to_message_id=3),
            message(5, photo="photos/a.jpg"),
        ],
    }  # fmt: skip
    (tmp_path / "result.json").write_text(json.dumps(export), encoding="utf-8")
    items, skipped, _ = read(tmp_path)
    assert [item.text for item in items] == ["A raid at dawn.", "Two dead.", "No, three."] and len(skipped) == 2
    assert items[0].published_at == "2019-03-04T08:00:00+00:00"
    assert items[1].shares == "First" and items[2].answers == items[1].id == "telegram-55-3"


def test_a_telegram_export_as_html_is_read(tmp_path: Path) -> None:
    page = """<html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header">
    <div class="text bold">Radar</div></div><div class="history"><div class="message default clearfix" id="message2">
    <div class="body"><div class="pull_right date details" title="04.03.2019 10:00:00 UTC+02:00">10:00</div>
    <div class="from_name">Desk</div><div class="text">A raid<br>at dawn.</div></div></div>
    <div class="message default clearfix joined" id="message3"><div class="body"><div class="pull_right date details"
    title="04.03.2019 10:05:00 UTC+02:00">10:05</div><div class="forwarded body"><div class="from_name">First
    <span class="details">03.03.2019 09:00:00</span></div><div class="text">Two dead.</div></div></div></div></div>"""
    (tmp_path / "messages.html").write_text(page, encoding="utf-8")
    items, _, _ = read(tmp_path)
    assert [item.text for item in items] == ["A raid\nat dawn.", "Two dead."]
    assert items[0].published_at == "2019-03-04T10:00:00+02:00" and items[0].source == "Desk"
    assert items[1].shares == "First"


def test_an_archive_of_x_is_read_with_what_its_posts_share(tmp_path: Path) -> None:
    posts = [
        {
            "tweet": {
                "id_str": "7",
                "full_text": "Two shells.",
                "created_at": "Mon Mar 04 08:00:00 +0000 2019",
                "lang": "en",
            }
        },
        {"tweet": {"id_str": "8", "full_text": "RT @first: A raid.", "created_at": "Mon Mar 04 09:00:00 +0000 2019"}},
    ]
    (tmp_path / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(posts)}", encoding="utf-8")
    (tmp_path / "account.js").write_text(
        'window.YTD.account.part0 = [{"account": {"username": "radar"}}]', encoding="utf-8"
    )
    items, _, _ = read(tmp_path)
    assert [(item.source, item.url) for item in items] == [
        ("@radar", "https://x.com/radar/status/7"), ("@radar", "https://x.com/radar/status/8"),
    ]  # fmt: skip
    assert items[0].published_at == "2019-03-04T08:00:00+00:00" and items[1].shares == "@first"


def test_a_single_post_as_json_is_read(tmp_path: Path) -> None:
    post = {
        "data": {"id": "9", "text": "Mine near Marat", "author_id": "1", "created_at": "2019-03-04T08:00:00.000Z",
                 "referenced_tweets": [{"type": "quoted", "id": "7"}]},
        "includes": {"users": [{"id": "1", "username": "radar"}]},
    }  # fmt: skip
    (tmp_path / "post.json").write_text(json.dumps(post), encoding="utf-8")
    (item,), _, _ = read(tmp_path)
    assert (item.id, item.source, item.shares) == ("x-9", "@radar", "x-7")


def test_a_pdf_gives_the_words_of_its_text_layer(tmp_path: Path) -> None:
    stream = b"BT /F1 12 Tf 72 720 Td (Two shells fell on Marat.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF"
    (tmp_path / "a.pdf").write_bytes(body + end % (table, len(body)))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    (item,), (skip,), captures = read(tmp_path)
    assert item.text.strip() == "Two shells fell on Marat." and skip.item == "b.pdf" and len(captures) == 2


def test_words_in_a_picture_are_read_where_tesseract_is_installed(tmp_path: Path) -> None:
    import shutil

    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (900, 200), "white")
    ImageDraw.Draw(picture).text((20, 60), "Two shells hit the market", fill="black", font=ImageFont.load_default(48))
    picture.save(tmp_path / "a.png")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8 no picture")
    items, skipped, captures = read(tmp_path)
    assert len(captures) == 2 and skipped[-1].item == "b.jpg"
    if shutil.which("tesseract"):
        assert items[0].text == "Two shells hit the market" and items[0].pictures[0].width == 900
    else:
        assert "Tesseract" in skipped[0].why
