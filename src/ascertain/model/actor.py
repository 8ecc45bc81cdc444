"""Who."""

from typing import Literal

from ascertain.model.thing import Thing

ActorType = Literal[
    "military", "armed_group", "government", "party", "organisation",
    "outlet", "person", "civilians", "nationality",
]  # fmt: skip


class ActorRelation(Thing, frozen=True, kw_only=True):
    """A tie that holds for a time: `kind` is part_of, allied_with, armed_wing_of or proxy_of."""

    kind: str
    to: str
    since: str | None = None
    until: str | None = None
    stated_in: str | None = None


class Actor(Thing, frozen=True, kw_only=True):
    """A party, office, outlet or group of people; `aliases` hold every spelling in every script.

    `side` is the id of the actor at the head of its side. `private` marks a private person, whose name is
    withheld from whatever is published.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    side: str | None = None
    country: str | None = None
    relations: tuple[ActorRelation, ...] = ()
    private: bool = False
