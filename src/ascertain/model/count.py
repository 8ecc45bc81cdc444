"""How many."""

from typing import Literal

from ascertain.model.thing import Thing

CountRule = Literal[
    "exact", "at_least", "at_most", "more_than", "about", "range",
    "several", "dozens", "hundreds", "thousands", "many", "indefinite",
]  # fmt: skip


class Count(Thing, frozen=True, kw_only=True):
    """A number as the words give it; `high` is absent where the words set no upper end.

    `low` and `high` are what the words say, before any codebook's rule: "dozens" is kept as rule `dozens`
    and a rule set turns it into figures.
    """

    low: float | None = None
    high: float | None = None
    rule: CountRule = "exact"
    unit: str | None = None
