"""Events from which a time is counted where the verb comes first: «بعد يومين من قصف قرية», «بعد ساعات على مقتل»."""

from ascertain.extract.events.clause import Clause

_FROM = (["من"], ["علي"])
_AFTER = frozenset({"بعد", "عقب"})
_BETWEEN = frozenset({"np", "prep", "linking", "other", "quote", "light"})
_FEW = frozenset(("قليله", "قلائل", "معدوده", "طويله"))
_LENGTHS = frozenset(
    ("دقيقه", "دقايق", "ساعه", "ساعات", "ساعتين", "يوم", "يوما", "ايام", "يومين", "اسبوع", "اسابيع", "شهر", "اشهر")
)
_CAME = frozenset(("جاء", "جاءت", "وجاء", "وجاءت", "ياتي", "تاتي", "وياتي", "وتاتي"))  # of what was told before
_REACH = 12  # units from the length of time to the event that it is counted from
_LENGTH = 5  # words of the length before the unit of time: "after | less | than | two days"
_FIRST = 1  # units that may open a sentence before it: "and | after"


def opens_so_long_after(clause: Clause, anchor: int) -> int | None:
    """Return the unit that begins "two days after" before an event that was so long before the one told with it."""
    if clause.order != "vso":
        return None
    for at in range(anchor - 1, max(0, anchor - _REACH), -1):
        unit = clause.units[at]
        if clause.kind(at) not in _BETWEEN or unit.is_event:
            return None
        if clause.kind(at) == "prep" and clause.words(at) in _FROM and (opens := _after(clause, at)) is not None:
            goes_on = at == anchor - 1 and clause.words(anchor)[0].startswith(clause.articles)
            return None if goes_on and clause.words(at) == ["من"] else opens  # "after three days of (the) shelling"
    return None


def _after(clause: Clause, of: int) -> int | None:
    """Return the unit with "after" before the length of time that ends right before "of"."""
    of -= clause.kind(of - 1) == "np" and _FEW.issuperset(clause.words(of - 1))  # بعد أيام | قليلة | من
    if clause.kind(of - 1) != "time" and not is_a_length(clause, of - 1):
        return None
    words = clause.document.words
    until = clause.units[of - 1].last
    first = next((word for word in range(until - 1, max(-1, until - 1 - _LENGTH), -1) if words[word] in _AFTER), None)
    if first is None:
        return None
    return next((at for at in range(of - 1, -1, -1) if clause.units[at].first <= first), None)


def is_a_length(clause: Clause, at: int) -> bool:
    """Return whether a phrase is a figure of hours, days or the like with a bound before it: أقل من 24 ساعة."""
    counted = clause.kind(at) == "np" and bool(clause.units[at].counts)
    return counted and clause.words(at)[-1] in _LENGTHS


def told_so_long_after(clause: Clause, opens: int, anchor: int) -> range:
    """Return the units that tell of the event before, which begin at `opens`.

    One that opens the sentence ends with a comma, and so does an aside; else the rest of the sentence is of it.
    """
    came = any(clause.kind(at) == "verb" and not _CAME.isdisjoint(clause.words(at)) for at in range(opens))
    aside = opens <= _FIRST or (clause.kind(opens - 1) == "comma" and not came)
    for at in range(anchor + 1, len(clause.units)):
        if clause.kind(at) == "stop" or clause.units[at].has("word", "contrast"):
            return range(opens, at)
        if clause.kind(at) == "comma" and aside and (opens <= _FIRST or clause.kind(at + 1) in {"np", "prep"}):
            return range(opens, at)
    return range(opens, len(clause.units))


def is_of_what_follows(clause: Clause, time: int, before: range | None) -> bool:
    """Whether a time "two days after" something is the day of that alone, and `before` are not the units telling it."""
    unit = clause.units[time]
    of = time + 1 + (clause.kind(time + 1) == "np" and _FEW.issuperset(clause.words(time + 1)))
    counted = clause.order == "vso" and clause.kind(of) == "prep" and clause.words(of) in _FROM
    counted = counted and bool(_AFTER.intersection(clause.document.words[max(0, unit.first - 1) : unit.last]))
    return counted and (before is None or time not in before or of > time + 1)  # "a few days after": of no day at all


def is_before_another(clause: Clause, before: range | None) -> bool:
    """Whether units tell of an event by how long after it the one was that the sentence is of."""
    if clause.order != "vso" or before is None or clause.units[before.start].has("word", "answered"):
        return False
    return clause.document.words[clause.units[before.start].first] in _AFTER
