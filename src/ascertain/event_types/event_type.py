"""What an event type is, and how its file is read."""

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

from ascertain.model import Misused
from ascertain.text.spellings import spellings
from ascertain.text.tables import read_tables

Frame = Literal["agent_target", "mutual", "agent_only", "target_only", "means_target"]
FORMS = (
    "verbs",
    "default_verbs",
    "weapon_verbs",
    "impact_verbs",
    "split_verbs",
    "passive",
    "nouns",
    "default_nouns",
    "flown_nouns",
    "flown_verbs",
    "yields_verbs",
    "aimed_nouns",
    "laid_nouns",
    "armed_nouns",
    "armed_verbs",
    "site_verbs",
    "site_nouns",
    "means",
    "not",
)

_DEFENCE = frozenset(("interception", "warning_shots"))


@dataclass(frozen=True)
class Example:
    """A sentence of one's own and what must be read in it; every example of every type runs as a test."""

    lang: str
    text: str
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    polarity: str = "asserted"


@dataclass(frozen=True)
class EventType:
    """A kind of event, with the codes of the field and the words that tell it in each language.

    `frame` says who stands around its cue: `agent_target` (somebody does it to somebody), `mutual` (two sides),
    `agent_only` (movement), `target_only` (death, displacement) or `means_target` ("a mine exploded": the subject
    is the means). `general` types (attack, killing, explosion) give way to a special one that is told beside them.
    One that takes no lives by itself is not `deadly` (an abduction, arson): where people died, another told with it is
    what happened. `beside` says of one that hurts nobody whether it commonly comes `before` a blow (a threat) or
    `after` it (a withdrawal). `rank` decides between two types that the same words tell: the higher wins. `becomes`
    names the types that it is where their means are told beside one of its `flown_nouns` ("a raid by warplanes" is an
    air strike) or `flown_verbs` ("rockets were fired at"); `flown_as` those that it is where an aircraft does it ("a
    drone fired a missile"). `equipment` names the categories of weapons by which a general cue tells this type ("a
    Reaper attacked a post").
    """

    name: str
    label: str
    definition: str
    acled: str
    plover: str
    frame: Frame = "agent_target"
    violent: bool = True
    general: bool = False
    deadly: bool = True
    beside: str = ""
    rank: int = 0
    becomes: tuple[str, ...] = ()
    flown_as: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    written: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()

    @cached_property
    def cues(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The phrases that tell it, by language and form; those `written` are spelt out when they are first asked for.

        Raises Misused where a bracket has no partner.
        """
        return {
            lang: {
                form: tuple(dict.fromkeys(s for phrase in forms[form] for s in spellings(phrase)))
                for form in FORMS
                if form in forms
            }
            for lang, forms in self.written.items()
        }


def _example(table: dict[str, Any]) -> Example:
    lists = {key: tuple(table.get(key, ())) for key in ("perpetrators", "targets", "speakers", "counts")}
    return Example(table["lang"], table["text"], polarity=table.get("polarity", "asserted"), **lists)


def read_event_type(name: str, text: str) -> EventType:
    """Return the event type that a file's text describes; raises Misused where the file is not as it should be."""
    try:
        table = read_tables(text)
        return EventType(
            name=name,
            label=table["label"],
            definition=table["definition"],
            acled=table["acled"],
            plover=table["plover"],
            frame=table.get("frame", "agent_target"),
            violent=table.get("violent", True),
            general=table.get("general", False),
            deadly=table.get("deadly", True),
            beside=table.get("beside", ""),
            rank=table.get("rank", 0),
            becomes=tuple(table.get("becomes", ())),
            flown_as=tuple(table.get("flown_as", ())),
            equipment=tuple(table.get("equipment", ())),
            written=table.get("cues", {}),
            examples=tuple(_example(row) for row in table.get("example", ())),
        )
    except (tomllib.TOMLDecodeError, KeyError) as fault:
        remedy = "see docs/how-to/add-an-event-type.md"
        raise Misused(f"not an event type: {fault}", item=f"event_types/{name}.toml", remedy=remedy) from fault


@cache
def same_kind(event: str, incident_event: str) -> bool:
    """Return whether a claim can tell of an incident: of one ACLED event type, or of one that leaves it open."""
    one, other = event_types().get(event), event_types().get(incident_event)
    if event in _DEFENCE and incident_event not in _DEFENCE:
        return False
    if one is None or other is None or one.general or other.general:
        return True
    return one.acled.split(":")[0] == other.acled.split(":")[0]


@cache
def event_types() -> dict[str, EventType]:
    """Return every event type by its name: a file in this folder is a type, and nothing else names it.

    A language's words for them stand in the type's file or, all together, in the language's `events.toml`.
    """
    folder = files("ascertain.event_types")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    names = [(file.name.removesuffix(".toml"), file) for file in found]
    types = {name: read_event_type(name, file.read_text(encoding="utf-8")) for name, file in names}
    for entry in sorted(files("ascertain.languages").iterdir(), key=lambda entry: entry.name):
        if entry.joinpath("events.toml").is_file():
            add_language(types, entry.name, entry.joinpath("events.toml").read_text(encoding="utf-8"))
    return types


def add_language(types: dict[str, EventType], lang: str, text: str) -> None:
    """Give event types the cues and examples of one language; raises Misused where the file names no type."""
    item = f"languages/{lang}/events.toml"
    try:
        tables = read_tables(text)
    except tomllib.TOMLDecodeError as fault:
        raise Misused(str(fault), item=item, remedy="mend the file's TOML") from fault
    examples = tables.pop("example", [])
    if unknown := sorted({*tables, *(row.get("event", "") for row in examples)} - set(types)):
        raise Misused(f"{unknown[0]!r} is no event type", item=item, remedy=f"one of {', '.join(types)}")
    for name, forms in tables.items():
        kind = types[name]
        types[name] = replace(kind, written={**kind.written, lang: forms})
    for row in examples:
        kind = types[row["event"]]
        types[row["event"]] = replace(kind, examples=(*kind.examples, _example({"lang": lang, **row})))
