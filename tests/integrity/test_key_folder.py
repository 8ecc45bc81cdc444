from pathlib import Path

import pytest

from ascertain.integrity import default_key_folder
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
