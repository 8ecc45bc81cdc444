"""Arabic sentences of invented places: figures of both outcomes, fighters behind "of", claims of responsibility."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    return list(extract(Item(id="x", text=text), knowledge).claims)


FIGHTERS = [
    "استشهاد أربعة من مقاتلي اللواء الثالث في قصف مدفعي على بلدة سارون.",
    "قُتل أربعة من عناصر ميليشيا النسر في سارون.",
    "مقتل أربعة من أفراد الكتيبة العاشرة بانفجار لغم قرب سارون.",
]


@pytest.mark.parametrize("text", FIGHTERS)
def test_a_number_of_a_brigade_is_of_fighters(text: str, knowledge: Knowledge) -> None:
    killed = [c for claim in read(text, knowledge) for c in claim.counts if c.outcome == "killed"]
    assert [(c.low, c.group) for c in killed] == [(4, "combatants")]


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("مقتل وإصابة 20 شخصاً بقصف مدفعي على بلدة سارون.", 20),
        ("استشهاد وجرح عشرات المواطنين في غارة جوية على سوق سارون.", None),
        ("أدت الغارة إلى إصابة ومقتل سبعة مدنيين في سارون.", 7),
        ("قُتل وجرح 20 مدنياً بقصف على سارون.", 20),
        ("سقوط عشرات القتلى والجرحى في غارة جوية على سوق سارون.", None),
        ("سقوط 15 قتيلاً وجريحاً في غارة جوية على سوق سارون.", 15),
        ("30 شخصاً بين قتيل وجريح جراء غارة جوية على سوق سارون.", 30),
        ("سقوط 5 شهداء وجرحى في غارة جوية على سارون.", 5),
    ],
)
def test_one_figure_of_killed_and_injured_is_no_more_than_one_sure_of_each(
    text: str, high: int | None, knowledge: Knowledge
) -> None:
    counts = {(c.outcome, c.low, c.high, c.rule) for claim in read(text, knowledge) for c in claim.counts}
    assert counts == {("killed", 1, high, "indefinite"), ("injured", 1, high, "indefinite")}


def test_killed_or_injured_is_sure_of_neither(knowledge: Knowledge) -> None:
    claims = read("أدى القصف إلى مقتل أو إصابة عشرة مدنيين في سارون.", knowledge)
    counts = {(c.outcome, c.low, c.high, c.rule) for claim in claims for c in claim.counts}
    assert counts == {("killed", None, 10, "at_most"), ("injured", None, 10, "at_most")}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("مقتل رجل وإصابة ستة مدنيين بقصف على سارون.", 1, 6),
        ("قُتل خمسة مدنيين وأصيب سبعة بقصف على سارون.", 5, 7),
        ("سقوط 15 قتيلاً وجريح في غارة جوية على سارون.", 15, 1),
        ("سقوط 5 شهداء وإصابات في غارة جوية على سارون.", 5, None),
        ("سقوط ثلاثة قتلى وجرحى آخرين في غارة جوية على سارون.", 3, None),
    ],
)
def test_two_outcomes_with_their_own_figures_stay_apart(
    text: str, killed: int, injured: int | None, knowledge: Knowledge
) -> None:
    counts = {(c.outcome, c.low) for claim in read(text, knowledge) for c in claim.counts}
    assert counts == {("killed", killed), ("injured", injured)}


@pytest.mark.parametrize(
    "text",
    [
        "أدى القصف على البلدة إلى مقتل 19 آخرين في سارون.",
        "قُتل أربعة في غارة جوية على سارون.",
        "أطلقت القوات صاروخين على الأقل تجاه المنزل في سارون.",
    ],
)
def test_a_bare_figure_is_no_target(text: str, knowledge: Knowledge) -> None:
    targets = {party.name for claim in read(text, knowledge) for party in claim.targets}
    assert not targets & {"19", "19 آخرين", "آخرين", "أربعة", "الأقل"}


@pytest.mark.parametrize(
    "text",
    [
        "حركة الشباب المجاهدين تتبنى الهجوم على حاجز في سارون.",
        "وكانت حركة الشباب قد أعلنت مسؤوليتها عن الهجوم على الفندق في سارون.",
        "أعلنت حركة الشباب مسؤوليتها عن تفجير السوق في سارون.",
        "تبنت حركة الشباب الهجوم على الفندق في سارون.",
    ],
)
def test_who_claims_responsibility_did_it_by_their_own_account(text: str, knowledge: Knowledge) -> None:
    (claim,) = [claim for claim in read(text, knowledge) if claim.event != "statement"]
    assert [party.name for party in claim.perpetrators] == [speaker.name for speaker in claim.speakers]
    assert "حركة الشباب" in claim.perpetrators[0].name


def test_who_announces_that_it_bears_no_responsibility_is_no_perpetrator(knowledge: Knowledge) -> None:
    claims = read("أعلنت حركة الشباب عدم مسؤوليتها عن تفجير السوق في سارون.", knowledge)
    assert not any(claim.perpetrators for claim in claims)


NAMED = [
    ("شهداء القصف على مدينة سارون:\n1- سامر محمود الخطيب\n2- ليلى أحمد الخطيب\n3- حسن علي العمر", 3),
    ("أسماء الشهداء:\n\n1) سامر محمود الخطيب\n2) ليلى أحمد الخطيب (12 سنة)\n\nعاجل من سارون.", 2),
    ("أسماء الشهداء الذين ارتقوا بغارة جوية على بلدة سارون:\n- الطفل سامر محمود\n- ليلى أحمد", 2),
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_a_list_of_the_dead_by_name_is_counted_and_no_name_is_kept(text: str, named: int, knowledge: Knowledge) -> None:
    (claim,) = [claim for claim in read(text, knowledge) if claim.counts]
    (count,) = claim.counts
    assert (count.outcome, count.low, count.high, count.named) == ("killed", named, named, named)
    assert not any(name in claim.quote.text for name in ("سامر", "ليلى", "حسن"))


@pytest.mark.parametrize(
    "text",
    [
        "حصيلة شهداء القصف:\n- قصف مدفعي على سارون\n- غارة جوية على تلميرا",
        "جرحى القصف على سارون:\n1- سامر محمود الخطيب\n2- ليلى أحمد الخطيب",
        "أسماء الشهداء كما نشرها المشفى.\nسامر محمود يعمل في سارون.",
    ],
)
def test_no_dead_are_made_of_other_lists(text: str, knowledge: Knowledge) -> None:
    counts = [count for claim in read(text, knowledge) for count in claim.counts if count.outcome == "killed"]
    assert not any(count.low for count in counts)


def test_a_heading_that_gives_the_number_keeps_it(knowledge: Knowledge) -> None:
    claims = read("5 شهداء حصيلة القصف على سارون:\n- سامر محمود الخطيب\n- ليلى أحمد الخطيب", knowledge)
    assert [count.low for claim in claims for count in claim.counts] == [5]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("استهدف طيران مسيّر معادٍ سيارة على طريق سارون.", []),
        ("A Ukrainian air defense missile hit a house in Orda.", ["Ukrainian"]),
        ("Russian missile forces struck a school in Orda.", ["Russian missile forces"]),
    ],
)
def test_a_weapon_is_no_party(text: str, party: list[str], knowledge: Knowledge) -> None:
    (claim,) = read(text, knowledge)
    assert [one.name for one in claim.perpetrators] == party
    assert claim.means or "forces" in text


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("نفى المصدر أن يكون طيران التحالف قد نفذ غارة على سوق سارون.", "طيران التحالف"),
        ("The ministry denied that coalition aircraft had carried out a strike on a market.", "coalition aircraft"),
    ],
)
def test_what_is_denied_keeps_whom_it_is_denied_of(text: str, party: str, knowledge: Knowledge) -> None:
    claim = next(claim for claim in read(text, knowledge) if claim.event == "air_strike")
    assert claim.polarity == "denied"
    assert [one.name for one in claim.perpetrators] == [party]


@pytest.mark.parametrize("bound", ["على الأقل", "على أقل تقدير", "كحد أدنى", "على الأكثر"])
def test_a_bound_is_no_party(bound: str, knowledge: Knowledge) -> None:
    text = f"أطلقت طائرة صاروخين {bound} على منزل في سارون ما أدى إلى مقتل خمسة أشخاص {bound}."
    claims = read(text, knowledge)
    parties = {party.name for claim in claims for party in (*claim.perpetrators, *claim.targets)}
    rules = {count.rule for claim in claims for count in claim.counts}
    assert not any(name in bound for name in parties)
    assert rules == {"at_most" if bound == "على الأكثر" else "at_least"}


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة أشخاص بتفجير في فندق بسارون. حركة الشباب تتبنى العملية.",
        "A bombing killed three people in Orda. Al-Shabaab claimed responsibility for the attack.",
    ],
)
def test_who_claims_the_event_told_before_did_that(text: str, knowledge: Knowledge) -> None:
    last = [claim for claim in read(text, knowledge) if claim.event == "bombing"][-1]
    assert [party.name for party in last.perpetrators] == [speaker.name for speaker in last.speakers] != []


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة أشخاص بتفجير في فندق بسارون. لم تتبن حركة الشباب العملية.",
        "A bombing killed three people in Orda. Al-Shabaab did not claim responsibility for the attack.",
        "A bombing killed three people in Orda. No group has claimed responsibility.",
    ],
)
def test_who_does_not_claim_it_is_no_perpetrator(text: str, knowledge: Knowledge) -> None:
    assert not any(claim.perpetrators for claim in read(text, knowledge) if claim.event == "bombing")


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("ارتفعت حصيلة التفجير عند تقاطع كيلو 4 في سارون إلى أحد عشر قتيلاً و12 جريحاً.", {"total"}),
        ("نُقل إلى المشفى خمسة جرحى جراء القصف على سارون.", {None}),
        ("حصيلة القصف: 5 شهداء في سارون.", {None}),
    ],
)
def test_what_a_toll_has_come_to_is_a_running_total(text: str, running: set[str | None], knowledge: Knowledge) -> None:
    assert {count.running for claim in read(text, knowledge) for count in claim.counts} == running


STRIKES = [
    "قال الجيش الشمالي في بيان إنه قصف، اليوم الثلاثاء، قوات موالية للحكومة قرب سارون.",
    "صرح مصدر عسكري بأن طيران ما يسمى التحالف الدولي قصف عند الساعة 16:30 من يوم الخميس أحد مواقع الجيش قرب سارون.",
    "قصفت طائرات الحلف، مساء اليوم الخميس، رتلاً عسكرياً قرب سارون.",
    "أطلقت طائرات الحلف طلقات تحذيرية، ثم قصفت الرتل.",
    "دمرت طائرات الحلف اليوم الثلاثاء رتلاً قرب سارون، ما أدى إلى سقوط قتلى.",
]


@pytest.mark.parametrize("text", STRIKES)
def test_who_struck_whom_is_read_past_times_and_the_word_that(text: str, knowledge: Knowledge) -> None:
    told = [claim for claim in read(text, knowledge) if claim.event in ("air_strike", "shelling")]
    assert told and all(claim.targets and claim.polarity == "asserted" for claim in told)


def test_a_hamza_behind_the_conjunction_parts_a_verb_from_a_valley(knowledge: Knowledge) -> None:
    told = read("وأدى القصف إلى مقتل ثلاثة مدنيين في سارون.", knowledge)
    assert [(count.outcome, count.low) for claim in told for count in claim.counts] == [("killed", 3)]


def test_what_a_convoy_holds_is_present_and_a_family_is_no_force(knowledge: Knowledge) -> None:
    convoy = read("قصفت طائرات الحلف رتلاً قرب سارون. كان الرتل يضم 5 دبابات.", knowledge)
    assert ("present", 5) in [(count.outcome, count.low) for claim in convoy for count in claim.counts]
    family = read("قُتل مدنيان بقصف على سارون، وهم من عائلة مكونة من 6 أشخاص.", knowledge)
    assert all(count.outcome != "present" for claim in family for count in claim.counts)


def test_on_the_least_is_no_mans_name(knowledge: Knowledge) -> None:
    found = extract(Item(id="x", text="دمرت الغارة 5 دبابات تي-62 على الأقل قرب سارون."), knowledge)
    assert all("على الأقل" not in mention.text for mention in found.mentions if mention.kind == "actor")


TARGETS = [
    ("استهدفت عبوة ناسفة القيادي سالم العمر في مدينة سارون.", set(), {"القيادي سالم العمر"}),
    ("استهدفت طائرة مسيرة القيادي سالم العمر في مدينة سارون.", {"طائرة مسيرة"}, {"القيادي سالم العمر"}),
    ("قصفت مدفعية قوات النظام المدنيين في سارون.", {"مدفعية قوات النظام"}, {"المدنيين"}),
]


@pytest.mark.parametrize(("text", "doers", "struck"), TARGETS)
def test_whom_a_weapon_struck_did_not_strike(
    text: str, doers: set[str], struck: set[str], knowledge: Knowledge
) -> None:
    claims = read(text, knowledge)
    assert {party.name for claim in claims for party in claim.perpetrators} <= doers
    assert struck <= {party.name for claim in claims for party in claim.targets}


def test_a_town_whose_name_is_a_verb_too_stands_behind_a_preposition(knowledge: Knowledge) -> None:
    claims = read("قصفت الطائرات معسكراً قرب تدمر وقتلت 30 مسلحاً.", knowledge)
    assert {claim.where.text for claim in claims if claim.where} == {"تدمر"}


DOERS = [
    ("أغار الطيران الإسرائيلي ليلاً على بلدة سارون.", "air_strike", "الطيران الإسرائيلي", "بلدة سارون"),
    ("جرحى مدنيون بقصف الطائرات الروسية على بلدة سارون.", "air_strike", "الطائرات الروسية", "بلدة سارون"),
    ("قصفت المدفعية السعودية مديرية سارون.", "shelling", "المدفعية السعودية", "مديرية سارون"),
    ("قصفت مدفعية الجيش جرابلس.", "shelling", "مدفعية الجيش", "جرابلس"),
    ("قصفت قوات النظام اليوم الأحد، بلدة سارون بالمدفعية.", "shelling", "قوات النظام", "بلدة سارون"),
    ("قصفت السفن الحربية الإسرائيلية قارب صيد قرب بلدة سارون.", "shelling", "السفن الحربية الإسرائيلية", "بلدة سارون"),
]


@pytest.mark.parametrize(("text", "event", "doer", "place"), DOERS)
def test_whose_aircraft_or_guns_struck_where(
    text: str, event: str, doer: str, place: str, knowledge: Knowledge
) -> None:
    claims = read(text, knowledge)
    assert [claim.event for claim in claims] == [event]
    assert doer in {party.name for claim in claims for party in claim.perpetrators}
    assert [claim.where.text for claim in claims if claim.where] == [place]


def test_a_directorate_of_health_is_no_district(knowledge: Knowledge) -> None:
    claims = read("أعلنت مديرية الصحة مقتل مدنيين اثنين بقصف على بلدة سارون.", knowledge)
    assert [claim.where.text for claim in claims if claim.where] == ["بلدة سارون"]


def test_what_came_hours_after_a_strike_is_another_event(knowledge: Knowledge) -> None:
    text = "أصيب عمال، الثلاثاء، بقصف الطيران الروسي ميناء سارون بعد ساعات من هجوم قوات النظام على قرية دلمار."
    claims = {claim.event: claim for claim in read(text, knowledge)}
    assert set(claims) == {"air_strike", "attack"}
    assert {party.name for party in claims["attack"].perpetrators} == {"قوات النظام"}
    when = claims["air_strike"].when
    assert when is not None
    assert "الثلاثاء" in when.text


def test_who_leads_a_light_verb_in_a_headline_did_it(knowledge: Knowledge) -> None:
    claims = read("ميليشيات مدعومة من إيران ترتكب مجزرة في مدينة حلب", knowledge)
    assert [[party.name for party in claim.perpetrators] for claim in claims] == [["ميليشيات مدعومة من إيران"]]


def test_a_shell_that_fell_nearby_is_shelling(knowledge: Knowledge) -> None:
    claims = read("انفجرت قذيفة مصدرها ميليشيا قسد في مدينة حلب", knowledge)
    assert [claim.event for claim in claims] == ["shelling"]


def test_who_had_bombed_stands_before_the_verb(knowledge: Knowledge) -> None:
    claims = read("كان الطيران الحربي قصف مدينة حلب يوم الخميس الماضي.", knowledge)
    assert [(claim.event, [party.name for party in claim.perpetrators]) for claim in claims] == [
        ("air_strike", ["الطيران الحربي"])
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت وزارة الصحة بولاية حلب ارتفاع عدد ضحايا القصف الذي شنته قوات النظام إلى 17 قتيلاً.",
         "وزارة الصحة بولاية حلب"),
        ("أفاد الدفاع المدني بارتفاع حصيلة القتلى في قصف سرمين إلى 12.", "الدفاع المدني"),
        ("ينفي المتحدث الرسمي باسم قوات النظام نفياً قاطعاً قصف سوق سرمين.", "المتحدث الرسمي باسم قوات النظام"),
    ],
)  # fmt: skip
def test_a_speakers_name_ends_before_what_is_said(text: str, name: str, knowledge: Knowledge) -> None:
    assert {speaker.name for claim in read(text, knowledge) for speaker in claim.speakers} == {name}


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        (
            "قتل شخص خلال مداهمة نفذتها قوات التحالف في سرمين، استهدفت خلايا تابعة لتنظيم داعش.",
            ["قوات التحالف"],
            "خلايا تابعة لتنظيم داعش",
        ),
        ("وأشار إلى غارة إسرائيلية ليلاً، استهدفت قيادياً في حزب الله.", ["إسرائيلية"], "قيادياً"),
        ("انفجرت عبوة ناسفة في السوق، استهدفت دورية للشرطة وأصابت ثلاثة.", [], "دورية"),
        ("غارات روسية على ريف حماة، استهدفت قوات المعارضة.", ["روسية"], "قوات المعارضة"),
        # with a doer of its own the verb tells of another deed
        ("قصف مدفعي على سرمين، استهدفت قوات النظام السوق.", ["قوات النظام"], "السوق"),
        ("استهدفت طائرة، صباح اليوم، سيارة في سرمين.", [], "سيارة"),
    ],
)
def test_a_verb_behind_a_comma_tells_on_of_the_event_before_it(
    text: str, doers: list[str], struck: str, knowledge: Knowledge
) -> None:
    claims = [claim for claim in read(text, knowledge) if claim.event != "statement"]
    assert [party.name for claim in claims for party in claim.perpetrators] == doers
    assert struck in [party.name for claim in claims for party in claim.targets]
