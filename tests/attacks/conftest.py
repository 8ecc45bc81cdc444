"""A small case and a small bundle to attack, and how long to attack them."""

import os
import random
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
