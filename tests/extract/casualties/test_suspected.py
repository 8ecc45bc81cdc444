"""Who is only suspected of being a fighter is marked so, beside who is told to be one and who is charged with else."""

import pytest

from ascertain import extract_text


def suspected(text: str) -> list[tuple[str, float | None]]:
    counts = [count for claim in extract_text(text).claims for count in claim.counts]
    return [(count.outcome, count.low) for count in counts if count.suspected]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police killed a man accused of belonging to Islamic State in Orda.", [("killed", 1)]),
        ("Troops killed three people suspected of being members of Boko Haram in Orda.", [("killed", 3)]),
        ("A drone strike killed four people believed to be militants in Orda.", [("killed", 4)]),
        (
            "The raid killed two people and led to the arrest of five suspected of links to al-Shabaab.",
            [("detained", 5)],
        ),
        ("US forces killed a man believed to be a senior al-Qaeda leader in Orda.", [("killed", 1)]),
        ("قتلت القوات رجلا بتهمة انتمائه لتنظيم داعش في أوردة.", [("killed", 1)]),
        ("أسفرت الغارة على أوردة عن مقتل 3 أشخاص يعتقد أنهم من تنظيم داعش.", [("killed", 3)]),
        ("انتهت المداهمة في أوردة بمقتل شخصين، ويشتبه بانتمائهما لتنظيم داعش.", [("killed", 2)]),
    ],
)
def test_those_suspected_of_belonging_to_an_armed_group_are_marked(
    text: str, told: list[tuple[str, float | None]]
) -> None:
    assert suspected(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The group beheaded two men accused of spying for the army in Orda.",
        "Police killed three fighters in Orda.",
        "Gunmen killed a man believed to be a member of parliament in Orda.",
        "Islamic State beheaded a man suspected of being a leader of the tribe in Orda.",
        "Police killed a man accused of belonging to a football club in Orda.",
        "A teacher was shot dead in Orda while police hunted two men suspected of belonging to Islamic State.",
        "أصيب خمسة في هجوم انتحاري في أوردة، كما قتل الانتحاري الذي يرجح بأنه تابع لتنظيم داعش.",
        "قتلت الشرطة شابا في أوردة بتهمة التعامل مع الجيش.",
        "قتل مدنيان في أوردة واعتقد السكان أن القصف من الجيش.",
    ],
)
def test_who_is_charged_with_something_else_or_told_apart_is_not(text: str) -> None:
    assert suspected(text) == []
