"""Who died in an accident did not die of the attack that the sentence before tells of."""

import pytest

from ascertain import extract_text

_BEFORE_EN, _BEFORE_AR = "The army shelled Orda and killed a man. ", "قصف الجيش أوردة وقتل شخصا. "


def _killed(text: str) -> list[float | None]:
    return [
        count.low
        for claim in extract_text(text).claims
        for count in claim.counts
        if count.outcome in {"killed", "injured"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        _BEFORE_EN + "A woman died and two were hurt in a car accident near Sarun.",
        _BEFORE_EN + "A woman and her son died in a fire near Sarun.",
        _BEFORE_EN + "A child died after falling from a roof in Sarun.",
        _BEFORE_AR + "توفيت سيدة إثر حادث سير في بلدة سرمين.",
        _BEFORE_AR + "توفيت سيدة وأصيب زوجها إثر حادث سير في بلدة سرمين.",
        _BEFORE_AR + "توفي طفل وأصيب اثنان جراء سقوط جدار عليهم في سرمين.",
    ],
)
def test_the_dead_of_an_accident_are_of_no_attack(text: str) -> None:
    assert _killed(text) == [1]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (_BEFORE_EN + "Two people died when the building collapsed.", [1, 2]),
        (_BEFORE_EN + "A man was killed by a shell and two were hurt in a car accident.", [1, 1]),
        ("Gunmen killed a driver and wounded two, and a woman drowned.", [1, 2]),
        ("قتل شخص وأصيب ثلاثة بقصف للجيش، وتوفيت طفلة إثر سقوطها من شرفة منزلها.", [1, 3]),
        ("قصف الجيش أوردة. قتل شخص بقصف للجيش وتوفي آخر بحادث سير في سرمين.", [1]),
    ],
)
def test_an_accident_takes_nobody_from_an_attack(text: str, figures: list[int]) -> None:
    assert _killed(text) == figures
