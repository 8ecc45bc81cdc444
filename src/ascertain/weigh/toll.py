"""A toll: what one origin in the end says."""

from dataclasses import dataclass

from ascertain.weigh.figures import Figure


@dataclass(frozen=True)
class Toll:
    """What one origin in the end says of one outcome and group: from `low` to `high`, and the figures behind it.

    `of_some` tells that it counts one kind of people among them alone ("five children"), and no whole.
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
