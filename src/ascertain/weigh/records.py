"""A source's record across incidents: how often it was first, copied, confirmed, contradicted."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ascertain.model import Claim, Derivation, Incident, Item, Reading, SourceRecord


def records(
    incidents: Sequence[Incident],
    readings: Mapping[str, Reading],
    items: Sequence[Item],
    derivation: Derivation,
) -> tuple[SourceRecord, ...]:
    """Return the record of every source that an item names, by name; it is shown, and changes no grade by itself."""
    by_id = {item.id: item for item in items}
    claims = {claim.id: claim for reading in readings.values() for claim in reading.claims}
    origins = derivation.origin_of_claims()
    takers = {edge.taker for edge in derivation.edges if edge.kind in ("copies", "forwards", "translates", "same_wire")}
    seen: dict[str, Counter[str]] = {}
    for incident in incidents:
        own = [claims[key] for key in incident.claims]
        for source, told in _by_source(own, by_id).items():
            row = seen.setdefault(source, Counter())
            row["incidents"] += 1
            row["first"] += _first(source, incident, by_id)
            row["copied"] += all(claim.item in takers for claim in told)
            row["confirmed"] += _confirmed(told, own, origins)
            against = {key for one in incident.contradictions for key in one.claims}
            row["contradicted"] += any(claim.id in against for claim in told)
    return tuple(
        SourceRecord(source=source, **{name: int(count) for name, count in sorted(row.items())})
        for source, row in sorted(seen.items())
    )


def _by_source(claims: Sequence[Claim], items: Mapping[str, Item]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        item = items.get(claim.item)
        if item is not None and item.source:
            found.setdefault(item.source, []).append(claim)
    return found


def _first(source: str, incident: Incident, items: Mapping[str, Item]) -> bool:
    """Return whether a source's item is the earliest of those that say when they were published."""
    dated = [items[key] for key in incident.items if key in items and items[key].published_at]
    if len({item.source for item in dated}) < 2:
        return False
    earliest = min(dated, key=lambda item: (item.published_at or "", item.id))
    return earliest.source == source


def _confirmed(told: Sequence[Claim], everyone: Sequence[Claim], origins: Mapping[str, str]) -> bool:
    """Return whether another origin gives a figure or doer that this source gives."""
    mine = {origins.get(claim.id) for claim in told}
    facts = {fact for claim in told for fact in _facts(claim)}
    return any(
        origins.get(other.id) not in mine and facts & set(_facts(other))
        for other in everyone
        if other.polarity == "asserted"
    )


def _facts(claim: Claim) -> list[tuple[str, ...]]:
    figures = [(count.outcome, count.item or "", f"{count.low}") for count in claim.counts if count.low is not None]
    return [*figures, *((claim.event, "by", party.id or party.name) for party in claim.perpetrators)]
