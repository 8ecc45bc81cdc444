"""A8: the program does not phone home: it works whole in an empty network namespace, and never asks for an address.

Every Python process of the run is watched besides: no name is looked up and no connection is tried, so that a call that
fails and says nothing is seen too.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WATCH = """
import json, os, sys

def _watch(event, given):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        address = given[1] if event in ("socket.connect", "socket.sendto") else given[0]
        host = address[0] if isinstance(address, tuple) else address
        if str(host) in ("127.0.0.1", "::1", "localhost") or str(host).startswith("/"):
            return
        with open(os.environ["ASKED"], "a") as file:
            file.write(json.dumps([event, str(address)]) + "\\n")

sys.addaudithook(_watch)
"""
FAULT = """
import urllib.request
try:
    urllib.request.urlopen("http://updates.example.org/latest", timeout=3)
except OSError:
    pass  # as those do that phone home
"""
COMMANDS = (
    "demo {case}", "build {case}", "show {case}", "show {case} --find bridge", "diff {case}", "verify {case}",
    "export {case} --as geojson", "export {case} --as xlsx", "backup {case} {root}/backup",
    "restore {root}/backup {root}/other", "replay {case} {root}/again",
    "extract {root}/items.jsonl -o {root}/out.jsonl", "sweep {root}/items.jsonl -o {root}/swept", "--version",
)  # fmt: skip
TESTS = (
    "tests/golden", "tests/case", "tests/publish/test_stage.py", "tests/contracts/test_collectors.py",
    "tests/collect/test_exports.py",
    # what repeats whole builds under other circumstances asks for nothing that one build does not
    "--deselect", "tests/case/test_incremental.py::test_any_history_ends_as_a_build_from_nothing_does",
    "--deselect", "tests/case/test_build.py::test_the_same_evidence_gives_the_same_bytes",
)  # fmt: skip
TESTS_LONG = ("tests", "--deselect", "tests/attacks")


def in_empty_namespace(command: list[str], root: Path, *, fault: bool = False) -> "subprocess.CompletedProcess[str]":
    """Run a command where there is no network but the loopback of its own, and keep what it asked for."""
    watch = root / "watch"
    watch.mkdir(exist_ok=True)
    (watch / "sitecustomize.py").write_text(WATCH + (FAULT if fault else ""))
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(watch), str(ROOT / "src")]), "ASKED": str(root / "asked"),
        "ASCERTAIN_KEYS": str(root / "keys"), "CI": "false",
    }  # fmt: skip
    bring_up = 'ip link set lo up 2>/dev/null; exec "$@"'
    unshared = ["unshare", "--map-root-user", "--net", "sh", "-c", bring_up, "sh", *command]
    return subprocess.run(unshared, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def asked(root: Path) -> list[list[str]]:
    path = root / "asked"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@pytest.fixture(autouse=True)
def namespaces(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or in_empty_namespace(["true"], tmp_path).returncode:
        pytest.skip("this system gives no network namespaces")


def test_the_namespace_is_empty(tmp_path: Path) -> None:
    reach = "import socket\ntry: socket.create_connection(('192.0.2.1', 80), 2)\nexcept OSError as e: print(e.errno)"
    done = in_empty_namespace([sys.executable, "-c", reach], tmp_path)
    assert done.stdout.strip() == "101", "network is unreachable"
    assert ["socket.connect", "('192.0.2.1', 80)"] in asked(tmp_path)


def test_every_command_works_without_a_network_and_asks_for_none(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    item = {"id": "i1", "source": "Desk", "text": "Two people were killed in an air strike on a bridge on 3 May 2021."}
    (tmp_path / "items.jsonl").write_text(json.dumps(item) + "\n")
    for command in COMMANDS:
        words = command.format(case=tmp_path / "case", root=tmp_path).split()
        if words[0] == "demo":
            words.append("--no-serve")
        done = in_empty_namespace([sys.executable, "-m", "ascertain", *words], tmp_path)
        assert done.returncode == 0, (command, done.stdout[-600:], done.stderr[-600:])
    assert asked(tmp_path) == []
    record_property("promise", "A8")
    record_property("cases", len(COMMANDS))


def test_the_suite_passes_without_a_network(
    tmp_path: Path, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    tests = TESTS_LONG if long_run else TESTS
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--basetemp",
        str(tmp_path / "t"),
        *tests,
    ]
    done = in_empty_namespace(command, tmp_path)
    assert done.returncode == 0, done.stdout[-3000:]
    assert asked(tmp_path) == [] or long_run, "only tests of the fetcher itself ask"
    passed = next(word for word in done.stdout.split("\n")[-2].split() if word.isdigit())
    record_property("promise", "A8")
    record_property("cases", int(passed))


def test_control_a_program_that_phones_home_and_says_nothing_is_seen(tmp_path: Path) -> None:
    """The seeded fault: every process asks for news at its start, and swallows that it got none."""
    done = in_empty_namespace([sys.executable, "-m", "ascertain", "--version"], tmp_path, fault=True)
    assert done.returncode == 0
    assert asked(tmp_path)[0][0] == "socket.getaddrinfo"
    assert "updates.example.org" in asked(tmp_path)[0][1]
