"""Arabic telling by telling: sentences of our own, each with what must be read in it."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge():
    return load()


def read(text, knowledge):
    return extract(Item(id="x", text=text, lang="ar"), knowledge).claims


def told(claim):
    return [(count.outcome, count.low, count.group) for count in claim.counts if count.part_of is None]


@pytest.mark.parametrize(
    ("text", "event", "doer", "counts"),
    [
        (
            "شن الطيران الحربي الروسي غارتين على بلدة سارون، ما أدى إلى مقتل أربعة مدنيين بينهم طفلان وإصابة ستة.",
            "air_strike",
            "الطيران الحربي الروسي",
            [("killed", 4, "civilians"), ("injured", 6, "unknown")],
        ),
        (
            "مقتل امرأة وطفلها وجرح خمسة مدنيين بقصف لقوات النظام على بلدة سارون.",
            "shelling",
            "قوات النظام",
            [("killed", 2, "unknown"), ("injured", 5, "civilians")],
        ),
        (
            "قتل مدني بقصف للطائرات الحربية الروسية على قرية أوردة",
            "air_strike",
            "طائرات الحربية الروسية",
            [("killed", 1, "civilians")],
        ),
        ("شهيدان و5 جرحى مدنيين جراء القصف التركي على قرية أوردة", "shelling", "التركي", None),
        ("أصيب ثلاثة أطفال بانفجار لغم قرب قرية أوردة.", "landmine", None, [("injured", 3, "children")]),
        ("إصابة 7 مدنيين في قصف لـ«قسد» على أوردة", "shelling", "قسد", [("injured", 7, "civilians")]),
        ("فقد شخصان حياتهما جراء استهداف مسيرة تركية سيارة", "drone_strike", None, [("killed", 2, "unknown")]),
        ("قتل ثلاثة عناصر من القوات الحكومية إثر قصف مدفعي", "shelling", None, [("killed", 3, "combatants")]),
        ("(10) شهداء وحوالي 25 جريحاً نتيجة القصف على سوق البلدة", "shelling", None, [("killed", 10, "unknown")]),
        ("ارتفاع حصيلة القتلى جراء القصف على البلدة إلى 12 قتيلاً", "shelling", None, [("killed", 12, "unknown")]),
        ("مـ ـقـ ـتل رجل بقصـ.ـف على البلدة", "shelling", None, [("killed", 1, "men")]),
        ("مقتل شخصين وإصابة ثالث برصاص مجهولين في أوردة", "shooting", None, [("injured", 1, "unknown")]),
        ("أصيب طفل وسيدة بشظايا قذيفة سقطت على منزلهم", "shelling", None, [("injured", 2, "unknown")]),
        ("تبنى التنظيم هجوماً انتحارياً أودى بحياة 20 شخصاً", "suicide_bombing", None, [("killed", 20, "unknown")]),
        ("استهدفت طائرات التحالف منزلاً في بلدة سارون، ما أدى لمقتل رجل", "air_strike", "طائرات التحالف", None),
        ("لقي رجل مصرعه برصاص مجهولين في سارون", "shooting", None, [("killed", 1, "men")]),
        ("مقتل أحد عناصر الشرطة برصاص مجهولين في عدن", "shooting", None, [("killed", 1, "combatants")]),
        ("مقتل إحدى النساء في قصف على أوردة", "shelling", None, [("killed", 1, "women")]),
    ],
)
def test_who_did_what_to_how_many(knowledge, text, event, doer, counts):
    claim = next((claim for claim in read(text, knowledge) if claim.event == event), None)
    assert claim is not None, [claim.event for claim in read(text, knowledge)]
    assert all(text[count.start : count.end] for count in claim.counts)
    if doer is not None:
        assert doer in [party.name for party in claim.perpetrators]
    for count in counts or ():
        assert count in told(claim), told(claim)


@pytest.mark.parametrize(
    "text",
    [
        "نفذت الطائرات الروسية غارات على محيط قرية أوردة دون وقوع إصابات.",
        "القصف على البلدة اقتصرت أضراره على الماديات.",
        "أصيب طفل بجروح جراء قصف مدفعي على قرية أوردة",
        "قصف مدفعي على البلدة\n\nقتلى\n\nجرحى",
        "إصابات جراء قصف على سوق سارون",
        "شن الطيران غارات على البلدة دون أن ترد أنباء عن سقوط ضحايا",
        "نقل المصاب إلى مشفى الشهيدة سلمى بعد قصف على البلدة",
        "تستمر القوات بسياسة قتل المدنيين وقصف البلدات",
    ],
)
def test_nobody_is_counted_dead_whom_no_one_says_is(knowledge, text):
    counts = [count for claim in read(text, knowledge) for count in claim.counts if count.outcome == "killed"]
    assert all(count.high == 0 for count in counts), counts


def test_the_injured_in_a_list_are_not_among_the_dead(knowledge):
    claims = read("11 شهيداً من المدنيين بينهم صحفي وستة جرحى جراء القصف على سارون.", knowledge)
    assert ("killed", 11, "civilians") in told(claims[0])
    assert [count.low for count in claims[0].counts if count.outcome == "killed"] == [11, 1]
    assert [count.low for count in claims[0].counts if count.outcome == "injured"] == [6]


def test_those_among_them_do_not_say_who_all_were(knowledge):
    claims = read("ثلاثة شهداء من بينهم طفل نتيجة قصف مدفعي على مدينة سارون", knowledge)
    assert told(claims[0]) == [("killed", 3, "unknown")]


def test_a_denial_of_deaths_does_not_deny_the_strike(knowledge):
    claims = read("أعلنت القيادة أن طائراتها استهدفت مواقع للمسلحين، ونفت مقتل مدنيين.", knowledge)
    stands = {claim.event: claim.polarity for claim in claims}
    assert stands.get("killing") == "denied"
    assert "asserted" in stands.values()


def test_a_rumour_of_deaths_that_is_called_untrue_is_denied(knowledge):
    claims = read("لا صحة للأنباء عن مقتل مدنيين في الغارة، بحسب المتحدث باسم الجيش", knowledge)
    assert claims[0].polarity == "denied"
    assert "المتحدث باسم الجيش" in [speaker.name for speaker in claims[0].speakers]


def test_who_struck_is_not_who_said_so(knowledge):
    claims = read("قال المرصد إن «طائرة روسية أقلعت من المطار واستهدفت مخيم مريم»", knowledge)
    doers = [party.name for claim in claims for party in claim.perpetrators]
    assert any("روسية" in name for name in doers)
    assert "المرصد" not in doers


def test_a_chain_of_sources_runs_from_the_outermost_in(knowledge):
    text = "نقلت وكالة رويترز عن مسؤول أمني قوله إن ستة أشخاص قتلوا في غارة أمريكية"
    claim = next(claim for claim in read(text, knowledge) if claim.event == "air_strike")
    assert [speaker.name for speaker in claim.speakers] == ["وكالة رويترز", "مسؤول أمني"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال الدفاع المدني إن طفلة قتلت بقصف مدفعي على القرية.", "الدفاع المدني"),
        ("وبحسب مصادر محلية، فإن عبوة ناسفة انفجرت في سيارة قرب سارون.", "مصادر محلية"),
        ("أفادت وكالة سانا بمقتل مدني جراء قصف على سارون.", "وكالة سانا"),
    ],
)
def test_who_says_it(knowledge, text, speaker):
    claims = [claim for claim in read(text, knowledge) if claim.event != "statement"]
    assert claims
    assert any(speaker in name.name for name in claims[0].speakers), claims[0].speakers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("مقتل ثلاثة مدنيين بقصف قوات النظام وروسيا على سارون", ["قوات النظام", "روسيا"]),
        ("قصفت قوات النظام وروسيا بلدة سارون ما أدى لمقتل طفل", ["قوات النظام", "روسيا"]),
        ("قصف الجيش وقوات الدعم السريع أحياء أم درمان ما أدى لمقتل 5 مدنيين", ["الجيش", "قوات الدعم السريع"]),
        ("قتل 3 أشخاص بقصف لقوات الدعم السريع على أم درمان", ["قوات الدعم السريع"]),
        (
            "قتل رجل خلال إنزال جوي نفذته قوات التحالف الدولي بالتعاون مع البيشمركة في قرية أوردة",
            ["قوات التحالف الدولي", "البيشمركة"],
        ),
        ('قُتل أربعة أشخاص بقصف من قبل الجيش الوطني و"قوات حفتر" على أوردة', ["الجيش الوطني", "قوات حفتر"]),
    ],
)
def test_doers_who_are_joined(knowledge, text, doers):
    named = [party.name for claim in read(text, knowledge) for party in claim.perpetrators]
    assert all(doer in named for doer in doers), named


@pytest.mark.parametrize(
    "text",
    [
        "توفي طفل غرقاً أثناء السباحة في بحيرة قرب أوردة.",
        "ارتفاع عدد قتلى قارب المهاجرين قبالة السواحل الليبية إلى 61 شخصاً",
        "توفيت فتاة إثر إصابتها برصاصة خرجت بالخطأ من سلاح والدها في عدن.",
        "مقتل خمسة أشخاص بحادث سير على طريق صنعاء",
        "وتفقدت الفرق المكان وتأكدت من عدم وجود أي إصابات أخرى.",
        "وطالما تقصف القوات منازل المدنيين في سارون ما يسفر عن مقتل وجرح مدنيين بشكل متكرر.",
    ],
)
def test_no_casualty_of_an_act_of_war_is_told(knowledge, text):
    assert not [count for claim in read(text, knowledge) for count in claim.counts if count.outcome == "killed"]


def test_a_mood_that_belongs_to_a_time_leaves_a_word_like_any_other(knowledge):
    claims = read("قصفت القوات بلدة سارون. ومنذ بداية الشهر قتل ثلاثة مدنيين في أوردة.", knowledge)
    assert [claim.event for claim in claims][:1] == ["shelling"]


def test_who_died_on_the_road_is_not_counted_with_those_hit_beside_it(knowledge):
    claims = read("أصيب خمسة مدنيين بقصف مدفعي على أوردة، كما توفي طفلان غرقاً في النهر.", knowledge)
    assert [told(claim) for claim in claims] == [[("injured", 5, "civilians")]]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("وكانت القوات الحكومية قد استهدفت مخيماً قرب تعز، ما أدى إلى مقتل خمسة مدنيين.", "recalled"),
        ("وقصفت المدفعية بشكل متكرر اليوم بلدة سارون ما أدى لمقتل ثلاثة مدنيين.", "actual"),
    ],
)
def test_what_is_looked_back_on(knowledge, text, mood):
    assert {claim.mood for claim in read(text, knowledge)} == {mood}
