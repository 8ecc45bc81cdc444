"""The labels of a round-up's lines are places, and each gives the place of its own line alone."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def places(text: str, knowledge: Knowledge) -> list[str | None]:
    claims = extract(Item(id="x", text=text), knowledge).claims
    return [claim.where.text if claim.where else None for claim in claims if claim.event != "statement"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "معرة النعمان: استشهد طفلان بقصف مدفعي.\nخان شيخون: مقتل رجل بغارة جوية.",
            ["معرة النعمان", "خان شيخون"],
        ),
        (
            "- سراقب: استشهد طفلان بقصف مدفعي.\n- تلميرا: مقتل رجل بغارة جوية.\n- أريحا: قصف صاروخي.",
            ["سراقب", "تلميرا", "أريحا"],
        ),
        (
            "Mariupol: three people were killed in shelling.\nTalmira: an air strike wounded three men.\n"
            "Kharkiv: a missile hit a school.",
            ["Mariupol", "Talmira", "Kharkiv"],
        ),
    ],
)
def test_a_label_is_the_place_of_its_line(text: str, expected: list[str], knowledge: Knowledge) -> None:
    assert places(text, knowledge) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Witness: three people were killed in shelling.\nUpdate: an air strike wounded three men.",
        "عاجل: مقتل رجل بغارة جوية.\nمتابعة: قصف مدفعي أصاب طفلين.",
        "Method: shelling\nKilled: three people were killed in shelling.",
    ],
)
def test_a_label_that_is_no_place_makes_none(text: str, knowledge: Knowledge) -> None:
    assert set(places(text, knowledge)) <= {None}


def test_a_labelled_line_does_not_go_on_with_the_place_before(knowledge: Knowledge) -> None:
    text = "قُتل رجل بغارة جوية على سراقب.\nأريحا: استشهد طفلان بغارة جوية."
    assert places(text, knowledge)[-1] == "أريحا"
