"""Where an Arabic phrase ends and another begins: behind an adjective, a time, a site and whose it is, an office."""

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
        (
            "استهدفت طائرة حربية روسية بصاروخين في ساعة متأخرة من الليل منزلا في أوردة.",
            "air_strike",
            ["طائرة حربية روسية"],
            ["منزلا"],
        ),
        (
            "وفي غارة ثانية استهدفت طائرة حربية روسية في ساعة متأخرة من ليل الخميس منزلا.",
            "air_strike",
            ["طائرة حربية روسية"],
            ["منزلا"],
        ),
        ("وذكر سكان أنها استهدفت رتلا للجيش السوداني.", "attack", [], ["رتلا للجيش السوداني"]),
        ("قال مصدر إنه استهدف القوات الروسية في أوردة.", "attack", [], ["القوات الروسية"]),
        ("قال مصدر إنه قصفت القوات الروسية سوق أوردة.", "shelling", ["القوات الروسية"], ["سوق أوردة"]),
        ("استهدفت غارة مقر جمعية خيرية تابعة لحركة حماس.", "air_strike", [], ["مقر جمعية خيرية"]),
        ("استهدفت غارة مقرا تابعا لحركة حماس.", "air_strike", [], ["مقرا تابعا لحركة حماس"]),
        ("هز انفجار ضخم ناجم عن سيارة مفخخة مدينة أوردة.", "bombing", [], ["مدينة أوردة"]),
        ("هز انفجار سوق الخضار.", "explosion", [], ["سوق الخضار"]),
        ("شن غارة على بلدة أوردة، وأتبعها بغارة على السوق.", "air_strike", [], ["بلدة أوردة", "السوق"]),
        ("اغتال مسلحون نائب رئيس البلدية في أوردة.", "assassination", ["مسلحون"], ["نائب رئيس البلدية"]),
        ('هاجم أفراد من "حركة الشباب"، الخميس، فندقا كبيرا.', "ground_offensive", ["حركة الشباب"], ["فندقا"]),
        ("قصفت طائرات من التحالف سوقا في أوردة.", "air_strike", ["طائرات من التحالف"], ["سوقا"]),
        (
            "أسفرت غارة للتحالف العربي، الذي يستهدف المتمردين الحوثيين، عن مقتل ستة.",
            "air_strike",
            ["تحالف العربي"],
            ["المتمردين الحوثيين"],
        ),
        ("اغتال مسلحان مجهولان عقيدا في أوردة.", "assassination", ["مسلحان مجهولان"], ["عقيدا"]),
        (
            "قتل مدني بقذيفة أطلقها الحوثيون استهدفت سوق أوردة.",
            "shelling",
            ["الحوثيون"],
            ["مدني", "سوق أوردة"],
        ),
        ("قتل مسلحون عقيداً في أوردة غداة تفجير استهدف السوق.", "killing", ["مسلحون"], ["عقيداً"]),
        ("استهدف القصف سوق أوردة قرب موقع هجوم نفذه مسلحون.", "shelling", [], ["سوق أوردة"]),
        ("وأضاف أنه بالتزامن مع الانفجار، أطلقت الشرطة النار على شخص.", "shooting", ["الشرطة"], ["شخص"]),
        ("قتل شخصان جراء سقوط برميلين متفجرين على سوق أوردة.", "air_strike", [], ["سوق أوردة"]),
        (
            "وكانت جماعة النسر - التي دخلت البلدة - أعلنت مسؤوليتها عن تفجير سوق أوردة.",
            "bombing",
            ["جماعة النسر"],
            ["سوق أوردة"],
        ),
    ],
)
def test_who_did_it_and_what_was_struck(
    text: str, event: str, doers: list[str], targets: list[str], told: Told
) -> None:
    claim = _one(told(text), event)
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "speaker", "doers"),
    [
        ("اتهمت منظمات حقوقية الجيش السوداني بقصف سوق في أوردة.", "منظمات حقوقية", ["الجيش السوداني"]),
        ("اتهمت جماعات محلية القوات الروسية بقصف سوق في أوردة.", "جماعات محلية", ["القوات الروسية"]),
        ("اتهم مسؤول محلي الميليشيات بقصف سوق في أوردة.", "مسؤول محلي", ["الميليشيات"]),
        ("أعلنت قيادة مدفعية الجيش قصف سوق في أوردة.", "قيادة مدفعية الجيش", ["قيادة مدفعية الجيش"]),
        ("الجيش السوداني يعترف بقصف سوق في أوردة.", "الجيش السوداني", ["الجيش السوداني"]),
        ("أقرت القوات الروسية بقصف سوق في أوردة.", "القوات الروسية", ["القوات الروسية"]),
    ],
)
def test_who_speaks_and_of_whom(text: str, speaker: str, doers: list[str], told: Told) -> None:
    claim = _one(told(text), "shelling")
    assert [one.name for one in claim.speakers] == [speaker]
    assert [party.name for party in claim.perpetrators] == doers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('قال مدير المرصد إن غارة قتلت ستة. بدورها، ذكرت "نسيم" أن غارة قتلت سبعة.', ["نسيم"]),
        ("أفاد مصدر طبي بمستشفى العودة بوصول ستة قتلى جراء غارة على منزل.", ["مصدر طبي بمستشفى العودة"]),
        ("وأفادت وزارة الصحة في وقت سابق بمقتل شخص في غارة على سيارة.", ["وزارة الصحة"]),
        ("وقالت الوكالة الوطنية للإعلام إن غارة استهدفت سيارة.", ["الوكالة الوطنية للإعلام"]),
        ("قال المركز اليمني للإعلام إن غارة استهدفت سيارة.", ["المركز اليمني للإعلام"]),
        ("قالت القناة إن غارة استهدفت سيارة.", ["القناة"]),
    ],
)
def test_how_a_speaker_is_named(text: str, speakers: list[str], told: Told) -> None:
    assert [one.name for one in told(text)[-1].speakers] == speakers


def test_where_a_hospital_speaks_nothing_happened(told: Told) -> None:
    (claim,) = told("وبحسب مسعف في مستشفى شهداء أوردة، قتلت غارة على منزل ستة أشخاص.")
    assert claim.where is None
    (claim,) = told("قتلت غارة على مستشفى شهداء أوردة ستة أشخاص.")
    assert next(party.name for party in claim.targets).startswith("مستشفى")


@pytest.mark.parametrize(
    ("text", "deniers"),
    [
        ("نفى الجيش السوداني قصف سوق في أوردة.", ["الجيش السوداني"]),
        ("نفى العميد نبيل حسن، المتحدث باسم الجيش السوداني، استهداف سوق في أوردة.", ["المتحدث باسم الجيش السوداني"]),
        ("نفى المتحدث باسم الجيش السوداني نبيل حسن قصف سوق في أوردة.", ["المتحدث باسم الجيش السوداني"]),
        ("نفى الجيش السوداني قصف الدعم السريع سوق أوردة.", ["الدعم السريع"]),
        ("نفى الجيش السوداني قصف مقراته في أوردة.", []),
        ("نفى محافظ المدينة قصف سوق في أوردة.", []),
    ],
)
def test_who_denies_a_deed_of_their_own(text: str, deniers: list[str], told: Told) -> None:
    claims = told(text)
    assert {claim.polarity for claim in claims} <= {"denied"}
    assert [party.name for claim in claims for party in claim.perpetrators] == deniers


def test_a_named_spokesman_speaks_for_his_party(told: Told) -> None:
    claim = told("نفى العميد نبيل حسن، المتحدث باسم الجيش السوداني، استهداف سوق في أوردة.")[0]
    assert [one.name for one in claim.speakers] == ["العميد نبيل حسن، المتحدث باسم الجيش السوداني"]
    claim = told("قال محمد علي، صاحب متجر، إن غارة استهدفت المطار.")[0]
    assert [one.name for one in claim.speakers] == ["محمد علي"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("كما قُتل الاثنين الماضي، ابن نائب قائد الشرطة.", [("killed", "unknown", 1)]),
        ("وكان رئيس قسم الإشارة التابع للشرطة قتل أمس الأحد، بانفجار قنبلة.", [("killed", "unknown", 1)]),
        ("وكان مدير المدرسة أصيب يوم الأحد برصاص قناص.", [("injured", "unknown", 1)]),
        ("قتل مدير مكتب القناة بغارة على أوردة.", [("killed", "unknown", 1)]),
        (
            "قال الطبيب إن ثلاث نساء وستة أطفال من أسرة واحدة قتلوا في غارة على أوردة.",
            [("killed", "unknown", 9), ("killed", "women", 3), ("killed", "children", 6)],
        ),
        (
            "قالت الوكالة إن 15 سجينا على الأقل وأربعة حراس قتلوا في أوردة.",
            [("killed", "unknown", 15), ("killed", "unknown", 4)],
        ),
        (
            "قتل خمسة مدنيين على الأقل وستة جنود في أوردة.",
            [("killed", "civilians", 5), ("killed", "combatants", 6)],
        ),
        ("أدى القصف على أوردة إلى مقتل أحدهما وإصابة رجل.", [("killed", "unknown", 1), ("injured", "men", 1)]),
        ("وكان مدير السجن في أوردة وأحد أقربائه قتلا أمس الجمعة برصاص.", [("killed", "unknown", 2)]),
        ("إن تسعة أشخاص على الأقل لاقوا حتفهم في هجوم على أوردة.", [("killed", "unknown", 9)]),
        ("عثر على جثة رجل وسيارة محترقة في أوردة.", [("killed", "men", 1)]),
        (
            "وانتشل المسعفون جثتي رجل وامرأة بعد غارة على منزل.",
            [("killed", "unknown", 2), ("killed", "men", 1), ("killed", "women", 1)],
        ),
        ("وأفاد المرصد بأن طفلين في عداد القتلى في غارة على أوردة.", [("killed", "children", 2)]),
        ("قتل خمسة، بينهم مهاجمان، في هجوم على فندق.", [("killed", "unknown", 5), ("killed", "combatants", 2)]),
        ("وهرع إلى مكان الانفجار حيث وجد أشلاء القتلى مبعثرة.", [("killed", "unknown", None)]),
    ],
)
def test_one_who_is_told_by_an_office_or_kin(
    text: str, counts: list[tuple[str, str, float | None]], told: Told
) -> None:
    assert [(c.outcome, c.group, c.low) for claim in told(text) for c in claim.counts] == counts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "أفادت جمعيات، يوم الثلاثاء، بأن غارة استهدفت سوقا في أوردة.\nوأوضح المختار أن الغارة وقعت يوم الاثنين.",
            ["يوم الاثنين"],
        ),
        ("أفادت جمعيات، يوم الثلاثاء، بأن غارة استهدفت سوقا في أوردة.\nخبر", ["يوم الثلاثاء"]),
        ("غارة على سيارة في أوردة، الاثنين 2 سبتمبر، فيما قال مصدر إن السيارة لشركة.", ["الاثنين 2 سبتمبر"]),
        ("ووقع الانفجار قرب موقع «مجزرة سوق أوردة»، التي وقعت في تموز الماضي.", []),
        ("استهدفت غارة السوق الذي يقع وسط أوردة يوم الأحد.", ["يوم الأحد"]),
        ("وقبل ما يزيد قليلا عن شهر، تعرضت مدرسة لهجوم في أوردة.", ["قبل ما يزيد قليلا عن شهر"]),
    ],
)
def test_the_day_of_the_saying_is_none_of_what_happened_on_another(text: str, days: list[str], told: Told) -> None:
    assert [claim.when.text for claim in told(text) if claim.when is not None] == days


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("وتشهد قرى سارون تفجيرات متكررة تطال المدنيين، وتتركز في الأسواق الشعبية.", []),
        ("تتعرض قرية سارون لقصف يومي من قوات النظام.", []),
        ("أصيب طفل في غارة على قرية تتعرض لقصف متكرر.", ["air_strike"]),
        ("شن الطيران الروسي اليوم غارات متكررة على قرية سارون.", ["air_strike"]),
        ("قتل خمسة مدنيين بقصف متكرر على قرية سارون.", ["shelling"]),
        ("القصف تركز على قرية سارون.", ["shelling"]),
        ("وتتعرض قرية سارون بشكل دوري لهجمات من المسلحين.", []),
        ("قال الوزير إن الجيش سيقصف قرية سارون.", []),
        ("قالت القوات إنها ستبدأ توجيه ضربات جوية على قرية سارون.", []),
        ("وذكر أن قوة أمنية طوقت مكان الانفجار.", []),
        ("طوقت قوات النظام قرية سارون.", ["siege"]),
    ],
)
def test_what_happens_time_and_again_is_no_event(text: str, events: list[str], told: Told) -> None:
    assert [claim.event for claim in told(text)] == events
