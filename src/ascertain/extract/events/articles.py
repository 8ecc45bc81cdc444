"""An article that a day parts from its noun: "the | Sunday | attack" is the attack, and the day its own."""

from ascertain.extract.events.units import Unit


def past_days(units: list[Unit]) -> list[Unit]:
    """Return the units of a sentence with an article that stands alone before a time given to the noun behind it."""
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        day, noun = units[at + 1 : at + 2], units[at + 2 : at + 3]
        parted = bool(noun) and [day[0].kind, noun[0].kind] == ["time", "np"] and noun[0].first == day[0].last
        if parted and _is_article(unit) and not noun[0].determined and not noun[0].pronoun:
            noun[0].determined = True
            noun[0].marks[:0] = unit.marks
            continue
        kept.append(unit)
    return kept


def _is_article(unit: Unit) -> bool:
    return unit.kind == "np" and unit.determined and unit.last - unit.first == 1 and not unit.places
