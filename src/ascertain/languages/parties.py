"""The words of a language that parties and people are named with: `languages/xx/parties.toml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from ascertain.text.spellings import spellings
from ascertain.text.tables import read_tables

# The lists of a pack and what their words are in the name of a party.
_NATION_WORDS = {"names": "country", "adjectives": "adjective", "people": "people", "metonyms": "metonym"}
_ACTOR_WORDS = {"aliases": "name", "epithets": "epithet"}


@dataclass(frozen=True, slots=True)
class PartyNoun:
    """A noun for parties or people: what type of actor it names, which service, which group of people.

    `vague` nouns ("unit", طائرات) name a party only beside another word; a `body` (حكومة) is one thing of many people.
    """

    type: str
    branch: str | None = None
    group: str | None = None
    vague: bool = False
    body: bool = False


@dataclass(frozen=True)
class PartyWords:
    """All of a language's words of this kind; `nouns` and `offices` pair a word with what it tells.

    `nations` and `actors` are the language's own names for what the packs of knowledge hold: (word, kind, id). Behind a
    `locative` word a country's name is a place, behind an `agent` word it is its state; between a place and a word that
    is `dating` ("Orda, Ruritania last week") it is the place's; before a verb in the feminine,
    too, which `no_verbs` only look like; with a particle behind one of `strikes`, where one of `aimed` follows; between
    a verb of accusing and one of the `charges`. Behind
    `members` and one of the `member_marks` ("nations that struck include ...") countries are named as states.

    Behind `name_lists` ("the martyrs", "each of") people are named one after the other, and behind `named_behind`
    ("called", "teacher") one is, in Arabic between marks; `name_inside` stand between two parts of a name, and `ages`
    say how old somebody is. Given names that are `words_too` are everyday words as well. A nation before one of `made`
    is where a weapon was made. Nouns that are `describing` name nobody before a word for what is `described` ("the
    military campaign"). Troops that are `not_the_states` are nobody's army of the country that is spoken of ("foreign
    troops"). `ties` are what `TieWords` holds.
    """

    nouns: tuple[tuple[str, PartyNoun], ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    modifiers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    private_titles: frozenset[str] = frozenset()
    heads: tuple[str, ...] = ()
    armed_heads: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    group_starts: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    name_lists: tuple[str, ...] = ()
    named_behind: tuple[str, ...] = ()
    name_inside: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    words_too: tuple[str, ...] = ()
    nations: tuple[tuple[str, str, str], ...] = ()
    actors: tuple[tuple[str, str, str], ...] = ()
    locative: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    dating: tuple[str, ...] = ()
    no_verbs: tuple[str, ...] = ()
    strikes: tuple[str, ...] = ()
    aimed: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    member_marks: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    not_the_states: tuple[str, ...] = ()
    ties: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def party_words() -> tuple[PartyWords, ...]:
    """Return the words of every language that has a `parties.toml`, in order of the folders' names."""
    folder = files("ascertain.languages")
    packs = [entry.joinpath("parties.toml") for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)]
    return tuple(_read(read_tables(pack.read_text(encoding="utf-8"))) for pack in packs if pack.is_file())


def _read(pack: dict[str, Any]) -> PartyWords:
    vague, bodies = frozenset(pack.get("vague", ())), frozenset(pack.get("bodies", ()))
    nouns = [
        (word, PartyNoun(table["type"], table.get("branch"), table.get("group"), word in vague, word in bodies))
        for table in pack.get("party_noun", ())
        for word in _spelt(table["words"])
    ]
    titles, names = pack.get("titles", {}), pack.get("given_names", {})
    organisations = pack.get("organisations", {})
    return PartyWords(
        nouns=tuple(nouns),
        offices=tuple((word, table["role"]) for table in pack.get("office", ()) for word in _spelt(table["words"])),
        modifiers=tuple(_spelt(pack.get("modifiers", ()))),
        titles=tuple(titles.get("words", ())),
        private_titles=frozenset(titles.get("private", ())),
        heads=tuple(organisations.get("heads", ())),
        armed_heads=tuple(organisations.get("armed_heads", ())),
        starts=tuple(organisations.get("starts", ())),
        group_starts=tuple(_spelt(organisations.get("group_starts", ()))),
        given_names=tuple(names.get("words", ())),
        particles=tuple(names.get("particles", ())),
        name_lists=tuple(names.get("lists", ())),
        named_behind=tuple(names.get("behind", ())),
        name_inside=tuple(names.get("inside", ())),
        ages=tuple(names.get("ages", ())),
        words_too=tuple(names.get("words_too", ())),
        nations=_named(pack.get("nation", ()), "code", _NATION_WORDS),
        actors=_named(pack.get("actor", ()), "id", _ACTOR_WORDS),
        locative=tuple(pack.get("states", {}).get("locative", ())),
        agent=tuple(pack.get("states", {}).get("agent", ())),
        dating=tuple(pack.get("states", {}).get("dating", ())),
        no_verbs=tuple(pack.get("states", {}).get("no_verbs", ())),
        strikes=tuple(pack.get("states", {}).get("strikes", ())),
        aimed=tuple(pack.get("states", {}).get("aimed", ())),
        charges=tuple(pack.get("states", {}).get("charges", ())),
        members=tuple(pack.get("states", {}).get("members", ())),
        member_marks=tuple(pack.get("states", {}).get("member_marks", ())),
        made=tuple(pack.get("made", ())),
        describing=tuple(pack.get("describing", ())),
        described=tuple(_spelt(pack.get("described", ()))),
        holding=tuple(pack.get("holding", ())),
        not_the_states=tuple(_spelt(pack.get("not_the_states", ()))),
        ties={kind: tuple(_spelt(words)) for kind, words in pack.get("ties", {}).items()},
    )


def _named(tables: Iterable[dict[str, Any]], key: str, kinds: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (word, kind, table[key])
        for table in tables
        for name, kind in kinds.items()
        for word in _spelt(table.get(name, ()))
    )


def _spelt(phrases: Iterable[str]) -> Iterator[str]:
    """Yield every spelling of phrases that may hold alternatives in brackets."""
    for phrase in phrases:
        yield from spellings(phrase)
