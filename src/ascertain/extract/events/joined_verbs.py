"""Verbs that share what another has: its object, or whom it befell; doers in marks, or told to be somebody's."""

from ascertain.extract.events.acting import is_means
from ascertain.extract.events.steps import VERBS, Steps

_BEFORE = VERBS | {"passive"}
_ENDS = frozenset({"stop", "clause", "relative"})
_INSIDE = frozenset({"np", "verb", "other", "time", "prep", "linking"})
_PAST = frozenset({"shot", "took", "stole", "blew", "broke"})  # unlike their infinitives
_NEAR = 3  # units between "before" and the verb behind "being"


def is_quoted_doer(clause: Steps, at: int, verb: int) -> bool:
    """Return whether a phrase in quotation marks stands right before a participle: heard of "rebels" | seizing."""
    quoted = at == verb - 2 and clause.kind(at - 1) == clause.kind(at + 1) == "quote"
    return quoted and clause.is_ongoing(verb) and clause.units[at].cue("people") is not None


def is_being(clause: Steps, at: int, verb: int) -> bool:
    """Return whether a phrase stands right before "being" and its verb: "by the news of two boys | being killed"."""
    being = at == verb - 2 and clause.order == "svo" and clause.kind(at + 1) == "passive"
    return being and clause.words(at + 1) == ["being"] and clause.units[at].cue("people") is not None


def says_who_it_is(clause: Steps, index: int) -> bool:
    """Return whether "responsible for" stands right behind people, with no "were": "tried those responsible for it"."""
    unit = clause.units[index]
    return clause.order == "svo" and unit.kind == "light" and clause.words(index)[0] == "responsible"


def told_to_be(clause: Steps, whose: int) -> int | None:
    """Return the aircraft or weapon that is told to be somebody's: "warplanes | believed to | be | Russian | bombed".

    So it is behind "which", also where somebody is said to believe it.
    """
    at = whose - 1
    while clause.kind(at) == "other":
        at -= 1
    if clause.order != "svo" or clause.kind(at) != "passive" or at < 1:
        return None
    at -= 1
    if clause.kind(at) == "verb" and clause.units[at].cue("speech") is not None and clause.kind(at - 1) == "np":
        at -= 2  # "which | we | believe"
    elif clause.kind(at) == "other" and clause.units[at].cue("hedge") is not None:
        at -= 1
    elif clause.kind(at) != "relative":
        return None
    at -= clause.kind(at) == "relative"
    return at if clause.kind(at) == "np" and is_means(clause.units[at]) else None


def joined_verb(clause: Steps, verb: int) -> int | None:
    """Return the verb joined by "and" to one without an object behind it: "kidnapped and later | killed them"."""
    at, past = verb + 1, clause.endings.past
    if clause.order != "svo" or clause.kind(at) != "conj" or not clause.words(verb)[-1].endswith(past):
        return None
    at += 1
    while clause.kind(at) == "other":
        at += 1
    same = clause.kind(at) == "verb" and clause.units[at].cue("event", "outcome") is not None
    same = same and clause.words(at)[-1].endswith(past)
    return at if same and clause.kind(clause.after(at)) == "np" else None


def undergone_before(clause: Steps, prep: int, verb: int) -> int | None:
    """Return the verb or "were" before "after" and "being": "were blindfolded before being | shot"."""
    if clause.order != "svo" or clause.kind(prep + 1) != "passive" or not clause.units[prep].has("word", "clause"):
        return None
    if verb - prep > _NEAR or not clause.words(prep + 1)[0].endswith(clause.endings.ongoing):
        return None
    told = (at for at in range(prep - 1, -1, -1) if clause.kind(at) in _BEFORE or clause.kind(at) in _ENDS)
    at = next(told, None)
    if at is None or clause.kind(at) in _ENDS or clause.words(at)[-1].endswith(clause.endings.ongoing):
        return None  # "a video showing men after being | shot"
    return at


def who_made_them(clause: Steps, joint: int, verb: int) -> int | None:
    """Return who made others do something and did what "and" joins: "gunmen | forced residents to leave and | burned".

    An infinitive goes on with an infinitive, and what is told in the past is of whoever made them.
    """
    past = clause.words(verb)[0].endswith(clause.endings.past) or clause.words(verb)[0] in _PAST
    to = joint - 1
    while clause.kind(to) in _INSIDE and not clause.units[to].has("word", "infinitive"):
        to -= 1
    if clause.order != "svo" or not past or to < _NEAR or not clause.units[to].has("word", "infinitive"):
        return None
    made, who = clause.units[to - 2], to - _NEAR
    ordered = made.has("source", "via")  # "told them to leave"
    made_past = clause.words(to - 2)[-1].endswith(clause.endings.past) and made.cue("speech") is None
    told = clause.kind(to - 1) == clause.kind(who) == "np" and (ordered or made_past)
    return who if told and clause.kind(to - 2) in {"verb", "light", "other"} and not clause.is_passive(to - 2) else None


def who_did_both(clause: Steps, verb: int) -> list[int]:
    """Return who did a killing by the passive it is joined to: "were led away | by | gunmen | and | executed"."""
    by, joint = verb - _NEAR, verb - 1
    if clause.order != "svo" or by < 1 or clause.kind(joint) != "conj" or clause.kind(joint - 1) != "np":
        return []
    led = clause.kind(by) == "prep" and clause.units[by].has("mark", "perpetrator") and clause.kind(by - 1) in VERBS
    doer = clause.units[joint - 1]
    told = bool(doer.actors) or doer.cue("people") is not None
    return [joint - 1] if led and told and not doer.is_event and clause.is_passive(by - 1) else []
