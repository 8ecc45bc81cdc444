"""The compiled gazetteer is made anew when its sources change, be it by a letter."""

import shutil
from pathlib import Path

import pytest

from ascertain.knowledge.gazetteer import builtin


def test_a_change_of_the_same_length_is_another_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cities, units = builtin.sources()
    for name in ("units.tsv", "words_ar.tsv", "words_en.tsv", "towns.tsv"):
        shutil.copy(units.with_name(name), tmp_path / name)
    monkeypatch.setattr(builtin, "sources", lambda: (cities, tmp_path / "units.tsv"))
    before = builtin.stamp()
    assert before == builtin.stamp()
    words = tmp_path / "words_ar.tsv"
    text = words.read_text(encoding="utf-8")
    words.write_text(text[:-2] + ("1" if text[-2] != "1" else "2") + text[-1], encoding="utf-8")
    assert builtin.stamp() != before
