"""Arabic: what a word of contrast tells of another place, whose lives were lost, who is told to have done it."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _where(claim: Claim) -> str:
    return claim.where.text if claim.where is not None else ""


@pytest.mark.parametrize(
    ("text", "places", "zeros"),
    [
        (
            "شنت طائرات حربية غارات على بلدة أوردة، في حين شنت طائرات أخرى غارات على بلدة سارون، دون وقوع إصابات.",
            ["بلدة أوردة", "بلدة سارون"],
            [False, True],
        ),
        (
            "قتل رجل بغارة استهدفت قرية أوردة، في حين لم تسجل إصابات بغارات شنتها طائرات روسية على محيط بلدة سارون.",
            ["قرية أوردة", "بلدة سارون"],
            [False, True],
        ),
        (
            "قصفت قوات النظام بلدة أوردة بالمدفعية كما قصفت الفصائل بالصواريخ بلدة سارون.",
            ["بلدة أوردة", "بلدة سارون"],
            [False, False],
        ),
        (
            "قصفت قوات النظام بلدة أوردة بالمدفعية، فيما استهدف القصف أيضا مدرسة في البلدة.",
            ["بلدة أوردة"],
            [False],
        ),
    ],
)
def test_a_contrast_with_another_place_tells_another_event(
    text: str, places: list[str], zeros: list[bool], told: Told
) -> None:
    claims = told(text)
    assert [_where(claim) for claim in claims] == places
    assert [any(count.high == 0 for count in claim.counts) for claim in claims] == zeros


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("فقدان شخصين حياتهما باقتتال عشائري في بلدة أوردة.", [("killed", 2)]),
        ("أسفر الانفجار في أوردة عن فقدان الشاب ناصر العمار (23 عاماً) لحياته.", [("killed", 1)]),
        ("فقدان طفل في بادية أوردة.", [("missing", 1)]),
        ("مقتل “ناصر محمد الدهيدي وسالم أحمد السيد” بانفجار لغم في بلدة أوردة.", [("killed", 2)]),
        ("وأدت الاشتباكات في أوردة لمقتل المسن سالم الحاج والشاب ناصر الحاج.", [("killed", 2)]),
    ],
)
def test_how_many_lost_their_lives(text: str, counts: list[tuple[str, int]], told: Told) -> None:
    whole = [count for claim in told(text) for count in claim.counts if count.part_of is None]
    assert [(count.outcome, count.low) for count in whole] == counts


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("ونسب المرصد الهجوم على حافلة في أوردة إلى تنظيم داعش.", ["تنظيم داعش"]),
        ("قُتل عشرة مدنيين جراء قصف من الطيران الروسي على أحياء سكنية في بلدة أوردة.", ["الطيران الروسي"]),
        ("كما قصف الطيران الروسي بلدة أوردة بغارتين.", ["الطيران الروسي"]),
        ("وكان انفجار مماثل شهدته مدينة أوردة الخاضعة لنفوذ الفصائل الموالية لتركيا أمس.", []),
        (
            "وثق ناشطون مقتل ثلاثة عناصر من الدفاع المدني، بغارة لطائرات روسية استهدفت مركزهم في بلدة أوردة.",
            ["طائرات روسية"],
        ),
        ("مجموعة سارون قصفت عشوائياً بقذائف الهاون بلدة أوردة.", ["مجموعة سارون"]),
    ],
)
def test_who_is_told_to_have_done_it(text: str, doers: list[str], told: Told) -> None:
    claim = max(told(text), key=lambda one: len(one.quote.text))  # where several places are told, that of all of them
    assert [party.name for party in claim.perpetrators] == doers
    assert not [party for party in claim.targets if party.name in ("عشوائياً", "تنظيم داعش")]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قال المرصد ومقره لندن، إن القصف على بلدة أوردة قتل خمسة مدنيين.", "بلدة أوردة"),
        ("قال المرصد ومقره لندن، إن القصف قتل خمسة مدنيين.", ""),
        ("وذكر المرصد الذي يتخذ من لندن مقرا له أن القصف قتل خمسة مدنيين.", ""),
        ("وأضافت أن المصابين تم نقلهم إلى مشافي أوردة وسارون وعفرين إثر القصف على بلدة سرمين.", "بلدة سرمين"),
        ("وقال مدير مشفى أوردة إن الطفل أصيب برصاصة في رأسه.", ""),
        ("أطلق المسلحون صواريخ انطلاقا من مدينة سارون أصابت مشفى في مدينة أوردة.", "مدينة أوردة"),
    ],
)
def test_where_it_was_and_where_others_are(text: str, where: str, told: Told) -> None:
    assert {_where(claim) for claim in told(text) if claim.event != "statement"} == {where}


def test_a_claim_of_responsibility_has_its_own_day(told: Told) -> None:
    claims = told("أعلن تنظيم داعش، الخميس، مسؤوليته عن الهجوم على حافلة في أوردة يوم الأربعاء، مبينا أنه قتل جنديا.")
    (claim,) = (claim for claim in claims if claim.event == "attack")
    assert claim.when is not None and claim.when.text == "يوم الأربعاء"


def test_who_reports_dead_is_called_by_no_more_than_their_name(told: Told) -> None:
    (claim,) = told("وأفادت مصادر محلية بسقوط 18 قتيلا في مدينة أوردة.")
    assert [speaker.name for speaker in claim.speakers] == ["مصادر محلية"]


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("دمر قصف جوي يرجح أنه روسي أمس منزلا في أوردة.", ["روسي"], []),
        ("قتل قصف روسي ثلاثة مدنيين في أوردة.", ["روسي"], ["ثلاثة مدنيين"]),
        ("أصيب طفل برصاصة في أوردة، وباءت محاولات إسعافه من قبل السكان بالفشل.", [], []),
        ("قصف استهدف بلدة أوردة، وبلدة سارون من قبل قوات النظام.", ["قوات النظام"], ["بلدة أوردة", "بلدة سارون"]),
    ],
)
def test_whose_it_is_and_who_came_to_help(text: str, doers: list[str], targets: list[str], told: Told) -> None:
    claim = max(told(text), key=lambda one: len(one.quote.text))  # where several places are told, that of all of them
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets if party.name != "منزلا"] == targets


def test_villages_and_towns_are_no_place(told: Told) -> None:
    claims = told("قتل 12 شخصا من سكان القرى والبلدات السورية الحدودية بقصف أمس.")
    assert not [_where(claim) for claim in claims if "بلدات" in _where(claim)]


def test_a_toll_up_to_a_month_is_of_no_one_event(told: Told) -> None:
    text = "يرتفع عدد الذين قتلوا برصاص الجنود في أوردة إلى 489 شخصا، وذلك حتى نهاية فبراير 2021."
    assert not [count for claim in told(text) for count in claim.counts]
    (claim,) = told("ارتفع عدد قتلى القصف على أوردة إلى 12 حتى مساء أمس.")
    assert [count.low for count in claim.counts] == [12]


def test_what_kind_of_attack_it_was_is_nobody(told: Told) -> None:
    (claim,) = told("وأفادت الوكالة بأن حافلة تعرضت لهجوم إرهابي حوالي الساعة الرابعة على طريق أوردة.")
    assert [party.name for party in claim.perpetrators] == []
    assert [party.name for party in claim.targets] == ["حافلة"]


def test_what_had_been_told_before_is_another_event(told: Told) -> None:
    text = "قصفت قوات النظام بلدة أوردة، وكان المرصد قد نشر أمس أن قوات النظام قصفت بلدة سارون ما أدى لمقتل مدني."
    first, second = told(text)
    assert (_where(first), _where(second)) == ("بلدة أوردة", "بلدة سارون")
    assert not first.counts and [count.low for count in second.counts] == [1]


def test_whose_fire_it_was(told: Told) -> None:
    text = (
        "قتل اثنان من المسلحين بانفجار لغم في ريف أوردة، في حين قتل مسلح آخر برصاص شخصين يستقلان دراجة في بلدة سارون."
    )
    first, second = told(text)
    assert [count.low for count in first.counts] == [2]
    assert [count.low for count in second.counts] == [1]
    assert [party.name for party in second.perpetrators] == ["شخصين يستقلان دراجة"]
    (claim,) = told("قتل مدني برصاص قوات النظام في أوردة.")
    assert [party.name for party in claim.perpetrators] == ["قوات النظام"]


def test_who_is_told_to_have_said_it_behind_a_pronoun(told: Told) -> None:
    (claim,) = told("أسفرت غارة على سوق في أوردة عن مقتل 10 أشخاص، بحسب ما أفاد به المرصد اليوم الثلاثاء.")
    assert [speaker.name for speaker in claim.speakers] == ["المرصد"]
    assert claim.when is None


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        (
            "أفاد مراسلنا أن أحد عناصر الشرطة قتل برصاص مسلحين في بلدة أوردة.",
            ["مسلحين"],
            ["عناصر الشرطة"],
        ),
        ("أفاد مراسلنا أن عنصرا من الشرطة قتل برصاص مجهولين في بلدة أوردة.", [], ["عنصرا من الشرطة"]),
        ("قتل برصاص عناصر الشرطة شاب في أوردة.", ["عناصر الشرطة"], ["شاب"]),
    ],
)
def test_who_was_shot_and_who_shot(text: str, doers: list[str], targets: list[str], told: Told) -> None:
    claim = max(told(text), key=lambda one: len(one.quote.text))  # where several places are told, that of all of them
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == targets
    assert [(count.low, count.high) for count in claim.counts] == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ('قتل كل من "سالم العمر" و"ناصر العلي" و"خالد الناصر" بانفجار لغم في أوردة.', [3]),
        ("ذكر المصدر أن كلا من سالم العمر وناصر العلي قتلا بانفجار لغم في أوردة.", [2]),
        ("حيث قتل العامل المدعو “سالم طيفور” وابنه في قصف على أوردة.", [2]),
        ('مقتل كل من "سالم العمر" و"دگليس العون" في قصف على أوردة.', []),
        ("أن سالم العمر وابنته الطفلة حلا 13 عاماً وعبد الله الناصر، لقوا مصرعهم بقصف على أوردة.", []),
    ],
)
def test_those_who_are_only_named(text: str, killed: list[int], told: Told) -> None:
    whole = [count for claim in told(text) for count in claim.counts if count.part_of is None]
    assert [count.low for count in whole] == killed


def test_a_former_leader_is_killed_now(told: Told) -> None:
    (claim,) = told("اغتيال القيادي السابق في الجيش الحر في بلدة أوردة برصاص مجهولين.")
    assert claim.mood == "actual"


def test_where_somebody_hails_from_and_whence_it_was_fired(told: Told) -> None:
    (claim,) = told("أدت الضربة لمقتل العنصر سالم ناعم الذي ينحدر من ريف سارون، في مدينة أوردة.")
    assert _where(claim) == "مدينة أوردة"
    text = "استهدفت غارة تاجرا ينحدر من بلدة سارون بريف سارون الشرقي، وذلك قرب قرية أوردة."
    (claim,) = told(text)
    assert _where(claim) == "قرية أوردة"
    (claim,) = told("قال ناشطون إن مصدر القصف هو مقرات النظام في معسكر أوردة.")
    assert [party.name for party in claim.perpetrators] == ["مقرات النظام"]


def test_shelling_like_another_is_a_noun(told: Told) -> None:
    (claim,) = told("كما أسفر قصف مماثل لقوات الحكومة على بلدة أوردة عن مقتل رجل.")
    assert [party.name for party in claim.perpetrators] == ["قوات الحكومة"]
    (claim,) = told("وطال قصف مماثل بلدة أوردة.")
    assert [party.name for party in claim.targets] == ["بلدة أوردة"]
