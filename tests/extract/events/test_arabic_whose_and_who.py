"""Arabic: whose a strike is behind a particle, who came under what, and who the one person is that was killed."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("قصف لروسيا على بلدة أوردة.", ["روسيا"], ["بلدة أوردة"]),
        ("قصف لروسيا وميليشيات إيران على بلدة أوردة.", ["روسيا", "ميليشيات إيران"], ["بلدة أوردة"]),
        ("غارات لروسيا والنظام استهدفت بلدة أوردة.", ["روسيا", "النظام"], ["بلدة أوردة"]),
        ("أصيب رجل بقصف لتركيا طال قرية أوردة.", ["تركيا"], ["رجل", "قرية أوردة"]),
        ("الضربات الأمريكية لسوريا ضد داعش.", ["الأمريكية"], ["داعش"]),
        ("تعرضت نقطة عسكرية في أوردة لهجوم من تنظيم داعش.", ["تنظيم داعش"], ["نقطة عسكرية"]),
        ("هجوم على نقطة من الجيش في أوردة.", [], ["نقطة"]),
        ("قتل هجوم ثلاثة جنود في أوردة.", [], ["ثلاثة جنود"]),
        ("قتل قصف الجيش ثلاثة مدنيين في أوردة.", ["الجيش"], ["ثلاثة مدنيين"]),
        ("قتل لبناني في غارة إسرائيلية على بلدة أوردة.", ["إسرائيلية"], ["لبناني", "بلدة أوردة"]),
        ("وقعت دورية من الشرطة في كمين لتنظيم داعش قرب أوردة.", ["تنظيم داعش"], ["دورية من الشرطة"]),
    ],
)
def test_who_did_it_to_whom(text: str, doers: list[str], targets: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == targets


@pytest.mark.parametrize(
    "text",
    [
        "قتل سوري وأصيب اثنان في غارة على بلدة أوردة.",
        'المواطن "سالم العمر" قتل برصاص مجهولين في أوردة.',
        'وأضاف أن الطفل "سالم العمر" البالغ من العمر 10 أعوام قتل برصاص مجهولين في أوردة.',
        "المواطن سالم العمر البالغ من العمر 40 عاما قتل برصاص مجهولين في أوردة.",
        "نعت الكتائب القيادي سالم العمر الذي قتل في غارة على بلدة أوردة.",
        "وشيع الأهالي الطفل سالم العمر الذي قتل أمس بقصف على أوردة.",
    ],
)
def test_one_was_killed(text: str, told: Told) -> None:
    killed = [count for claim in told(text) for count in claim.counts if count.outcome == "killed"]
    assert [(count.low, count.high) for count in killed] == [(1, 1)]
    assert not [party for claim in told(text) for party in claim.perpetrators if "العمر" in party.name]


def test_a_particle_before_the_one_that_says_when(told: Told) -> None:
    """A unit of no words of its own stands before the relative that says when the event was."""
    text = "تبنى التنظيم الهجوم على حافلة تابعة للجيش، والذي وقع مساء الأربعاء، على طريق في بادية أوردة."
    assert [claim.event for claim in told(text)] == ["attack"]
