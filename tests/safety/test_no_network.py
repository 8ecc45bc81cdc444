"""A parser has no network, whatever it calls and whatever it starts; the same calls reach it from here."""

import contextlib
import importlib
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascertain.model import Broken
from ascertain.safety.limits import Limits
from ascertain.safety.worker import Worker

WAYS = """
import ctypes, os, shutil, socket, struct, subprocess, sys, urllib.request
libc = ctypes.CDLL(None, use_errno=True)
def _told(code):
    if code < 0: raise OSError(ctypes.get_errno(), "refused by the system")
    return code
def _address(port): return struct.pack("=HH", 2, socket.htons(port)) + bytes([127, 0, 0, 1]) + bytes(8)
def python(port):
    socket.create_connection(("127.0.0.1", port), timeout=2).close(); yield {}, b""
def library(port):
    urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).read(); yield {}, b""
def compiled(port):
    made = _told(libc.socket(2, 1, 0)); _told(libc.connect(made, _address(port), 16)); yield {}, b""
def datagram(port):
    made = _told(libc.socket(2, 2, 0)); _told(libc.sendto(made, b"x", 1, 0, _address(port), 16)); yield {}, b""
def raw_call(port):
    number = {"x86_64": 41, "aarch64": 198}[os.uname().machine]
    made = _told(libc.syscall(number, 2, 1, 0)); _told(libc.connect(made, _address(port), 16)); yield {}, b""
def started(port):
    code = f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=2)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True); yield {}, b""
def shell(port):
    subprocess.run([shutil.which("bash"), "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"], check=True, capture_output=True)
    yield {}, b""
def forked(port):
    child = os.fork()
    if not child:
        try: made = _told(libc.socket(2, 1, 0)); _told(libc.connect(made, _address(port), 16))
        except BaseException: os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]: raise OSError("refused by the system")
    yield {}, b""
def own_machine(port):
    _told(libc.socket(1, 1, 0)); yield {}, b""
"""
NAMES = ("python", "library", "compiled", "datagram", "raw_call", "started", "shell", "forked", "own_machine")
ROOM = Limits(cpu_seconds=5.0, wall_seconds=15.0)


class Listener:
    """Counts what arrives at a port of loopback, streams and datagrams alike."""

    def __init__(self) -> None:
        self._streams = socket.create_server(("127.0.0.1", 0))
        self.port = self._streams.getsockname()[1]
        self._datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._datagrams.bind(("127.0.0.1", self.port))
        self.count = 0
        for serve in (self._accept, self._receive):
            threading.Thread(target=serve, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                made, _ = self._streams.accept()
                self.count += 1
                made.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")
                made.close()

    def _receive(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._datagrams.recv(10)
                self.count += 1

    def close(self) -> None:
        self._streams.close()
        self._datagrams.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("ways")
    (folder / "ways_out.py").write_text(WAYS, encoding="utf-8")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only Python's own hook keeps a parser off the network")
@pytest.mark.parametrize("name", NAMES)
def test_no_way_leads_out_of_a_worker(name: str, ways: Path, listener: Listener) -> None:
    before = listener.count
    with Worker() as worker, pytest.raises(Broken) as told:
        list(worker.call(f"ways_out:{name}", {"port": listener.port}, 10, ROOM))
    assert listener.count == before
    assert "its parser failed" in told.value.what


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only Python's own hook keeps a parser off the network")
def test_the_filter_of_calls_is_enough_by_itself(ways: Path, listener: Listener) -> None:
    """In a process that keeps its namespace and has no hook, compiled code is refused all the same."""
    import subprocess

    code = (
        "import ctypes, platform, sys; sys.path.insert(0, sys.argv[1])\n"
        "from ascertain.safety import no_network as n\n"
        "n._filter_calls(ctypes.CDLL(None, use_errno=True), n._MACHINES[platform.machine()])\n"
        "import ways_out\n"
        "try: list(ways_out.compiled(int(sys.argv[2])))\n"
        "except OSError as error: sys.exit(7 if error.errno == 13 else 8)\n"
    )
    before = listener.count
    ended = subprocess.run([sys.executable, "-c", code, str(ways), str(listener.port)], check=False)
    assert ended.returncode == 7 and listener.count == before


@pytest.mark.parametrize("name", [name for name in NAMES if name != "own_machine"])
def test_control_the_same_way_leads_out_of_a_process_that_keeps_its_network(
    name: str, ways: Path, listener: Listener
) -> None:
    before = listener.count
    list(getattr(importlib.import_module("ways_out"), name)(listener.port))
    for _ in range(100):
        if listener.count > before:
            break
        time.sleep(0.02)
    assert listener.count > before
