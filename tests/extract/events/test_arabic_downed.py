"""Arabic: what was shot down, what aircraft dropped, and two things behind who wrecked them."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        (
            "أسقطت الدفاعات الجوية للجيش مسيرات استهدفت مطار أوردة.",
            "interception", ["الدفاعات الجوية للجيش"], ["مسيرات"],
        ),
        ("أسقطت الدفاعات الجوية مسيرات فوق مطار أوردة.", "interception", ["الدفاعات الجوية"], ["مسيرات"]),
        ("أسقط الجيش طائرة مسيرة كانت تستهدف مطار أوردة.", "interception", ["الجيش"], ["طائرة مسيرة"]),
        ("أسقطت المروحيات براميل متفجرة على بلدة أوردة.", "air_strike", [], ["بلدة أوردة"]),
        ("هدمت قوات الاحتلال منزلين في بلدة أوردة.", "demolition", ["قوات الاحتلال"], []),
        ("نسفت قوات الاحتلال منازل في بلدة أوردة.", "demolition", ["قوات الاحتلال"], ["منازل"]),
        ("قتل جندي في عملية طعن نفذها شاب في بلدة أوردة.", "attack", ["شاب"], ["جندي"]),
    ],
)  # fmt: skip
def test_who_brought_down_or_wrecked_what(
    text: str, event: str, doers: list[str], struck: list[str], told: Told
) -> None:
    (claim,) = told(text)
    assert claim.event == event
    assert ([one.name for one in claim.perpetrators], [one.name for one in claim.targets]) == (doers, struck)


def test_two_houses_are_counted(told: Told) -> None:
    (claim,) = told("هدمت قوات الاحتلال منزلين في بلدة أوردة.")
    assert [(one.outcome, one.high) for one in claim.counts] == [("destroyed", 2)]
