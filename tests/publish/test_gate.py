"""The gate."""

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.model import Area, Decision, Dossier, Misused, Place
from ascertain.publish.coarsening import cell_centre, coarsen
from ascertain.publish.gate import BLANK, pass_gate, through_gate
from ascertain.publish.rewriting import rewrite
from ascertain.publish.withholding import MARK, Withholder

LATS = st.floats(-84, 84)
LONS = st.floats(-179, 179)
GRIDS = st.sampled_from((100, 250, 1000, 5000, 20_000))


def metres(one: tuple[float, float], two: tuple[float, float]) -> float:
    down = (one[0] - two[0]) * 111_320
    across = (one[1] - two[1]) * 111_320 * math.cos(math.radians((one[0] + two[0]) / 2))
    return math.hypot(down, across)


@given(LATS, LONS, GRIDS, st.floats(0, 50_000))
def test_the_wider_area_always_holds_the_point_it_hides(lat: float, lon: float, grid: int, radius: float) -> None:
    place = Place(id="p", name="p", lat=lat, lon=lon, radius_m=radius)
    moved = coarsen(place, grid)
    assert moved.lat is not None and moved.lon is not None and moved.radius_m is not None
    assert metres((lat, lon), (moved.lat, moved.lon)) + radius <= moved.radius_m * 1.01 + 2


@given(LATS, LONS, GRIDS)
def test_a_cells_centre_stays_where_it_is(lat: float, lon: float, grid: int) -> None:
    centre = cell_centre(lat, lon, grid)
    assert cell_centre(*centre, grid) == centre


def test_a_place_without_a_point_stays_without() -> None:
    place = Place(id="p", name="p")
    assert coarsen(place, 1000) is place


def test_every_place_is_coarsened_also_inside_claims_and_old_versions(dossier: Dossier) -> None:
    places: list[Place] = []
    rewrite(pass_gate(dossier, draft=True), record=lambda t: places.append(t) or t if isinstance(t, Place) else t)
    assert len(places) > 6
    assert all(
        place.lat is None or cell_centre(place.lat, place.lon or 0, 1000) == (place.lat, place.lon) for place in places
    )


def test_names_are_marked_in_texts_quotes_and_speakers_and_every_quote_still_fits(dossier: Dossier) -> None:
    gated = pass_gate(dossier, draft=True)
    texts = {item.id: item.text for item in gated.items}
    for reading in gated.readings:
        for claim in reading.claims:
            assert texts[reading.item][claim.quote.start : claim.quote.end] == claim.quote.text
    words = msgspec.json.encode(gated).decode()
    assert "Samira" not in words and "سميرة" not in words and MARK in words


def test_only_quoted_sentences_can_be_read_unless_the_case_says_otherwise(
    dossier: Dossier, make_dossier: object
) -> None:
    texts = {item.id: item.text for item in pass_gate(dossier, draft=True).items}
    assert "Share this" not in texts["channel"] and BLANK in texts["channel"]
    assert len(texts["channel"]) == len(dossier.items[[i.id for i in dossier.items].index("channel")].text)
    whole = {item.id: item.text for item in pass_gate(make_dossier(publish_texts=True), draft=True).items}  # type: ignore[operator]
    assert "Share this" in whole["channel"] and BLANK not in whole["channel"]


def test_who_decided_and_when_it_was_sealed_stay_at_home(dossier: Dossier) -> None:
    words = msgspec.json.encode(pass_gate(dossier, draft=True)).decode()
    assert "Robin Desk" not in words and "2026-01-01" not in words and "A. Reporter" not in words


def test_a_review_that_was_withdrawn_does_not_count(dossier: Dossier) -> None:
    withdrawn = Decision(id="d2", verb="withdraw", about="decision-1", because="too early", by="x", at="2026")
    with pytest.raises(Misused):
        pass_gate(msgspec.structs.replace(dossier, decisions=(*dossier.decisions, withdrawn)))


def test_unreviewed_incidents_are_shown_and_marked_where_the_case_allows(make_dossier: object) -> None:
    gated = through_gate(make_dossier(publish_unreviewed=True))  # type: ignore[operator]
    assert len(gated.dossier.incidents) == 2
    assert gated.reviewed == {"incident-first"}
    assert not gated.skipped


def test_what_is_left_out_takes_its_items_links_and_versions_with_it(dossier: Dossier) -> None:
    gated = pass_gate(dossier)
    words = msgspec.json.encode(msgspec.structs.replace(gated, skipped=())).decode()
    assert "incident-second" not in words and "Sahm News" not in str([item.source for item in gated.items])


def test_a_declared_zone_keeps_its_outline() -> None:
    outline = '{"type":"Polygon","coordinates":[[[38.12345,33.12345],[39.1,33.4],[39.0,33.9],[38.12345,33.12345]]]}'
    from ascertain.model import Settings

    area = Area(id="z", kind="zone", name="Zone", geometry=outline)
    assert pass_gate(Dossier(settings=Settings(), areas=(area,))).areas[0].geometry == outline


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Amal Nasser said", "Amal Nasser"),
        ("AMAL NASSER SAID", "AMAL NASSER"),
        ("later Nasser added", "Nasser"),
        ("وقالت أمل ناصر إن", "أمل ناصر"),
        ("ولأمل ناصر", "أمل ناصر"),
    ],
)
def test_a_name_is_found_in_every_writing(text: str, hidden: str) -> None:
    marked = Withholder(["Amal Nasser", "أمل ناصر"])(text)
    assert len(marked) == len(text)
    assert hidden.split(maxsplit=1)[0] not in marked and MARK in marked


@pytest.mark.parametrize("text", ["nasser is a word here", "the Nasserist party", "Lake Nasser"])
def test_what_is_no_name_or_a_public_one_stays(text: str) -> None:
    assert Withholder(["Amal Nasser"], ["Lake Nasser"])(text) == text


def test_a_part_that_everybody_uses_is_no_name() -> None:
    """A misread name, such as the Arabic for "at least", must not blot out a preposition in every text."""
    texts = ["على الطريق", "على التل", "على الحدود"]
    withholder = Withholder(["على الأقل"], (), texts)
    assert [withholder(text) for text in texts] == texts


@given(st.text(max_size=80))
def test_marking_never_changes_the_length(text: str) -> None:
    assert len(Withholder(["Amal Nasser"])(text)) == len(text)
