"""Fuzz one entry point by coverage: `guided.py NAME FOLDER [options of libFuzzer]`; ends with 0 if nothing is found."""

import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[3])]
with atheris.instrument_imports(include=["ascertain"]):
    from entry_points import COLLECTORS, ENTRY_POINTS

from ascertain.model import AscertainError  # noqa: E402  # imports that are watched come first

name, folder = sys.argv[1:3]
point = (ENTRY_POINTS | COLLECTORS)[name]
(Path(folder) / "sound").write_bytes(point.sound)


def one(content: bytes) -> None:
    """Parse some bytes; what is refused by design is well."""
    try:
        point.parse(content)
    except AscertainError:
        return


atheris.Setup([sys.argv[0], *sys.argv[3:], folder], one)
atheris.Fuzz()
