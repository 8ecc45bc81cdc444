"""Where an incident was, as its tellings agree."""

from ascertain.group.agreed_place import agreed_where
from ascertain.group.telling import Telling
from ascertain.model import Claim, Mention, Place, Reading, Span

COUNTRY = Place(id="sd", name="Sudan", lat=15.0, lon=30.0, radius_m=700_000.0, klass="country")
STATE = Place(id="nd", name="North Darfur", lat=15.8, lon=25.5, radius_m=60_000.0, klass="governorate")
KUTUM = Place(id="k", name="Kutum", lat=14.2, lon=24.7, radius_m=2_000.0, klass="town")
FARM = Place(id="f", name="village of Dar Sallum", klass="village", because="no gazetteer has this name")
FARM_AGAIN = Place(id="g", name="دار سلوم", klass="village", because="no gazetteer has this name")


def where(*named: tuple[Place, ...], beside: tuple[Mention, ...] = ()) -> Place | None:
    tellings = []
    for number, places in enumerate(named):
        claims = tuple(
            Claim(
                id=f"{number}{n}", item=str(number), event="raid", quote=Span(start=0, end=1, text="x"),
                where=Mention(kind="place", start=0, end=1, text="x", value=place),
            )
            for n, place in enumerate(places)
        )  # fmt: skip
        tellings.append(Telling(number=number, item=str(number), claims=claims, starts=True, event="raid"))
    readings = {one.item: Reading(item=one.item, mentions=beside) for one in tellings}
    found, givers = agreed_where(tellings, [1.0] * len(tellings), readings)
    assert found is None or givers
    return found


def test_a_town_that_two_name_in_the_state_that_three_name() -> None:
    assert where((KUTUM,), (KUTUM,), (STATE,), (STATE,), (STATE,)) == KUTUM


def test_of_two_entries_for_one_village_the_one_that_more_reports_name() -> None:
    east = Place(id="e", name="Dar Sallum", lat=15.0, lon=26.5, radius_m=1_500.0, klass="village")
    west = Place(id="w", name="Dar Salloum", lat=15.4, lon=25.4, radius_m=1_500.0, klass="village")
    assert where((west,), (west,), (east,)) == west
    assert where((east,), (west,), (east,)) == east


def test_a_country_only_where_nothing_else_is_named() -> None:
    assert where((COUNTRY,), (COUNTRY,), (COUNTRY,), (STATE,)) == STATE
    assert where((COUNTRY,)) == COUNTRY


def test_a_village_that_nobody_has_lies_about_what_is_named_with_it_and_as_wide() -> None:
    found = where((FARM, STATE), (FARM,))
    assert found is not None
    assert (found.name, found.lat, found.lon, found.radius_m) == (FARM.name, STATE.lat, STATE.lon, STATE.radius_m)
    assert "somewhere about North Darfur" in found.because


def test_one_village_in_two_scripts_has_one_vote() -> None:
    found = where((FARM,), (FARM_AGAIN,), (KUTUM,))
    assert found is not None
    assert found.id in (FARM.id, FARM_AGAIN.id)
    assert (found.radius_m or 0) >= 20_000


def test_with_nothing_located_there_is_no_point() -> None:
    found = where((FARM,))
    assert found is not None
    assert found.lat is None


def test_a_village_lies_in_the_land_that_is_written_behind_it_before_any_other_that_is_told_of() -> None:
    behind = Mention(kind="place", start=5, end=10, text="Kutum", value=KUTUM)
    far_behind = Mention(kind="place", start=200, end=210, text="North Darfur", value=STATE)
    found = where((FARM, STATE), (FARM, STATE), beside=(behind, far_behind))
    assert found is not None
    assert (found.name, found.lat, found.lon) == (FARM.name, KUTUM.lat, KUTUM.lon)
    assert "somewhere about Kutum" in found.because
