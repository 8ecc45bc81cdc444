"""Decisions on what they are about today, so that a build from nothing follows them as one that remembers does."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ascertain.model import Decision, Incident, Reading
from ascertain.preserve import attach


def attached(
    held: Sequence[Decision],
    readings: Iterable[Reading],
    items: Mapping[str, str],
    incidents: Iterable[Incident] = (),
) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """Return the decisions, each on the id that its words have now, and in words those whose words are gone.

    `items` are titles by id, those of items that a decision left out too.
    """
    if not held:
        return (), ()
    claims = [claim for reading in readings for claim in reading.claims]
    placed = attach(held, claims, {**items, **{incident.id: incident.title for incident in incidents}})
    # Without words an id is all there is: an actor's id, or an item that is not read yet.
    kept = tuple(
        msgspec.structs.replace(one.decision, about=one.about or one.decision.about)
        for one in placed
        if one.state != "orphaned" or not one.decision.words
    )
    orphaned = (one for one in placed if one.state == "orphaned" and one.decision.words)
    return kept, tuple(f"{one.decision.id}: {one.because}" for one in orphaned)
