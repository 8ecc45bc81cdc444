"""Where the reports of a cluster say that it was, so that two places which tell of two events are not made one.

Two strikes on one day on two villages share their day, their side, their weapons and half of their words, and a
round-up tells of both. What tells them apart is that several reports name one village as the place, several the other,
and hardly any of either the other's.
"""

from collections import Counter
from dataclasses import dataclass, field

from ascertain.group.telling import Telling

_SEVERAL = 3  # items: of two that name a place, one may be misread
_MOSTLY = 0.5  # of the tellings with a spot that name one, so that the cluster is about it
_HARDLY = 0.25  # of the tellings that name the other's spot, too


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the tellings of a cluster name: `own` counts main spots, `named` all; `items` are those they are of."""

    own: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    items: frozenset[str] = frozenset()
    tellings: int = 1

    @classmethod
    def of(cls, telling: Telling) -> "Whereabouts":
        """Return those of one telling; a place that its item only mentions is not its own."""
        own = Counter(telling.spots[:1] if not telling.guessed else ())
        return cls(own, Counter(telling.spots), frozenset((telling.item,)))

    def joined(self, other: "Whereabouts") -> "Whereabouts":
        """Return those of two clusters that become one."""
        return Whereabouts(
            self.own + other.own, self.named + other.named, self.items | other.items, self.tellings + other.tellings
        )

    @property
    def spot(self) -> str | None:
        """The spot that it is about; nothing where fewer than three items tell, or no spot is named by half of them."""
        if len(self.items) < _SEVERAL or not self.own:
            return None
        spot, times = min(self.own.items(), key=lambda pair: (-pair[1], pair[0]))
        return spot if times >= _MOSTLY * self.own.total() else None


def are_elsewhere(first: Whereabouts, second: Whereabouts) -> bool:
    """Return whether two clusters are about two spots, and hardly any telling of either names the other's."""
    mine, theirs = first.spot, second.spot
    if mine is None or theirs is None or mine == theirs:
        return False
    return first.named[theirs] <= _HARDLY * first.tellings and second.named[mine] <= _HARDLY * second.tellings
