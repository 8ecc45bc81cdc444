"""Arabic verbs of harm: doers joined before those hit, somebody's age before the verb, a verb in two parts behind و."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _hurt(claims: list[Claim]) -> list[tuple[str, str | None, float | None, float | None]]:
    return [(one.outcome, one.group, one.low, one.high) for claim in claims for one in claim.counts]


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("قتلت القوات التركية والفصائل الموالية لها خمسة مدنيين في بلدة أوردا.", [("killed", "civilians", 5, 5)]),
        ("قتلت مقاتلات روسية وأخرى تابعة للنظام السوري، اليوم الجمعة، ما لا يقل عن 20 مدنياً في بلدة أوردا.",
         [("killed", "civilians", 20, None)]),
        ("قال المصدر إن طفلاً في العاشرة من عمره، قتل مساء اليوم جراء سقوط قذائف على بلدة أوردا.",
         [("killed", "children", 1, 1)]),
        ("وفقد شخصان حياتهما وأصيب ثلاثة آخرون إثر انفجار دراجة نارية مفخخة في بلدة أوردا.",
         [("killed", "unknown", 2, 2), ("injured", "unknown", 3, 3)]),
        ("قال المصدر إن 44 شخصاً سقطوا قتلى في غارة على بلدة أوردا.", [("killed", "unknown", 44, 44)]),
        ("أصيب باقي العائلة أربعة أشخاص في القصف على بلدة أوردا.", [("injured", "unknown", 4, 4)]),
        # what must stay: who stands behind "and" was killed as well, weapons were taken
        ("قتل عنصر من قسد وثلاثة مدنيين في بلدة أوردا.",
         [("killed", "combatants", 1, 1), ("killed", "civilians", 3, 3)]),
        ("سقط قتلى وجرحى في قصف على بلدة أوردا.",
         [("killed", "unknown", None, None), ("injured", "unknown", None, None)]),
        ("هاجم الجيش بلدة أوردا، واغتنم العشرات من الأسلحة والذخائر.", []),
        ("قصف روسي يودي بحياة مدنيان من جبل أوردا.", [("killed", "civilians", 2, 2)]),
        ("سقط شهيدان من حراس صوامع بلدة أوردا في القصف.", [("killed", "unknown", 2, 2)]),
        ("أدى القصف إلى مقتل العشرات من المدنيين في بلدة أوردا.", [("killed", "civilians", None, None)]),
    ],
)  # fmt: skip
def test_whom_a_verb_befell(text: str, hurt: list[tuple[str, str, float | None, float | None]], told: Told) -> None:
    assert _hurt(told(text)) == hurt


@pytest.mark.parametrize(
    "text",
    [
        "قتل سبعة عمال في غارة على بلدة أوردا، والعمال الذين قتلوا هم ليبيان وخمسة أجانب.",
        "أصيب باقي العائلة أربعة أشخاص في القصف على بلدة أوردا.",
        "أصيب عناصر الدورية خمسة منهم بجروح خطرة في انفجار في بلدة أوردا.",
    ],
)
def test_those_hurt_did_not_do_it(text: str, told: Told) -> None:
    assert [claim.perpetrators for claim in told(text)] == [()]
