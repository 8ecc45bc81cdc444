"""The words of a language that a claim is built from: one folder a language, one TOML file a kind.

`grammar.toml` (order, function words, marks), `people.toml`, `things.toml`, `outcomes.toml`, `speech.toml`,
`negation.toml` and `hedges.toml`; docs/how-to/add-a-language.md says what each holds. Every phrase may give
alternatives in brackets (`ascertain.text.spellings`). Event cues are not here but with their event types.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from ascertain.languages.endings import Endings, read_endings
from ascertain.model import Misused
from ascertain.text.spellings import spellings
from ascertain.text.tables import read_tables

ORDERS = ("svo", "vso", "free")
OPENED = "behind "  # a flag of a verb's second part, with its first
FILES = ("grammar", "people", "things", "outcomes", "speech", "negation", "hedges")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase tells the reader.

    `kind` is `word` (a function word), `mark` (the role of what follows), `people`, `thing`, `outcome`, `victims`
    (a noun that is both: "the dead"), `those` (who were told of before: "of them"), `toll`, `cause` (what
    kills and is no attack: `natural`, or a whole `war`), `none`, `speech`, `source` (before or after whom), `role`,
    `silence`, `carry`, `negation`, `hedge`, `questioned` or `mood`;
    `value` which one (a group, an item, an outcome, a role); `form` its shape (`verb`, `passive`, `noun`;
    `singular`, `dual`, `plural`); `flags` whatever else the pack says.
    """

    kind: str
    value: str = ""
    form: str = ""
    polarity: str = "asserted"
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Language:
    """A language that can be read: `order` is one of `ORDERS`, `script` the one that it is written in.

    `articles` are those written onto a word (ال).

    In a language of `free` order the verb stands as a rule between doer and object, and before who is no doer ("died
    two"); what belongs to a noun stands right behind it.
    """

    code: str
    name: str
    script: str
    order: str
    tables: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    endings: Endings = field(default_factory=Endings)
    articles: tuple[str, ...] = ()

    @cached_property
    def cues(self) -> tuple[tuple[str, Cue], ...]:
        """Every phrase with what it tells; spelt out when they are first asked for."""
        tables = self.tables
        every = (_function_words, _nouns, _outcomes, _speech, _stance)
        return tuple(dict.fromkeys([cue for read in every for cue in read(tables)]))


def _phrases(table: dict[str, Any], key: str) -> Iterator[str]:
    for phrase in table.get(key, ()):
        yield from spellings(phrase)


def _flags(table: dict[str, Any]) -> frozenset[str]:
    return frozenset(key for key, value in table.items() if value is True)


def _function_words(pack: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    for kind, section, form in (("word", "words", ""), ("mark", "marks", ""), ("word", "nouns", "noun")):
        for value in pack.get(section, {}):
            cue = Cue(kind, value, form)
            for phrase in _phrases(pack[section], value):
                yield phrase, cue


def _nouns(pack: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    for kind, section, key in (("people", "people", "group"), ("thing", "things", "item")):
        for table in pack.get(section, ()):
            flags = _flags(table)
            for form in ("singular", "dual", "plural"):
                cue = Cue(kind, table.get(key, "unknown"), form, flags=flags)
                for phrase in _phrases(table, form):
                    yield phrase, cue


def _outcomes(pack: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    for table in pack.get("outcomes", ()):
        outcome, flags = table["outcome"], _flags(table)
        for section, form in (("verbs", "verb"), ("passive", "passive"), ("nouns", "noun")):
            cue = Cue("outcome", outcome, form, flags=flags)
            for phrase in _phrases(table, section):
                yield phrase, cue
        yield from split_cues(_phrases(table, "split_verbs"), Cue("outcome", outcome, "verb", flags=flags))
        for form in ("singular", "dual", "plural"):
            cue = Cue("victims", outcome, form, flags=flags)
            for phrase in _phrases(table, f"people_{form}"):
                yield phrase, cue
        for phrase in _phrases(table, "toll"):
            yield phrase, Cue("toll", outcome)
    for section, form in (("phrases", ""), ("nouns", "noun")):
        for phrase in _phrases(pack.get("those", {}), section):
            yield phrase, Cue("those", form=form)
    for value in pack.get("causes", {}):
        for phrase in _phrases(pack["causes"], value):
            yield phrase, Cue("cause", value)
    for value in pack.get("none", {}):
        for phrase in _phrases(pack["none"], value):
            yield phrase, Cue("none", value)


def split_cues(phrases: Iterable[str], cue: Cue) -> Iterator[tuple[str, Cue]]:
    """Yield the second parts of verbs in two, each with the first parts that it closes ("took .. hostage")."""
    opened: dict[str, set[str]] = {}
    for phrase in phrases:
        first, _, last = phrase.partition(" .. ")
        opened.setdefault(last, set()).add(OPENED + first)
    for last, firsts in opened.items():
        yield last, replace(cue, flags=cue.flags | {"split", *firsts})


def _speech(pack: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    for table in pack.get("speech", ()):
        flags = _flags(table)
        for form in ("verbs", "nouns"):
            cue = Cue("speech", table.get("act", ""), form[:-1], table.get("polarity", "asserted"), flags)
            for phrase in _phrases(table, form):
                yield phrase, cue
        spoken = Cue("speech", table.get("act", ""), "verb", table.get("polarity", "asserted"), flags)
        yield from split_cues(_phrases(table, "split_verbs"), spoken)
    for value in pack.get("speech_marks", {}):
        for phrase in _phrases(pack["speech_marks"], value):
            yield phrase, Cue("source", value)
    for table in pack.get("roles", ()):
        for phrase in _phrases(table, "words"):
            yield phrase, Cue("role", table["role"], flags=_flags(table))
    for phrase in _phrases(pack.get("silence", {}), "phrases"):
        yield phrase, Cue("silence")
    for kind in ("carry", "culprit", "deed"):
        for phrase in _phrases(pack, kind):
            yield phrase, Cue(kind)


def _stance(pack: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    for kind, section in (("negation", "negation"), ("hedge", "hedges"), ("questioned", "questioned")):
        for phrase in _phrases(pack.get(section, {}), "words"):
            yield phrase, Cue(kind)
    for phrase in _phrases(pack.get("hedges", {}), "doubts"):
        yield phrase, Cue("hedge", "doubt")
    for value in pack.get("mood", {}):
        for phrase in _phrases(pack["mood"], value):
            yield phrase, Cue("mood", value)


def read_language(code: str, tables: dict[str, Any]) -> Language:
    """Return the language that these tables, merged from its files, describe."""
    order = tables.get("order", "svo")
    if order not in ORDERS:
        raise Misused(f"order is {order!r}", item=f"languages/{code}", remedy=f"one of {', '.join(ORDERS)}")
    return Language(
        code=code,
        name=tables.get("name", code),
        script=tables.get("script", "latin"),
        order=order,
        tables=tables,
        endings=read_endings(tables.get("endings", {}), f"languages/{code}/grammar.toml"),
        articles=tuple(tables.get("articles", ())),
    )


@cache
def language(code: str) -> Language | None:
    """Return the language of this code, or nothing where there is no folder with a `grammar.toml` for it."""
    folder = files("ascertain.languages").joinpath(code)
    if not folder.joinpath("grammar.toml").is_file():
        return None
    tables: dict[str, Any] = {}
    for name in FILES:
        file = folder.joinpath(f"{name}.toml")
        if not file.is_file():
            continue
        try:
            tables.update(read_tables(file.read_text(encoding="utf-8")))
        except tomllib.TOMLDecodeError as fault:
            raise Misused(str(fault), item=f"languages/{code}/{name}.toml", remedy="mend the file's TOML") from fault
    return read_language(code, tables)


@cache
def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages that can be read, in alphabetical order."""
    folders = files("ascertain.languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("grammar.toml").is_file()))
