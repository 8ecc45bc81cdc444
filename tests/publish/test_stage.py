"""Publishing a whole dossier."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from ascertain.model import Broken, Dossier, Misused
from ascertain.publish.stage import publish

pytestmark = pytest.mark.skipif(
    not (Path(__file__).parents[2] / "src/ascertain/publish/site/assets/site.js").exists(),
    reason="the pages' assets are not built: python web/build.py",
)


def test_every_page_and_record_is_written(dossier: Dossier, tmp_path: Path) -> None:
    published = publish(dossier, tmp_path, draft=True)
    names = set(published.files)
    assert {"index.html", "sources.html", "method.html", "data/incidents.jsonl", "data/extracted.jsonl"} <= names
    assert sum(name.startswith("items/") for name in names) == len(dossier.items)
    assert [json.loads(line)["id"] for line in (tmp_path / "data/incidents.jsonl").open(encoding="utf-8")] == [
        "incident-first",
        "incident-second",
    ]


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier, tmp_path: Path) -> None:
    for name in ("one", "two"):
        publish(dossier, tmp_path / name, draft=True)
    one = {path.relative_to(tmp_path / "one"): path.read_bytes() for path in (tmp_path / "one").rglob("*.*")}
    two = {path.relative_to(tmp_path / "two"): path.read_bytes() for path in (tmp_path / "two").rglob("*.*")}
    assert one == two


def test_a_second_run_removes_pages_that_are_no_more_and_nothing_else(dossier: Dossier, tmp_path: Path) -> None:
    publish(dossier, tmp_path, draft=True)
    (tmp_path / "notes.txt").write_text("the desk's own")
    fewer = msgspec.structs.replace(
        dossier, items=tuple(item for item in dossier.items if item.id != "misread"), incidents=dossier.incidents[:1]
    )
    fewer = msgspec.structs.replace(
        fewer, readings=tuple(r for r in dossier.readings if r.item != "misread"), versions=()
    )
    publish(fewer, tmp_path, draft=True)
    assert not (tmp_path / "items/misread.html").exists()
    assert not (tmp_path / "incidents/incident-second.html").exists()
    assert (tmp_path / "notes.txt").exists()


def test_every_link_between_pages_leads_somewhere(dossier: Dossier, tmp_path: Path) -> None:
    publish(dossier, tmp_path, draft=True)
    for page in tmp_path.rglob("*.html"):
        for href in re.findall(r'href="([^"]+)"', page.read_text(encoding="utf-8")):
            if href.startswith("http"):
                continue
            path, _, anchor = href.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), f"{page.name}: {href}"
            if anchor:
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), f"{page.name}: {href}"


@pytest.mark.parametrize("broken", ["words", "capture", "item", "claim"])
def test_one_broken_link_and_nothing_is_published(dossier: Dossier, tmp_path: Path, broken: str) -> None:
    changed = {
        "words": lambda d: msgspec.structs.replace(
            d, items=tuple(msgspec.structs.replace(i, text="x" + i.text) if i.id == "army" else i for i in d.items)
        ),
        "capture": lambda d: msgspec.structs.replace(d, captures=d.captures[1:]),
        "item": lambda d: msgspec.structs.replace(d, items=d.items[1:]),
        "claim": lambda d: msgspec.structs.replace(
            d, readings=tuple(msgspec.structs.replace(r, claims=()) if r.item == "army" else r for r in d.readings)
        ),
    }[broken](dossier)
    with pytest.raises(Broken) as raised:
        publish(changed, tmp_path / "out", draft=True)
    assert raised.value.item and raised.value.remedy
    assert not (tmp_path / "out").exists()


def test_a_dossier_that_nobody_reviewed_is_refused_unless_it_is_a_draft(dossier: Dossier, tmp_path: Path) -> None:
    unread = msgspec.structs.replace(dossier, decisions=())
    with pytest.raises(Misused, match="nobody has reviewed"):
        publish(unread, tmp_path / "out")
    publish(unread, tmp_path / "draft", draft=True)
    assert "Unreviewed draft" in (tmp_path / "draft/index.html").read_text(encoding="utf-8")


def test_only_what_was_reviewed_goes_out(dossier: Dossier, tmp_path: Path) -> None:
    published = publish(dossier, tmp_path)
    words = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.*") if path.suffix != ".css")
    assert "incident-second" not in words.replace("data/files.json", "") or all(
        "incident-second" in line for line in words.splitlines() if "incident-second" in line and "reviewed" in line
    )
    assert "sixty" not in words
    assert {skip.item for skip in published.skipped} == {"incident-second", "second", "misread"}
    assert "Unreviewed draft" not in words


def test_a_folder_that_cannot_be_written_says_what_to_do(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Misused) as raised:
        publish(dossier, tmp_path / "file", draft=True)
    assert raised.value.remedy
