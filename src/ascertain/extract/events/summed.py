"""Tolls of what went on for months, told of by "those attacks": of no one event."""

from itertools import takewhile

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.circumstances import spans_months
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.found import Found
from ascertain.extract.events.merging import Telling
from ascertain.model import Mention
from ascertain.model.time_expression import Bounded, Shift, TimeExpression

_REACH = 2  # sentences from what went on for months to the toll of "those attacks"


def sums_up(clause: Clause, found: Found) -> bool:
    """Whether a sentence tells of what went on for months."""
    times = (found.times[unit.first][1] for unit in clause.units if unit.first in found.times)
    return clause.tells("mood", "aggregate") or any(spans_months(time) for time in times)


def is_of_months(telling: Telling, when: Mention | None, clause: Clause, found: Found, since: int) -> bool:
    """Whether a toll is one of months: by its time, or since it points back to attacks in the plural.

    Of those, months were told `since` sentences before; right behind that sentence "the attacks" point back as well,
    unless a time of their own is given.
    """
    if spans_months(when) or _is_since_a_war(clause) or _is_a_years(telling, when, clause):
        return True
    if _is_counted_up_to_a_month(clause, found):
        return True
    if since > _REACH and not sums_up(clause, found):
        return False
    begins = clause.document.starts[clause.units[0].first]
    right_behind = since == 1 and (when is None or when.start < begins)
    if right_behind and _is_in_the_perfect(telling, clause):
        return True
    nouns = [anchor.unit for anchor in telling.anchors if anchor.form == "noun"]
    many = (at for at in nouns if clause.document.words[clause.units[at].last - 1].endswith(clause.endings.deeds))
    return any(_points_back(clause, at) or (right_behind and _is_definite(clause, at)) for at in many)


def _is_in_the_perfect(telling: Telling, clause: Clause) -> bool:
    """Whether a verb tells what has been done so far, where no place is given: "they have killed at least 700"."""
    at = telling.main.unit
    if clause.order != "svo" or telling.main.form == "noun" or any(unit.places for unit in clause.units):
        return False
    return at > 0 and clause.units[at - 1].has("word", "perfect")


def _is_counted_up_to_a_month(clause: Clause, found: Found) -> bool:
    """Whether "until" brings a month in an Arabic sentence that tells a total: وذلك حتى نهاية فبراير 2021."""
    if clause.order != "vso" or not any(unit.has("mark", "total") or unit.find("toll") for unit in clause.units):
        return False
    times = (found.times[unit.first][1] for unit in clause.units if unit.first in found.times)
    nodes = ((time, time.parsed.node) for time in times if isinstance(time.parsed, TimeExpression))
    return any(isinstance(node, Bounded) and node.bound == "until" and spans_months(time) for time, node in nodes)


def _is_since_a_war(clause: Clause) -> bool:
    """Whether a sentence in the perfect tells what has been so since an invasion: "have been killed since"."""
    since = next((at for at, unit in enumerate(clause.units) if unit.has("word", "since")), None)
    if clause.order != "svo" or since is None or not any(unit.has("word", "perfect") for unit in clause.units[:since]):
        return False
    if clause.tells("word", "superlative"):
        return False
    behind = takewhile(lambda unit: unit.kind not in {"stop", "comma"}, clause.units[since:])
    return any(unit.has("event", "ground_offensive") for unit in behind)


def _is_a_years(telling: Telling, when: Mention | None, clause: Clause) -> bool:
    """Whether a wave of attacks, or the like, is told of a whole year."""
    node = when.parsed.node if when is not None and isinstance(when.parsed, TimeExpression) else None
    if not isinstance(node, Shift) or node.unit != "year":
        return False
    return any(anchor.unit and clause.units[anchor.unit - 1].has("mood", "general") for anchor in telling.anchors)


def _is_definite(clause: Clause, at: int) -> bool:
    """Whether a deed's noun that stands before the toll has an article, of its own or written onto it."""
    unit = clause.units[at]
    mark = unit.find("event")
    if mark is None or mark.last != unit.last or any(before.counts for before in clause.units[:at]):
        return False  # "the murder of six priests"; "two have died as a result of the clashes"
    return unit.determined or (clause.order == "vso" and clause.words(at)[0].startswith(clause.articles))


def _points_back(clause: Clause, at: int) -> bool:
    """Whether a demonstrative stands with a noun, in its phrase or, by itself, right before it."""
    unit, before = clause.units[at], clause.units[at - 1] if at else None
    if unit.has("word", "demonstratives"):
        return True
    alone = before is not None and before.kind == "np" and before.last - before.first == 1
    return alone and before is not None and before.has("word", "demonstratives")


def is_a_wars_toll(harm: Harm, clause: Clause, found: Found) -> bool:
    """Whether a toll is told to be one since some day long before: "which brings the toll to 400 since October"."""
    if clause.units[harm.unit].find("toll") is None:
        return False
    at = max([harm.unit, *harm.victims]) + 1
    while clause.kind(at) in {"prep", "other"}:
        at += 1
    time = found.times.get(clause.units[at].first) if clause.kind(at) == "time" else None
    return time is not None and spans_months(time[1])
