"""Arabic round-ups: two attacks of one sentence are two, each with its own dead; who did what is kept apart."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]
Dead = tuple[str | None, list[tuple[str, float | None]]]


def by_place(claims: list[Claim]) -> list[Dead]:
    """Return where each claim says that it was, with its outcomes."""
    return [(claim.where and claim.where.text, [(c.outcome, c.low) for c in claim.counts]) for claim in claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "مقتل ثلاثة مدنيين وإصابة خمسة بقصف على سرمين، وإصابة اثنين بقصف على بنش.",
            [("سرمين", [("killed", 3), ("injured", 5)]), ("بنش", [("injured", 2)])],
        ),
        (
            "قالت الوزارة إن غارة على بلدة سرمين أدت إلى مقتل ثلاثة أشخاص، مضيفة أن غارة على بلدة بنش أدت إلى مقتل "
            "أربعة أشخاص.",
            [("بلدة سرمين", [("killed", 3)]), ("بلدة بنش", [("killed", 4)])],
        ),
        (
            "قتل تسعة مدنيين في قصف على مدينة حمص، في وقت لقيت طفلة مصرعها وأصيب ثمانية في قصف آخر على مدينة حلب.",
            [("مدينة حمص", [("killed", 9)]), ("مدينة حلب", [("killed", 1), ("injured", 8)])],
        ),
        (
            "ارتكبت الطائرات مجزرة في ريف إدلب أدت إلى مقتل سبعة مدنيين، وأصيب 13 آخرون باستهداف مزرعة قرب سرمين.",
            [("ريف إدلب", [("killed", 7), ("injured", 13)])],
        ),
        # one event is one: what points back, and what is told once more of the same place
        (
            "مقتل ثلاثة مدنيين بقصف على سرمين وإصابة خمسة في القصف على البلدة.",
            [("سرمين", [("killed", 3), ("injured", 5)])],
        ),
    ],
)
def test_two_attacks_of_a_sentence_are_two(text: str, wanted: list[Dead], told: Told) -> None:
    assert by_place(told(text)) == wanted


def test_a_toll_since_the_war_began_is_not_that_of_an_attack(told: Told) -> None:
    claims = told(
        "أعلن الحزب مقتل أربعة من عناصره في قصف على حمص، ما يرفع حصيلة القتلى إلى 425 منذ 8 تشرين الأول 2018."
    )
    assert [count.low for claim in claims for count in claim.counts] == [4]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("مقتل الطفلين سالم صالح وعيسى محمد بقصف على حمص.", [("children", 2)]),
        ("أصيب ثمانية من أبناء بلدة سرمين بقصف على السوق.", [("unknown", 8)]),
        ("أصيب ثلاثة من أبناء المدينة بقصف على حمص.", [("unknown", 3)]),
        ("قتل أبناؤه الثلاثة بقصف على حمص.", [("children", 3)]),
        ("مقتل قيادي في الوحدات الكردية بقصف على حمص.", [("combatants", 1)]),
    ],
)
def test_who_they_were(text: str, wanted: list[tuple[str, float]], told: Told) -> None:
    assert [(count.group, count.low) for claim in told(text) for count in claim.counts] == wanted


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("قصفت قوات النظام بلدة سرمين ردّاً على هجوم شنه المتمردون على بنش.", ["قوات النظام"]),
        ("قتلت قوات النظام ثلاثة مدنيين ردّاً على قصف المتمردين بلدة بنش.", ["قوات النظام"]),
    ],
)
def test_what_answers_an_attack_is_not_done_by_those_who_began(text: str, doers: list[str], told: Told) -> None:
    own = [claim for claim in told(text) if claim.event in {"shelling", "killing"} and claim.counts + claim.targets]
    assert [party.name for party in own[0].perpetrators] == doers


def test_a_drone_comes_from_where_it_came(told: Told) -> None:
    claims = told("نفذ الطيران الإسرائيلي عدواناً جوياً من اتجاه شمال شرق بيروت مستهدفاً مستودعاً في محيط دمشق.")
    assert [claim.where and "دمشق" in claim.where.text for claim in claims] == [True]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("أطلق الجنود الرصاص الحي على الشبان في حمص.", ["الشبان"]),
        ("أطلقت القوات النار بكثافة في حمص.", []),
        ("أدت غارة إلى اشتعال حرائق في حمص.", []),
        ("قتل طفل جراء انفجار لغم بريف دير الزور.", ["طفل"]),
    ],
)
def test_what_is_no_target(text: str, targets: list[str], told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قتل تسعة مدنيين في قصف على أحياء متفرقة بمدينة حمص.", ["مدينة حمص"]),
        ("شن الطيران غارة على منطقة الشومان بذات المديرية.", ["منطقة الشومان"]),
        ('أسفر هجوم عن إصابة ثلاثة شبان، تم نقلهم إلى مشفى بلدة "الغارية".', [None]),
    ],
)
def test_where_it_was_not(text: str, where: list[str | None], told: Told) -> None:
    assert [claim.where and claim.where.text for claim in told(text)] == where


def test_a_name_and_an_agency_tell_of_no_attack(told: Told) -> None:
    assert told("جاء ذلك في تصريح أدلت به المسؤولة وداد بن نيران، لمراسل الأناضول.") == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("كشفت صحيفة أن الغارة على حمص نفذتها طائرات أمريكية.", ["طائرات أمريكية"]),
        ("أصيب رجل في هجوم على حاجز لقوات النظام في حمص نفذه مجهولون.", ["مجهولون"]),
        ("وقعت غارة على حمص خلال عملية نفذتها قوات النظام.", []),
    ],
)
def test_who_carried_it_out_behind_its_place(text: str, doers: list[str], told: Told) -> None:
    strikes = [claim for claim in told(text) if claim.event in {"air_strike", "attack"}]
    assert [party.name for claim in strikes for party in claim.perpetrators] == doers
