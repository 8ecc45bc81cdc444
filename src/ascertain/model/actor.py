"""Who."""

from typing import Literal

from ascertain.model.thing import Thing

ActorType = Literal[
    "military", "armed_group", "government", "party", "organisation",
    "outlet", "person", "civilians", "nationality",
]  # fmt: skip
PARTY_TYPES = frozenset(("military", "armed_group", "government", "party", "nationality"))
"""Those that take part in conflicts, as against people, outlets and monitors."""


class ActorRelation(Thing, frozen=True, kw_only=True):
    """A tie that holds for a time: `kind` is part_of, allied_with, armed_wing_of, proxy_of or indistinct_from.

    A party is `indistinct_from` an ally that strikes the same ground with the same means, so that who is struck can't
    tell which of the two it was.
    """

    kind: str
    to: str
    since: str | None = None
    until: str | None = None
    stated_in: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Return whether the tie holds on a day (YYYY-MM-DD); where either is not known, it is taken to hold."""
        if day is None:
            return True
        since, until = self.since or "", self.until or ""
        return day[: len(since)] >= since and (not until or day[: len(until)] <= until)


class Actor(Thing, frozen=True, kw_only=True):
    """A party, office, outlet or group of people; `aliases` hold every spelling in every script.

    `side` is the id of the actor at the head of its side. `private` marks a private person, whose name is
    withheld from whatever is published. `epithets` are names that take a side ("the regime", "the occupation"): they
    are found like aliases and kept as said. `generic` marks a kind of party ("rebels") that is nobody in particular;
    `stands_for` says, by the ISO code of the country that is spoken of, who is usually meant by it. `theatres` are the
    countries in which one that belongs to none fights: of two coalitions, the one of the country spoken of is meant.
    `backs` says, by the country that is spoken of, which party "backed by" this one means there, and under "" anywhere.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()
    side: str | None = None
    country: str | None = None
    relations: tuple[ActorRelation, ...] = ()
    private: bool = False
    generic: bool = False
    stands_for: dict[str, str] = {}
    theatres: tuple[str, ...] = ()
    backs: dict[str, str] = {}


class ActorName(Thing, frozen=True, kw_only=True):
    """What the words of a mention say of who is meant, before resolve decides.

    `actors` are the ids that the words may stand for, likeliest first; `name` is what to call a party that no pack
    knows. `country` is the ISO code that an adjective gives, `branch` the service that a noun gives ("warplanes":
    air_force). `group` and `number` are of people ("two women"). `role` is a speaker's (`spokesman`, `witness`), or
    `member` of states that a list names; `epithet` tells that the words take a side, `leaning` that they name
    followers of the actor ("pro-regime" fighters), not it, and `backer` is the id of who is behind them. `seat` tells
    that only a capital's name says whose they are, which may be where something was. `private` marks a private person's
    name.
    """

    name: str
    type: ActorType
    actors: tuple[str, ...] = ()
    country: str | None = None
    branch: str | None = None
    group: str | None = None
    number: Literal["singular", "dual", "plural"] | None = None
    role: str | None = None
    anonymous: bool = False
    epithet: bool = False
    leaning: bool = False
    backer: str | None = None
    seat: bool = False
    private: bool = False
