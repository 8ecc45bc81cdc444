"""I1: no stored bit can change unnoticed; the verdict names item and byte range."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ascertain.integrity import Verdict, verify

SAMPLED, SAMPLED_LONG, SHARDS = 20_000, 100_000, 10


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, make_case: Callable[..., Any]) -> Path:
    folder = tmp_path_factory.mktemp("flips") / "case"
    make_case(folder)
    assert verify(folder).state == "intact"
    return folder


def flips(case: Path, count: int, seed: int = 20) -> Iterator[tuple[Path, int, int]]:
    """Yield file, byte and bit: half over all bytes, half over files alike, so that small files are hit as well."""
    choice = random.Random(seed)
    files = sorted(path for path in (case / ".ascertain").rglob("*") if path.is_file() and path.stat().st_size)
    sizes = [path.stat().st_size for path in files]
    for n in range(count):
        (path,) = choice.choices(files, weights=sizes if n % 2 else None)
        yield path, choice.randrange(path.stat().st_size), choice.randrange(8)


def verdict_on(case: Path, path: Path, place: int, bit: int) -> Verdict:
    content = path.read_bytes()
    mode = path.stat().st_mode
    path.chmod(0o644)
    try:
        path.write_bytes(content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :])
        return verify(case)
    finally:
        path.write_bytes(content)
        path.chmod(mode)


def is_placed(verdict: Verdict, path: Path, place: int) -> bool:
    name = path.name
    named = [damage for damage in verdict.damages if name in damage.item]
    within = any(damage.start is not None and damage.start <= place < (damage.end or 0) for damage in named)
    return within or any(name in doubt.item for doubt in verdict.doubts)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_flip_goes_unnoticed(
    case: Path, shard: int, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    """One bit at a time, each on a case that is whole otherwise; in shards, so that every core has some."""
    count = (SAMPLED_LONG if long_run else SAMPLED) // SHARDS
    unnoticed, unplaced = [], []
    for path, place, bit in flips(case, count, shard):
        verdict = verdict_on(case, path, place, bit)
        if verdict.state == "intact":
            unnoticed.append((path.name, place, bit))
        elif not is_placed(verdict, path, place):
            unplaced.append((path.name, place, bit, str(verdict)))
    record_property("promise", "I1")
    record_property("cases", count)
    record_property("undetected", len(unnoticed))
    assert unnoticed == []
    assert unplaced == []
    assert verify(case).state == "intact"


def test_other_captures_are_not_blamed(case: Path) -> None:
    blobs = sorted(path for path in (case / ".ascertain/blobs").rglob("*") if path.is_file())
    for path in blobs[:10]:
        verdict = verdict_on(case, path, 3, 1)
        assert {path.name in damage.item for damage in verdict.damages} == {True}
        assert all(damage.since and "all other captures, are as sealed" in damage.lost for damage in verdict.damages)


def test_in_a_large_capture_only_the_damaged_part_is_named(case: Path) -> None:
    large = max((case / ".ascertain/blobs").rglob("*"), key=lambda path: path.stat().st_size)
    (damage,) = verdict_on(case, large, 70_000, 0).damages
    assert (damage.start, damage.end) == (65_536, 131_072)


@pytest.mark.parametrize("seeded", ["blobs", "database", "signatures"])
def test_control_a_verifier_with_a_hole_lets_flips_pass(
    case: Path, monkeypatch: pytest.MonkeyPatch, seeded: str
) -> None:
    """The seeded fault: one of the checks is left out, and flips must pass."""
    if seeded == "blobs":
        monkeypatch.setattr("ascertain.integrity.verify_case.check_blob", lambda *given: None)
    elif seeded == "database":
        monkeypatch.setattr("ascertain.integrity.verify_case.check_database", lambda *given: None)
    else:
        monkeypatch.setattr("ascertain.integrity.checkpoint.Checkpoint.fault", lambda *given: None)
    concerned = {"blobs": "blobs", "database": "case.db", "signatures": "checkpoints"}[seeded]
    tried = [flip for flip in flips(case, 3_000) if concerned in flip[0].parts]
    unnoticed = sum(verdict_on(case, *flip).state == "intact" for flip in tried[:200])
    assert unnoticed > 0


def test_a_flip_in_an_entry_that_much_depends_on_is_placed_in_that_entry(case: Path) -> None:
    path = case / ".ascertain/ledger.jsonl"
    content = path.read_bytes()
    for action in (b'"action":"found"', b'"action":"key"', b'"action":"build"'):  # the last names what nothing follows
        place = content.index(action)
        line_start = content.rfind(b"\n", 0, place) + 1
        for offset in range(line_start, content.index(b"\n", place)):
            verdict = verdict_on(case, path, offset, 1)
            assert is_placed(verdict, path, offset), (offset, str(verdict))
