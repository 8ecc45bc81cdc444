"""A telling: what one item says of one event."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ascertain.group.days import Days
from ascertain.group.geometry import is_area, point
from ascertain.model import Claim, Place

_EMPTY: frozenset[Any] = frozenset()


class Said(NamedTuple):
    """About when a report was said: the likeliest day, as an ordinal, and how many days that is off on average."""

    day: float
    spread: float


class About(NamedTuple):
    """The days on which a report of it may have come out, and by how much they may be off."""

    first: float
    last: float
    spread: float


LEAST_DAY = 1.5  # the same day always tells something; the same town may be all that a collection is about


@dataclass(frozen=True, eq=False, slots=True)
class Telling:
    """The claims of one item that are about one event, with the place, the days and the figures that they give.

    What the headline beside the text claims (docs/adr/0024) is in all but `claims` and `whys`, which may be empty.

    `starts` tells that an incident may rest on it; statements and warnings alone only join one. `places` are all that
    its claims name, sharpest first; `spots` are the keys of those that are no areas (`spots`), `mentioned` those of
    all that its item names. `days` is what its words say, `published` the day its item came out and `said`, where
    nothing gives that, about when it did. `words` are the item's rare words near its claims, `norm` the length of
    that bag and `rare` the weight from which a word is very rare; `names` those that texts in another script have as
    well, by how they sound (`spoken`). `clues` are days of the year, as (month, day), that its words give without a
    year, and `weekdays` those that they name; `clue` and `news` are the draft's (`tellings`).
    `least` are the figures that are said to be the least there were.
    `main` tells that the item is mostly about this event, `guessed` that its place is only mentioned. `worth` says how
    much it tells that another gives the same place (by its spot's key) or day (by its number): the rarer, the more, in
    log odds; tellings share one mapping, or two where some are dated by their addresses. `about` holds, by the ids of
    places without a point, what is written around them. `whys` says for each claim why it is here.

    Of these follow the `day` that its words give first, else that on which it came out; when a report of it may have
    come out (`reported`); what it tells that another is of its day, or of that about which it was said
    (`worth_of_day`); and the places that are no areas, or what is written around them, with their points (`located`).
    Slots take a fifth of the memory that a mapping of so many names takes.
    """

    number: int
    item: str
    claims: tuple[Claim, ...]
    starts: bool
    event: str
    place: Place | None = None
    places: tuple[Place, ...] = ()
    spots: tuple[str, ...] = ()
    mentioned: frozenset[str] = frozenset()
    days: Days | None = None
    published: int | None = None
    said: Said | None = None
    killed: frozenset[int] = frozenset()
    injured: frozenset[int] = frozenset()
    least: frozenset[int] = frozenset()
    parties: frozenset[str] = frozenset()
    words: dict[int, float] = field(default_factory=dict)
    names: Mapping[str, float] = field(default_factory=dict)
    norm: float = 0.0
    rare: float = 0.0
    lang: str | None = None
    alone: bool = True
    main: bool = True
    guessed: bool = False
    clues: frozenset[tuple[int, int]] = frozenset()
    weekdays: frozenset[int] = frozenset()
    clue: tuple[int, int] | None = None
    news: frozenset[int] | None = None
    worth: Mapping[str | int, float] = field(default_factory=dict)
    about: Mapping[str, Place] = field(default_factory=dict)
    whys: tuple[str, ...] = ()
    # Worked out once, as pairs ask for them again and again.
    day: int | None = field(init=False)
    reported: About | None = field(init=False)
    worth_of_day: float = field(init=False)
    located: tuple[tuple[tuple[float, float], Place], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Let all empty sets be one: most of them are empty, and an empty set takes as much as a full one."""
        for name in ("mentioned", "killed", "injured", "least", "parties", "clues", "weekdays"):
            if not getattr(self, name):
                object.__setattr__(self, name, _EMPTY)
        object.__setattr__(self, "day", self.days.first if self.days is not None else self.published)
        object.__setattr__(self, "reported", self._reported())
        object.__setattr__(self, "worth_of_day", self._worth_of_day())
        object.__setattr__(self, "located", self._located())

    def with_worth(self, worth: Mapping[str | int, float]) -> "Telling":
        """Return the telling with what agreement on its places and days is worth."""
        other = copy(self)  # not `replace`, which would work out all else anew
        object.__setattr__(other, "worth", worth)
        object.__setattr__(other, "worth_of_day", other._worth_of_day())
        return other

    def _reported(self) -> About | None:
        if self.days is not None:
            wide = 0.0 if self.days.sharp else (self.days.last - self.days.first) / 4
            return About(self.days.first, self.days.last + 1, wide)
        if self.published is not None:
            return About(self.published, self.published, 0.0)
        return None if self.said is None else About(self.said.day, self.said.day, self.said.spread)

    def _worth_of_day(self) -> float:
        day = round(self.said.day) if self.day is None and self.said is not None else self.day
        return LEAST_DAY if day is None else self.worth.get(day, LEAST_DAY)

    def _located(self) -> tuple[tuple[tuple[float, float], Place], ...]:
        known = [(place if point(place) is not None else self.about.get(place.id)) for place in self._sharp]
        return tuple((at, place) for place in known if place is not None and (at := point(place)) is not None)

    @property
    def _sharp(self) -> list[Place]:
        return [place for place in self.places if not is_area(place)]


_SURE_DAYS = 3.0


def is_dated_about(telling: Telling) -> bool:
    """Return whether it is known about as well as a date would tell when a report was said."""
    return telling.said is not None and telling.said.spread < _SURE_DAYS


def told_or_about(telling: Telling) -> Days | None:
    """Return what `told_or_said` does; where nothing gives a day, those about which it was said, as ones not sharp."""
    days = told_or_said(telling)
    if days is not None or telling.days is not None or telling.said is None or not is_dated_about(telling):
        return days
    day, wide = round(telling.said.day), round(2 * telling.said.spread)
    return Days(day - wide, day + wide, sharp=False)


def told_or_said(telling: Telling) -> Days | None:
    """Return the day that a telling gives sharply; where it gives none, that on which it came out, as one not sharp."""
    if telling.days is not None:
        return telling.days if telling.days.sharp else None
    return None if telling.published is None else Days(telling.published, telling.published, sharp=False)
