"""Violence against many who are neither named nor counted, with no day and no place: of no one event."""

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.units import Unit
from ascertain.model import Mention

_OF_THINGS = frozenset({"destroyed", "damaged"})
_OF_MANY = frozenset({"killing", "assassination", "abduction", "torture", "execution"})


def is_of_no_one_event(draft: Draft, telling: Telling, clause: Clause, *, near: bool) -> bool:
    """Whether a whole sentence tells of violence in general: "the Front is killing peasants", "their aggression".

    A day, a place below a country, a weapon or a figure makes it one that can be found; so does a headline, which
    leaves them out, and a verb in the past behind an event told `near` it ("they also assaulted guests").
    """
    if near and _are_done_over_time(draft, telling, clause):
        return True
    if near and _goes_on(telling, clause):
        return False
    if clause.order != "svo" or not _is_whole(clause) or draft.when or draft.means or draft.event == "detention":
        return False
    if any(count.low is not None or count.high is not None for count in draft.counts):
        return False
    if any(unit.accuses for unit in clause.units):
        return False  # whoever is accused of it is told to have done it
    if draft.where is not None and not getattr(draft.where.parsed, "land", False):
        return False
    if _is_only_called(telling, clause):
        return True
    struck = [clause.units[at] for at in telling.together("targets")]
    if not struck:
        return _is_mass(telling, clause)
    if not all(_is_anybody(unit, clause) for unit in struck):
        return False
    return telling.main.form != "noun" or _is_mass(telling, clause) or telling.type.name in _OF_MANY


def _goes_on(telling: Telling, clause: Clause) -> bool:
    """Whether a verb tells what was done then: neither what is being done nor what has been done over time."""
    main = telling.main
    if main.form == "noun" or clause.is_ongoing(main.unit):
        return False
    at = main.unit - 1
    while clause.kind(at) in {"other", "time"}:
        at -= 1
    before = clause.units[at]
    return not (before.has("word", "perfect") or before.has("word", "present_passive"))


def is_a_backdrop(telling: Telling, tellings: list[Telling], clause: Clause) -> bool:
    """Whether an invasion is only named as the war in which something else happened: "during the invasion of X"."""
    at = telling.main.unit
    named = telling.type.name == "ground_offensive" and telling.main.form == "noun" and clause.units[at].definite
    return named and len(tellings) > 1 and at > 0 and clause.units[at - 1].has("word", "meanwhile")


def _are_done_over_time(draft: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether several deeds are what somebody has done until now: "the group has carried out several attacks there"."""
    at = telling.main.unit
    verb = clause.before(at)
    if telling.main.form != "noun" or clause.order != "svo" or clause.kind(verb) != "light" or draft.counts:
        return False
    many = clause.document.words[telling.main.mark.last - 1].endswith(clause.endings.plural)
    if not many or clause.units[at].definite or telling.together("targets"):
        return False
    has = verb - 1
    while clause.kind(has) in {"other", "time"}:
        has -= 1
    dated = any(
        unit.kind == "time" and not clause.units[one - 1].has("word", "since") for one, unit in enumerate(clause.units)
    )
    return clause.units[has].has("word", "perfect") and not dated


def is_untold(draft: Draft, told: list[Harm], clause: Clause) -> bool:
    """Whether a whole sentence gives losses alone, without figure, day, place or whoever did it: "many deaths"."""
    if clause.order != "svo" or not _is_whole(clause) or draft.when or draft.where or draft.perpetrators or draft.means:
        return False
    if all(harm.outcome in _OF_THINGS for harm in told):
        return not any(clause.units[at].counts for harm in told for at in (harm.unit, *harm.victims))
    if any(clause.kind(harm.unit) != "np" for harm in told):
        return False  # "a constable suffered injuries"
    return not any(count.low is not None or count.high is not None for count in draft.counts)


def _is_only_called(telling: Telling, clause: Clause) -> bool:
    """Whether what is no event is called an attack by whoever minds it: "the bill is an attack on the farmers"."""
    at = telling.main.unit
    called = telling.main.form == "noun" and telling.general and clause.units[at].has("word", "indefinite")
    if not called or clause.kind(clause.before(at)) != "passive":
        return False
    led = [clause.units[one] for one in clause.leading(clause.before(at))]
    return bool(led) and not any(unit.is_event or unit.pronoun or unit.has("word", "pronouns") for unit in led)


def _is_whole(clause: Clause) -> bool:
    last = clause.units[-1]
    return last.kind == "stop" and clause.document.words[last.last - 1] in ".!?"


def _is_mass(telling: Telling, clause: Clause) -> bool:
    """Whether every event's noun of a telling is of a way of acting and never of one deed ("aggression")."""
    return all(
        anchor.form == "noun" and clause.units[anchor.unit].has("word", "unbounded") for anchor in telling.anchors
    )


def _is_anybody(unit: Unit, clause: Clause) -> bool:
    """Whether a phrase is of people in general: a plural without article, figure or name, or all of a nation."""
    if unit.places or unit.counts or unit.pronoun or any(_is_named(actor) for actor in unit.actors):
        return False
    all_of_them = unit.find("word", "noun")
    if all_of_them is not None and all_of_them.cue.value == "peoples" and all_of_them.last == unit.last:
        return True
    people = unit.find("people")
    if unit.actors and people is None:  # "Mexicans"
        alone = not unit.determined and unit.last - unit.first == 1
        return alone and clause.document.words[unit.first].endswith(clause.endings.plural)
    return not unit.determined and people is not None and people.cue.form == "plural" and people.last == unit.last


def _is_named(actor: Mention) -> bool:
    """Whether an actor has a name of its own, and not what all of a kind or nation are called."""
    return getattr(actor.parsed, "type", None) not in {"civilians", "nationality", None}
