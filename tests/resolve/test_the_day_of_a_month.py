"""A month that a text gives first is narrowed to the one day of it that it gives for the same."""

import pytest

from ascertain import extract_text


def days(text: str) -> list[str | None]:
    claims = extract_text(text).claims
    return [getattr(claim.when.value, "timex", None) if claim.when else None for claim in claims]


@pytest.mark.parametrize(
    "text",
    (
        "A drone killed 26 cadets in Kyiv in January 2020. The cadets were killed on 4 January by a missile.",
        "Six people were killed in a January 2020 attack on Kyiv. It happened on 4 January when gunmen shot at a car "
        "in Kyiv.",
    ),
)
def test_a_month_gives_way_to_its_day(text: str) -> None:
    assert set(days(text)) == {"2020-01-04"}


@pytest.mark.parametrize(
    "text",
    (
        "In January 2020 a strike killed six people in Kyiv. On 4 January 2020 a bomb hit a car in Kharkiv.",
        "In January 2020 shelling killed six people in Kyiv. A shell hit Kyiv on 4 January and another on 8 January.",
        "In January 2020 air strikes killed 26 people in Kyiv. On 4 January 2020 a strike hit a school in Kyiv.",
        "In January 2020 a strike killed six people in Kyiv. On 4 February 2020 a bomb hit a car in Kyiv.",
    ),
)
def test_a_month_stays_where_no_one_day_is_told(text: str) -> None:
    assert "2020-01" in days(text)
