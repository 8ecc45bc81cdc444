"""Arabic: who is struck behind a weapon or a verb of many, what was not done, and rulings of death."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _names(claim: Claim) -> tuple[list[str], list[str]]:
    return [one.name for one in claim.perpetrators], [one.name for one in claim.targets]


def _whole(claims: list[Claim]) -> list[tuple[str, float | None, str | None]]:
    return [(one.outcome, one.high, one.group) for claim in claims for one in claim.counts if one.part_of is None]


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("استهدف المقاتلون بصاروخ موجه قوة إسرائيلية في بلدة أوردة.", ["المقاتلون"], ["قوة إسرائيلية"]),
        ("أعلن حزب الله قصفه بصاروخين قوة إسرائيلية في بلدة أوردة.", ["حزب الله"], ["قوة إسرائيلية"]),
        ("قال حزب الله إنه استهدف بصاروخ موجه قوة إسرائيلية في بلدة أوردة.", ["حزب الله"], ["قوة إسرائيلية"]),
        ("قصف الجيش بالمدفعية قوات النظام في بلدة أوردة.", ["الجيش"], ["قوات النظام"]),
        ("قصف الطيران بالصواريخ الفراغية قوات النظام في بلدة أوردة.", [], ["قوات النظام"]),
        ("استهدف المقاتلون بصواريخ الجيش البلدة.", ["المقاتلون"], ["البلدة"]),
        ("جرى استهدافه برصاص الطائرة المروحية قرب بلدة أوردة.", ["الطائرة المروحية"], []),
    ],
)
def test_whoever_stands_behind_the_weapon_of_an_attack_was_struck(
    text: str, doers: list[str], struck: list[str], told: Told
) -> None:
    assert [_names(claim) for claim in told(text)] == [(doers, struck)]


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("قال الفصيل إن مقاتليه استهدفوا دبابة للجيش في بلدة أوردة.", ["الفصيل"], ["دبابة للجيش"]),
        ("قصفنا قوات العدو في بلدة أوردة.", [], ["قوات العدو"]),
        ("استهدفنا بصاروخ موجه قوة إسرائيلية في بلدة أوردة.", [], ["قوة إسرائيلية"]),
        ("قصفنا الطيران في بلدة أوردة.", ["الطيران"], []),
    ],
)
def test_behind_a_verb_of_many_or_of_us_stands_who_was_struck(
    text: str, doers: list[str], struck: list[str], told: Told
) -> None:
    assert [_names(claim) for claim in told(text)] == [(doers, struck)]


def test_men_with_their_own_ending_end_before_the_force_they_attack(told: Told) -> None:
    claims = told("استهدف مقاومون قوة إسرائيلية راجلة في بلدة أوردة بالرصاص.")
    assert [_names(claim) for claim in claims] == [(["مقاومون"], ["قوة إسرائيلية راجلة"])]


def test_men_who_attack_behind_a_comma_are_not_struck_by_the_blast_before_it(told: Told) -> None:
    (claim,) = told("وبعد تجمع الأهالي قرب السيارة المتضررة بالانفجار، هاجمت عناصر داعش المتجمعين في بلدة أوردة.")
    assert (_names(claim)[0], claim.event) == (["عناصر داعش المتجمعين"], "ground_offensive")


def test_a_special_unit_fires(told: Told) -> None:
    (claim,) = told("وأطلقت وحدة خاصة الرصاص الحي على مركبة في بلدة أوردة.")
    assert _names(claim) == (["وحدة خاصة"], ["مركبة"])


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("لم يرد الجيش بقصف على بلدة أوردة.", [("shelling", "denied")]),
        ("ولم يرد الجيش بأي قصف على بلدة أوردة.", [("shelling", "denied")]),
        ("ورد الجيش بقصف على بلدة أوردة.", [("shelling", "asserted")]),
        (
            "انسحبت القوات من بلدة أوردة دون أن تتمكن من اعتقال أي من الشبان.",
            [("withdrawal", "asserted"), ("detention", "denied")],
        ),
        ("أصدرت محكمة حكماً بإعدام 35 رجلاً في بلدة أوردة.", []),
        ("حكمت محكمة على عشرة متهمين بالإعدام في بلدة أوردة.", []),
        ("صدر حكم الإعدام بحق عشرة مدانين في بلدة أوردة.", []),
        ("نفذت السلطات حكم الإعدام بحق عشرة مدانين في بلدة أوردة.", [("execution", "asserted")]),
        ("أعدم التنظيم خمسة مدنيين في بلدة أوردة بعد أن حكمت عليهم محكمته بالإعدام.", [("execution", "asserted")]),
        ("تسعى المجموعات للسيطرة على المرافق الحيوية في بلدة أوردة.", []),
    ],
)
def test_what_was_not_done_or_only_ruled_is_no_deed(text: str, told_of: list[tuple[str, str]], told: Told) -> None:
    assert [(claim.event, claim.polarity) for claim in told(text)] == told_of


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ذكرت مصادر أن شابين يبلغان 32 و19 عاماً قتلا بقصف على بلدة أوردة.", [("killed", 2, "men")]),
        (
            "قُتل ثلاثة مدنيين فيما أصيب 20 بجروح خلال قصف الجيش على بلدة أوردة.",
            [("killed", 3, "civilians"), ("injured", 20, "unknown")],
        ),
        ("قالت الشبكة إن الشاب “مازن الزعبي” قتل متأثراً بإصابته بعد انفجار عبوة في أوردة.", [("killed", 1, "men")]),
        ("استشهد أحمد مرجان وعبد الحافظ السيلاوي بقصف على بلدة أوردة.", [("killed", 2, "unknown")]),
    ],
)
def test_the_toll_is_of_those_who_were_harmed(text: str, counts: list[tuple[str, float, str]], told: Told) -> None:
    claims = told(text)
    assert (len(claims), _whole(claims)) == (1, counts)


def test_two_places_with_a_harm_each_stay_apart(told: Told) -> None:
    claims = told("قتل ثلاثة جنود في هجوم على بلدة أوردة، فيما أصيب خمسة مدنيين بقصف على بلدة سارون.")
    assert [claim.where.text if claim.where else "" for claim in claims] == ["بلدة أوردة", "بلدة سارون"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قتل عنصر ينحدر من قرية كوردة في الغوطة الشرقية، إثر انفجار عبوة ناسفة في بلدة أوردة.", "بلدة أوردة"),
        ("شاب أصيب بالرصاص في بلدة أوردة وصل إلى مستشفى سارون خلال المواجهات.", "بلدة أوردة"),
        ("شاب أصيب بالرصاص وصل إلى مستشفى سارون خلال المواجهات.", ""),
    ],
)
def test_neither_home_nor_hospital_is_where_it_was(text: str, where: str, told: Told) -> None:
    (claim,) = told(text)
    assert (claim.where.text if claim.where else "") == where


@pytest.mark.parametrize("wounds", ["بجراحه", "بإصابته", "بجراح"])
def test_a_name_ends_before_what_he_died_of(wounds: str, told: Told) -> None:
    (claim,) = told(f"استشهد أحمد مرجان متأثراً {wounds} بقصف على بلدة أوردة.")
    assert _names(claim)[1][:1] == ["أحمد مرجان"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("أصيب شاب واعتقل آخر خلال اقتحام الجيش بلدة أوردة.", [["الجيش"], ["الجيش"]]),
        ("أعلنت كتائب القسام أنها تمكنت من قنص جندي في بلدة أوردة.", [["كتائب القسام"]]),
        ("زرع مجهولون عبوة ناسفة أسفل سيارة في بلدة أوردة ما أدى إلى مقتل ثلاثة.", [["مجهولون"]]),
        ("قتل مدنيان بانفجار لغمين من مخلفات ميليشيا الحوثي في بلدة أوردة.", [["ميليشيا الحوثي"]]),
    ],
)
def test_whoever_raids_plants_or_manages_did_it(text: str, doers: list[list[str]], told: Told) -> None:
    assert [_names(claim)[0] for claim in told(text)] == doers


@pytest.mark.parametrize(
    "text",
    [
        "وتزرع ميليشيا الحوثي، ذراع إيران في اليمن، الألغام والعبوات الناسفة بمختلف أنواعها.",
        "زرعت ميليشيا الحوثي أكثر من مليوني لغم في البلاد.",
    ],
)
def test_mines_planted_time_and_again_are_no_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_two_harms_joined_came_of_the_strikes_behind_the_second(told: Told) -> None:
    (claim,) = told(
        "اندلعت اشتباكات في العاصمة الليبية، فيما قُتل شخصان وأُصيب آخرون جرّاء غارات بطائرات مسيرة على بلدة أوردة."
    )
    assert (claim.event, _whole([claim])[0]) == ("drone_strike", ("killed", 2, "unknown"))


@pytest.mark.parametrize("name", ["أحمد السالم", "“أحمد السالم”"])
def test_who_somebody_is_called_is_neither_claimed_nor_a_doer(name: str, told: Told) -> None:
    (claim,) = told(f"قتل أحد مرافقيه ويدعى {name} بقصف على بلدة أوردة.")
    assert (claim.speakers, claim.hedge, claim.perpetrators) == ((), None, ())


def test_who_claims_something_still_does(told: Told) -> None:
    (claim,) = told("يدعي الجيش أن الفصائل قصفت بلدة أوردة.")
    assert _names(claim)[0] == ["الفصائل"]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("قتلت القوات الأمنية انتحارياً في بلدة أوردة.", [("killing", "انتحارياً")]),
        ("قتلت القوات الأمنية انتحاريين في بلدة أوردة.", [("killing", "انتحاريين")]),
        ("تم قتل الانتحاري من قبل القوات الأمنية في بلدة أوردة.", [("killing", "الانتحاري")]),
        ("قتل انتحاريان على يد القوات الأمنية في بلدة أوردة.", [("killing", "انتحاريان")]),
        ("قتل انتحاري ثلاثة جنود في بلدة أوردة.", [("suicide_bombing", "ثلاثة جنود")]),
        ("قتل التنظيم عشرة مدنيين في هجوم انتحاري في بلدة أوردة.", [("suicide_bombing", "عشرة مدنيين")]),
        (
            "قتلت الشرطة مسلحاً بعد هجوم انتحاري في بلدة أوردة.",
            [("killing", "مسلحاً"), ("suicide_bombing", "")],
        ),
    ],
)
def test_bombers_whom_others_killed_did_not_bomb(text: str, told_of: list[tuple[str, str]], told: Told) -> None:
    assert sorted((claim.event, (*_names(claim)[1], "")[0]) for claim in told(text)) == told_of


def test_one_bomber_is_killed_and_the_other_blows_himself_up(told: Told) -> None:
    claims = told(
        "أوضح أن أحد الانتحاريين تم قتله من قبل القوات الأمنية، إلا أن الانتحاري الثاني قام بتفجير نفسه في أوردة."
    )
    assert sorted((claim.event, _names(claim)[0]) for claim in claims) == [
        ("killing", ["القوات الأمنية"]),
        ("suicide_bombing", []),
    ]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("فجر المقاتلون عبوة ناسفة بقوة إسرائيلية في بلدة أوردة.", "قوة إسرائيلية"),
        ("فجر المقاتلون عبوة ناسفة في قوة إسرائيلية في بلدة أوردة.", "قوة إسرائيلية"),
        ("انفجرت عبوة ناسفة بعناصر من الجيش في بلدة أوردة.", "عناصر من الجيش"),
        ("انفجرت عبوة ناسفة بدورية للجيش في بلدة أوردة.", "دورية"),
    ],
)
def test_a_bomb_goes_off_at_whoever_a_particle_brings(text: str, struck: str, told: Told) -> None:
    (claim,) = told(text)
    assert _names(claim)[1][0] == struck


def test_a_camp_in_which_it_went_off_was_not_struck(told: Told) -> None:
    (claim,) = told("قتل طفل بانفجار ذخيرة من مخلفات الحرب في أحد مخيمات النازحين قرب بلدة أوردة.")
    assert _names(claim)[1] == ["طفل"]


def test_whoever_kills_somebody_near_a_suicide_attack_carried_out_none(told: Told) -> None:
    claims = told("قتل أربعة مدنيين بتفجير انتحاري في بلدة أوردة. وقتلت الشرطة مسلحاً قرب المكان.")
    assert [(claim.event, _names(claim)[0]) for claim in claims] == [("suicide_bombing", []), ("killing", ["الشرطة"])]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("قتل شخصان في غارات استهدفت العاصمة اليمنية صنعاء.", ["العاصمة اليمنية", "صنعاء"]),
        ("قصفت العاصمة السورية دمشق بغارات.", ["العاصمة السورية", "دمشق"]),
    ],
)
def test_a_town_said_to_lie_in_a_land_does_nothing_itself(text: str, struck: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert _names(claim) == ([], struck)


def test_so_many_people_of_a_nation_behind_what_harmed_them_did_not_do_it(told: Told) -> None:
    (claim,) = told("أصيب خلال القصف تسعة سوريين في بلدة أوردة.")
    assert (_names(claim), _whole([claim])) == (([], ["تسعة سوريين"]), [("injured", 9, "unknown")])


@pytest.mark.parametrize("led", ["جراء هذه الغارة", "في هذا الهجوم", "خلال هذا القصف"])
def test_a_figure_behind_this_attack_is_of_those_whom_the_verb_before_tells_of(led: str, told: Told) -> None:
    assert _whole(told(f"قتل {led} أربعة مدنيين في بلدة أوردة.")) == [("killed", 4, "civilians")]


def test_what_endangers_lives_threatens_nobody_with_anything(told: Told) -> None:
    claims = told("قتل طفل بانفجار لغم في بلدة أوردة، حيث تواصل مخلفات الحرب تهديد حياة المدنيين.")
    assert [claim.event for claim in claims] == ["landmine"]
    assert [claim.event for claim in told("وجهت قوات النظام تهديداً بقصف بلدة أوردة.")] == ["threat"]
