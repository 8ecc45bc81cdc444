"""What the pages are built from."""

import json
from pathlib import Path

import pytest

from ascertain.model import Misused
from ascertain.publish.site import assets

WEB = Path(__file__).parents[2] / "web"


def test_the_lock_names_no_host_and_every_package_has_its_digest() -> None:
    text = (WEB / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text and "resolved" not in text
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert packages and all(entry["integrity"].startswith("sha512-") for entry in packages.values())


def test_the_pin_of_node_has_digests_and_names_no_host() -> None:
    text = (WEB / "requirements.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text and "://" not in text


def test_without_assets_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "FOLDER", tmp_path)
    with pytest.raises(Misused) as raised:
        assets.asset("site.js")
    assert "web/build.py" in raised.value.remedy
