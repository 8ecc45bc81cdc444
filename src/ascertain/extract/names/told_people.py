"""People in Latin letters whose names nobody knows, where the words about them tell that they are people.

"Named as", an age before or behind, and "and" behind another's name: a private person's first name is in no list.
"""

from collections import defaultdict

from ascertain.extract.names.named import Named, parts_at_and
from ascertain.extract.names.party_lexicon import PartyWord, name_particles, naming, organisation_heads
from ascertain.extract.names.phrases import is_a
from ascertain.text import Document, Hit

_LONGEST = 6  # words of a name
_NEAR = 4  # words behind a name among which its age stands
_AGED = ("year", "years", "month", "months", "yr", "yrs")


def with_told_people(
    document: Document, runs: list[tuple[int, int]], hits: list[Hit[PartyWord]], found: list[Named]
) -> list[Named]:
    """Return the people found and those that only the words about them tell; a longer name replaces a part of it."""
    others = (hit for hit in hits if not is_a(hit, "given", "title", "modifier"))
    taken = {index for hit in others for index in range(hit.first, hit.last)}
    public = {index for person in found if not person.private for index in range(person.first, person.last)}
    people = {(person.first, person.last): person for person in found}
    bearing = defaultdict[int, set[tuple[int, int]]](set)  # the names that a word is of
    for named in people:
        for index in range(*named):
            bearing[index].add(named)
    offices = {hit.first for hit in hits if is_a(hit, "office")}
    for first, last in parts_at_and(document, runs):
        span = range(first, last)
        if not taken.isdisjoint(span) or not public.isdisjoint(span) or not _is_built(document, first, last):
            continue
        ended = {at for at in (first - 1, first - 2) for named in bearing.get(at - 1, ()) if named[1] == at}
        holds_office = _holds_an_office(document, last, offices)
        if (
            holds_office
            or _is_told(document, first)
            or _is_aged(document, first, last)
            or _is_joined(document, first, ended)
        ):
            for within in {named for index in span for named in bearing.get(index, ())}:
                del people[within]
                for index in range(*within):
                    bearing[index].discard(within)
            people[first, last] = Named(first, last, "person", not holds_office)
            for index in span:
                bearing[index].add((first, last))
    return sorted(people.values())


def _is_built(document: Document, first: int, last: int) -> bool:
    """Return whether words may be somebody's first and last name: two capitalised ones at least, and nothing else."""
    words, text = document.words[first:last], document.text
    capital = [text[document.starts[index]].isupper() for index in range(first, last)]
    allowed = all(
        upper or word in name_particles() or word in naming().inside or word in ("-", "'", ".")
        for upper, word in zip(capital, words, strict=True)
    )
    long = sum(upper and len(word) > 1 for upper, word in zip(capital, words, strict=True))
    return allowed and long >= 2 and len(words) <= _LONGEST and organisation_heads().isdisjoint(words)


def _is_told(document: Document, first: int) -> bool:
    """Return whether the words before say that somebody's name follows: "named as", "12-year-old"."""
    words = document.words
    at = first - 1
    while at > 0 and words[at] in ('"', "'", ":", "as"):
        at -= 1
    if at < 0 or "\n" in document.text[document.ends[at] : document.starts[first]]:
        return False
    if words[at] == "old" and at >= 2 and words[at - 1] == "-":
        return words[at - 2] in _AGED
    return words[at] in naming().behind


def _holds_an_office(document: Document, last: int, offices: set[int]) -> bool:
    """Return whether behind a name and a comma an office follows, with an article: "X, the British envoy for Y"."""
    words = document.words
    if words[last : last + 1] != [","] or words[last + 1 : last + 2] not in (["the"], ["a"], ["an"]):
        return False
    office = next((at for at in range(last + 2, last + 2 + _NEAR) if at in offices), None)
    return office is not None and all(word.isalnum() or word in "-'." for word in words[last + 2 : office])


def _is_aged(document: Document, first: int, last: int) -> bool:
    """Return whether an age stands behind a name: "X, 34," "X (34)", "X, aged 34", "X, a 34-year-old"."""
    near = document.words[last : last + _NEAR]
    if not near or near[0] not in (",", "("):
        return False
    figure = next((index for index, word in enumerate(near) if word.isdigit()), None)
    if figure is None or not 0 < int(near[figure][:4]) <= 110:
        return False
    between = near[1:figure]
    after = document.words[last + figure + 1 : last + figure + 3]
    if between and not all(word in ("aged", "age", "a", "the") for word in between):
        return False
    if between in (["aged"], ["age"]) or any(word in _AGED for word in after):
        return True
    return not between and after[:1] in ([","], [")"], [";"], ["."], ["and"])


def _is_joined(document: Document, first: int, ended: set[int]) -> bool:
    """Return whether only an "and" stands between a name and another person's."""
    return (
        first >= 2
        and document.words[first - 1] == "and"
        and bool({first - 1, first - 2} & ended)
        and (first - 1 in ended or document.words[first - 2] == ",")
    )
