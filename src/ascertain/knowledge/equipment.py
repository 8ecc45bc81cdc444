"""Weapons, platforms, vehicles and munitions."""

from collections.abc import Iterable

from ascertain.knowledge.pack_file import PackFile
from ascertain.model import Equipment


def read_equipment(pack: PackFile) -> list[Equipment]:
    """Return the `[[equipment]]` tables of a pack; raises `Misused` with file and line for a malformed one."""
    return [
        Equipment(
            id=pack.required(line, table, "id"),
            name=pack.required(line, table, "name"),
            category=pack.required(line, table, "category"),
            aliases=pack.list_of_words(line, table, "aliases"),
        )
        for line, table in pack.tables("equipment")
    ]


def merged_equipment(layers: Iterable[Iterable[Equipment]]) -> tuple[Equipment, ...]:
    """Return the equipment of all layers by id; a later layer's name and category win, aliases add up."""
    known: dict[str, Equipment] = {}
    for layer in layers:
        for thing in layer:
            before = known.get(thing.id)
            aliases = (*thing.aliases, *((before.name, *before.aliases) if before else ()))
            known[thing.id] = Equipment(
                id=thing.id, name=thing.name, category=thing.category, aliases=tuple(dict.fromkeys(aliases))
            )
    return tuple(known[key] for key in sorted(known))
