"""Words that name a time, place, actor, thing or number."""

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from ascertain.model.actor import Actor
from ascertain.model.count import Count
from ascertain.model.equipment import Equipment
from ascertain.model.interval import Interval
from ascertain.model.place import Place
from ascertain.model.thing import Thing

MentionKind = Literal["time", "place", "actor", "equipment", "count"]
if TYPE_CHECKING:
    MentionValue = Interval | Place | Actor | Equipment | Count | None
else:
    # msgspec decodes no union of untagged structs, and a tag would stand in every public file; `kind` says which.
    MentionValue = Any
_VALUE_TYPES: dict[str, Any] = {
    "time": Interval,
    "place": Place,
    "actor": Actor,
    "equipment": Equipment,
    "count": Count,
}


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
    value: MentionValue = None
    parsed: Any = msgspec.field(default=None)

    def __post_init__(self) -> None:
        """Make a value that was read from a file the thing that `kind` says it is."""
        if isinstance(self.value, dict):
            msgspec.structs.force_setattr(self, "value", msgspec.convert(self.value, _VALUE_TYPES[self.kind]))
