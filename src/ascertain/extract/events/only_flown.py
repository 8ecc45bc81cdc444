"""Sorties of those who only look: no strike."""

from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause

_SORTIES = ("طلعه", "طلعات")
_LOOKING = frozenset({"الاستطلاع", "استطلاع", "استطلاعيه", "الاستطلاعيه", "المراقبه", "التجسس"})


def is_only_flown(clause: Clause, anchor: Anchor) -> bool:
    """Return whether a noun tells of sorties, and whoever flies them only looks: كثفت طائرات الاستطلاع | طلعاتها."""
    if anchor.form != "noun" or not clause.words(anchor.unit)[0].removeprefix("ال").startswith(_SORTIES):
        return False
    flown = (*anchor.perpetrators, *anchor.means, anchor.unit, anchor.unit + 1)
    return any(not _LOOKING.isdisjoint(clause.words(at)) for at in flown if at < len(clause.units))
