"""People who share the surname of somebody well known: "Turki al-Maliki" is not Nouri al-Maliki."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ascertain.extract.names.party_lexicon import given_names
from ascertain.extract.names.phrases import Phrase
from ascertain.model import Actor
from ascertain.text import Document
from ascertain.text.fold import fold

_WITH_ARTICLE = 3  # words: "al", "-", "Maliki"


def without_namesakes(document: Document, phrases: Sequence[Phrase], actors: Mapping[str, Actor]) -> Iterator[Phrase]:
    """Yield the phrases without the surname of a known person behind another's first name, and where it comes again.

    What stands before the first name in the phrase, an office, is kept.
    """
    named = dict[str, str | None]()  # the last word of a person's name, and whose it is here
    for phrase in phrases:
        known = _person(phrase, actors)
        if known is None:
            yield phrase
            continue
        surname, alone = document.words[phrase.last - 1], phrase.head.last - phrase.head.first <= _WITH_ARTICLE
        if not alone:
            named.setdefault(surname, known.id)
        if alone and _bears_another_name(document, phrase, known):
            named[surname] = None
            if office := [hit for hit in phrase.hits[:-1] if hit.last < phrase.head.first]:
                yield replace(phrase, last=office[-1].last, hits=office, head=office[-1])
        elif named.get(surname, known.id) == known.id:
            yield phrase


def _person(phrase: Phrase, actors: Mapping[str, Actor]) -> Actor | None:
    """Return the one person whom a phrase names, if it is one."""
    named = {tag.value for tag in phrase.head.tags if tag.kind == "name"}
    known = actors.get(next(iter(named))) if len(named) == 1 else None
    return known if known is not None and known.type == "person" else None


def _bears_another_name(document: Document, phrase: Phrase, known: Actor) -> bool:
    """Whether the word before a surname is a first name, and none that the known person has."""
    before = phrase.head.first - 1
    if before < 0 or document.words[before] not in given_names() or "\n" in document.quote(before, phrase.head.last):
        return False
    own = {word for name in (known.name, *known.aliases) for word in fold(name).split()}
    return document.words[before] not in own
