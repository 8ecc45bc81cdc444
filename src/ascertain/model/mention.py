"""Words that name a time, place, actor, thing or number."""

from typing import Any, Literal

import msgspec

from ascertain.model.actor import Actor
from ascertain.model.count import Count
from ascertain.model.equipment import Equipment
from ascertain.model.interval import Interval
from ascertain.model.place import Place
from ascertain.model.thing import Thing

MentionKind = Literal["time", "place", "actor", "equipment", "count"]


class Mention(Thing, frozen=True, kw_only=True):
    """Words of an item's text and, once resolved, what they stand for.

    `value` is of the type that belongs to `kind`, or absent where nothing could be found. `parsed` is the
    extractor's own structured view of the words (a time expression still to be anchored, a place name with its
    feature word and relation): it travels from extract to resolve and is never written out.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    value: Interval | Place | Actor | Equipment | Count | None = None
    parsed: Any = msgspec.field(default=None)
