"""What a telling must say to be an event, and whether it can go on with the one before."""

from collections.abc import Iterable, Mapping, Sequence

from ascertain.event_types import EventType
from ascertain.extract.casualties.apart import is_told_apart
from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.acting import is_carrier, is_crewed, is_means, is_party
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.arabic_sequels import answer_of
from ascertain.extract.events.breaking_out import breaks_out
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.elsewhen import is_elsewhen
from ascertain.extract.events.judged import is_judged
from ascertain.extract.events.merging import Telling, absorbs
from ascertain.extract.events.two_places import looks_back_between
from ascertain.extract.events.units import Unit, is_plural
from ascertain.extract.speech.unreal import is_attempted, is_dated
from ascertain.extract.speech.voice import Voice
from ascertain.text.fold import fold

_MANY_LINES = 10
_SIDES = 2
_SMALL = 3  # letters of words that names have in common by chance
_OF_FORCES = frozenset({"movement", "deployment", "withdrawal"})
_ARMED = frozenset({"military", "armed_group", "government"})
_GOES_ON = frozenset({"siege", "capture", "interception"})  # attacks are part of these
_ATTEMPTS = {"capture": "ground_offensive", "killing": "attack"}  # what it is where it has not come to that
_OF_WARFARE = frozenset({"ground_offensive", "siege", "air_strike", "shelling", "detention", "movement"})


def spoken_by(voice: Voice) -> set[int]:
    """Return the words that name who speaks, with what is said of them ("a source in Orda"), and whom they told."""
    speaker = range(voice.speaker.first, voice.speaker_last) if voice.speaker is not None else range(0)
    told = range(voice.outlet.first, voice.outlet.last) if voice.outlet is not None else range(0)
    return {*speaker, *told}


def takes_up(draft: Draft, earlier: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether a telling that says no more than the event before, or only that it was from the air, can be of it."""
    flown = (earlier.event, draft.event) == ("drone_strike", "air_strike")
    flown = flown and telling.main.form == "noun" and _points_back(clause, telling.main.unit)
    return (telling.general or flown) and _same_doers(draft, earlier)


def _same_doers(draft: Draft, earlier: Draft) -> bool:
    """Whether the doers named can be those of the event before: none, or with a word in common."""
    known = {word for party in earlier.perpetrators for word in _bare_words(party.name)}
    return not known or all(known & set(_bare_words(party.name)) for party in draft.perpetrators)


def _bare_words(name: str) -> list[str]:
    """Return a name's words as they are compared, in Arabic without article and feminine ending."""
    return [word.removeprefix("ال").removesuffix("ه") for word in fold(name).split()]


def names_no_kind(draft: Draft, telling: Telling, known: EventType, clause: Clause) -> bool:
    """Whether "the strike", which by itself is one from the air, goes on with a missile strike or a shelling."""
    if draft.means or not telling.type.acled.startswith("Explosions") or not known.acled.startswith("Explosions"):
        return False
    if known.general or clause.order == "free":
        return False
    nouns = [anchor for anchor in telling.anchors if anchor.form == "noun"]
    return bool(nouns) and all(_points_back(clause, anchor.unit) for anchor in nouns)


def is_another_deed(telling: Telling, known: EventType, clause: Clause) -> bool:
    """Whether an attack is another deed than the theft or the arrest before: "Cars were stolen. Gunmen attacked X".

    So is what somebody answered with, which struck elsewhere, and whom the police killed near a suicide attack.
    """
    if answer_of(clause, telling.main.unit) is not None:
        return True
    killed = clause.order == "vso" and telling.type.name == "killing" and bool(telling.together("perpetrators"))
    if killed and known.name == "suicide_bombing" and all(anchor.form == "verb" for anchor in telling.anchors):
        return True
    taken = known.violent and not absorbs(known) and known.name not in _GOES_ON
    return taken and telling.type.name == "attack" and not is_definite(telling, clause)


def _points_back(clause: Clause, at: int) -> bool:
    """Whether an event's noun has an article, of its own or written onto it."""
    written = clause.order == "vso" and clause.words(at)[0].startswith(clause.articles)
    return clause.units[at].definite or written


def befell_others(draft: Draft, earlier: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether an event's noun names whom it befell, and the event before it befell others: "the murder of a judge".

    An attack whose event before names nobody it befell may go on with it; a murder has its own victim. What is of
    another month or year did, too.
    """
    if is_elsewhen(draft.when, earlier.when, clause):
        return True
    if clause.order != "svo" or telling.main.form != "noun" or not telling.main.targets or not draft.targets:
        return False
    if telling.type.name != "killing" and all(clause.units[at].definite for at in telling.main.targets):
        return False  # "the attack on the convoy"
    known = {word for party in earlier.targets for word in fold(party.name).split() if len(word) > _SMALL}
    own = {word for party in draft.targets for word in fold(party.name).split()}
    return not known & own and (bool(known) or telling.type.name == "killing")


def is_concrete(draft: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether a telling of violence says at least on whom, with what, with what outcome or, for its own kind, where.

    "The guerrillas attack" and "such killings" speak of a way of acting; they are no event that can be placed.
    """
    units = clause.units
    if telling.type.name == "capture":
        taken = [units[index] for index in telling.together("targets")]
        return draft.where is not None or any(unit.places or unit.cue("thing") for unit in taken)
    counted = any(units[anchor.unit].counts for anchor in telling.anchors if anchor.form == "noun")
    if telling.type.frame == "mutual":
        sides = len(draft.perpetrators) + len(draft.targets)
        placed = draft.where is not None and (sides > 0 or is_said_to_go_on(telling, clause))
        return (
            bool(draft.counts)
            or counted
            or sides > 1
            or placed
            or _clashed(telling, clause, placed=draft.where is not None)
        )
    if draft.targets or draft.counts or any(anchor.means for anchor in telling.anchors):
        return True
    if telling.type.name == "landmine" and draft.means and clause.order == "svo":
        return True  # "was derailed after hitting a mine"
    if draft.perpetrators and any(_befell_somebody(anchor, clause) for anchor in telling.anchors):
        return True
    if telling.type.name == "warning_shots":
        return True  # they are meant to hit nobody
    if _is_only_named(telling, clause):
        return False
    if telling.type.name == "interception" and draft.perpetrators:
        return True  # its noun names what was shot down
    noun = any(anchor.form == "noun" for anchor in telling.anchors)  # an English verb may be of what they always do
    done = bool(draft.perpetrators) and (noun or clause.order == "vso" or is_dated(clause))
    new = any(anchor.form == "noun" and _is_new(clause.units, anchor.unit) for anchor in telling.anchors)
    heard = new and telling.type.name not in {"attack", "killing"}  # "an explosion was heard in X"
    if done and telling.type.name not in _OF_WARFARE and _is_one_deed(draft, telling, clause):
        return True  # "the army was behind the massacre"
    # "X committed a massacre in Y"
    return is_judged(draft, telling, clause) or (
        draft.where is not None and (counted or done or heard or not telling.general)
    )


def _befell_somebody(anchor: Anchor, clause: Clause) -> bool:
    """Whether a verb of the past has "them" for its object, or "they" for its victims: "they were hit by rebels"."""
    past = anchor.form == "verb" and clause.words(anchor.unit)[-1].endswith(clause.endings.past)
    if clause.order != "svo" or not past:
        return False
    if anchor.passive:
        return any(clause.units[at].has("word", "nominative") for at in clause.subject(anchor.unit))
    return any(clause.units[at].has("word", "objective") for at in clause.objects(anchor.unit))


def _clashed(telling: Telling, clause: Clause, *, placed: bool) -> bool:
    """Whether several are told to have fought each other: "villagers and herders clashed"."""
    for anchor in telling.anchors if clause.order == "svo" else ():
        if anchor.form != "verb" or not clause.words(anchor.unit)[-1].endswith(clause.endings.past):
            continue
        led = [clause.units[at] for at in clause.subject(anchor.unit)]
        if len(led) > 1 or any(is_plural(unit) and (unit.counts or unit.actors) for unit in led):
            return True
        several = led and led[0].counts and clause.words(clause.units.index(led[0]))[-1].endswith(clause.endings.plural)
        if several and placed:
            return True  # "two communities clashed in Orda"
    return False


def is_said_to_go_on(telling: Telling, clause: Clause) -> bool:
    """Whether a fight whose sides are not named is the subject of a verb ("clashes erupted in Orda")."""
    at = telling.main.unit
    if clause.order == "vso":
        return breaks_out(clause, at)
    if clause.order != "svo" or telling.main.form != "noun" or not _is_new(clause.units, at):
        return False
    if clause.kind(at - 1) not in {"stop", "comma", "conj", "clause", "relative", "time"}:
        return False  # "a proposal to stop fighting"
    return clause.kind(clause.after(at)) in {"verb", "light", "passive", "aux"}


def is_consent(draft: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether somebody alone is said to agree to something, which makes no agreement: "has agreed to be a member"."""
    if clause.order != "svo" or telling.type.name != "agreement" or telling.main.form == "noun":
        return False
    sides = [clause.units[at] for at in telling.together("perpetrators")]
    return len(draft.perpetrators) + len(draft.targets) < _SIDES and not any(
        is_plural(unit) and is_party(unit) for unit in sides
    )


def _is_one_deed(draft: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether an event's noun stands for one event, with another phrase that says who did it."""
    for anchor in telling.anchors if clause.order == "svo" else ():
        unit = clause.units[anchor.unit]
        told = unit.find("event", "noun")
        one = told is not None and not clause.document.words[told.last - 1].endswith(clause.endings.plural)
        start, end = clause.document.starts[unit.first], clause.document.ends[unit.last - 1]
        if unit.determined and one and not any(start <= (party.start or 0) < end for party in draft.perpetrators):
            return True
    return False


def _is_new(units: list[Unit], at: int) -> bool:
    """Whether an event's noun tells of it for the first time, and not who somebody is ("a bombing suspect")."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    joined = following is not None and following.kind == "np" and following.first == unit.last
    return not unit.definite and not joined and unit.cue("people", "role") is None and not unit.has("word", "doers")


def tells_a_deed(unit: Unit) -> bool:
    """Whether a phrase joined to those harmed names another deed: "the killing of guards and abduction of others"."""
    outcome = unit.find("outcome", "noun") is not None and unit.cue("people", "victims") is None
    return unit.is_event or outcome


def parted_from(telling: Telling, harm: Harm, heard: list[Voice], clause: Clause) -> bool:
    """Whether the outcome alone is denied or in doubt ("said it struck the depot and denied that any died")."""
    last = max(telling.units)
    if is_told_apart(clause, telling.units, harm.unit) or looks_back_between(last, harm.unit, clause):
        return True
    here, told = clause.units[harm.unit].first, clause.units[last].first
    doubts = (voice for voice in heard if voice.polarity != "asserted" and not voice.trailing)
    return any(told < voice.first <= here for voice in doubts)


def of_one_nation(victims: Iterable[Unit]) -> bool:
    """Whether a denial is of people of one nation alone: "no Turkish citizen died" is no nought for the rest."""
    parsed = [mention.parsed for unit in victims for mention in unit.actors]
    return any(getattr(one, "type", None) == "nationality" or getattr(one, "country", None) for one in parsed)


def is_of_others(telling: Telling, clause: Clause, tellings: Iterable[Telling] = ()) -> bool:
    """Whether what is told as done by forces or by those driven out was done by other people.

    A guest who arrives is no movement of forces, and gunmen who flee are not displaced, nor is anybody who flees from
    what they did ("two individuals placed the bomb and fled").
    """
    told = [clause.units[at] for role in ("perpetrators", "targets", "means") for at in telling.together(role)]
    if telling.type.name == "displacement":
        did = {at for one in tellings if one.type.violent for at in one.together("perpetrators")}
        if did.intersection(telling.together("targets")):
            return True
        driven = [clause.units[at] for at in telling.together("targets")]
        return any(map(_is_armed, driven)) and all(_is_armed(unit) or unit.pronoun for unit in driven)
    if telling.type.name not in _OF_FORCES or clause.order != "svo":
        return False
    return not any(_is_armed(unit) or is_means(unit) or is_carrier(unit) or is_crewed(unit) for unit in told)


def _is_armed(unit: Unit) -> bool:
    """Whether a noun phrase is of fighters, forces or a state that has them."""
    cue = unit.cue("people")
    if cue is not None and cue.value != "unknown":
        return cue.value in {"combatants", "men"}
    parsed = [mention.parsed for mention in unit.actors]
    return any(getattr(one, "type", None) in _ARMED or getattr(one, "country", None) for one in parsed)


def tells_enough(some: list[Harm], clause: Clause, heard: list[Voice]) -> bool:
    """Whether outcomes that no event is told for say how many, when or by whom, or are denied: "so many dead" is none.

    Where a dual or a plural is a figure of its own (مدنيين), they do.
    """
    if clause.order == "vso" and all(harm.none for harm in some):
        return False  # "without casualties": of nothing that is told
    if clause.order != "svo" or any(voice.polarity != "asserted" for voice in heard):
        return True
    figures = any(number.rule != "indefinite" for harm in some for number in harm.numbers)
    told = figures or any(unit.counts or unit.kind == "time" for unit in clause.units)
    return told or any(harm.agents or harm.none or harm.negated for harm in some)


def _is_only_named(telling: Telling, clause: Clause) -> bool:
    """Whether an event's noun stands in a list of deeds and tells of none of them ("charges of murder, kidnapping")."""
    if clause.order != "svo" or any(anchor.form != "noun" for anchor in telling.anchors) or len(telling.anchors) > 1:
        return False
    at = telling.main.unit
    unit = clause.units[at]
    if (
        unit.determined
        or unit.counts
        or unit.places
        or unit.actors
        or any(other.kind == "time" for other in clause.units)
    ):
        return False
    placed = any(
        prep.has("mark", "place") and any(clause.units[g].places for g in governed)
        for prep, governed in clause.phrases_after(at)
    )
    listed = {clause.kind(at - 1), clause.kind(at + 1)} & {"comma", "conj"}
    return not placed and bool(listed)


def is_of_a_force(harm: Harm, clause: Clause) -> bool:
    """Whether what is said to consist of so many is a force or a convoy."""
    led = [clause.units[at] for at in (*harm.agents, *clause.leading(harm.unit))]
    return clause.order == "svo" or any(is_crewed(unit) or is_party(unit) for unit in led)


def is_definite(telling: Telling, clause: Clause) -> bool:
    """Whether an event's words have an article that points back ("the attack")."""
    return any(clause.units[anchor.unit].definite for anchor in telling.anchors)


def points_to_the_last(units: Sequence[Unit]) -> bool:
    """Whether a sentence opens with "that attack": the one told right before."""
    return any(unit.is_event and unit.has("word", "demonstratives") for unit in units[:4])


def is_label(loose: list[Harm], clause: Clause) -> bool:
    """Whether a line is a word or two without a figure: a tag or heading ("victims"), not a report of any."""
    short = clause.units[-1].last - clause.units[0].first <= 2
    return short and all(number.rule == "indefinite" for harm in loose for number in harm.numbers)


def in_general(telling: Telling, unit: Unit, clause: Clause) -> bool:
    """Whether a noun speaks of such events in general ("concern over attacks"): many, uncounted, never."""
    last = clause.document.words[telling.anchors[0].mark.last - 1]
    if unit.counts or telling.type.name == "warning_shots" or not last.endswith(clause.endings.plural):
        return False  # one warning is given in many shots
    return not any(one.kind == "time" for one in clause.units)


def is_line_of_a_list(clause: Clause) -> bool:
    """Whether a sentence is a line of a list, which stands for itself: after a dash, or a headline of many."""
    units = clause.units
    labelled = [unit.kind for unit in units[:2]] == ["np", "stop"] and bool(units[0].places)
    if units[0].kind == "stop" or (labelled and clause.document.words[units[1].first] == ":"):
        return True  # a place before a colon opens it, as in the lines of a round-up
    ends = units[-1].kind == "stop" or clause.document.words[units[-1].last - 1] in ".!?؟"
    return not ends and len(clause.document.sentences) >= _MANY_LINES


def kind_told(telling: Telling, clause: Clause, types: Mapping[str, EventType]) -> EventType:
    """Return the kind of what is told, by whom it befell and who did it.

    A capture of people is their detention; a "strike" of an armed group, which has no aircraft, is an attack, as what
    is tried is: "tried to kill a judge", "tried to take the town".
    """
    units = clause.units
    tried = clause.order == "svo" and all(is_attempted(clause, one.unit) for one in telling.anchors)
    if tried and telling.type.name in _ATTEMPTS:
        return types[_ATTEMPTS[telling.type.name]]
    if _takes_people(telling, units):
        return types["detention"]
    struck = [one for one in telling.anchors if one.type is telling.type]
    doers = [units[at] for one in struck for at in one.perpetrators]
    bare = all("default" in one.mark.cue.flags for one in struck)
    if telling.type.name != "air_strike" or clause.order != "svo" or not bare or telling.together("means"):
        return telling.type
    return types["attack"] if doers and all(map(_has_no_aircraft, doers)) else telling.type


def _has_no_aircraft(unit: Unit) -> bool:
    kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    men = unit.cue("people")
    fighters = men is not None and men.value == "combatants" and "body" not in men.flags and not unit.is_event
    return kinds == {"armed_group"} or (not kinds and fighters)


def _takes_people(telling: Telling, units: Sequence[Unit]) -> bool:
    """Whether what is told as a capture is of people, which is their detention, and not of ground."""
    if telling.type.name != "capture":
        return False
    taken = [units[index] for index in telling.together("targets")]
    held = [unit for unit in taken if unit.cue("people") is not None and not unit.places and not unit.cue("thing")]
    bodies = any("body" in mark.cue.flags for unit in held for mark in unit.marks)
    return bool(held) and len(held) == len(taken) and not bodies
