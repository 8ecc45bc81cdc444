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
        ("The US carried out a raid near Idlib on Friday.", "US"),
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
        '"Nine farmers were hurt by a raid hitting two mills near Idlib," the vet said.',
        "A vet said the Syria strikes damaged a mill near Idlib.",
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
    [claim] = told("الغارات الجوية الروسية على أطراف الرقة استهدفت مسلحين")
    assert "مسلحين" not in {party.name for party in claim.perpetrators}
    assert [party.name for party in claim.targets] == ["مسلحين"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We struck a convoy near Idlib," spokesman John Doe told reporters on Friday.', ["spokesman John Doe"]),
        ("The army said that the militant had been killed in a strike and admitted that others were hurt.", ["army"]),
        ("خبر | وزارة الدفاع: غارة قرب الموصل أصابت مصنعا", ["وزارة الدفاع"]),
        ("أصيب مدنيان بقصف على عفرين، بحسب ما قالته وزارة الدفاع.", ["وزارة الدفاع"]),
        ("وذكرت مراسلة قناة “ضفاف النهر” أن انفجارا قتل حارسين في الموصل.", ["مراسلة قناة “ضفاف النهر”"]),
        ("قال الجيش في بيان أصدره اليوم إن غارة قرب إدلب قتلت قياديا.", ["الجيش"]),
        ("وأكدت وزارة الداخلية، في بيان صدر أمس، أن انفجارا قتل عمالا في الموصل.", ["وزارة الداخلية"]),
    ],
)
def test_who_says_it(text: str, speakers: list[str], told: Told) -> None:
    for claim in told(text):
        assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أغارت طائرات تابعة للتحالف الدولي على جسر قرب الموصل.", "طائرات تابعة للتحالف الدولي"),
        ("شن طيران تابع للتحالف الدولي غارة على مصنع قرب الموصل.", "طيران تابع للتحالف الدولي"),
        ("قتل حارسان في الموصل بقصف الطائرات التابعة للتحالف الدولي.", "الطائرات التابعة للتحالف الدولي"),
    ],
)
def test_to_whom_aircraft_belong_did_it(text: str, doer: str, told: Told) -> None:
    assert doers(told(text)) == [[doer]]


def test_whose_posts_were_struck(told: Told) -> None:
    [claim] = told("قتلى وجرحى بقصف استهدف مواقع لقوات سوريا الديمقراطية قرب حلب")
    assert [party.name for party in claim.targets] == ["مواقع لقوات سوريا الديمقراطية"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The SDF raided a house in Raqqa with air support from the US-led coalition.", ["SDF", "US-led coalition"]),
        ("شنت قسد بمساندة التحالف الدولي هجوما في الرقة.", ["قسد", "التحالف الدولي"]),
        ("داهمت قسد بدعم جوي من التحالف الدولي منزلا في الرقة.", ["قسد", "التحالف الدولي"]),
        ("Rebels backed by Turkey shelled a mill near Raqqa, killing two.", ["Rebels backed by Turkey"]),
    ],
)
def test_who_takes_part_did_it_too(text: str, parties: list[str], told: Told) -> None:
    assert doers(told(text)) == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "More details regarding the attack from the Syrian military, by Ivan Petrov.",
        "Details of the raid from the Iraqi army: two trucks were burnt in Mosul.",
    ],
)
def test_who_gives_the_details_of_a_deed_is_no_doer(text: str, told: Told) -> None:
    assert not any(doers(told(text)))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أعلن الجيش أن طائراته قصفت مستودعات قرب إدلب.", "air_strike"),
        ("أعلن الجيش أن قواته قصفت مستودعات قرب إدلب.", "shelling"),
        ("استهدفت قوات الجيش براجمات الصواريخ مستودعات قرب إدلب.", "shelling"),
        ("قصفت قسد عفرين", "shelling"),
    ],
)
def test_what_somebody_strikes_with_tells_the_kind(text: str, event: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == [event]
