"""A case: a folder of reports, and everything that is made of it."""

from ascertain.case.case import Case, open_case
from ascertain.case.results import Built, Overview, Published, StageRow, Taken, Thing

__all__ = ["Built", "Case", "Overview", "Published", "StageRow", "Taken", "Thing", "open_case"]
