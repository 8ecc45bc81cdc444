"""Places of allies, and those that people fled from, are not where it happened."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "place"),
    (
        ("A strike killed four fighters of an Iran-aligned movement.", None),
        ("A strike near Kyiv killed four fighters of an Iran-aligned movement.", "Kyiv"),
        ("A strike destroyed a building housing people fleeing the bombardment in southern Lebanon.", None),
        ("Families fleeing the fighting in Kharkiv were hit by a shell near Kyiv.", "Kyiv"),
        ("A bomb hit a camp in Kyiv for those who fled the fighting in Kharkiv.", "Kyiv"),
        ("A resident told reporters in Kyiv, the capital, that two houses were burned down.", None),
        ("A resident told reporters in Kyiv that two houses in Kharkiv were burned down.", "Kharkiv"),
        ("People fled when rockets hit a market in Kyiv.", "Kyiv"),
    ),
)
def test_where_it_was(text: str, place: str | None) -> None:
    struck = [claim for claim in extract_text(text).claims if claim.event != "displacement"]
    assert {claim.where.text if claim.where else None for claim in struck} == {place}


def test_the_quarter_and_men_are_no_towns_of_the_name() -> None:
    (claim,) = extract_text("استهدفت طائرة مسيرة سيارة لكوادر مدنية قرب الحي الجديد").claims
    assert claim.where is None
    (claim,) = extract_text("انفجار في مدينة الحي بمحافظة واسط").claims
    assert claim.where is not None and claim.where.value is not None and claim.where.value.country == "IQ"


def test_a_town_is_not_meant_in_a_longer_name_that_ends_with_its() -> None:
    (claim,) = extract_text("غارات على منطقة باب نجران في مدينة صعدة.").claims
    assert claim.where is not None and claim.where.text == "منطقة باب نجران"
    (claim,) = extract_text("قصف على كفر حلب بريف إدلب").claims
    assert claim.where is not None and claim.where.text == "كفر حلب"


def test_a_mans_name_is_no_mosque() -> None:
    (claim,) = extract_text('وقال محمد جامع "شاهدنا ستة قتلى" بعد القصف.').claims
    assert claim.where is None
