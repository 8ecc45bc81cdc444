"""Several captures of one address, told for a reader: what was present, and what was absent later.

Never that something was deleted: a capture shows what an address answered at its time and no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ascertain.model import Item, Recapture
from ascertain.publish import phrases
from ascertain.publish.wording import instant_words

_MOST_SHOWN = 12


@dataclass(frozen=True)
class Recaptured:
    """One comparison in words: what it comes to, the words of either capture alone, and the claims of either alone."""

    words: str
    gone: tuple[str, ...]
    came: tuple[str, ...]
    claims_gone: tuple[str, ...]
    claims_came: tuple[str, ...]
    other_item: str | None


def told(recapture: Recapture, items: Mapping[str, Item], zone: str, *, of: str = "") -> Recaptured:
    """Return a comparison in words; `of` is the item on whose page it stands."""
    earlier, later = (instant_words(at, zone) for at in (recapture.earlier_at, recapture.later_at))
    gone = _passages(items, recapture.earlier_item, recapture.gone)
    came = _passages(items, recapture.later_item, recapture.came)
    other = recapture.later_item if of == recapture.earlier_item else recapture.earlier_item
    return Recaptured(
        words=_words(recapture, earlier, later),
        gone=gone,
        came=came,
        claims_gone=recapture.claims_gone,
        claims_came=recapture.claims_came,
        other_item=other if other != of else None,
    )


def of_item(recaptures: tuple[Recapture, ...], item_id: str) -> list[Recapture]:
    """Return the comparisons that an item is on either side of."""
    return [one for one in recaptures if item_id in (one.earlier_item, one.later_item)]


def _words(recapture: Recapture, earlier: str, later: str) -> str:
    kind: str = recapture.kind
    if kind == "unanswered" and recapture.status is None:
        kind = "unreadable"
    elif kind == "changed" and recapture.earlier_item is None:
        kind = "appeared"
    words = phrases.RECAPTURED[kind].format(earlier=earlier, later=later, status=recapture.status)
    counts = {"gone": len(recapture.gone), "came": len(recapture.came)}
    counts |= {"claims_gone": len(recapture.claims_gone), "claims_came": len(recapture.claims_came)}
    counted = [phrases.RECAPTURED_COUNTS[name].format(number) for name, number in counts.items() if number]
    return " ".join([words, *counted])


def _passages(items: Mapping[str, Item], item_id: str | None, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    item = items.get(item_id or "")
    return tuple(item.text[start:end] for start, end in spans[:_MOST_SHOWN]) if item else ()
