"""What one file of evidence may cost at most."""

import time
from dataclasses import dataclass
from functools import cache

from ascertain.model import Refused

MIB = 1024 * 1024
# What so many steps of a loop take on the machine on which the limits were set, in seconds; no machine counts as more
# than so many times as slow.
_STEPS, _STEPS_S, _SLOWEST = 30_000, 0.0021, 3.0


@dataclass(frozen=True)
class Limits:
    """The limits of one file; a bound on a small file's cost, and in proportion to its size for a large one.

    Times are seconds of processor time, on a machine that is not slow (`slowness`); `wall_seconds` is the clock's and
    only a backstop. `memory_bytes` is what a parser may take beyond what it starts with. `cpu_seconds_per_further_mib`
    counts from the second MiB on, where a format's honest files need more than its small ones may cost; by default as
    the first. `output_bytes` is all that a parser may hand back and `disk_bytes` the longest file that it may write.
    `image_pixels` bounds JPEG, which is decoded at a fraction of its size, and `whole_image_pixels` every other kind of
    picture.
    """

    file_bytes: int = 100 * MIB
    text_characters: int = 10_000_000
    line_bytes: int = 16 * MIB
    cpu_seconds: float = 1.0
    cpu_seconds_per_mib: float = 0.5
    cpu_seconds_per_further_mib: float | None = None
    wall_seconds: float = 60.0
    memory_bytes: int = 160 * MIB
    memory_per_byte: float = 12.0
    output_bytes: int = 64 * MIB
    output_per_byte: float = 3.0
    disk_bytes: int = 16 * MIB
    open_files: int = 64
    image_pixels: int = 100_000_000
    whole_image_pixels: int = 20_000_000
    archive_members: int = 10_000
    archive_ratio: int = 200

    def cpu_for(self, size: int) -> float:
        """Return the processor time, in seconds, that a file of `size` bytes may take."""
        per_further_mib = self.cpu_seconds_per_further_mib
        further = per_further_mib if per_further_mib is not None else self.cpu_seconds_per_mib
        return self.cpu_seconds + (self.cpu_seconds_per_mib * min(size, MIB) + further * max(size - MIB, 0)) / MIB

    def memory_for(self, size: int) -> int:
        """Return the memory, in bytes, that a file of `size` bytes may take."""
        return self.memory_bytes + int(self.memory_per_byte * size)

    def output_for(self, size: int) -> int:
        """Return how many bytes may come out of a file of `size` bytes."""
        return self.output_bytes + int(self.output_per_byte * size)


LIMITS = Limits()


@cache
def slowness() -> float:
    """Return how many times as long this machine takes as the one on which the limits were set, from 1 to 3.

    Seconds of processor time are not the same work everywhere: an honest file must not be refused because a machine is
    slow. Measured once a process, the middle of five.
    """
    return min(_SLOWEST, max(1.0, sorted(_counting() for _ in range(5))[2] / _STEPS_S))


def _counting() -> float:
    started, counted = time.process_time(), 0
    for step in range(_STEPS):
        counted += step
    return time.process_time() - started


def too_large(what: str, size: int, limit: int, name: str, *, item: str = "", remedy: str = "") -> Refused:
    """Return the refusal of something of `size` where `limit` is the most, by the limit's `name`."""
    return Refused(f"{what} ({size:,}) is over the limit {name} ({limit:,})", limit=name, item=item, remedy=remedy)
