"""The units of a sentence: noun phrases, verbs and the small words between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ascertain.languages.cues import Cue
from ascertain.model import Mention
from ascertain.text import Document

_LED = 2  # units: a preposition, an adverb


class Mark(NamedTuple):
    """A cue at words [first, last)."""

    first: int
    last: int
    cue: Cue


@dataclass(slots=True, eq=False)
class Unit:
    """Words [first, last) that play one part; a unit is the same as itself alone.

    `kind` is `np` (noun phrase), `verb`, `prep`, `linking` (of), `conj`, `comma`, `stop` (end of a clause), `relative`,
    `clause` (a word that opens one), `aux`, `passive` (its auxiliary), `light`, `time`, `quote` or `other`. A phrase is
    `determined` by an article or the like, and `named` if an unknown word in it is written as names are.
    """

    kind: str
    first: int
    last: int
    marks: list[Mark] = field(default_factory=list)
    counts: list[Mention] = field(default_factory=list)
    actors: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    equipment: list[Mention] = field(default_factory=list)
    pronoun: bool = False
    determined: bool = False
    cut: int = 0
    named: bool = False

    def cue(self, *kinds: str) -> Cue | None:
        """Return the last cue of these kinds: the head comes last in a noun phrase."""
        for mark in self.marks and reversed(self.marks):  # most units have none
            if mark.cue.kind in kinds:
                return mark.cue
        return None

    def find(self, kind: str, *forms: str) -> Mark | None:
        """Return the last mark of this kind, in one of these forms where any are given."""
        for mark in self.marks and reversed(self.marks):
            if mark.cue.kind == kind and (not forms or mark.cue.form in forms):
                return mark
        return None

    def all(self, kind: str, *forms: str) -> list[Mark]:
        """Return the marks of this kind, in one of these forms where any are given."""
        return [mark for mark in self.marks if mark.cue.kind == kind and (not forms or mark.cue.form in forms)]

    def has(self, kind: str, value: str) -> bool:
        """Return whether one of the cues is this one."""
        for mark in self.marks:  # noqa: SIM110 - asked so often that a generator tells
            if mark.cue.kind == kind and mark.cue.value == value:
                return True
        return False

    @property
    def definite(self) -> bool:
        """Whether an article or the like points back to something known: "the attack", not "an attack"."""
        return self.determined and not self.has("word", "indefinite")

    @property
    def is_event(self) -> bool:
        """Whether this is a noun phrase whose head is an event's noun."""
        return self.kind == "np" and bool(self.marks) and self.find("event", "noun") is not None

    @property
    def accuses(self) -> bool:
        """Whether this is a verb that names who is said to have done it ("blamed", "accused")."""
        cue = self.cue("speech") if self.kind == "verb" else None
        return cue is not None and "accuses" in cue.flags


def is_weapon_of(unit: Unit, mark: Mark, document: Document) -> bool:
    """Whether an event's noun is a weapon that only says what a thing behind it is of: "a car bomb workshop"."""
    armed = any(weapon.end == document.ends[mark.last - 1] for weapon in unit.equipment)
    armed = armed or any(other.cue.form == "means" and other.last == mark.last for other in unit.marks)
    return armed and any(other.cue.kind == "thing" and other.first >= mark.last for other in unit.marks)


def names_a_body(unit: Unit, last: int) -> bool:
    """Whether a phrase ends here with a word for a body of people, whose name may follow: the group "Dawn"."""
    people = unit.find("people")
    return people is not None and people.last == last and "body" in people.cue.flags


def is_plural(unit: Unit) -> bool:
    """Return whether the head of a noun phrase is a known plural."""
    cue = unit.cue("people", "thing")
    return cue is not None and cue.form == "plural"


def joins_a_verb(units: Sequence[Unit]) -> bool:
    """Return whether the unit before a conjunction that ends them is a verb ("were killed and wounded")."""
    return len(units) > 1 and units[-2].kind == "verb"


def is_described_in(units: Sequence[Unit]) -> bool:
    """Return whether the last is an adverb that stands for an adjective behind a preposition: "in overnight raids"."""
    if len(units) < _LED or units[-1].kind != "other":
        return False
    before = units[-2]
    if before.kind == "np" and not (before.marks or before.actors or before.places or before.counts):
        before = units[max(0, len(units) - 3)]  # "during simultaneous overnight raids"
    return before.kind == "prep"


def waits_for_its_noun(verb: Unit) -> bool:
    """Whether a verb is one of what an event did, led to or where it was, so that its noun follows: قتل | قصف ..."""
    plain = {("word", "verbs"), ("word", "happening"), ("mark", "effect"), ("event", "killing")}
    told = {(mark.cue.kind, mark.cue.value) for mark in verb.marks if mark.cue.kind != "outcome"}
    return verb.kind == "verb" and told <= plain
