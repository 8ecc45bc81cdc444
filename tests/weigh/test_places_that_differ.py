"""Which places contradict one another: areas that do not meet, and no others."""

import pytest

from ascertain.model import Place
from ascertain.weigh.contradictions import apart


def place(lat: float, lon: float, radius_m: float, klass: str = "village") -> Place:
    return Place(id=f"{lat} {lon}", name="Orda", lat=lat, lon=lon, radius_m=radius_m, klass=klass)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("here", "there", "differ"),
    [
        (place(35.0, 38.5, 350_000, "country"), place(33.5, 38.6, 2_000), False),  # a village in its country
        (place(35.0, 38.5, 150_000, "governorate"), place(33.5, 38.6, 40_000, "district"), False),  # side by side
        (place(35.0, 38.5, 50_000, "district"), place(33.5, 38.6, 2_000), True),
        (place(35.0, 38.5, 2_000), place(35.1, 38.5, 2_000), False),  # 11 km: two names of one spot, perhaps
        (place(35.0, 38.5, 2_000), place(35.4, 38.5, 2_000), True),
    ],
)
def test_areas_that_meet_do_not_differ(here: Place, there: Place, differ: bool) -> None:
    assert apart(here, there) is differ and apart(there, here) is differ
