"""Arabic: whose death it was, in which strike, what was dropped, and days that are another's."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _doers(claim: Claim) -> list[str]:
    return [party.name for party in claim.perpetrators]


def _harm(claim: Claim) -> list[tuple[str, float | None]]:
    return [(count.outcome, count.low) for count in claim.counts]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("قتل واحد وثلاثون مدنياً بقصف على سرمين.", [("killed", 31)]),
        ("أودت الغارة بحياة خمسة أطفال في سرمين.", [("killed", 5)]),
        ("اغتيل ثلاثة عناصر من قوات النظام في سرمين.", [("killed", 3)]),
        ("قتل قيادي في المعارضة بانفجار عبوة ناسفة في سرمين.", [("killed", 1)]),
        ('قتل المدعو "ناصر المصري" برصاص مجهولين في سرمين.', [("killed", 1)]),
        ("أصيب أربعيني بانفجار لغم في سرمين.", [("injured", 1)]),
        ("أسفر القصف على سرمين عن جرحى بلغ عددهم ستة مدنيين.", [("injured", 6)]),
        ('أودى القصف بحياة أربعة "أطفال" في سرمين.', [("killed", 4)]),
        ("قال النائب إن ثلاث فتيات قُتلن في قصف على سرمين.", [("killed", 3)]),
        ("سقط 11 قتيلاً ومثلهم جرحى في قصف على سرمين.", [("killed", 11), ("injured", 11)]),
        ("قتلت أسرة بكاملها ستة أشخاص بقصف على سرمين.", [("killed", 6)]),
        ("قُتل 3 أشخاص -اليوم الخميس- في غارة جوية على سرمين.", [("killed", 3)]),
        ("قتلت عائلة مؤلفة من 7 أفراد في غارة على سرمين.", [("killed", 7)]),
        ("استشهد الطفل محمد أحمد 12 عاما والطفلة سارة علي 9 أعوام جراء قصف سرمين.", [("killed", 2)]),
        ("استشهد كل من: محمد أحمد، علي حسن، وخالد سعيد جراء القصف على سرمين.", [("killed", 3)]),
        ("إصابة لشاب جراء قصف على سرمين.", [("injured", 1)]),
        ("إصابة حرجة لطفل جراء قصف على سرمين.", [("injured", 1)]),
        ("إصابات بليغة لثلاثة أطفال جراء قصف على سرمين.", [("injured", 3)]),
    ],
)
def test_whose_death_is_counted(text: str, harm: list[tuple[str, float | None]], told: Told) -> None:
    [claim] = told(text)
    assert (_harm(claim), [name for name in _doers(claim) if name != "مجهولين"]) == (harm, [])


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("أودت عبوة ناسفة منذ يومين بحياة مقاتلين من فرقة النسر في سرمين.", []),
        ('زعم الجيش أن الغارة على مدرسة تؤوي نازحين "استهدفت مسلحين كانوا داخلها".', []),
        ('قال المراسل إن "ناصر العمر" وهو أحد عناصر الأمن، قُتل جراء قصف على سرمين.', []),
        ("ألقت طائرة مسيرة إسرائيلية قنبلتين على خيمة في سرمين.", ["طائرة مسيرة إسرائيلية"]),
        ("ألقت قوات الحدود القبض على تاجر في سرمين.", ["قوات الحدود"]),
        ("استشهد مواطن بعد استهداف مسيّرة إسرائيلية سيارته في سرمين.", ["مسيّرة إسرائيلية"]),
        ("قتل عنصر في هجوم للدواعش على سرمين.", ["دواعش"]),
        ("أصيب شاب خلال اشتباك مسلح في سرمين.", []),
        ("غارات نسبها المرصد إلى الجيش التركي على سرمين.", ["الجيش التركي"]),
        ("دهمت قوات الحدود منزلا في سرمين.", ["قوات الحدود"]),
        ("جاءت الغارات بعد هجوم شنه مسلحون على حاجز في سرمين.", ["مسلحون"]),
        ("قتل رجل جراء غارات وقصف هستيري لقوات النظام على سرمين.", ["قوات النظام"]),
        ("قال السكان إن لغماً مضاداً للمركبات زرعته الميليشيا انفجر بسيارة في سرمين.", ["الميليشيا"]),
        ("قصف الجيشان التركي والوطني قرية سرمين.", ["الجيشان التركي", "الوطني"]),
        ("صواريخ أطلقت من ريف حماة استهدفت سرمين.", []),
    ],
)
def test_who_did_it_and_who_was_hit(text: str, doers: list[str], told: Told) -> None:
    assert [_doers(claim) for claim in told(text)] == [doers]


def test_each_of_two_towns_in_a_row_was_hit(told: Told) -> None:
    claims = told("قتل مدني جراء استهداف الطيران الحربي بالقنابل العنقودية مدينتي سرمين وبنش.")
    assert [_doers(claim) for claim in claims] == [["الطيران الحربي"]] * 2


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("صواريخ أطلقت من ريف حماة استهدفت سرمين.", "missile_strike"),
        ("قذائف أطلقتها قوات النظام استهدفت سرمين.", "shelling"),
        ("ألقت طائرة مسيرة قنبلة على خيمة في سرمين.", "drone_strike"),
        ("اغتيلت صحفية برصاص مجهولين في سرمين.", "assassination"),
    ],
)
def test_with_what_it_was_done(text: str, event: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == [event]


def test_sound_bombs_are_no_attack(told: Told) -> None:
    assert told("ألقى الجيش قنابل صوتية باتجاه المنازل في بلدة سرمين.") == []


@pytest.mark.parametrize(
    "text",
    [
        "فيما تتواصل المواجهات بين الجيش والفصائل، قتل 30 شخصاً في هجوم بطائرة مسيرة على سرمين.",
        "مع استمرار الاشتباكات في حلب، قتل 30 شخصاً على الأقل في غارة على سرمين.",
    ],
)
def test_who_died_in_a_strike_did_not_in_the_fighting_told_before(text: str, told: Told) -> None:
    harmed = {claim.event for claim in told(text) if claim.counts}
    assert len(harmed) == 1
    assert harmed <= {"drone_strike", "air_strike"}


@pytest.mark.parametrize(
    "text",
    [
        "أصيب طفل في الثانية عشرة من العمر بانفجار لغم في سرمين.",
        'قال مراسلنا إن "ناصر شباط" قتل برصاص مجهولين في سرمين.',
        "وجاءت الغارة بعد أيام قليلة من تقارير عن قيام قوات الحدود بقصف مسجد في سرمين، مما أسفر عن مقتل 70 شخصا.",
    ],
)
def test_an_age_a_name_and_days_after_are_no_day(text: str, told: Told) -> None:
    [claim] = told(text)
    assert claim.when is None


def test_the_day_of_a_relatives_death_is_no_other_ones(told: Told) -> None:
    text = 'قتل القيادي "سالم العمر" برصاص مجهولين في سرمين وكان ابنه "ناصر العمر" قد اغتيل في أيار 2020.'
    days = {claim.event: claim.when is not None for claim in told(text)}
    assert days == {"shooting": False, "assassination": True}


@pytest.mark.parametrize(
    ("text", "doers", "speakers"),
    [
        ("اتهمت الحكومة والجيش تنظيم داعش بقصف سرمين.", ["تنظيم داعش"], ["الحكومة", "الجيش"]),
        ("اتهمت المعارضة قوات النظام وروسيا بقصف سرمين.", ["قوات النظام", "روسيا"], ["المعارضة"]),
        (
            "قالت وزارة الدفاع في بيان صحفي “إن مسيرة لقوات الحدود استهدفت مواطنين في سرمين”.",
            ["مسيرة لقوات الحدود"],
            ["وزارة الدفاع"],
        ),
    ],
)
def test_who_says_and_accuses(text: str, doers: list[str], speakers: list[str], told: Told) -> None:
    [claim] = told(text)
    assert (_doers(claim), [speaker.name for speaker in claim.speakers]) == (doers, speakers)


def test_the_road_to_jerusalem_is_no_place_where_somebody_died(told: Told) -> None:
    [claim] = told("زف الحزب الشهيد على طريق القدس من بلدة سرمين.")
    assert claim.where is not None
    assert claim.where.text == "بلدة سرمين"


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت قوات الحدود، شابين في سرمين.",
        "اعتقلت قوات الحدود أمس الجمعة، شابين من منزلهما في سرمين.",
    ],
)
def test_a_comma_behind_who_took_people_parts_nothing(text: str, told: Told) -> None:
    [claim] = told(text)
    assert (_doers(claim), _harm(claim)) == (["قوات الحدود"], [("detained", 2)])


def test_those_whose_death_came_before_are_no_dead_of_what_followed(told: Told) -> None:
    claims = {claim.event: _harm(claim) for claim in told("بدأ الجيش حملة مداهمات في سرمين بعد مقتل ضابط.")}
    assert claims == {"raid": [], "killing": [("killed", 1)]}


def test_a_body_found_elsewhere_is_none_of_the_clash(told: Told) -> None:
    text = "أصيب رجل جراء تبادل إطلاق نار في بلدة أوردا، فيما عثر على جثة شخص عند أطراف بلدة سرمين."
    claims = {claim.event: _harm(claim) for claim in told(text)}
    assert claims == {"armed_clash": [("injured", 1)], "killing": [("killed", 1)]}


def test_harm_stays_with_what_a_drone_dropped(told: Told) -> None:
    text = "أصيب 4 عمال جراء إلقاء مسيّرة تركية قنبلة في بلدة أوردا، في حين فجّر الجيش منزلا في سرمين."
    claims = {claim.event: _harm(claim) for claim in told(text)}
    assert claims == {"drone_strike": [("injured", 4)], "bombing": []}


def test_whose_turn_it_is_is_no_hour(told: Told) -> None:
    [claim] = told("أعلن الحزب مقتل عنصر خامس اليوم في قصف على سرمين.")
    assert claim.when is not None
    assert claim.when.text == "اليوم"


def test_a_family_of_so_many_is_hit_and_hits_nobody(told: Told) -> None:
    [claim] = told("قتلت عائلة مؤلفة من 7 أفراد في غارة على سرمين.")
    assert _doers(claim) == []
    assert [party.name for party in claim.targets] == ["عائلة مؤلفة من 7 أفراد", "سرمين"]


@pytest.mark.parametrize(
    ("text", "detained"),
    [
        ("ألقت الشرطة القبض على 6 أشخاص في سرمين.", [("detained", 6)]),
        ("تم القبض على 5 أشخاص في سرمين.", [("detained", 5)]),
        ("ألقت الشرطة القبض على خلية مؤلفة من 6 عناصر في سرمين.", [("detained", 6)]),
        ("اعتقال خلية تابعة لقسد في سرمين.", []),
        ("القبض على عصابة في سرمين.", []),
        ("اعتقال مجموعة من الأشخاص في سرمين.", [("detained", None)]),
    ],
)
def test_who_was_arrested(text: str, detained: list[tuple[str, float | None]], told: Told) -> None:
    [claim] = told(text)
    assert (claim.event, _harm(claim)) == ("detention", detained)
    assert _doers(claim) in ([], ["الشرطة"])


@pytest.mark.parametrize(
    ("text", "event", "doers", "polarity"),
    [
        ("تمكنت الشرطة من اعتقال 5 أشخاص في سرمين.", "detention", ["الشرطة"], "asserted"),
        ("نجحت قوات النظام في السيطرة على سرمين.", "capture", ["قوات النظام"], "asserted"),
        ("لم تتمكن قوات النظام من السيطرة على سرمين.", "capture", ["قوات النظام"], "denied"),
        ("فشلت قوات النظام في السيطرة على سرمين.", "capture", ["قوات النظام"], "denied"),
        ("فشل الهجوم على سرمين.", "attack", [], "denied"),
        ("تمكنت فرق الدفاع المدني من انتشال جثث 5 مدنيين قتلوا في غارة على سرمين.", "air_strike", [], "asserted"),
    ],
)
def test_what_somebody_managed_or_failed_to_do(
    text: str, event: str, doers: list[str], polarity: str, told: Told
) -> None:
    [claim] = told(text)
    assert (claim.event, _doers(claim), claim.polarity) == (event, doers, polarity)


def test_who_arrests_a_suspect_did_not_do_what_he_is_suspected_of(told: Told) -> None:
    claims = {claim.event: _doers(claim) for claim in told("ألقت الشرطة القبض على شخص يشتبه بتورطه في تفجير سرمين.")}
    assert claims == {"detention": ["الشرطة"], "bombing": []}


def test_a_group_that_was_killed_is_of_no_known_number(told: Told) -> None:
    [claim] = told("مقتل مجموعة تابعة لقسد في سرمين.")
    assert _harm(claim) == [("killed", None)]
