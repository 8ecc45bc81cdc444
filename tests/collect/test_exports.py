"""What the field's other tools export, in the form that their own code writes."""

import csv
import datetime
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.model import Capture, Item, Skipped

UTC = datetime.UTC


def read(path: Path) -> tuple[list[Item], list[Skipped], list[Capture]]:
    records = list(collect([path]))
    return (
        [one for one in records if isinstance(one, Item)],
        [one for one in records if isinstance(one, Skipped)],
        [one for one in records if isinstance(one, Capture)],
    )


ARCHIVED = {
    "status": "telegram_extractor: success",
    "metadata": {
        "_processed_at": datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
        "url": "https://t.me/radar/1", "title": "Radar", "content": "Two dead in Marat.",
        "timestamp": datetime.datetime(2019, 3, 4, 8, 0, tzinfo=UTC),
    },
    "media": [
        {"filename": "/tmp/x/a.jpg", "_key": "radar/abc.jpg", "urls": ["./local/radar/abc.jpg"],
         "_mimetype": "image/jpeg", "properties": {"hash": "SHA-256:00ff", "pdq_hash": "f" * 64}},
        {"filename": "/tmp/x/m.json", "_key": "radar/m.json", "properties": {"id": "metadata_json"}},
    ],
}  # fmt: skip
FAILED = {"status": "no archiver", "metadata": {"url": "https://t.me/radar/2"}, "media": []}


def check_archived(item: Item) -> None:
    assert (item.text, item.url, item.title) == ("Two dead in Marat.", "https://t.me/radar/1", "Radar")
    assert item.published_at == "2019-03-04T08:00:00+00:00" and item.media == ("radar/abc.jpg",)
    assert any(f"PDQ hash of radar/abc.jpg: {'f' * 64}" in note for note in item.notes)


def test_auto_archivers_record_of_an_address(tmp_path: Path) -> None:
    (tmp_path / "metadata.json").write_text(json.dumps(ARCHIVED, indent=4, default=str), encoding="utf-8")
    (tmp_path / "failed.json").write_text(json.dumps(FAILED, indent=4), encoding="utf-8")
    (item,), (skip,), _ = read(tmp_path)
    check_archived(item)
    assert item.collected_at == "2024-01-02T03:04:05+00:00" and "no archiver" in skip.why


def test_auto_archivers_table_of_results_in_pythons_own_notation(tmp_path: Path) -> None:
    with (tmp_path / "db.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=["status", "metadata", "media"])
        writer.writeheader()
        writer.writerows([ARCHIVED, FAILED])
    (item,), (skip,), _ = read(tmp_path)
    check_archived(item)
    assert skip.item == "db.csv:3" and "no archiver" in skip.why


def test_nothing_in_such_a_table_is_ever_called(tmp_path: Path) -> None:
    hostile = "{'url': __import__('os').system('touch /tmp/owned'), 'content': 'x', 'title': datetime.datetime(1, 'a')}"
    deep = "[" * 5000 + "]" * 5000
    with (tmp_path / "db.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["status", "metadata", "media"], ["success", hostile, "[]"], ["success", deep, deep]])
    items, skipped, _ = read(tmp_path)
    assert len(items) + len(skipped) == 2 and not Path("/tmp/owned").exists()


def test_the_sheet_that_auto_archiver_fills_in(tmp_path: Path) -> None:
    rows = [
        ["Link", "Archive status", "Archive location", "Archive date", "Upload timestamp", "Upload title",
         "Text content", "Hash", "Perceptual Hashes"],
        ["https://t.me/radar/1", "telegram: success", "https://store.example/a.html", "2024-01-02T03:04:05+00:00",
         "2019-03-04T08:00:00+00:00", "Radar", "Two dead.", "SHA3-512:00", f"{'a' * 64},{'b' * 64}"],
        ["https://t.me/radar/2", "Archive failed timeout", "", "", "", "", "", "", ""],
    ]  # fmt: skip
    with (tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (item,), (skip,), _ = read(tmp_path)
    assert (item.text, item.url, item.published_at) == (
        "Two dead.",
        "https://t.me/radar/1",
        "2019-03-04T08:00:00+00:00",
    )
    assert sum("PDQ hash: " in note for note in item.notes) == 2 and "timeout" in skip.why


def test_atlos_incidents_as_a_table(tmp_path: Path) -> None:
    rows = [
        ["slug", "inserted_at", "updated_at", "latitude", "longitude", "status", "description", "sensitive", "date",
         "source_1", "source_2"],
        ["MARAT-1", "2019-03-05T10:00:00Z", "2019-03-06T10:00:00Z", "33.5", "36.3", "Completed", "'-Shelling of Marat",
         "Not Sensitive", "2019-03-04", "https://t.me/radar/1", ""],
        ["MARAT-2", "2019-03-05T10:00:00Z", "", "", "", "To Do", "", "", "", "https://t.me/radar/2", ""],
        ["MARAT-3", "2019-03-05T10:00:00Z", "", "", "", "", "A raid", "", "", "https://t.me/a/1", "https://t.me/a/2"],
    ]  # fmt: skip
    with (tmp_path / "atlos-export-2019-03-07.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (one, two), (skip,), _ = read(tmp_path)
    assert (one.id, one.text, one.shares) == ("atlos-MARAT-1", "-Shelling of Marat", "https://t.me/radar/1")
    assert one.published_at == "2019-03-05T10:00:00+00:00", "an incident's date is no date of publication"
    assert "happened on, as the export says: 2019-03-04" in one.notes
    assert two.shares is None and sum("rests on" in note for note in two.notes) == 2 and "no description" in skip.why


def test_atlos_full_export(tmp_path: Path) -> None:
    root = "atlos-export-2019-03-07"
    incident = {
        "slug": "1", "attr_description": "Shelling of Marat", "attr_date": "2019-03-04",
        "project": {"name": "Marat watch"}, "inserted_at": "2019-03-05T10:00:00",
        "source_material": [{"source_url": "https://t.me/radar/1", "scoped_id": 1}],
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{root}/MARAT-1/MARAT-1-1/original_MARAT-1-1.jpg", b"\xff\xd8picture")
        archive.writestr(f"{root}/MARAT-1/MARAT-1-1/metadata.json", json.dumps({"source_url": "https://t.me/radar/1"}))
        archive.writestr(f"{root}/MARAT-1/metadata.json", json.dumps(incident))
        archive.writestr(f"{root}/MARAT-1/updates.json", "[]")
        archive.writestr(f"{root}/project.json", json.dumps({"name": "Marat watch"}))
        archive.writestr(f"{root}/../../README.txt", "read me")
    (tmp_path / "export.zip").write_bytes(out.getvalue())
    (item,), skipped, captures = read(tmp_path)
    assert (item.text, item.source, item.shares) == ("Shelling of Marat", "Marat watch", "https://t.me/radar/1")
    assert b"\xff\xd8picture" in [one.content for one in captures] and any(
        "source material" in one.why for one in skipped
    )


def test_timemaps_events_with_their_sources(tmp_path: Path) -> None:
    data = {
        "events": [
            {"id": "CIV1", "description": "A shell hit a school.", "date": "2019-03-04", "location": "Marat",
             "latitude": "33.5", "longitude": "36.3", "associations": ["a"], "sources": ["S1"]},
            {"id": "CIV2", "description": "", "date": "2019-03-05", "latitude": "1", "longitude": "2",
             "sources": ["S2"]},
            {"id": "CIV3", "description": "A raid.", "latitude": "1", "longitude": "2",
             "sources": [{"id": "S3", "path": "https://x.com/a/status/1"}, {"id": "S4", "path": "https://t.me/b/2"}]},
        ],
        "sources": {"S1": {"id": "S1", "title": "Radar", "paths": ["https://t.me/radar/1"], "type": "Video"}},
        "associations": [{"id": "a", "title": "School", "mode": "FILTER"}],
    }  # fmt: skip
    (tmp_path / "api.json").write_text(json.dumps(data), encoding="utf-8")
    (one, three), (skip,), _ = read(tmp_path)
    assert (one.id, one.text, one.shares) == ("timemap-CIV1", "A shell hit a school.", "https://t.me/radar/1")
    assert one.published_at is None and "happened on, as the file says: 2019-03-04" in one.notes
    assert three.shares is None and skip.item == "api.json#2"


def test_telegrams_forwards_answers_and_edits_are_told_apart(tmp_path: Path) -> None:
    def message(number: int, **fields: object) -> dict[str, object]:
        stamp = {"date": "2019-03-04T10:00:00", "date_unixtime": "1551686400"}
        return {
            "id": number,
            "type": "message",
            **stamp,
            "from": "Radar",
            "from_id": "channel55",
            "text": "x",
            **fields,
        }

    export = {
        "name": "Radar", "type": "public_channel", "id": 55,
        "messages": [
            message(1, text="A raid."),
            message(2, text="Two dead.", forwarded_from="First", forwarded_from_id="channel7", reply_to_message_id=1),
            message(3, text="Hidden.", forwarded_from=None), message(4, text="No.", reply_to_message_id=1),
            message(5, text="Three.", edited="2019-03-04T11:00:00", edited_unixtime="1551690000"),
        ],
    }  # fmt: skip
    (tmp_path / "result.json").write_text(json.dumps(export), encoding="utf-8")
    (_, forward, hidden, answer, edited), _, _ = read(tmp_path)
    assert forward.shares == "First" and "in answer to telegram-55-1" in forward.notes
    assert hidden.shares is None and "does not name" in hidden.notes[0]
    assert (
        answer.shares is None
        and answer.answers == "telegram-55-1"
        and edited.notes[0].startswith("edited on 2019-03-04T09:00:00+00:00")
    )


def test_an_answer_on_a_telegram_page_leads_to_the_message_on_another_page(tmp_path: Path) -> None:
    def page(number: int, words: str, reply: str = "") -> str:
        return (
            '<html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header">'
            '<div class="text bold">Radar</div></div><div class="history">'
            f'<div class="message default clearfix" id="message{number}"><div class="body">'
            '<div class="pull_right date details" title="04.03.2019 10:00:00 UTC+02:00">10:00</div>'
            f'<div class="from_name">Desk</div>{reply}<div class="media_wrap clearfix"><a class="photo_wrap" '
            f'href="photos/photo_{number}@04-03-2019.jpg"></a></div><div class="text">{words}</div></div></div>'
            "</div></div>"
        )

    reply = '<div class="reply_to details">In reply to <a href="messages.html#go_to_message7">this message</a></div>'
    (tmp_path / "messages.html").write_text(page(7, "A raid."), encoding="utf-8")
    (tmp_path / "messages2.html").write_text(page(8, "No.", reply), encoding="utf-8")
    (first, second), _, _ = read(tmp_path)
    assert second.answers == first.id and first.media == ("photos/photo_7@04-03-2019.jpg",)


def test_posts_of_x_are_unescaped_and_whole(tmp_path: Path) -> None:
    media = {"media": [{"media_url_https": "https://pbs.twimg.com/media/Abc.jpg"}]}
    posts = [
        {"tweet": {"id_str": "7", "full_text": "Two &amp; a half &lt;3", "extended_entities": media, "created_at": ""}},
    ]  # fmt: skip
    (tmp_path / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(posts)}", encoding="utf-8")
    page = {
        "rest_id": "9", "note_tweet": {"note_tweet_results": {"result": {"text": "The whole long post."}}},
        "core": {"user_results": {"result": {"legacy": {"screen_name": "radar", "name": "Radar"}}}},
        "legacy": {"full_text": "The whole", "created_at": "Mon Mar 04 08:00:00 +0000 2019", "lang": "en"},
    }  # fmt: skip
    (tmp_path / "page.json").write_text(json.dumps(page), encoding="utf-8")
    items = {item.id: item for item in read(tmp_path)[0]}
    assert items["x-7"].text == "Two & a half <3" and items["x-7"].media == ("tweets_media/7-Abc.jpg",)
    assert (items["x-9"].text, items["x-9"].source) == ("The whole long post.", "@radar")


def test_deleted_posts_in_an_archive_say_so(tmp_path: Path) -> None:
    posts = [{"tweet": {"id_str": "7", "full_text": "A raid.", "deleted_at": "2019-03-05", "created_at": ""}}]
    (tmp_path / "deleted-tweets.js").write_text(f"window.YTD.deleted_tweets.part0 = {json.dumps(posts)}")
    (item,), _, _ = read(tmp_path)
    assert "its own deleted posts" in item.notes[0]


def test_a_saved_page_of_facebook_gives_the_post(tmp_path: Path) -> None:
    page = (
        '<html><head><meta property="og:site_name" content="Facebook"><meta property="og:url" '
        'content="https://www.facebook.com/marat.radar/posts/12"></head><body><div>Log in</div><h2>Marat Radar</h2>'
        '<div data-ad-rendering-role="story_message"><div dir="auto">Two shells on the market.</div></div>'
        '<div>12 comments</div><div dir="auto">I heard that ten died</div></body></html>'
    )
    (tmp_path / "post.html").write_text(page, encoding="utf-8")
    (item,), _, _ = read(tmp_path)
    aside = {place for start, end in item.furniture for place in range(start, end)}
    own = "".join(one for place, one in enumerate(item.text) if place not in aside).strip()
    assert own == "Two shells on the market." and (item.platform, item.source) == ("facebook", "marat.radar")


def test_a_page_saved_by_singlefile_states_where_and_when(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://radar.example/a1 \n saved date: "
        "Tue Mar 05 2019 09:00:00 GMT+0200 (Eastern European Standard Time)\n--><head><meta charset=utf-8>"
        "<style>.sf-hidden{display:none!important}</style></head><body><p>Two shells fell on Marat."
        "<p class=sf-hidden>secret</body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (item,), _, _ = read(tmp_path)
    assert item.url == "https://radar.example/a1" and item.collected_at == "2019-03-05T09:00:00+02:00"
    assert item.hidden and "secret" in item.text[item.hidden[0][0] : item.hidden[0][1]]


def scan(words: str, path: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (1000, 700), "white")
    ImageDraw.Draw(picture).text((40, 200), words, fill="black", font=ImageFont.load_default(52))
    picture.save(path)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed: make system")
def test_a_scanned_pdf_is_read_by_ocr(tmp_path: Path) -> None:
    scan("Two shells hit the market", tmp_path / "a.pdf")
    (item,), skipped, _ = read(tmp_path)
    assert item.text.strip() == "Two shells hit the market" and not skipped
    assert any("pages 1: words read by OCR" in note for note in item.notes)


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed: make system")
def test_a_video_gives_its_metadata_its_key_frames_and_the_words_in_them(tmp_path: Path) -> None:
    scan("Two shells hit the market", tmp_path / "frame.png")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-loop", "1", "-i", str(tmp_path / "frame.png"), "-t", "4", "-r", "5", "-g", "5",
         "-metadata", "creation_time=2019-03-04T08:00:00Z", "-metadata", "location=+33.5+036.3/", "-pix_fmt", "yuv420p",
         str(tmp_path / "a.mp4")],
        check=True,
    )  # fmt: skip
    (tmp_path / "frame.png").unlink()
    (item,), skipped, (capture,) = read(tmp_path)
    assert not skipped and capture.media_type == "video/mp4" and len(item.pictures) >= 2
    assert all(one.phash and one.marks for one in item.pictures)
    if shutil.which("tesseract"):
        assert item.text == "Two shells hit the market"
    assert "video of 4.0 seconds" in item.notes and any("1000 by 700" in note for note in item.notes)
    assert any("creation_time: 2019-03-04" in note for note in item.notes)
    assert any("holds a position" in note for note in item.notes) and not any("33.5" in note for note in item.notes)


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed: make system")
def test_a_playlist_under_a_videos_name_opens_nothing(tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret.txt"
    secret.write_text("WEBVTT\n\nSECRET")
    (tmp_path / "a.mp4").write_text(
        f"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1.0,\nfile://{secret}\n#EXT-X-ENDLIST\n"
    )
    (tmp_path / "b.mkv").write_text(f"ffconcat version 1.0\nfile '{secret}'\n")
    items, skipped, _ = read(tmp_path)
    assert {one.item for one in skipped} == {"a.mp4", "b.mkv"} and not any(
        "SECRET" in item.text for item in items if item.id
    )


def test_without_ffmpeg_a_video_is_kept_and_the_reason_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ascertain.collect.collectors import video

    monkeypatch.setattr(video.shutil, "which", lambda name: None)
    (tmp_path / "a.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42")
    capture, skip = video.collector.read(tmp_path / "a.mp4", "a.mp4")
    assert isinstance(capture, Capture) and isinstance(skip, Skipped) and "not installed" in skip.why


def test_a_posts_pictures_are_its_own_and_a_reused_one_is_known(tmp_path: Path) -> None:
    from tests.pictures.test_same_pictures import scene  # the same drawn scenes as there

    from ascertain.collect.attached import attach_pictures

    (tmp_path / "photos").mkdir()
    scene(3).save(tmp_path / "photos/a.jpg", quality=85)
    post = {
        "id": 1,
        "type": "message",
        "date_unixtime": "1551686400",
        "from": "Radar",
        "text": "A raid.",
        "photo": "photos/a.jpg",
    }
    export = {"name": "Radar", "type": "public_channel", "id": 55, "messages": [post]}
    (tmp_path / "result.json").write_text(json.dumps(export), encoding="utf-8")
    items, _, captures = read(tmp_path)
    names = {hashlib.sha256(one.content).hexdigest(): one.name for one in captures}
    attached = attach_pictures(items, names)
    (owner,) = [one for one in attached if isinstance(one, Item) and one.platform == "telegram"]
    assert [picture.name for picture in owner.pictures] == ["photos/a.jpg"]
    rest = [one for one in attached if one is not owner]
    assert all(isinstance(one, Skipped) or one.shares == owner.id for one in rest) and len(rest) == 1


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed: make system")
def test_a_video_that_is_damaged_in_its_middle_shows_the_rest_and_says_why_not_all(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    subprocess.run(
        [
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=duration=12:size=320x240:rate=10",
            "-g",
            "10",
            str(path),
        ],
        check=True,
    )
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 3, len(content) // 2):
        content[place] ^= 0x5A
    path.write_bytes(content)
    (item,), skipped, _ = read(tmp_path)
    assert not skipped and 4 <= len(item.pictures) < 12
    assert any("of its key frames can't be read: " in note and str(tmp_path) not in note for note in item.notes)
    path.write_bytes(content[: len(content) // 2])
    _, (skip,), _ = read(tmp_path)
    assert "Invalid data found" in skip.why


def test_frames_of_a_page_and_lines_of_telegrams_own_are_told_of(tmp_path: Path) -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    part = "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{}</p>\r\n"
    (tmp_path / "a.mhtml").write_text(
        head + "".join(map(part.format, ["Two shells fell.", "An advertisement", "A map"])) + "--b--\r\n", newline=""
    )
    (tmp_path / "messages.html").write_text(
        "<title>Exported Data</title><div class='message service'><div class='body'>4 March 2019</div></div>"
        "<div class='message default' id='message1'><div class='text'>A road was closed.</div></div>"
    )
    items, skipped, _ = read(tmp_path)
    assert sorted(item.text.strip() for item in items) == ["A road was closed.", "Two shells fell."]
    assert {one.item: one.why for one in skipped} == {
        "a.mhtml": "frames within the page are kept and not read: 2",
        "messages.html": "1 lines are Telegram's own (days, somebody joined, a picture was changed)",
    }
