"""The last step of resolve, over all items at once."""

from collections.abc import Mapping, Sequence

from ascertain.model import Item, Reading, Settings
from ascertain.resolve.collection.clock import on_the_clock
from ascertain.resolve.collection.names import with_known_places
from ascertain.resolve.collection.strays import without_strays
from ascertain.resolve.collection.todays import with_today
from ascertain.resolve.collection.years import with_years


def settle(items: Sequence[Item], readings: Mapping[str, Reading], settings: Settings) -> dict[str, Reading]:
    """Return the readings with what the collection settles; whatever an item's own words give stays as it is.

    The zone of times that nothing else tells, a year for a day given with its weekday, the days that hang on the text's
    own "today", the place of a name that only other items tell apart, and which village abroad is not the one meant.
    Notes and `because` say how each was found.
    """
    clocked = {key: on_the_clock(reading, settings.zone) for key, reading in readings.items()}
    dated = with_years(items, clocked, settings.zone)
    published = {item.id: item.published_at for item in items}
    dated = {key: with_today(one, published.get(key), settings.zone) for key, one in dated.items()}
    return with_known_places(without_strays(dated))
