"""Who did what a noun with their pronoun says that they did: أكد الجيش | تنفيذه | ضربة, بعد | قيامه بشن | غارة."""

from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause

_OWN = ("own_doing", "done_before")


def own_doers(clause: Clause, at: int) -> list[int]:
    """Return the party of the verb before that a pronoun stands for, where it did the event at `at`."""
    step = at - 1
    while clause.kind(step) in {"prep", "light"}:
        step -= 1  # قيامها | ب | شن
    if clause.order != "vso" or step < 1 or not any(clause.units[step].has("word", value) for value in _OWN):
        return []
    verb = clause.verb_before(step)
    if verb is None or clause.units[verb].accuses:
        return []
    return [index for index in clause.subject(verb) if is_party(clause.units[index])]
