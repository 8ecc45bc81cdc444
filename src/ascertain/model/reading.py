"""What one item says."""

from ascertain.model.claim import Claim
from ascertain.model.mention import Mention
from ascertain.model.skipped import Skipped
from ascertain.model.thing import Thing


class Reading(Thing, frozen=True, kw_only=True):
    """The mentions and claims of one item, in order of their words; `skipped` says why there are none.

    `refused` counts the proposals of extractors that did not quote the text to the character; `refusals` say why, of
    each.
    """

    item: str
    lang: str | None = None
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: Skipped | None = None
    refused: int = 0
    refusals: tuple[Skipped, ...] = ()
