"""People and organisations that no pack knows, by how their names are built."""

from collections.abc import Container, Iterator

from ascertain.extract.names.named import Named, parts_at_and
from ascertain.extract.names.party_lexicon import PartyWord, given_names, name_particles, organisation_heads
from ascertain.extract.names.phrases import best, is_a
from ascertain.extract.names.told_people import with_told_people
from ascertain.extract.names.vocabulary import is_everyday
from ascertain.languages.place_words import storm_words
from ascertain.text import Document, Hit

_INNER = frozenset("of the and for & - ' . on to al el bin ibn de da del la las los der van von du y".split())
_LETTERS = 3  # letters that an abbreviation has at least
_NO_NAME = frozenset(
    "the a an in on at by of for from to and or but this that these those it he she they we i as is was were are has "
    "have had with after before during since when while if today yesterday tomorrow tonight "
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)


_ENDS = frozenset(".!?")
_WHICH = frozenset({"ii", "iii", "iv", "jr", "sr"})
_UPON = frozenset({"on", "to"})
_COUNTED = frozenset({"police", "gendarmes"})  # heads of bodies' names that are also many men


def is_capitals(document: Document) -> bool:
    """Return whether the text is written in capitals throughout, as old wires are."""
    sample = document.text[:800]
    upper = sum(map(str.isupper, sample))
    return upper > 40 and upper > 4 * sum(map(str.islower, sample))


def capital_runs(document: Document) -> list[tuple[int, int]]:
    """Return the runs of capitalised words, with the small words and marks that names hold inside."""
    words, text, starts = document.words, document.text, document.starts
    capital = [index for index, start in enumerate(starts) if text[start].isupper()]
    runs: list[tuple[int, int]] = []
    for index in capital:
        if runs and _continues(document, runs[-1][1], index):
            runs[-1] = (runs[-1][0], index + 1)
        else:
            first = index
            while first and words[first - 1].isascii() and _ordinal(words, first) and document.touches(first):
                first -= 1
            runs.append((first, index + 1))
    return runs


def _ordinal(words: list[str], index: int) -> bool:
    return words[index - 1].isdigit()


def _continues(document: Document, last: int, index: int) -> bool:
    gap = document.words[last:index]
    if len(gap) > 3 or "\n" in document.text[document.ends[last - 1] : document.starts[index]]:
        return False
    if any(
        word == "-" and not (document.touches(at) and document.touches(at + 1)) for at, word in enumerate(gap, last)
    ):
        return False  # "Orda, AGENCY - A source": a dash that stands apart ends a name
    if gap == ["."]:  # "U.S.", "Stephen J. Townsend", "Lt. Gen."
        return document.touches(last) and document.ends[last - 1] - document.starts[last - 1] <= 5
    return all(word in _INNER or word.isdigit() for word in gap) and "." not in gap


def organisations(document: Document, runs: list[tuple[int, int]], hits: list[Hit[PartyWord]]) -> list[Named]:
    """Return the capitalised runs that end or begin as organisations' names do."""
    heads = organisation_heads()
    begun_by = {hit.first: (hit.last, tag) for hit in hits if (tag := best(hit, "start"))}
    starts = {first: last for first, (last, _) in begun_by.items()}
    found = []
    ends = frozenset(hit.last for hit in hits if is_a(hit, "name"))
    for first, last in _parted(document, runs, heads, (starts, ends)):
        begin = first
        while begin < last and (
            document.words[begin] in _NO_NAME
            or not document.words[begin][0].isalnum()
            or document.words[begin + 1 : begin + 2] == ["the"]
            or (begin > first and document.words[begin].isdigit())
        ):
            begin += 1  # "In 2006 the Orda Association"; of "May 18 Coalition" the day is no part of the name
        end = next((index for index in range(last, begin + 1, -1) if _is_head(document, index, heads)), None)
        begun = next((index for index in range(begin, last) if starts.get(index, last) < last), None)
        if begun is not None:
            found.append(Named(begun, last, begun_by[begun][1].value or "organisation"))
        elif end is not None and end - begin > 1 and not _counts_them(document, begin, end):
            found.append(Named(begin, end, "organisation"))
    return found


def _counts_them(document: Document, begin: int, end: int) -> bool:
    """Whether a headline counts men and names no body: "Blast Kills at Least 12 Afghan Police"."""
    return document.words[end - 1] in _COUNTED and any(word.isdigit() for word in document.words[begin : end - 1])


def _parted(
    document: Document, runs: list[tuple[int, int]], heads: frozenset[str], known: tuple[Container[int], Container[int]]
) -> Iterator[tuple[int, int]]:
    """Yield capitalised runs, those of two organisations in two: "the 4th Brigade and the Support Authority".

    `known` are the words at which organisations' names begin, and those before which names of parties end.
    """
    starts, ends = known
    for first, last in runs:
        begin = first
        for index in range(first + 1, last - 1):
            second = document.words[index] == "and" and document.words[index + 1] == "the"
            second = second and (begin in starts or _is_head(document, index, heads))
            upon = index in ends and document.words[index] in _UPON  # "an attack by ISN on the Orda Police"
            if second or upon or _joins_to_letters(document, begin, index):
                yield begin, index
                begin = index + 1
        yield begin, last


def _joins_to_letters(document: Document, begin: int, index: int) -> bool:
    """Whether "and" stands right behind the letters of one party's name: "the TNX and Orda Armed Forces"."""
    begin += document.words[begin] == "the"
    word = document.quote(begin, begin + 1)
    letters = index == begin + 1 and word.isupper() and len(word) >= _LETTERS and word.isalpha()
    follows = document.quote(index + 1, index + 2)
    return letters and document.words[index] == "and" and not follows.isupper()


def _is_head(document: Document, end: int, heads: frozenset[str]) -> bool:
    index = end - 1
    return document.words[index] in heads and document.text[document.starts[index]].isupper()


def latin_people(
    document: Document, runs: list[tuple[int, int]], hits: list[Hit[PartyWord]], capitals: bool
) -> list[Named]:
    """Return people: a given name and what follows it, or whatever follows a rank or title."""
    before = {hit.last: hit for hit in hits if is_a(hit, "title", "office")}
    given = given_names()
    found = []
    for first, last in _in_capitals(document, hits) if capitals else parts_at_and(document, runs):
        begin, titled = _begin(document, first, last, before)
        if begin is None or begin >= last:
            continue
        span = _person(document, begin, last, titled is not None, given)
        if span:
            found.append(Named(begin, span, "person", titled is None or any(tag.private for tag in titled.tags)))
    if capitals:
        return _and_surnames(document, found)
    return _and_first_names(document, _and_surnames(document, with_told_people(document, runs, hits, found)), given)


def _in_capitals(document: Document, hits: list[Hit[PartyWord]]) -> list[tuple[int, int]]:
    """Return where a name may stand in a text without small letters: from a title or given name on."""
    runs = []
    for hit in hits:
        if is_a(hit, "title", "given") or (is_a(hit, "office") and not is_a(hit, "noun")):
            last = hit.last
            while last < len(document) and last < hit.last + 3 and _may_be_name(document.words[last]):
                last += 1
            runs.append((hit.first, last))
    return runs


def _may_be_name(word: str) -> bool:
    """Whether a word of a text in capitals can be part of a name: none that everybody uses ("SAID ITS FORCES")."""
    usual = word in _NO_NAME or word.endswith(("ed", "ing", "ly")) or is_everyday(word)
    return word.isalpha() and len(word) > 2 and not usual


def _begin(
    document: Document, first: int, last: int, before: dict[int, Hit[PartyWord]]
) -> tuple[int | None, Hit[PartyWord] | None]:
    """Return where the name itself begins in a run, after the titles, and the last of these."""
    titled = None
    for index in range(last - 1, first - 1, -1):
        point = index - 1 if index > first and document.words[index - 1] == "." else index
        if point in before:
            return index, before[point]
        if index in before:
            titled = before[index]
            return index, titled
    names = (index for index in range(first, last) if document.words[index] in given_names())
    return next(names, None), None


def _person(document: Document, begin: int, last: int, titled: bool, given: frozenset[str]) -> int | None:
    """Return where the name that begins at `begin` ends, or None if it is none."""
    words = document.words
    end = begin
    while end < last and end < begin + 7 and (words[end].isalpha() or words[end] in (".", "-", "'")):
        if words[end] in ("of", "the", "and", "for", "on", "to"):
            break
        end += 1
    while end > begin and not words[end - 1].isalpha():
        end -= 1
    long = sum(len(word) > 1 and word not in name_particles() for word in words[begin:end])
    if end == begin or words[begin] in _NO_NAME or words[begin] in organisation_heads():
        return None
    if begin and words[begin - 1] in storm_words():
        return None  # "Hurricane Matthew Hits Orda"
    if titled and long:
        return end
    return end if words[begin] in given and end - begin > 1 else None


def _and_first_names(document: Document, found: list[Named], given: frozenset[str]) -> list[Named]:
    """Add the places where somebody is called by the first name alone, behind the full name and not beside others."""
    first_names: dict[str, Named] = {}
    for person in found:
        word = document.words[person.first]
        if person.type == "person" and person.last - person.first > 1 and len(word) > 3 and word in given:
            first_names.setdefault(word, person)
    taken = {index for person in found for index in range(person.first, person.last)}
    again = [
        Named(index, index + 1, "person", first_names[word].private)
        for index, word in enumerate(document.words)
        if word in first_names and index not in taken and index >= first_names[word].last and _is_alone(document, index)
    ]
    return sorted([*found, *again])


def _is_alone(document: Document, index: int) -> bool:
    """Whether a capitalised word has no other beside it, with which it would be another name."""
    text, starts = document.text, document.starts
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(document)]
    return text[starts[index]].isupper() and not any(
        text[starts[at]].isupper() and at != 0 and document.words[at - 1] not in _ENDS for at in beside
    )


def _surname(document: Document, person: Named) -> int:
    """Return the word of a person's last name, before what tells which of that name: "John Roe IV", "John Roe Jr."."""
    at = person.last - 1
    while at > person.first and (document.words[at] in _WHICH or not document.words[at].isalpha()):
        at -= 1
    return at


def _and_surnames(document: Document, found: list[Named]) -> list[Named]:
    """Add the places where somebody who was named in full is called by the last name alone."""
    last_names = {
        document.words[_surname(document, person)]: person
        for person in found
        if _surname(document, person) > person.first and len(document.words[_surname(document, person)]) > 3
    }
    taken = {index for person in found for index in range(person.first, person.last)}
    if not last_names:
        return found
    again = [
        Named(index, index + 1, "person", last_names[word].private)
        for index, word in enumerate(document.words)
        if word in last_names and index not in taken and document.text[document.starts[index]].isupper()
    ]
    return sorted([*found, *again])
