"""What was suffered in months is of no one event, whatever lengths are named; a single month is the time of its sum."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    "text",
    [
        "قتل عشرة مدنيين في أوردة خلال الأسابيع والأشهر الماضية بغارات جوية.",
        "Dozens of civilians were killed in Orda in the past weeks and months by air strikes.",
    ],
)
def test_weeks_and_months_are_of_no_one_event(text: str) -> None:
    assert [claim.event for claim in extract_text(text).claims if claim.counts] == []


def test_within_a_month_is_how_long_a_sum_took() -> None:
    (claim,) = extract_text("قتل عشرة مدنيين خلال شهر بقصف على أوردة.").claims
    assert claim.when is not None and claim.when.text == "خلال شهر"
    (today,) = extract_text("قتل عشرة مدنيين خلال يوم الأحد بقصف على أوردة.").claims
    assert today.when is not None and today.when.text == "يوم الأحد"
