"""H5: archives write only where we say, which is nowhere: nothing is ever extracted by its given name.

60 names in a ZIP, a WACZ and a MIME message; the tree round the collection is compared before and after.
"""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.model import Capture, Skipped
from ascertain.safety.archives import members_of, open_zip

TARGETS = ["escaped.txt", "x/escaped.txt", ".ssh/authorized_keys"]
PREFIXES = [
    "../",
    "../../",
    "../../../../../../../../tmp/",
    "/",
    "/tmp/",
    "//tmp/",
    "./../",
    "a/../../",
    "a/b/../../../",
    "..\\",
    "..\\..\\",
    "C:\\",
    "C:/",
    "\\\\host\\share\\",
    "~/",
    "%2e%2e/",
    "..%2f",
    "．．/",
    "....//",
    "a/./../../",
]
NAMES = [prefix + target for prefix in PREFIXES for target in TARGETS]
BAIT = b"Two shells fell on Marat."


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def test_there_are_60_names() -> None:
    assert len(NAMES) == len(set(NAMES)) == 60


@pytest.mark.parametrize("name", NAMES)
def test_a_zip_member_is_read_into_memory_only(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = list(members_of(open_zip(zipped({name: BAIT}))))
    assert [member.content for member in found] == [BAIT]
    assert tree(tmp_path) == {} and not Path("/tmp/escaped.txt").exists()


def test_a_wacz_and_a_message_with_all_names_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "deep" / "folder"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    resources = [{"path": name, "hash": f"sha256:{hashlib.sha256(BAIT).hexdigest()}"} for name in NAMES]
    package = json.dumps({"resources": resources}).encode()
    (folder / "a.wacz").write_bytes(zipped({"datapackage.json": package, **dict.fromkeys(NAMES, BAIT)}))
    parts = "".join(
        f'--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="{name}"\r\n\r\nx\r\n'
        for name in NAMES
    )
    (folder / "a.eml").write_text(f"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{parts}--b--\r\n")
    before = tree(tmp_path)
    records = list(collect([folder]))
    assert tree(tmp_path) == before
    names = [record.name for record in records if isinstance(record, Capture)]
    assert len(names) > 60 and all(".." not in name and not name.startswith("/") for name in names)
    assert any(isinstance(record, Skipped) for record in records)


def test_control_writing_members_under_their_names_escapes(tmp_path: Path) -> None:
    """Control: what a reader does that joins the given name to a folder."""
    inside = tmp_path / "deep" / "folder"
    inside.mkdir(parents=True)
    for member in members_of(open_zip(zipped({"../escaped.txt": BAIT}))):
        (inside / member.name).write_bytes(member.content)
    assert "deep/escaped.txt" in tree(tmp_path) and tree(inside) == {}
