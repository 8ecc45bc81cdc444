"""The gate: nothing unreviewed or private goes out by mistake.

Exporters and pages are given what `pass_gate` returns and never the dossier as it was built. What it does, in order:
incidents that nobody has reviewed are left out, or shown and marked; names and exact coordinates are withheld in every
field of every record; points are coarsened; words that are quoted nowhere are blanked; who decided and when something
was sealed are left out.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec

from ascertain.model import (
    Actor,
    Area,
    Claim,
    Decision,
    Dossier,
    Incident,
    Item,
    Mention,
    Misused,
    Reading,
    Recapture,
    Skipped,
    Span,
)
from ascertain.publish.coarsening import coarsen_all
from ascertain.publish.rewriting import rewrite
from ascertain.publish.withholding import Withholder, hide, names_to_withhold, public_names
from ascertain.text.document import Document

BLANK = "░"
_ACTOR_ID = re.compile(r"\bactor-[0-9a-f]{20}\b")
_CONTEXT = 240


@dataclass(frozen=True)
class Gated:
    """What may go out, what was kept back, and which incidents a person has reviewed."""

    dossier: Dossier
    skipped: tuple[Skipped, ...]
    reviewed: frozenset[str]


def pass_gate(dossier: Dossier, *, draft: bool = False) -> Dossier:
    """Return what may go out of a dossier; a `draft` holds the incidents that nobody has reviewed too."""
    return through_gate(dossier, draft=draft).dossier


def through_gate(dossier: Dossier, *, draft: bool = False) -> Gated:
    """Do what `pass_gate` does and say what was kept back.

    Raises Misused where nothing is left to publish, saying how to review an incident.
    """
    reviewed = reviewed_incidents(dossier)
    dossier, skipped = _without_unreviewed(dossier, reviewed, draft=draft)
    dossier = msgspec.structs.replace(dossier, skipped=(*dossier.skipped, *skipped))
    withholder = Withholder(names_to_withhold(dossier), public_names(dossier), (item.text for item in dossier.items))
    dossier = _with_marked_texts(dossier, withholder)
    dossier = _with_new_ids(dossier, withholder)
    areas = tuple(_withheld_area(area, withholder) for area in dossier.areas)
    grid_m = dossier.settings.coarsen_m
    dossier = msgspec.structs.replace(
        rewrite(
            msgspec.structs.replace(dossier, areas=()),
            text=withholder,
            record=lambda thing: coarsen_all(thing, grid_m),
        ),
        areas=areas,
    )
    dossier = msgspec.structs.replace(dossier, incidents=_with_actors_named(dossier))
    return Gated(_without_private_fields(dossier), tuple(skipped), reviewed)


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
            remedy = "Review it, or set publish_unreviewed = true in case.toml, or publish a draft."
            skipped.append(Skipped(stage="publish", item=incident.id, why="nobody has reviewed it", remedy=remedy))
    if dossier.incidents and not shown:
        raise Misused(
            f"none of the {len(dossier.incidents)} incidents may be published: {skipped[0].why}",
            remedy="Review an incident, or set publish_unreviewed = true in case.toml, or publish a draft (--draft).",
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


def _with_marked_texts(dossier: Dossier, withholder: Withholder) -> Dossier:
    """Mark each item's text once, in place, and take every quote anew from it: no quote can disagree with its item.

    Marking quotes by themselves could miss a name that the edge of a quote cuts in two.
    """
    withheld = {d.about for d in dossier.decisions if d.verb == "withhold"}
    show_all = dossier.settings.publish_texts or dossier.settings.reconstruction
    readings = {reading.item: reading for reading in dossier.readings}
    items: list[Item] = []
    marked: dict[str, str] = {}
    for item in dossier.items:
        reading = readings.get(item.id, Reading(item=item.id))
        text = hide(item.text, withholder.spans(item.text))
        text = hide(text, _withheld_spans(item, reading, withheld))
        marked[item.id] = text
        shown = text if show_all else _blanked(text, item, reading)
        items.append(msgspec.structs.replace(item, text=shown))
    taken = tuple(
        rewrite(reading, record=partial(_retaken, text=marked.get(reading.item, ""))) for reading in dossier.readings
    )
    return msgspec.structs.replace(dossier, items=tuple(items), readings=taken)


def _withheld_spans(item: Item, reading: Reading, withheld: set[str]) -> list[tuple[int, int]]:
    if item.id in withheld:
        return [(0, len(item.text))]
    return [(claim.quote.start, claim.quote.end) for claim in reading.claims if claim.id in withheld]


def _retaken(thing: Any, text: str) -> Any:
    """Return a span or mention with its words taken from the marked text."""
    if isinstance(thing, (Span, Mention)):
        words = text[thing.start : thing.end]
        return thing if words == thing.text else msgspec.structs.replace(thing, text=words)
    return thing


def _blanked(text: str, item: Item, reading: Reading) -> str:
    """Return `text`, of the same length, in which only quoted sentences and a little around them can be read."""
    keep = shown_spans(item, reading)
    parts, position = [], 0
    for start, end in keep:
        parts.append(_blank(text[position:start]) + text[start:end])
        position = end
    return "".join((*parts, _blank(text[position:])))


def _blank(text: str) -> str:
    return "".join(character if character == "\n" else BLANK for character in text)


def shown_spans(item: Item, reading: Reading) -> list[tuple[int, int]]:
    """Return the ranges of an item's text that may be shown: sentences that hold a quote, merged and in order."""
    if not reading.claims:
        return []
    document = Document(item.text, item.furniture)
    spans = []
    for claim in reading.claims:
        words = document.words_in(claim.quote.start, claim.quote.end)
        start, end = claim.quote.start, claim.quote.end
        if len(words):
            first = document.sentences[document.sentence_of(words[0])][0]
            last = document.sentences[document.sentence_of(words[-1])][1]
            start = min(start, max(document.starts[first], start - _CONTEXT))
            end = max(end, min(document.ends[last - 1], end + _CONTEXT))
        spans.append((start, end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _with_new_ids(dossier: Dossier, withholder: Withholder) -> Dossier:
    """Rename what is named by withheld words: an id made from a quote would let a guess at the name be confirmed."""
    renamed: dict[str, str] = {}
    for reading in dossier.readings:
        for number, claim in enumerate(reading.claims):
            if _is_marked(claim):
                renamed[claim.id] = f"claim-of-{reading.item}-{number + 1}"
    for number, item in enumerate(dossier.items):
        if withholder(item.id) != item.id:
            renamed[item.id] = f"item-{number + 1}"
    if not renamed:
        return dossier
    renamed = {old: _with_new_item(new, renamed) for old, new in renamed.items()}
    inside = re.compile(
        "|".join(re.escape(old) for old in sorted(renamed, key=len, reverse=True) if len(old) > 12) or "(?!)"
    )
    return rewrite(dossier, text=lambda text: _without_old_ids(text, renamed, inside))


def _without_old_ids(text: str, renamed: dict[str, str], inside: re.Pattern[str]) -> str:
    """Return a text with new ids, whether it is one or, as reasons do, names some; a report's own words stay."""
    if text in renamed:
        return renamed[text]
    return inside.sub(lambda match: renamed[match.group()], text) if len(text) < 10_000 else text


def _with_new_item(new: str, renamed: dict[str, str]) -> str:
    """Return a claim's new id with the new id of its item in it."""
    for old, item in renamed.items():
        if old in new and old != new and not old.startswith("claim-"):
            return new.replace(old, item)
    return new


def _is_marked(claim: Claim) -> bool:
    return "█" in claim.quote.text


def _withheld_area(area: Area, withholder: Withholder) -> Area:
    """Return an area with names withheld; its outline is what a party declared in public and stays as it is."""
    outline = area.geometry
    return msgspec.structs.replace(
        rewrite(msgspec.structs.replace(area, geometry=""), text=withholder), geometry=outline
    )


def _with_actors_named(dossier: Dossier) -> tuple[Incident, ...]:
    """Return the incidents with the names of actors in sentences that other stages wrote with their ids."""
    mentions = [mention for reading in dossier.readings for mention in reading.mentions]
    names = {mention.value.id: mention.value.name for mention in mentions if isinstance(mention.value, Actor)}
    return rewrite(
        dossier.incidents,
        text=lambda text: _ACTOR_ID.sub(lambda id_: names.get(id_[0], id_[0]), text) if " " in text else text,
    )


def _without_private_fields(dossier: Dossier) -> Dossier:
    keep_author = dossier.settings.reconstruction
    return msgspec.structs.replace(
        dossier,
        items=tuple(i if keep_author else msgspec.structs.replace(i, author=None) for i in dossier.items),
        captures=tuple(msgspec.structs.replace(capture, sealed_at="") for capture in dossier.captures),
        decisions=tuple(_unsigned(decision) for decision in dossier.decisions if decision.verb != "withhold"),
        checkpoint="",
    )


def _unsigned(decision: Decision) -> Decision:
    return msgspec.structs.replace(decision, by="a person of the desk", detail={})
