"""Who did it in Arabic reports of many wars: the state, the aircraft and whose they are, who is accused."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _one(claims: list[Claim], event: str) -> Claim:
    (claim,) = (claim for claim in claims if claim.event == event)
    return claim


@pytest.mark.parametrize(
    ("text", "event", "doers", "targets"),
    [
        ('وقال المختار إن "تركيا قصفت قرية أوردة مرتين".', "shelling", ["تركيا"], None),
        ('"إسرائيل" تجدد قصفها على بلدة أوردة', "shelling", ["إسرائيل"], ["بلدة أوردة"]),
        ("إسرائيل تستهدف سيارة في بلدة أوردة", "attack", ["إسرائيل"], ["سيارة"]),
        ("في سوريا قصفت الدبابات بلدة أوردة.", "shelling", [], ["بلدة أوردة"]),
        ("سوريا تصعيد في القصف على بلدة أوردة", "shelling", [], ["بلدة أوردة"]),
        ("سوق أوردة تعرض لقصف مدفعي تركي.", "shelling", ["تركي"], ["سوق أوردة"]),
        ("الدورية التركية تعرضت لهجوم في أوردة.", "attack", [], ["الدورية التركية"]),
        (
            "قال إن طائرة تابعة للتحالف استهدفت قاعة العرس في أوردة.",
            "air_strike",
            ["طائرة تابعة للتحالف"],
            ["قاعة العرس"],
        ),
        ("استهدفت طائرة تابعة للتحالف قاعة العرس في أوردة.", "air_strike", ["طائرة تابعة للتحالف"], ["قاعة العرس"]),
        ("مدفعية تابعة للفصائل قصفت سوق أوردة.", "shelling", ["فصائل"], ["سوق أوردة"]),
        ("استهدفت مسيرة سيارة تابعة للجيش في أوردة.", "drone_strike", [], ["سيارة"]),
        ("دورية تابعة لقوات النظام استهدفتها عبوة ناسفة في أوردة.", "bombing", [], ["دورية تابعة لقوات النظام"]),
        ("سيارة القيادي استهدفتها مسيرة تركية في أوردة.", "drone_strike", ["مسيرة تركية"], ["سيارة القيادي"]),
        (
            "قصفت مقاتلات روسية وأخرى تابعة للنظام السوري سوق أوردة.",
            "air_strike",
            ["مقاتلات روسية", "نظام السوري"],
            ["سوق أوردة"],
        ),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str], targets: list[str] | None, told: Told) -> None:
    claim = _one(told(text), event)
    assert [party.name for party in claim.perpetrators] == doers
    assert targets is None or [party.name for party in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("أدانت الحكومة الغارة على أوردة واتهمت جيش سارون بتنفيذها.", "air_strike", ["جيش سارون"]),
        ("قتل ثلاثة بانفجار في أوردة واتهم ناشطون قوات النظام بالوقوف وراءه.", "explosion", ["قوات النظام"]),
        ("قتل ثلاثة بانفجار في أوردة واتهم ناشطون قوات النظام بالتقصير.", "explosion", []),
        (
            "اتهمت الحكومة قوات الدعم السريع التي تحاصر المدينة منذ ثلاثة أشهر بتنفيذ القصف على سوق أوردة.",
            "shelling",
            ["قوات الدعم السريع"],
        ),
    ],
)
def test_who_is_accused_of_what_was_told(text: str, event: str, doers: list[str], told: Told) -> None:
    assert [party.name for party in _one(told(text), event).perpetrators] == doers


def test_a_body_named_behind_another_is_its_own(told: Told) -> None:
    (claim,) = told("اتهمت الحكومة قوات الدعم السريع بقصف سوق أوردة.")
    assert [speaker.name for speaker in claim.speakers] == ["الحكومة"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("اتهمت الحكومة القوات التي تحاصر المدينة منذ ثلاثة أشهر بتنفيذ القصف على سوق أوردة.", None),
        ("بلغت حصيلة ضحايا استهداف القاعة في أوردة حتى مساء الأحد 140 شهيدا.", None),
        ("الغارات التي تتعرض لها أوردة منذ يوم الاثنين قتلت عشرة مدنيين.", "يوم الاثنين"),
        ("استمر القصف على أوردة حتى مساء الأحد.", "مساء الأحد"),
    ],
)
def test_times_of_what_is_said_in_passing(text: str, day: str | None, told: Told) -> None:
    when = next(claim.when for claim in told(text) if claim.event != "siege")
    assert (when.text if when is not None else None) == day


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("قال إن قوات الحكومة واصلت قصفها المدفعي على قرية أوردة.", ["قوات الحكومة"]),
        ('"جمال" باغتته قذائف قوات النظام وروسيا في منزله بقرية أوردة.', ["قوات النظام", "روسيا"]),
        ("قالت مصادر إن البادية السورية شهدت عدة غارات على أهداف في أوردة.", []),
        ("مناطق سورية تعرضت لقصف إسرائيلي في أوردة.", ["إسرائيلي"]),
        ("أعلنت الوزارة مقتل 18 عنصرا من عناصر جيش سارون في عدة ضربات استهدفت شمال أوردة.", []),
    ],
)
def test_whose_weapons_and_which_states(text: str, doers: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == doers


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("وقُتل، أمس الأحد، 12 مدنياً (من بينهم امرأتان وخمسة أطفال) في غارات على أوردة.", [12, 2, 5]),
        ("قتل يوم الأحد، 12 مدنيا بقصف على أوردة.", [12]),
        ("أصيب اليوم الأحد 12 مدنيا بقصف على أوردة.", [12]),
    ],
)
def test_a_figure_behind_a_weekday_is_of_people(text: str, killed: list[int], told: Told) -> None:
    (claim,) = told(text)
    assert [count.low for count in claim.counts] == killed


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("قامت قوات النظام بقصف سوق أوردة.", "shelling", ["قوات النظام"]),
        ("قامت ميليشيات تابعة لحكومة الوفاق بقصف مقر الهجرة في أوردة.", "shelling", ["ميليشيات تابعة لحكومة الوفاق"]),
        ("قامت فرق الدفاع المدني بانتشال الضحايا إثر غارة على أوردة.", "air_strike", []),
        ("قال إن “الطيران الحربي قصف المدرسة في أوردة”.", "air_strike", ["الطيران الحربي"]),
        ("وبعد الطيران قصف مدفعي على أوردة.", "shelling", []),
        ("قتل 12 شخصا في غارة جوية شنتها في اليمن طائرات التحالف العربي.", "air_strike", ["طائرات التحالف العربي"]),
        ("قتل 12 شخصا في قصف نسب إلى تركيا طال منتجعا في أوردة.", "shelling", ["تركيا"]),
        ("قتل 12 شخصا في هجوم نفذ من قبل قوات النظام على سوق أوردة.", "attack", ["قوات النظام"]),
        ("كثفت روسيا والحكومة السورية قصفها الجوي على بلدات في أوردة.", "air_strike", ["روسيا", "الحكومة السورية"]),
        ("اعترف الجيش بقصف المدرسة في أوردة.", "shelling", ["الجيش"]),
        ("اعترف الجيش بمقتل جندي في هجوم في أوردة.", "attack", []),
        ("ضربة بطائرة مسيرة نفذتها قوات النظام على قرية أوردة قتلت ثلاثة.", "drone_strike", ["قوات النظام"]),
        ("طائرة للجيش تقصف عرسا في مدينة أوردة", "air_strike", ["طائرة للجيش"]),
        ("ثلاثة قتلى بقصف طائرة للجيش على أوردة.", "air_strike", ["طائرة للجيش"]),
        ("استهداف سيارة لقوات النظام في أوردة.", "attack", []),
        ("قتل 21 شخصا في تفجير انتحاري في ساحة الطيران وسط أوردة.", "suicide_bombing", []),
        ("القصف بالبراميل التي استهدفت بها طائرات النظام قرى أوردة أوقع قتلى.", "air_strike", ["طائرات النظام"]),
        ("مقتل مئة شخص في انفجار سيارتين ملغومتين أمام مبنى الوزارة.", "bombing", []),
    ],
)
def test_who_went_about_it(text: str, event: str, doers: list[str], told: Told) -> None:
    assert [party.name for party in _one(told(text), event).perpetrators] == doers


def test_a_place_where_people_are_held_is_no_detention(told: Told) -> None:
    (claim,) = told("أدت غارة جوية استهدفت مركزا لاحتجاز المهاجرين في أوردة إلى مقتل نحو 40 مهاجرا.")
    assert (claim.event, [count.low for count in claim.counts]) == ("air_strike", [40])


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ('"إسرائيل" تجدد قصفها لمحيط دمشق.', ["إسرائيل"], ["محيط دمشق"]),
        ('قصفت "إسرائيل" مواقع "حزب الله" في سرمين.', ["إسرائيل"], ['مواقع "حزب الله"']),
        ('قصف ميليشيا "قسد" على سرمين.', ['ميليشيا "قسد"'], ["سرمين"]),
        ('اشتباكات بين "قسد" و"الجيش الوطني" قرب سرمين.', ["قسد"], ["الجيش الوطني"]),
        ("اشتباكات بين عناصر من الجيش الوطني وقوات النظام قرب سرمين.", ["عناصر من الجيش الوطني"], ["قوات النظام"]),
        (
            "اشتباكات بين قسد من جهة، والقوات التركية والفصائل الموالية لها من جهة أخرى، قرب سرمين.",
            ["قسد"],
            ["القوات التركية", "الفصائل الموالية لها"],
        ),
        ("اشتباكات بين قسد والتحالف من جهة وداعش من جهة ثانية قرب سرمين.", ["قسد", "التحالف"], ["داعش"]),
        ("غارات على مواقع تابعة لقوات النظام قرب سرمين.", [], ["مواقع تابعة لقوات النظام"]),
    ],
)
def test_names_in_quotation_marks_and_whose_posts_they_are(
    text: str, doers: list[str], struck: list[str], told: Callable[[str], list[Claim]]
) -> None:
    claim = told(text)[0]
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == struck


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('"قسد" تنفي قصف السوق في أوردة', '"قسد" تنفي قصف السوق في أوردة'),
        ('قتل اثنان في قصف على "أوردة".', 'قتل اثنان في قصف على "أوردة".'),
    ],
)
def test_what_is_quoted_keeps_its_quotation_marks(text: str, quote: str, told: Told) -> None:
    assert told(text)[0].quote.text.rstrip(".") == quote.rstrip(".")


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("قصفت قوات النظام بأكثر من خمس قذائف مدفعية ثقيلة بلدة سرمين.", ["بلدة سرمين"]),
        ("قصفت قوات النظام بما لا يقل عن 20 صاروخا بلدة سرمين.", ["بلدة سرمين"]),
        ("استهدفت قوات النظام بنحو 30 قذيفة بلدة سرمين.", ["بلدة سرمين"]),
        ("قتل 3 من عناصر قسد في سرمين.", ["3 من عناصر قسد"]),
        ("قتل عدد من الجنود في سرمين.", ["الجنود"]),
    ],
)
def test_whom_it_befell_beside_figures(text: str, struck: list[str], told: Told) -> None:
    assert [party.name for party in told(text)[0].targets] == struck


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("أدى القصف على سرمين إلى إصابة مدنيين قدر عددهم بـ4.", [("injured", 4)]),
        ("سقوط جرحى بلغ عددهم ستة جراء القصف على سرمين.", [("injured", 6)]),
        ("أصيب مدنيون وعددهم 5 جراء قصف سرمين.", [("injured", 5)]),
        ("قتل مدنيون تجاوز عددهم الخمسين بقصف على سرمين.", [("killed", 50)]),
        ("قتل ثلاثة من أفراد عائلة عددهم سبعة بقصف على سرمين.", [("killed", 3)]),
        ("قتل مدنيون بقصف على سرمين، ونزح سكان بلغ عددهم ألفين.", [("killed", None)]),
    ],
)
def test_their_number_is_told_behind_those_it_befell(
    text: str, figures: list[tuple[str, int | None]], told: Told
) -> None:
    counts = [(count.outcome, count.low) for count in told(text)[0].counts if count.outcome != "displaced"]
    assert counts == figures


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("قصفت قوات النظام أيضاً قرية سرمين.", ["قوات النظام"], ["قرية سرمين"]),
        ("تتهم قسد أيضاً فصائل الجيش الوطني بقصف قرية سرمين.", ["فصائل الجيش الوطني"], ["قرية سرمين"]),
        ("وقتل أمس أيضا أربعة مدنيين بقصف على سرمين.", [], ["أربعة مدنيين", "سرمين"]),
    ],
)
def test_also_joins_nobody(text: str, doers: list[str], struck: list[str], told: Told) -> None:
    claim = told(text)[0]
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == struck


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الحكومة أن الجيش باشر بضرب مصادر إطلاق الصواريخ قرب سرمين.",
        "استهدف الجيش أماكن إطلاق القذائف قرب سرمين.",
    ],
)
def test_who_strikes_where_missiles_came_from_fired_none(text: str, told: Told) -> None:
    assert not {"missile_strike", "shelling"} & {claim.event for claim in told(text)}
