"""Arabic: deeds with a pronoun for whose they are, what both sides of a strike did, where it set out from."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _doers(claim: Claim) -> list[str]:
    return [party.name for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("كثفت قوات النظام والطيران الروسي رماياتهما على بلدة سرمين.", "air_strike", ["قوات النظام", "الطيران الروسي"]),
        ("جددت الطائرات الحربية الروسية غاراتها على ريف اللاذقية.", "air_strike", ["الطائرات الحربية الروسية"]),
        ("استأنف الطيران الروسي، بعد هدوء دام يومين، غاراته على سرمين.", "air_strike", ["الطيران الروسي"]),
        ("صعدت قوات النظام من هجماتها على مدينة درعا.", "attack", ["قوات النظام"]),
        ("تصعد روسيا من قصفها على ريف إدلب.", "shelling", ["روسيا"]),
        ("روسيا والنظام يصعدان من هجماتهما على سرمين.", "attack", ["روسيا", "النظام"]),
        ("منذ أيام تصعد قوات النظام ومن خلفها روسيا هجماتها على سرمين.", "attack", ["قوات النظام", "روسيا"]),
        ("قامت الشرطة والجيش بمداهمة مزرعة في بلدة سرمين.", "raid", ["الشرطة", "الجيش"]),
        ("يقوم الجيش السوري بشن غارات على سرمين.", "air_strike", ["الجيش السوري"]),
        ("أعلن الجيش أن اقتحام جنوده بلدة سرمين انتهى.", "raid", ["الجيش"]),
    ],
)
def test_who_did_what_is_theirs(text: str, event: str, doers: list[str], told: Told) -> None:
    [claim] = told(text)
    assert (claim.event, _doers(claim)) == (event, doers)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("قصف متبادل بين قوات النظام وفصائل الجبهة على محاور سرمين.", ["قوات النظام", "فصائل الجبهة"]),
        ("اندلع قصف متبادل بالمدفعية بين الجيش التركي وقسد قرب سرمين.", ["الجيش التركي", "قسد"]),
        (
            "Two men were killed in shelling between the Turkish army, from one side, and rebels near Sarmin.",
            ["Turkish army", "rebels"],
        ),
        ("قصف على الطريق بين سرمين وبنش.", []),
    ],
)
def test_a_strike_between_two_is_of_both(text: str, doers: list[str], told: Told) -> None:
    assert [_doers(claim) for claim in told(text)] == [doers]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("القصف انطلق من نقاط تمركز ميليشيات قسد قرب سرمين.", ["نقاط تمركز ميليشيات قسد"]),
        ("وكان القصف على سوق سرمين قد انطلق من مواقع انتشار قوات النظام.", ["مواقع انتشار قوات النظام"]),
        ("قصف بصواريخ غراد لقوات النظام استهدف سرمين.", ["صواريخ غراد لقوات النظام"]),
        ("قصف بالمدفعية على قرية سرمين.", []),
        ("قتل مدنيان بقصف على سرمين، انطلقت القذائف من مواقع قسد.", ["مواقع قسد"]),
        ("قتل مدنيان بقصف على سرمين، وانطلقت تلك القذائف من مناطق انتشار قسد.", ["مناطق انتشار قسد"]),
        ("إطلاق صاروخ من حركة الجهاد الإسلامي على سرمين.", ["حركة الجهاد الإسلامي"]),
        ("إطلاق صاروخ من جنوب لبنان على سرمين.", []),
        ("قصفت فصائل ما يسمى الجيش الوطني بلدة سرمين.", ["فصائل ما يسمى الجيش الوطني"]),
        ("قصفت فصائل ما يعرف بالجيش الوطني بلدة سرمين.", ["فصائل ما يعرف بالجيش الوطني"]),
    ],
)
def test_from_where_and_with_whose_arms_it_came(text: str, doers: list[str], told: Told) -> None:
    assert [_doers(claim) for claim in told(text)] == [doers]


@pytest.mark.parametrize(
    ("text", "doers", "speakers"),
    [
        ("تركيا متهمة بقصف قرية قرب سرمين.", ["تركيا"], []),
        ("روسيا تتهم بقصف مشفى في سرمين.", ["روسيا"], []),
        ("قوات الحدود متهمة بشن هجمات على سرمين.", ["قوات الحدود"], []),
        ("المعارضة السورية تتهم قوات النظام بقصف مشفى في سرمين.", ["قوات النظام"], ["المعارضة السورية"]),
        ("اتهم نشطاء الجيش بقصف السوق في سرمين.", ["الجيش"], ["نشطاء"]),
        ("واتهم ناشطون من المدينة قوات النظام بقصف سرمين.", ["قوات النظام"], ["ناشطون من المدينة"]),
        ("اتهم سكان في بلدة أوردا قوات النظام بقصف السوق.", ["قوات النظام"], ["سكان في بلدة أوردا"]),
        ("اتهم سكان من المنطقة، فصائل الجيش الوطني بقصف سرمين.", ["فصائل الجيش الوطني"], ["سكان من المنطقة"]),
        ('اتهمت مصادر محلية في المنطقة "قسد" بقصف سرمين.', ["قسد"], ["مصادر محلية في المنطقة"]),
    ],
)
def test_who_is_accused_and_by_whom(text: str, doers: list[str], speakers: list[str], told: Told) -> None:
    [claim] = told(text)
    assert (_doers(claim), [speaker.name for speaker in claim.speakers]) == (doers, speakers)


def test_who_denies_to_know_of_strikes_is_named_alone(told: Told) -> None:
    [claim] = told("نفى مسؤولون علمهم بأي غارات على مدينة سرمين.")
    assert (claim.polarity, [speaker.name for speaker in claim.speakers]) == ("denied", ["مسؤولون"])


def test_a_party_that_bears_the_word_for_liberation_captures_nothing(told: Told) -> None:
    assert [claim.event for claim in told("حزب التحرير ينظم مظاهرة في مدينة سرمين.")] == ["protest"]


@pytest.mark.parametrize("text", ["إطلاق لصاروخ على سرمين.", "إطلاق فاشل لصاروخ على سرمين."])
def test_a_weapon_that_was_fired_is_no_target(text: str, told: Told) -> None:
    [claim] = told(text)
    assert [party.name for party in claim.targets] == ["سرمين"]
