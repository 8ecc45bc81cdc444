"""H10: parsers fail only in our way: sound bytes, changed at random, through every collector and every other way in.

In the long run more of them, and, where `atheris` is installed, guided by which lines they reach.
"""

import importlib.util
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ascertain.collect import collect
from ascertain.model import AscertainError, Item, Skipped


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HERE = Path(__file__).parent
points, shapes = _loaded(HERE / "entry_points.py"), _loaded(HERE / "shapes.py")
POINTS = points.ENTRY_POINTS | points.COLLECTORS
contract = _loaded(HERE.parents[1] / "contracts/test_collectors.py")
LONG = os.environ.get("ASCERTAIN_ATTACKS") == "long"
CHANGES = 20_000 if LONG else 150
FILES = 1_000 if LONG else 12
PIECES = (
    *(b"\x00", b"\xff", b"\r\n", b"\n\n", b"<", b">", b"&", b'"', b"'", b"{", b"}", b"[", b"]", b"%s", b"\\", b"/../"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae", b"\xd9\xa1", b"9" * 40),
    *(b"1e999", b"NaN", b"null", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<!--", b"]]>", b"PK\x03\x04"),
    *(b"\x1f\x8b\x08", b"--", b"=?utf-8?b?", b"-1"),
)


def changed(sound: bytes, chance: random.Random) -> bytes:
    """Return bytes that were sound, with one to eight of them flipped, cut, doubled, exchanged or put in between."""
    made = bytearray(sound)
    for _ in range(chance.randrange(1, 9)):
        at = chance.randrange(len(made) + 1)
        to = min(len(made), at + chance.randrange(1, 1 + max(1, len(made) // 3)))
        how = chance.randrange(6)
        if how == 0 and at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        elif how == 1:
            del made[at:to]
        elif how == 2:
            made[at:at] = made[at:to] * chance.choice((1, 2, 50))
        elif how == 3:
            made[at:at] = chance.choice(PIECES)
        elif how == 4:
            made[at:to] = chance.randbytes(to - at)
        else:
            del made[at:]
        del made[200_000:]
    return bytes(made)


@pytest.mark.parametrize("name", sorted(POINTS))
def test_whatever_comes_in_is_read_or_refused_by_design(name: str, record_property: Any) -> None:
    point, chance = POINTS[name], random.Random(name)
    point.parse(point.sound)
    record_property("cases", CHANGES)
    for _ in range(CHANGES):
        content = changed(point.sound, chance)
        try:
            point.parse(content)
        except AscertainError as error:
            assert error.what and error.remedy, content
        except Exception as error:
            raise AssertionError(f"{type(error).__name__} on {content[:300]!r}") from error


@pytest.mark.parametrize("name", sorted(contract.SAMPLES))
def test_a_changed_file_ends_in_an_item_or_a_reason(name: str, tmp_path: Path, record_property: Any) -> None:
    """Through `collect`, and so through the worker; no reason may be that a parser broke in a way of its own."""
    chance, sound = random.Random(name), contract.SAMPLES[name]
    record_property("cases", FILES)
    path = tmp_path / name
    for _ in range(FILES):
        path.write_bytes(changed(sound, chance))
        records = list(collect([tmp_path]))
        contract.check(records, {name})
        assert any(isinstance(one, Item | Skipped) for one in records)
        broke = [one.why for one in records if isinstance(one, Skipped) and "its parser failed" in one.why]
        assert not broke, (broke, path.read_bytes()[:300])


@pytest.mark.parametrize("kind", shapes.SHAPES)
def test_a_record_of_any_shape_is_read_or_refused_by_design(kind: str, tmp_path: Path, record_property: Any) -> None:
    """Every value of an export's record, in turn, of another kind: number for text, list for object, and so on."""
    shape = shapes.SHAPES[kind]
    collector = next(one for one in contract.COLLECTORS if one.name == shape.collector)
    path = tmp_path / shape.name
    path.write_bytes(shape.write(shape.record))
    assert any(isinstance(one, Item | Skipped) for one in collector.read(path, shape.name))
    given = list(shapes.changed(shape.record))
    record_property("cases", len(given))
    for record in given:
        path.write_bytes(shape.write(record))
        try:
            records = list(collector.read(path, shape.name))
        except AscertainError as error:
            assert error.what and error.remedy, record
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error} on {str(record)[:1000]}") from error
        else:
            assert any(isinstance(one, Item | Skipped) for one in records), record
            for item in records:
                if isinstance(item, Item):
                    for start, end in (*item.furniture, *item.hidden):
                        assert 0 <= start < end <= len(item.text), record


def test_control_a_parser_that_is_not_guarded_is_found() -> None:
    """Control: the same changes make a plain parser raise what is not ours."""
    import json

    chance = random.Random(1)
    with pytest.raises(ValueError, match=r"."):
        for _ in range(CHANGES):
            json.loads(changed(b'{"id": "a", "text": "Two shells"}', chance).decode("latin-1"))


if LONG:
    SECONDS = int(os.environ.get("ASCERTAIN_FUZZ_SECONDS", "60"))

    @pytest.mark.parametrize("name", sorted(POINTS))
    def test_guided_by_coverage(name: str, tmp_path: Path, record_property: Any) -> None:
        pytest.importorskip("atheris", reason="pip install atheris")
        limits = [f"-max_total_time={SECONDS}", "-rss_limit_mb=4096", "-max_len=20000"]
        command = [sys.executable, str(HERE / "guided.py"), name, str(tmp_path), *limits]
        done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
        assert done.returncode == 0, done.stderr[-3000:]
        ran = re.search(r"Done (\d+) runs in", done.stderr)
        record_property("cases", ran[1] if ran else 0)
