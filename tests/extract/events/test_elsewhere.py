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


def test_a_figure_with_its_own_verb_is_that_verbs(knowledge: Knowledge) -> None:
    (claim,) = extract_text(
        "The ministry said 12 people were killed in Aden and 30 were wounded.", knowledge=knowledge
    ).claims
    assert {(one.outcome, one.low) for one in claim.counts} == {("killed", 12), ("injured", 30)}
