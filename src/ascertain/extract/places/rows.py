"""Names in a row behind a plural of what they are: "the villages of Orda, Kesa and Ruva"."""

from ascertain.extract.places.capitals import capitals_after
from ascertain.extract.places.grammar import Grammar
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.unknown_arabic import place_mention
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.text import Document

_LONGEST = 60  # words
_JOINTS = frozenset({",", "and", "&", "as", "well"})


def in_a_row(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> list[Mention]:
    """Return the names of a list that begins behind "villages of", where they are not known: each is such a village.

    `index` is the word of kind, `closed` are the words that are known. A row ends with the name behind "and"; without
    one the commas may part one village and the lands that it lies in.
    """
    words, found, sure = document.words, [], 0
    feature = grammar.words.features.get((words[index],))
    plural = words[index] in grammar.words.plurals and words[index + 1 : index + 2] == ["of"]
    if not plural or not isinstance(feature, Feature):
        return []
    at, by_and, end = index + 2, False, min(len(document), index + _LONGEST)
    while at < end and "\n" not in document.text[document.ends[at - 1] : document.starts[at]]:
        first = at
        while at in closed:
            at += 1
        if at == first:
            at = capitals_after(document, reader, first, closed)
            if at == first:
                break
            found.append(place_mention(document, document.starts[first], document.ends[at - 1], first, at, feature))
        if by_and:
            sure = len(found)
        joint = at
        while at < len(document) and words[at] in _JOINTS:
            at += 1
        by_and = "and" in words[joint:at] or "&" in words[joint:at]
        if at == joint:
            break
    return found[:sure]
