"""PDF: pages of which one is broken, scripts, attached files, and documents that end early."""

from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.collect.collectors import pdf as collector
from ascertain.model import Item, Skipped


def document(*contents: str, catalog: str = "", more: tuple[str, ...] = ()) -> bytes:
    """Return a PDF with a page for each content stream; `more` are objects from number 4 + 2 × pages on."""
    pages = range(4, 4 + 2 * len(contents), 2)
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{' '.join(f'{one} 0 R' for one in pages)}]/Count {len(contents)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in zip(pages, contents, strict=True):
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {number + 1} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate([*objects, *more], 1):
        places.append(len(out))
        out += f"{number} 0 obj{one}\nendobj\n".encode()
    listed = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{listed}trailer<</Size {len(places) + 1}/Root 1 0 R>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()


def says(words: str) -> str:
    return f"BT /F 12 Tf 72 700 Td ({words}) Tj ET"


def collected(folder: Path, content: bytes) -> tuple[list[Item], list[Skipped]]:
    (folder / "a.pdf").write_bytes(content)
    records = list(collect([folder]))
    return [one for one in records if isinstance(one, Item)], [one for one in records if isinstance(one, Skipped)]


def without_page(content: bytes, page: int) -> bytes:
    """Return the document with something else in the place of a page, counted from 1."""
    number = b"\n%d 0 obj" % (4 + 2 * (page - 1))
    start = content.index(number) + len(number)
    end = content.index(b"endobj", start)
    return content[:start] + b"(x)".ljust(end - start) + content[end:]


def test_a_broken_page_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    whole = document(says("Two shells fell."), says("x"), says("A road was closed."))
    (item,), skipped = collected(tmp_path, without_page(whole, 2))
    assert not skipped
    assert "Two shells fell." in item.text and "A road was closed." in item.text
    assert "left out, since it can't be read: page 2" in item.notes


def test_where_every_page_is_broken_the_reason_is_that(tmp_path: Path) -> None:
    items, (skip,) = collected(tmp_path, without_page(without_page(document(says("x"), says("y")), 1), 2))
    assert not items and "the PDF can't be read" in skip.why and skip.remedy


def test_pages_over_the_limit_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "_MOST_PAGES", 2)
    path = tmp_path / "a.pdf"
    path.write_bytes(document(says("One."), says("Two."), says("Three.")))
    _, item, skip = collector.collector.read(path, "a.pdf")
    assert isinstance(item, Item) and isinstance(skip, Skipped)
    assert "Two." in item.text and "Three." not in item.text
    assert "only the first 2 pages are read, and 1 more are not" in item.notes
    assert (skip.item, skip.why) == ("a.pdf, from page 3", "only the first 2 pages are read, and 1 more are not")


def test_text_over_the_limit_is_told_page_by_page_and_nothing_else_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "_CHARACTERS", 600)
    monkeypatch.setattr(collector, "_CHARACTERS_PER_MIB", 0)
    path = tmp_path / "a.pdf"
    path.write_bytes(document(*(says(f"Report number {n}.") for n in range(1, 9))))
    _, item, skip = collector.collector.read(path, "a.pdf")
    assert isinstance(item, Item) and isinstance(skip, Skipped)
    assert [f"number {n}." in item.text for n in range(1, 9)] == [True] * 3 + [False] * 5
    assert skip.item == "a.pdf, from page 4" and "5 more are not" in skip.why and "split it" in skip.remedy


def test_pages_without_words_are_told(tmp_path: Path) -> None:
    (item,), _ = collected(tmp_path, document(says("Two shells fell."), "0 0 9 9 re f", says("A road was closed.")))
    assert "no words are found on: page 2" in item.notes


@pytest.mark.parametrize(
    "catalog", ["/OpenAction 6 0 R", "/OpenAction<</S/JavaScript/JS(app.alert(1))>>", "/Names<</JavaScript 7 0 R>>"]
)
def test_a_script_is_told_and_not_run(tmp_path: Path, catalog: str) -> None:
    script = "<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>"
    (item,), _ = collected(tmp_path, document(says("Two shells fell."), catalog=catalog, more=(script, "<<>>")))
    assert "Two shells fell." in item.text and "it holds a script, which is not run" in item.notes


def test_files_within_are_told(tmp_path: Path) -> None:
    (item,), _ = collected(tmp_path, document(says("Two shells fell."), catalog="/Names<</EmbeddedFiles<<>>>>"))
    assert "it holds files within, which are not read" in item.notes


@pytest.mark.parametrize("catalog", ["/OpenAction 99 0 R", "/OpenAction(x)", "/Names 3", "/OpenAction[4 0 R/Fit]"])
def test_an_odd_catalog_costs_no_words(tmp_path: Path, catalog: str) -> None:
    (item,), _ = collected(tmp_path, document(says("Two shells fell."), catalog=catalog))
    assert "Two shells fell." in item.text
