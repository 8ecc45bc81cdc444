"""Outcomes where the verb comes first: whom it befell stands behind it, behind who did it, or before both."""

from dataclasses import replace

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.other_doers import are_people, hit_by, named_behind, past_other_doers, tells_whom
from ascertain.extract.casualties.together import together
from ascertain.extract.casualties.victims import Number, counting
from ascertain.extract.events.acting import is_a_national, is_named, is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.extract.events.whose_strike import is_accusative

_REACHES = frozenset({"يصل", "تصل"})
_BEHIND = 3  # noun phrases behind a verb that can be its subject and its objects
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "detained"})


def by_leading_verb(clause: Clause, harm: Harm, subject: list[int]) -> Harm:
    """Bind a verb that comes first to those it befell and to who did it; `subject` may stand before it as well."""
    following = _behind(clause, harm.unit)
    units = clause.units
    partner = clause.after(harm.unit)
    if not following and clause.kind(partner) == "verb" and units[partner].find("outcome"):
        joined = by_leading_verb(clause, Harm(harm.outcome, partner), clause.subject(partner))
        harm.victims, harm.shared = joined.victims, True
        return harm
    if (described := _described(clause, harm.unit)) is not None:
        harm.victims, harm.agents = described, [at for at in following if is_party(units[at])]
        return harm
    if following and does_it_itself(clause, harm.unit, following[0]):
        harm.agents = following[:1]
        harm.victims = _past_a_time(clause, following[0]) or following[1:2]
        return harm
    sufferers = [at for at in following if _may_suffer(units[at])]
    if len(following) > 1 and _are_nominative(clause, following[0]) and is_accusative(clause, following[1]):
        sufferers = following[1:]  # اغتال | مسلحان | عقيدا
    sufferers = sufferers or [at for at in following if is_accusative(clause, at)] or hit_by(clause, following)
    sufferers = sufferers or named_behind(following, units)
    alone = following[0] if len(following) == 1 else None
    if not sufferers and alone is not None and (are_people(units[alone]) or is_a_national(units[alone])):
        sufferers = following
    elif not sufferers and alone is not None and _holds_an_office(units[alone]):
        sufferers = following  # "(was killed) a leader in the movement"
    named = _only_named(clause, harm.unit, subject) if not following else []
    harm.victims = (
        [joined for at in sufferers[:1] for joined in together(clause, at)]
        or [
            at
            for at in _right_before(clause, harm.unit) or _agreeing(clause, harm.unit, subject)
            if at not in following
            and (counting(units[at]) or are_people(units[at]) or _holds_an_office(units[at]) or at in named)
        ]
        or _beyond(clause, following[-1] if following else harm.unit, things=harm.things)
    )
    told, harm.victims = harm.victims, _family_of(clause, following, harm.victims)
    one = not (clause.is_of_many(harm.unit) or clause.is_of_two(harm.unit))
    if one and len(harm.victims) > 1 and max(harm.victims) < harm.unit and is_named(units[harm.victims[0]]):
        harm.victims = harm.victims[:1]  # the others say who he was: فلان، أحد قادة التنظيم، | قتل
    harm.agents = [at for at in following if at not in {*told, *harm.victims} and not tells_whom(clause, harm, at)]
    if units[harm.unit].find("outcome", "passive") is not None:
        _take_their_figure(clause, harm, following)
    share_figure(clause, harm)
    return harm


def _family_of(clause: Clause, following: list[int], victims: list[int]) -> list[int]:
    """Return the figure right behind a family for those who were killed: قتلت | أسرة بكاملها | ستة أشخاص."""
    cue = clause.units[victims[0]].cue("people") if len(victims) == 1 and victims == following[:1] else None
    family = cue is not None and "collective" in cue.flags and counting(clause.units[victims[0]]) is None
    counted = [at for at in following[1:2] if counting(clause.units[at]) and are_people(clause.units[at])]
    return counted if family and counted else victims


def _take_their_figure(clause: Clause, harm: Harm, following: list[int]) -> None:
    """Take the figure right behind those whom a passive befell for theirs: أصيب | باقي العائلة | أربعة أشخاص.

    Nobody is told to have done what a passive tells.
    """
    units = clause.units
    counted = [at for at in following[1:2] if counting(units[at]) and not is_party(units[at])]
    if counted and harm.victims == following[:1] and counting(units[following[0]]) is None:
        harm.victims = counted
    harm.agents = []


def _only_named(clause: Clause, verb: int, subject: list[int]) -> list[int]:
    """Return those before a verb who are told by their names alone: "that X and Y | were killed".

    None where somebody else is told of too, or more of them than are found.
    """
    units = clause.units
    named = [at for at in subject if at < verb and is_named(units[at])]
    before = units[named[0] - 1] if named and named[0] else None
    others = before is not None and before.kind == "np" and before.cue("people", "victims", "role") is not None
    about = clause.before(clause.before(verb)) if clause.kind(clause.before(verb)) == "relative" else named[-1:]
    wounds = any(word.startswith("متاثر") for at in named for word in clause.words(at))  # "died of the wounds that"
    told = others or wounds or len(named) < len(subject) or about not in (named[-1:], *named)
    more = len(named) == 1 and clause.is_of_many(verb) and not clause.is_of_two(verb)
    return [] if told or more else named


def does_it_itself(clause: Clause, verb: int, behind: int) -> bool:
    """Whether armed men behind a verb that is never a passive did it, nobody being told before it: اغتال مسلحون ..."""
    told = clause.units[verb].find("outcome", "verb")
    armed = clause.units[behind].has("people", "combatants") and counting(clause.units[behind]) is None
    active = told is not None and "active" in told.cue.flags and is_party(clause.units[behind])
    return active and armed and not clause.leading(verb)


def _past_a_time(clause: Clause, doer: int) -> list[int]:
    """Return the people behind a doer, past a time set off by a comma: اغتال مسلحون أمس، شاباً."""
    at = doer + 1
    while clause.kind(at) in {"time", "comma"}:
        at += 1
    timed = at > doer + 1 and clause.kind(at) == "np" and are_people(clause.units[at])
    return together(clause, at) if timed else []


def _are_nominative(clause: Clause, at: int) -> bool:
    """Whether a phrase of several begins with the ending of who did it (مسلحان, مسلحون)."""
    return clause.words(at)[0].endswith(("ان", "ون")) and clause.units[at].cue("people") is not None


def _may_suffer(unit: Unit) -> bool:
    """Whether a phrase behind a verb can be of whom it befell: no party, no event, and no shell that did it."""
    thing = unit.cue("thing", "people", "victims")
    fired = unit.find("event", "means") is not None and (thing is None or thing.value == "weapon")
    return not fired and (counting(unit) is not None or not (is_party(unit) or unit.is_event))


def _behind(clause: Clause, verb: int) -> list[int]:
    """Return the noun phrases behind a verb, past whose lead a party acts under ("killed, under X's lead, a man")."""
    found: list[int] = []
    at = clause.after(verb)
    while len(found) < _BEHIND:
        if clause.kind(at) == "np":
            found.append(at)
            at = clause.after(at)
        elif found and _is_lead(clause, found[-1], at):
            at += 2
        elif len(found) == 1 and (past := past_other_doers(clause, found[0], at)) is not None:
            at = past
        else:
            break
    return found


def _beyond(clause: Clause, at: int, *, things: bool) -> list[int]:
    """Return those behind what prepositions bring between a verb and them (أصيب في القصف على أوردا رجل وابنه)."""
    at = clause.after(at)
    if [clause.kind(at), clause.kind(at + 1)] == ["prep", "time"]:
        at = clause.after(at + 1)
        if clause.kind(at) == "np" and _are_those(clause, at, joined=False, things=things):
            return together(clause, at)
    while _leads_past(clause, at):
        brought, at = at + 1, clause.after(at + 1)
        if _are_those(clause, brought, joined=True, things=things):
            return together(clause, brought)
        unit = clause.units[at] if clause.kind(at) == "np" else None
        cue = unit.cue("people", "victims") if unit is not None else None
        if unit is not None and brought + 1 == at and clause.words(brought) in (["برصاص"], ["بنيران"]):
            at = clause.after(at)  # "by the fire | of the army's men | a man"
        elif unit is not None and clause.units[brought].is_event and is_party(unit) and not counting(unit):
            at = clause.after(at) if cue is None or "body" in cue.flags else at  # "by shelling | of the army | on ..."
        if clause.kind(at) == "np":
            return together(clause, at) if _are_those(clause, at, joined=False, things=things) else []
    return []


def _leads_past(clause: Clause, at: int) -> bool:
    """Whether a preposition, or a word for who supports the doer, brings a phrase that stands between."""
    if clause.kind(at) not in {"prep", "conj"} or clause.kind(at + 1) != "np":
        return False
    unit = clause.units[at]
    return not unit.has("mark", "including") if unit.kind == "prep" else unit.has("mark", "partner")


def _are_those(clause: Clause, at: int, *, joined: bool, things: bool) -> bool:
    """Whether a phrase is of people or things that are told of for the first time; `joined` to a place before them."""
    unit = clause.units[at]
    cue = unit.cue("thing") if things else unit.cue("people", "victims")
    count = counting(unit)
    heads = [mark.first for mark in unit.marks if mark.cue is cue]
    heads += [count.parsed.outer_first] if count is not None else []
    if not heads or unit.is_event or (cue is not None and "body" in cue.flags):
        return False
    first = min(heads)
    return not (joined and first == unit.first) and not clause.document.words[first].startswith(clause.articles)


def _is_lead(clause: Clause, party: int, at: int) -> bool:
    """Whether a preposition and another party stand between a party and whom it hit."""
    if [clause.kind(step) for step in (at, at + 1, at + 2)] != ["prep", "np", "np"]:
        return False
    units = clause.units
    hit = counting(units[at + 2]) is not None or are_people(units[at + 2])
    return hit and is_party(units[party]) and is_party(units[at + 1])


def _described(clause: Clause, verb: int) -> list[int] | None:
    """Return whom a relative clause describes whose verb ends with the word for them (الذي قتلته ...)."""
    relative = clause.before(verb)
    alone = len(clause.words(verb)) == 1  # أودى بحياة ends with a noun, and with nobody
    ends = alone and clause.words(verb)[-1].endswith((*clause.endings.object, *clause.endings.speaker))
    return clause.antecedent(relative) if clause.kind(relative) == "relative" and ends else None


def _right_before(clause: Clause, verb: int) -> list[int]:
    """Return those that a verb of many describes without a relative, behind a preposition: في تشييع أشخاص قتلوا ..."""
    governor = clause.units[verb - 2] if [clause.kind(at) for at in (verb - 2, verb - 1)] == ["prep", "np"] else None
    unit = clause.units[verb - 1] if governor is not None and not governor.has("mark", "including") else None
    if unit is None or unit.determined or not clause.is_of_many(verb):
        return []
    whole = clause.units[verb - 3] if clause.kind(verb - 3) == "np" else None
    counted_before = whole is not None and counting(whole) is not None and whole.cue("people") is not None
    if clause.words(verb - 2) == ["من"] and counted_before:
        return []  # "three women and six children | of one family | were killed": they were
    counted = counting(unit) is not None
    return [verb - 1] if counted or (are_people(unit) and not is_party(unit)) else []


def _agreeing(clause: Clause, verb: int, subject: list[int]) -> list[int]:
    """Return the subject unless it stands before the verb and is of many, and the verb is of one."""
    ends = clause.is_of_many(verb)
    return [at for at in subject if at > verb or ends or not _are_many(clause.units[at])]


def as_its_verb_says(clause: Clause, harm: Harm, at: int, number: Number) -> Number:
    """Return two where a plural with no figure stands before a verb of two, or a word for both: they end alike.

    What a toll "reaches" is no bound of it, as it is of what has none (عدد القتلى يصل إلى 55, قتل ما يصل إلى 55).
    """
    reached = clause.units[harm.unit].find("toll") is not None and clause.words(at)[0] in _REACHES
    if reached and number.low is None:
        return replace(number, low=number.high, rule="exact")
    open_still = number.rule == "indefinite" and number.low is None and counting(clause.units[at]) is None
    both = clause.after(at)
    both += clause.kind(both) == "comma"
    if open_still and both < len(clause.units) and clause.units[both].has("word", "of_two"):
        return replace(number, low=2, high=2, rule="exact")
    alone = len(harm.victims) == 1 and at < harm.unit and clause.kind(harm.unit) == "verb"
    between = clause.document.words[clause.units[at].first : clause.units[harm.unit].first] if alone else []
    joined = alone and number.exact and number.low == 1 and any(word.startswith("و") for word in between)
    if joined and clause.is_of_two(harm.unit):
        return replace(
            number, low=2, high=2, group="unknown"
        )  # "the head of the prison in X and a relative | (both) were killed"
    if not open_still or not alone:
        return number
    return replace(number, low=2, high=2, rule="exact") if clause.is_of_two(harm.unit) else number


def _are_many(unit: Unit) -> bool:
    count = counting(unit)
    low = getattr(count.value, "low", None) if count is not None else None
    return low is not None and low > 2 and are_people(unit)


def share_figure(clause: Clause, harm: Harm) -> None:
    """Give two outcomes' words that are joined, with one figure behind the second, that figure together.

    مقتل وإصابة عشرين counts the killed and the injured in one: neither outcome may take all of it, nor lose its own.
    A noun of an outcome with nothing behind it needs the second's complement, so جرح behind it is no verb.
    """
    before, after = clause.before(harm.unit), clause.after(harm.unit)
    other = -1
    if clause.kind(before) == "conj" and _joined_outcomes(clause, clause.before(before), harm.unit):
        joint = before
    elif clause.kind(after) == "conj" and _joined_outcomes(clause, harm.unit, other := clause.after(after)):
        joint = after
        harm.victims = [other] if counting(clause.units[other]) else governed(clause, other) or harm.victims
    else:
        return
    harm.shared, harm.each = True, not clause.units[joint].has("word", "alternatives")


def _joined_outcomes(clause: Clause, first: int, second: int) -> bool:
    """Whether a bare word of one outcome is joined to the word of another (مقتل و... , قتل أو ...)."""
    if clause.kind(second) not in {"np", "verb"} or clause.units[first].counts:
        return False
    if _are_others(clause, second):
        return False  # whom the first befell has been told of: شخص قتل وأصيب ثلاثة آخرون
    leading = [clause.units[at] for at in clause.leading(first)] if clause.kind(first) == "verb" else []
    passive = clause.units[second].find("outcome", "passive") is not None  # and so they did not do the first
    if any(_suffers(unit) or (passive and (are_people(unit) or is_named(unit))) for unit in leading):
        own = clause.kind(clause.after(second)) == "np"
        if own:
            return False  # each has its own: ثلاثة قتلوا وأصيب خمسة
    forms = {"np": ("noun",), "verb": ("verb", "passive")}.get(clause.kind(first), ("",))
    one, other = clause.units[first].find("outcome", *forms), clause.units[second].find("outcome")
    return (
        one is not None
        and other is not None
        and one.cue.value != other.cue.value
        and {one.cue.value, other.cue.value} <= _OF_PEOPLE
        and not _has_complement(clause, first)
    )


def _are_others(clause: Clause, outcome: int) -> bool:
    """Whether the word of an outcome is followed by so many others."""
    at = clause.after(outcome) if clause.kind(outcome) == "verb" else outcome
    if clause.kind(at) != "np":
        return False
    unit, cue = clause.units[at], clause.units[at].cue("people")
    return unit.has("mark", "others") or (cue is not None and "others" in cue.flags)


def _suffers(unit: Unit) -> bool:
    """Whether a phrase before a verb is of whom it befell: counted, or people who are no side."""
    return counting(unit) is not None or (are_people(unit) and not is_party(unit))


def _has_complement(clause: Clause, at: int) -> bool:
    """Whether the phrase of an outcome's noun holds whom it befell as well (مقتل رجل)."""
    mark = clause.units[at].find("outcome", "noun")
    return mark is not None and clause.units[at].last > mark.last


def _holds_an_office(unit: Unit) -> bool:
    """Whether a phrase is of one person who is told by an office: "the head of the department (was killed)"."""
    led = any(
        mark.first == unit.first and mark.cue.value == "official" and not mark.cue.flags for mark in unit.all("role")
    )
    return led and any(getattr(mention.parsed, "type", None) == "person" for mention in unit.actors)


def _does_it(unit: Unit) -> bool:
    """Whether a phrase names a party and counts nobody."""
    return is_party(unit) and counting(unit) is None and not unit.is_event and unit.cue("people", "victims") is None


def governed(clause: Clause, index: int) -> list[int]:
    """Return the sufferers after an outcome's noun: those behind "of", "to" or, in Arabic, right behind it."""
    following = clause.after(index)
    if clause.order != "svo" and clause.kind(following) == "np":
        other, units = clause.after(following), clause.units
        if clause.kind(other) == "np" and counting(units[other]) and _does_it(units[following]):
            following = other  # "the killing by Israel of two": who did it stands between
        return together(clause, following)
    blamed = clause.units[max(0, clause.before(index))].accuses  # "attributed the murder to the cartels"
    for prep, brought in clause.phrases_after(index):
        if prep.kind == "linking" or (clause.document.words[prep.first : prep.last] == ["to"] and not blamed):
            return brought
    return clause.whose_death(index)
