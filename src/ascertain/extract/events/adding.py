"""What a sentence adds to the event told before, and when it tells of another."""

from ascertain.extract.events.circumstances import names_a_day
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.place_chains import is_land
from ascertain.model import Mention


def add_when_and_where(draft: Draft, when: Mention | None, where: Mention | None) -> None:
    """Give an event the day and place at which it is said to have happened; a day said so is surer than one near it."""
    only_said = when is not None and draft.when is not None and draft.when == draft.said_at
    draft.when = when if only_said or names_a_day(when) else draft.when or when
    wide = draft.where is not None and (is_land(draft.where) or getattr(draft.where.parsed, "land", False))
    if draft.where is None or (where is not None and wide):
        draft.where = where


def gone_on_with(clause: Clause, earlier: Draft | None) -> Draft | None:
    """Return the event before, unless a sentence tells of bodies that were found elsewhere at another time.

    "In August, the police discovered 19 bodies in Orda" tells nothing of an ambush in Sarun.
    """
    if earlier is None or clause.order != "svo" or earlier.where is None:
        return earlier
    found = any(unit.has("word", "handled") or unit.has("word", "found") for unit in clause.units)
    timed = any(unit.kind == "time" for unit in clause.units)
    bodies = any(unit.find("victims") is not None for unit in clause.units)
    places = [place for unit in clause.units for place in unit.places]
    elsewhere = bool(places) and all(place.text != earlier.where.text for place in places)
    return None if found and timed and bodies and elsewhere else earlier
