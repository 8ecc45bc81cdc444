"""What words say about a place, before anybody looks up where it is."""

from ascertain.model.place import PlaceClass
from ascertain.model.thing import Thing


class PlaceExpression(Thing, frozen=True, kw_only=True):
    """A place as it is written: `name` with its feature word, and how the event lies to it.

    `name_start` and `name_end` are the name's own offsets within the item's text, `key` the form under which the
    gazetteer
    knows it (empty where it does not) and `article` whether the Arabic article is written. `feature` is the word's id
    in the
    language's `places.toml` (`countryside`, `crossing`) and `feature_class` what class of place it makes. `part` is
    the side of
    the place that is meant (`north`, `south_east`, `outskirts`). `relation` is one of `at near north_of ... between
    along inside
    from`; `distance_m` and `distance_high_m` are metres, `bearing_deg` degrees clockwise from north. `second` is the
    other name
    of "between X and Y". `lat` and `lon` are given where the words are coordinates, with `radius_m` their precision.
    `apart` tells that a thing of
    this feature need not lie where a town of that name does. `generic` marks a bare feature ("the base") that stands
    for one named before, and `land` that the name is a country's.
    """

    name: str
    name_start: int
    name_end: int
    key: str = ""
    article: bool = False
    feature: str | None = None
    feature_class: PlaceClass | None = None
    part: str | None = None
    relation: str | None = None
    distance_m: float | None = None
    distance_high_m: float | None = None
    bearing_deg: float | None = None
    second: str | None = None
    second_key: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    generic: bool = False
    apart: bool = False
    hashtag: bool = False
    land: bool = False
