"""What holds for every test: under CI nothing may skip, and one browser a module."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} would skip, and under CI nothing may: {report.longrepr}"
    return report


@pytest.fixture(scope="module")
def browser_flags() -> list[str]:
    """More arguments for Chromium, for a module that needs some."""
    return []


@pytest.fixture(scope="module")
def browser(browser_flags: list[str]) -> Iterator[Any]:
    """The system's Chromium, which asks nobody outside by itself."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed: make system")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=str(CHROMIUM), args=[*FLAGS, *browser_flags])
        yield running
        running.close()
