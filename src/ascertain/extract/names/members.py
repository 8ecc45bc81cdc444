"""Countries that a list names as parties: "coalition nations include Jordan and France", "Russia and Iran agreed"."""

from functools import cache

from ascertain.extract.names.phrases import Phrase, is_a
from ascertain.languages.parties import party_words
from ascertain.text import Document
from ascertain.text.fold import fold

_REACH = (
    14  # words between the states and what brings their names: "nations which have conducted strikes in Iraq include"
)
_BEFORE = 4  # words in front of them that may say that something was in them: "in several countries"
_JOINTS = frozenset({",", "the", "and", "&", "as", "well"})


@cache
def _member_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words for states, those that bring their names, and those behind which states are places."""
    packs = party_words()
    nouns = frozenset(fold(word) for pack in packs for word in pack.members)
    bring = frozenset(fold(word) for pack in packs for word in pack.member_marks)
    return nouns, bring, frozenset(fold(word) for pack in packs for word in pack.locative)


def member_states(document: Document, found: list[Phrase]) -> frozenset[int]:
    """Return the first words of the countries' names that stand in lists of members, or of those who act."""
    nouns, bring, locative = _member_words()
    words = document.words
    states = {phrase.first: phrase for phrase in found if is_a(phrase.head, "country") and len(phrase.hits) == 1}
    if len(states) < 2:
        return frozenset()
    listed = _who_act(document, states, locative)
    if nouns.isdisjoint(words):
        return frozenset(listed)
    for index in (index for index, word in enumerate(words) if word in nouns):
        if locative & set(words[max(0, index - _BEFORE) : index]):
            continue
        mark = next((at for at in range(index + 1, min(index + _REACH, len(words))) if words[at] in bring), None)
        if mark is not None and "." not in words[index:mark]:
            listed.update(_list_behind(document, mark + 1, states))
    return frozenset(listed)


def _who_act(document: Document, states: dict[int, Phrase], locative: frozenset[str]) -> set[int]:
    """Return where the countries begin that open a sentence one after the other, with a verb or the like behind."""
    acting: set[int] = set()
    for first, _ in document.sentences:
        if first not in states:
            continue
        listed = _list_behind(document, first, states)
        after = states[listed[-1]].last
        behind = document.words[after] if after < len(document) else ""
        if len(listed) > 1 and behind.isalpha() and behind not in locative:
            acting.update(listed)
    return acting


def _list_behind(document: Document, index: int, states: dict[int, Phrase]) -> list[int]:
    """Return where the countries begin that are named one after the other from a word on."""
    named = []
    while index < len(document) and (index in states or document.words[index] in _JOINTS):
        if index in states:
            named.append(index)
            index = states[index].last
        else:
            index += 1
    return named
