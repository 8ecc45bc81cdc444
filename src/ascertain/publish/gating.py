"""What the gate does to each record: every item and incident for itself, so that only those that changed go through.

What is done to one record depends on it and on a `Gating`: the names to hide, the new ids of what is named by hidden
words, and the case's settings. The digest of both is the key under which the result is remembered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from ascertain.integrity.canonical import digest_of
from ascertain.model import Actor, Claim, Dossier, Incident, Item, Reading, Version
from ascertain.model.records import extracted_line, incident_line
from ascertain.model.thing import Thing
from ascertain.publish.coarsening import coarsen_all
from ascertain.publish.public_records import item_record, line
from ascertain.publish.rewriting import rewrite
from ascertain.publish.showing import marked
from ascertain.publish.withholding import MARK, Withholder
from ascertain.storage.memory import Memory
from ascertain.storage.records import digest_of_record, encode_as_it_is

_ACTOR_ID = re.compile(r"\bactor-[0-9a-f]{20}\b")
_ACTOR_ID_IN_BYTES = re.compile(rb"\bactor-[0-9a-f]{20}\b")
_CLAIM_ID = re.compile(rb"claim-[0-9a-f]{20}")


class GatedItem(Thing, frozen=True, kw_only=True):
    """An item and its reading as they may go out, with their lines in the public formats."""

    item: Item
    reading: Reading
    item_line: str
    extracted_line: str


class GatedIncident(Thing, frozen=True, kw_only=True):
    """An incident as it may go out, with its line in the public format."""

    incident: Incident
    line: str


@dataclass(frozen=True)
class Through:
    """The records that have passed, by id, and the key of each: the same key, the same record."""

    items: Mapping[str, GatedItem]
    incidents: Mapping[str, GatedIncident]
    versions: tuple[Version, ...]
    keys: Mapping[str, str]


def read_ahead(memory: Memory, edition: str) -> None:
    """Have the memory read what passed the gate in earlier runs, for when there is time to spare."""
    for kind, record in (("item", GatedItem), ("incident", GatedIncident)):
        memory.read_ahead(f"{edition} {kind}", record)


@dataclass
class Gating:
    """Lets the records of a dossier through one by one."""

    dossier: Dossier
    withholder: Withholder
    memory: Memory
    edition: str
    renamed: dict[str, str] = field(default_factory=dict)

    def run(self) -> Through:
        """Return the dossier's items, readings, incidents and versions as they may go out."""
        self.renamed = self._new_ids()
        items = self._recall("item", self._items, self._gated_item, GatedItem)
        incidents = {one.id: one for one in self.dossier.incidents}
        gated = self._recall("incident", incidents, lambda id: self._gated_incident(incidents[id]), GatedIncident)
        versions = {str(one.number): one for one in self.dossier.versions}
        shown = self._recall("version", versions, lambda number: self.through(versions[number]), Version)
        return Through(items[0], gated[0], tuple(shown[0].values()), items[1] | gated[1])

    @cached_property
    def _items(self) -> dict[str, tuple[Item, Reading]]:
        readings = {reading.item: reading for reading in self.dossier.readings}
        return {item.id: (item, readings.get(item.id) or Reading(item=item.id)) for item in self.dossier.items}

    @cached_property
    def _withheld(self) -> set[str]:
        return {decision.about for decision in self.dossier.decisions if decision.verb == "withhold"}

    @cached_property
    def _manner(self) -> str:
        """Return the digest of what, besides a record and what it names, decides how it goes through."""
        items = {old: new for old, new in self.renamed.items() if not old.startswith("claim-")}
        settings = self.dossier.settings
        shown = (settings.coarsen_m, settings.publish_texts, settings.reconstruction)
        return digest_of_record((self.withholder.digest, sorted(self._withheld), shown, sorted(items.items())))

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        return {id: encode_as_it_is(pair) for id, pair in self._items.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Return the public names of the actors whose ids other stages write into their sentences."""
        known = (mention.value for _, reading in self._items.values() for mention in reading.mentions)
        return {actor.id: self.withholder(actor.name) for actor in known if isinstance(actor, Actor)}

    def _recall(
        self, kind: str, records: Mapping[str, Any], make: Any, made: Any
    ) -> tuple[dict[str, Any], dict[str, str]]:
        keys = {
            id: self._key(self._contents[id] if kind == "item" else encode_as_it_is(one), kind)
            for id, one in records.items()
        }
        return self.memory.recall(f"{self.edition} {kind}", keys, make, made), keys

    def _key(self, content: bytes, kind: str) -> str:
        """Return the digest of a record, of how it goes through, and of the new ids and names of what it cites."""
        cited, actors = [], []
        if self.renamed:
            cited = sorted({found.decode() for found in _CLAIM_ID.findall(content)} & self.renamed.keys())
        if kind == "incident":
            actors = sorted({found.decode() for found in _ACTOR_ID_IN_BYTES.findall(content)} & self._names.keys())
        named = [(old, self.renamed[old]) for old in cited], [(actor, self._names[actor]) for actor in actors]
        return digest_of_record((digest_of(content), self._manner, named))

    def _new_ids(self) -> dict[str, str]:
        """Name anew what withheld words name: an id made from a quote would let a guess at the name be confirmed."""
        keys = {
            id: digest_of_record((digest_of(content), self.withholder.digest, sorted(self._withheld)))
            for id, content in self._contents.items()
        }
        found = self.memory.recall(f"{self.edition} ids", keys, self._marked_claims, dict[str, str])
        renamed = {old: new for claims in found.values() for old, new in claims.items()}
        for number, item in enumerate(self.dossier.items):
            if self.withholder(item.id) != item.id:
                renamed[item.id] = f"item-{number + 1}"
        return {old: _with_new_item(new, renamed) for old, new in renamed.items()}

    def _marked_claims(self, id: str) -> dict[str, str]:
        _, reading = self._marked(id)
        return {
            claim.id: f"claim-of-{id}-{number + 1}" for number, claim in enumerate(reading.claims) if _is_marked(claim)
        }

    def _marked(self, id: str) -> tuple[Item, Reading]:
        item, reading = self._items[id]
        return marked(item, reading, self.dossier.settings, self.withholder, self._withheld)

    def _gated_item(self, id: str) -> GatedItem:
        item, reading = self.through(self._marked(id))
        if not self.dossier.settings.reconstruction:
            item = msgspec.structs.replace(item, author=None)
        return GatedItem(
            item=item, reading=reading, item_line=line(item_record(item)), extracted_line=line(extracted_line(reading))
        )

    def _gated_incident(self, incident: Incident) -> GatedIncident:
        """Let an incident through, with the names of actors in sentences that other stages wrote with their ids."""
        shown = rewrite(
            self.through(incident),
            text=lambda text: _ACTOR_ID.sub(lambda id_: self._names.get(id_[0], id_[0]), text) if " " in text else text,
        )
        return GatedIncident(incident=shown, line=line(incident_line(shown)))

    def through(self, record: Any) -> Any:
        """Return any record, or tuple of records, with new ids, names withheld and points coarsened."""
        if self.renamed:
            record = rewrite(record, text=self._renaming)
        grid_m = self.dossier.settings.coarsen_m
        return rewrite(record, text=self.withholder, record=lambda thing: coarsen_all(thing, grid_m))

    @cached_property
    def _old_ids(self) -> re.Pattern[str]:
        longest_first = sorted(self.renamed, key=lambda id: (-len(id), id))
        return re.compile("|".join(re.escape(old) for old in longest_first if len(old) > 12) or "(?!)")

    def _renaming(self, text: str) -> str:
        """Return a text with new ids, whether it is one or, as reasons do, names some; a report's own words stay."""
        if text in self.renamed:
            return self.renamed[text]
        if len(text) >= 10_000:
            return text
        return self._old_ids.sub(lambda match: self.renamed[match.group()], text)


def _with_new_item(new: str, renamed: Mapping[str, str]) -> str:
    """Return a claim's new id with the new id of its item in it."""
    for old, item in renamed.items():
        if old in new and old != new and not old.startswith("claim-"):
            return new.replace(old, item)
    return new


def _is_marked(claim: Claim) -> bool:
    return MARK in claim.quote.text


def keys_of(dossier: Dossier, through: Through) -> dict[str, str]:
    """Return the key of each item and incident by the id under which it is published."""
    items = {through.items[item.id].item.id: through.keys[item.id] for item in dossier.items}
    return items | {
        through.incidents[incident.id].incident.id: through.keys[incident.id] for incident in dossier.incidents
    }


def lines_passed(dossier: Dossier, through: Through) -> dict[str, Sequence[str]]:
    """Return the lines of the public files whose records pass one by one, in the dossier's order."""
    return {
        "incidents": [through.incidents[incident.id].line for incident in dossier.incidents],
        "extracted": [
            through.items[reading.item].extracted_line for reading in dossier.readings if reading.item in through.items
        ],
        "items": [through.items[item.id].item_line for item in dossier.items],
    }
