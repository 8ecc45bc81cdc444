"""Zones and areas of control."""

import json
from pathlib import Path

import pytest

from ascertain.knowledge.areas import areas_at, holds, is_area_pack, read_areas, valid_on
from ascertain.model import Misused

SQUARE = {"type": "Polygon", "coordinates": [[[38, 33], [39, 33], [39, 34], [38, 34], [38, 33]]]}


def write(path: Path, *features: object) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), "utf-8")
    return path


def test_areas_carry_their_days_and_who_declared_them(tmp_path: Path) -> None:
    good = {"geometry": SQUARE, "properties": {"name": "Zone A", "valid_from": "2017-05-01", "declared_by": "x"}}
    nameless = {"geometry": SQUARE, "properties": {}}
    line = {"geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"name": "p"}}
    broken = {"geometry": {"type": "Polygon"}, "properties": {"name": "b"}}
    areas, skipped = read_areas(write(tmp_path / "zones.geojson", good, nameless, line, broken, 3))
    assert [area.name for area in areas] == ["Zone A"] and len(skipped) == 4
    (area,) = areas
    assert area.kind == "zone" and area.declared_by == "x"
    assert holds(area, 33.5, 38.5) and not holds(area, 35, 38.5)
    assert valid_on(area, "2017-05-19") is True and valid_on(area, "2017-04-30") is False


def test_an_area_without_a_first_day_is_an_open_question(tmp_path: Path) -> None:
    feature = {"geometry": SQUARE, "properties": {"name": "C", "valid_to": "2018-01-01", "holder": "y"}}
    areas, _ = read_areas(write(tmp_path / "control.geojson", feature))
    assert areas[0].kind == "control" and areas[0].holder == "y"
    assert valid_on(areas[0], "2017-05-19") is None
    assert [valid for _, valid in areas_at(areas, 33.5, 38.5, "2017-05-19")] == [None]
    assert list(areas_at(areas, 33.5, 38.5, "2018-05-19")) == []


def test_a_file_that_is_no_geojson_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "zones.geojson"
    path.write_text("no")
    assert is_area_pack(path)
    with pytest.raises(Misused):
        read_areas(path)
