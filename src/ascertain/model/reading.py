"""What one item says."""

from ascertain.model.claim import Claim
from ascertain.model.mention import Mention
from ascertain.model.skipped import Skipped
from ascertain.model.thing import Thing

_BESIDE = "#headline"


def beside(item: str) -> str:
    """Return the id under which what stands beside an item's text makes its claims."""
    return item + _BESIDE


def is_beside(claim: Claim) -> bool:
    """Return whether a claim is made by the headline beside a text, and quotes no text."""
    return claim.item.endswith(_BESIDE)


class Headline(Thing, frozen=True, kw_only=True):
    """What the headline beside an item's text says: its title, or what its address spells; spans are of `text`.

    It is no quote of what was published: it helps to tell which event the item is about, and no figure rests on it.
    `foreign` tells that the text has hardly a word of it: the page shows another article.
    """

    text: str
    foreign: bool = False
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


class Reading(Thing, frozen=True, kw_only=True):
    """The mentions and claims of one item, in order of their words; `skipped` says why there are none.

    `refused` counts the proposals of extractors that did not quote the text to the character; `refusals` say why, of
    each. `headline` is what stands beside a text that does not tell it itself.
    """

    item: str
    lang: str | None = None
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: Skipped | None = None
    refused: int = 0
    refusals: tuple[Skipped, ...] = ()
    headline: Headline | None = None
