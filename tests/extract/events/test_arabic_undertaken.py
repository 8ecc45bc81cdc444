"""Who did what, where an Arabic verb only says that somebody did something, and the next what became of people."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Settings
from ascertain.resolve.stage import resolve

KNOWN = load()
SETTINGS = Settings(title="t", time_zone="UTC", countries=())


def doers(text: str) -> dict[str, list[str | None]]:
    item = Item(id="a", text=text)
    claims = resolve(item, extract(item, KNOWN), KNOWN, SETTINGS).claims
    return {one.event: [party.id for party in one.perpetrators] for one in claims}


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("القوات الأمريكية نفذت عملية في قرية أوردة واعتقلت قيادياً في داعش", "detention", "us.armed_forces"),
        ("القوات الأمريكية نفذت إنزالاً جوياً في قرية أوردة واعتقلت قيادياً", "detention", "us.armed_forces"),
        ("شنت قسد حملة مداهمات في بلدة أوردة واعتقلت خمسة شبان", "detention", "sdf"),
        ("قسد تشن حملة مداهمات في بلدة أوردة وتعتقل خمسة شبان", "detention", "sdf"),
        ("قامت الشرطة العسكرية بحملة في أوردة واعتقلت 12 شخصاً", "detention", "sy.military_police"),
        ("قامت دورية لقسد بمداهمة منزل في أوردة", "raid", "sdf"),
        ("قام عناصر من قسد باعتقال شابين في أوردة", "detention", "sdf"),
        ("شنت الطائرات غارات على البلدة واعتقلت قسد شابين في أوردة", "detention", "sdf"),
    ],
)
def test_who_did_it(text: str, event: str, who: str) -> None:
    assert doers(text)[event] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قصف بقذائف موجهة روسية الصنع، مصدره قوات النظام، استهدف مدينة أوردة", ["sy.armed_forces"]),
        ("استهدفت طائرة مسيرة إيرانية الصنع سيارة في عفرين", []),
        ("استهدفت طائرة مسيرة إيرانية سيارة في عفرين", ["ir.air_force"]),
    ],
)
def test_where_a_weapon_was_made_is_not_whose_it_is(text: str, who: list[str]) -> None:
    told = [one for parties in doers(text).values() for one in parties if one and not one.startswith("actor-")]
    assert told == who


@pytest.mark.parametrize(
    "text",
    [
        "تسببت هجمات النظام على منطقة خفض التصعيد بمقتل العشرات من المدنيين خلال الأشهر القليلة الماضية",
        "انتشال جثة طفل من بحيرة ميدانكي شمال حلب",
    ],
)
def test_what_befell_many_over_months_and_who_drowned_are_no_event(text: str) -> None:
    assert not doers(text)


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("الغارة التي نفذها التحالف في أوردة قتلت مدنيين", "air_strike", ["coalition"]),
        ("وقعت الإصابات إثر عملية الإنزال الجوي التي نفذها التحالف الدولي في أوردة", "raid", ["coalition"]),
        ("الطيران الحربي التركي شن العديد من الغارات على مواقع في أوردة", "air_strike", ["tr.air_force"]),
        ("واصلت روسيا قصفها على قرية أوردة", "shelling", ["ru"]),
        (
            "إن القوات التركية وفصائل المعارضة الموالية لها، قصفت قرية أوردة",
            "shelling",
            ["tr.armed_forces", "sy.opposition"],
        ),
        ("قالت مصادر إن قوات النظام وروسيا قصفت قرية أوردة", "shelling", ["sy.armed_forces", "ru"]),
        ("يشار إلى أن مدفعية قوات سوريا الديمقراطية “قسد”، قصفت قرية أوردة", "shelling", ["sdf"]),
        (
            "قتل مدني بصاروخ موجه انطلق من مناطق تسيطر عليها قسد وقوات النظام",
            "missile_strike",
            ["sdf", "sy.armed_forces"],
        ),
        ("داهمت ميليشيا قسد المدعومة من التحالف قرية أوردة", "raid", ["sdf"]),
        ("القصف الذي تعرض له مخيم أوردة من قبل قوات النظام أدى لوقوع شهيد", "shelling", ["sy.armed_forces"]),
        ("باشرت قوات التحالف الدولي بعملية إنزال جوي في مدينة أوردة", "raid", ["coalition"]),
    ],
)
def test_who_did_it_past_what_is_said_of_them(text: str, event: str, who: list[str]) -> None:
    assert doers(text)[event] == who
