"""A case: a folder of reports, and everything that is made of it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ascertain.case.case import Case, open_case
    from ascertain.case.results import Built, Overview, Published, StageRow, Taken, Thing

__all__ = ["Built", "Case", "Overview", "Published", "StageRow", "Taken", "Thing", "open_case"]


def __getattr__(name: str) -> Any:
    """Import the names when they are first used: the reader alone needs no ledger, no storage and no dossier."""
    import importlib

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "case" if name in ("Case", "open_case") else "results"
    return getattr(importlib.import_module(f"ascertain.case.{module}"), name)
