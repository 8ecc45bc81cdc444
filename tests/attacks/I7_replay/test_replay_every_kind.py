"""I7: what is made of a file of any kind is made again of its sealed bytes alone, without the folder that it lay in.

Files that belong together (a page and its parts, an archive of X and whose it is, a post and its picture) lose each
other's paths when the case is made again from the ledger, and must not lose each other.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.attacks.I9_offsets_hold.test_every_collector_keeps_the_words import FORMS as WORDS
from tests.case import test_pictures_in_pages as pages
from tests.case.test_reused_pictures import jpeg, scene

from ascertain.case import Case, open_case
from ascertain.model import Settings

TEXT = "Shelling hit the market of Kherson on 5 May 2023, killing three people, the mayor said on Friday."


def write_all(reports: Path) -> int:
    """Write a file of each form, and files that belong together; return how many."""
    count = 0
    for number, form in enumerate(WORDS.values()):
        path = reports / f"words{number}" / form.name
        path.parent.mkdir(parents=True)
        path.write_bytes(form.write([f"{TEXT} Told {number} times."]))
        count += 1
    for number, saved in enumerate(pages.FORMS.values()):
        for name, content in saved(TEXT, jpeg(scene(number)), f"host{number}.example").items():
            path = reports / f"pages{number}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            count += 1
    archive = reports / "archive of x/data"
    archive.mkdir(parents=True)
    (archive / "account.js").write_text('window.YTD.account.part0 = [{"account": {"username": "radar"}}]')
    (archive / "tweets.js").write_bytes(WORDS["X"].write([TEXT]))
    chat = reports / "chat"
    chat.mkdir()
    words = WORDS["Telegram"].write([TEXT]).replace(b'"type": "message"', b'"type": "message", "photo": "photo.jpg"')
    (chat / "result.json").write_bytes(words)
    (chat / "photo.jpg").write_bytes(jpeg(scene(40)))
    return count + 4


def test_a_case_of_every_kind_of_file_is_made_again_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    case = Case.new(tmp_path / "case", Settings(title="Every kind", time_zone="Europe/Kyiv"))
    count = write_all(case.folder / "reports")
    case.build()
    items = open_case(case.folder).items()
    assert any(item.source == "@radar" for item in items)
    assert sum(bool(item.pictures) for item in items) == len(pages.FORMS) + 1
    made = open_case(case.folder).replay(tmp_path / "again")
    assert made.same, made.why
    record_property("promise", "I7")
    record_property("cases", count)


def test_control_a_file_that_is_laid_out_under_half_of_its_ending_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: sealed bytes are read again under the last part of their ending, `.gz` for `.warc.gz`."""
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    monkeypatch.setattr("ascertain.case.collecting._ENDING", re.compile(r"\.[A-Za-z0-9]{1,12}$"))
    case = Case.new(tmp_path / "case", Settings(title="Every kind", time_zone="Europe/Kyiv"))
    write_all(case.folder / "reports")
    case.build()
    assert not open_case(case.folder).replay(tmp_path / "again").same
