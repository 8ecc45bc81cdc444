"""What holds for every test: under CI nothing may skip, and one browser a module."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests.postgres_server import programs, running_server

# How long an example takes to be made or run says how busy the machine is; what must be fast has a test of its own.
settings.register_profile("ascertain", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ascertain")

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


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The connection string of a PostgreSQL server of these tests' own, with the password in it."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: make system")
    with running_server(folder) as address:
        yield address


@pytest.fixture(autouse=True)
def no_server_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may work with a server: no test does unless it says so."""
    monkeypatch.delenv("ASCERTAIN_DATABASE", raising=False)
