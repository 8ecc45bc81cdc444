"""One address, captured more than once."""

from typing import Literal

from ascertain.model.thing import Thing

Stretch = tuple[int, int]


class Recapture(Thing, frozen=True, kw_only=True):
    """What two captures of one address, one after the other, show of each other.

    `same`: no word that can be seen differs. `changed`: some do; `gone` are ranges of the earlier item's text that the
    later lacks, `came` ranges of the later's that the earlier lacks, and likewise the ids of claims. `absent`: the
    later capture holds the server's answer that there is nothing (404, 410). `unanswered`: any other answer that is no
    page. What is absent may have been moved, hidden or taken down, by anybody and at any time between the two.
    """

    url: str
    kind: Literal["same", "changed", "absent", "unanswered"]
    earlier_at: str
    later_at: str
    earlier_capture: str
    later_capture: str
    earlier_item: str | None = None
    later_item: str | None = None
    status: int | None = None
    gone: tuple[Stretch, ...] = ()
    came: tuple[Stretch, ...] = ()
    claims_gone: tuple[str, ...] = ()
    claims_came: tuple[str, ...] = ()
