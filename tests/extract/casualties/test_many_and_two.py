"""How many a verb is of: those before a verb of many or of two, whatever words of its own it has behind it."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item

Counted = list[tuple[str, float | None, float | None, str | None]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def counts(text: str, knowledge: Knowledge) -> Counted:
    claims = extract(Item(id="x", text=text), knowledge).claims
    return [(c.outcome, c.low, c.high, c.group) for claim in claims for c in claim.counts]


TOLD = [
    # many before a verb of many whose own words stand behind it
    ("قال الرعاة أن 8 مدنيين أُصيبوا بجروح جراء قصف على سارون.", [("injured", 8, 8, "civilians")]),
    ("ذكر المسعفون أن تسعة طلاب أصيبوا بشظايا في قصف على سارون.", [("injured", 9, 9, "civilians")]),
    # a plural with no figure before a verb of two is two; before one of many it stays open
    ("قال الرعاة إن مدنيين أصيبا بجروح جراء قصف على سارون.", [("injured", 2, 2, "civilians")]),
    ("ذكر المسعفون أن مزارعين قتلا في قصف على سارون.", [("killed", 2, 2, "civilians")]),
    ("إصابة مدنيين، أحدهما بحالة حرجة، بقصف على سارون.", [("injured", 2, 2, "civilians")]),
    ("إصابة مدنيين، أحدهم بحالة حرجة، بقصف على سارون.", [("injured", None, None, "civilians")]),
    ("ذكر المسعفون أن مزارعين قتلوا في قصف على سارون.", [("killed", None, None, "civilians")]),
    # "and more than" is of the figure behind it, not of that before it
    ("أوقع القصف على سارون شهيدين وأكثر من 5 جرحى.",
     [("killed", 2, 2, "unknown"), ("injured", 5, None, "unknown")]),
    ("قصف على سارون خلف قتيلين وأكثر من عشرين جريحا.",
     [("killed", 2, 2, "unknown"), ("injured", 20, None, "unknown")]),
    ("قتل 10 وأكثر من المدنيين في قصف على سارون.", [("killed", 10, None, "civilians")]),
    # who shares their fate, behind "in addition to" and behind whose people they are
    ("مقتل رجل بالإضافة إلى طفلين بقصف على سارون.",
     [("killed", 3, 3, "unknown"), ("killed", 1, 1, "men"), ("killed", 2, 2, "children")]),
    ("مقتل اثنين من أبنائه، وزوجته، بقصف على سارون.",
     [("killed", 3, 3, "unknown"), ("killed", 2, 2, "children"), ("killed", 1, 1, "women")]),
    ("قتل رجل إضافة إلى إصابة طفلين بقصف على سارون.",
     [("killed", 1, 1, "men"), ("injured", 2, 2, "children")]),
    ("قتل رجل إلى جانب منزله بقصف على سارون.", [("killed", 1, 1, "men")]),
    # who it befell behind what prepositions bring, also behind who did it
    ("أصيب في القصف على سارون رجل وامرأة.",
     [("injured", 2, 2, "unknown"), ("injured", 1, 1, "men"), ("injured", 1, 1, "women")]),
    ("قتل في غارة على سارون 3 أشخاص.", [("killed", 3, 3, "unknown")]),
    ("وأصيب بقصف القوات على قرية سارون مدنيان.", [("injured", 2, 2, "civilians")]),
    ("قتلت الغارة على سارون خمسين جندياً على الأقل.", [("killed", 50, None, "combatants")]),
    ("قتل الجيش في غارة على سارون رجلين.", [("killed", 2, 2, "men")]),
    ("أصيب طفل في سوق سارون.", [("injured", 1, 1, "children")]),
    ("عملية قتل في سارون.", []),
    # ... and behind an aside
    ("كما أصيب، في 25 من تموز الماضي، ثمانية مدنيين بجروح في سارون.", [("injured", 8, 8, "civilians")]),
    ("قتلت القوات، بدعم من طيران التحالف، قيادياً في سارون.", [("killed", 1, 1, "combatants")]),
    ("قتل رجل، في قصف على سارون، وطفل.", [("killed", 1, 1, "men")]),
    # whom a verb in the middle tells of, before a comma or at the end
    ("قال المراسل إن مدنياً قتل، وأصيبت امرأة، في قصف على سارون.",
     [("killed", 1, 1, "civilians"), ("injured", 1, 1, "women")]),
    # a figure with the article behind whom it counts
    ("مقتل امرأة وأطفالها الأربعة بقصف على سارون.",
     [("killed", 5, 5, "unknown"), ("killed", 1, 1, "women"), ("killed", 4, 4, "children")]),
    ("مقتل مدنيين الثلاثاء بقصف على سارون.", [("killed", None, None, "civilians")]),
    # each of those named
    ("أصيب كل من أحمد علي وخالد حسن في قصف سارون.", [("injured", 2, 2, "unknown")]),
    ("إصابة مايزيد عن 7 آخرين في قصف سارون.", [("injured", 7, None, "unknown")]),
    ("مقتل أحد الكوادر مع سائقه في قصف على سارون.",
     [("killed", 2, 2, "unknown"), ("killed", 1, 1, "unknown"), ("killed", 1, 1, "civilians")]),
    ("مقتل زوجته وإصابته مع أولاده في قصف على سارون.", [("killed", 1, 1, "women")]),
    # what a strike led to, without a figure
    ("أدى القصف على سارون إلى سقوط شهيدة وعدد من الجرحى.",
     [("killed", 1, 1, "unknown"), ("injured", None, None, "unknown")]),
    ("تسبب القصف بسقوط جرحى في صفوف المدنيين في سارون.", [("injured", None, None, "civilians")]),
    # "two" behind a noun is its figure, and opens no time
    ("إصابة مزارعين اثنين اليوم الأربعاء بقصف على سارون.", [("injured", 2, 2, "civilians")]),
    # many of the dead, of whom "of" brings the noun
    ("شهيدين و العديد من الجرحى جراء القصف على سارون.",
     [("killed", 2, 2, "unknown"), ("injured", None, None, "unknown")]),
    ("خلف القصف العديد من القتلى والجرحى في سارون.",
     [("killed", 1, None, "unknown"), ("injured", 1, None, "unknown")]),
    # how they were hurt is nobody; what is civil is no civilian
    ("عائلة مكونة من 6 أشخاص أصيبوا بجراح خفيفة في قصف سارون.", [("injured", 6, 6, "unknown")]),
    ("اعترفت الوزارة بإصابة أهداف مدنية بغارة على سارون.", []),
    ("مقتل مدنية بقصف على سارون.", [("killed", 1, 1, "civilians")]),
    # who shares their fate behind "with" and behind a particle
    ("إصابة رجل بالإضافة لطفلين بقصف على سارون.",
     [("injured", 3, 3, "unknown"), ("injured", 1, 1, "men"), ("injured", 2, 2, "children")]),
    ("قتل رجل مع ابنه بقصف على سارون.",
     [("killed", 2, 2, "unknown"), ("killed", 1, 1, "men"), ("killed", 1, 1, "children")]),
    ("مقتل رجل بالإضافة للأضرار المادية بقصف على سارون.", [("killed", 1, 1, "men")]),
    # in it, which is nobody whom it befell; a family of so many
    ("تعرضت سارون لغارة جوية أصيب فيها 14 شخصاً.", [("injured", 14, 14, "unknown")]),
    ("استشهدت عائلة مؤلفة من ستة أشخاص بقصف على سارون.", [("killed", 6, 6, "unknown")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_how_many_the_words_are_of(text: str, expected: Counted, knowledge: Knowledge) -> None:
    assert counts(text, knowledge) == expected


def test_a_thing_is_destroyed_behind_the_place(knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text="دمرت الغارة على سارون منزلين."), knowledge).claims
    assert [(c.outcome, c.low, c.item) for claim in claims for c in claim.counts] == [("destroyed", 2, "house")]
