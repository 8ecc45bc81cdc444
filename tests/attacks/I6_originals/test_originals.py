"""I6: originals are never written again: every call that opens a file is watched while a case is worked."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

WORK = r"""
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
        opened.append([event, *paths])

sys.addaudithook(watch)
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


def watched(root: Path, *fault: str) -> tuple[list[str], list[list[str]]]:
    command = [sys.executable, "-c", WORK, str(root), *fault]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    states, opened = json.loads(done.stdout)
    return states, opened


def test_no_original_is_opened_for_writing(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    states, opened = watched(tmp_path)
    assert states == ["intact", "intact"]
    assert opened == []
    record_property("promise", "I6")
    record_property("cases", 30)


def test_control_one_write_is_seen(tmp_path: Path) -> None:
    """The seeded fault: an original is made writable and opened for update, and nothing is changed in it."""
    _, opened = watched(tmp_path, "fault")
    assert [event for event, *_ in opened] == ["os.chmod", "open"]
