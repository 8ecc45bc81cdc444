"""From items to readings: extract, then resolve, each item for itself."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from ascertain.extract.headline import headline_of, is_foreign
from ascertain.extract.interface import Extractor
from ascertain.extract.stage import extract, find_extractors
from ascertain.knowledge import Knowledge, load
from ascertain.model import Headline, Item, Reading, Settings, content_id
from ascertain.resolve.stage import resolve

_MOST_SILENT = 10_000
Read = TypeVar("Read", Reading, Headline)


def reader(
    knowledge: Knowledge, settings: Settings, besides: Sequence[Extractor] = (), *, few: bool = False
) -> Callable[[Item], Reading]:
    """Return the function from an item to its resolved reading; extractors `besides` those installed are asked last.

    The gazetteer is loaded here, so that workers that are forked to run the function share it: without what is needed
    only to read many items quickly, where `few` are to be read. Headlines are read by those installed: nothing rests on
    them that were worth asking `besides` for.
    """
    installed = find_extractors()
    if not few:
        knowledge.gazetteer.prepare()

    def read(item: Item, extractors: Sequence[Extractor]) -> Reading:
        return resolve(item, extract(item, knowledge, extractors), knowledge, settings)

    silent: set[str] = set()  # headlines that claim nothing: a page's name returns with each of its posts

    def read_with_headline(item: Item) -> Reading:
        reading, beside = read(item, (*installed, *besides)), headline_of(item)
        if beside is None or beside.text in silent or reading.skipped is not None:
            return reading
        told = read(beside, installed)
        if not told.claims:
            if len(silent) < _MOST_SILENT:
                silent.add(beside.text)
            return reading
        foreign = is_foreign(beside.text, item)
        headline = Headline(text=beside.text, foreign=foreign, mentions=told.mentions, claims=told.claims)
        return msgspec.structs.replace(reading, headline=headline)

    return read_with_headline


def without_parsed(reading: Reading) -> Reading:
    """Return a reading without the extractor's own view of its words, which no later stage reads."""
    headline = _bare(reading.headline) if reading.headline is not None else None
    return msgspec.structs.replace(_bare(reading), headline=headline)


def _bare(reading: Read) -> Read:
    def bare(mention: object) -> object:
        return msgspec.structs.replace(mention, parsed=None) if mention is not None else None  # type: ignore[type-var]

    claims = tuple(
        msgspec.structs.replace(
            claim,
            when=bare(claim.when),
            said_at=bare(claim.said_at),
            where=bare(claim.where),
            means=tuple(bare(mention) for mention in claim.means),
        )
        for claim in reading.claims
    )
    return msgspec.structs.replace(reading, mentions=tuple(bare(one) for one in reading.mentions), claims=claims)


def extract_text(text: str, *, knowledge: Knowledge | None = None, settings: Settings | None = None) -> Reading:
    """Return the resolved mentions and claims of a text, by the built-in knowledge unless other is given."""
    item = Item(id=content_id("item", text), text=text)
    return reader(knowledge or load(), settings or Settings(), few=True)(item)
