"""What a party says that it did itself, with "its jets", in "its strike", or under its own name; and who is no doer."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def doers(claims: list[Claim]) -> list[list[str]]:
    return [[party.name for party in claim.perpetrators] for claim in claims]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The US carried out a drone strike near Idlib on Friday.", "US"),
        ("Ten people were killed in the latest US drone strike near Idlib.", "US"),
        ("Turkish artillery shelled depots near Idlib.", "Turkish artillery"),
        ("Turkey launched air strikes against depots near Idlib.", "Turkey"),
        ("The army said it launched deadly strikes against depots near Idlib.", "army"),
        ("Turkey's defence ministry said its jets had hit depots near Idlib.", "Turkey's defence ministry"),
        ("US forces announced that one of their drones killed a commander near Idlib.", "US forces"),
        ("US Central Command said that two men had been killed in its strike near Idlib.", "US Central Command"),
        ("أعلنت وزارة الدفاع التركية أن طائراتها قصفت مستودعات قرب إدلب.", "وزارة الدفاع التركية"),
        ("قال الجيش إن إحدى طائراته استهدفت سيارة قرب إدلب.", "الجيش"),
        ("عاجل | الجيش: قواتنا استهدفت مستودعات قرب إدلب", "الجيش"),
    ],
)
def test_who_speaks_of_what_is_theirs_did_it(text: str, doer: str, told: Told) -> None:
    assert doers(told(text)) == [[doer]]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said their village was hit by artillery.",
        "Two people were wounded in shelling targeting the market of Idlib.",
        '"At least four people were killed in the strike targeting a mill," the monitor said.',
        "A monitor said the Syria strikes hit a mill near Idlib.",
        "Fierce clashes killed two people near Idlib.",
        "Individual strikes on Idlib killed two people.",
        "قالت قوات سوريا الديمقراطية إن قواتها تعرضت لهجوم قرب دير الزور وقتل اثنان.",
    ],
)
def test_whom_it_befell_and_where_it_was_are_no_doers(text: str, told: Told) -> None:
    claims = told(text)
    assert claims
    assert doers(claims) == [[]] * len(claims)


def test_whom_an_operation_targeted_is_its_target(told: Told) -> None:
    [claim] = told("العملية العسكرية الأمريكية في شمال سوريا استهدفت قياديا بارزا وتمت بنجاح")
    assert [party.name for party in claim.perpetrators] == ["الأمريكية"]
    assert [party.name for party in claim.targets] == ["قياديا بارزا"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We struck a convoy near Idlib," spokesman John Doe told reporters on Friday.', ["spokesman John Doe"]),
        ("The army said that the militant had been killed in a strike and admitted that others were hurt.", ["army"]),
        ("عاجل | البنتاغون: غارة قرب إدلب استهدفت قياديا", ["البنتاغون"]),
        ("أصيب مدنيان بقصف على عفرين، بحسب ما قالته وزارة الدفاع.", ["وزارة الدفاع"]),
        ("وأوضح مراسل قناة “حلب اليوم” أن قصفا تسبب بمقتل مدني في بلدة الرامي.", ["مراسل قناة “حلب اليوم”"]),
        ("قال الجيش في بيان أصدره اليوم إن غارة قرب إدلب قتلت قياديا.", ["الجيش"]),
        ("وأكدت القيادة المركزية، في بيان صدر اليوم السبت، أن غارة استهدفت قياديا.", ["القيادة المركزية"]),
    ],
)
def test_who_says_it(text: str, speakers: list[str], told: Told) -> None:
    for claim in told(text):
        assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت طائرات تابعة للتحالف الدولي منزلا شرقي حلب.",
        "نفذ طيران تابع للتحالف الدولي عملية إنزال قرب جرابلس.",
        "أصيب مدنيان في حلب بقصف الطائرة المسيرة التابعة للتحالف الدولي.",
    ],
)
def test_to_whom_aircraft_belong_did_it(text: str, told: Told) -> None:
    assert doers(told(text)) == [["تحالف الدولي"]]


def test_whose_posts_were_struck(told: Told) -> None:
    [claim] = told("قتلى وجرحى بقصف استهدف مواقع لقوات سوريا الديمقراطية قرب حلب")
    assert [party.name for party in claim.targets] == ["مواقع لقوات سوريا الديمقراطية"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The SDF raided a house in Raqqa with air support from the US-led coalition.", ["SDF", "US-led coalition"]),
        ("نفذت قسد بمساندة التحالف الدولي عملية أمنية في الرقة.", ["قسد", "التحالف الدولي"]),
        ("داهمت قسد بدعم جوي من التحالف الدولي منزلا في الرقة.", ["قسد", "التحالف الدولي"]),
        ("Rebels backed by Turkey shelled a mill near Raqqa, killing two.", ["Rebels"]),
    ],
)
def test_who_takes_part_did_it_too(text: str, parties: list[str], told: Told) -> None:
    assert doers(told(text)) == [parties]
