"""A desk's own place that is stated to lie within a governorate lies there, whatever lies nearest to it."""

import json
from pathlib import Path

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Place, Settings
from ascertain.resolve.stage import resolve

TEXT = "قتل مدنيان جراء قصف مدفعي على قرية زنبوعة بريف حماة الغربي أمس."


@pytest.mark.parametrize(("within", "pinned"), [("Hama", True), ("Idlib", False)])
def test_far_from_the_city_and_in_its_governorate(tmp_path: Path, within: str, pinned: bool) -> None:
    names = {"name": "Zanbuaa", "names": ["Zanbuaa", "زنبوعة"], "class": "village", "within": within, "country": "SY"}
    place = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [36.379, 35.686]}, "properties": names}
    pack = tmp_path / "places.geojson"
    pack.write_text(json.dumps({"type": "FeatureCollection", "features": [place]}), encoding="utf-8")
    knowledge, item = load(packs=[pack]), Item(id="a", text=TEXT)
    mentions = resolve(item, extract(item, knowledge), knowledge, Settings()).mentions
    (village,) = [one.value for one in mentions if isinstance(one.value, Place) and "زنبوعة" in one.text]
    assert (village.lat is not None) is pinned, village.because
