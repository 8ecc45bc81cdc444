"""A folder holds any mixture; nothing in it is lost."""

import json
import os
from pathlib import Path

import pytest

from ascertain.collect import collect, read_items
from ascertain.model import Capture, Item, Misused, Skipped


def items(records):
    return [record for record in records if isinstance(record, Item)]


def skipped(records):
    return [record for record in records if isinstance(record, Skipped)]


def test_a_folder_of_any_mixture_gives_an_item_or_a_reason_for_every_file(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("Two shells fell on the market.", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "note.md").write_text("# Raid\n\nA raid at dawn.", encoding="utf-8")
    (tmp_path / "rows.csv").write_text("id,text\nr1,One killed.\n", encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text('{"id": "j1", "text": "Three hurt."}\n', encoding="utf-8")
    (tmp_path / "tool.exe").write_bytes(b"MZ\x00\x01")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    records = list(collect([tmp_path]))
    assert [item.text for item in items(records)] == [
        "# Raid\n\nA raid at dawn.", "Three hurt.", "Two shells fell on the market.", "One killed.",
    ]  # fmt: skip
    assert [skip.item for skip in skipped(records)] == [".DS_Store", "empty.txt", "tool.exe"]
    captures = [record for record in records if isinstance(record, Capture)]
    assert {capture.name for capture in captures} == {
        "post.txt", "deep/note.md", "rows.csv", "lines.jsonl", "tool.exe", "empty.txt",
    }  # fmt: skip


def test_a_broken_line_is_skipped_by_its_number_and_its_neighbours_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_bytes(b'{"id":"a","text":"one"}\n{"id":"b","text":\n\n{"id":"c","text":"three","unheard_of":[1]}\r\n')
    records = list(read_items(path))
    assert [item.id for item in items(records)] == ["a", "c"]
    assert [skip.item for skip in skipped(records)] == ["items.jsonl:2"]
    assert skipped(records)[0].remedy


@pytest.mark.parametrize(
    "text", ["\ud800 alone", "nul\x00inside", "\ufeffmark", "a\r\nb", "e\u0301\u202e\U0001f4a5", "  x "]
)
def test_a_text_is_never_altered(tmp_path: Path, text: str) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}) + "\n", encoding="utf-8")
    assert [item.text for item in items(read_items(path))] == [text]


def test_two_items_with_one_id_are_both_kept_and_a_word_for_word_copy_once(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    lines = [
        {"id": "a", "text": "one"},
        {"id": "a", "text": "two"},
        {"id": "a", "text": "one"},
        {"id": "a", "text": "two"},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    records = list(read_items(path))
    assert [item.text for item in items(records)] == ["one", "two"]
    first, second = items(records)
    assert first.id == "a" and second.id.startswith("a~") and second.notes
    assert len(skipped(records)) == 3


def test_ids_and_order_do_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    for folder, names in (("one", "abc"), ("other", "cab")):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.txt").write_text(f"Report {name} of a strike.", encoding="utf-8")
    assert list(collect([tmp_path / "one"])) == list(collect([tmp_path / "other"]))


def test_only_the_reports_of_a_case_are_collected(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text('title = "x"\n')
    (tmp_path / "notes.txt").write_text("not a report")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("A report.")
    assert [item.text for item in items(collect([tmp_path]))] == ["A report."]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("A report.")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "round").symlink_to(folder)
    records = list(collect([folder]))
    assert [item.text for item in items(records)] == ["A report."]
    assert {skip.item for skip in skipped(records)} == {"b.txt", "up"}


def test_an_unreadable_file_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("A report.")
    if os.geteuid():
        (tmp_path / "a.txt").chmod(0)
    else:  # root may read everything: the system's answer is put in its place

        def refused(path: Path, *_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "open", refused)
        monkeypatch.setattr(Path, "read_bytes", refused)
    assert len(skipped(collect([tmp_path]))) == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert [skip.item for skip in skipped(collect([tmp_path]))] == ["pipe.txt"]


def test_a_path_that_is_not_there_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(Misused):
        list(collect([tmp_path / "nowhere"]))
    with pytest.raises(Misused):
        list(read_items(tmp_path / "nowhere.jsonl"))


def test_a_file_of_200_mb_is_refused_by_the_name_of_the_limit_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200_000_000)
    (skip,) = collect([tmp_path])
    assert isinstance(skip, Skipped) and "file_bytes" in skip.why and skip.remedy


def test_a_line_that_never_ends_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    with (tmp_path / "items.jsonl").open("wb") as file:
        file.write(b'{"id": "a", "text": "one"}\n')
        file.seek(60_000_000)
        file.write(b'\n{"id": "b", "text": "two"}\n')
    records = list(read_items(tmp_path / "items.jsonl"))
    assert [item.id for item in items(records)] == ["a", "b"]
    assert "line_bytes" in skipped(records)[0].why


def test_what_a_browser_saves_with_a_page_is_kept_and_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "news_files").mkdir()
    (tmp_path / "news.html").write_text("<p>Two shells fell on Marat.</p>", encoding="utf-8")
    (tmp_path / "news_files" / "ad.html").write_text("<p>Buy now.</p>", encoding="utf-8")
    (tmp_path / "news_files" / "a.js").write_text("alert(1)", encoding="utf-8")
    (tmp_path / "my_files").mkdir()
    (tmp_path / "my_files" / "note.txt").write_text("A folder of that name without a page.", encoding="utf-8")
    records = list(collect([tmp_path]))
    assert [item.text.strip() for item in items(records)] == [
        "A folder of that name without a page.", "Two shells fell on Marat.",
    ]  # fmt: skip
    assert {skip.item for skip in skipped(records)} == {"news_files/a.js", "news_files/ad.html"}
    assert len([record for record in records if isinstance(record, Capture)]) == 4
