"""Whether a verb of speech closes what was said, which then stands before it."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.speech.voice import Voice


def closes_quote(clause: Clause, subject: list[int]) -> bool:
    """Whether the one who told an outlet stands behind what was said: "...," a shopkeeper told the agency."""
    first = clause.owner(subject[0]) if subject else 0
    return first > 1 and clause.kind(first - 1) in {"comma", "quote"}


def told_behind(clause: Clause, outlet: int, subject: list[int]) -> bool:
    """Whether who told an outlet stands between what was said and a comma ("..., a doctor told AFP on Friday, as")."""
    if clause.order != "svo" or not closes_quote(clause, subject):
        return False
    behind, verb = _past_its_time(clause, outlet), clause.verb_before(subject[0])
    told = verb is not None and clause.units[verb].cue("speech") is None
    return told and clause.kind(behind) == "comma"


def goes_on_saying(clause: Clause, index: int, subject: list[int]) -> bool:
    """Whether what was said stands before, and a participle goes on ("..., a doctor said, adding that ...")."""
    after = _past_its_time(clause, index)
    if not closes_quote(clause, subject) or clause.kind(after) != "comma" or clause.order != "svo":
        return False
    further = clause.after(after)
    return clause.kind(further) == "verb" and clause.is_participle(further)


def _past_its_time(clause: Clause, index: int) -> int:
    """Return the unit behind a verb of speech, past when and where it was said ("said on Monday in a statement")."""
    after = clause.after(index)
    while clause.kind(after) == "prep" and clause.kind(after + 1) in {"time", "np"}:
        after = clause.after(after + 1)
    return after


def is_set_in(clause: Clause, index: int, subject: list[int]) -> bool:
    """Whether who said it stands between commas behind what was said ("killed ten on Friday, medics said, the ...").

    What stands behind only adds to it.
    """
    behind = _past_its_time(clause, index)
    if clause.order != "svo" or not closes_quote(clause, subject) or clause.kind(behind) != "comma":
        return False
    verb = clause.verb_before(subject[0])
    if verb is None or clause.units[verb].cue("speech") is not None:
        return False
    anew = any(
        clause.kind(at) == "conj" and clause.kind(at + 1) in {"prep", "time", "clause"}
        for at in range(verb, subject[0])
    )
    unit = clause.units[verb]
    return not anew and (unit.find("event") is not None or unit.find("outcome") is not None)


def ends(clause: Clause, after: int, subject: list[int] | None = None) -> bool:
    """Whether nothing but a place, a time or a remark follows: the speech verb closes the sentence."""
    if subject and closes_quote(clause, subject) and clause.kind(after) in {"prep", "time", "comma"}:
        turns = (at for at in range(after, len(clause.units)) if clause.units[at].has("word", "contrast"))
        rest = [clause.kind(at) for at in range(after, next(turns, len(clause.units)))]
        return "stop" not in rest[:-1] and not any(
            kind in {"verb", "light", "aux", "passive", "relative", "clause"} for kind in rest
        )
    while clause.kind(after) == "prep" and clause.kind(after + 1) in {"np", "time"}:
        after = clause.after(after + 1)
    if after >= len(clause.units):
        return True
    return clause.kind(after) == "stop" and clause.document.words[clause.units[after].first] != ":"


def end_denials(clause: Clause, found: list[Voice]) -> None:
    """End a denial where ", and" begins what others did: "denied that it hit the school, and shelling killed two"."""
    for voice in found:
        if voice.polarity != "denied" or voice.trailing or voice.act is None:
            continue
        if clause.order == "vso" and (taken := _taken_for_granted(clause, voice)) is not None:
            voice.last = min(voice.last, clause.units[taken].first)
        carried = next((at for at in range(voice.at + 1, len(clause.units)) if clause.units[at].cue("carry")), None)
        if clause.order == "vso" and carried is not None and clause.kind(carried - 1) == "comma":
            voice.last = min(voice.last, clause.units[carried].first)  # "denied that it hit it, stressing that ... did"
        if clause.order != "svo":
            continue
        for at in range(voice.at + 1, len(clause.units) - 3):
            joined = clause.kind(at) == "comma" and clause.kind(at + 1) == "conj" and clause.kind(at + 2) == "np"
            if not joined or clause.units[at + 2].pronoun or clause.words(at + 2)[0] in clause.words(voice.at + 1):
                continue  # "denied that ..., and that rockets hit the market"
            if _is_led(clause, at + 2):
                voice.last = min(voice.last, clause.units[at].first)
                break


def _taken_for_granted(clause: Clause, voice: Voice) -> int | None:
    """Return the relative that tells a deed of what stands in a denial of something else, if one does.

    "Denied that any gunman was in the school that the army shelled": that it was shelled is not denied.
    """
    for at in range(voice.at + 1, len(clause.units) - 1):
        unit = clause.units[at]
        if (
            unit.first >= voice.last
            or clause.kind(at) in {"stop", "clause"}
            or unit.cue("event", "outcome") is not None
        ):
            return None
        verb = clause.after(at)
        while clause.kind(verb) in {"aux", "passive"}:
            verb = clause.after(verb)
        if clause.kind(at) == "relative":
            return at if clause.kind(verb) == "verb" and clause.units[verb].find("event") is not None else None
    return None


def _is_led(clause: Clause, at: int) -> bool:
    """Whether a phrase behind "and" has a verb of its own before the next comma: it begins a sentence."""
    while at < len(clause.units) and clause.kind(at) in {"np", "prep", "linking", "other", "time"}:
        at += 1
    return clause.kind(at) in {"verb", "passive", "aux", "light"}
