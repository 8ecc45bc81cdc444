"""I9: the words are the source's own to the character, through every collector of records and texts.

Random Unicode texts (NUL, CRLF, combining marks, right-to-left, astral, lone surrogates where a format can hold them),
3 000 a push and 100 000 in the long run (`ASCERTAIN_ATTACKS=long`).
"""

import csv
import io
import json
import os
import random
import unicodedata
from pathlib import Path

import pytest

from ascertain.collect import collect, read_items
from ascertain.model import Item

COUNT = 100_000 if os.environ.get("ASCERTAIN_ATTACKS") == "long" else 3_000
PIECES = [
    "killed",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\x00",
    "\x1b",
    "\u0301",
    "e\u0301",
    "\u0651",
    "\u0640",
    "قصف",
    "على",
    "٣",
    "，",
    "。",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u2028",
    "\x85",
    "\ufeff",
    "\ufffd",
    "\U0001f4a5",
    "\U00020000",
    "ß",
    "İ",
    "ﬁ",
    "Like",
    "Read also: x",
    "…",
    "...",
    '"',
    ",",
    ";",
    "'",
    "\\",
    "|",
    "---",
    "a: b",
    "=1+1",
    "<b>",
    "&amp;",
    "pic.twitter.com/x",
    "@radar",
    "12 Likes",
]


def texts(*, surrogates: bool) -> list[str]:
    chance = random.Random(9)
    made = []
    for _ in range(COUNT):
        pieces = [chance.choice(PIECES) for _ in range(chance.randrange(1, 12))]
        for place in range(len(pieces)):
            if chance.random() < 0.2:
                code = chance.randrange(0x110000)
                if surrogates or not 0xD800 <= code <= 0xDFFF:
                    pieces[place] = chr(code)
        made.append("".join(pieces))
    return [text for text in made if text.strip()]


def items(path: Path) -> dict[str, Item]:
    return {record.id: record for record in collect([path]) if isinstance(record, Item)}


def check(found: dict[str, Item], given: list[str]) -> None:
    assert len(found) == len(given)
    for number, text in enumerate(given):
        item = found[f"i{number}"]
        assert item.text == text
        position = 0
        for start, end in item.furniture:
            assert position <= start < end <= len(text)
            position = end


def test_json_lines_keep_every_character(tmp_path: Path) -> None:
    given = texts(surrogates=True)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": f"i{n}", "text": text}) + "\n" for n, text in enumerate(given)))
    check(items(path), given)
    check({one.id: one for one in read_items(path) if isinstance(one, Item)}, given)


def test_json_lines_that_are_not_escaped_keep_every_character(tmp_path: Path) -> None:
    given = texts(surrogates=False)
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": f"i{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(given)]
    path.write_bytes("\n".join(lines).encode())
    check(items(path), given)


def test_lists_of_json_keep_every_character_through_the_worker(tmp_path: Path) -> None:
    given = texts(surrogates=True)
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": f"i{n}", "text": text} for n, text in enumerate(given)]))
    check(items(path), given)


def test_tables_keep_every_character(tmp_path: Path) -> None:
    given = texts(surrogates=False)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "text"])
    writer.writerows([f"i{n}", text] for n, text in enumerate(given))
    path = tmp_path / "a.csv"
    path.write_bytes(out.getvalue().encode())
    check(items(path), given)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_file_gives_its_bytes_back(encoding: str, tmp_path: Path) -> None:
    for number, text in enumerate(texts(surrogates=False)[:: max(1, COUNT // 150)]):
        if sum(unicodedata.category(one) == "Cc" and one not in "\t\r\n" for one in text):
            continue  # control characters make a text file binary
        path = tmp_path / f"{number}.txt"
        path.write_bytes(text.encode(encoding))
        for item in items(path).values():
            assert item.text in (text, f"\ufeff{text}")


def test_control_reading_lines_as_python_does_breaks_them(tmp_path: Path) -> None:
    """Control: `str.splitlines` and universal newlines, the usual way, on the same file."""
    given = texts(surrogates=False)
    lines = [json.dumps({"id": f"i{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(given)]
    broken = 0
    for line in "\n".join(lines).splitlines():
        try:
            json.loads(line)
        except ValueError:
            broken += 1
    assert broken > 10
