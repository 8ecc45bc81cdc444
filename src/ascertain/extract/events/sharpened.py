"""Attacks whose kind only the sentences behind them tell: "the bank was attacked. A bomb went off at its door"."""

from collections.abc import Sequence

from ascertain.event_types import EventType
from ascertain.extract.events.circumstances import names_a_day
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft

_REACH = 3  # sentences from an attack to what tells of which kind it was
_OF_BLASTS = frozenset({"bombing", "explosion", "suicide_bombing"})
_HARM = frozenset({"killed", "injured"})


def sharpen_before(told: Sequence[Draft], drafts: Sequence[Draft], clause: Clause, types: dict[str, EventType]) -> None:
    """Give attacks told right before the kind that a sentence tells of them, if it goes on about them.

    The sentence takes their day and place. It goes on about them where it has no other day, place, doers or figures,
    and no word like "another".
    """
    if clause.order != "svo" or any(_is_of_another(clause, at) for at in range(len(clause.units))):
        return
    later = next((draft for draft in drafts if draft.event in _OF_BLASTS and _is_told(draft) and draft.means), None)
    if later is None or types[later.event].rank <= types["attack"].rank:
        return
    for draft in reversed(told):
        if later.sentence - draft.sentence > _REACH:
            return
        if draft.event == "statement" or draft is later:
            continue
        if draft.event != "attack" or not _is_told(draft) or not _is_one(draft, later):
            return
        draft.event = later.event
        later.where, later.when = later.where or draft.where, later.when or draft.when


def _is_told(draft: Draft) -> bool:
    return draft.polarity == "asserted" and draft.mood == "actual" and not draft.undated


def _is_of_another(clause: Clause, at: int) -> bool:
    """Whether a word says that something else is told of: "another bomb", "meanwhile"."""
    unit = clause.units[at]
    return unit.has("mark", "others") or unit.has("word", "distinct") or "meanwhile" in clause.words(at)


def _is_one(draft: Draft, later: Draft) -> bool:
    """Whether nothing tells two drafts apart."""
    if draft.means or (draft.where and later.where and draft.where.text != later.where.text):
        return False
    if names_a_day(draft.when) and names_a_day(later.when) and draft.when != later.when:
        return False
    doers = {party.name for party in draft.perpetrators}
    if doers and later.perpetrators and doers.isdisjoint(party.name for party in later.perpetrators):
        return False
    figures = {count.outcome: count.low for count in draft.counts if count.outcome in _HARM}
    return not any(
        count.outcome in figures
        and None not in (count.low, figures[count.outcome])
        and count.low != figures[count.outcome]
        for count in later.counts
    )
