"""Who is held because of a deed, and so is suspected of it: "two men were arrested in connection with the bombing"."""

from ascertain.extract.events.clause import Clause

_FOR = frozenset({"over", "for"})
_HELD = frozenset({"detained", "detention"})


def suspected_of(clause: Clause, index: int) -> list[int]:
    """Return whom a verb of arrest before the preposition at `index` tells to be held for the deed behind it, or none.

    Whoever is held over a protest or a vote did no deed.
    """
    unit, deed = clause.units[index], clause.after(index)
    opens = unit.has("word", "suspicion") or not _FOR.isdisjoint(clause.words(index))
    if clause.order != "svo" or not opens or clause.kind(deed) != "np" or not clause.units[deed].is_event:
        return []
    verb = clause.verb_before(index)
    told = clause.units[verb].cue("event", "outcome") if verb is not None else None
    if verb is None or told is None or told.value not in _HELD:
        return []
    if clause.is_passive(verb):
        return clause.subject(verb)
    held = clause.objects(verb)
    return held if held and held[-1] < index else []
