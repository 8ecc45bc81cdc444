"""Arabic: demolitions, duals, our men, members counted in lists, incidents of before, and who flew a strike."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _names(claim: Claim) -> tuple[list[str], list[str]]:
    return [one.name for one in claim.perpetrators], [one.name for one in claim.targets]


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        ("الجيش ينسف مربعا سكنيا في بلدة أوردة.", "demolition", ["الجيش"], ["مربعا سكنيا"]),
        ("جرفت آليات الجيش أراضي زراعية شرق أوردة.", "demolition", ["آليات الجيش"], ["أراضي زراعية"]),
        ("روسيا والنظام يقصفان بلدة أوردة.", "shelling", ["روسيا", "النظام"], ["بلدة أوردة"]),
        ("طائرتان حربيتان تقصفان مواقع في أوردة.", "air_strike", ["طائرتان حربيتان"], ["مواقع"]),
        ("سرايا القدس: قنص مجاهدونا جنديا في أوردة.", "shooting", ["سرايا القدس"], ["جنديا"]),
        ("كتائب القسام: استهدفنا آلية عسكرية في أوردة.", "attack", ["كتائب القسام"], ["آلية عسكرية"]),
        ("استهدفوا خلال المعارك، دبابة في مدينة حلب.", "armed_clash", [], ["دبابة"]),
        ("قصفت القوات خلال اشتباكات عنيفة، منزلا في أوردة.", "shelling", ["القوات"], ["منزلا"]),
        ("تمكن \"فوج الرماية\" لسرايا القدس من قصف مواقع الجيش.", "shelling", ["سرايا القدس"], ["مواقع الجيش"]),
        ("تمكن مقاتلو الجبهة من استهداف دبابة في أوردة.", "attack", ["مقاتلو الجبهة"], ["دبابة"]),
        ("فجر المقاتلون عبوة ناسفة بدبابة في أوردة.", "bombing", ["المقاتلون"], ["دبابة"]),
        ("غارة نفذتها طائرة مسيرة على سيارة في أوردة.", "drone_strike", [], ["سيارة"]),
        ("أغار الطيران المسير على سيارة في أوردة.", "drone_strike", [], ["سيارة"]),
        ("غارة من الطيران المسير على سيارة في أوردة.", "drone_strike", [], ["سيارة"]),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(text: str, event: str, doers: list[str], struck: list[str], told: Told) -> None:
    assert [(claim.event, *_names(claim)) for claim in told(text)] == [(event, doers, struck)]


def test_a_word_that_wrecks_houses_tells_nothing_of_talks(told: Told) -> None:
    assert told("نسف الخلاف المفاوضات في أوردة.") == []
    assert [claim.event for claim in told("The court demolished the argument.")] == []


def test_members_of_parties_are_counted_in_a_list(told: Told) -> None:
    (claim,) = told("قتل خمسة أشخاص باستهداف مقر في أوردة: ثلاثة من قسد واثنان من الأسايش.")
    assert [(one.group, one.high) for one in claim.counts] == [
        ("unknown", 5),
        ("combatants", 3),
        ("combatants", 2),
    ]


def test_who_died_in_incidents_before_did_not_die_in_this_one(told: Told) -> None:
    now, before = told("أصيب طفلان بانفجار لغم شرق أوردة، وقتل خمسة مدنيين في حوادث سابقة.")
    assert (now.event, now.mood, [one.outcome for one in now.counts]) == ("landmine", "actual", ["injured"])
    assert (before.mood, [one.outcome for one in before.counts]) == ("recalled", ["killed"])


def test_who_dies_in_a_minefield_dies_of_a_mine_and_the_field_is_no_name(told: Told) -> None:
    (claim,) = told("قتل راع في حقل ألغام شرق أوردة.")
    assert (claim.event, claim.where) == ("landmine", None)


def test_the_air_raid_told_behind_a_drone_strike_is_that_strike(told: Told) -> None:
    first, second = told(
        "قتل طفل بغارة طائرة تركية مسيرة على بلدة أوردة. وارتفع عدد قتلى القصف الجوي التركي إلى ثلاثة."
    )
    assert (first.event, second.event) == ("drone_strike", "drone_strike")


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        (
            "قتل شخص بانفجار سيارة مفخخة في أوردة بعد انتزاع السيطرة عليها من \"قوات سوريا الديمقراطية\".",
            "bombing", [], ["شخص"],
        ),
        ("فجرت دبابة ميركافا بعبوة ناسفة في أوردة.", "bombing", [], ["دبابة ميركافا"]),
        ("فجر المقاتلون عبوة مضادة للأفراد في قوة إسرائيلية.", "bombing", ["المقاتلون"], ["قوة إسرائيلية"]),
        ("فجر حزب الله منزلا مفخخا في قوة إسرائيلية.", "bombing", ["حزب الله"], ["قوة إسرائيلية"]),
        ("قتل شخص بغارة على سيارة في أوردة، في خرق لاتفاق وقف إطلاق النار.", "air_strike", [], ["شخص", "سيارة"]),
        ("دكت الطائرات الحربية مواقع التنظيم في أوردة.", "air_strike", ["الطائرات الحربية"], ["مواقع التنظيم"]),
        ("اقتحم المسلحون البلدة وأسروا ستة مدنيين في أوردة.", "detention", ["المسلحون"], ["ستة مدنيين"]),
        ("واصل الجيش حرق المنازل في مدينة حلب لليوم السابع على التوالي.", "arson", ["الجيش"], []),
    ],
)  # fmt: skip
def test_who_is_told_beside_it_did_not_do_it(
    text: str, event: str, doers: list[str], struck: list[str], told: Told
) -> None:
    claim = next(one for one in told(text) if one.event == event)
    assert _names(claim) == (doers, struck)


def test_who_did_the_first_did_what_is_joined_to_it(told: Told) -> None:
    claims = told("قال المصدر إن مسلحين مجهولين اقتحموا منزل عنصر في قرية أوردة، وأطلقوا عليه النار.")
    assert {claim.event: _names(claim)[0] for claim in claims} == {
        "raid": ["مسلحين مجهولين"],
        "shooting": ["مسلحين مجهولين"],
    }


def test_an_incursion_that_came_after_an_attack_is_not_by_those_who_attacked(told: Told) -> None:
    (claim,) = told("ويأتي هذا الاقتحام عقب هجوم شنته مجموعات من المستوطنين على أطراف بلدة أوردة.")
    assert (claim.event, claim.mood) == ("attack", "recalled")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ارتفعت حصيلة القتلى إلى 1622 قتيلا في مناطق متفرقة.", [("killed", 1622)]),
        ("وثقت شبكة درعا 24 مقتل 39 شخصا في درعا.", [("killed", 39)]),
        ("لم تصدر الجهات الطبية أي بيانات عن عدد القتلى أو الجرحى.", []),
        ("ذكرت قناة أن شخصا واحدا على الأقل قتل وأصيب ستة آخرون في أوردة.", [("killed", 1), ("injured", 6)]),
        ("قتل مواطن وأصيب آخر بانفجار ألغام أرضية في أوردة.", [("killed", 1), ("injured", 1)]),
        ("وتسببت الألغام بمقتل وإصابة الآلاف من المدنيين.", []),
    ],
)
def test_how_many_came_to_harm(text: str, counts: list[tuple[str, int]], told: Told) -> None:
    assert [(one.outcome, one.high) for claim in told(text) for one in claim.counts] == counts


def test_who_died_in_the_fight_did_not_die_of_the_burning_of_houses(told: Told) -> None:
    claims = told("اشتباكات بين فصائل محلية ومجموعة مسلحة في حلب، أسفرت عن مقتل شخصين من الطرفين وحرق منازل.")
    assert {claim.event: [one.outcome for one in claim.counts] for claim in claims} == {
        "armed_clash": ["killed"],
        "arson": [],
    }


def test_what_a_source_says_of_incidents_before_is_looked_back_on(told: Told) -> None:
    (claim,) = told("كشفت شبكة الأطباء، في حوادث سابقة، أن قصفا على أوردة أسفر عن مقتل 13 مدنيا.")
    assert claim.mood == "recalled"


def test_the_land_of_the_town_where_a_source_is_is_not_where_it_happened(told: Told) -> None:
    (claim,) = told("أفادت مصادر محلية في مدينة حلب، شمالي سوريا، بمقتل عشرة مدنيين بقصف للجيش.")
    assert claim.where is None


@pytest.mark.parametrize(
    "text",
    [
        "قتل مسلحون القيادي علي حسن في أوردة.",
        "قتل مسلحون، اليوم الأربعاء، الجندي علي حسن في أوردة.",
        "قتلت القوات الأميركية الضابط علي حسن في أوردة.",
    ],
)
def test_an_armed_man_told_by_name_behind_who_killed_him_is_one_killed(text: str, told: Told) -> None:
    (claim,) = told(text)
    assert [(one.outcome, one.group, one.low, one.high) for one in claim.counts] == [("killed", "combatants", 1, 1)]
    assert len(claim.targets) == 1


@pytest.mark.parametrize(
    ("text", "event", "struck"),
    [
        ("فجر مجاهدونا عبوتين بقوتين راجلتين في أوردة.", "bombing", ["قوتين راجلتين"]),
        ("قتل شخص بانفجار عبوتين في أوردة.", "bombing", ["شخص"]),
        ("واصلت إسرائيل عدوانها العسكري على مدينة حلب.", "attack", ["مدينة حلب"]),
    ],
)
def test_two_charges_are_means_and_an_attacks_adjective_is_not_struck(
    text: str, event: str, struck: list[str], told: Told
) -> None:
    (claim,) = told(text)
    assert (claim.event, _names(claim)[1]) == (event, struck)


def test_two_mines_that_went_off_are_no_afghan_province(told: Told) -> None:
    (claim,) = told("انفجر لغمان في درعا.")
    assert claim.event == "landmine"
    assert claim.where is None or "لغمان" not in claim.where.text
