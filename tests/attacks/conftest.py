"""A small case and a small bundle to attack, and how long to attack them."""

import ast
import json
import os
import random
import tomllib
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ascertain.integrity import KeyRing, Ledger, seal_bundle
from ascertain.model import Capture
from ascertain.preserve import decide, preserve, withdraw
from ascertain.storage import BlobVault, enter_build, open_store

Builder = Callable[..., Ledger]


def fixed_clock() -> str:
    return "2020-05-04T03:02:01Z"


def open_ledger(case: Path, **options: object) -> Ledger:
    return Ledger(case / ".ascertain", KeyRing(case.parent / "keys"), fixed_clock, **options)  # type: ignore[arg-type]


def some_captures(count: int, seed: int = 1) -> list[Capture]:
    choice = random.Random(seed)
    return [
        Capture(
            content=f"Report {n}: ".encode() + choice.randbytes(choice.randrange(20, 900)),
            name=f"reports/{n:03}.txt",
            media_type="text/plain",
            how="plain_text",
            url=f"https://example.org/{n}",
        )
        for n in range(count)
    ]


@pytest.fixture(scope="session")
def long_run() -> bool:
    """Return whether the long run was asked for (`ASCERTAIN_ATTACKS=long`)."""
    return os.environ.get("ASCERTAIN_ATTACKS") == "long"


@pytest.fixture(scope="session")
def make_case() -> Builder:
    """Return a builder of cases: captures in several batches, a large one, decisions, two keys and a build."""

    def build(case: Path, count: int = 40, seed: int = 1) -> Ledger:
        ledger, vault = open_ledger(case), BlobVault(case / ".ascertain")
        captures = some_captures(count, seed)
        for start in range(0, count, 8):
            preserve(captures[start : start + 8], vault, ledger, by="desk")
        large = Capture(content=bytes(150_000), name="reports/large.bin", media_type="text/plain", how="plain_text")
        preserve([large], vault, ledger, by="desk")
        KeyRing(case.parent / "keys").rotate()
        made = decide(ledger, fixed_clock, verb="review", about="incident-1", because="read", by="desk")
        withdraw(ledger, fixed_clock, decision=made.id, because="misread", by="desk")
        with open_store(case / ".ascertain") as store:
            with store.unit_of_work() as work:
                for n in range(count):
                    work.put("extract", f"item-{n}", "key", {"claims": [n] * 20})
                    work.index("item", f"item-{n}", captures[n].name)
            enter_build(ledger, store.settle(), by="desk")
        return ledger

    return build


@pytest.fixture(scope="session")
def make_bundle() -> Callable[[Path, Ledger, int], Path]:
    """Return a builder of published bundles: a few files of random bytes, sealed by a ledger."""

    def build(folder: Path, ledger: Ledger, seed: int) -> Path:
        choice = random.Random(seed)
        for n in range(choice.randrange(1, 6)):
            path = folder / choice.choice(["", "data", "data/deep"]) / f"file{n}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(choice.randbytes(choice.randrange(300)))
        seal_bundle(folder, ledger, by="desk")
        return folder

    return build


_REPORTS: dict[str, list[pytest.TestReport]] = defaultdict(list)
_HERE = Path(__file__).parent
_KEPT = _HERE / "results.json"
_PAGE = """# The promises, each with a test that can say no

Written by `ASCERTAIN_PROMISES=docs/promises.md pytest tests/attacks`, from what the tests say of themselves and
`tests/attacks/results.json`, which keeps the last run of each: change the tests, not this page. Each promise is a
folder under `tests/attacks/`; its controls are seeded faults that must be found, in the same run. A push tries the
cases of the third column, `make attacks` those of the fifth, where it tries more. What peers reach was measured once,
with the versions named, except where it says *live*: the test itself measures that in its run. Speeds:
[there](evidence-speed.md).

| # | promise | cases a push | result | cases of the long run | result | controls, all found | peers |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep what each attack said of itself."""
    path = Path(report.nodeid.partition("::")[0])
    if len(path.parts) > 3 and path.parts[:2] == ("tests", "attacks") and (report.when == "call" or report.failed):
        _REPORTS[path.parts[2]].append(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Add this run to the results that are kept, and write the page of promises, where it was asked for."""
    page = os.environ.get("ASCERTAIN_PROMISES")
    if not page or not _REPORTS or hasattr(session.config, "workerinput"):
        return
    kept = json.loads(_KEPT.read_text()) if _KEPT.exists() else {}
    run = kept.setdefault("long" if os.environ.get("ASCERTAIN_ATTACKS") == "long" else "push", {})
    for folder, reports in _REPORTS.items():
        run[folder.partition("_")[0]] = _result(reports)
    _KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
    write_page(Path(page), kept)


def write_page(page: Path, kept: dict[str, Any]) -> None:
    """Write the page of promises from the results that are kept."""
    peers = tomllib.loads((_HERE / "peers.toml").read_text())
    folders = {path.name.partition("_")[0]: path for path in _HERE.iterdir() if list(path.glob("test_*.py"))}
    rows = (_row(number, folders[number], kept, peers) for number in sorted(folders, key=_place))
    page.write_text(_PAGE + "".join(rows))


def _result(reports: list[pytest.TestReport]) -> dict[str, Any]:
    said = [pair for report in reports for pair in report.user_properties]
    controls = [report for report in reports if "control" in report.nodeid]
    return {
        "tests": len(reports),
        "cases": sum(int(str(value)) for name, value in said if name == "cases") or len(reports) - len(controls),
        "controls": sum(report.passed for report in controls),
        "failed": sum(report.failed for report in reports),
        "skipped": sum(report.skipped for report in reports),
        "live": [str(value) for name, value in said if name in ("peer", "control")],
        "day": datetime.now(UTC).strftime("%Y-%m-%d"),
        "seconds": round(sum(report.duration for report in reports)),
    }


def _place(number: str) -> tuple[str, int]:
    return number[0], int(number[1:])


def _row(number: str, folder: Path, kept: dict[str, Any], peers: dict[str, str]) -> str:
    first = min(path for path in folder.glob("test_*.py"))
    words = (ast.get_docstring(ast.parse(first.read_text())) or folder.name).split("\n\n")[0]
    promise = " ".join(words.partition(": ")[2].split()) or words
    cells, latest = [number, promise], {}
    for run in ("push", "long"):
        result = kept.get(run, {}).get(number)
        whole = kept.get("push", {}).get(number, result or {}).get("tests", 0)
        unrun = "not run yet" if run == "push" or _has_long_run(folder) else "a push tries all"
        cells += [f"{result['cases']:,}", _verdict(result, whole)] if result else ["", unrun]
        latest = result or latest
    live = [f"*live*: {words}" for words in latest.get("live", [])]
    cells += [str(latest.get("controls", 0)), "; ".join([*filter(None, [peers.get(number)]), *live])]
    return "| " + " | ".join(cells) + " |\n"


def _has_long_run(folder: Path) -> bool:
    """Return whether the long run tries more of a promise than a push does."""
    words = "".join(path.read_text() for path in folder.glob("*.py"))
    return "long_run" in words or "ASCERTAIN_ATTACKS" in words


def _verdict(result: dict[str, Any], whole: int) -> str:
    """Return what came of a run, and of how many of the tests where it was not of all (`whole`)."""
    if result["failed"] or result["skipped"]:
        counts = [f"{result[name]} {name}" for name in ("failed", "skipped") if result[name]]
        return f"{', '.join(counts)} ({result['day']})"
    seconds = f", {result['seconds']:,} s" if result["seconds"] is not None else ""
    part = f"; {result['tests']} of {whole} tests" if result["tests"] < whole else ""
    return f"holds ({result['day']}{seconds}{part})"
