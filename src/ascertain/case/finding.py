"""Looking things up in a built case."""

from collections.abc import Iterator
from typing import Any

import msgspec

from ascertain.case.results import Found, Thing
from ascertain.model import Incident, Item, Misused, Reading
from ascertain.model.records import extracted_line, incident_line
from ascertain.storage import BlobVault, Query, Reader
from ascertain.text.bytes_within import byte_range


def find_thing(store: Reader, id: str) -> Thing:
    """Return the incident, item, claim or origin of this id, or the only one whose id begins with it.

    Raises Misused where nothing, or more than one thing, is called so.
    """
    things = [thing for thing in _things(store) if thing.id.startswith(id)]
    exact = [thing for thing in things if thing.id == id]
    if len(exact or things) != 1:
        if not things:
            raise Misused("nothing is called so", item=id, remedy="`ascertain show CASE` lists the incidents.")
        some = ", ".join(sorted(thing.id for thing in things)[:5])
        raise Misused(f"{len(things)} things begin so", item=id, remedy=f"Give more of it: {some} ...")
    return (exact or things)[0]


def _things(store: Reader) -> Iterator[Thing]:
    origins: dict[str, Any] = {}
    for incident in store.read(Query(stage="incident"), Incident):
        yield Thing("incident", incident.id, incident_line(incident))
        origins |= {origin.id: msgspec.to_builtins(origin) for origin in (*incident.origins, *incident.beside)}
    for item in store.read(Query(stage="collect-item"), Item):
        yield Thing("item", item.id, msgspec.to_builtins(item))
    for reading in store.read(Query(stage="resolve"), Reading):
        for claim in extracted_line(reading)["claims"]:
            yield Thing("claim", claim["id"], {**claim, "item": reading.item})
    for id, record in origins.items():
        yield Thing("origin", id, record)


def in_bytes(store: Reader, vault: BlobVault, claim: dict[str, Any]) -> dict[str, Any]:
    """Return which sealed bytes a claim's words are: their digest, and the range where the format holds them."""
    for item in store.read(Query(stage="collect-item", ids=(claim["item"],)), Item):
        if item.capture and item.capture in vault:
            quote = claim["quote"]
            found = byte_range(vault.read(item.capture), item.text, quote["start"], quote["end"])
            return {"digest": item.capture, **({"start": found[0], "end": found[1]} if found else {})}
    return {}


def found_words(store: Reader, words: str, limit: int = 50) -> list[Found]:
    """Return what holds all of `words`, nearest first, each with its own words."""
    hits = store.search(words, limit=limit)
    texts: dict[tuple[str, str], str] = {}
    for item in store.read(Query(stage="collect-item"), Item):
        texts["item", item.id] = item.title or item.source or ""
    for incident in store.read(Query(stage="incident"), Incident):
        texts["incident", incident.id] = incident.title
    for reading in store.read(Query(stage="resolve"), Reading):
        texts |= {("claim", claim.id): claim.quote.text for claim in reading.claims}
    return [Found(hit.kind, hit.id, texts.get((hit.kind, hit.id), "")) for hit in hits]
