"""Whose deed it is in Arabic: aircraft thought to be somebody's, light verbs with a pronoun, their own doing, types."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "did", "struck"),
    [
        ("استهدفت طائرة مسيرة يعتقد أنها للجيش التركي سيارة في بلدة أوردا.", "drone_strike",
         ["طائرة مسيرة يعتقد أنها للجيش التركي"],
         ["سيارة"]),
        ("جرح رجل جراء غارات قام بها الطيران الروسي على بلدة أوردا.", "air_strike", ["الطيران الروسي"], ["رجل"]),
        ("وسبق للجيش التركي أن قصف بلدة أوردا.", "shelling", ["جيش التركي"], ["بلدة أوردا"]),
        ("أكد الجيش التركي تنفيذه غارة على بلدة أوردا.", "air_strike", ["الجيش التركي"], ["بلدة أوردا"]),
        ("طائرة مسيرة “للجيش التركي” تستهدف سيارة في بلدة أوردا", "drone_strike",
         ["طائرة مسيرة “للجيش التركي"], ["سيارة"]),
        ("جرح رجل جراء استهداف طائرة مسيرة تابعة للجيش التركي، سيارة في بلدة أوردا.", "drone_strike",
         ["طائرة مسيرة تابعة للجيش التركي"], ["رجل", "سيارة"]),
        ("قصفت طائرات \"F16\" تركية موقعاً في بلدة أوردا.", "air_strike", ["طائرات \"F16\" تركية"], ["موقعاً"]),
        ("انفجرت عبوة ناسفة مجهولة المصدر بسيارة في بلدة أوردا.", "bombing", [], ["سيارة"]),
        ("وفي بيان أصدرته الوزارة، اتهمت فيه “جبهة النصرة” و”جيش الإسلام” باستهداف المدنيين في بلدة أوردا.", "attack",
         ["جبهة النصرة", "جيش الإسلام"], ["المدنيين"]),
        # what must stay: who was struck behind a particle, who is only thought to be hit, what follows a real comma
        ("استهدف القصف طائرة للجيش التركي في بلدة أوردا.", "shelling", [], ["طائرة للجيش التركي"]),
        ("جرح رجل جراء استهداف سيارة تابعة للجيش التركي في بلدة أوردا.", "attack", [],
         ["رجل", "سيارة"]),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(text: str, event: str, did: list[str], struck: list[str], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.event == event]
    assert [[one.name for one in claim.perpetrators] for claim in claims] == [did]
    assert [one.name for one in claims[0].targets] == struck


@pytest.mark.parametrize(
    ("text", "did"),
    [
        ("قتل خمسة مدنيين في قصف جوي، يعتقد أنه روسي، على بلدة أوردا.", [["روسي"]]),
        ("قتل خمسة مدنيين في قصف جوي، وأصيب جندي روسي على أطراف بلدة أوردا.", [[]]),
        ("نفت وزارة الدفاع الروسية شنها ضربات على بلدة أوردا.\nوقتل خمسة مدنيين في قصف جوي على بلدة أوردا.", [[]]),
    ],
)
def test_whose_a_strike_is_thought_to_be(text: str, did: list[list[str]], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.event == "air_strike" and claim.counts]
    assert [[one.name for one in claim.perpetrators] for claim in claims] == did
