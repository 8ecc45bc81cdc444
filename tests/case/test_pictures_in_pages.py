"""The same picture in pages that were saved in different ways: found in each, cropped or not, and what is no report's.

Every page shows, besides, the picture of its site in the frame, and an icon: neither joins anybody.
"""

import base64
import hashlib
import io
import json
import shutil
import zipfile
from email.message import EmailMessage

import pytest
from tests.case.test_reused_pictures import jpeg, scene
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ascertain.case import open_case
from ascertain.model import Settings

LOGO = jpeg(scene(77))
ICON = jpeg(scene(78).resize((48, 48)))
WORDS = {
    "shared": "Shelling hit the market of Kherson on 5 May 2023, killing three people, the mayor said on Friday.",
    "again": "Three dead after a market in Kherson was shelled on 5 May 2023, said residents of the street.",
    "other": "A raid near Mykolaiv on 5 May 2023 killed one person and wounded two, a witness told the station.",
}


def page(words: str, host: str, picture: str, *, logo: str, icon: str) -> str:
    return (
        f"<html><head><title>{host}</title></head><body><header><img src='{logo}'></header>"
        f"<article><h1>News</h1><img src='{icon}'><p>{words}</p><figure>{picture}</figure></article>"
        f"<footer><img src='{logo}'></footer></body></html>"
    )


def data_of(content: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(content).decode()}"


def single_file(words: str, content: bytes, host: str) -> dict[str, bytes]:
    """As SingleFile writes it: pictures within the page, and those that it shows twice kept once, as variables."""
    made = page(words, host, f"<img src='{data_of(content)}'>", logo=data_of(LOGO), icon=data_of(ICON))
    saved = "Sat May 06 2023 10:00:00 GMT+0000 (Coordinated Universal Time)"
    comment = f"<!--\n Page saved with SingleFile \n url: https://{host}/a \n saved date: {saved}\n-->"
    return {f"{host}.html": made.replace("<html>", f"<html>{comment}").encode()}


def single_file_twice(words: str, content: bytes, host: str) -> dict[str, bytes]:
    empty = "data:image/svg+xml,<svg xmlns=&quot;http://www.w3.org/2000/svg&quot; width=&quot;8&quot;></svg>"
    held = f'<img src="{empty}" style="background-image:var(--sf-img-1)!important">'
    made = page(words, host, held, logo=data_of(LOGO), icon=data_of(ICON))
    style = f'<style>:root{{--sf-img-1:url("{data_of(content)}")}}</style></head>'
    return {f"{host}.html": made.replace("</head>", style).encode()}


def mhtml(words: str, content: bytes, host: str) -> dict[str, bytes]:
    """As Chromium saves it: parts under the addresses that they were at."""
    at = f"https://{host}/img"
    made = page(words, host, f"<img src='{at}/photo.jpg'>", logo=f"{at}/logo.jpg", icon="cid:icon@mhtml.blink")
    message = EmailMessage()
    message["Snapshot-Content-Location"], message["Subject"] = f"https://{host}/a", "News"
    message.set_content(made, subtype="html", cte="quoted-printable")
    message["Date"] = "Sat, 6 May 2023 10:00:00 -0000"
    for name, body in {"photo.jpg": content, "logo.jpg": LOGO}.items():
        message.add_related(body, "image", "jpeg", headers=[f"Content-Location: {at}/{name}"])
    message.add_related(ICON, "image", "jpeg", cid="<icon@mhtml.blink>")
    return {f"{host}.mhtml": bytes(message)}


def saved_with_folder(words: str, content: bytes, host: str) -> dict[str, bytes]:
    """As a browser saves it: the page, and a folder of its parts beside it."""
    folder = f"{host}_files"
    made = page(
        words, host, f"<img src='./{folder}/the%20photo.jpg'>", logo=f"{folder}/logo.jpg", icon=f"{folder}/i.jpg"
    )
    return {
        f"{host}.html": made.encode(), f"{folder}/the photo.jpg": content, f"{folder}/logo.jpg": LOGO,
        f"{folder}/i.jpg": ICON,
    }  # fmt: skip


def records(words: str, content: bytes, host: str) -> bytes:
    """A crawl: the picture comes before the page that shows it, offered in two sizes of which one was fetched."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    sizes = "<img src='/img/small.jpg' srcset='/img/small.jpg 300w, /img/photo.jpg 900w'>"
    made = page(words, host, sizes, logo="/img/logo.jpg", icon="/img/icon.jpg")
    for path, kind, body in (
        ("img/photo.jpg", "image/jpeg", content), ("img/icon.jpg", "image/jpeg", ICON),
        ("a", "text/html", made.encode()), ("img/logo.jpg", "image/jpeg", LOGO),
    ):  # fmt: skip
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://{host}/{path}", "response", io.BytesIO(body), http_headers=headers,
            warc_headers_dict={"WARC-Date": "2023-05-06T10:00:00Z"},
        )  # fmt: skip
        writer.write_record(record)
    return out.getvalue()


def warc(words: str, content: bytes, host: str) -> dict[str, bytes]:
    return {f"{host}.warc.gz": records(words, content, host)}


def wacz(words: str, content: bytes, host: str) -> dict[str, bytes]:
    members = {
        "archive/data.warc.gz": records(words, content, host),
        "pages/pages.jsonl": b'{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n'
        + json.dumps({"id": "1", "url": f"https://{host}/a", "title": "News"}).encode(),
    }
    listed = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(body).hexdigest()}", "bytes": len(body)}
        for name, body in members.items()
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in {**members, "datapackage.json": json.dumps({"resources": listed}).encode()}.items():
            archive.writestr(name, body)
    return {f"{host}.wacz": out.getvalue()}


def email(words: str, content: bytes, host: str) -> dict[str, bytes]:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = f"desk@{host}", "News", "Sat, 6 May 2023 10:00:00 +0000"
    message.set_content(words)
    message.add_attachment(content, "image", "jpeg", filename="photo.jpg")
    return {f"{host}.eml": bytes(message)}


FORMS = {
    "SingleFile": single_file, "SingleFile, shown twice": single_file_twice, "MHTML": mhtml,
    "a folder of parts": saved_with_folder, "WARC": warc, "WACZ": wacz, "e-mail": email,
}  # fmt: skip


@pytest.fixture
def case_of(make_case):
    def make(*saved):
        case = make_case(reports={}, settings=Settings(title="A case", time_zone="Europe/Kyiv"))
        for files in saved:
            for name, content in files.items():
                path = case.folder / "reports" / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
        return case

    return make


def edges_of(built) -> list[tuple[set[str], str]]:
    data = json.loads((built.out / "data/dossier.json").read_text())
    return [
        ({edge["taker"], edge["giver"]}, edge["evidence"]) for edge in data["edges"] if edge["kind"] == "same_media"
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_in_a_saved_page_is_found_again_in_another(case_of, form):
    """A photograph in a page, a crop of it in another saved otherwise, and a third page with another picture."""
    crop = scene(1).crop((160, 60, 800, 600))
    case = case_of(
        FORMS[form](WORDS["shared"], jpeg(scene(1)), "first.example"),
        warc(WORDS["again"], jpeg(crop), "second.example"),
        FORMS[form](WORDS["other"], jpeg(scene(2)), "third.example"),
    )
    built = case.build()
    items = {word: item for item in case.items() for word, words in WORDS.items() if words in item.text}
    assert set(items) == set(WORDS)
    assert [len(item.pictures) for item in items.values()] == [1, 1, 1], "neither the site's picture nor the icon"
    ((joined, evidence),) = edges_of(built)
    assert joined == {items["shared"].id, items["again"].id} and "arrangement" in evidence
    pages = [path.read_text() for path in (built.out / "items").glob("*.html")]
    assert sum("The same picture in other reports" in one for one in pages) == 2
    before = (built.out / "data/dossier.json").read_bytes()
    shutil.rmtree(case.folder / "reports")
    (case.folder / "reports").mkdir()
    (case.folder / ".ascertain/case.db").unlink()
    again = open_case(case.folder).build()
    assert (again.out / "data/dossier.json").read_bytes() == before, "the sealed bytes give the same"


def test_posts_of_a_saved_channel_have_their_own_pictures(case_of):
    posts = "".join(
        f"<div class='tgme_widget_message' data-post='radar/{n}'><div class='tgme_widget_message_user_photo'>"
        f"<img src='{data_of(ICON)}'></div><a class='tgme_widget_message_photo_wrap' "
        f"style=\"width:800px;background-image:url('{data_of(jpeg(scene(n)))}')\"></a>"
        f"<div class='tgme_widget_message_text'>{words}</div><time datetime='2023-05-06T0{n}:00:00+00:00'></time></div>"
        for n, words in enumerate(WORDS.values(), 1)
    )
    case = case_of({"channel.html": f"<html><body>{posts}</body></html>".encode()})
    case.build()
    digests = {item.url: [one.digest for one in item.pictures] for item in case.items()}
    assert digests == {
        f"https://t.me/radar/{n}": [hashlib.sha256(jpeg(scene(n))).hexdigest()] for n in range(1, len(WORDS) + 1)
    }


def test_pictures_that_cost_too_much_take_no_words_with_them(case_of):
    """A page full of pictures with many pixels: it is read, and what is over the bound is left out."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (4000, 4500), 200).save(out, "PNG")
    many = "".join(f"<img src='{data_of(out.getvalue() + bytes(n))}'>" for n in range(60))
    body = f"<html><body><article><p>{WORDS['shared']}</p>{many}</article></body></html>"
    case = case_of({"a.html": body.encode()})
    case.build()
    (item,) = case.items()
    assert WORDS["shared"] in item.text and not item.pictures


def test_control_what_is_in_the_frame_of_a_page_would_join_strangers(case_of, monkeypatch):
    """The seeded fault: every picture of a page is its report's, so that the site's own joins what shares nothing."""
    import ascertain.collect.page_pictures as module

    monkeypatch.setattr("ascertain.collect.page_pictures._in_chrome", lambda node: False)
    monkeypatch.setattr("ascertain.collect.page_pictures._articles", lambda tree: [tree.body])
    found = []
    for word in ("shared", "other"):
        content = single_file(WORDS[word], jpeg(scene(len(word))), f"{word}.example")[f"{word}.example.html"]
        from ascertain.collect.collectors.saved_page import reports_of_page

        (looks,) = module.looks_of(list(reports_of_page(content, "a.html", "0" * 64)), "a.html")
        found.append({picture.digest for picture in looks.pictures})
    assert found[0] & found[1] == {hashlib.sha256(LOGO).hexdigest()}
