"""Countries as words name them: the state, its adjective, its people."""

from collections.abc import Iterable, Mapping
from typing import Any

from ascertain.knowledge.pack_file import PackFile
from ascertain.model.thing import Thing


class Nation(Thing, frozen=True, kw_only=True):
    """A state and its words: `code` is ISO 3166-1 alpha-2.

    `names` are the country's names, `adjectives` what is said of its things ("Russian", روسي), `people` of its people
    as nouns ("Russians", "Turks"), `metonyms` the words that stand for its government ("Moscow", "the Kremlin").
    """

    code: str
    name: str
    adjective: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


def read_nations(pack: PackFile) -> list[Nation]:
    """Return the `[[nation]]` tables of a pack; raises `Misused` with file and line for a malformed one."""
    return [_nation(pack, line, table) for line, table in pack.tables("nation")]


def _nation(pack: PackFile, line: int, table: Mapping[str, Any]) -> Nation:
    code = pack.required(line, table, "code")
    if len(code) != 2 or not code.isupper():
        raise pack.fault(line, f"`code` is {code!r}, must be two capital letters (ISO 3166-1)")
    return Nation(
        code=code,
        name=pack.required(line, table, "name"),
        adjective=pack.required(line, table, "adjective"),
        names=pack.list_of_words(line, table, "names"),
        adjectives=pack.list_of_words(line, table, "adjectives"),
        people=pack.list_of_words(line, table, "people"),
        metonyms=pack.list_of_words(line, table, "metonyms"),
    )


def merged_nations(layers: Iterable[Iterable[Nation]]) -> tuple[Nation, ...]:
    """Return the nations of all layers by code; a later layer's entry replaces an earlier one's."""
    known = {nation.code: nation for layer in layers for nation in layer}
    return tuple(known[code] for code in sorted(known))
