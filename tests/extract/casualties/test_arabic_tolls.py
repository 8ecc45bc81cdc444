"""Arabic posts and reports of invented places: whose figure it is, and what is no casualty at all."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item

Counted = set[tuple[str, float | None, float | None, str | None]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    return list(extract(Item(id="x", text=text), knowledge).claims)


def counts(text: str, knowledge: Knowledge) -> Counted:
    return {(c.outcome, c.low, c.high, c.group) for claim in read(text, knowledge) for c in claim.counts}


WHOLE = [
    # who rescues is a civilian, though one is called a member as a militia's is
    ("أصيب ثلاثة عناصر من الإسعاف بقذيفة على سارون.", {("injured", 3, 3, "civilians")}),
    ("قتل اثنان من عناصر الهلال الأحمر بغارة على سارون.", {("killed", 2, 2, "civilians")}),
    ("قتل عنصران من قوات النظام بغارة على سارون.", {("killed", 2, 2, "combatants")}),
    # so many others are of the second outcome alone
    ("قالت المحطة إن رجلاً قتل وأصيب أربعة آخرون بقذيفة على سارون.",
     {("killed", 1, 1, "men"), ("injured", 4, 4, "unknown")}),
    ("قالت المحطة إن شخصاً على الأقل قتل وجرح أربعة آخرون بقذيفة على سارون.",
     {("killed", 1, 1, "unknown"), ("injured", 4, 4, "unknown")}),
    # "one" behind a noun is its figure, and no second person
    ("أدى القصف إلى مقتل خمسة أشخاص بينهم مدني واحد في بلدة سارون.",
     {("killed", 5, 5, "unknown"), ("killed", 1, 1, "civilians")}),
    # the others of a fighter are fighters; those of a child are not children
    ("أسفر القصف على سارون عن مقتل مقاتل وإصابة 4 آخرين.",
     {("killed", 1, 1, "combatants"), ("injured", 4, 4, "combatants")}),
    ("قتل طفل وأصيب ثلاثة آخرون بقصف على سارون.",
     {("killed", 1, 1, "children"), ("injured", 3, 3, "unknown")}),
    # whom it befell stands before the verb, and the next verb has its own
    ("قال رعاة إن امرأة قتلت و جرح طفل بقصف على سارون.",
     {("killed", 1, 1, "women"), ("injured", 1, 1, "children")}),
    ("قال رعاة إن عجوزا قتلت وأصيب عدد من مدنيين بانفجار قرب سارون.",
     {("killed", 1, 1, "women"), ("injured", None, None, "civilians")}),
    # a verb far from its second part; people joined behind whose they are
    ("لقي أربعة عناصر من الجيش الوطني وشخص مدني حتفهم في قصف على سارون.",
     {("killed", 4, 4, "combatants"), ("killed", 1, 1, "civilians")}),
    # many whom a verb describes without a relative
    ("شارك المئات في تشييع خمسة أشخاص قتلوا في القصف على سارون.", {("killed", 5, 5, "unknown")}),
    ("قال المسعفون إن ستة مدنيين بينهم ثلاثة أطفال وامرأة قتلوا بقصف على سارون.",
     {("killed", 6, 6, "civilians"), ("killed", 3, 3, "children"), ("killed", 1, 1, "women")}),
    # who was killed, before a preposition, behind "that"
    ("ذكر الرعاة أن رجلاً قتل إثر غارة على سارون.", {("killed", 1, 1, "men")}),
    ("قال الرعاة إن عنصرين من الميليشيا قتلا إثر انفجار لغم قرب سارون.", {("killed", 2, 2, "combatants")}),
    # a relative whose verb ends with the word for him
    ("صورة الشاب نزار الذي قتلته ميليشيا النسر أثناء مداهمة منزله.", {("killed", 1, 1, "men")}),
    # under whose lead stands between the killer and the killed
    ("قتلت وحدات التحالف الدولي بقيادة أمريكا شاباً في سارون.", {("killed", 1, 1, "men")}),
    # "a number of the wounded" are counted, though "the wounded" are told of again
    ("سقط في سارون قتيل وعدد من المصابين.", {("killed", 1, 1, "unknown"), ("injured", None, None, "unknown")}),
    ("أنقذ المسعفون أربعة أطفال مصابين بعد غارة على سارون.", {("injured", 4, 4, "children")}),
    # who fell wounded is not among those said to have died before
    ("استشهاد السيدة ليلى وسقوط جرحى من المدنيين بقصف على سارون.",
     {("killed", 1, 1, "women"), ("injured", None, None, "civilians")}),
    ("وفاة الطفلة سلمى ابنة الشهيد نادر متأثرة بجراحها بعد قصف على سارون.", {("killed", 1, 1, "children")}),
    ("خطأ فني يوقع قتلى من الجيش في سارون.", {("killed", None, None, "combatants")}),
    # a figure before "among them" is the whole and not its part
    ("أدى القصف إلى إصابة أكثر من 25 بينهم أطفال في سارون.",
     {("injured", 25, None, "unknown"), ("injured", None, None, "children")}),
    ("مقتل ثلاثة أشخاص أحدهم طفل بقصف على سارون.", {("killed", 3, 3, "unknown"), ("killed", 1, 1, "children")}),
    ("أصيبت عائلة مدنية بقصف جوي على سارون.", {("injured", None, None, "civilians")}),
    ("أصيبت طفلة وأصيب ابن عمها بقصف على سارون.", {("injured", 1, 1, "children"), ("injured", 1, 1, "unknown")}),
    ("جرح آخرون بقصف على سارون بين الجرحى مدرس.",
     {("injured", None, None, "unknown"), ("injured", 1, None, "civilians")}),
    # figures in brackets, and a toll that is named behind what it rose to
    ("لقي أكثر من (20) شخصاً مصرعهم بقصف على سارون.", {("killed", 20, None, "unknown")}),
    ("ارتفع إلى 8 بينهم مواطنتان و4 أطفال تعداد المدنيين الذين قتلوا جراء القصف على سارون.",
     {("killed", 8, 8, "unknown"), ("killed", 2, 2, "civilians"), ("killed", 4, 4, "children")}),
    # as people write who speak a dialect
    ("انصابو 3 شباب بقصف على سارون.", {("injured", 3, 3, "men")}),
    ("استشهد زلمة وانجرح تنين بقصف هاون على سارون.", {("killed", 1, 1, "men"), ("injured", 2, 2, "unknown")}),
    # a nation's word alone is a person of it, and no side
    ("استشهاد فلسطيني برصاص الجنود قرب سارون.", {("killed", 1, 1, "unknown")}),
    ("مقتل سوريين اثنين بغارة على بلدة سارون.", {("killed", 2, 2, "unknown")}),
    ("مقتل فلسطينيين وإصابة سبعة آخرين بقصف على سارون.",
     {("killed", None, None, "unknown"), ("injured", 7, 7, "unknown")}),
    # "no less than" denies nothing between the two parts of a verb
    ("لقي ما لا يقل عن 11 مدنياً، بينهم نساء، مصرعهم بقصف على سارون.",
     {("killed", 11, None, "civilians"), ("killed", None, None, "women")}),
    ("استشهد عشرة أشخاص بغارة على بلدة سارون وستة أشخاص في بلدة دلمار.",
     {("killed", 10, 10, "unknown"), ("killed", 6, 6, "unknown")}),
    ("أوقعت المعارك قرب العاصمة طرابلس 174 قتيلاً و758 جريحاً.",
     {("killed", 174, 174, "unknown"), ("injured", 758, 758, "unknown")}),
    ("قُتل مدني في الميناء وجُرح عدد آخر بانفجار قرب سارون.",
     {("killed", 1, 1, "civilians"), ("injured", None, None, "civilians")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_each_figure_is_of_those_it_befell(text: str, told: Counted, knowledge: Knowledge) -> None:
    assert counts(text, knowledge) == told


BETWEEN = [
    ("22 إصابة من الحراس بين شهيد وجريح بانفجار في ميناء سارون.", 22),
    ("14 مدنياً ما بين قتيل وجريح جراء القصف على سارون.", 14),
    ("قال مصدر إن 14 عراقياً سقطوا بين قتيل وجريح بتفجير في سارون.", 14),
]


@pytest.mark.parametrize(("text", "high"), BETWEEN)
def test_a_figure_between_dead_and_hurt_is_of_neither_alone(text: str, high: int, knowledge: Knowledge) -> None:
    told = {(c.outcome, c.low, c.high, c.rule) for claim in read(text, knowledge) for c in claim.counts}
    assert told == {("killed", 1, high, "indefinite"), ("injured", 1, high, "indefinite")}


ONCE = [
    # who was killed stands before the verb, and the figure behind is of those hurt alone
    ("قالت الوكالة إن عنصراً قتل وأصيب ثمانية جراء قصف على سارون.",
     {("killed", 1, 1, "combatants"), ("injured", 8, 8, "unknown")}),
    ("قالت مصادر إن “سعاد العلي” و”هدى الحسن” قتلتا وأصيب ستة أشخاص بقصف على سارون.",
     {("killed", 2, 2, "unknown"), ("injured", 6, 6, "unknown")}),
    # one person, whose death is only named again
    ("آخر ما كتبته الشهيدة قبل استشهادها بقصف على سارون.", {("killed", 1, 1, "unknown")}),
    ("قتل رجل بقصف على سارون وأصيب شاب ما أدى إلى وفاته.",
     {("killed", 1, 1, "men"), ("injured", 1, 1, "men"), ("killed", 1, 1, "unknown")}),
    # kin, and those with somebody, told behind what he is
    ("استشهاد الدكتور \"سالم الحسن\" مدرس بكلية الاقتصاد وطفله بقصف على سارون.",
     {("killed", 2, 2, "civilians"), ("killed", 1, 1, "civilians"), ("killed", 1, 1, "children")}),
    ("ارتقاء \"سالم بري\" قائد شرطة سارون برفقة 3 أشخاص بقصف على سارون.",
     {("killed", 1, 1, "combatants"), ("killed", 3, 3, "unknown")}),
    # the number of a list's line is no figure
    ("4 سالم محمد الحسن إصابة", {("injured", 1, 1, "unknown")}),
    ("أصيب ثلاثة عناصر من فرق “الدفاع المدني” بقصف على سارون.", {("injured", 3, 3, "civilians")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ONCE)
def test_each_is_counted_once(text: str, told: Counted, knowledge: Knowledge) -> None:
    assert counts(text, knowledge) == told


def test_those_killed_a_counted_time_before_are_of_another_event(knowledge: Knowledge) -> None:
    text = "قتل أربعة أطفال بقصف على سارون، وذلك بعد أقل من 24 ساعة من مقتل خمسة مدنيين في أوردة."
    told = {claim.event: [(c.outcome, c.high) for c in claim.counts] for claim in read(text, knowledge)}
    assert told == {"shelling": [("killed", 4)], "killing": [("killed", 5)]}


NONE = [
    ("تعرض ميناء سارون لقصف دون وقوع إصابات.", {(0, 0)}),
    ("قصفت الطائرات أطراف سارون من دون تسجيل إصابات.", {(0, 0)}),
    # that nobody has heard of any is no figure
    ("تعرض ميناء سارون لقصف دون أنباء عن وقوع إصابات.", set()),
    ("قصفت الطائرات أطراف سارون دون معلومات عن حدوث إصابات حتى اللحظة.", set()),
    ("قصفت الطائرات أطراف سارون من دون ورود أنباء عن وقوع إصابات.", set()),
    ("قصفت الطائرات أطراف سارون، ولم ترد معلومات عن سقوط ضحايا.", set()),
]


@pytest.mark.parametrize(("text", "figures"), NONE)
def test_no_casualties_are_none_and_no_news_of_them_says_nothing(
    text: str, figures: set[tuple[float, float]], knowledge: Knowledge
) -> None:
    assert {(low, high) for _, low, high, _ in counts(text, knowledge)} == figures


NOBODY = [
    "استهدفت الفصائل مواقع الجيش في سارون بالصواريخ وحققت إصابات مباشرة في المواقع.",
    "قصفت المدفعية مواقع الجيش في سارون محققة إصابات مباشرة.",
    "أصابت الموجة الأولى من الصواريخ هدف واحد فقط في ريف سارون.",
    "توفيت طفلة إثر دهسها بجرار في بستان قرب سارون.",
    "وفاة طفلين في حريق اندلع في منزلهما بسبب المدفأة في سارون.",
    "تسجيل 100 إصابة بالتهاب الكبد في سارون.",
    "الألغام موت يلاحق السوريين في سارون.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_direct_hits_and_accidents_count_nobody(text: str, knowledge: Knowledge) -> None:
    told = [c for claim in read(text, knowledge) for c in claim.counts if c.outcome in {"killed", "injured"}]
    assert told == []


EARLIER = [
    "وكانت قوارب الميناء قد تعرضت سابقاً لهجمات أدت إلى مقتل ثلاثة بحارة.",
    "انتشال شهيدين ارتقيا إثر قصف إسرائيلي سابق استهدف بلدة سارون.",
    "نظم المعلمون وقفة احتجاجية إثر مقتل أربعة طلاب بقصف على مدينة سارون.",
]


@pytest.mark.parametrize("text", EARLIER)
def test_what_is_looked_back_on_is_an_earlier_event(text: str, knowledge: Knowledge) -> None:
    assert {claim.mood for claim in read(text, knowledge) if claim.counts} == {"recalled"}


MONTHS = [
    "زادت هجمات الجيش منذ 5 حزيران الماضي. وتسببت تلك الهجمات بوفاة أكثر من 61 عاملاً.",
    "زادت هجمات الجيش منذ مطلع شهر حزيران الماضي. وتسببت تلك الهجمات بوفاة أكثر من 61 عاملاً.",
    "وثّق المسعفون منذ بداية العام الحالي نحو 70 هجوماً، وأدت تلك الهجمات إلى مقتل 33 عاملاً.",
    "وثّق المسعفون منذ بداية العام الحالي حتى الخميس 9 حزيران 70 هجوماً أدت لمقتل 33 عاملاً.",
    "أفادت المصادر بارتفاع حصيلة الحرب إلى 42 ألفاً و519 قتيلاً منذ السابع من أكتوبر العام الماضي.",
    "The army has stepped up its attacks since 5 June. Those attacks have killed 94 people.",
]


@pytest.mark.parametrize("text", MONTHS)
def test_the_toll_of_those_attacks_of_months_is_of_no_event(text: str, knowledge: Knowledge) -> None:
    assert counts(text, knowledge) == set()


def test_the_toll_of_those_attacks_of_a_day_is_told(knowledge: Knowledge) -> None:
    text = "شنت الطائرات ثلاث غارات على سارون اليوم. وأدت هذه الغارات إلى مقتل خمسة أشخاص."
    assert counts(text, knowledge) == {("killed", 5, 5, "unknown")}


def test_who_has_passed_away_in_a_blast_was_killed(knowledge: Knowledge) -> None:
    text = "انتقل إلى رحمة الله تعالى الطفل سعيد جراء انفجار قنبلة عنقودية في قرية سارون"
    assert {(c.outcome, c.low) for claim in read(text, knowledge) for c in claim.counts} == {("killed", 1)}


def test_the_clashes_behind_a_toll_are_not_those_of_months(knowledge: Knowledge) -> None:
    text = "The rebels have fought the army since March. Two civilians have died in Orda as a result of these clashes."
    assert ("killed", 2, 2, "civilians") in counts(text, knowledge)


LISTED = "جراء القصف على سارون:\n1- أحمد علي السالم\n2- خالد حسن العمر\n3- سعيد عمر الخطيب\n"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("أسماء الشهداء", {("killed", 3, 3, "unknown")}),
        ("أسماء المصابين", {("injured", 3, 3, "unknown")}),
        ("أسماء الشهداء والمصابين", {("injured", None, None, "unknown")}),
        ("أسماء الشوارع", set()),
    ],
)
def test_a_list_of_names_counts_those_of_its_heading(heading: str, expected: Counted, knowledge: Knowledge) -> None:
    assert counts(f"{heading} {LISTED}", knowledge) == expected


@pytest.mark.parametrize("when", ["وقبل أقل من شهر", "وقبل عام", "في مثل هذا اليوم من عام 2015"])
def test_what_was_long_ago_is_looked_back_on(when: str, knowledge: Knowledge) -> None:
    (claim,) = read(f"{when} تعرضت سارون لقصف مماثل ما أدى لإصابة 8 مدنيين.", knowledge)
    assert claim.mood == "recalled"


def test_a_toll_split_over_places_is_of_each(knowledge: Knowledge) -> None:
    text = "بلغ عدد ضحايا القصف 8 قتلى، 3 في بلدة أوردة و5 في بلدة سرمين."
    claims = extract(Item(id="toll", text=text), knowledge).claims
    told = [(claim.where.text if claim.where else "", claim.counts[0].low) for claim in claims]
    assert told == [("", 8), ("بلدة أوردة", 3), ("بلدة سرمين", 5)]
