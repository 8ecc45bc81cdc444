"""Figures of so many in each day or month, which are of no one event: "21 people a day", "four every week"."""

from ascertain.extract.events.clause import Clause

_VAST = frozenset({"hundreds", "thousands"})
_EACH = frozenset({"a", "an", "per", "each", "every"})
_NUMBERS = frozenset({"اعداد", "عدد"})
_WALLS = frozenset({"stop", "clause"})


def is_a_rate(clause: Clause, index: int) -> bool:
    """Whether what is told at a unit has a figure of people or things for each of many times."""
    if clause.order != "svo" or not any(unit.counts for unit in clause.units):
        return False
    for at in range(len(clause.units)):
        if clause.kind(at) != "time" or not _is_each(clause, at):
            continue
        if any(clause.kind(step) in _WALLS for step in range(min(at, index), max(at, index))):
            continue
        before = at - 1
        if clause.kind(before) == "np" and clause.units[before].counts:
            return True
        if clause.kind(before) == "verb" and any(clause.units[one].counts for one in clause.subject(before)):
            return True
    return False


def is_a_record(clause: Clause, index: int) -> bool:
    """Whether a verb tells what somebody has done all in all: "the group, which has killed thousands since 2013"."""
    if clause.order != "svo" or clause.kind(index) != "verb":
        return False
    at = index - 1
    while clause.kind(at) in {"aux", "other"} and at > 0:
        at -= 1
    perfect = any(clause.units[step].has("word", "perfect") for step in range(at + 1, index))
    if not perfect or clause.kind(at) != "relative" or any(clause.units[one].is_event for one in clause.antecedent(at)):
        return False
    harmed = [clause.units[one] for one in clause.objects(index)]
    return any(getattr(count.value, "rule", "") in _VAST for unit in harmed for count in unit.counts)


def is_a_number_of_them(clause: Clause, index: int) -> bool:
    """Whether an event's noun tells of what attacks are numbered: ارتفعت أعداد | الهجمات | عبر | تفجير | ...

    So do those behind it that say of what kinds they are. A single attack is numbered by no such word.
    """
    if clause.order != "vso" or clause.kind(index) != "np":
        return False
    for at in range(index - 1, -1, -1):
        if clause.kind(at) in _WALLS:
            return False
        if clause.kind(at) == "np" and clause.words(at)[-1] in _NUMBERS and clause.units[at + 1].is_event:
            word = clause.words(at + 1)[0]
            return word.startswith(clause.articles) and word.endswith(clause.endings.deeds)
    return False


def _is_each(clause: Clause, at: int) -> bool:
    """Whether a time is "a day" or "every week", and none that "after" or "before" makes a day of its own."""
    words = clause.words(at)
    behind = clause.units[at + 1] if at + 1 < len(clause.units) else None
    counted_from = behind is not None and (behind.kind == "clause" or behind.has("word", "clause"))
    return len(words) == 2 and words[0] in _EACH and not counted_from
