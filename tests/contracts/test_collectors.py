"""What every collector found must keep: offsets that hold, stable ids, and in = out + skipped.

A collector that is dropped into the folder is tested here without another line.
"""

import gzip
import io
import json
import os
import random
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascertain.collect import collect
from ascertain.collect.interface import Collector
from ascertain.model import Capture, Item, Skipped
from ascertain.plugins import find

WORDS = "Two shells fell on the market of Marat, قتل رجلان, said the mayor."
COLLECTORS: tuple[Collector, ...] = find("ascertain.collect.collectors", "collector")


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "x"
    message.set_content(WORDS)
    return bytes(message)


def _picture() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    return out.getvalue()


# One sound example of each kind of file that some collector accepts.
SAMPLES: dict[str, bytes] = {
    "post.txt": WORDS.encode(),
    "post.md": f"---\nsource: Radar\n---\n{WORDS}".encode(),
    "items.jsonl": json.dumps({"id": "j1", "text": WORDS}).encode() + b"\n",
    "rows.csv": f'id,text\nc1,"{WORDS}"\n'.encode(),
    "page.html": f"<html><body><nav>Home</nav><p>{WORDS}</p></body></html>".encode(),
    "picture.png": _picture(),
    "feed.rss": f"<rss><channel><item><title>{WORDS}</title></item></channel></rss>".encode(),
    "mail.eml": _mail(),
    "page.mhtml": b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>" + WORDS.encode() + b"</p>",
    "paper.pdf": b"%PDF-1.4 broken",
    "crawl.warc": b"WARC/1.0\r\nbroken",
    "crawl.wacz": _zip(datapackage__json=b'{"resources": []}'),
    "result.json": json.dumps(
        {"type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", "text": WORDS}]}
    ).encode(),
    "tweets.js": b"window.YTD.tweets.part0 = " + json.dumps([{"tweet": {"id_str": "1", "full_text": WORDS}}]).encode(),
    "messages.html": b"Exported Data<div class='message default'><div class='text'>" + WORDS.encode() + b"</div></div>",
    "metadata.json": json.dumps(
        {"status": "success", "metadata": {"url": "https://a.example", "content": WORDS}}
    ).encode(),
    "atlos.csv": f'slug,inserted_at,updated_at,description\na1,2019-03-04,,"{WORDS}"\n'.encode(),
    "timemap.json": json.dumps([{"description": WORDS, "latitude": "1", "longitude": "2", "sources": []}]).encode(),
    "clip.mp4": b"\x00\x00\x00\x18ftypmp42broken",
    "list.json": json.dumps([{"id": "l1", "text": WORDS}, {"id": "l2"}]).encode(),
}


def write(folder: Path, samples: dict[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in samples.items():
        (folder / name).write_bytes(content)


def check(records: list[Capture | Item | Skipped], files: set[str]) -> None:
    """Hold `records` to the contract: `files` are the names of what was collected."""
    captured: dict[str, str] = {}
    told = set()
    ids = []
    for record in records:
        if isinstance(record, Capture):
            import hashlib

            captured[hashlib.sha256(record.content).hexdigest()] = record.name
        elif isinstance(record, Item):
            assert record.capture in captured, "a capture comes before its items"
            told.add(captured[record.capture])
            ids.append(record.id)
            position = 0
            for ranges in (record.furniture, record.hidden):
                position = 0
                for start, end in ranges:
                    assert position <= start < end <= len(record.text)
                    position = end
        else:
            assert record.stage == "collect" and record.why and record.remedy and "\n" not in record.item
            told.add(record.item)
    assert len(ids) == len(set(ids)), "every id is one item's"
    for name in files:
        assert any(one == name or one.startswith((f"{name}:", f"{name}#", f"{name}/")) for one in told), name


@pytest.mark.parametrize("collector", COLLECTORS, ids=lambda one: one.name)
def test_every_collector_says_what_it_is_and_has_a_sample(collector: Collector, tmp_path: Path) -> None:
    assert collector.name and isinstance(collector.priority, int)
    write(tmp_path, SAMPLES)
    assert any(collector.accepts(tmp_path / name) for name in SAMPLES), "give the contract a sample of what it reads"
    assert not collector.accepts(tmp_path / "nothing.of-this-kind")


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_gives_its_bytes_and_an_item_or_a_reason(name: str, tmp_path: Path) -> None:
    write(tmp_path, {name: SAMPLES[name]})
    records = list(collect([tmp_path]))
    check(records, {name})
    assert isinstance(records[0], Capture) and records[0].content == SAMPLES[name]
    assert records == list(collect([tmp_path])), "the same bytes give the same records"


def test_a_folder_with_every_kind_of_trouble_loses_nothing(tmp_path: Path) -> None:
    good = b'{"id":"a","text":"one"}\n'
    trouble = {
        "broken.jsonl": good + b'{"id":"b","te\n' + b'{"id":"c","text":"three"}\n',
        "twice.jsonl": b'{"id":"a","text":"another one"}\n',
        "again.jsonl": good,
        "binary.txt": bytes(range(256)) * 40,
        "empty.html": b"",
        "big.txt": b"Shells fell on Marat again. " * 1_000_000,
        "unknown.bin": b"\x00\x01",
    }
    write(tmp_path, {**SAMPLES, **trouble})
    (tmp_path / "unreadable.txt").symlink_to("/nowhere/at/all")
    records = list(collect([tmp_path]))
    check(records, {*SAMPLES, *trouble, "unreadable.txt"})
    texts = [record.text for record in records if isinstance(record, Item)]
    assert {"one", "three", "another one"} <= set(texts) and texts.count("one") == 1
    reasons = {record.item: record.why for record in records if isinstance(record, Skipped)}
    assert "text_characters" in reasons["big.txt"] and "broken.jsonl:2" in reasons


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_damage_anywhere_is_told_and_never_raised(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    sample = SAMPLES[name]
    for number in range(6):
        damaged = bytearray(sample)
        for _ in range(1 + number):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cut = bytes(damaged[: chance.randrange(1, len(damaged) + 1)])
        write(tmp_path, {name: cut})
        check(list(collect([tmp_path])), {name})


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_characters="\r"), min_size=1, max_size=60))
def test_a_text_comes_through_every_format_of_records_to_the_character(text: str, tmp_path: Path) -> None:
    records = [{"id": "a", "text": text}]
    write(tmp_path, {"a.jsonl": json.dumps(records[0]).encode() + b"\n", "b.json": json.dumps(records).encode()})
    for name in ("a.jsonl", "b.json"):
        found = [record.text for record in collect([tmp_path / name]) if isinstance(record, Item)]
        assert found == ([text] if text.strip() or name == "a.jsonl" else [])


def test_the_order_of_the_file_system_does_not_matter(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write(one, SAMPLES)
    write(other, dict(reversed(SAMPLES.items())))
    os.utime(other / "post.txt", (0, 0))
    assert list(collect([one])) == list(collect([other]))


def test_a_collector_is_one_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ascertain.collect.collectors as package
    from ascertain.collect import stage

    (tmp_path / "shouting.py").write_text(
        "import hashlib\n"
        "from ascertain.model import Capture, Item\n"
        "class Shouting:\n"
        "    name, priority, in_worker = 'shouting', 50, False\n"
        "    def accepts(self, path): return path.suffix == '.shout'\n"
        "    def read(self, path, name):\n"
        "        content = path.read_bytes()\n"
        "        yield Capture(content=content, name=name, media_type='text/plain', how=self.name)\n"
        "        yield Item(id=name, text=content.decode().upper(), capture=hashlib.sha256(content).hexdigest())\n"
        "collector = Shouting()\n"
    )
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    find.cache_clear()
    stage._collectors.cache_clear()
    try:
        (tmp_path / "a.shout").write_text("two killed")
        records = list(collect([tmp_path / "a.shout"]))
        assert [record.text for record in records if isinstance(record, Item)] == ["TWO KILLED"]
    finally:
        find.cache_clear()
        stage._collectors.cache_clear()


def test_gzip_of_nothing_known_is_kept(tmp_path: Path) -> None:
    write(tmp_path, {"a.gz": gzip.compress(b"x")})
    check(list(collect([tmp_path])), {"a.gz"})
