"""Who did it in Arabic reports of many wars: the state, the aircraft and whose they are, who is accused."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _one(claims: list[Claim], event: str) -> Claim:
    (claim,) = (claim for claim in claims if claim.event == event)
    return claim


@pytest.mark.parametrize(
    ("text", "event", "doers", "targets"),
    [
        ('وقال المختار إن "تركيا قصفت قرية أوردة مرتين".', "shelling", ["تركيا"], None),
        ('"إسرائيل" تجدد قصفها على بلدة أوردة', "shelling", ["إسرائيل"], ["بلدة أوردة"]),
        ("إسرائيل تستهدف سيارة في بلدة أوردة", "attack", ["إسرائيل"], ["سيارة"]),
        ("في سوريا قصفت الدبابات بلدة أوردة.", "shelling", [], ["بلدة أوردة"]),
        ("سوريا تصعيد في القصف على بلدة أوردة", "shelling", [], ["بلدة أوردة"]),
        ("سوق أوردة تعرض لقصف مدفعي تركي.", "shelling", ["تركي"], ["سوق أوردة"]),
        ("الدورية التركية تعرضت لهجوم في أوردة.", "attack", [], ["الدورية التركية"]),
        ("قال إن طائرة تابعة للتحالف استهدفت قاعة العرس في أوردة.", "air_strike", ["تحالف"], ["قاعة العرس"]),
        ("استهدفت طائرة تابعة للتحالف قاعة العرس في أوردة.", "air_strike", ["تحالف"], ["قاعة العرس"]),
        ("مدفعية تابعة للفصائل قصفت سوق أوردة.", "shelling", ["فصائل"], ["سوق أوردة"]),
        ("استهدفت مسيرة سيارة تابعة للجيش في أوردة.", "drone_strike", [], ["سيارة"]),
        ("دورية تابعة لقوات النظام استهدفتها عبوة ناسفة في أوردة.", "bombing", [], ["دورية"]),
        ("سيارة القيادي استهدفتها مسيرة تركية في أوردة.", "drone_strike", ["مسيرة تركية"], ["سيارة القيادي"]),
        (
            "قصفت مقاتلات روسية وأخرى تابعة للنظام السوري سوق أوردة.",
            "air_strike",
            ["مقاتلات روسية", "نظام السوري"],
            ["سوق أوردة"],
        ),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str], targets: list[str] | None, told: Told) -> None:
    claim = _one(told(text), event)
    assert [party.name for party in claim.perpetrators] == doers
    assert targets is None or [party.name for party in claim.targets] == targets
