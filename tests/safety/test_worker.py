"""A parser in a worker: what it hands back, and what becomes of one that exceeds its limits."""

import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascertain.model import Broken, Refused
from ascertain.safety.limits import MIB, Limits
from ascertain.safety.worker import Worker

PARSERS = """
import os, socket, sys, time
def well(): yield {"a": "\\ud800 \\u0642"}, b"\\x00\\xff"
def spin():
    while True: pass
    yield
def sleep():
    time.sleep(30); yield
def hoard():
    kept = []
    while True: kept.append(bytearray(8 << 20))
    yield
def pour():
    while True: yield {}, bytes(1 << 20)
def write(folder):
    with open(os.path.join(folder, "x"), "wb") as file:
        for _ in range(64): file.write(bytes(1 << 20))
    yield {}, b""
def call(port):
    socket.create_connection(("127.0.0.1", port), timeout=2); yield {}, b""
def fail(): raise KeyError("what"); yield
def die(): os._exit(3); yield
def shout(): print("mixed up"); sys.stdout.flush(); yield {"said": True}, b""
def deep(): f = lambda: f(); f(); yield
def secrets(): yield dict(os.environ), b""
"""
TIGHT = Limits(cpu_seconds=0.4, wall_seconds=3.0, memory_bytes=64 * MIB, output_bytes=4 * MIB, disk_bytes=2 * MIB)


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    folder = tmp_path_factory.mktemp("parsers")
    (folder / "parsers_under_test.py").write_text(PARSERS, encoding="utf-8")
    sys.path.insert(0, str(folder))
    with Worker() as worker:
        yield worker
    sys.path.remove(str(folder))


def run(worker: Worker, name: str, **arguments: object) -> list[object]:
    return list(worker.call(f"parsers_under_test:{name}", arguments, 1000, TIGHT))


def test_records_and_bytes_come_back_as_they_were(worker: Worker) -> None:
    assert run(worker, "well") == [({"a": "\ud800 ق"}, b"\x00\xff")]


def test_what_a_parser_prints_does_not_mix_with_its_answers(worker: Worker) -> None:
    assert run(worker, "shout") == [({"said": True}, b"")]


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("spin", "cpu_seconds"),
        ("sleep", "wall_seconds"),
        ("hoard", "memory_bytes"),
        ("pour", "output_bytes"),
        ("deep", "nesting"),
    ],
)
def test_what_exceeds_a_limit_is_refused_by_its_name_and_the_next_is_read(
    worker: Worker, name: str, limit: str
) -> None:
    started = time.monotonic()
    with pytest.raises(Refused) as refusal:
        run(worker, name)
    assert refusal.value.limit == limit and refusal.value.remedy
    assert time.monotonic() - started < 25
    assert run(worker, "well")


def test_a_large_file_is_not_written(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises((Refused, Broken)):
        run(worker, "write", folder=str(tmp_path))
    assert (tmp_path / "x").stat().st_size <= 2 * MIB


def test_a_parser_has_no_network(worker: Worker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        with pytest.raises(Broken):
            run(worker, "call", port=server.getsockname()[1])
        with pytest.raises(TimeoutError):
            server.accept()


def test_control_this_process_reaches_the_same_server() -> None:
    """Control: the server that the worker could not reach is there."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=2) as caller,
    ):
        connection, address = server.accept()
        connection.close()
        assert address == caller.getsockname()


@pytest.mark.parametrize("name", ["fail", "die"])
def test_a_parser_that_fails_is_broken_evidence_and_no_traceback(worker: Worker, name: str) -> None:
    with pytest.raises(Broken) as broken:
        run(worker, name)
    assert broken.value.remedy
    assert run(worker, "well")


def test_a_parser_sees_nothing_private(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_PASSWORD", "secret")
    worker.close()
    ((seen, _),) = run(worker, "secrets")
    assert "secret" not in str(seen)
