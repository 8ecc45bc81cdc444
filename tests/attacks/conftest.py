"""A small case and a small bundle to attack, and how long to attack them."""

import ast
import os
import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

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


_RESULTS: dict[str, list[pytest.TestReport]] = defaultdict(list)
_PAGE = """# The promises, each with a test that can say no

Written by `ASCERTAIN_PROMISES=docs/promises.md pytest tests/attacks`: change the tests, not this page. Each promise is
a folder under `tests/attacks/`; its controls are seeded faults that must be found, in the same run. With
`ASCERTAIN_ATTACKS=long` more cases are tried.

| # | promise | tests | cases | controls | result |
| --- | --- | --- | --- | --- | --- |
"""


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep what each attack said of itself."""
    path = Path(report.nodeid.partition("::")[0])
    if len(path.parts) > 3 and path.parts[:2] == ("tests", "attacks") and (report.when == "call" or report.failed):
        _RESULTS[path.parts[2]].append(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the page of promises where it was asked for."""
    page = os.environ.get("ASCERTAIN_PROMISES")
    if page and _RESULTS:
        rows = (_row(session.config.rootpath, folder, reports) for folder, reports in _RESULTS.items())
        Path(page).write_text(_PAGE + "".join(row for _, row in sorted(rows)))


def _row(root: Path, folder: str, reports: list[pytest.TestReport]) -> tuple[tuple[str, int], str]:
    number = folder.partition("_")[0]
    first = min(report.nodeid.partition("::")[0] for report in reports)
    words = (ast.get_docstring(ast.parse((root / first).read_text())) or folder).split("\n\n")[0]
    promise = " ".join(words.partition(": ")[2].split()) or words
    said = [pair for report in reports for pair in report.user_properties]
    cases = sum(int(str(value)) for name, value in said if name == "cases") or len(reports)
    peers = "; ".join(str(value) for name, value in said if name in ("peer", "control"))
    failed = sum(report.failed for report in reports)
    result = f"{failed} failed" if failed else "holds"
    controls = sum("control" in report.nodeid for report in reports)
    place = (number[0], int(number[1:]) if number[1:].isdigit() else 0)
    shown = f"{promise} ({peers})" if peers else promise
    return place, f"| {number} | {shown} | {len(reports)} | {cases} | {controls} | {result} |\n"
