"""Who says it, in words."""

import re
from collections.abc import Iterable

from ascertain.model import Claim, Item
from ascertain.publish.evidence import Evidence
from ascertain.publish.withholding import MARK
from ascertain.publish.wording import isolated

WITHHELD = "[name withheld]"
_WORDS_OF_QUOTE = 28


def source_name(item: Item, evidence: Evidence) -> str:
    """Return what the item's source is called for a reader."""
    source = evidence.source(item)
    return source.name if source else item.source or item.title or item.id


def who_says(claim: Claim, evidence: Evidence) -> str:
    """Return who says it, innermost first: "a US official, through Mike Giglio (BuzzFeed News)"."""
    outlet = named(source_name(evidence.items[claim.item], evidence))
    inner = [speaker_name(speaker.name) for speaker in reversed(claim.speakers)]
    names = [name for name in dict.fromkeys(inner) if name and name.casefold() != outlet.casefold()]
    if not names:
        return isolated(outlet)
    return (
        f"{isolated(names[0])}, {'through ' + isolated(names[1]) + ', ' if len(names) > 1 else ''}in {isolated(outlet)}"
    )


def speaker_name(name: str) -> str:
    """Return a speaker's name without an article before it, a withheld one as such."""
    return named(re.sub(r"^(?:the|an?) (?=[a-z])", "", name.strip()))


def named(words: str) -> str:
    """Return words with each run of marks as one."""
    return re.sub(rf"{MARK}+(?:\s+{MARK}+)*", WITHHELD, words)


def quoted(claim: Claim) -> str:
    """Return the claim's words in quotation marks, cut after some words with an ellipsis."""
    words = " ".join(named(claim.quote.text).split())
    parts = words.split(" ")
    if len(parts) > _WORDS_OF_QUOTE:
        words = " ".join(parts[:_WORDS_OF_QUOTE]) + " …"
    return f"“{isolated(words)}”"


def one_per_origin(claims: Iterable[Claim], evidence: Evidence, most: int = 8) -> list[str]:
    """Return ids of claims, the first of each origin: what a copy adds to a citation is nothing."""
    first: dict[str, str] = {}
    for claim in claims:
        first.setdefault(evidence.origin_of.get(claim.id, claim.id), claim.id)
    return list(first.values())[:most]
