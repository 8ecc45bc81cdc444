"""Parties: who takes part in, or speaks about, an armed conflict."""

from collections.abc import Iterable, Mapping
from typing import Any, cast, get_args

from ascertain.knowledge.pack_file import PackFile
from ascertain.model import Actor, ActorRelation
from ascertain.model.actor import ActorType

_TYPES = frozenset(get_args(ActorType))
_RELATIONS = ("part_of", "allied_with", "armed_wing_of", "proxy_of", "indistinct_from")


def read_actors(pack: PackFile) -> list[Actor]:
    """Return the `[[actor]]` tables of a pack; raises `Misused` with file and line for a malformed one."""
    return [_actor(pack, line, table) for line, table in pack.tables("actor")]


def _actor(pack: PackFile, line: int, table: Mapping[str, Any]) -> Actor:
    kind = pack.required(line, table, "type")
    if kind not in _TYPES:
        raise pack.fault(line, f"`type` is {kind!r}, must be one of: {', '.join(sorted(_TYPES))}")
    return Actor(
        id=pack.required(line, table, "id"),
        name=pack.required(line, table, "name"),
        type=cast(ActorType, kind),
        aliases=pack.list_of_words(line, table, "aliases"),
        epithets=pack.list_of_words(line, table, "epithets"),
        side=pack.words(line, table, "side"),
        country=pack.words(line, table, "country"),
        relations=tuple(_relation(pack, line, relation) for relation in _relations(pack, line, table)),
        private=bool(table.get("private", False)),
        generic=bool(table.get("generic", False)),
        stands_for=_by_country(pack, line, table, "stands_for"),
        theatres=pack.list_of_words(line, table, "theatres"),
        backs=_by_country(pack, line, table, "backs"),
    )


def _by_country(pack: PackFile, line: int, table: Mapping[str, Any], key: str) -> dict[str, str]:
    value = table.get(key, {})
    if isinstance(value, dict) and all(isinstance(id, str) for id in value.values()):
        return dict(value)
    raise pack.fault(line, f"`{key}` must give an actor's id by country code")


def _relations(pack: PackFile, line: int, table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    relations = table.get("relation", [])
    if isinstance(relations, list) and all(isinstance(relation, dict) for relation in relations):
        return relations
    raise pack.fault(line, "`relation` must be written as [[actor.relation]] tables")


def _relation(pack: PackFile, line: int, table: Mapping[str, Any]) -> ActorRelation:
    kind = pack.required(line, table, "kind")
    if kind not in _RELATIONS:
        raise pack.fault(line, f"the relation's `kind` is {kind!r}, must be one of: {', '.join(_RELATIONS)}")
    return ActorRelation(
        kind=kind,
        to=pack.required(line, table, "to"),
        since=pack.day(line, table, "from") or pack.day(line, table, "since"),
        until=pack.day(line, table, "until"),
        stated_in=pack.words(line, table, "stated_in"),
    )


def merged_actors(layers: Iterable[Iterable[Actor]]) -> tuple[Actor, ...]:
    """Return the actors of all layers, by id, a later layer's fields over an earlier one's.

    Aliases, epithets and relations are added up; everything else that a later layer states replaces what stood before.
    Actors of later layers come first, so that a name that two actors share means the desk's own one.
    """
    known: dict[str, tuple[int, Actor]] = {}
    for number, layer in enumerate(layers):
        for actor in layer:
            before = known.get(actor.id)
            known[actor.id] = (number, _over(before[1], actor) if before else actor)
    return tuple(actor for _, actor in sorted(known.values(), key=lambda entry: (-entry[0], entry[1].id)))


def _over(before: Actor, after: Actor) -> Actor:
    return Actor(
        id=after.id,
        name=after.name,
        type=after.type,
        aliases=_joined(after.aliases, (before.name, *before.aliases)),
        epithets=_joined(after.epithets, before.epithets),
        side=after.side or before.side,
        country=after.country or before.country,
        relations=after.relations + tuple(tie for tie in before.relations if tie not in after.relations),
        private=after.private or before.private,
        generic=after.generic or before.generic,
        stands_for={**before.stands_for, **after.stands_for},
        theatres=_joined(after.theatres, before.theatres),
        backs={**before.backs, **after.backs},
    )


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
