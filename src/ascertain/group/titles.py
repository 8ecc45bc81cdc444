"""Titles: an incident in plain words, made from its own fields."""

from ascertain.event_types import event_types
from ascertain.group.consensus import day_words
from ascertain.group.geometry import is_area
from ascertain.model import Interval, Place


def title_of(event: str, where: Place | None, relation: str | None, when: Interval | None, zone: str) -> str:
    """Return a title such as "Air strike near al-Tanf, 18 May 2017"."""
    kind = event_types().get(event)
    label = kind.label if kind else event.replace("_", " ")
    words = f"{label[:1].upper()}{label[1:]}"
    if where is not None:
        words += f" {_preposition(where, relation)} {where.name}"
    day = day_words(when, zone)
    return f"{words}, {day}" if day else words


def _preposition(where: Place, relation: str | None) -> str:
    if where.span_m is not None and where.relation:  # a stretch: "north-west of"
        return " ".join(where.relation.rsplit("_", 1)).replace("_", "-")
    if relation and relation not in ("at", "in"):
        return relation.replace("_", " ") if relation in ("between", "along", "inside") else "near"
    return "in" if is_area(where) or where.klass in ("city", "town", "village", "neighbourhood") else "at"
