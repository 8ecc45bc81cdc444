"""One machine: this process, or a pool of its own."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from ascertain.engine.garbage import rarely_collecting

Given = TypeVar("Given")
Made = TypeVar("Made")

CHUNK = 16
# Things that are done before workers are forked, so that what is loaded when it is first needed (lexicons, tables of a
# language) is loaded once and shared by all workers, those that replace others among them.
FIRST = 8
# Chunks after which a worker is replaced by a new one: what it remembers (how words are folded, where names lie) and
# what it has copied of this process by looking at it grow with all that it has read.
LIFE = 250
# The function of the pool at work. Workers inherit it by fork, so that what it holds (automata, gazetteers: hundreds
# of megabytes) is shared and never copied through a pipe.
_function: Callable[[Any], Any] | None = None


class OneProcess:
    """Runs everything here; what a debugger and a short job want."""

    def map(self, function: Callable[[Given], Made], things: Iterable[Given]) -> Iterator[Made]:
        """Yield `function(thing)` for each thing, in order."""
        with rarely_collecting():
            yield from map(function, things)


class Pool:
    """Runs chunks in `processes` worker processes; results come in the order of what was given."""

    def __init__(self, processes: int | None = None) -> None:
        """Use `processes` workers, or one for each core that this process may use."""
        self.processes = processes or len(os.sched_getaffinity(0))

    def map(self, function: Callable[[Given], Made], things: Iterable[Given]) -> Iterator[Made]:
        """Yield `function(thing)` for each thing, in order; few things, or one core, stay in this process."""
        waiting = iter(things)
        first = list(islice(waiting, CHUNK * 2))
        if self.processes < 2 or len(first) < CHUNK * 2 or "fork" not in multiprocessing.get_all_start_methods():
            yield from OneProcess().map(function, _chained(first, waiting))
            return
        yield from OneProcess().map(function, first[:FIRST])
        yield from self._spread(function, _chained(first[FIRST:], waiting))

    def _spread(self, function: Callable[[Given], Made], things: Iterator[Given]) -> Iterator[Made]:
        global _function  # noqa: PLW0603 - the way that fork hands it over
        _function = function
        forking = multiprocessing.get_context("fork")
        with rarely_collecting(), forking.Pool(self.processes, maxtasksperchild=LIFE) as pool:
            for made in pool.imap(_apply, _chunks(things)):
                yield from made
        _function = None


def _chained(first: list[Given], rest: Iterator[Given]) -> Iterator[Given]:
    yield from first
    yield from rest


def _chunks(things: Iterator[Given]) -> Iterator[list[Given]]:
    while chunk := list(islice(things, CHUNK)):
        yield chunk


def _apply(chunk: list[Any]) -> list[Any]:
    if _function is None:  # a worker is only ever forked from a pool that is at work
        raise RuntimeError("no function to run")
    return [_function(thing) for thing in chunk]
