"""One function beside this process: the same outcome wherever it runs."""

import os

import numpy as np
import pytest

from ascertain.engine.beside import Beside, in_parts
from ascertain.engine.local import OneProcess, Pool

ENGINES = [None, OneProcess(), Pool(1), Pool(2)]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_function_returns_comes_back(engine):
    held = {"made": [1, "two", ("three",)]}
    assert Beside(engine, lambda: held).result() == held


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_function_raises_is_raised(engine):
    beside = Beside(engine, lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        beside.result()


def test_it_runs_in_another_process_where_the_engine_has_several():
    assert Beside(Pool(2), os.getpid).result() != os.getpid()
    assert Beside(OneProcess(), os.getpid).result() == os.getpid()


@pytest.mark.parametrize("many", [0, 10, 1_000, 1_001, 2_500])
@pytest.mark.parametrize("engine", [None, OneProcess(), Pool(1), Pool(2), Pool(3)])
def test_every_thing_is_in_one_part_and_they_come_in_order(engine, many):
    for things in (np.arange(many), range(many)):
        parts = list(in_parts(engine, list, things, 500))
        assert [len(part) for part in parts[:-1]] == [500] * (len(parts) - 1)
        assert [number for part in parts for number in part] == list(range(many))


def test_parts_are_made_in_other_processes_and_the_first_here():
    made_by = list(in_parts(Pool(3), lambda _: os.getpid(), range(10), 2))
    assert made_by[0] == made_by[3] == os.getpid() and len(set(made_by)) == 4


@pytest.mark.parametrize(("many", "sizes"), [(10, [10]), (150, [100, 50]), (300, [150, 150]), (900, [400, 400, 100])])
def test_parts_are_as_large_as_they_may_be_with_work_for_all(many, sizes):
    assert [len(part) for part in in_parts(Pool(2), list, range(many), 100, 400)] == sizes


def test_what_a_part_raises_is_raised():
    def fails(part):
        return 1 // int(part[0] == 0)

    with pytest.raises(ZeroDivisionError):
        list(in_parts(Pool(2), fails, range(10), 2))
