"""A figure alone behind "and", with a place of its own, goes on with what the verb before it told."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


ELSEWHERE = [
    ("مقتل تسعة في قصف على أم درمان وأربعة في غارة على نيالا",
     {("shelling", 9, "أم درمان"), ("air_strike", 4, "نيالا")}),
    ("وقُتل شخص في رفح وثلاثة في خان يونس جراء غارات إسرائيلية.",
     {("air_strike", 1, "رفح"), ("air_strike", 3, "خان يونس")}),
    ("قتل 3 في غزة و5 في خان يونس و2 في رفح.",
     {("killing", 3, "غزة"), ("killing", 5, "خان يونس"), ("killing", 2, "رفح")}),
    ("Nine people were killed in shelling of Omdurman and four in an air strike on Nyala.",
     {("shelling", 9, "Omdurman"), ("air_strike", 4, "Nyala")}),
    ("Shelling killed three people in Kharkiv and two in Kherson.",
     {("shelling", 3, "Kharkiv"), ("shelling", 2, "Kherson")}),
    ("Three were killed in Gaza City, five in Khan Younis and two in Rafah in Israeli strikes.",
     {("air_strike", 3, "Gaza City"), ("air_strike", 5, "Khan Younis"), ("air_strike", 2, "Rafah")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_each_place_has_its_own_dead(text: str, expected: set[tuple[str, float, str]], knowledge: Knowledge) -> None:
    claims = extract_text(text, knowledge=knowledge).claims
    told = {(one.event, one.counts[0].low, one.where.text if one.where else None) for one in claims}
    assert told == expected
    assert all(len(one.counts) == 1 for one in claims)


IN_TURN = [
    ("قتل رجل بقصف مدفعي على بلدة سرمين، كما قتلت امرأة وطفل بقصف على بلدة بنش.",
     [("shelling", 1, "بلدة سرمين"), ("shelling", 2, "بلدة بنش")]),
    ("قتل مدني بقصف على بلدة سرمين، فيما أصيب 3 بقصف مماثل على مدينة بنش.",
     [("shelling", 1, "بلدة سرمين"), ("shelling", 3, "مدينة بنش")]),
    ("قصف على بلدة سرمين أدى لمقتل رجل، وقصف على بلدة بنش أدى لإصابة امرأة.",
     [("shelling", 1, "بلدة سرمين"), ("shelling", 1, "بلدة بنش")]),
    ("قتل رجل في بلدة سرمين، وقتلت امرأة في بلدة بنش.", [("killing", 1, "بلدة سرمين"), ("killing", 1, "بلدة بنش")]),
    ("A man was killed by shelling on Sarmin, and two women were killed by shelling on Binnish.",
     [("shelling", 1, "Sarmin"), ("shelling", 2, "Binnish")]),
    ("Shelling on Sarmin killed a man and shelling on Binnish killed three women.",
     [("shelling", 1, "Sarmin"), ("shelling", 3, "Binnish")]),
    ("Three people were killed in an explosion in Orda, and two others were wounded in another explosion in Sarmin.",
     [("explosion", 3, "Orda"), ("explosion", 2, "Sarmin")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_TURN)
def test_two_events_of_one_kind_are_told_in_turn(
    text: str, expected: list[tuple[str, float, str]], knowledge: Knowledge
) -> None:
    claims = extract_text(text, knowledge=knowledge).claims
    told = [(one.event, one.counts[0].low, one.where.text if one.where else None) for one in claims]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "إصابة طفلين إثر انفجار لغم في قرية سرمين، وهذه ثالث حادثة من نوعها خلال يوم، إذ أصيب 4 بانفجارين مماثلين.",
            [("landmine", "actual", 2), ("explosion", "recalled", 4)],
        ),
        (
            "A bomb killed two people in Orda. It was the third such attack in a week, after blasts killed nine.",
            [("bombing", "actual", 2), ("explosion", "recalled", 9)],
        ),
        ("في ثالث هجوم من نوعه خلال شهر، قتل مدني بقصف على بلدة سرمين.", [("shelling", "actual", 1)]),
        ("قتل مدني بقصف على بلدة سرمين، وهو ثاني هجوم على البلدة خلال يوم.", [("shelling", "actual", 1)]),
    ],
)
def test_those_before_one_of_its_kind_are_looked_back_on(
    text: str, expected: list[tuple[str, str, float]], knowledge: Knowledge
) -> None:
    claims = extract_text(text, knowledge=knowledge).claims
    assert sorted((one.event, one.mood, one.counts[0].low) for one in claims) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "قتل رجل بقصف على بلدة سرمين وأصيب آخران بالقصف نفسه في البلدة.",
        "قتل 5 مدنيين بقصف على بلدة سرمين وقصف على بلدة بنش.",
        "استهدف القصف بلدة سرمين، كما طال بلدة بنش، وأدى إلى مقتل 5 مدنيين.",
        "ذكرت الوكالة في دمشق أن امرأة قتلت وأصيب مدنيان بجروح جراء قصف على بلدة سرمين.",
        "قتل 7 مدنيين في مجزرة ببلدة سرمين وأصيب 13 آخرون، وذلك باستهداف مزرعة في قرية بنش.",
        "A man was killed by shelling on Sarmin, and two others were hurt in the shelling.",
        "Officials in Orda said a man was killed and two were hurt in shelling on Sarmin.",
    ],
)
def test_one_event_stays_one(text: str, knowledge: Knowledge) -> None:
    assert len([one for one in extract_text(text, knowledge=knowledge).claims if one.event != "statement"]) == 1


def test_a_figure_with_its_own_verb_is_that_verbs(knowledge: Knowledge) -> None:
    (claim,) = extract_text(
        "The ministry said 12 people were killed in Aden and 30 were wounded.", knowledge=knowledge
    ).claims
    assert {(one.outcome, one.low) for one in claim.counts} == {("killed", 12), ("injured", 30)}
