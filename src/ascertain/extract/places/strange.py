"""Places whose names no dictionary has: behind "in", and where a list goes on with them.

Most villages are in no gazetteer. A capitalised word that is none of the language's, right behind "in", is a place; it
stays a name without a pin.
"""

from collections.abc import Container, Sequence

from ascertain.extract.places.capitals import capitals_after
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.unknown import ARTICLES, DEMONYMS, no_name
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import has_article, name_key
from ascertain.languages.nouns import plain_nouns
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document

_LONGEST_STRANGE, _SHORTEST_STRANGE = 3, 3  # words, letters
_BEHIND_A_PLACE = frozenset(
    "was were is are on and after when where as has had have in at by with during which for".split()
)


def strange_names(
    document: Document, reader: Reader, closed: set[int], known: Sequence[Mention], parties: Container[int] = ()
) -> list[Mention]:
    """Return the places behind "in" or "control of" that no dictionary and no gazetteer has, and what lists add to one.

    `closed` are words that are taken or no names; `known` are the places found before; `parties` the words of parties.
    """
    found = []
    taken = reader.words.taken
    for index, word in enumerate(document.words):
        led = word in taken or (word == "of" and f"{document.words[index - 1]} of" in taken)
        if (word in reader.words.inside or (led and index + 1 not in parties)) and (
            last := _strange_name(document, reader, index + 1, closed)
        ):
            found.append(_bare_mention(document, index + 1, last))
    brought = [one for one in known if _is_led_in(document, reader, one)]
    for one in (*found, *brought):
        found.extend(_listed_with(document, reader, one, closed))
    return found


def _is_led_in(document: Document, reader: Reader, one: Mention) -> bool:
    """Return whether "in" stands before a place's name."""
    words = document.words_in(one.start, one.end)
    if not words or words.start < 2 or not document.words[words.start].isascii():
        return False
    return document.words[words.start - 1] in reader.words.inside


def _strange_name(document: Document, reader: Reader, first: int, closed: set[int]) -> int:
    """Return the word after a name of up to three capitalised words that are none of the language's; 0 for none."""
    words = document.words
    if reader.style != "mixed" or first >= len(words):
        return 0
    last = capitals_after(document, reader, first, closed)
    proper = [word for word in words[first:last] if word.isalpha() and word not in ARTICLES]
    if not 0 < len(proper) <= _LONGEST_STRANGE or any(len(word) < _SHORTEST_STRANGE for word in proper):
        return 0
    strange = not any(word in usual_words(0) or (word,) in reader.words.never for word in proper)
    if not strange or no_name(document, reader, first, last) or _modifies(document, reader, last):
        return 0
    return last


def _modifies(document: Document, reader: Reader, last: int) -> bool:
    """Return whether what follows a name is what it describes: "Taliban-held", "the Almira area"."""
    if last >= len(document):
        return False
    word = document.words[last]
    if word in ("-", "'s", "'") and document.touches(last):
        return True
    words = reader.words
    feature = (word,) in words.features or word in words.after or word in plain_nouns(words.language)
    people = document.words[last - 1].endswith(DEMONYMS) and word.isalpha() and word not in _BEHIND_A_PLACE
    return feature or people


def _listed_with(document: Document, reader: Reader, one: Mention, closed: set[int]) -> list[Mention]:
    """Return the names that a list adds to a place: "in Orda, Sarun and Talmira"."""
    found: list[Mention] = []
    at = document.words_in(one.start, one.end).stop
    while at < len(document) and document.words[at] in (",", "and"):
        closing = document.words[at] == "and"
        first = at + 2 if document.words[at : at + 2] == [",", "and"] else at + 1
        last = _strange_name(document, reader, first, closed)
        if not last:
            return []  # what is listed are no places alone
        found.append(_bare_mention(document, first, last))
        if closing or first == at + 2:
            return found
        at = last
    return []


def _bare_mention(document: Document, first: int, last: int) -> Mention:
    start, end = document.starts[first], document.ends[last - 1]
    expression = PlaceExpression(
        name=document.text[start:end], name_start=start, name_end=end,
        key="  ".join(name_key(document.words[first:last])), article=has_article(document.words[first:last]),
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=expression)
