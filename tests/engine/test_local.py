"""Engines give the same results in the same order."""

import os

import pytest

from ascertain.engine import local
from ascertain.engine.local import CHUNK, FIRST, OneProcess, Pool


def double(number: int) -> int:
    return number * 2


@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK * 2, CHUNK * 5 + 3])
@pytest.mark.parametrize("engine", [OneProcess(), Pool(1), Pool(2), Pool(3)])
def test_results_come_in_the_order_given(engine, count):
    assert list(engine.map(double, iter(range(count)))) == [number * 2 for number in range(count)]


def test_a_closure_runs_in_a_pool():
    held = {number: -number for number in range(100)}
    assert list(Pool(2).map(lambda number: held[number], range(100))) == [-number for number in range(100)]


def test_an_error_in_a_worker_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        list(Pool(2).map(lambda number: 1 // (number - 50), range(100)))


def test_workers_are_replaced_by_new_ones_and_nothing_is_lost(monkeypatch):
    monkeypatch.setattr(local, "LIFE", 2)
    made = list(Pool(2).map(lambda number: (number, os.getpid()), range(CHUNK * 12)))
    assert [number for number, _ in made] == list(range(CHUNK * 12))
    assert len({process for _, process in made}) >= 6


def test_what_the_first_things_load_is_shared_by_the_workers():
    loaded: list[int] = []

    def load_once(_: int) -> int:
        if not loaded:
            loaded.append(os.getpid())
        return loaded[0]

    assert set(Pool(2).map(load_once, range(CHUNK * 4))) == {os.getpid()}
    made_by = list(Pool(2).map(lambda _: os.getpid(), range(CHUNK * 4)))
    assert set(made_by[:FIRST]) == {os.getpid()}
    assert os.getpid() not in made_by[FIRST:]
