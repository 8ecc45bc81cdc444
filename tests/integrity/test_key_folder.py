import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ascertain.integrity import KeyRing, default_key_folder
from ascertain.integrity.disk import write_whole
from ascertain.model import Misused


def test_keys_lie_outside_of_every_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCERTAIN_KEYS", "/a/keys")
    assert default_key_folder() == Path("/a/keys")
    monkeypatch.delenv("ASCERTAIN_KEYS")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_key_folder() == Path("/data/ascertain/keys")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/desk")
    assert default_key_folder() == Path("/home/desk/.local/share/ascertain/keys")


def test_without_a_home_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("ASCERTAIN_KEYS", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(Misused, match="no home folder"):
        default_key_folder()


def test_processes_that_need_a_first_key_at_once_get_the_same_one(tmp_path: Path) -> None:
    """Else one would sign with a key that the other has written over, and that is then nowhere."""
    script = (
        "import sys, time; from pathlib import Path; from ascertain.integrity import KeyRing\n"
        "while not Path(sys.argv[1], 'go').exists(): pass\n"
        "print(KeyRing(Path(sys.argv[1]) / 'keys').current().verifier)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    (tmp_path / "go").touch()
    assert len({process.communicate(timeout=120)[0] for process in running}) == 1
    assert [path.name for path in (tmp_path / "keys").glob("*.pem")] == ["key-0001.pem"]


def test_keys_made_at_once_are_all_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*given: Any) -> None:
        time.sleep(0.01)  # long enough for the others to have looked which number is free
        write_whole(*given)

    monkeypatch.setattr("ascertain.integrity.keys.write_whole", slowly)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: KeyRing(tmp_path / "keys").rotate().verifier, range(24)))
    ring = KeyRing(tmp_path / "keys")
    assert len(list((tmp_path / "keys").glob("*.pem"))) == 24
    assert all(ring.find(verifier) for verifier in made)
