"""Arabic phrases of two words with others between them, and the words behind which an age stands."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ascertain.extract.events.words import event_cues, interned
from ascertain.languages.cues import Cue, language
from ascertain.text.compiled import compiled_once, compiled_words
from ascertain.text.fold import fold

_GAP = 14  # words from the first part of a phrase to its second: لقي ... حتفهم
_SHORT = 2  # letters of what is left behind a particle


@cache
def gapped(code: str) -> dict[str, list[tuple[str, Cue]]]:
    """Return a language's cues of two words with a gap between them, by their first word."""
    kept = compiled_once(dict[str, list[tuple[str, Cue]]], f"gapped-{code}", lambda: _gapped(code))
    return {head: [(tail, interned(cue)) for tail, cue in gaps] for head, gaps in kept.items()}


def _gapped(code: str) -> dict[str, list[tuple[str, Cue]]]:
    gaps: dict[str, list[tuple[str, Cue]]] = {}
    found = language(code)
    for phrase, cue in [*found.cues, *event_cues(code)] if found is not None else ():
        head, mark, tail = phrase.partition(" .. ")
        if mark and " " not in head and " " not in tail:
            gaps.setdefault(fold(head), []).append((fold(tail), cue))
    return gaps


@compiled_words
def aged_words(code: str) -> frozenset[str]:
    """Return a language's words behind which somebody's age stands."""
    found = language(code)
    return frozenset(phrase for phrase, cue in (found.cues if found is not None else ()) if cue.value == "aged")


def opens_joined(word: str, gaps: dict[str, list[tuple[str, Cue]]]) -> bool:
    """Whether و stands before a word that is a verb only with its second part further on (وفقد ... حياته)."""
    return word[0] == "و" and word not in gaps and word[1:] in gaps


def second_parts(
    words: Sequence[str], gaps: Sequence[tuple[str, Cue]], index: int, end: int
) -> Iterator[tuple[int, tuple[Cue, ...]]]:
    """Yield where the second part of each phrase that opens at a word stands, with the cues of the phrase."""
    for tail in dict.fromkeys(tail for tail, _ in gaps):
        at = next((at for at in range(index + 1, min(index + _GAP, end)) if words[at] == tail), None)
        if at is not None:
            yield at, tuple(cue for other, cue in gaps if other == tail)


def short_verbs(
    words: Sequence[str], lookup: Callable[[str], tuple[Cue, ...]]
) -> Iterator[tuple[int, tuple[Cue, ...], int]]:
    """Yield where a light verb too short for a stem stands behind «ب», with its cues and the particles' length: بشن."""
    for index, word in enumerate(words):
        own = word.removeprefix("و").removeprefix("ب")
        if len(own) == _SHORT and len(own) < len(word) and word[-len(own) - 1] == "ب":
            cues = tuple(cue for cue in lookup(own) if cue.value == "light")
            if cues:
                yield index, cues, len(word) - len(own)
