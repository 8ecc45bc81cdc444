"""Coordinates are read in every written form, and look-alikes are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.extract.places.coordinates import find_coordinates


def points(text: str) -> list[tuple[float, float]]:
    return [(round(one.parsed.lat, 3), round(one.parsed.lon, 3)) for one in find_coordinates(text)]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("hit at 33.5057, 36.2696 today", (33.506, 36.27)),
        ("عند ٣٣٫٥٠٥٧، ٣٦٫٢٦٩٦", (33.506, 36.27)),
        ("33.50571 36.26961", (33.506, 36.27)),
        ("33.5057°N 36.2696°E", (33.506, 36.27)),
        ("N33.5057 E36.2696", (33.506, 36.27)),
        ("S12.5 W070.25", (-12.5, -70.25)),
        ("latitude 33.5, longitude 36.25", (33.5, 36.25)),
        ("33°30'36\"N 36°15'00\"E", (33.51, 36.25)),
        ("33° 30′ 36″ N, 36° 15′ 0″ E", (33.51, 36.25)),
        ("33-30-36N 036-15-00E", (33.51, 36.25)),
        ("33°30'N 36°15'E", (33.5, 36.25)),
        ("N 33° 30' E 36° 15'", (33.5, 36.25)),
        ("Latitude 33° 30.6’ N, Longitude 36° 15.0’ E", (33.51, 36.25)),
        ("33:30:36N, 36:15:00E", (33.51, 36.25)),
        ("33 30.6 N 36 15.0 E", (33.51, 36.25)),
        ("333036N 0361500E", (33.51, 36.25)),
        ("3330N/03615E", (33.5, 36.25)),
        ("37S 414668 3712000", None),
        ("37R GM 12345 67890", None),
    ],
)
def test_forms(text: str, point: tuple[float, float] | None) -> None:
    found = points(text)
    assert len(found) == 1
    assert point is None or found[0] == pytest.approx(point, abs=0.001)


@pytest.mark.parametrize(
    "text",
    [
        "on 03-04-05 12:11:10", "rose from 34.00 to 44.11", "33.5 36.2", "95.123, 36.269", "33.505, 196.269",
        "42°N, 102°N", "01JAN 2004 1800", "12 MAR 2017", "63SNV 6567 7888", "costs 1.234,567 or 2.345,678 a day",
        "version 10.15.7, build 19.6.0", "call 033.123.456", "99°99'N 36°15'E", "12:30 N 24:15",
    ],
)  # fmt: skip
def test_look_alikes(text: str) -> None:
    assert points(text) == []


@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9))
def test_decimal_degrees_come_back(lat: float, lon: float) -> None:
    text = f"at {lat:.5f}, {lon:.5f}."
    (found,) = find_coordinates(text)
    assert text[found.start : found.end] == found.text
    assert found.parsed.lat == pytest.approx(lat, abs=1e-4) and found.parsed.lon == pytest.approx(lon, abs=1e-4)


@given(st.text(alphabet="0123456789°'\"NSEW.,:;-+ /x", max_size=60))
def test_any_figures_give_points_on_the_earth_or_none(text: str) -> None:
    for one in find_coordinates(text):
        assert abs(one.parsed.lat) <= 90 and abs(one.parsed.lon) <= 180
        assert text[one.start : one.end] == one.text


def test_furniture_is_left_aside() -> None:
    text = "map 33.5057, 36.2696"
    assert find_coordinates(text, ((0, len(text)),)) == []
