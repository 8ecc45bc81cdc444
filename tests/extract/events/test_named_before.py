"""A bare "the village" is the one named before; what attacks were not limited to is not where they were."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

BACK = [
    ("وصل مراسلنا إلى قرية سرجة صباحاً. وفي القرية قتل ثلاثة مدنيين بقصف مدفعي.", "قرية سرجة"),
    ("تقع بلدة البارة في جبل الزاوية. واستهدف القصف البلدة وأدى لمقتل شخص.", "بلدة البارة"),
    ("Reporters reached the village of Orda on Sunday. Three people were killed by shelling in the village.", "Orda"),
]


@pytest.mark.parametrize(("text", "place"), BACK)
def test_a_place_called_by_its_kind_is_the_one_named_before(
    text: str, place: str, told: Callable[[str], list[Claim]]
) -> None:
    where = [claim.where for claim in told(text) if claim.counts]
    assert [place in one.text for one in where if one] == [True]


def test_a_place_of_another_kind_is_not_meant(told: Callable[[str], list[Claim]]) -> None:
    claims = told("وصل مراسلنا إلى مدينة حلب صباحاً. وفي القرية قتل ثلاثة مدنيين بقصف مدفعي.")
    assert [claim.where for claim in claims if claim.counts] == [None]


def test_attacks_not_limited_to_a_place_were_elsewhere(told: Callable[[str], list[Claim]]) -> None:
    text = "الهجمات لم تقتصر على ريف درعا، إذ أصيب عاملان بقصف صاروخي على قرية سارون."
    assert [claim.where.text for claim in told(text) if claim.where] == ["قرية سارون"]
