"""What preserve takes and gives."""

from ascertain.model import SealedCapture, Skipped
from ascertain.model.thing import Thing


class Preserved(Thing, frozen=True, kw_only=True):
    """What became of the captures: one `sealed` for each, in the order given; in = sealed + skipped.

    `fresh` counts those that were not in the case before.
    """

    sealed: tuple[SealedCapture, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    fresh: int = 0
