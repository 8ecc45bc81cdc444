"""What the claims are about."""

from typing import Literal

from ascertain.model.assessment import Assessment, Attribution, HarmGrade, Range
from ascertain.model.interval import Interval
from ascertain.model.origin import Edge, Origin
from ascertain.model.place import Place
from ascertain.model.thing import Thing


class PartySupport(Thing, frozen=True, kw_only=True):
    """A party as the claims name it: `support` counts independent origins, `denied_by` names who denies it.

    `head` is the id of the party at the top of what it is part of, `side` that at the head of its side, `allies` the
    ids of those that it is said to be allied with and `acts_for` of those that it is a proxy of. `by` holds the ids
    of the origins that name it; `indistinct_from` the ids of allies whose strikes can't be told from its own and
    `indistinct_names` what these are called;
    `known` tells that a pack knows it as somebody in particular.
    """

    id: str
    name: str
    type: str | None = None
    support: int = 0
    claims: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    head: str | None = None
    head_name: str | None = None
    side: str | None = None
    allies: tuple[str, ...] = ()
    acts_for: tuple[str, ...] = ()
    indistinct_from: tuple[str, ...] = ()
    indistinct_names: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    known: bool = True


class Contradiction(Thing, frozen=True, kw_only=True):
    """Claims that can't all be true; `about` says on what, in words."""

    about: str
    claims: tuple[str, ...]
    kind: Literal["number", "party", "denial", "time", "place", "status"]


class Link(Thing, frozen=True, kw_only=True):
    """A tie to another incident."""

    kind: Literal["same_place_and_parties", "precedent", "part_of", "double_tap", "retaliation", "follow_up"]
    to: str
    because: str


class Silence(Thing, frozen=True, kw_only=True):
    """A party to the event of which nothing was heard, as of an instant (RFC 3339) or day; "" of a report undated."""

    party: str
    name: str
    as_of: str
    because: str


class Question(Thing, frozen=True, kw_only=True):
    """What nobody has answered, with the claims that raise it."""

    text: str
    claims: tuple[str, ...] = ()


class Placing(Thing, frozen=True, kw_only=True):
    """Why a claim is in this incident, or an item of which only the headline beside its text tells of it."""

    claim: str = ""
    item: str = ""
    because: str


class Incident(Thing, frozen=True, kw_only=True):
    """One event as the claims tell it (docs/reference/formats.md, incidents.jsonl).

    Group fills id, title, event, when, where, items, claims, placings and links; weigh fills the rest.
    `origins` are the voices that accounts of the event go back to, `beside` those that only tell what went on about it.
    `assessments` holds every rule set's answer; `counts`, `attribution` and `grade` are those of the case's own.
    """

    id: str
    title: str
    event: str
    when: Interval | None = None
    where: Place | None = None
    perpetrators: tuple[PartySupport, ...] = ()
    targets: tuple[PartySupport, ...] = ()
    counts: tuple[Range, ...] = ()
    attribution: Attribution | None = None
    grade: HarmGrade | None = None
    because: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    beside: tuple[Origin, ...] = ()
    edges: tuple[Edge, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    silences: tuple[Silence, ...] = ()
    questions: tuple[Question, ...] = ()
    links: tuple[Link, ...] = ()
    placings: tuple[Placing, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    items: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
