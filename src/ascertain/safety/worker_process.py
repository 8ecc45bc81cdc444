"""The worker's side: take a request, set the limits, parse, hand back, wait for the next."""

import contextlib
import importlib
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ascertain.model import AscertainError
from ascertain.safety.limits import Limits
from ascertain.safety.no_network import leave_network
from ascertain.safety.worker import DONE, FAILED, FRAME, LIMIT, RESULT, TOLD

try:
    import resource
except ImportError:  # not on Windows, where only the clock and the size of the output bound a parser
    resource = None  # type: ignore[assignment]

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def main() -> None:
    """Serve requests on standard input until it is closed."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints must not mix with the answers
    leave_network()
    if prepare := sys.argv[1]:
        with contextlib.suppress(Exception):  # whatever is wrong with it, the first call says so
            _function(prepare)()
    requests = sys.stdin.buffer
    while head := requests.read(FRAME.size):
        _, size, _ = FRAME.unpack(head)
        _serve(json.loads(requests.read(size)), answers)


def _function(name: str) -> Callable[..., Any]:
    module, _, attribute = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return found


def _serve(request: dict[str, Any], answers: BinaryIO) -> None:
    limits = Limits(**request["limits"])
    size = request["size"]
    try:
        with _bounded(limits, size, request["slowness"]):
            for record, content in _function(request["function"])(**request["arguments"]):
                _answer(answers, RESULT, record, content)
        _answer(answers, DONE, None)
    except MemoryError:
        _answer(answers, LIMIT, "memory_bytes")
        sys.exit(0)  # a process that ran out of memory once is not used again
    except RecursionError:
        _answer(answers, LIMIT, "nesting")
    except Exception as error:  # noqa: BLE001  the process boundary: a hostile file may make a parser raise anything
        if isinstance(error, AscertainError):
            told = {
                "what": error.what,
                "item": error.item,
                "remedy": error.remedy,
                "limit": getattr(error, "limit", ""),
            }
            _answer(answers, TOLD, told)
        else:  # an address in memory in the words would differ from run to run
            _answer(answers, FAILED, _ADDRESS.sub("", f"{type(error).__name__}: {error}")[:300])


def _answer(answers: BinaryIO, kind: int, record: Any, content: bytes = b"") -> None:
    header = json.dumps(record).encode("ascii")
    answers.write(FRAME.pack(kind, len(header), len(content)) + header + content)
    answers.flush()


@contextlib.contextmanager
def _bounded(limits: Limits, size: int, slowness: float) -> Iterator[None]:
    """Hold this process to the limits while it parses one input."""
    if resource is None:
        yield
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _soft(resource.RLIMIT_FSIZE, limits.disk_bytes)
    _soft(resource.RLIMIT_NOFILE, limits.open_files)
    _soft(resource.RLIMIT_AS, _address_space() + limits.memory_for(size))
    signal.setitimer(
        signal.ITIMER_PROF, slowness * limits.cpu_for(size)
    )  # its signal ends the process, in compiled code too
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        _soft(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _soft(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (bounded if value != resource.RLIM_INFINITY else hard, hard))


def _address_space() -> int:
    """Return the size in bytes of what this process has mapped already."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 1 << 30
    return pages * os.sysconf("SC_PAGE_SIZE")
