"""The page of results tells the truth about itself: what it calls reached is, and nothing short of its target is."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _bench(name: str):
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        spec = importlib.util.spec_from_file_location(name, ROOT / "bench" / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(ROOT / "bench"))


results_page = _bench("results_page")
results = _bench("results")
PAGE = (ROOT / "docs" / "results.md").read_text(encoding="utf-8")


def _number(cell: str) -> float:
    return float(cell.strip("* ").removesuffix("km").strip("* "))


def rows():
    header: list[str] = []
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if "reached" in cells:
            header = cells
        elif header and line.startswith("| ") and not line.startswith("| ---") and len(cells) == len(header):
            yield dict(zip(header, cells, strict=True))


def test_what_is_called_reached_is_reached():
    judged = [row for row in rows() if row["reached"]]
    assert len(judged) > 50
    for row in judged:
        score, reach = _number(row["score"]), _number(row["reach"])
        lower = "lower is better" in row.get("measure", "")
        assert (row["reached"] == "yes") is (score <= reach if lower else score >= reach), row


def test_the_list_of_what_is_not_reached_is_whole():
    listed = PAGE.split("Not reached:", 1)[1].split("\n## ", 1)[0].split("Worse than", 1)[0].count("\n- ")
    assert listed == sum(row["reached"] == "no" for row in rows())
    reached, of = map(int, re.search(r"\*\*(\d+) of (\d+) targets", PAGE).groups())
    assert of - reached == listed


@pytest.mark.parametrize(
    ("score", "reach", "lower", "held"),
    [(0.8, 0.8, False, True), (0.7996, 0.8, False, True), (0.799, 0.8, False, False), (None, 0.8, False, False),
     (0.08, 0.08, True, True), (0.081, 0.08, True, False)],
)  # fmt: skip
def test_a_target_is_judged_by_the_figure_as_it_is_printed(score, reach, lower, held):
    assert results_page.reached(score, reach, lower) is held


def test_kinds_of_misses_are_the_lines_after_an_empty_one():
    printed = "set  n\nnote: 3\n\nplace: missed: 12\n  [id] words: 7\n      gold: 9\n\nplace: spurious: 4\n"
    assert results.kinds_of(printed) == {"place: missed": 12, "place: spurious": 4}


def test_a_set_without_the_coded_incidents_says_that_they_were_not_measured():
    one = {
        "set": "centcom", "about": "lines", "items": 2, "items_per_second": None, "misses": {"place": 1},
        "rows": [{"metric": "number, place and date", "score": 0.5, "n": 2, "unit": "share", "peer": ""}],
    }  # fmt: skip
    page = results_page.page(results_page.Measured("2026-01-01", "abc", "a machine", [one], None))
    before = tomllib.loads((ROOT / "bench" / "before.toml").read_text("utf-8"))["centcom"]["number, place and date"]
    assert f"| number, place and date | 2 | **0.500** | {before:.3f} | 0.000 |" in page
    assert "Not measured in this run" in page
    assert "**0 of 1 targets are reached.**" in page
