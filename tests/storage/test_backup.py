import gzip
import io
import random
import shutil
import tarfile
from pathlib import Path

import pytest

from ascertain.integrity import Act, KeyRing, Ledger, canonical
from ascertain.model import AscertainError, Broken, Capture, Misused
from ascertain.preserve import decide, decisions, preserve, withdraw
from ascertain.storage import BlobVault, backup, enter_build, open_store, restore


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def make_case(case: Path, seed: int) -> Ledger:
    choice = random.Random(seed)
    ledger = Ledger(case / ".ascertain", KeyRing(case.parent / "keys"), clock)
    captures = [
        Capture(content=choice.randbytes(choice.randrange(400)), name=f"reports/تقرير {n}.txt", media_type="text/plain",
                how="test")
        for n in range(choice.randrange(1, 6))
    ]  # fmt: skip
    preserve(captures, BlobVault(case / ".ascertain"), ledger, by="desk")
    for n in range(choice.randrange(3)):
        made = decide(ledger, clock, verb="review", about=f"claim-{n}", because="read", by="desk")
        if choice.random() < 0.5:
            withdraw(ledger, clock, decision=made.id, because="misread", by="desk")
    for capture in captures:
        (case / capture.name).parent.mkdir(exist_ok=True)
        (case / capture.name).write_bytes(capture.content)
    (case / "case.toml").write_text('title = "x"')
    (case / "media" / "empty").mkdir(parents=True)
    with open_store(case / ".ascertain") as store:
        with store.unit_of_work() as work:
            work.put("s", "i", "k", {"n": seed})
        enter_build(ledger, store.settle(), by="desk")
    return ledger


def contents(case: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(case).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(case.rglob("*"))
        if path.name not in ("lock", "build.lock")
    }


@pytest.mark.parametrize("seed", range(12))
def test_a_restored_case_is_equal_to_the_byte(tmp_path: Path, seed: int) -> None:
    case, other = tmp_path / "case", tmp_path / "other"
    ledger = make_case(case, seed)
    backup(case, tmp_path / "backup")
    assert restore(tmp_path / "backup", other).state == "intact"
    assert contents(other) == contents(case)
    again = Ledger(other / ".ascertain", KeyRing(tmp_path / "keys"), clock)
    assert decisions(again) == decisions(ledger)
    assert again.append([Act(action="note", by="desk")])
    assert all(path.stat().st_mode & 0o777 == 0o444 for path in (other / ".ascertain/blobs").glob("*/*"))


def test_the_same_case_gives_the_same_backup(tmp_path: Path) -> None:
    make_case(tmp_path / "case", 1)
    backup(tmp_path / "case", tmp_path / "a")
    backup(tmp_path / "case", tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_damaged_backup_restores_nothing_or_what_was_backed_up(tmp_path: Path) -> None:
    # Deflate has bits that change nothing, so that a few flips leave the very same content.
    make_case(tmp_path / "case", 2)
    backup(tmp_path / "case", tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    choice, refused, expected = random.Random(3), 0, contents(tmp_path / "case")
    for n in range(150):
        damaged = bytearray(whole)
        damaged[choice.randrange(10, len(whole))] ^= 1 << choice.randrange(8)
        content = bytes(damaged) if n % 3 else whole[: choice.randrange(len(whole))]
        (tmp_path / "damaged").write_bytes(content)
        try:
            restore(tmp_path / "damaged", tmp_path / "other")
        except AscertainError:
            refused += 1
            assert not (tmp_path / "other").exists()
        else:
            assert contents(tmp_path / "other") == expected
            shutil.rmtree(tmp_path / "other")
    assert refused > 100


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", "a\\b", "", ".", "C:/x", "a//b"])
def test_no_name_leads_out_of_the_case(tmp_path: Path, name: str) -> None:
    listing = canonical({
        "files": [{"path": name, "bytes": 1, "sha256": "0" * 64}], "folders": [], "format": "ascertain-backup/1",
    })  # fmt: skip
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as file, tarfile.open(fileobj=file, mode="w|") as archive:
        for member, content in (("backup.json", listing), (f"case/{name}", b"x")):
            info = tarfile.TarInfo(member)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    (tmp_path / "backup").write_bytes(packed.getvalue())
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(AscertainError):
        restore(tmp_path / "backup", tmp_path / "case")
    assert sorted(tmp_path.rglob("*")) == before


def test_calls_that_can_not_be_carried_out_say_what_to_do_instead(tmp_path: Path) -> None:
    make_case(tmp_path / "case", 4)
    with pytest.raises(Misused, match="not a case"):
        backup(tmp_path, tmp_path / "x")
    with pytest.raises(Misused, match="inside of the case"):
        backup(tmp_path / "case", tmp_path / "case" / "x")
    with pytest.raises(Misused, match="no such file"):
        restore(tmp_path / "x", tmp_path / "new")
    backup(tmp_path / "case", tmp_path / "x")
    with pytest.raises(Misused, match="something already"):
        restore(tmp_path / "x", tmp_path / "case")
    (tmp_path / "text").write_text("no backup")
    with pytest.raises(Broken, match="damaged"):
        restore(tmp_path / "text", tmp_path / "new")
    (tmp_path / "case" / "link").symlink_to("case.toml")
    with pytest.raises(Misused, match="symbolic link"):
        backup(tmp_path / "case", tmp_path / "y")


def test_a_file_that_is_there_is_left_alone_unless_asked(tmp_path: Path) -> None:
    make_case(tmp_path / "case", 5)
    file = tmp_path / "backup"
    file.write_bytes(b"the only copy of an earlier state")
    with pytest.raises(Misused, match="already") as told:
        backup(tmp_path / "case", file)
    assert "--overwrite" in told.value.remedy and file.read_bytes() == b"the only copy of an earlier state"
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Misused, match="already"):
        backup(tmp_path / "case", link)
    (tmp_path / "folder").mkdir()
    with pytest.raises(Misused, match="folder"):
        backup(tmp_path / "case", tmp_path / "folder", overwrite=True)
    backup(tmp_path / "case", file, overwrite=True)
    assert restore(file, tmp_path / "again").state == "intact"
