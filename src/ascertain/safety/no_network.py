"""Take the network from a process and from every program that it starts, in as many ways as the system offers.

Three, each of which is enough: a network namespace with nothing in it; a filter of system calls (seccomp, Linux 3.5),
which refuses to make or connect a socket of any kind and which programs that are started inherit; and a hook of
Python's own, for systems that have neither.
"""

import contextlib
import ctypes
import platform
import struct
import sys
from typing import Any, NamedTuple

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # classic BPF (linux/bpf_common.h)
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | 13  # EACCES
_OFFSET_CALL, _OFFSET_MACHINE = 0, 4  # in struct seccomp_data
_X32 = 0x40000000  # calls of x86-64's 32-bit form are numbered from here


class _Machine(NamedTuple):
    """A processor's number in audit records, and its numbers of: socket, connect, bind, ptrace, io_uring_setup."""

    audit: int
    calls: tuple[int, ...]


_MACHINES = {
    "x86_64": _Machine(0xC000003E, (41, 42, 49, 101, 425)),
    "aarch64": _Machine(0xC00000B7, (198, 203, 200, 117, 425)),
}


def leave_network() -> None:
    """Take the network away for good; what the system does not offer is left out, and Python's hook is always set."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_CLONE_NEWNET):
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
        if sys.platform == "linux" and platform.machine() in _MACHINES:
            _filter_calls(libc, _MACHINES[platform.machine()])
    sys.addaudithook(_no_network)


def _filter_calls(libc: Any, machine: _Machine) -> None:
    program = _program(machine)
    code = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code)))
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        libc.prctl(_SET_SECCOMP, _MODE_FILTER, header, 0, 0)


def _program(machine: _Machine) -> bytes:
    """Return the filter: another machine's calls end the process, the listed ones are refused, others pass."""
    refused = len(machine.calls)
    steps = [
        (_LOAD, 0, 0, _OFFSET_MACHINE),
        (_EQUAL, 1, 0, machine.audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _OFFSET_CALL),
        (_AT_LEAST, refused + 1, 0, _X32),
        *((_EQUAL, refused - number, 0, call) for number, call in enumerate(machine.calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        raise PermissionError("a parser of evidence has no network")
