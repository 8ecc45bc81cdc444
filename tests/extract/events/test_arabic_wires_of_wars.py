"""Arabic reports of several wars: who took whom, whose governor was struck, where the fighting was, who was killed."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def counted(claims: list[Claim]) -> set[tuple[str, str, float | None]]:
    return {(count.outcome, count.group or "", count.low) for claim in claims for count in claim.counts}


def doers(claims: list[Claim], event: str) -> list[str]:
    return [party.name for claim in claims if claim.event == event for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أدى القصف على حمص لسقوط 8 أشخاص وإصابة 7.", {("killed", "unknown", 8), ("injured", "unknown", 7)}),
        ("أدى القصف على حمص إلى سقوط خمسة مدنيين جرحى.", {("injured", "civilians", 5)}),
        ("أدى القصف على حمص إلى سقوط قتلى.", {("killed", "unknown", None)}),
        ("أدى القصف إلى سقوط ثلاثة صواريخ على حمص.", set()),
        (
            "قتل عشرون شخصا في غارة على حمص ومن بين القتلى طفلان وثلاث نساء.",
            {
                ("killed", "unknown", 20),
                ("killed", "unknown", 5),
                ("killed", "children", 2),
                ("killed", "women", 3),
            },
        ),
        ("أكثر من 20 من سكان المخيم في عداد المفقودين بعد قصف على حمص.", {("missing", "civilians", 20)}),
        (
            "قتل ثمانية مدنيين هم ست نساء وطفلان في قصف على حمص.",
            {("killed", "civilians", 8), ("killed", "women", 6), ("killed", "children", 2)},
        ),
        ("أصيب قسم النساء والتوليد في مستشفى حمص بقصف مدفعي.", set()),
        (
            "عدد ضحايا الاشتباكات في حمص يصل إلى 55 قتيلا و146 جريحا.",
            {("killed", "unknown", 55), ("injured", "unknown", 146)},
        ),
        ("مقتل ما يصل إلى 30 شخصا في انفجار قرب حمص.", {("killed", "unknown", None)}),
        (
            "قتل 27 شخصا وأصيب مئة بجروح خلال ثلاثة أيام من المعارك بين مجموعات مسلحة في حمص.",
            {("killed", "unknown", 27), ("injured", "unknown", 100)},
        ),
    ],
)
def test_who_came_to_harm(text: str, counts: set[tuple[str, str, float | None]], told: Told) -> None:
    assert counted(told(text)) == counts


def test_days_of_fighting_are_one_event_with_its_dead(told: Told) -> None:
    claims = told("قتل 27 شخصا خلال ثلاثة أيام من المعارك بين مجموعات مسلحة في حمص.")
    assert [claim.event for claim in claims] == ["armed_clash"]
    claims = told("قتل جندي بعد يومين من قصف قتل خمسة مدنيين في حمص.")
    assert len(claims) == 2, "what a time is counted from is another event"


def test_those_who_struck_took_people_as_well(told: Told) -> None:
    claims = told("قصفت قوات المعارضة مستشفى في مدينة حمص، عاصمة الإقليم، وخطفت ست نساء من مخيم للنازحين.")
    assert doers(claims, "abduction") == doers(claims, "shelling") == ["قوات المعارضة"]
    claims = told("أفادت لجنة محلية بأن مقاتلي المعارضة اقتحموا المخيم وأسروا ثمانية مدنيين هم ست نساء وطفلان.")
    assert not {"لجنة محلية", "ست نساء"} & set(doers(claims, "capture"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استهداف موكب محافظ دمشق بعبوة ناسفة يوم أمس بالقرب من مدينة حمص.", "مدينة حمص"),
        ("قال متحدث باسم مركز طبي في سوريا إن الاشتباكات التي شهدتها مدينة حمص قتلت شخصين.", "مدينة حمص"),
        ("قصفت المدفعية سوقا في مدينة القريتين، عاصمة محافظة حمص في وسط سوريا، وقتلت رجلا.", "مدينة القريتين"),
    ],
)
def test_where_it_was_and_not_whose_office_or_seat(text: str, place: str, told: Told) -> None:
    assert {claim.where.text if claim.where else None for claim in told(text)} == {place}


def test_the_governor_is_struck_and_not_his_town(told: Told) -> None:
    (claim,) = told("استهداف موكب محافظ دمشق بعبوة ناسفة يوم أمس بالقرب من مدينة حمص.")
    assert [party.name for party in claim.targets] == ["موكب محافظ دمشق"]


def test_who_stands_in_the_accusative_was_struck(told: Told) -> None:
    (claim,) = told("يعد التفجير هو الثاني من نوعه الذي يستهدف قائدا عسكريا في حمص خلال أسبوع.")
    assert not claim.perpetrators and [party.name for party in claim.targets] == ["قائدا عسكريا"]


def test_a_source_ends_before_what_it_tells(told: Told) -> None:
    (claim,) = told('أكدت قناة "النهر" نقلا عن مصادر طبية سقوط قتيلين وثلاثة جرحى خلال الاشتباكات في حمص.')
    assert [speaker.name for speaker in claim.speakers] == ['قناة "النهر"', "مصادر طبية"]
    (claim,) = told("أعلن جهاز الإسعاف والطوارئ إصابة مواطن نتيجة الاشتباكات في حمص.")
    assert [speaker.name for speaker in claim.speakers] == ["جهاز الإسعاف والطوارئ"]


@pytest.mark.parametrize(
    ("text", "event", "did"),
    [
        ("نصب مسلحو المعارضة كمينا للجنود في حمص مما أودى بحياة جندي.", "armed_clash", ["مسلحو المعارضة"]),
        ("عناصر المعارضة قاموا فجر الاثنين بإعدام تسعة شباب غربي حمص.", "execution", ["عناصر المعارضة"]),
        ("تمكنت قوات الجيش من صدهم، وفجر عدد منهم أنفسهم، ما أسفر عن مقتل ثمانية جنود.", "suicide_bombing", []),
        (
            "مجموعة من المعارضة هاجمت نقطة للجيش في قرية نوفل، واستهدفت القوات المتمركزة فيها.",
            "ground_offensive",
            ["المعارضة"],
        ),
        ("أسفر الهجوم عن مقتل مدني وعنصرين من شرطة حمص.", "attack", []),
        ("إن هجوما إسرائيليا استهدف مركزا في حمص.", "attack", ["إسرائيليا"]),
        ("استهدفت طائرة مسيرة للمعارضة منزلا في حمص.", "drone_strike", ["طائرة مسيرة للمعارضة"]),
        ("استهدف القصف قوات المعارضة في حمص.", "shelling", []),
        ("استهدف قصف قوات المعارضة قرية في ريف حمص.", "shelling", ["قوات المعارضة"]),
        ("استهدفت غارة إسرائيلية مركز الدفاع المدني في حمص.", "air_strike", ["إسرائيلية"]),
        ("قضى جنديان إثر هجومين للمعارضة استهدفا حمص وحماة.", "attack", ["معارضة"]),
        ("إن مسلحي المعارضة شنوا في بادئ الأمر هجوما على قوات الشرطة في حمص.", "attack", ["مسلحي المعارضة"]),
    ],
)
def test_who_did_it(text: str, event: str, did: list[str], told: Told) -> None:
    claims = told(text)
    assert {claim.event for claim in claims} == {event}
    assert sorted(set(doers(claims, event))) == sorted(did)


def test_a_word_for_two_behind_a_dual_says_no_more(told: Told) -> None:
    claims = told("قتل جنديان اثنان، وأصيب ثلاثة آخرون من الجيش، إثر هجوم في محافظة حمص.")
    assert counted(claims) == {("killed", "combatants", 2), ("injured", "combatants", 3)}
    assert len(claims) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة أشخاص في انفجار سيارة مفخخة في حمص وتبنته حركة الشباب.",
        "قتل ستة أشخاص في انفجار سيارة مفخخة في حمص، والذي أعلنت حركة الشباب مسؤوليتها عنه.",
    ],
)
def test_who_takes_responsibility_did_it(text: str, told: Told) -> None:
    assert doers(told(text), "bombing") == ["حركة الشباب"]


def test_a_toll_of_the_dead_and_the_hurt_together_is_neither_alone(told: Told) -> None:
    (claim,) = told("ارتفعت حصيلة ضحايا المجزرة في حمص إلى 22 شهيدا وجريحا.")
    assert {(count.outcome, count.low, count.high) for count in claim.counts} == {("killed", 1, 22), ("injured", 1, 22)}


@pytest.mark.parametrize(
    ("text", "event", "did", "counts"),
    [
        ("مسلحو المعارضة يذبحون 40 مزارعا في حمص", "killing", ["مسلحو المعارضة"], {("killed", 40)}),
        ("الجنود يعدمون شابا عند حاجز حمص", "execution", ["الجنود"], {("killed", 1)}),
        ("الحوثيون يقصفون بصاروخ باليستي مسجدا في حمص", "missile_strike", ["الحوثيون"], set()),
        ("اشتباكات بين فصيلين في مدينة حمص", "armed_clash", ["فصيلين"], set()),
        ("سقوط صاروخ كاتيوشا في محيط مدينة حمص دون خسائر", "missile_strike", [], {("killed", 0), ("injured", 0)}),
    ],
)
def test_headlines_in_the_present(
    text: str, event: str, did: list[str], counts: set[tuple[str, float | None]], told: Told
) -> None:
    claims = told(text)
    assert {claim.event for claim in claims} == {event}
    assert sorted(set(doers(claims, event))) == sorted(did)
    assert {(count.outcome, count.low) for claim in claims for count in claim.counts} == counts


@pytest.mark.parametrize("means", ["", "بطائرة مسيرة "])
def test_whom_a_strike_killed_did_not_do_it(means: str, told: Told) -> None:
    claims = told(f"قتلت غارة أمريكية {means}قياديا في المعارضة في حمص.")
    assert ("killed", "combatants", 1) in counted(claims)
    assert {party.name for claim in claims for party in claim.perpetrators} == {"أمريكية"}
    assert "قياديا" in {party.name for claim in claims for party in claim.targets}


def test_the_cold_is_no_attack_and_a_protester_is_somebody(told: Told) -> None:
    assert not told("وفاة 7 أطفال بسبب البرد في مخيمات النازحين في حمص.")
    assert counted(told("قتل متظاهر برصاص قوات الأمن في حمص.")) == {("killed", "civilians", 1)}
