"""The gazetteer: keys, compiling, look-up, packs and the cache."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.knowledge.gazetteer import Gazetteer, add_pack, cache, is_place_pack, load_gazetteer
from ascertain.knowledge.gazetteer.compile import compile_rows
from ascertain.knowledge.gazetteer.keys import KeyStream, name_key
from ascertain.knowledge.gazetteer.layer import Layer
from ascertain.knowledge.gazetteer.matching import Matcher
from ascertain.knowledge.gazetteer.packs import read_pack
from ascertain.knowledge.gazetteer.rows import PlaceRow
from ascertain.knowledge.gazetteer.skeleton import likeness, skeleton
from ascertain.knowledge.gazetteer.table import read_table
from ascertain.model import Broken, Misused, Place, Skipped
from ascertain.text import Document

ROWS = [
    PlaceRow("p:tanf", ("Al-Tanf", "التنف"), 33.51, 38.67, "village", "SY", "11", 500),
    PlaceRow("p:homs", ("Homs", "حمص"), 34.73, 36.71, "city", "SY", "11", 775_000, "Asia/Damascus"),
    PlaceRow("p:deir", ("Deir ez-Zor", "دير الزور"), 35.34, 40.14, "city", "SY", "07", 240_000, "Asia/Damascus"),
    PlaceRow("p:salvador", ("Salvador",), -12.97, -38.51, "city", "BR", "05", 2_700_000),
    PlaceRow("p:elsalvador", ("El Salvador",), 13.8, -88.9, "country", "SV", "", 6_000_000),
    PlaceRow("p:odessa-ua", ("Odessa", "Odesa", "أوديسا"), 46.48, 30.73, "city", "UA", "17", 1_015_000),
    PlaceRow("p:odessa-us", ("Odessa",), 31.85, -102.37, "city", "US", "TX", 118_000),
]


def made(rows: list[PlaceRow], rank: int = 1) -> Gazetteer:
    return Gazetteer([Layer(compile_rows(rows), "test", rank, "CC0-1.0")])


GAZETTEER = made(ROWS)


def key(name: str) -> str:
    return " ".join(name_key(Document(name).words))


@pytest.mark.parametrize(
    "names",
    [
        ("At Tanf", "al-Tanf", "Al Tanf", "el Tanf", "Tanf"),
        ("Deir ez-Zor", "Dayr az Zawr", "Deir al-Zour", "Der ez Zor"),
        ("Tal Afar", "Tall 'Afar", "Tell Afar"),
        ("Sana'a", "Sanaa", "Sana’a"),
        ("St. Petersburg", "Saint Petersburg", "St Petersburg"),
        ("التنف", "تنف"),
        ("دير الزور", "دَيْر الزُّور"),
    ],
)
def test_one_key_for_the_spellings_of_a_name(names: tuple[str, ...]) -> None:
    assert len({key(name) for name in names}) == 1


@pytest.mark.parametrize("pair", [("Homs", "Hama"), ("التل", "تل"), ("At Home", "Home")])
def test_names_that_differ_keep_different_keys(pair: tuple[str, str]) -> None:
    assert key(pair[0]) != key(pair[1])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("near At Tanf today", ["At Tanf"]),
        ("fighting at Tanf", ["Tanf"]),
        ("وبالتنف", ["التنف"]),
        ("قرب التنف", ["التنف"]),
        ("ضربات بحمص", ["حمص"]),
        ("وفي دير الزور وحمص", ["دير الزور", "حمص"]),
        ("Homs's suburbs", ["Homs"]),
        ("Dayr Ar Zawr", ["Dayr Ar Zawr"]),
        ("التنفيذ", []),
        ("Homsian", []),
    ],
)
def test_names_are_found_whole_with_their_particles_left_outside(text: str, found: list[str]) -> None:
    hits = GAZETTEER.find(Document(text))
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_the_article_tells_a_country_from_a_city() -> None:
    assert GAZETTEER.lookup("El Salvador")[0].id == "p:elsalvador"
    assert GAZETTEER.lookup("Salvador")[0].id == "p:salvador"


def test_look_up_ranks_by_people_and_by_nearness() -> None:
    assert [place.id for place in GAZETTEER.lookup("Odessa")] == ["p:odessa-ua", "p:odessa-us"]
    assert GAZETTEER.lookup("Odessa", near=(32.0, -100.0))[0].id == "p:odessa-us"


def test_a_name_is_looked_up_by_its_sound_in_the_other_script() -> None:
    latin_only = made([PlaceRow("p:q", ("Qastoun",), 35.68, 36.38, "village", "SY")])
    assert latin_only.lookup("قسطون")[0].id == "p:q"
    assert latin_only.lookup("باريس") == []


def test_the_desks_own_places_come_first_and_are_found_by_sound_in_a_text() -> None:
    both = Gazetteer(
        [
            Layer(compile_rows([PlaceRow("d:homs", ("Homs",), 34.0, 36.0, "city", "SY")]), "a", 0, "own"),
            Layer(compile_rows(ROWS), "b", 1, "CC0-1.0"),
        ]
    )
    assert both.lookup("Homs")[0].id == "d:homs"
    desk = made([PlaceRow("d:q", ("Qastoun",), 35.68, 36.38, "village", "SY")], rank=0)
    (hit,) = desk.find(Document("غارة على قسطون"))
    assert hit.ours and hit.likeness < 1


@given(st.text(max_size=80))
def test_any_text_can_be_searched_and_hits_lie_within_it(text: str) -> None:
    for hit in GAZETTEER.find(Document(text)):
        assert 0 <= hit.start < hit.end <= len(text)


@given(st.lists(st.sampled_from(ROWS), unique=True, min_size=1))
def test_the_same_places_give_the_same_bytes(rows: list[PlaceRow]) -> None:
    assert compile_rows(rows).body() == compile_rows(list(rows)).body()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_name_sounds_like_itself(name: str) -> None:
    assert likeness(name, name) == 1.0 and skeleton(name) == skeleton(name * 1)


def test_a_table_is_read_back_and_damage_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "t.gaz"
    digest = compile_rows(ROWS).write(path)
    table, found = read_table(path)
    assert found == digest and table.text("shown", 1) == "Homs" and not list(tmp_path.glob("*.part"))
    whole = path.read_bytes()
    assert table.checked_automaton() == whole[-len(table.automaton) :]
    spoilt = bytearray(whole)
    spoilt[-len(table.automaton) - 5] ^= 1
    path.write_bytes(bytes(spoilt))
    with pytest.raises(Broken):
        read_table(path)
    for short in (b"short", whole[:100], whole[: -len(table.automaton) - 100]):
        path.write_bytes(short)
        with pytest.raises(Broken):
            read_table(path)


def test_a_damaged_automaton_is_noticed_before_it_is_used_and_made_again(tmp_path: Path) -> None:
    path = tmp_path / "t.gaz"
    compile_rows(ROWS).write(path)
    whole = path.read_bytes()
    for spoilt in (whole[:-5] + bytes([whole[-5] ^ 1]) + whole[-4:], whole[:-100]):
        path.write_bytes(spoilt)
        gazetteer = Gazetteer([Layer(*read_table(path), 1, "CC0-1.0")])
        gazetteer.prepare()
        assert [hit.key for hit in gazetteer.find(Document("in Deir ez-Zor"))] == ["deir  zor"]
        assert path.read_bytes() == whole


def test_names_are_found_alike_in_few_texts_and_in_many() -> None:
    layer = load_gazetteer().layers[-1]
    text = "From Deir ez-Zor, New York and São Tomé to San Salvador. قرب دير الزور وحلب، وفي رأس العين \ud800 y 北京"
    stream = GAZETTEER.stream(Document(text))
    few, many = Matcher(layer.table), Matcher(layer.table)
    many.prepare()
    found = few.find(stream)
    assert found == many.find(stream) and len(found) > 5 and "automaton" not in vars(few)
    for _ in range(1 + 4_000 // len(stream.keys)):
        assert few.find(stream) == found
    assert "automaton" in vars(few)


def test_a_damaged_cache_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ascertain.knowledge.gazetteer.builtin.rows", lambda: iter(ROWS))
    _, digest = cache.built_in_table(tmp_path)
    (file,) = tmp_path.glob("*.gaz")
    file.write_bytes(b"x" * 100)
    _, again = cache.built_in_table(tmp_path)
    assert again == digest and file.stat().st_size > 100


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ascertain.knowledge.gazetteer.builtin.rows", lambda: iter(ROWS))
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    table, _ = cache.built_in_table(blocked)
    assert len(table.arrays["lat"]) == len(ROWS)


def feature(name: object, geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": {"name": name, **properties}}


def test_geojson_gives_places_and_says_what_it_skips(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[38, 33], [39, 33], [39, 34], [38, 34], [38, 33]]]}
    point = {"type": "Point", "coordinates": [38.67, 33.51]}
    features = [
        feature("Camp Delta village", point, names=["مخيم دلتا"], country="SY"),
        feature("Zone", square, place="island"),
        feature("", point),
        feature("Nowhere", None),
        feature("Off", {"type": "Point", "coordinates": [400, 99]}),
        "nonsense",
    ]
    path = tmp_path / "p.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    rows = list(read_pack(path))
    places = [row for row in rows if isinstance(row, PlaceRow)]
    assert len(rows) == len(features) and len(places) == 2
    assert "Camp Delta" in places[0].names and "مخيم دلتا" in places[0].names
    assert places[1].klass == "region" and places[1].radius_m > 50_000
    assert all(row.why for row in rows if isinstance(row, Skipped))


GEONAMES = (
    "1\tNahr Place\tNahr Place\tNahr,نهر بليس\t33.5\t38.5\t{}\t{}\tSY\t\t11\t\t\t\t{}\t\t600\tAsia/Damascus\t2020-01-01"
)


def test_a_geonames_dump_is_read_from_zip_and_text(tmp_path: Path) -> None:
    lines = [GEONAMES.format("P", "PPL", 900), GEONAMES.format("P", "PPLH", 0), "too\tfew"]
    text = tmp_path / "SY.txt"
    text.write_text("\n".join(lines), "utf-8")
    archive = tmp_path / "SY.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.write(text, "SY.txt")
        out.writestr("readme.txt", "about")
    for path in (text, archive):
        rows = list(read_pack(path))
        assert is_place_pack(path) and len(rows) == 3
        assert isinstance(rows[0], PlaceRow) and rows[0].zone == "Asia/Damascus" and rows[0].klass == "village"
        assert [isinstance(row, Skipped) for row in rows] == [False, True, True]


def test_csv_needs_a_name_and_degrees(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(
        "name,lat,lon,names,class\nTel Example,36.1,37.2,تل مثال|Tall Mithal,village\n,1,2,,\nBad,north,1,,\n", "utf-8"
    )
    rows = list(read_pack(path))
    assert isinstance(rows[0], PlaceRow) and "تل مثال" in rows[0].names
    assert isinstance(rows[1], Skipped) and isinstance(rows[2], Skipped)
    path.write_text("place,x\na,1\n", "utf-8")
    with pytest.raises(Misused):
        list(read_pack(path))


@pytest.mark.parametrize("content", ["{", "[]", '{"features": 3}', '{"features": []}'])
def test_a_pack_without_places_is_refused_with_a_remedy(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.geojson"
    path.write_text(content)
    with pytest.raises(Misused) as refusal:
        add_pack(path)
    assert refusal.value.remedy


def test_an_added_pack_is_found_by_every_later_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCERTAIN_DATA", str(tmp_path / "data"))
    path = tmp_path / "more.csv"
    path.write_text("name,lat,lon\nQarn Example Hisn,15.1,44.2\n", "utf-8")
    summary = add_pack(path)
    assert (summary.places, summary.skipped) == (1, ())
    found = load_gazetteer().lookup("Qarn Example Hisn")
    assert found and found[0].lat == 15.1


@pytest.mark.parametrize(
    ("name", "country", "zone"),
    [("Damascus", "SY", "Asia/Damascus"), ("Kharkiv", "UA", "Europe/Kyiv"), ("Sanaa", "YE", "Asia/Aden")],
)
def test_the_built_in_knows_time_zones(name: str, country: str, zone: str) -> None:
    gazetteer = load_gazetteer()
    place = next(place for place in gazetteer.lookup(name) if place.country == country)
    assert gazetteer.zone_of(place) == zone


@pytest.mark.parametrize("lat", [-34.6, 0.0, 33.5, 51.5, 78.2])
@pytest.mark.parametrize("lon", [-179.9, 36.3, 0.1])
def test_the_unit_is_that_of_the_nearest_place_with_people_if_it_lies_near(lat: float, lon: float) -> None:
    known, base = load_gazetteer(), load_gazetteer().layers[-1]
    arrays = base.table.arrays
    for at in np.flatnonzero((np.abs(arrays["lat"] - lat) < 2) & (np.abs(arrays["lon"] - lon) < 2))[:9]:
        here = float(arrays["lat"][at]) + 0.24, float(arrays["lon"][at])
        apart = np.where(arrays["population"] > 0, known._apart_deg(*here), np.inf)
        nearest = int(apart.argmin())
        assert known._unit_nearest(*here, "") == (base.unit_of(nearest) if apart[nearest] <= 0.25**2 else "")


def test_a_town_on_a_border_lies_in_a_unit_of_its_own_country() -> None:
    across = [
        PlaceRow("p:across", ("Across",), 36.9, 40.1, "town", "TR", "63", 5_000),
        PlaceRow("p:inland", ("Inland",), 36.5, 40.5, "town", "SY", "01", 9_000),
        PlaceRow("p:nowhere", ("Nowhere",), 36.8, 40.1, "town", "SY", "", 9_000),
    ]
    known = made(across)
    assert known._unit_nearest(36.85, 40.08, "") == "SY."
    assert known._unit_nearest(36.85, 40.08, "SY") == "SY.01"
    assert known._unit_nearest(36.85, 40.08, "TR") == "TR.63"
    assert known._unit_nearest(36.85, 40.08, "IQ") == ""


def test_a_wide_area_of_the_desks_is_left_to_its_words_where_they_hold_a_known_name() -> None:
    desk = [
        PlaceRow("d:west", ("ريف حمص الغربي", "مخيم الزوفاء"), 34.9, 37.9, "governorate", "SY", "", 0),
        PlaceRow("d:farm", ("مزارع حمص",), 34.7, 36.6, "village", "SY", "", 0),
    ]
    both = Gazetteer([Layer(compile_rows(desk), "desk", 0, "CC0-1.0"), *GAZETTEER.layers])
    found = [(hit.key, hit.ours) for hit in both.find(Document("قصف على ريف حمص الغربي ومزارع حمص ومخيم الزوفاء"))]
    assert found == [(key("حمص"), False), (key("مزارع حمص").replace(" ", "  "), True),
                     (key("مخيم الزوفاء").replace(" ", "  "), True)]  # fmt: skip


def test_a_country_of_several_zones_has_none() -> None:
    russia = Place(id="x", name="Russia", lat=60, lon=90, klass="country", country="RU")
    assert load_gazetteer().zone_of(russia) is None


@pytest.mark.parametrize("name", ["سوريا", "Ukraine", "غزة", "Khartoum", "السودان", "Idlib", "إدلب", "Deir ez-Zor"])
def test_the_built_in_has_both_scripts(name: str) -> None:
    assert load_gazetteer().lookup(name)


def test_streams_keep_their_words() -> None:
    document = Document("in al-Tanf, وبالتنف")
    stream = KeyStream(document, GAZETTEER._beginnings)
    assert len(stream.keys) == len(stream.words) and stream.padded.startswith(" ")
