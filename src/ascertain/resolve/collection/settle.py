"""The last step of resolve, over all items at once."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ascertain.model import Item, Reading, Settings, beside
from ascertain.resolve.collection.clock import on_the_clock
from ascertain.resolve.collection.names import with_known_places
from ascertain.resolve.collection.strays import without_strays
from ascertain.resolve.collection.todays import with_today
from ascertain.resolve.collection.years import with_years


def settle(items: Sequence[Item], readings: Mapping[str, Reading], settings: Settings) -> dict[str, Reading]:
    """Return the readings with what the collection settles; whatever an item's own words give stays as it is.

    The zone of times that nothing else tells, a year for a day given with its weekday, the days that hang on the text's
    own "today", the place of a name that only other items tell apart, and which village abroad is not the one meant.
    Notes and `because` say how each was found. Headlines beside the texts are settled as items of their own.
    """
    headlines = {
        beside(key): Reading(item=key, mentions=one.headline.mentions, claims=one.headline.claims)
        for key, one in readings.items()
        if one.headline is not None
    }
    settled = _settled(items, {**readings, **headlines}, settings)
    return {key: _with_headline(settled[key], settled.get(beside(key))) for key in readings}


def _with_headline(reading: Reading, told: Reading | None) -> Reading:
    """Return a reading with its headline as settled; the same reading where nothing was."""
    old = reading.headline
    if old is None or told is None or (told.mentions == old.mentions and told.claims == old.claims):
        return reading
    return replace(reading, headline=replace(old, mentions=told.mentions, claims=told.claims))


def _settled(items: Sequence[Item], readings: Mapping[str, Reading], settings: Settings) -> dict[str, Reading]:
    clocked = {key: on_the_clock(reading, settings.zone) for key, reading in readings.items()}
    dated = with_years(items, clocked, settings.zone)
    published = {item.id: item.published_at for item in items}
    dated = {key: with_today(one, published.get(one.item), settings.zone) for key, one in dated.items()}
    return with_known_places(without_strays(dated))
