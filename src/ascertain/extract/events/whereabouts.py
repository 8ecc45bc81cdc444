"""Places that are named for where somebody comes from or stands, or whose ally somebody is: nothing happens there."""

from typing import Literal

from ascertain.extract.casualties.victims import is_name
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.units import Unit
from ascertain.languages.place_words import place_words
from ascertain.model import Mention
from ascertain.text import Document

_FROM = frozenset({"من"})
_REACH = 3  # words between the word that says so and the place: "backed by the", "المتمركزة في"
_LINKS = frozenset(
    {"to", "of", "by", "with", "at", "in", "on", "near", "the", "من", "في", "ب", "ل", "على", "قرب", "#", '"', "«"}
    | {"علي", "اطراف", "محيط", "مشارف", "تخوم", "داخل"}
    | {"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"}
)
_SIDES = frozenset({"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"})
_DRIVEN = ("مهجري", "نازحي", "مهجرين", "نازحين", "لاجيي", "المهجرين", "النازحين")
_SETTLED = frozenset({"city", "town", "village", "neighbourhood"})
_DRIVEN_STEMS = ("مهجر", "نازح", "لاجي")
_PEOPLE_OF = frozenset({"اهالي", "اهل", "سكان", "ابناء", "مواطني"})
_COMMAS = frozenset({",", "،"})
_SITTING = frozenset({"based", "headquartered"})
_RECEIVING = frozenset({"received", "receives", "receiving", "admitted", "treated"})
_SPEAKING = frozenset({"spoke", "speaks", "speaking", "spoken", "talked", "talking", "reporting"})
_PRESS = frozenset({"reporters", "journalists", "newsmen", "newspersons", "correspondents", "media", "press"})
_OF_PEOPLE = frozenset({"killing", "shooting", "assassination", "execution", "abduction", "detention", "torture"})


def is_where_brought(clause: Clause, index: int) -> bool:
    """Whether "to" brings where somebody was taken, which is told by no event: "have been airlifted to Orda".

    So is the hospital that took them in, or where that stands, and from where somebody spoke of it.
    """
    if _takes_in(clause, index) or _is_where_one_spoke(clause, index) or _is_where_one_was_going(clause, index):
        return True
    if _is_where_the_press_heard(clause, index):
        return True
    verb = index - 2
    if clause.order != "svo" or clause.kind(index - 1) != "prep" or clause.kind(verb) != "verb":
        return False
    moved = clause.units[verb].cue("event", "outcome") is None and clause.is_passive(verb)
    return moved and clause.units[index - 1].has("mark", "direction")


def _is_where_the_press_heard(clause: Clause, index: int) -> bool:
    """Whether "in" brings where those were who were told, not what they were told of: "told newsmen | in | Orda"."""
    heard = index - 2 if clause.order == "svo" and clause.kind(index - 1) == "prep" else -1
    if heard < 1 or clause.kind(heard) != "np" or clause.words(heard)[-1] not in _PRESS:
        return False
    return clause.words(index - 1) == ["in"] and clause.units[heard - 1].has("source", "via")


def _is_where_one_was_going(clause: Clause, index: int) -> bool:
    """Whether "to" brings where somebody was on the way: "on their way | to | Orda"."""
    way = clause.order == "svo" and clause.kind(index - 1) == "prep" and clause.kind(index - 2) == "np"
    return way and clause.units[index - 1].has("mark", "direction") and clause.words(index - 2)[-1] == "way"


def _takes_in(clause: Clause, index: int) -> bool:
    """Whether a place is a hospital that took in the dead or hurt, or where it is: "X Hospital in Y | received"."""
    at = index if clause.order == "svo" else -1
    while clause.kind(at) == "np" and clause.kind(at + 1) == "prep" and clause.kind(at + 2) == "np":
        at += 2
    verb = clause.after(at) if at >= 0 else -1
    while clause.kind(verb) in {"aux", "other"}:
        verb += 1
    if clause.kind(verb) != "verb" or clause.words(verb)[0] not in _RECEIVING or clause.is_passive(verb):
        return False
    while clause.kind(at) == "np":
        if clause.units[at].has("thing", "hospital"):
            return True
        at = at - 2 if clause.kind(at - 1) == "prep" else -1
    return False


def _is_where_one_spoke(clause: Clause, index: int) -> bool:
    """Whether "from" brings where somebody was who spoke: "spoke by phone | from his base in X"."""
    at = index if clause.order == "svo" else -1
    while clause.kind(at) == "np" and clause.kind(at - 1) == "prep" and not clause.units[at - 1].has("mark", "origin"):
        at -= 2
        if speaks(clause, at):
            return True  # "spoke | to | the Orda Tribune"
    if at < 1 or clause.kind(at - 1) != "prep" or not clause.units[at - 1].has("mark", "origin"):
        return False
    verb = at - 2
    while clause.kind(verb) in {"time", "np"} and clause.kind(verb - 1) == "prep":
        verb -= 2  # "by phone", "to reporters", "on Monday"
    if speaks(clause, verb):
        return True
    told = clause.units[verb - 1] if clause.kind(verb) == "np" and verb > 0 else None  # "told the agency"
    return told is not None and told.cue("speech") is not None and told.has("source", "via")


def speaks(clause: Clause, verb: int) -> bool:
    """Return whether a unit is a verb of speaking that brings nothing that is said: "spoke", "was talking"."""
    return clause.kind(verb) == "verb" and clause.words(verb)[-1] in _SPEAKING


def is_whence_fighters_are(clause: Clause, index: int) -> bool:
    """Whether "from" brings where those under arms come from: "blamed it on armed youth from the next county"."""
    if clause.order != "svo":
        return False
    index = _first_of_a_row(clause, index)
    if clause.kind(index - 1) != "prep" or not clause.units[index - 1].has("mark", "origin"):
        return False
    men = clause.units[index - 2] if clause.kind(index - 2) == "np" else None
    if men is None or men.cue("thing") is not None:
        return False
    return men.has("people", "combatants") or (_is_somebody(men) and _is_a_country(clause, index))


def _first_of_a_row(clause: Clause, index: int) -> int:
    """Return the first of the places that "and" joins, past the land that holds one: "X and Y in Z state and W"."""
    at = index
    while clause.kind(at - 2) == "np" and (clause.units[at - 2].places or clause.units[at - 2].named):
        held = (
            clause.kind(at - 1) == "prep" and clause.words(at - 1) == ["in"] and _is_an_area(clause, clause.units[at])
        )
        if clause.kind(at - 1) not in {"conj", "comma"} and not held:
            break
        at -= 2
    return at


def _is_somebody(unit: Unit) -> bool:
    """Whether a phrase is of people: by a word for them, or with "a", whatever they are called ("a cadet")."""
    if unit.is_event or unit.equipment or unit.cue("outcome", "toll", "cause") is not None:
        return False
    return unit.cue("people") is not None or unit.has("word", "indefinite")


def _is_a_country(clause: Clause, index: int) -> bool:
    places = clause.units[index].places
    return bool(places) and all(getattr(place.parsed, "land", False) for place in places)


def is_of_others(telling: Telling, clause: Clause, index: int, agents: set[int]) -> bool:
    """Whether a place says no more than what somebody is called or where whoever did it sits, or is of another clause.

    "Rebels based in Sarun attacked"; "shells hit Orda, while air raids on several regions killed three".
    """
    if clause.order != "svo":
        return False
    return (
        _sits(clause, index, agents)
        or _is_past_a_contrast(telling, clause, index)
        or names_a_victim(telling, clause, index)
    )


def _sits(clause: Clause, index: int, agents: set[int]) -> bool:
    verb = index - 2
    based = clause.kind(index - 1) == "prep" and verb > 0 and clause.words(verb)[-1] in _SITTING
    return based and (verb - 1 in agents or clause.owner(verb - 1) in agents)


def _is_past_a_contrast(telling: Telling, clause: Clause, index: int) -> bool:
    """Whether a word like "while" parts a place from an event of areas that nobody names."""
    struck = [clause.units[at] for at in telling.together("targets")]
    areas = [unit for unit in struck if _is_an_area(clause, unit) and not (unit.definite or unit.places)]
    between = clause.units[index + 1 : min(telling.units)]
    return bool(areas) and any(unit.kind == "clause" and unit.has("word", "contrast") for unit in between)


def _is_an_area(clause: Clause, unit: Unit) -> bool:
    """Whether a word for places of a kind ends a phrase: "several regions"."""
    word, features = clause.document.words[unit.last - 1], place_words(clause.code).features
    return any((form,) in features for form in (word, word.removesuffix("s"), word.removesuffix("ies") + "y"))


def names_a_victim(telling: Telling, clause: Clause, index: int) -> bool:
    """Whether a place is but part of the name of somebody whom the event befell: "Ann Lyons was killed in Orda"."""
    if clause.order != "svo" or index not in telling.together("targets") or clause.phrase_before(index) is not None:
        return False
    if any(index in one.targets and one.form != "noun" and one.type.name not in _OF_PEOPLE for one in telling.anchors):
        return False  # "shelled Old Orda"
    return is_name(clause.units[index], clause.document)


def is_whence_it_came(clause: Clause, index: int) -> bool:
    """Whether "from" brings from where something was fired, or most of those hurt came (أطلقه | المتمردون | من ...)."""
    if clause.order == "vso" and _is_where_they_tell(clause, index):
        return True  # "the Observatory | in | London"
    if clause.order == "vso" and _is_held_by(clause, index) and is_whence_it_came(clause, index - 2):
        return True  # "hails from the town of X | in the province of | Y"
    if clause.order != "vso" or clause.kind(index - 1) != "prep" or not clause.units[index - 1].has("mark", "origin"):
        return False
    at = index - 2
    if clause.kind(at) == "prep" and clause.units[at].has("mark", "including"):
        return True
    if _sets_out(clause, index):
        return True
    while clause.kind(at) == "np" and index - at <= _REACH + 1:
        at -= 1
    return at >= 0 and clause.units[at].has("word", "fired")


def _sets_out(clause: Clause, index: int) -> bool:
    """Whether "from" brings a place behind a word for setting out, or hailing: ينحدر من بلدة ..."""
    if clause.kind(index - 1) != "prep" or not clause.units[index - 1].has("mark", "origin"):
        return False
    return clause.document.words[clause.units[index - 1].first - 1] in place_words(clause.code).setting_out


def _is_held_by(clause: Clause, index: int) -> bool:
    """Whether a particle or a side right behind a phrase brings what holds it: مدينة الشحيل | ب | ريف دير الزور."""
    prep = clause.units[index - 1] if [clause.kind(index - 2), clause.kind(index - 1)] == ["np", "prep"] else None
    if prep is not None and clause.words(index - 1) == ["في"]:
        return _sets_out(clause, index - 2)  # ينحدر من | قرية | في | الغوطة
    return prep is not None and (prep.first == prep.last or clause.words(index - 1)[0] in _SIDES)


def stands_for(
    document: Document, language: str, place: Mention
) -> Literal["ally", "post", "described", "whence", None]:
    """Return what the words right before a place make of it: whose ally somebody is, or where somebody is posted.

    Or from where something was fired, or what another place is described by ("Orda, the capital of Sarun state").
    """
    words = place_words(language)
    at = document.word_at(place.start) - 1
    last = document.word_at(place.end - 1) + 1
    behind = document.words[last : last + 2]
    if len(behind) > 1 and behind[0] == "-" and behind[1] in words.allied | words.stationed:
        return "ally"  # "the Ruritania-aligned movement", "a Ruritania-flagged tanker", "an Orda-based group"
    if behind[:1] and behind[0] in words.as_base:
        return "ally"  # "the group, which has Orda for | its seat"
    for index in range(at, max(-1, at - _REACH), -1):
        word = document.words[index]
        if word in words.allied or (index == at and word in words.based):
            return "ally"
        if word in words.stationed:
            return "post"
        if word in words.whence and document.words[index - 1] in _FROM:
            return "whence"  # نفذ العدو غارة من اتجاه البحر
        if word in words.seats:
            return "described" if _COMMAS.intersection(document.words[max(0, index - 2) : index]) else None
        if word not in _LINKS:
            return None
    return None


def told_as(clause: Clause, index: int, place: Mention) -> Literal["ally", "post", "described", "whence", None]:
    """Return what the words before a place make of it, or those before the place that "and" joins it to.

    "A coalition led by Ruritania and Almira" was in neither.
    """
    told = stands_for(clause.document, clause.code, place)
    if told is None and clause.kind(index - 1) == "conj" and clause.kind(index - 2) == "np":
        before = clause.units[index - 2].places
        joined = any(stands_for(clause.document, clause.code, other) == "ally" for other in before)
        return "ally" if joined else None
    return told


def is_fled_from(clause: Clause, index: int) -> bool:
    """Return whether a place is where people come from who fled: it stands behind that verb, in its clause."""
    verb = clause.verb_before(index) if clause.order == "svo" else None
    if verb is None or any(clause.kind(at) in {"stop", "clause"} for at in range(verb, index)):
        return False
    return any(mark.cue.value in {"displacement", "displaced"} for mark in clause.units[verb].marks)


def is_driven_from(clause: Clause, index: int) -> bool:
    """Return whether "from" brings a place behind a word for those who were driven from there: امرأة مهجرة من بلدة."""
    people = clause.units[index - 2] if clause.order == "vso" and clause.kind(index - 2) == "np" else None
    if people is None or clause.kind(index - 1) != "prep" or not clause.units[index - 1].has("mark", "origin"):
        return False
    return clause.words(index - 2)[-1].removeprefix("ال").startswith(_DRIVEN_STEMS)


def is_of_people_from(clause: Clause, index: int) -> bool:
    """Return whether a place says whose people somebody is one of: عائلة | من | أهالي | مدينة ..."""
    around = [clause.kind(at) for at in (index - 2, index - 1)] if clause.order == "vso" and index > 1 else []
    if around != ["prep", "np"] or not clause.units[index - 2].has("mark", "origin"):
        return False
    return clause.words(index - 1)[-1] in _PEOPLE_OF and clause.units[index - 1].has("people", "civilians")


def is_where_behind_whose(clause: Clause, index: int, place: Mention) -> bool:
    """Return whether "in" brings a town behind the one that somebody is from, which it cannot hold.

    قتل | شاب | من | مدينة الباب | في | مدينة جرابلس.
    """
    if clause.order != "vso" or clause.kind(index - 2) != "np" or clause.words(index - 1) != ["في"]:
        return False
    origin = index > 2 and clause.kind(index - 3) == "prep" and clause.units[index - 3].has("mark", "origin")
    hails = (origin and is_whose(clause, index - 2)) or is_of_people_from(clause, index - 2)
    return hails and is_settled(place)


def is_settled(place: Mention) -> bool:
    """Return whether the words call a place a town, and say of no side or distance from it."""
    expression = place.parsed
    return getattr(expression, "feature_class", None) in _SETTLED and not getattr(expression, "bearing_deg", None)


def opens_the_sentence(clause: Clause, index: int) -> bool:
    """Return whether all before a place only brings it at the start of a sentence: "Amid a war in | Ethiopia"."""
    return clause.kind(0) == "prep" and all(clause.kind(at) in {"prep", "linking", "np"} for at in range(1, index))


def is_whose(clause: Clause, index: int) -> bool:
    """Whether a place stands behind people and "from", or in the phrase of those who come from it (من مهجري | X)."""
    if clause.kind(index - 1) != "prep":
        return False
    if clause.order == "vso" and clause.units[index - 1].has("mark", "origin") and _opens_with_people(clause, index):
        return True
    before = clause.before(index - 1)
    people = clause.units[before] if clause.kind(before) == "np" else None
    return people is not None and bool(people.cue("people", "outcome") or people.counts or people.actors)


def _opens_with_people(clause: Clause, index: int) -> bool:
    """Whether the phrase of a place opens with those who were driven from there."""
    return any(clause.words(index)[0].endswith(word) for word in _DRIVEN)


def _is_where_they_tell(clause: Clause, index: int) -> bool:
    """Whether "in" brings where an outlet or a monitor sits, right behind its name."""
    teller = clause.units[index - 2] if [clause.kind(at) for at in (index - 2, index - 1)] == ["np", "prep"] else None
    if teller is None or clause.words(index - 1) != ["في"] or teller.is_event:
        return False
    return any(getattr(actor.parsed, "type", None) in {"outlet", "monitor"} for actor in teller.actors)


def joined_behind(clause: Clause, index: int) -> bool:
    """Whether "and" joins a place to one before it, in a language whose first place is where it was: X | و | Y."""
    joined = clause.order == "vso" and clause.kind(index - 1) == "conj" and clause.kind(index - 2) == "np"
    return joined and bool(clause.units[index - 2].places)


def is_where_they_speak(clause: Clause, index: int, speaking: set[int]) -> bool:
    """Whether a place is of those who speak, or says behind a comma where theirs lies: في أوردة ، غربي السودان."""
    unit = clause.units[index]
    if unit.first in speaking or unit.last - 1 in speaking:
        return True
    at = index - 1 - (clause.kind(index - 1) == "prep")
    theirs = clause.units[at - 1] if at > 0 and clause.kind(at) == "comma" else None
    beside = clause.order == "vso" and theirs is not None and theirs.kind == "np" and bool(theirs.places)
    return beside and theirs is not None and theirs.last - 1 in speaking
