"""The gate: nothing unreviewed or private goes out by mistake.

Exporters and pages are given what `pass_gate` returns and never the dossier as it was built. What it does, in order:
incidents that nobody has reviewed are left out, or shown and marked; names and exact coordinates are withheld in every
field of every record; points are coarsened; words that are quoted nowhere are blanked; who decided and when something
was sealed are left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from ascertain.model import Area, Decision, Dossier, Incident, Misused, Recapture, Skipped
from ascertain.publish.gating import Gating, keys_of, lines_passed
from ascertain.publish.rewriting import rewrite
from ascertain.publish.showing import BLANK
from ascertain.publish.withholding import Withholder, names_to_withhold, public_names
from ascertain.storage.memory import Memory

__all__ = ["BLANK", "Gated", "pass_gate", "reviewed_incidents", "through_gate"]


@dataclass(frozen=True)
class Gated:
    """What may go out, what was kept back, and which incidents a person has reviewed.

    `keys` has a digest for each item and incident by its published id: the same digest, the same record (and, of an
    item, the same reading). `lines` are those of incidents.jsonl, extracted.jsonl and items.jsonl.
    """

    dossier: Dossier
    skipped: tuple[Skipped, ...]
    reviewed: frozenset[str]
    keys: Mapping[str, str]
    lines: Mapping[str, Sequence[str]]


def pass_gate(dossier: Dossier, *, draft: bool = False, memory: Memory | None = None) -> Dossier:
    """Return what may go out of a dossier; a `draft` holds the incidents that nobody has reviewed too."""
    return through_gate(dossier, draft=draft, memory=memory).dossier


def through_gate(dossier: Dossier, *, draft: bool = False, memory: Memory | None = None) -> Gated:
    """Do what `pass_gate` does and say what was kept back; `memory` holds what passed in earlier runs.

    Raises Misused where nothing is left to publish, saying how to review an incident.
    """
    reviewed = reviewed_incidents(dossier)
    dossier, skipped = _without_unreviewed(dossier, reviewed, draft=draft)
    dossier = msgspec.structs.replace(dossier, skipped=(*dossier.skipped, *skipped))
    withholder = Withholder(names_to_withhold(dossier), public_names(dossier), (item.text for item in dossier.items))
    gating = Gating(dossier, withholder, memory or Memory(), "draft" if draft else "version")
    through = gating.run()
    areas = tuple(_withheld_area(area, withholder) for area in dossier.areas)
    rest = gating.through(msgspec.structs.replace(dossier, areas=(), items=(), readings=(), incidents=(), versions=()))
    whole = msgspec.structs.replace(
        _without_private_fields(rest),
        areas=areas,
        items=tuple(through.items[item.id].item for item in dossier.items),
        readings=tuple(
            through.items[reading.item].reading for reading in dossier.readings if reading.item in through.items
        ),
        incidents=tuple(through.incidents[incident.id].incident for incident in dossier.incidents),
        versions=through.versions,
    )
    return Gated(whole, tuple(skipped), reviewed, keys_of(dossier, through), lines_passed(dossier, through))


def reviewed_incidents(dossier: Dossier) -> frozenset[str]:
    """Return the incidents whose last word from a person is a review that was not withdrawn."""
    withdrawn = {decision.about for decision in dossier.decisions if decision.verb == "withdraw"}
    return frozenset(d.about for d in dossier.decisions if d.verb == "review" and d.id not in withdrawn)


def _without_unreviewed(dossier: Dossier, reviewed: frozenset[str], *, draft: bool) -> tuple[Dossier, list[Skipped]]:
    withheld = {d.about for d in dossier.decisions if d.verb == "withhold"}
    shown, skipped = [], []
    for incident in dossier.incidents:
        if incident.id in withheld:
            skipped.append(Skipped(stage="publish", item=incident.id, why="a person decided to withhold this incident"))
        elif draft or incident.id in reviewed or dossier.settings.publish_unreviewed:
            shown.append(incident)
        else:
            remedy = 'read it, then `ascertain decide CASE review ID --because "..."`'
            skipped.append(Skipped(stage="publish", item=incident.id, why="nobody has reviewed it", remedy=remedy))
    if dossier.incidents and not shown:
        raise Misused(
            f"no incident here may be published ({len(dossier.incidents)} in all): {skipped[0].why}",
            remedy="Read them (`ascertain serve CASE` shows the draft), then review them: "
            '`ascertain decide CASE review ID --because "..."`, or `review all`.',
        )
    if not skipped:
        return dossier, []
    kept = _only_of(dossier, tuple(shown))
    left_out = {item.id for item in dossier.items} - {item.id for item in kept.items}
    why = "it is in no incident that may be published"
    skipped += [Skipped(stage="publish", item=item_id, why=why) for item_id in sorted(left_out)]
    return kept, skipped


def _only_of(dossier: Dossier, incidents: tuple[Incident, ...]) -> Dossier:
    """Return the dossier with these incidents and what they rest on, and nothing of the others."""
    items = {item for incident in incidents for item in incident.items}
    stated = {area.stated_in for area in dossier.areas}
    claims = {claim for incident in incidents for claim in incident.claims}
    ids = {incident.id for incident in incidents}
    digests = {item.capture for item in dossier.items if item.id in items | stated}
    readings = tuple(
        msgspec.structs.replace(reading, claims=tuple(c for c in reading.claims if c.id in claims))
        for reading in dossier.readings
        if reading.item in items | stated
    )
    origins = tuple(
        msgspec.structs.replace(
            origin,
            items=tuple(i for i in origin.items if i in items),
            claims=tuple(c for c in origin.claims if c in claims),
        )
        for origin in dossier.derivation.origins
        if items.intersection(origin.items)
    )
    known = {item.id for item in dossier.items} | {c.id for reading in dossier.readings for c in reading.claims}
    hidden = known - items - claims
    edges = tuple(e for e in dossier.derivation.edges if e.taker not in hidden and e.giver not in hidden)
    versions = tuple(
        msgspec.structs.replace(
            version,
            incidents=_linked_within(version.incidents, ids),
            changes=tuple(c for c in version.changes if c.incident in ids),
        )
        for version in dossier.versions
    )
    return msgspec.structs.replace(
        dossier,
        incidents=_linked_within(incidents, ids),
        items=tuple(item for item in dossier.items if item.id in items | stated),
        captures=tuple(capture for capture in dossier.captures if capture.digest in digests),
        readings=readings,
        derivation=msgspec.structs.replace(dossier.derivation, origins=origins, edges=edges),
        recaptures=_recaptures_within(dossier.recaptures, items | {item for item in stated if item}, claims),
        versions=versions,
        decisions=tuple(d for d in dossier.decisions if d.about in ids | items | claims),
    )


def _recaptures_within(recaptures: tuple[Recapture, ...], items: set[str], claims: set[str]) -> tuple[Recapture, ...]:
    """Return the comparisons of which every item is among `items`, without claims that are not among `claims`."""
    return tuple(
        msgspec.structs.replace(
            one,
            claims_gone=tuple(c for c in one.claims_gone if c in claims),
            claims_came=tuple(c for c in one.claims_came if c in claims),
        )
        for one in recaptures
        if {item for item in (one.earlier_item, one.later_item) if item} <= items
    )


def _linked_within(incidents: tuple[Incident, ...], ids: set[str]) -> tuple[Incident, ...]:
    """Return the incidents that are among `ids`, each without its links to others."""
    return tuple(
        msgspec.structs.replace(incident, links=tuple(link for link in incident.links if link.to in ids))
        for incident in incidents
        if incident.id in ids
    )


def _withheld_area(area: Area, withholder: Withholder) -> Area:
    """Return an area with names withheld; its outline is what a party declared in public and stays as it is."""
    outline = area.geometry
    return msgspec.structs.replace(
        rewrite(msgspec.structs.replace(area, geometry=""), text=withholder), geometry=outline
    )


def _without_private_fields(dossier: Dossier) -> Dossier:
    return msgspec.structs.replace(
        dossier,
        captures=tuple(msgspec.structs.replace(capture, sealed_at="") for capture in dossier.captures),
        decisions=tuple(_unsigned(decision) for decision in dossier.decisions if decision.verb != "withhold"),
        checkpoint="",
    )


def _unsigned(decision: Decision) -> Decision:
    return msgspec.structs.replace(decision, by="a person of the desk", detail={})
