"""One function beside this process: the same outcome wherever it runs."""

import os

import pytest

from ascertain.engine.beside import Beside
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
