"""JSON Lines as `extract` and `sweep` read them: in the worker, in pieces, whatever a line holds."""

import json
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from ascertain.collect import in_pieces, read_items
from ascertain.collect.collectors.items_jsonl import collector
from ascertain.model import Capture, Item, Skipped
from ascertain.safety import worker_process
from ascertain.safety.limits import LIMITS
from ascertain.safety.worker import worker_of_thread

WORDS = "Two shells fell on the market of Marat, قتل رجلان."


def lines(count: int, seed: int = 1) -> list[bytes]:
    choice = random.Random(seed)
    made = []
    for n in range(count):
        text = "".join(choice.choice([WORDS, "\u2028", "\x00", "\ud800", "\r\n", "a" * 50]) for _ in range(4))
        odd = choice.choice([b"", b"  ", b"{broken", b"[1]", b'{"id": "x"}', b"\xff\xfe", b"\r"])
        made.append(odd if choice.random() < 0.2 else json.dumps({"id": f"i{n}", "text": text}).encode())
    return made


@pytest.mark.parametrize("piece_bytes", [1, 700, 4 << 20])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_pieces_of_any_size_give_what_the_collector_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece_bytes: int, start: bytes
) -> None:
    monkeypatch.setattr(in_pieces, "_PIECE_BYTES", piece_bytes)
    path = tmp_path / "a.jsonl"
    for content in (b"\n".join(lines(60)), b"\n".join(lines(9)) + b"\n", b"", b"\n\n"):
        path.write_bytes(start + content)
        records = (one for one in collector.read(path, path.name) if not isinstance(one, Capture))
        said = [(one.text if isinstance(one, Item) else one) for one in records]
        assert [(one.text if isinstance(one, Item) else one) for one in read_items(path)] == said


def test_it_is_parsed_in_another_process_and_not_in_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines(5)))
    monkeypatch.setattr(json, "JSONDecoder", None)
    monkeypatch.setattr("ascertain.collect.collectors.items_jsonl.item_from_record", None)
    monkeypatch.setattr(in_pieces, "read_lines", None)
    assert any(isinstance(one, Item) for one in read_items(path))
    process = worker_of_thread()._process
    assert process is not None and process.pid != os.getpid()
    assert worker_process.leave_network, "the worker has no network"


BOMBS = {
    "nested": b'{"id": "b", "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "many empty records": b'{"id": "b", "text": "x", "notes": [' + b"{}," * 5_000_000 + b"{}]}",
    "a long number": b'{"id": "b", "text": "x", "n": ' + b"9" * 2_000_000 + b"}",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_line_that_costs_too_much_is_named_and_the_others_are_kept(tmp_path: Path, kind: str) -> None:
    good = [json.dumps({"id": f"i{n}", "text": WORDS}).encode() for n in range(40)]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join([*good[:17], BOMBS[kind], *good[17:]]))
    small = replace(LIMITS, memory_per_byte=2.0)
    records = list(read_items(path, limits=small))
    assert [one.id for one in records if isinstance(one, Item) and one.id != "b"] == [f"i{n}" for n in range(40)]
    reasons = [one for one in records if isinstance(one, Skipped)]
    assert len(reasons) == 1 and reasons[0].item == "a.jsonl:18" and reasons[0].remedy, reasons


def test_a_line_over_the_limit_is_never_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(json.dumps({"id": "a", "text": WORDS}).encode() + b"\n")
        file.seek(400 << 20, os.SEEK_CUR)
        file.write(b"\n" + json.dumps({"id": "b", "text": WORDS}).encode())
    records = list(read_items(path))
    assert [one.id for one in records if isinstance(one, Item)] == ["a", "b"]
    (skip,) = (one for one in records if isinstance(one, Skipped))
    assert skip.item == "a.jsonl:2" and "line_bytes" in skip.why and "419,430,401" in skip.why
