"""Where a verb comes first: other doers or a weapon behind it, then whom it hit (قتل الجيش والفصائل | رجلين)."""

from collections.abc import Sequence

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.victims import counting, is_bare_figure
from ascertain.extract.events.acting import is_means, is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit


def past_other_doers(clause: Clause, doer: int, at: int) -> int | None:
    """Return the phrase of people counted behind the doers that "and" joins to a doer at `at`, or None."""
    if not _does_it(clause.units[doer]):
        return None
    joined = False
    while clause.kind(at) == "conj" and clause.kind(at + 1) == "np" and _does_it(clause.units[at + 1]):
        joined, at = True, clause.after(at + 1)
        if clause.kind(at) == "prep" and not clause.words(at) and clause.kind(at + 1) == "np":
            at = clause.after(at + 1)  # "others belonging | to | the government"
    suffers = joined and clause.kind(at) == "np" and counting(clause.units[at]) is not None
    return at if suffers else None


def _does_it(unit: Unit) -> bool:
    """Whether a phrase is of a party or its aircraft, or of "others" of them, and counts nobody."""
    if counting(unit) is not None or unit.find("victims") is not None or unit.is_event:
        return False
    cue = unit.cue("people")
    others = cue is not None and "others" in cue.flags
    return others or is_party(unit) or unit.find("event", "means") is not None


def tells_whom(clause: Clause, harm: Harm, at: int) -> bool:
    """Whether people stand in marks right behind the figure that counts them: بحياة | أربعة | "أطفال"."""
    figure = harm.victims[-1:] == [at - 2] and clause.kind(at - 1) == "quote" and is_bare_figure(clause, at - 2)
    return figure and are_people(clause.units[at]) and counting(clause.units[at]) is None


def hit_by(clause: Clause, following: list[int]) -> list[int]:
    """Return people right behind a weapon that a verb tells to have killed or hurt them: قتلت | قذيفة | مقاتلين."""
    weapon, people = [clause.units[at] for at in following[:2]] if len(following) > 1 else (None, None)
    hit = weapon is not None and people is not None and is_means(weapon) and not (weapon.actors or people.is_event)
    return following[1:2] if hit and people is not None and are_people(people) else []


def named_behind(following: list[int], units: Sequence[Unit]) -> list[int]:
    """Return one armed man told with his name behind those who did it: قتل مسلحون | القيادي فلان."""
    if len(following) < 2 or not (is_party(units[following[0]]) or are_people(units[following[0]])):
        return []
    one = units[following[1]]
    cue = one.cue("people")
    named = any(getattr(mention.parsed, "type", None) == "person" for mention in one.actors)
    alone = cue is not None and cue.form == "singular" and one.last - one.first > 1
    return following[1:2] if alone and named else []


def are_people(unit: Unit) -> bool:
    """Whether a phrase is of people, and of no body of them."""
    cue = unit.cue("people", "victims")
    return cue is not None and "body" not in cue.flags
