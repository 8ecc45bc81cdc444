"""What one incident's claims rest on: each with its origin, its item and when it was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import get_args

import msgspec

from ascertain.model import Actor, ActorRelation, Claim, Edge, Incident, Interval, Item, Origin, Party, PartySupport
from ascertain.model.actor import PARTY_TYPES, ActorType

_CLIMBS = ("part_of", "armed_wing_of")


def known_among(actors: Mapping[str, Actor]) -> frozenset[str]:
    """Return the ids of those actors that are somebody in particular."""
    return frozenset(key for key, actor in actors.items() if not actor.generic)


class Actors(dict[str, Actor]):
    """The actors of the packs by id, shared by the evidence on all incidents."""

    @cached_property
    def known(self) -> frozenset[str]:
        """Those that are somebody in particular."""
        return known_among(self)


@dataclass(frozen=True, eq=False)
class Evidence:
    """An incident with its claims, items and origins, ready to be weighed.

    `origins` are cut to the incident, and joined where it is open which of two items took from the other.
    """

    incident: Incident
    claims: tuple[Claim, ...]
    items: Mapping[str, Item]
    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)

    @cached_property
    def known(self) -> frozenset[str]:
        """The parties that a pack knows and that are somebody in particular."""
        return self.actors.known if isinstance(self.actors, Actors) else known_among(self.actors)

    @cached_property
    def origin_of(self) -> dict[str, Origin]:
        """The origin of each claim."""
        return {claim: origin for origin in self.origins for claim in origin.claims}

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Each claim by its id."""
        return {claim.id: claim for claim in self.claims}

    def said_on(self, claim: Claim) -> str | None:
        """Return the day on which something was said: the words' own, else its item's date; a plain date."""
        value = claim.said_at.value if claim.said_at else None
        if isinstance(value, Interval) and (value.timex or value.start):
            written = value.timex if value.timex and len(value.timex) >= 10 else value.start
            if written and written[:4].isdigit() and len(written) >= 10:
                return written[:10]
        item = self.items.get(claim.item)
        return item.published_at[:10] if item and item.published_at else None

    def head(self, actor_id: str) -> str:
        """Return the party at the top of what an actor is part of, and not its allies: a wing is its party."""
        if actor_id not in self._heads:
            self._heads[actor_id] = head_of(actor_id, self.actors, self._day)
        return self._heads[actor_id]

    @cached_property
    def _heads(self) -> dict[str, str]:
        return {}

    @cached_property
    def _day(self) -> str | None:
        """The day on which ties between parties must hold: the event's, else that of the first report."""
        first = min((item.published_at[:10] for item in self.items.values() if item.published_at), default=None)
        return happened_on(self.incident) or first

    def lineage(self, actor_id: str) -> list[Actor]:
        """Return an actor and those that it is part of, from the bottom up, and the nation that its head is of."""
        found: list[Actor] = []
        actor = self.actors.get(actor_id)
        while actor is not None and actor not in found:
            found.append(actor)
            actor = self.actors.get(_up(actor, self._day) or "")
        if (top := self.actors.get(self.head(actor_id))) is not None and top not in found:
            found.append(top)
        return found

    def side(self, actor_id: str) -> str:
        """Return the party at the head of an actor's side."""
        head = self.head(actor_id)
        actor = self.actors.get(head)
        return actor.side if actor and actor.side else head

    def name_of(self, party: Party) -> str:
        """Return what a party is called in the packs, else by the words."""
        known = self.actors.get(party.id or "")
        return known.name if known else party.name

    def is_party(self, actor_id: str | None, kind: str | None) -> bool:
        """Return whether an actor takes part in conflicts, as against people, outlets and monitors."""
        return kind in PARTY_TYPES or (actor_id in self.actors and self.actors[str(actor_id)].type in PARTY_TYPES)


def _up(actor: Actor, day: str | None) -> str | None:
    return next((tie.to for tie in actor.relations if tie.kind in _CLIMBS and tie.holds_on(day)), None)


def head_of(actor_id: str, actors: Mapping[str, Actor], day: str | None = None) -> str:
    """Return the party at the top of what an actor is part of on a day (YYYY-MM-DD)."""
    seen = {actor_id}
    while (actor := actors.get(actor_id)) is not None:
        up = _up(actor, day)
        if up is None or up in seen:
            break
        seen.add(up)
        actor_id = up
    top = actors.get(actor_id)
    nation = (top.country or "").lower() if top and top.type == "government" else ""
    return nation if nation in actors else actor_id  # a state and its government are one party


def allied(first: str, second: str, actors: Mapping[str, Actor]) -> bool:
    """Return whether two parties are said to be allies, or one to act for the other, or to be of one side."""
    one, other = actors.get(first), actors.get(second)
    ties = [(tie.kind, tie.to) for actor in (one, other) if actor for tie in actor.relations]
    if any(kind in ("allied_with", "proxy_of") and to in (first, second) for kind, to in ties):
        return True
    return (one.side or one.id if one else first) == (other.side or other.id if other else second)


def acts_for(first: str, second: str, actors: Mapping[str, Actor]) -> bool:
    """Return whether one of two parties is said to act for the other, or to be at the head of its side."""
    for one, other in ((first, second), (second, first)):
        actor = actors.get(one)
        if actor and (
            actor.side == other or any(tie.kind == "proxy_of" and tie.to == other for tie in actor.relations)
        ):
            return True
    return False


def evidence_of(
    incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
) -> Evidence:
    """Return the evidence as a rule set is given it: what it must know of parties stands in the incident's own.

    The rule sets are asked one after the other of the same things: they are given the same evidence.
    """
    asked, latest = (incident, claims, origins, items), _latest[0]
    if latest is None or any(one is not other for one, other in zip(latest[0], asked, strict=True)):
        latest = _latest[0] = asked, _evidence_of(*asked)
    return latest[1]


_latest: list[tuple[tuple[object, ...], Evidence] | None] = [None]


def _evidence_of(
    incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
) -> Evidence:
    known = {party.id: _actor_of(party) for party in (*incident.targets, *incident.perpetrators) if party.known}
    heads = {party.head: Actor(id=party.head, name=party.head_name or party.name, type="government", side=party.side)
             for party in (*incident.targets, *incident.perpetrators) if party.known and party.head}  # fmt: skip
    alike = {other: Actor(id=other, name=name, type="government")
             for party in incident.perpetrators
             for other, name in zip(party.indistinct_from, party.indistinct_names, strict=False)}  # fmt: skip
    actors = alike | heads | known
    return Evidence(incident=incident, claims=tuple(claims), items=items, origins=tuple(origins), actors=actors)


def _actor_of(party: PartySupport) -> Actor:
    up = (ActorRelation(kind="part_of", to=party.head),) if party.head and party.head != party.id else ()
    ties = tuple(ActorRelation(kind="allied_with", to=ally) for ally in party.allies)
    ties += tuple(ActorRelation(kind="proxy_of", to=patron) for patron in party.acts_for)
    ties += tuple(ActorRelation(kind="indistinct_from", to=other) for other in party.indistinct_from)
    kind = party.type if party.type in get_args(ActorType) else "organisation"
    return Actor(id=party.id, name=party.name, type=kind, side=party.side, relations=(*up, *ties))  # type: ignore[arg-type]


def gather(
    incident: Incident,
    claims: Sequence[Claim],
    items: Mapping[str, Item],
    origins: Sequence[Origin],
    edges: Sequence[Edge],
    actors: Mapping[str, Actor],
) -> Evidence:
    """Return the evidence on an incident; `origins` and `edges` are those that touch it."""
    own_items = {key: items[key] for key in incident.items if key in items}
    kept = {claim.id for claim in claims}
    cut = []
    for origin in origins:
        mine = tuple(claim for claim in origin.claims if claim in kept)
        if mine:
            cut.append((origin, mine))
    home = {claim.id: claim.item for claim in claims}
    evidence = Evidence(
        incident=incident,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        items=own_items,
        origins=_joined(cut, home, own_items, edges),
        edges=tuple(edge for edge in edges if _within(edge, own_items, kept)),
        actors=actors,
    )
    return replace(evidence, origins=tuple(_on_the_side_of_its_party(one, evidence) for one in evidence.origins))


def _on_the_side_of_its_party(origin: Origin, evidence: Evidence) -> Origin:
    """Return an origin that is a party's word with the side that the party was on when it happened."""
    side = evidence.side(origin.party) if origin.party else origin.side
    return origin if side == origin.side else msgspec.structs.replace(origin, side=side)


def _within(edge: Edge, items: Mapping[str, Item], claims: set[str]) -> bool:
    """Return whether an edge is about this incident: from one of its items or claims, to another or to a name."""
    if edge.taker not in items and edge.taker not in claims:
        return False
    return (
        edge.giver in items
        or edge.giver in claims
        or ":" in edge.giver
        or edge.kind in ("split", "forwards", "answers")
    )


def _joined(
    cut: Sequence[tuple[Origin, tuple[str, ...]]],
    home: Mapping[str, str],
    items: Mapping[str, Item],
    edges: Sequence[Edge],
) -> tuple[Origin, ...]:
    """Return the origins of one incident.

    Where it is open which of two items took from the other, the outlets of both are one origin here: one of them may
    be the root of everything that either says.
    """
    root = {origin.id: origin.id for origin, _ in cut}

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    own: dict[str, set[str]] = {}
    for origin, mine in cut:
        for claim in mine:
            if origin.party is None:
                own.setdefault(items[home[claim]].source or home[claim], set()).add(origin.id)
    for edge in edges:
        if not edge.directed and edge.taker in items and edge.giver in items:
            names = [items[key].source or key for key in (edge.taker, edge.giver)]
            touched = sorted({find(key) for name in names for key in own.get(name, ())})
            for other in touched[1:]:
                root[find(other)] = find(touched[0])
    groups: dict[str, list[tuple[Origin, tuple[str, ...]]]] = {}
    for origin, mine in cut:
        groups.setdefault(find(origin.id), []).append((origin, mine))
    return tuple(_one(members, home, items) for _, members in sorted(groups.items()))


def _one(
    members: Sequence[tuple[Origin, tuple[str, ...]]], home: Mapping[str, str], items: Mapping[str, Item]
) -> Origin:
    first = members[0][0]
    claims = tuple(sorted(claim for _, mine in members for claim in mine))
    joined = ("it is open which of these took from the other",) if len(members) > 1 else ()
    return Origin(
        id=first.id,
        name=" / ".join(dict.fromkeys(origin.name for origin, _ in members)),
        items=tuple(sorted({home[claim] for claim in claims})),
        claims=claims,
        because=(*first.because, *joined),
        published=tuple(sorted({item for origin, _ in members for item in origin.published} & set(items))),
        party=first.party,
        side=first.side,
        reliability=min(origin.reliability for origin, _ in members),
    )


def happened_on(incident: Incident) -> str | None:
    """Return the day of an incident as a plain date, in the words' own zone where they have one."""
    when = incident.when
    if when is None:
        return None
    if when.timex and len(when.timex) >= 10 and when.timex[:4].isdigit():
        return when.timex[:10]
    return when.start[:10] if when.start else None
