"""Where several reports put one strike at several distances from one place."""

from ascertain.group.stretch import stretch_of
from ascertain.group.telling import Telling
from ascertain.model import Claim, Mention, Place, Span, content_id

POST = Place(id="post", name="Post", lat=33.5, lon=38.6, radius_m=5_000, klass="village")
MILL = Place(id="mill", name="Mill", lat=33.75, lon=38.25, radius_m=3_000, klass="village")
WEST_WELL = Place(id="well", name="Well", lat=33.85, lon=38.0, radius_m=3_000, klass="village")
SOUTH_WELL = Place(id="south", name="South Well", lat=33.0, lon=38.6, radius_m=3_000, klass="village")


def telling(key: str, place: Place, relation: str = "at", metres: float | None = None, said: int = 100) -> Telling:
    where = Mention(kind="place", start=0, end=4, text=place.name, value=place)
    claim = Claim(
        id=content_id("claim", key), item=key, event="air_strike", quote=Span(start=0, end=4, text="hits"),
        where=where, relation=relation, distance_m=metres,
    )  # fmt: skip
    return Telling(0, key, (claim,), True, "air_strike", place=place, places=(place,), published=said)


def test_distances_and_villages_in_one_direction_are_a_stretch() -> None:
    tellings = [
        telling("a", POST, "near"), telling("b", POST, "from", 20_000), telling("c", MILL), telling("d", WEST_WELL),
    ]  # fmt: skip
    place, claims = stretch_of(tellings, {}, {}) or (None, ())
    assert place is not None and place.span_m is not None
    assert place.name == "Post" and place.relation == "north_west_of"
    assert place.span_m[0] == 20_000 and 60_000 < place.span_m[1] < 70_000
    assert [claim.item for claim in claims] == ["b", "c", "d"]


def test_villages_without_a_distance_in_words_are_none() -> None:
    assert stretch_of([telling("a", POST, "near"), telling("c", MILL), telling("d", WEST_WELL)], {}, {}) is None


def test_places_in_other_directions_are_none() -> None:
    tellings = [telling("b", POST, "from", 20_000), telling("c", MILL), telling("d", SOUTH_WELL)]
    assert stretch_of(tellings, {}, {}) is None


def test_one_origin_alone_is_none_and_what_is_said_long_after_has_no_say() -> None:
    tellings = [telling("b", POST, "from", 20_000), telling("c", MILL)]
    one = {claim.id: "origin" for each in tellings for claim in each.claims}
    assert stretch_of(tellings, one, {}) is None
    late = stretch_of([*tellings, telling("d", WEST_WELL, said=130)], {}, {})
    assert late is not None and late[0].span_m is not None and late[0].span_m[1] < 50_000
