"""Phrases of packs are split as texts are."""

from ascertain.extract.names.party_lexicon import _names, _nations
from ascertain.knowledge import load
from ascertain.text import words_of_phrase, words_of_phrases


def test_phrases_split_together_are_split_as_each_by_itself():
    knowledge = load()
    phrases = [phrase for phrase, _ in (*_names(knowledge), *_nations(knowledge))]
    phrases += ["k i l l", "#two_Words", "a\x00b", "İl", ""]
    assert words_of_phrases(phrases) == [words_of_phrase(phrase) for phrase in phrases]
    assert words_of_phrases(phrases[:-3]) == [words_of_phrase(phrase) for phrase in phrases[:-3]]
