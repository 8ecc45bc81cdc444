"""Two things at once: one function at work on another core, while this process does something else."""

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from ascertain.engine.garbage import rarely_collecting
from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess, Pool

Made = TypeVar("Made")


class Sliced(Protocol):
    """What can be cut into parts."""

    def __len__(self) -> int: ...
    def __getitem__(self, places: slice, /) -> Any: ...


Things = TypeVar("Things", bound=Sliced)


class Beside(Generic[Made]):
    """What a function returns, worked out in a process of its own from now on, or here when it is asked for.

    The function must change nothing that this process sees. Where its process fails it is called here, so that
    whatever it raises is raised by `result`.
    """

    def __init__(self, engine: Engine | None, function: Callable[[], Made]) -> None:
        """Begin at once where `engine` is a pool of several processes; it may be forked only where it is one."""
        self._function, self._reader = function, -1
        forks = "fork" in multiprocessing.get_all_start_methods()
        if isinstance(engine, Pool) and engine.processes > 1 and forks:
            self._begin()

    def _begin(self) -> None:
        self._reader, writer = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            status = 1
            try:
                os.close(self._reader)
                with os.fdopen(writer, "wb") as answer, rarely_collecting():
                    answer.write(pickle.dumps(self._function(), pickle.HIGHEST_PROTOCOL))
                status = 0
            finally:
                os._exit(status)
        os.close(writer)

    def result(self) -> Made:
        """Return what the function returns; called once."""
        if self._reader >= 0:
            with os.fdopen(self._reader, "rb") as answer:
                content = answer.read()
            _, status = os.waitpid(self._process, 0)
            if status == 0:
                made: Made = pickle.loads(content)  # noqa: S301 - our own process wrote it
                return made
        return self._function()


def in_parts(
    engine: Engine | None, function: Callable[[Things], Made], things: Things, size: int, most: int = 0
) -> Iterator[Made]:
    """Yield what `function` makes of each part of many things, `size` of them at a time or up to `most`, in order.

    On a pool as many parts are at work as it has processes: the first is made here, each other in a process that is
    forked for it and ends with it. So nothing that is held is handed over, and no process lives long enough to end up
    with a copy of all of it: Python counts references in the objects themselves, so that to look at one is to write
    to it. Another engine is given the parts, one after the other.
    """
    many = engine.processes if isinstance(engine, Pool) else 1
    size = max(size, min(most, -(-len(things) // many)))  # as few parts as there are processes, if they may be so large
    parts: list[Things] = [things[start : start + size] for start in range(0, len(things), size)]
    if many == 1:
        yield from (engine or OneProcess()).map(function, parts)
        return
    for first in range(0, len(parts), many):
        others = [Beside(engine, partial(function, part)) for part in parts[first + 1 : first + many]]
        yield function(parts[first])
        yield from (other.result() for other in others)
