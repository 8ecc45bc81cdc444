"""What follows under a published rule set."""

from typing import Any, Literal

from ascertain.model.claim import Group, Outcome
from ascertain.model.thing import Thing

Attribution = Literal["declared", "likely", "contested", "single_source"]
HarmGrade = Literal["confirmed", "fair", "weak", "contested", "discounted"]


class TraceStep(Thing, frozen=True, kw_only=True):
    """Why an end of a range is what it is: `end` is min, max, best or left_out.

    `claim` names the claim, `count` the place of the figure in its counts, `rule` the codebook's rule,
    `because` the reason in words.
    """

    end: Literal["min", "max", "best", "left_out"]
    rule: str
    because: str
    claim: str | None = None
    count: int | None = None
    value: float | None = None


class Range(Thing, frozen=True, kw_only=True):
    """How many, from the least to the most that the rules allow; every end has its trace."""

    outcome: Outcome
    group: Group | None = None
    item: str | None = None
    min: int | None = None
    max: int | None = None
    best: int | None = None
    origins: int = 0
    trace: tuple[TraceStep, ...] = ()


class Assessment(Thing, frozen=True, kw_only=True):
    """One rule set's answer for one incident. `codes` holds the codebook's own fields by its own names."""

    rule_set: str
    attribution: Attribution | None = None
    attribution_because: tuple[str, ...] = ()
    grade: HarmGrade | None = None
    because: tuple[str, ...] = ()
    counts: tuple[Range, ...] = ()
    codes: dict[str, Any] = {}
