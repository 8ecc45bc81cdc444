"""D6: a backup restores to an equal case, withdrawn decisions too: random cases, compared to the byte."""

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.integrity import Act, KeyRing, Ledger, seal_bundle, verify
from ascertain.model import AscertainError, Capture
from ascertain.preserve import decide, decisions, in_force, preserve, withdraw
from ascertain.storage import BlobVault, Query, backup, enter_build, open_store, read_store, restore

CASES, CASES_LONG = 200, 1_000
NAMES = ("a.txt", "تقرير.html", "deep/er/b.json", "with space.eml", "e\u0301.md", "\U0001f4a5.csv", "-x", "CON.txt")


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def ledger_of(root: Path, case: str = "case") -> Ledger:
    return Ledger(root / case / ".ascertain", KeyRing(root / "keys"), clock)


def make_case(root: Path, seed: int) -> Ledger:
    """Make a case by a random history: captures, decisions and withdrawals, builds, keys, a publication."""
    choice, case = random.Random(seed), root / "case"
    ledger, vault, taken = ledger_of(root), BlobVault(case / ".ascertain"), list[str]()
    for step in range(choice.randrange(1, 7)):
        size = choice.choice([0, 1, 300, 5_000, 70_000])
        captures = [
            Capture(content=choice.randbytes(size), name=f"{step}/{name}", media_type="text/plain", how="test")
            for name in choice.sample(NAMES, choice.randrange(3))
        ]
        preserve(captures, vault, ledger, by="desk")
        for capture in captures:
            path = case / "reports" / capture.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(capture.content)
        for _ in range(choice.randrange(3)):
            made = decide(ledger, clock, verb="review", about=f"claim-{step}", because="read", by="desk", words="قال")
            taken.append(made.id)
        if taken and choice.random() < 0.7:
            taken.append(withdraw(ledger, clock, decision=choice.choice(taken), because="misread", by="second desk").id)
        if choice.random() < 0.2:
            KeyRing(root / "keys").rotate()
    (case / "media" / "empty").mkdir(parents=True)
    (case / "case.toml").write_text(f'title = "{seed}"')
    if choice.random() < 0.8:
        with open_store(case / ".ascertain") as store:
            with store.unit_of_work() as work:
                for n in range(choice.randrange(9)):
                    work.put("extract", f"item-{n}", "key", {"n": choice.randrange(99)})
                    work.index("item", f"item-{n}", "قصف strike")
            enter_build(ledger, store.settle(), by="desk")
    if choice.random() < 0.3 and len(ledger):
        (case / "dossier/data").mkdir(parents=True)
        (case / "dossier/data/x.json").write_bytes(choice.randbytes(90))
        seal_bundle(case / "dossier", ledger, by="desk")
    if not len(ledger):
        ledger.append([Act(action="note", by="desk")])
    return ledger


def contents(case: Path) -> dict[str, str | None]:
    """Return the digest of every file and nothing for every folder; locks are nobody's content."""
    return {
        path.relative_to(case).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
        for path in sorted(case.rglob("*"))
        if path.name not in ("lock", "build.lock")
    }


def differences(root: Path, ledger: Ledger) -> list[str]:
    """Return how the restored case `root/other` differs from `root/case`."""
    before, after = contents(root / "case"), contents(root / "other")
    found = [name for name in sorted(before.keys() | after.keys()) if before.get(name, "-") != after.get(name, "-")]
    again = ledger_of(root, "other")
    if decisions(again) != decisions(ledger):
        found.append("decisions")
    if in_force(decisions(again)) != in_force(decisions(ledger)):
        found.append("decisions in force")
    if list(again.entries()) != list(ledger.entries()) or str(again.checkpoint) != str(ledger.checkpoint):
        found.append("entries")
    return found


def test_a_restored_case_is_equal(
    tmp_path: Path, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    count, withdrawn = (CASES_LONG if long_run else CASES), 0
    for seed in range(count):
        root = tmp_path / f"{seed}"
        ledger = make_case(root, seed)
        backup(root / "case", root / "backup")
        state = verify(root / "case").state
        assert restore(root / "backup", root / "other").state == state == "intact", seed
        assert differences(root, ledger) == [], seed
        assert all(path.stat().st_mode & 0o777 == 0o444 for path in (root / "other/.ascertain/blobs").glob("*/[!.]*"))
        if (root / "case/.ascertain/case.db").exists():
            with read_store(root / "case/.ascertain") as one, read_store(root / "other/.ascertain") as two:
                stage = Query(stage="extract")
                assert list(one.read(stage, dict)) == list(two.read(stage, dict))
        withdrawn += len(decisions(ledger)) - len(in_force(decisions(ledger)))
        ledger_of(root, "other").append([Act(action="note", by="desk")])
        assert verify(root / "other", against=str(ledger.checkpoint)).state == "intact", "it goes on as the same case"
        shutil.rmtree(root)
    record_property("promise", "D6")
    record_property("cases", count)
    assert withdrawn > count / 2


@pytest.mark.parametrize("fault", ["decisions", "a blob", "empty folders"])
def test_control_a_backup_that_leaves_something_out_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """The seeded faults: withdrawn decisions, one capture or empty folders are not in the backup."""
    ledger = make_case(tmp_path, 3)
    decide(ledger, clock, verb="review", about="claim-x", because="read", by="desk")
    preserve([Capture(content=b"x", name="x", media_type="text/plain", how="test")],
             BlobVault(tmp_path / "case/.ascertain"), ledger, by="desk")  # fmt: skip
    shutil.copytree(tmp_path / "case", tmp_path / "poor")
    if fault == "decisions":
        path = tmp_path / "poor/.ascertain/ledger.jsonl"
        path.write_bytes(b"".join(line for line in path.read_bytes().splitlines(True) if b"decision" not in line))
    elif fault == "a blob":
        next(iter((tmp_path / "poor/.ascertain/blobs").glob("*/*"))).unlink()
    else:
        (tmp_path / "poor/media/empty").rmdir()
    backup(tmp_path / "poor", tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "other")
    try:
        assert differences(tmp_path, ledger) != []
    except AscertainError:
        assert fault == "decisions", "a ledger that was cut can't even be opened"
