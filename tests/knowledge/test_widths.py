"""A pack's province without a radius is as wide as the program knows it; a radius of its own holds."""

import json
from pathlib import Path

import pytest

from ascertain.knowledge.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("given", "radius_m"),
    [
        ({"name": "Dara'a", "class": "governorate"}, 39_000.0),
        ({"name": "درعا", "class": "governorate", "radius_m": 20_000}, 20_000.0),
        ({"name": "Daraa", "class": "city"}, 8_000.0),
        ({"name": "Orda", "class": "governorate"}, 60_000.0),
    ],
)
def test_a_unit_without_a_radius_is_as_wide_as_it_is_known_to_be(
    given: dict[str, object], radius_m: float, tmp_path: Path
) -> None:
    where = {"type": "Point", "coordinates": [36.2, 32.9]}
    feature = {"type": "Feature", "properties": {"id": "desk:1", "country": "SY", **given}, "geometry": where}
    path = tmp_path / "places.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    places = [layer.place(number) for layer in load_gazetteer(None, [path]).layers[:1] for number in (0,)]
    assert [place.radius_m for place in places] == [radius_m]
