"""What one page may be made from: a site cut to it.

A page is made from its slice and nothing else, and the slice's key is the digest of all that is in it. So a page whose
key is that of an earlier run is that run's page, and a page that reads more than its key knows of can't be written:
what is not in the slice is not there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from ascertain.model import Actor, Derivation, Dossier, Incident, Item, Place, Reading, Version
from ascertain.publish.evidence import Evidence
from ascertain.publish.recaptured import of_item
from ascertain.publish.site.shared import Site
from ascertain.storage.records import digest_of_record


@dataclass(frozen=True)
class Slices:
    """Cuts a site; `keys` has a digest for each of its items (with its reading) and incidents."""

    site: Site
    keys: Mapping[str, str]

    def incident(self, incident: Incident) -> Site:
        """Return what the page of an incident may be made from: it, its reports, and the titles of what it links to."""
        site, items = self.site, self._items_of(incident)
        linked = tuple(_title_of(self._incidents[link.to]) for link in incident.links if link.to in self._incidents)
        own = site.evidence.within(incident)
        claims = set(incident.claims)
        dossier = msgspec.structs.replace(
            self._bare,
            incidents=(incident, *(one for one in linked if one.id != incident.id)),
            areas=site.dossier.areas,
            versions=tuple(_version_about(version, incident.id) for version in site.dossier.versions),
        )
        evidence = replace(
            self._evidence(items, incident),
            origin_of={claim: origin for claim, origin in own.origin_of.items() if claim in claims},
            origin_names={origin.id: origin.name for origin in (*incident.origins, *incident.beside)},
        )
        return self._cut(replace(site, dossier=dossier, evidence=evidence), [incident, *linked], items)

    def incident_key(self, incident: Incident) -> str:
        """Return the digest of the slice of an incident."""
        items = self._items_of(incident)
        linked = [
            (link.to, _title_of(self._incidents[link.to]), self.site.incident_pages[link.to])
            for link in incident.links
            if link.to in self._incidents
        ]
        changes = [(v.number, v.items, _version_about(v, incident.id).changes) for v in self.site.dossier.versions]
        about = (self.keys[incident.id], self.site.incident_pages[incident.id], incident.id in self.site.reviewed)
        actors = self._actors_of(items, incident)
        return digest_of_record((
            self._common_key, self._areas_key, about, linked, changes, [self._item_keys[item] for item in items],
            [self._actor_keys[actor] for actor in actors],
            self._place_names([incident, *(title for _, title, _ in linked)], items),
        ))  # fmt: skip

    def item(self, item: Item) -> Site:
        """Return what the page of an item may be made from: it, its reading, and the titles of what uses it."""
        users = tuple(
            msgspec.structs.replace(_title_of(incident), items=(item.id,)) for incident in self._users.get(item.id, ())
        )
        recaptures = tuple(of_item(self.site.dossier.recaptures, item.id))
        shared = Derivation(edges=tuple(self.site.picture_edges.get(item.id, ())))
        dossier = msgspec.structs.replace(self._bare, incidents=users, recaptures=recaptures, derivation=shared)
        items = self._captured_with(item)
        evidence = replace(self._evidence(items, None), origin_of={}, origin_names={})
        return self._cut(replace(self.site, dossier=dossier, evidence=evidence), users, items)

    def item_key(self, item: Item) -> str:
        """Return the digest of the slice of an item."""
        users = [(_title_of(one), self.site.incident_pages[one.id]) for one in self._users.get(item.id, ())]
        items, recaptures = self._captured_with(item), of_item(self.site.dossier.recaptures, item.id)
        actors = [self._actor_keys[actor] for actor in self._actors_of(items, None)]
        shared = self.site.picture_edges.get(item.id, ())
        names = self._place_names([user for user, _ in users], items)
        item_keys = [self._item_keys[one] for one in items]
        return digest_of_record((self._common_key, item_keys, users, actors, recaptures, shared, names))

    def _captured_with(self, item: Item) -> list[str]:
        """Return an item, the other captures of its address, and the reports that share a picture with it."""
        found = of_item(self.site.dossier.recaptures, item.id)
        named = {id for one in found for id in (one.earlier_item, one.later_item)}
        named |= {id for edge in self.site.picture_edges.get(item.id, ()) for id in (edge.taker, edge.giver)}
        others = {id for id in named if id in self.site.evidence.items}
        return [item.id, *sorted(id for id in others if id != item.id)]

    def _cut(self, site: Site, incidents: Sequence[Incident], items: Iterable[str]) -> Site:
        known = {incident.id for incident in incidents}
        return replace(
            site,
            accounts={},
            place_names=self._place_names(incidents, items),
            reviewed=site.reviewed & known,
            incident_pages={id: self.site.incident_pages[id] for id in sorted(known)},
            item_pages={id: self.site.item_pages[id] for id in site.evidence.items},
        )

    def _place_names(self, incidents: Iterable[Incident], items: Iterable[str]) -> dict[str, str]:
        """Return how reports write the places that a slice names, in the language of the edition."""
        wanted = {incident.where.name.casefold() for incident in incidents if incident.where is not None}
        wanted = wanted.union(*(self._places_in.get(item, ()) for item in items))
        return {name: self.site.place_names[name] for name in sorted(wanted) if name in self.site.place_names}

    @cached_property
    def _places_in(self) -> dict[str, set[str]]:
        """Return the places that each item names."""
        if not self.site.place_names:
            return {}
        return {
            item: {mention.value.name.casefold() for mention in reading.mentions if isinstance(mention.value, Place)}
            for item, reading in self.site.evidence.readings.items()
        }

    @cached_property
    def _bare(self) -> Dossier:
        return msgspec.structs.replace(
            self.site.dossier, items=(), captures=(), readings=(), derivation=Derivation(), incidents=(), sources=(),
            areas=(), decisions=(), skipped=(), versions=(), recaptures=(),
        )  # fmt: skip

    @cached_property
    def _common_key(self) -> str:
        site = self.site
        names = sorted(site.names.items())
        return digest_of_record((site.dossier.settings, site.draft, site.is_unchecked, site.towns, names))

    @cached_property
    def _areas_key(self) -> str:
        return digest_of_record(self.site.dossier.areas)

    @cached_property
    def _incidents(self) -> dict[str, Incident]:
        return {incident.id: incident for incident in self.site.dossier.incidents}

    @cached_property
    def _users(self) -> dict[str, list[Incident]]:
        found: dict[str, list[Incident]] = {}
        for incident in self.site.dossier.incidents:
            for item in incident.items:
                found.setdefault(item, []).append(incident)
        return found

    def _items_of(self, incident: Incident) -> list[str]:
        """Return the reports of an incident, and those that state an area which the page may cite."""
        stated = {area.stated_in for area in self.site.dossier.areas}
        return sorted(item for item in {*incident.items, *stated} if item in self.site.evidence.items)

    def _evidence(self, items: list[str], incident: Incident | None) -> Evidence:
        whole = self.site.evidence
        readings = {item: whole.readings[item] for item in items if item in whole.readings}
        sources = [source for item in items if (source := whole.source(whole.items[item]))]
        return replace(
            whole,
            items={item: whole.items[item] for item in items},
            readings=readings,
            claims={claim.id: claim for reading in readings.values() for claim in reading.claims},
            captures={
                digest: whole.captures[digest]
                for item in items
                if (digest := whole.items[item].capture or "") in whole.captures
            },
            actors={actor: whole.actors[actor] for actor in self._actors_of(items, incident)},
            sources={name: source for name, source in whole.sources.items() if source in sources},
        )

    @cached_property
    def _item_keys(self) -> dict[str, str]:
        evidence, pages = self.site.evidence, self.site.item_pages
        return {
            id: digest_of_record((
                self.keys[id], pages[id], evidence.captures.get(item.capture or ""), evidence.source(item)
            ))
            for id, item in evidence.items.items()
        }  # fmt: skip

    @cached_property
    def _actor_keys(self) -> dict[str, str]:
        return {id: digest_of_record(actor) for id, actor in self.site.evidence.actors.items()}

    @cached_property
    def _actors_in(self) -> dict[str, set[str]]:
        """Return the known actors that each item names, and the party that its source is close to."""
        evidence = self.site.evidence
        found = {item: _named_in(reading) for item, reading in evidence.readings.items()}
        for id, item in evidence.items.items():
            source = evidence.source(item)
            found.setdefault(id, set()).update(one for one in (source and source.side, source and source.id) if one)
        return {item: {id for id in ids if id in evidence.actors} for item, ids in found.items()}

    def _actors_of(self, items: Iterable[str], incident: Incident | None) -> list[str]:
        """Return the actors that a page may name: those named in its items, and the heads of their sides."""
        actors = self.site.evidence.actors
        found = {actor for item in items for actor in self._actors_in[item]}
        for party in (*incident.perpetrators, *incident.targets) if incident else ():
            found |= {id for id in (party.id, party.head, party.side) if id}
        heads = {actors[id].side for id in found if id in actors}
        return sorted(id for id in found | heads if id in actors)


def _named_in(reading: Reading) -> set[str]:
    named = {mention.value.id for mention in reading.mentions if isinstance(mention.value, Actor)}
    for claim in reading.claims:
        named |= {speaker.id for speaker in claim.speakers if speaker.id}
        named |= {party.id for party in (*claim.perpetrators, *claim.targets) if party.id}
    return named


def _title_of(incident: Incident) -> Incident:
    """Return an incident with nothing but what names it."""
    return Incident(
        id=incident.id, title=incident.title, event=incident.event, when=incident.when, where=incident.where
    )


def _version_about(version: Version, incident: str) -> Version:
    """Return a version as far as it is about one incident."""
    changes = tuple(change for change in version.changes if change.incident == incident)
    return Version(number=version.number, digest="", items=version.items, changes=changes)
