"""Find out what happened, and show how you know.

`open_case("my-case").build()` runs the eight stages over a case; `extract_text("...")` reads one text.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ascertain.case import Case, open_case
    from ascertain.case.reading import extract_text

__version__ = "0.1.0"
STAGES = ("collect", "preserve", "extract", "resolve", "relate", "group", "weigh", "publish")

__all__ = ["STAGES", "Case", "__version__", "extract_text", "open_case"]

_WHERE = {"Case": "ascertain.case", "open_case": "ascertain.case", "extract_text": "ascertain.case.reading"}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that the command line starts at once."""
    import importlib

    if name in _WHERE:
        return getattr(importlib.import_module(_WHERE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
