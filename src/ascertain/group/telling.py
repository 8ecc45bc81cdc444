"""A telling: what one item says of one event."""

from dataclasses import dataclass, field

from ascertain.group.days import Days
from ascertain.model import Claim, Place


@dataclass(frozen=True, eq=False)
class Telling:
    """The claims of one item that are about one event, with the place, the days and the figures that they give.

    `starts` tells that an incident may rest on it; statements and warnings alone only join one. `places` are all that
    its claims name, sharpest first. `days` is what its words say, `published` the day its item came out. `words` are
    the item's rare words near its claims. `whys` says for each claim why it is here.
    """

    number: int
    item: str
    claims: tuple[Claim, ...]
    starts: bool
    event: str
    place: Place | None = None
    places: tuple[Place, ...] = ()
    days: Days | None = None
    published: int | None = None
    killed: frozenset[int] = frozenset()
    injured: frozenset[int] = frozenset()
    parties: frozenset[str] = frozenset()
    words: dict[int, float] = field(default_factory=dict)
    norm: float = 0.0
    lang: str | None = None
    alone: bool = True
    whys: tuple[str, ...] = ()
