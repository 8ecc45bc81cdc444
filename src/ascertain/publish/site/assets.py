"""What is built from TypeScript, CSS and npm packages by `web/build.py` and lies beside this file."""

from functools import cache
from pathlib import Path

from ascertain.model import Misused

FOLDER = Path(__file__).parent / "assets"


def asset(name: str) -> Path:
    """Return the path of a built asset; raises Misused with the remedy where it has not been built."""
    path = FOLDER / name
    if not path.is_file():
        raise Misused(
            f"the pages' {name} has not been built",
            remedy="Run `make` (or `python web/build.py`) in the source folder, or install the released wheel.",
        )
    return path


@cache
def read_asset(name: str) -> str:
    """Return a built asset's text."""
    return asset(name).read_text(encoding="utf-8")
