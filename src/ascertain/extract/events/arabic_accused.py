"""Who accuses whom, where nothing stands between them: اتهم | المجلس المحلي | قوات النظام | بقصف السوق."""

from collections.abc import Sequence

from ascertain.extract.events.units import Unit
from ascertain.model import Mention
from ascertain.text import Document

_ASIDE = frozenset(("local_source", "witness"))  # of no party: "activists of the army" are none


def part_who_is_accused(units: list[Unit], document: Document) -> None:
    """Part, behind a verb that accuses, who does so from whom, where both stand in one unit."""
    for at in range(len(units) - 2, -1, -1):
        if not units[at].accuses or not _stands_alone(units, at + 1):
            continue
        both = units[at + 1]
        first = _where(both, document)
        if first is not None:
            units[at + 1 : at + 2] = _parted(both, first, document)


def _stands_alone(units: Sequence[Unit], at: int) -> bool:
    """Whether a phrase of people or a body is all that a verb has behind it: no other is accused."""
    if units[at].kind != "np" or units[at].cut or units[at].is_event or units[at].pronoun:
        return False
    return at + 1 == len(units) or units[at + 1].kind != "np" or units[at + 1].is_event or units[at + 1].cut > 0


def _where(both: Unit, document: Document) -> int | None:
    """Return the word at which the party that is accused begins: the last one that the words before do not own.

    What has the article or is a name governs nothing, and neither do witnesses and activists.
    """
    named = sorted({document.word_at(one.start) for one in (*both.actors, *both.places) if _is_a_party(one)})
    ends = {document.word_at(one.end - 1) + 1 for one in both.actors}
    aside = {mark.last for mark in both.marks if mark.cue.kind == "role" and mark.cue.value in _ASIDE}
    for first in reversed(named):
        if first <= both.first:
            continue
        before = document.words[first - 1]
        if before.startswith("ال") or first in ends or first in aside:
            return first
    return None


def _is_a_party(one: Mention) -> bool:
    kind = getattr(one.parsed, "type", None)
    land = one.kind == "place" and getattr(one.parsed, "feature", None) is None
    return kind in {"military", "armed_group", "government"} or land


def _parted(both: Unit, first: int, document: Document) -> list[Unit]:
    start = document.starts[first]
    who = Unit(
        "np", both.first, first, [mark for mark in both.marks if mark.first < first],
        [one for one in both.counts if one.start < start], [one for one in both.actors if one.start < start],
        [one for one in both.places if one.start < start], determined=both.determined, cut=both.cut, named=both.named,
    )  # fmt: skip
    accused = Unit(
        "np", first, both.last, [mark for mark in both.marks if mark.first >= first],
        [one for one in both.counts if one.start >= start], [one for one in both.actors if one.start >= start],
        [one for one in both.places if one.start >= start],
    )  # fmt: skip
    return [who, accused]
