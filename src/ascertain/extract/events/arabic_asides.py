"""Commas and dashes that part nothing in Arabic: around a time told in passing, before those whom somebody hit."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_DASHES = (["-"], ["–"], ["—"], ["_"])


def join_around_times(units: list[Unit], document: Document) -> None:
    """Let the commas around a time told in passing part nothing: "struck, this evening, a convoy"."""
    for at, unit in enumerate(units):
        if unit.kind == "stop" and (close := _closes_dashes(units, at, document)) is not None:
            unit.kind = units[close].kind = "other"  # قتل ثلاثة | - | اليوم الخميس | - | في غارة
        if unit.kind != "comma":
            continue
        if _parts_an_object(units, at) or _parts_those_it_befell(units, at) or _parts_whom_they_took(units, at):
            unit.kind = "other"
        if unit.kind == "comma" and (close := _closes_before_object(units, at)) is not None:
            unit.kind = units[close].kind = "other"
        end = at + 1 + (units[at + 1 : at + 2] != [] and units[at + 1].kind == "prep")
        while end < len(units) and units[end].kind == "time":
            end += 1
        if unit.kind == "comma" and end > at + 1 and end < len(units) - 1 and units[end].kind == "comma":
            unit.kind = units[end].kind = "other"


def _closes_dashes(units: list[Unit], dash: int, document: Document) -> int | None:
    """Return the second of two dashes with nothing but a time between them."""
    end = dash + 1
    while end < len(units) and units[end].kind == "time":
        end += 1
    ends = end > dash + 1 and end < len(units) and units[end].kind == "stop"
    both = ends and all(document.words[units[at].first : units[at].last] in _DASHES for at in (dash, end))
    return end if both else None


def _parts_whom_they_took(units: list[Unit], comma: int) -> bool:
    """Whether a comma, or a time and it, stand between those who took people and whom: اعتقلت القوات، | شابين."""
    doer = comma - 1
    while doer > 0 and units[doer].kind == "time":
        doer -= 1
    told = units[doer - 1].find("outcome", "verb") if doer and units[doer - 1].kind == "verb" else None
    took = told is not None and told.cue.value == "detained" and units[doer].kind == "np"
    if not took or units[doer].counts or not units[doer].actors or comma + 1 >= len(units):
        return False
    whom = units[comma + 1]
    return whom.kind == "np" and not (whom.cut or whom.is_event) and whom.cue("people") is not None


def _parts_those_it_befell(units: list[Unit], comma: int) -> bool:
    """Whether a comma stands behind the time between a verb of harm and those it befell: "were hurt on Sunday, ten"."""
    at = comma - 1
    while at > 0 and units[at].kind == "time":
        at -= 1
    # قتل is read as a noun where a time follows
    alone = units[at].kind == "verb" or units[at].last - units[at].first == 1
    harmed = alone and units[at].find("outcome") is not None
    if at < 0 or at == comma - 1 or not harmed or comma + 1 >= len(units):
        return False
    who = units[comma + 1]
    heads = [mark.cue for mark in who.marks if mark.first == who.first and "body" not in mark.cue.flags]
    named = any(cue.kind == "role" or (cue.kind, cue.form) == ("people", "singular") for cue in heads)
    return who.kind == "np" and not who.cut and bool(who.counts or named) and not who.is_event


def _parts_an_object(units: list[Unit], comma: int) -> bool:
    """Whether a comma stands only behind the time between who did it and what: "shelled the army on Sunday, a town"."""
    if comma + 1 >= len(units) or units[comma + 1].kind != "np" or units[comma + 1].cut or comma < 3:
        return False
    at = comma - 1
    while at > 0 and units[at].kind == "time":
        at -= 1
    timed = at < comma - 1 and units[at].kind == "np" and units[at - 1].kind in {"verb", "light"}
    struck = units[comma + 1]
    plain = struck.cue("thing") is not None or bool(struck.places) or struck.find("event", "noun") is not None
    return timed and units[at - 1].find("outcome") is None and plain


def _closes_before_object(units: list[Unit], comma: int) -> int | None:
    """Return the comma that closes an aside between a verb of killing or hurting and whom it befell.

    "The forces killed, with the support of the coalition, two men", "were hurt, in the shelling of the town, six".
    """
    verb = comma - 1 if comma and units[comma - 1].kind == "verb" else comma - 2
    if verb < 0 or units[verb].kind != "verb" or units[verb].cue("outcome") is None:
        return None
    if verb == comma - 2 and (
        units[comma - 1].kind != "np" or units[comma - 1].cue("victims") or units[comma - 1].counts
    ):
        return None
    at = comma + 1
    while at + 1 < len(units) and _brings(units[at]) and units[at + 1].kind in {"np", "time"}:
        at += 2
        at += at < len(units) and units[at].kind == "other"
    if at == comma + 1 or at + 1 >= len(units) or units[at].kind != "comma" or units[at + 1].kind != "np":
        return None
    told = units[at + 1]
    return at if told.cut == 0 and (told.counts or told.cue("people")) and not told.is_event else None


def _brings(unit: Unit) -> bool:
    return unit.kind == "prep" or (unit.kind == "conj" and unit.has("mark", "partner"))
