"""Settings of a case that are checked when they are read."""

import pytest

from ascertain.case.settings import checked_places
from ascertain.model import Misused, Settings


@pytest.mark.parametrize("country", ["XX", "sy", "Syria", "S", ""])
def test_a_country_that_is_none_is_refused_with_what_to_write(country: str) -> None:
    with pytest.raises(Misused, match="is no country's code") as caught:
        checked_places(Settings(countries=("SY", country)), "case.toml")
    assert "ISO 3166" in str(caught.value.remedy)


@pytest.mark.parametrize("country", ["SY", "GB", "PS", "XK"])
def test_countries_by_their_codes_are_taken(country: str) -> None:
    assert checked_places(Settings(countries=(country,)), "case.toml").countries == (country,)


def test_a_time_zone_that_is_none_is_refused() -> None:
    with pytest.raises(Misused, match="is no time zone"):
        checked_places(Settings(time_zone="Asia/Atlantis"), "case.toml")
