"""What a noun phrase can't be: a figure alone is no target, a weapon alone no party."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_OF_THEM = frozenset({"them", "whom"})
_SMALL = frozenset({"word", "mark", "negation", "hedge"})
# Aircraft and guns stand for those who man them; drones, missiles and mines for nobody.
_CREWED = frozenset({"air_strike", "shelling", "shooting", "ground_offensive"})
_FIRED = frozenset({"missile_strike", "bombing", "suicide_bombing", "landmine"})


def is_bare(unit: Unit, document: Document) -> bool:
    """Whether a phrase is a number or a small word alone ("19", "four others", "at least"): it names nobody."""
    if document.words[unit.last - 1] in _OF_THEM:
        return True  # "killed two of them"
    if unit.actors or unit.places or unit.equipment or unit.cue("thing", "role", "victims") is not None:
        return False
    own = [mark for mark in unit.marks if unit.first <= mark.first and mark.last <= unit.last]
    if any(mark.cue.kind == "people" and mark.cue.value != "unknown" for mark in own):
        return False
    little = [mark for mark in unit.marks if mark.cue.kind in _SMALL and mark.cue.form != "noun"]
    small = {word for mark in little for word in range(mark.first, mark.last)}
    for count in unit.counts:
        first = getattr(count.parsed, "outer_first", document.word_at(count.start))  # with "at least" and the like
        small.update(range(first, document.word_at(max(count.start, count.end - 1)) + 1))
    small.update(mark.first for mark in unit.marks if "others" in mark.cue.flags)
    words = [word for word in range(unit.first, unit.last) if document.words[word][0].isalnum()]
    return bool(small) and all(word in small for word in words)


def is_only_weapon(unit: Unit, document: Document) -> bool:
    """Whether a phrase names a weapon and no one whose it is ("an enemy drone"), though a pack lists it as an arm."""
    arms = [mark for mark in unit.all("event", "means") if mark.cue.value not in _CREWED]
    words = {word for mark in arms for word in range(mark.first, mark.last)}
    if not words or unit.cue("people", "role") is not None:
        return False
    return all(word in words for actor in unit.actors for word in document.words_in(actor.start, actor.end))


def munition_at(unit: Unit, document: Document) -> int | None:
    """Return the word at which what was fired begins in a phrase that says whose it was ("Ruritanian missile")."""
    fired = [mark.first for mark in unit.all("event", "means") if mark.cue.value in _FIRED]
    if not fired or unit.cue("people", "role") is not None:
        return None
    at = min(fired)
    return at if any(document.word_at(actor.start) < at for actor in unit.actors) else None
