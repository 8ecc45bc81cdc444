"""What a desk's own list does not settle: a quarter for a village, a namesake or a like sound far from the rest."""

import json
from pathlib import Path

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import load
from ascertain.model import Place


def place(name: str, lat: float, lon: float, klass: str) -> dict[str, object]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {"name": name, "names": [name], "class": klass, "country": "SY"},
    }


def found(text: str, name: str, folder: Path, *desk: dict[str, object]) -> Place:
    pack = folder / "places.geojson"
    pack.write_text(json.dumps({"type": "FeatureCollection", "features": desk}))
    mentions = extract_text(text, knowledge=load(packs=[pack])).mentions
    return next(one.value for one in mentions if one.text == name and isinstance(one.value, Place))


def test_a_quarter_is_no_village_of_its_name(tmp_path: Path) -> None:
    quarter = place("Zorqabi", 35.33, 40.14, "neighbourhood")
    told = found("Shells hit the village of Zorqabi.", "Zorqabi", tmp_path, quarter)
    assert told.lat is None
    assert told.because == "only a neighbourhood of this name is known, and no village"


def test_a_namesake_at_the_other_end_of_the_country_is_not_meant(tmp_path: Path) -> None:
    text = "The army shelled Qamishli, Hasakah and Raqqa. Shells hit the village of Zorqabi."
    told = found(text, "Zorqabi", tmp_path, place("Zorqabi", 32.62, 36.10, "village"))
    assert told.lat is None
    assert "far from all others" in told.because


@pytest.mark.parametrize(("lat", "lon", "meant"), [(36.8, 40.2, True), (35.9, 36.3, False)])
def test_what_it_only_sounds_like_is_meant_where_it_lies_near(
    lat: float, lon: float, *, meant: bool, tmp_path: Path
) -> None:
    desk = place("Al Morbadiya", lat, lon, "village"), place("Sadunia", 36.85, 40.1, "village")
    told = found("In Syria shells hit the villages of Sadunia and Morpadi.", "Morpadi", tmp_path, *desk)
    assert (told.lat is not None) is meant


@pytest.mark.parametrize(
    "text", ["انفجرت عبوة في منطقة الصوامع بمدينة القامشلي", "انفجرت عبوة في منطقة الصوامع في مدينة القامشلي"]
)
def test_a_quarter_of_another_town_is_not_meant(text: str, tmp_path: Path) -> None:
    quarter = place("منطقة الصوامع", 36.51, 36.87, "exact")
    assert found(text, "منطقة الصوامع", tmp_path, quarter).lat is None
    assert found("انفجرت عبوة في منطقة الصوامع", "منطقة الصوامع", tmp_path, quarter).lat is not None


def test_a_quarter_of_a_village_is_no_town_of_its_name_elsewhere(tmp_path: Path) -> None:
    text = "دهمت دوريات منازل في حي الزرقبي في بلدة سدونيا شرقي دير الزور"
    desk = place("الزرقبي", 35.52, 36.37, "town"), place("سدونيا", 35.01, 40.50, "village")
    assert found(text, "حي الزرقبي", tmp_path, *desk).lat is None
    assert found("دهمت دوريات منازل في حي الزرقبي", "حي الزرقبي", tmp_path, *desk).lat is not None
