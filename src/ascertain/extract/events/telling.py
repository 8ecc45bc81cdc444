"""What a telling must say to be an event, and whether it can go on with the one before."""

from collections.abc import Iterable

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.voices import Voice
from ascertain.text.fold import fold


def spoken_by(voice: Voice) -> set[int]:
    """Return the words that name who speaks, with what is said of them ("a source in Orda"), and whom they told."""
    speaker = range(voice.speaker.first, voice.speaker_last) if voice.speaker is not None else range(0)
    told = range(voice.outlet.first, voice.outlet.last) if voice.outlet is not None else range(0)
    return {*speaker, *told}


def same_doers(draft: Draft, earlier: Draft) -> bool:
    """Whether the doers named can be those of the event before: none, or with a word in common."""
    known = {word for party in earlier.perpetrators for word in fold(party.name).split()}
    return not known or all(known & set(fold(party.name).split()) for party in draft.perpetrators)


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
        return bool(draft.counts) or counted or sides > 1 or (sides > 0 and draft.where is not None)
    if draft.targets or draft.counts or any(anchor.means for anchor in telling.anchors):
        return True
    if telling.type.name == "interception" and draft.perpetrators:
        return True  # its noun names what was shot down
    noun = any(anchor.form == "noun" for anchor in telling.anchors)  # an English verb may be of what they always do
    done = bool(draft.perpetrators) and (noun or clause.order == "vso")
    new = any(anchor.form == "noun" and _is_new(clause.units, anchor.unit) for anchor in telling.anchors)
    heard = new and telling.type.name not in {"attack", "killing"}  # "an explosion was heard in X"
    # "X committed a massacre in Y"
    return draft.where is not None and (counted or done or heard or not telling.general)


def _is_new(units: list[Unit], at: int) -> bool:
    """Whether an event's noun tells of it for the first time, and not who somebody is ("a bombing suspect")."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    joined = following is not None and following.kind == "np" and following.first == unit.last
    return not unit.definite and not joined and unit.cue("people", "role") is None and not unit.has("word", "doers")


def of_one_nation(victims: Iterable[Unit]) -> bool:
    """Whether a denial is of people of one nation alone: "no Turkish citizen died" is no nought for the rest."""
    parsed = [mention.parsed for unit in victims for mention in unit.actors]
    return any(getattr(one, "type", None) == "nationality" or getattr(one, "country", None) for one in parsed)
