"""Engines by name: those that ship, and those of installed plug-ins (entry points `ascertain.engines`)."""

from collections.abc import Callable
from importlib.metadata import entry_points

from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess, Pool
from ascertain.model import Misused

Making = Callable[[int | None], Engine]


def engines() -> dict[str, Making]:
    """Return for each engine by its name the function that makes it for so many processes, or for every core."""
    found: dict[str, Making] = {"one": lambda processes: OneProcess(), "pool": Pool}
    for point in sorted(entry_points(group="ascertain.engines"), key=lambda point: point.name):
        found.setdefault(point.name, point.load())
    return found


def engine_named(name: str, processes: int | None = None) -> Engine:
    """Return an engine; Misused with the names that there are where there is none of that name."""
    found = engines()
    if name not in found:
        known = ", ".join(sorted(found))
        raise Misused(f"there is no engine {name!r}", item="--engine", remedy=f"Choose one of: {known}.")
    return found[name](processes)
