"""Plugins: found by file name in a folder, and by entry point for outsiders; never named by evidence."""

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import Any


@cache
def find(package: str, attribute: str) -> tuple[Any, ...]:
    """Return what each module of `package` offers as `attribute`, and each entry point `ascertain.<attribute>s`.

    The order is by module name, then by entry point name.
    """
    folder = importlib.import_module(package)
    found = []
    for module in sorted(pkgutil.iter_modules(folder.__path__), key=lambda module: module.name):
        offered = getattr(importlib.import_module(f"{package}.{module.name}"), attribute, None)
        if offered is not None:
            found.append(offered)
    outside = sorted(entry_points(group=f"ascertain.{attribute}s"), key=lambda point: point.name)
    return (*found, *(point.load() for point in outside))
