"""The clock of a collection: the zone that most of its reports keep, and those reports on it that tell no zone."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from ascertain.knowledge import Knowledge
from ascertain.model import Interval, Mention, Reading, Settings
from ascertain.resolve.collection.changes import changed
from ascertain.resolve.stage import time_zone
from ascertain.resolve.times.zones import UNTOLD, to_utc, zone_named

_NOTE = "nothing tells the zone: read in {zone}, which most reports keep"


def with_zone(settings: Settings, readings: Iterable[Reading], knowledge: Knowledge) -> Settings:
    """Return the settings with a time zone: their own, else that of the lands that most reports are about, else UTC."""
    if settings.time_zone:
        return settings
    zones = Counter(time_zone(reading.mentions, knowledge, settings) for reading in readings if reading.claims)
    del zones[""]
    most = min(zones, key=lambda zone: (-zones[zone], zone), default="UTC")
    return replace(settings, time_zone=most)


def on_the_clock(reading: Reading, zone: str) -> Reading:
    """Return the reading with the local times whose zone nothing told read in `zone`; a day stays the day it was."""
    if not any(map(_is_untold, reading.mentions)):
        return reading
    return changed(reading, ("when", "said_at"), lambda mention: _moved(mention, zone))


def _is_untold(mention: Mention) -> bool:
    return isinstance(mention.value, Interval) and UNTOLD in mention.value.notes


def _moved(mention: Mention, zone: str) -> Mention:
    if not _is_untold(mention):
        return mention
    value = mention.value
    assert isinstance(value, Interval)
    notes = (*(note for note in value.notes if note != UNTOLD), _NOTE.format(zone=zone))
    start, end = _in(zone, value.start), _in(zone, value.end)
    return replace(mention, value=replace(value, start=start, end=end, zone=zone, notes=notes))


def _in(zone: str, stamp: str | None) -> str | None:
    """Return a local time that was written as if of UTC in the zone that it is of."""
    if stamp is None:
        return None
    return to_utc(datetime.fromisoformat(stamp.removesuffix("Z")), zone_named(zone)).isoformat() + "Z"
