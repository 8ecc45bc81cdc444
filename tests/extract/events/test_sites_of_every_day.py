"""Where people are held, meet and buy can be struck, and what struck it is no part of its name."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def one(text: str, knowledge: Knowledge) -> Claim:
    return extract(Item(id="x", text=text), knowledge).claims[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قصف التحالف سجنا في سارون.", "سجنا"),
        ("استهدف القصف منتجعا سياحيا في سارون.", "منتجعا سياحيا"),
        ("استهدفت غارات السجن المركزي في سارون.", "السجن المركزي"),
        ("استهدفت طائرة مسيرة صالة أفراح في سارون.", "صالة أفراح"),
        ("أصابت قذيفة صيدلية في سارون.", "صيدلية"),
        ("أصاب صاروخ مدرسة في سارون.", "مدرسة"),
        ("طالت قذائف الهاون مقبرة في سارون.", "مقبرة"),
        ("Jets bombed a prison in Sarun.", "prison"),
        ("A missile struck the drama theatre in Sarun.", "drama theatre"),
        ("Rockets hit a cafe in Sarun.", "cafe"),
        ("قصف الجيش قرية سارون مرتين اليوم.", "قرية سارون"),
    ],
)
def test_what_was_struck(text: str, target: str, knowledge: Knowledge) -> None:
    assert [party.name for party in one(text, knowledge).targets] == [target]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أصابت قذيفة ثلاثة أطفال في سارون.", [("injured", "children", 3)]),
        ("قتلت قذيفة خمسة مدنيين في سارون.", [("killed", "civilians", 5)]),
        ("دمر صاروخ منزلا في سارون.", [("destroyed", None, 1)]),
        (
            "The strike killed 12 detainees and 4 prisoners in Sarun.",
            [("killed", "unknown", 16), ("killed", "unknown", 12), ("killed", "unknown", 4)],
        ),
        ("Gunmen took 6 hostages in Sarun.", [("detained", "unknown", 6)]),
    ],
)
def test_who_and_what_came_to_harm(
    text: str, counts: list[tuple[str, str | None, float]], knowledge: Knowledge
) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    assert [(count.outcome, count.group, count.low) for claim in claims for count in claim.counts] == counts


@pytest.mark.parametrize(
    "text",
    [
        "أدى القصف إلى مقتل وإصابة 31 شخصا بينهم نساء وأطفال في سارون.",
        "The shelling of Sarun killed and wounded 31 people, including women and children.",
    ],
)
def test_among_dead_and_hurt_together_nobody_is_known_to_have_died(text: str, knowledge: Knowledge) -> None:
    assert {count.group for count in one(text, knowledge).counts} == {"unknown"}


def test_of_dead_and_hurt_together_as_many_may_have_died(knowledge: Knowledge) -> None:
    parts = [
        count
        for count in one("أدى القصف إلى مقتل وإصابة 31 شخصا بينهم طفلان في سارون.", knowledge).counts
        if count.group == "children"
    ]
    assert [(count.outcome, count.low, count.high) for count in parts] == [("killed", None, 2), ("injured", None, 2)]
