"""From a chosen place and the words around it to the area that is meant: never a pin where the words give an area."""

from ascertain.languages.place_words import BEARING_DEG
from ascertain.model import Place
from ascertain.model.place import PlaceClass
from ascertain.model.place_expression import PlaceExpression
from ascertain.resolve.places.geometry import moved

# Radius in metres of the countryside of a city: the land of its district or governorate, as the word is used in
# reports.
COUNTRYSIDE_M = 35_000.0
_NEAR_M = 5_000.0
# "North of Aleppo", "southern Idlib": of so large a city the land about it is meant as often as the town, up to here.
_LAND_OF = 100_000
_LAND_STEP_M, _LAND_REACH_M = 18_000.0, 26_000.0
_SETTLED: frozenset[str] = frozenset({"city", "town", "village"})
_LARGE: frozenset[str] = frozenset({"governorate", "region", "country", "district"})


def shaped(place: Place, expression: PlaceExpression, words: str) -> Place:
    """Return the area that the words mean, given the place that their name stands for."""
    if place.lat is None or place.lon is None:
        return place
    area = _feature(place, expression, words)
    if area.lat is None:
        return _changed(area, relation=expression.relation)
    if expression.part and expression.part in BEARING_DEG:
        area = _side(area, expression)
    if expression.distance_m is not None:
        return _distant(area, expression)
    if expression.relation and expression.bearing_deg is not None:
        return _beyond(area, expression)
    if expression.relation == "near":
        return _changed(area, radius_m=(area.radius_m or 0.0) + _NEAR_M, relation="near")
    return _changed(area, relation=expression.relation) if expression.relation else area


def _changed(place: Place, **changes: object) -> Place:
    import msgspec

    return msgspec.structs.replace(place, **changes)


def _feature(place: Place, expression: PlaceExpression, words: str) -> Place:
    radius = place.radius_m or 0.0
    if expression.feature == "countryside":
        wide: PlaceClass = "district" if expression.part else "governorate"
        return _changed(
            place, id=f"{place.id}/countryside", name=words, radius_m=max(radius, COUNTRYSIDE_M), klass=wide,
            within=(place.name, *place.within),
        )  # fmt: skip
    if expression.feature == "border" and place.klass in _LARGE:
        # Somewhere along a border: a line of hundreds of kilometres, and no pin.
        return _changed(
            place, id=f"{place.id}/border", name=f"the border of {place.name}", lat=None, lon=None, radius_m=None,
            klass="region", population=None, within=(),
        )  # fmt: skip
    if expression.feature == "outskirts":
        return _changed(place, id=f"{place.id}/outskirts", radius_m=radius * 1.5 + 2_000)
    if expression.feature_class == "governorate" and place.klass in _SETTLED:
        # The land that is called after its seat, where only the seat is known: "in Orda governorate" is not in Orda.
        return _changed(
            place, id=f"{place.id}/governorate", name=words, radius_m=max(radius, COUNTRYSIDE_M), klass="governorate",
            population=None, within=place.within,
        )  # fmt: skip
    if expression.feature_class in ("landmark", "street", "neighbourhood") and place.klass in _SETTLED:
        # "Aleppo airport": somewhere in or by Aleppo, and nothing tells where.
        return _changed(
            place, id=f"{place.id}/{expression.feature}", name=words, klass=expression.feature_class,
            radius_m=radius + (4_000 if expression.feature == "base" else 0), population=None,
            within=(place.name, *place.within),
        )  # fmt: skip
    return place


def _side(place: Place, expression: PlaceExpression) -> Place:
    assert place.lat is not None and place.lon is not None and expression.part
    radius = place.radius_m or 0.0
    step, reach, klass = radius * 0.5, radius * 0.65, place.klass
    if _means_its_land(place, expression):
        step, reach, klass = _LAND_STEP_M, _LAND_REACH_M, "district"
    lat, lon = moved(place.lat, place.lon, BEARING_DEG[expression.part], step)
    return _changed(
        place, id=f"{place.id}/{expression.part}", lat=lat, lon=lon, radius_m=round(reach), klass=klass,
        because=_join(place.because, f"its {expression.part.replace('_', '-')} side"),
    )  # fmt: skip


def _distant(place: Place, expression: PlaceExpression) -> Place:
    assert place.lat is not None and place.lon is not None and expression.distance_m is not None
    low, high = expression.distance_m, expression.distance_high_m or expression.distance_m
    middle = (low + high) / 2
    if expression.bearing_deg is None:
        # All that is known is a ring about the place.
        return _changed(
            place, id=f"{place.id}/{round(middle)}m", radius_m=round(high + min(place.radius_m or 0.0, 10_000)),
            relation=expression.relation or "from", klass=_class_of(high),
            because=_join(place.because, f"{_km(middle)} km off in a direction that is not said"),
        )  # fmt: skip
    lat, lon = moved(place.lat, place.lon, expression.bearing_deg, middle)
    # Eight words for a direction leave 22.5 degrees either way: 0.4 of the distance at the edge.
    radius = max(0.4 * middle + (high - low) / 2, 1_000.0) + min(place.radius_m or 0.0, 10_000) / 2
    return _changed(
        place, id=f"{place.id}/{round(expression.bearing_deg)}/{round(middle)}m", lat=lat, lon=lon,
        radius_m=round(radius),
        relation=expression.relation, klass=_class_of(radius),
        because=_join(place.because, f"moved {_km(middle)} km, bearing {round(expression.bearing_deg)} degrees"),
    )  # fmt: skip


def _beyond(place: Place, expression: PlaceExpression) -> Place:
    """Return the side of a large unit, or the land beside a town: a direction without a distance."""
    assert place.lat is not None and place.lon is not None and expression.bearing_deg is not None
    radius, klass = place.radius_m or 0.0, place.klass
    if place.klass in _LARGE:
        step, reach = radius * 0.5, radius * 0.65
    elif _means_its_land(place, expression):
        step, reach, klass = _LAND_STEP_M, _LAND_REACH_M, "district"
    else:
        step = radius + 3_000
        reach = radius + 6_000
    lat, lon = moved(place.lat, place.lon, expression.bearing_deg, step)
    return _changed(
        place, id=f"{place.id}/{expression.relation}", lat=lat, lon=lon, radius_m=round(reach),
        relation=None if place.klass == "country" else expression.relation, klass=klass,
        because=_join(place.because, "a direction, and no distance"),
    )  # fmt: skip


def _means_its_land(place: Place, expression: PlaceExpression) -> bool:
    """Return whether a direction about a place is one of the land that bears its name: nothing calls it a city."""
    return place.klass == "city" and (place.population or 0) >= _LAND_OF and expression.feature is None


def _class_of(radius_m: float) -> PlaceClass:
    """Return the class whose places are as wide as an area."""
    if radius_m <= 3_000:
        return "town"
    if radius_m <= 10_000:
        return "subdistrict"
    return "district" if radius_m <= 30_000 else "governorate"


def _km(metres: float) -> str:
    return f"{metres / 1_000:.1f}".removesuffix(".0")


def _join(because: str, more: str) -> str:
    return f"{because}; {more}" if because else more
