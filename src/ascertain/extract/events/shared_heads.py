"""Phrases that are cut and are one: "52 foreign and local fighters"; and ages right behind whose they are."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_AGED = ["years", "old"]
_HEADS = ("people", "victims", "thing", "role", "event", "outcome")


def with_shared_heads(units: list[Unit]) -> list[Unit]:
    """Return the units of a sentence, a count with an adjective joined to the noun phrase that has its head."""
    kept: list[Unit] = []
    index = 0
    while index < len(units):
        unit = units[index]
        if index + 2 < len(units) and units[index + 1].kind == "conj" and _waits(unit) and _heads(units[index + 2]):
            unit = _joined(unit, units[index + 2])
            index += 2
        kept.append(unit)
        index += 1
    return kept


def _waits(unit: Unit) -> bool:
    """Whether a phrase has a count and an adjective and nothing that they are of."""
    headless = unit.kind == "np" and bool(unit.counts) and unit.cue(*_HEADS) is None
    return headless and not unit.equipment and unit.last - unit.first > 1


def _heads(unit: Unit) -> bool:
    """Whether a phrase is of people in the plural, without a count or article of its own."""
    cue = unit.cue("people")
    plural = unit.kind == "np" and cue is not None and cue.form == "plural"
    return plural and not (unit.counts or unit.determined or unit.pronoun) and unit.last - unit.first > 1


def _joined(count: Unit, head: Unit) -> Unit:
    return Unit(
        "np", count.first, head.last, [*count.marks, *head.marks], count.counts, [*count.actors, *head.actors],
        [*count.places, *head.places], head.equipment, determined=count.determined, cut=count.cut,
        named=count.named or head.named,
    )  # fmt: skip


def with_their_ages(units: list[Unit], document: Document) -> list[Unit]:
    """Return units with an age right behind people as part of their phrase: "boys | between 9 and 19 years old"."""
    kept: list[Unit] = []
    for unit in units:
        before = kept[-1] if kept else None
        aged = unit.kind == "np" and document.words[max(0, unit.last - 2) : unit.last] == _AGED
        if before is not None and aged and before.kind == "np" and before.cue("people") and not unit.cue("people"):
            before.last = unit.last
        else:
            kept.append(unit)
    return kept
