"""Members of parties told by a figure alone in an Arabic list: ثلاثة من الأسايش واثنان من الدفاع المدني."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_PARTIES = frozenset({"military", "armed_group"})


def with_whose_members(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with a figure and the party that "of" brings in one, where "and" joins such figures.

    Alone a figure leaves whose they are to what reads it; in a list the party would part it from the next.
    """
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        figure, behind = units[at], units[at + 3 : at + 4]
        if _are_members(units, at, document) and (_joins(units[at - 1 : at]) or _joins(behind)):
            party = units[at + 2]
            figure.last = party.last
            figure.actors.extend(party.actors)
            joined.append(figure)
            at += 3
            continue
        joined.append(figure)
        at += 1
    return joined


def _are_members(units: list[Unit], at: int, document: Document) -> bool:
    """Whether a figure alone, "of" and a party under arms without a figure or a word for people begin here."""
    if at + 2 >= len(units) or not units[at].counts or units[at].kind != "np":
        return False
    figure, of, party = units[at : at + 3]
    alone = not figure.marks and not figure.places and not figure.equipment
    brought = of.kind == "prep" and document.words[of.first : of.last] == ["من"]
    kinds = {getattr(mention.parsed, "type", None) for mention in party.actors}
    named = party.kind == "np" and not (party.is_event or party.counts or party.cue("people", "thing", "victims"))
    return alone and brought and named and bool(kinds & _PARTIES)


def _joins(beside: list[Unit]) -> bool:
    """Whether what stands beside a figure joins it to others of a list."""
    return bool(beside) and beside[0].kind == "conj"
