"""Plugins: found by file name in a folder, and by entry point for outsiders; never named by evidence."""

import hashlib
import importlib
import pkgutil
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
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
    return (*found, *(point.load() for point in _outside(attribute)))


def fingerprints(attribute: str) -> tuple[str, ...]:
    """Return for each plug-in from outside what tells its versions apart, in order of name.

    Its name, what it points to, its distribution's version, the version that it states itself and the SHA-256 of its
    module's file.
    """
    return tuple(
        "\t".join((point.name, point.value, _distribution(point), _stated(point), _file_digest(point)))
        for point in _outside(attribute)
    )


def _outside(attribute: str) -> list[EntryPoint]:
    return sorted(entry_points(group=f"ascertain.{attribute}s"), key=lambda point: point.name)


def _distribution(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else ""


def _stated(point: EntryPoint) -> str:
    return str(getattr(point.load(), "version", ""))


def _file_digest(point: EntryPoint) -> str:
    found = find_spec(point.module)
    path = Path(found.origin) if found and found.origin else None
    return hashlib.sha256(path.read_bytes()).hexdigest() if path and path.is_file() else ""
