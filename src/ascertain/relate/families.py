"""Families: items of one source, one publisher, one party to the conflict."""

from collections.abc import Iterator

from ascertain.model import Edge
from ascertain.relate.collection import Collection
from ascertain.relate.directory import name_key


def find_families(collection: Collection) -> Iterator[Edge]:
    """Yield an edge from each item to the voice that publishes it, where another item has the same voice.

    The edges make a star and not a clique, so that a thousand posts of one account cost a thousand edges.
    """
    members: dict[str, list[int]] = {}
    for place, voice in enumerate(collection.voices):
        members.setdefault(voice.key, []).append(place)
    for key, places in sorted(members.items()):
        if len(places) < 2:
            continue
        voice = collection.voices[places[0]]
        names = {name_key(collection.items[place].source or "") for place in places}
        if voice.unstated:
            kind, because = "same_source", "nobody is named as the publisher of either, so they can't be told apart"
        elif voice.party:
            kind, because = "same_party", f"both are the word of {voice.name}, a party to the conflict"
        elif key.startswith("publisher:") and len(names) > 1:
            kind, because = "same_publisher", f"both belong to {voice.name}"
        else:
            kind, because = "same_source", f"both are published by {voice.name}"
        for place in places:
            yield Edge(
                taker=collection.items[place].id,
                giver=key,
                kind=kind,  # type: ignore[arg-type]
                because=because,
                evidence=collection.items[place].source or collection.items[place].url or "",
            )
