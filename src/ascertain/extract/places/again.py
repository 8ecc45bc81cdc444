"""Places that were named once with a word of their kind ("the town of Orda") and later by the name alone."""

from collections.abc import Sequence

from ascertain.extract.places.reader import Reader
from ascertain.extract.places.unknown import no_name
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document

_SHORTEST = 4  # letters
_WHOSE = frozenset({"-", "'"})


def named_again(document: Document, reader: Reader, closed: set[int], told: Sequence[Mention]) -> list[Mention]:
    """Return the names of `told` where they stand alone, capitalised, not in `closed`, and are no everyday words."""
    if reader.style != "mixed" or not told:
        return []
    names = {words: one for one in told if (words := _name_of(document, reader, one))}
    found: list[Mention] = []
    first_words = {words[0] for words in names}
    for index, word in enumerate(document.words):
        if word not in first_words or index in closed or not reader.is_capital(index):
            continue
        for words, one in names.items():
            last = index + len(words)
            if tuple(document.words[index:last]) == words and _is_alone(document, reader, index, last, closed):
                found.append(_as_named(document, index, last, one))
                break
    return found


def _name_of(document: Document, reader: Reader, one: Mention) -> tuple[str, ...]:
    """Return the words of a name in Latin letters that is none of the language's own, or none."""
    expression = one.parsed
    if not isinstance(expression, PlaceExpression) or expression.generic:
        return ()
    span = document.words_in(expression.name_start, expression.name_end)
    words = tuple(document.words[span.start : span.stop])
    plain = all(word.isascii() and (word.isalpha() or word in _WHOSE) for word in words)
    strange = not any(word in usual_words(0) or (word,) in reader.words.never for word in words)
    long = sum(map(len, words)) >= _SHORTEST
    return (
        words if words and plain and strange and long and not no_name(document, reader, span.start, span.stop) else ()
    )


def _is_alone(document: Document, reader: Reader, first: int, last: int, closed: set[int]) -> bool:
    """Whether no other capitalised word stands beside a name, and no hyphen ties it to one ("the Orda Brigade")."""
    if not closed.isdisjoint(range(first, last)):
        return False
    before, after = first - 1, last
    if before >= 0 and (
        document.words[before] in _WHOSE or (reader.is_capital(before) and not reader.begins_sentence(before))
    ):
        return False
    return after >= len(document) or not (document.words[after] == "-" or reader.is_capital(after))


def _as_named(document: Document, first: int, last: int, one: Mention) -> Mention:
    start, end = document.starts[first], document.ends[last - 1]
    expression = one.parsed
    assert isinstance(expression, PlaceExpression)
    parsed = PlaceExpression(
        name=document.text[start:end], name_start=start, name_end=end, key=expression.key, article=expression.article
    )
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=parsed)
