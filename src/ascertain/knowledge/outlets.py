"""Outlets: who publishes, for whom, and how far to be trusted."""

from collections.abc import Iterable, Mapping
from typing import Any

from ascertain.knowledge.pack_file import PackFile
from ascertain.model import Source, content_id

_GRADES = "ABCDEF"


def read_sources(pack: PackFile) -> list[Source]:
    """Return the `[[source]]` tables of a pack; raises `Misused` with file and line for a malformed one."""
    return [_source(pack, line, table) for line, table in pack.tables("source")]


def _source(pack: PackFile, line: int, table: Mapping[str, Any]) -> Source:
    name = pack.required(line, table, "name")
    reliability = pack.words(line, table, "reliability") or "F"
    if reliability not in _GRADES:
        raise pack.fault(line, f"`reliability` is {reliability!r}, must be a letter from A to F")
    return Source(
        id=pack.words(line, table, "id") or content_id("source", name),
        name=name,
        aliases=pack.list_of_words(line, table, "aliases"),
        accounts=pack.list_of_words(line, table, "accounts"),
        publisher=pack.words(line, table, "publisher"),
        network=pack.words(line, table, "network"),
        side=pack.words(line, table, "side"),
        role=pack.words(line, table, "role"),
        reliability=reliability,
        because=pack.words(line, table, "because") or "",
    )


def merged_sources(layers: Iterable[Iterable[Source]]) -> tuple[Source, ...]:
    """Return the sources of all layers; one that has the name (or id) of an earlier one replaces it, names add up."""
    known: dict[str, Source] = {}
    id_of_name: dict[str, str] = {}
    for layer in layers:
        for source in layer:
            key = source.id if source.id in known else id_of_name.get(source.name.casefold(), source.id)
            known[key] = _over(known[key], source) if key in known else source
            for name in (source.name, *source.aliases):
                id_of_name.setdefault(name.casefold(), key)
    return tuple(known[key] for key in sorted(known))


def _over(before: Source, after: Source) -> Source:
    return Source(
        id=before.id,
        name=after.name,
        aliases=tuple(dict.fromkeys((*after.aliases, before.name, *before.aliases))),
        accounts=tuple(dict.fromkeys((*after.accounts, *before.accounts))),
        publisher=after.publisher or before.publisher,
        network=after.network or before.network,
        side=after.side or before.side,
        role=after.role or before.role,
        reliability=after.reliability if after.reliability != "F" else before.reliability,
        because=after.because or before.because,
    )
