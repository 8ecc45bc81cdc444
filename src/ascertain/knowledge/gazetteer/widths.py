"""How wide a unit of a pack is that gives no radius of its own: as wide as the program knows the unit of that name."""

from functools import cache

from ascertain.knowledge.gazetteer import builtin
from ascertain.knowledge.gazetteer.keys import name_key
from ascertain.knowledge.gazetteer.rows import PlaceRow
from ascertain.model.place import PlaceClass
from ascertain.text import Document

_UNITS = frozenset(("governorate", "district"))
_Unit = tuple[PlaceClass, str, tuple[str, ...]]


def as_wide_as_known(row: PlaceRow) -> PlaceRow:
    """Return a province or district with the radius in metres of the one that its country has under its name.

    "The west of the province" lies in it then, and not as far west as provinces are wide on the whole.
    """
    if row.radius_m or row.klass not in _UNITS:
        return row
    known = (_known_widths().get((row.klass, row.country, _key(name)), 0.0) for name in row.names)
    return row._replace(radius_m=next(filter(None, known), 0.0))


@cache
def _known_widths() -> dict[_Unit, float]:
    units = [unit for unit in builtin.units() if unit.klass in _UNITS]
    return {(unit.klass, unit.country, _key(name)): unit.radius_m for unit in reversed(units) for name in unit.names}


def _key(name: str) -> tuple[str, ...]:
    return name_key(Document(name).words)
