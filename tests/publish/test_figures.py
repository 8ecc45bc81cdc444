"""The drawings: places at their scale, times in order, labels apart."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.model import Area, Edge, Origin, Place
from ascertain.publish.site.figures import basemap
from ascertain.publish.site.figures.labels import Labels
from ascertain.publish.site.figures.map import Spot, draw_map
from ascertain.publish.site.figures.origins import Node, draw_origins
from ascertain.publish.site.figures.projection import Frame
from ascertain.publish.site.figures.timeline import Axis, Row, draw_timeline

MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2020, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))
built = pytest.mark.skipif(
    not (Path(basemap.__file__).parents[1] / "assets/basemap.npz").exists(),
    reason="the pages' assets are not built: python web/build.py",
)


@given(st.lists(st.tuples(MOMENTS, st.integers(0, 100_000)), min_size=1, max_size=15))
def test_on_the_axis_later_is_never_further_left_and_nothing_leaves_it(spans: list[tuple[datetime, int]]) -> None:
    times = [(start, start + timedelta(seconds=seconds)) for start, seconds in spans]
    axis = Axis(times, 100, 800)
    moments = sorted(moment for span in times for moment in span)
    places = [axis.x(moment) for moment in moments]
    assert places == sorted(places)
    assert all(99.9 <= place <= 800.1 for place in places)


@given(st.lists(MOMENTS, min_size=1, max_size=8), st.sampled_from(["UTC", "Asia/Damascus", "America/St_Johns"]))
def test_ticks_stand_where_their_time_is(moments: list[datetime], zone: str) -> None:
    axis = Axis([(moment, moment) for moment in moments], 100, 800)
    assert all(99 <= x <= 801 and words for x, words in axis.ticks(ZoneInfo(zone)))


def test_a_report_without_a_date_is_listed_apart_and_a_day_is_a_bar() -> None:
    day = (datetime(2019, 3, 15, tzinfo=UTC), datetime(2019, 3, 16, tzinfo=UTC))
    drawn = draw_timeline([Row("dated", "#1", day), Row("undated", "#2", None)], None, "UTC", "label", "UTC")
    assert "No date of publication is known" in str(drawn) and "said unsure" in str(drawn)
    assert draw_timeline([Row("undated", "#2", None)], None, "UTC", "label", "UTC") is None


@given(st.lists(st.tuples(st.floats(0, 880), st.floats(0, 520)), max_size=40))
def test_no_two_labels_overlap_and_none_leaves_the_drawing(points: list[tuple[float, float]]) -> None:
    labels = Labels(880, 520)
    for x, y in points:
        labels.place("a label of some length", x, y, 12)
    boxes = labels.taken
    assert all(b[0] >= 0 and b[1] >= 0 and b[2] <= 880 and b[3] <= 520 for b in boxes)
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@given(st.floats(-70, 70), st.floats(-170, 170))
def test_a_frame_holds_what_it_is_drawn_around_and_north_is_up(lat: float, lon: float) -> None:
    frame = Frame.around((lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5), 880, 520)
    assert frame.holds(lat, lon)
    assert frame.point(lat + 0.4, lon)[1] < frame.point(lat - 0.4, lon)[1]
    assert frame.point(lat, lon + 0.4)[0] > frame.point(lat, lon - 0.4)[0]


@built
def test_a_place_is_drawn_as_wide_as_it_is_uncertain() -> None:
    for radius_m in (5_000, 40_000):
        place = Place(id="p", name="Qalda", lat=33.5, lon=38.5, radius_m=radius_m, klass="village")
        drawn = str(draw_map([Spot(place, "Qalda")], (), (), "map"))
        radius = float(re.search(r'<circle [^>]*r="([\d.]+)" class="spot event"', drawn)[1])  # type: ignore[index]
        km = float(re.search(r">(\d+) km<", drawn)[1])  # type: ignore[index]
        bar = re.search(r'<path d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V', drawn)
        units = float(bar[2]) - float(bar[1])  # type: ignore[index]
        assert abs(radius / units * km * 1000 / radius_m - 1) < 0.03


@built
def test_a_whole_country_is_its_outline_and_no_circle() -> None:
    drawn = str(
        draw_map(
            [Spot(Place(id="c", name="Jordan", lat=31, lon=36, radius_m=200_000, klass="country"), "Jordan")],
            (),
            (),
            "map",
        )
    )
    assert "the whole country" in drawn and "<circle" not in drawn


@built
def test_zones_and_towns_are_drawn_and_a_place_without_a_point_is_not() -> None:
    zone = Area(
        id="z",
        kind="zone",
        name="Calm zone",
        geometry='{"type":"Polygon","coordinates":[[[38,33],[39,33],[39,34],[38,34],[38,33]]]}',
    )
    place = Place(id="p", name="Qalda", lat=33.5, lon=38.5, radius_m=5_000)
    town = Place(id="t", name="Umm Sidra", lat=33.7, lon=38.3, population=9)
    drawn = str(draw_map([Spot(place, "Qalda")], [zone], [town], "map"))
    assert "Calm zone" in drawn and "Umm Sidra" in drawn
    assert draw_map([Spot(Place(id="p", name="Nowhere"), "Nowhere")], [zone], [town], "map") is None


def test_what_was_taken_stands_to_the_right_of_what_it_was_taken_from() -> None:
    nodes = {name: Node(name, name, f"#{name}") for name in ("a", "b", "c")}
    edges = [
        Edge(taker="b", giver="a", kind="copies", because="r"),
        Edge(taker="c", giver="b", kind="cites", because="r"),
    ]
    drawn = str(draw_origins([Origin(id="o", name="O", items=("c", "b", "a"))], edges, nodes, {}, "graph"))
    x = {name: float(re.search(rf'<title>{name}</title><rect x="([\d.]+)"', drawn)[1]) for name in nodes}  # type: ignore[index]
    assert x["a"] < x["b"] < x["c"]


def test_two_that_each_have_it_from_the_other_are_still_drawn() -> None:
    nodes = {name: Node(name, name, f"#{name}") for name in ("a", "b")}
    edges = [
        Edge(taker="b", giver="a", kind="copies", because="r"),
        Edge(taker="a", giver="b", kind="copies", because="r"),
    ]
    drawn = str(draw_origins([Origin(id="o", name="O", items=("a", "b"))], edges, nodes, {}, "graph"))
    assert drawn.count('class="node"') == 2
