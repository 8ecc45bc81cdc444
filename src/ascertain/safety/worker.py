"""Run a parser of hostile input in a process of its own, and end it when it costs too much.

The parser gets no network, a bound on its processor time, memory, open files and the files that it writes, and what
it hands back is counted. Whatever exceeds a limit is `Refused` by that limit's name, and the caller goes on.
"""

import atexit
import json
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from types import TracebackType
from typing import Any, NamedTuple, Self

from ascertain.model import Broken, Refused
from ascertain.safety.limits import Limits, slowness

_SERVE = "from ascertain.safety.worker_process import main; main()"
FRAME = struct.Struct(">BIQ")
RESULT, DONE, FAILED, LIMIT, TOLD = range(5)
_DEATHS = {
    signal.SIGPROF: "cpu_seconds",
    signal.SIGXCPU: "cpu_seconds",
    signal.SIGXFSZ: "disk_bytes",
    signal.SIGKILL: "memory_bytes",
    signal.SIGSEGV: "memory_bytes",
    signal.SIGABRT: "memory_bytes",
    signal.SIGBUS: "memory_bytes",
}


class Result(NamedTuple):
    """One thing that a parser hands back: a small record and bytes that belong to it."""

    record: Any
    content: bytes


class Worker:
    """A process that parses one input after the other; a new one is started where the last was ended."""

    def __init__(self) -> None:
        """Make a worker; its process starts with the first call."""
        self._process: subprocess.Popen[bytes] | None = None
        self._prepared = ""

    def start(self, prepare: str) -> None:
        """Start the process before there is anything to parse; it calls the function `prepare` ("module:name")."""
        self._prepared = prepare
        self._start()

    def __enter__(self) -> Self:
        """Return the worker."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()

    def call(self, function: str, arguments: dict[str, Any], size: int, limits: Limits) -> Iterator[Result]:
        """Yield what the generator `function` ("module:name") yields for `arguments`, over an input of `size` bytes.

        Raises Refused with the limit that was exceeded, and Broken where the parser fails in any other way.
        """
        process = self._start()
        request = {"function": function, "arguments": arguments, "size": size, "limits": asdict(limits)}
        request["slowness"] = slowness()
        assert process.stdin is not None
        finished = False
        try:
            try:
                process.stdin.write(_frame(RESULT, json.dumps(request).encode("ascii"), b""))
                process.stdin.flush()
            except BrokenPipeError:
                raise self._death(process) from None
            yield from self._results(process, size, limits)
            finished = True
        finally:
            if not finished:  # refused, failed, or the caller took no more: what it is still doing is of no use
                self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-c",
                    "from ascertain.safety.worker_process import main; main()",
                    self._prepared,
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        return self._process

    def _results(self, process: subprocess.Popen[bytes], size: int, limits: Limits) -> Iterator[Result]:
        deadline = time.monotonic() + max(limits.wall_seconds, 4 * slowness() * limits.cpu_for(size))
        left = limits.output_for(size)
        while True:
            kind, header_size, body_size = FRAME.unpack(self._take(process, FRAME.size, deadline))
            left -= header_size + body_size
            if left < 0:
                raise _refused("output_bytes", f"more than {limits.output_for(size):,} bytes came out of it")
            header = json.loads(self._take(process, header_size, deadline))
            body = self._take(process, body_size, deadline)
            if kind == DONE:
                return
            if kind == FAILED:
                raise Broken(
                    f"its parser failed: {header}", remedy="open the file elsewhere and see whether it is sound"
                )
            if kind == TOLD:
                raise _told(header)
            if kind == LIMIT:
                raise _refused(header, "its parser was stopped")
            yield Result(header, body)

    def _take(self, process: subprocess.Popen[bytes], count: int, deadline: float) -> bytes:
        assert process.stdout is not None
        parts = []
        while count:
            ready, _, _ = select.select([process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise _refused("wall_seconds", "its parser did not come to an end")
            part = os.read(process.stdout.fileno(), min(count, 1 << 20))
            if not part:
                raise self._death(process)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _death(self, process: subprocess.Popen[bytes]) -> Refused | Broken:
        code = process.wait()
        if code < 0 and (limit := _DEATHS.get(signal.Signals(-code))):
            return _refused(limit, "its parser was stopped")
        return Broken(f"its parser ended by itself (exit {code})", remedy="open the file elsewhere and see")


_THREAD = threading.local()


def worker_of_thread() -> Worker:
    """Return the worker of this thread, made once; its process ends with the program."""
    worker: Worker | None = getattr(_THREAD, "worker", None)
    if worker is None:
        worker = _THREAD.worker = Worker()
        atexit.register(worker.close)
    return worker


def _frame(kind: int, header: bytes, body: bytes) -> bytes:
    return FRAME.pack(kind, len(header), len(body)) + header + body


def _refused(limit: str, what: str) -> Refused:
    return Refused(
        f"reading it costs more than the limit {limit} allows: {what}", limit=limit,
        remedy="its bytes are kept; look at it with care, and elsewhere",
    )  # fmt: skip


def _told(error: dict[str, str]) -> Refused | Broken:
    """Return the error that the parser raised by design."""
    if error["limit"]:
        return Refused(error["what"], limit=error["limit"], item=error["item"], remedy=error["remedy"])
    return Broken(error["what"], item=error["item"], remedy=error["remedy"])


def _environment() -> dict[str, str]:
    """Return the little that the process needs: where programs and modules lie, and nothing private."""
    keep = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "PYTHONHASHSEED", "LD_LIBRARY_PATH", "TMPDIR", "TEMP")
    given = {name: os.environ[name] for name in keep if name in os.environ}
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**given, "PYTHONPATH": paths, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
