"""What the headline beside a text adds to what the item tells (docs/adr/0024)."""

from collections.abc import Sequence

from msgspec.structs import replace

from ascertain.group import families
from ascertain.group.geometry import is_area
from ascertain.model import Claim, Item, Place, Reading


def voices_of(item: Item, reading: Reading) -> list[tuple[Item, Reading]]:
    """Return an item with its reading; apart from it, and first, a headline that its text knows nothing of.

    Such a page shows another article than that which its title or address leads to, and another day at its head.
    """
    headline = reading.headline
    if headline is None or not headline.foreign:
        return [(item, reading)]
    beside = replace(
        item,
        text=headline.text,
        furniture=(),
        hidden=(),
        published_at=None if item.is_dated_by_page else item.published_at,
        published_day=None,
    )
    told = Reading(item=item.id, mentions=headline.mentions, claims=headline.claims)
    return [(beside, told), (item, replace(reading, headline=None))]


def claims_beside(reading: Reading) -> Sequence[Claim]:
    """Return what the headline beside a text claims, where it tells more of the place than what the text tells.

    "Casualties in the countryside" would only draw a text that names the village to the neighbouring villages' events.
    """
    if reading.headline is None:
        return ()
    claims = reading.headline.claims
    return claims if not any(map(tells_event, reading.claims)) or any(map(_names_spot, claims)) else ()


def tells_event(claim: Claim) -> bool:
    """Return whether an incident may rest on a claim."""
    return families.starts_incident(claim.event) and claim.mood in ("actual", "recalled")


def _names_spot(claim: Claim) -> bool:
    return claim.where is not None and isinstance(claim.where.value, Place) and not is_area(claim.where.value)
