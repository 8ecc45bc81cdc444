"""I6: originals are never written again: every call that opens a file is watched while a case is worked."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.attacks.reports import REPORTS

WATCH = r"""
import json, os, sys
from pathlib import Path

opened, is_watching = [], False

def watch(event, arguments):
    if not is_watching:
        return
    paths = [str(one) for one in arguments[:2] if isinstance(one, (str, bytes, os.PathLike))]
    if not any("/blobs/" in path for path in paths):
        return
    if event == "open":
        path, mode, flags = str(arguments[0]), arguments[1], arguments[2]
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_TRUNC | os.O_APPEND) or (mode and set(str(mode)) & set("wax+")):
            opened.append([event, path])
    elif event in ("os.truncate", "os.remove", "os.chmod", "os.chown", "os.utime", "os.link", "os.rename"):
        if event == "os.rename" and paths[0].endswith(".part") and not os.path.exists(paths[1]):
            return  # a new original, whole, gets its name
        opened.append([event, *paths])

sys.addaudithook(watch)
"""
WORK = (
    WATCH
    + r"""
from ascertain.integrity import KeyRing, Ledger, seal_bundle, verify, verify_bundle
from ascertain.model import Capture
from ascertain.preserve import decide, preserve, sealed_captures
from ascertain.storage import BlobVault, backup, enter_build, open_store, restore

root = Path(sys.argv[1])
clock = lambda: "2020-05-04T03:02:01Z"
evidence = root / "case/.ascertain"
ledger, vault = Ledger(evidence, KeyRing(root / "keys"), clock), BlobVault(evidence)
captures = [Capture(content=b"words %d" % n, name=f"{n}.txt", media_type="text/plain", how="test") for n in range(30)]
preserve(captures, vault, ledger, by="desk")
is_watching = True
preserve(captures, vault, ledger, by="desk")
again = [Capture(content=c.content, name="again/" + c.name, media_type="text/plain", how="test") for c in captures]
preserve(again, vault, ledger, by="desk")
for sealed in sealed_captures(ledger):
    vault.read(sealed.digest)
decide(ledger, clock, verb="review", about="incident-1", because="read", by="desk")
with open_store(evidence) as store:
    with store.unit_of_work() as work:
        work.put("s", "i", "k", {})
    enter_build(ledger, store.settle(), by="desk")
(root / "dossier").mkdir()
(root / "dossier/index.html").write_text("x")
seal_bundle(root / "dossier", ledger, by="desk")
states = [verify(root / "case").state, verify_bundle(root / "dossier").state]
backup(root / "case", root / "backup")
if len(sys.argv) > 2:  # the seeded fault: something that writes to an original
    path = vault.path(sealed_captures(ledger)[0].digest)
    path.chmod(0o644)
    with open(path, "r+b") as file:
        file.read()
print(json.dumps([states, opened]))
"""
)


WHOLE = (
    WATCH
    + r"""
from ascertain.case import Case, open_case
from ascertain.case.verifying import verify
from ascertain.model import AscertainError, Settings
from ascertain.publish.exporters_found import exporters
from ascertain.storage import backup

root, reports = Path(sys.argv[1]), json.loads(Path(sys.argv[1], "reports.json").read_text(encoding="utf-8"))
own = str(root / "case/.ascertain/blobs/")
names = sorted(reports)
case = Case.new(root / "case", Settings(title="A case", time_zone="Europe/Kyiv"))
for name in names[:3]:
    (case.folder / "reports" / name).write_text(reports[name], encoding="utf-8")
case.build()
is_watching, done = True, []
def do(what, work):
    done.append(what)
    return work()
for name in names[3:]:
    (root / name).write_text(reports[name], encoding="utf-8")
    do("collect", lambda: open_case(case.folder).collect([root / name]))
do("collect again", lambda: open_case(case.folder).collect([root / names[3]]))
built = do("build", lambda: open_case(case.folder).build())
for incident in built.incidents:
    do("decide", lambda: open_case(case.folder).decide("review", incident.id, because="read by two"))
    do("find", lambda: [open_case(case.folder).find(id) for id in (incident.id, *incident.claims, *incident.items)])
do("publish", lambda: open_case(case.folder).publish())
do("changes", lambda: open_case(case.folder).changes())
do("search", lambda: open_case(case.folder).search("bridge"))
for form in sorted(exporters()):
    do(f"export {form}", lambda: open_case(case.folder).export(form))
for path in list((case.folder / "reports").iterdir()):
    path.unlink()
(case.folder / ".ascertain/case.db").unlink()
do("build from sealed bytes", lambda: open_case(case.folder).build())
do("replay", lambda: open_case(case.folder).replay(root / "again"))
do("backup", lambda: backup(case.folder, root / "backup"))
state = do("verify", lambda: verify(case.folder).verdict.state)
if len(sys.argv) > 2:
    do("a fault", lambda: next(path for path in Path(own).rglob("*") if path.is_file()).chmod(0o600))
print(json.dumps([[state, *done], [one for one in opened if any(path.startswith(own) and ".part" not in path
                                                                for path in one[1:])]]))
"""
)


def watched(root: Path, *fault: str, work: str = WORK) -> tuple[list[str], list[list[str]]]:
    command = [sys.executable, "-c", work, str(root), *fault]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    states, opened = json.loads(done.stdout)
    return states, opened


def test_no_original_is_opened_for_writing(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    states, opened = watched(tmp_path)
    assert states == ["intact", "intact"]
    assert opened == []
    record_property("promise", "I6")
    record_property("cases", 30)


def test_no_stage_and_no_exporter_opens_an_original_for_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    """What is sealed afresh is written under a temporary name and given its own; nothing else touches a blob."""
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    (tmp_path / "reports.json").write_text(json.dumps(REPORTS), encoding="utf-8")
    (state, *done), opened = watched(tmp_path, work=WHOLE)
    assert state == "intact"
    assert opened == []
    assert sum(one.startswith("export") for one in done) >= 9
    record_property("promise", "I6")
    record_property("cases", len(done))


def test_control_one_change_of_rights_in_a_whole_case_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: an original is made writable once, at the end."""
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    (tmp_path / "reports.json").write_text(json.dumps(REPORTS), encoding="utf-8")
    _, opened = watched(tmp_path, "fault", work=WHOLE)
    assert [event for event, *_ in opened] == ["os.chmod"]


def test_control_one_write_is_seen(tmp_path: Path) -> None:
    """The seeded fault: an original is made writable and opened for update, and nothing is changed in it."""
    _, opened = watched(tmp_path, "fault")
    assert [event for event, *_ in opened] == ["os.chmod", "open"]
