"""A toll: what one origin in the end says."""

from dataclasses import dataclass

from ascertain.weigh.figures import Figure


@dataclass(frozen=True)
class Toll:
    """What one origin in the end says of one outcome and group: from `low` to `high`, and the figures behind it.

    `of_some` tells that it counts one kind of people among them alone ("five children") or points at one of them.
    """

    origin: str
    low: int
    high: int
    lowest: Figure
    highest: Figure
    exact: bool
    said_on: str | None
    items: int = 1
    note: str = ""
    of_some: bool = False

    @property
    def order(self) -> tuple[str, str, int]:
        """An order that depends on nothing but the evidence."""
        return self.lowest.order

    @property
    def is_upper_bound(self) -> bool:
        """Whether it is only said to be so many at most ("up to 100")."""
        return self.highest.count.rule == "at_most"

    @property
    def is_doubted(self) -> bool:
        """Whether the words of its figures put in doubt that there was any."""
        return self.lowest.doubted and self.highest.doubted

    @property
    def is_running_total(self) -> bool:
        """Whether it is said to be what the toll has come to."""
        return self.highest.count.running == "total"

    def is_risen_since(self, day: str) -> bool:
        """Whether it is said on a later day than `day` to be what the toll has come to."""
        return self.is_running_total and bool(day) and (self.said_on or "") > day
