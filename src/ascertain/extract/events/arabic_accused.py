"""Who accuses whom, where nothing stands between them: اتهم | المجلس المحلي | قوات النظام | بقصف السوق."""

from collections.abc import Sequence

from ascertain.extract.events.units import Unit
from ascertain.model import Mention
from ascertain.text import Document

_ASIDE = frozenset(("local_source", "witness"))  # of no party: "activists of the army" are none


def part_who_is_accused(units: list[Unit], document: Document) -> None:
    """Part, behind a verb that accuses, who does so from whom, where both stand in one unit.

    Where those who accuse are from stands between at times: اتهم | ناشطون | من | المدينة | قوات النظام | بقصف السوق.
    """
    for at in range(len(units) - 4, -1, -1):
        if units[at].accuses and _is_where_they_are(units, at + 2):
            _join_where_they_are(units, at + 1, document)
    for at in range(len(units) - 2, -1, -1):
        if not units[at].accuses or not _stands_alone(units, at + 1):
            continue
        both = units[at + 1]
        first = _where(both, document)
        if first is not None:
            units[at + 1 : at + 2] = parted(both, first, document)


def _is_where_they_are(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition behind those who accuse brings where they live or stand."""
    who, prep, land = units[at - 1 : at + 2]
    told = who.kind == "np" and (who.has("people", "civilians") or any(who.has("role", aside) for aside in _ASIDE))
    brought = prep.kind == "prep" and (prep.has("mark", "origin") or prep.has("mark", "place")) and not prep.cut
    return told and brought and land.kind == "np" and not land.is_event and bool(land.places or land.cue("thing"))


def _join_where_they_are(units: list[Unit], at: int, document: Document) -> None:
    """Join those who accuse and where they are, where whom they accuse stands right behind, or behind a comma."""
    land = units[at + 2]
    first = _where(land, document)
    if first is not None:
        units[at + 2 : at + 3] = parted(land, first, document)
    accused = at + 3 + (at + 4 < len(units) and units[at + 3].kind in {"comma", "quote"})
    whom = units[accused] if accused < len(units) else land
    if whom.kind == "np" and whom is not land and any(_is_a_party(one) for one in (*whom.actors, *whom.places)):
        units[at].last = units[at + 2].last
        if accused + 1 < len(units) and units[accused - 1].kind == units[accused + 1].kind == "quote":
            del units[accused + 1]
        del units[at + 1 : accused]


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
    ends = {document.word_at(one.end - 1) + 1 for one in (*both.actors, *both.places)}
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


def parted(both: Unit, first: int, document: Document) -> list[Unit]:
    """Return the two phrases that a word cuts one into, each with what is told in it."""
    start = document.starts[first]
    who = Unit(
        "np", both.first, first, [mark for mark in both.marks if mark.first < first],
        [one for one in both.counts if one.start < start], [one for one in both.actors if one.start < start],
        [one for one in both.places if one.start < start],
        equipment=[one for one in both.equipment if one.start < start],
        determined=both.determined, cut=both.cut, named=both.named,
    )  # fmt: skip
    accused = Unit(
        "np", first, both.last, [mark for mark in both.marks if mark.first >= first],
        [one for one in both.counts if one.start >= start], [one for one in both.actors if one.start >= start],
        [one for one in both.places if one.start >= start],
        equipment=[one for one in both.equipment if one.start >= start],
    )  # fmt: skip
    return [who, accused]
