"""A deed's verb before "by" that is no part of a phrase like "carried out by": "a shell was | fired | by | rebels"."""

from ascertain.extract.events.verb_or_noun import VerbOrNoun
from ascertain.languages.cues import Cue

_TWO = 2  # words of "fired by"


def parts_of(sentence: VerbOrNoun, first: int, last: int) -> tuple[tuple[Cue, ...], tuple[Cue, ...]] | None:
    """Return the cues of the verb and of "by" where the verb tells what befell a thing or people before it."""
    units, words, lookup = sentence.units, sentence.document.words, sentence.lexicon.lookup
    if last - first != _TWO or [unit.kind for unit in units[-2:]] != ["np", "passive"] or units[-2].is_event:
        return None
    verb = tuple(cue for cue in lookup(words[first]) if cue.kind == "event" and cue.form in {"verb", "passive"})
    return (verb, lookup(words[first + 1])) if verb else None
