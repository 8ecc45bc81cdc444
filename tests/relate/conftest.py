"""The simulator of worlds, which the benchmarks use too."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def worlds() -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / "worlds.py"
    spec = importlib.util.spec_from_file_location("worlds", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["worlds"] = module
    spec.loader.exec_module(module)
    return module
