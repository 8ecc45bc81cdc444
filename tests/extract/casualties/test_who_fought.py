"""Who is called a fighter beside his name is counted as one; a relative of one is not."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ('مقتل "سالم الأحمد" أحد عناصر "حركة الفجر" بقصف صاروخي على مدينة أوردا.', "combatants"),
        ('استهدفت طائرة مسيرة "سالم الأحمد" القيادي في ميليشيا "الفجر" قرب أوردا ما تسبب بمقتله.', "combatants"),
        ("قتل سالم الأحمد، القيادي في تنظيم داعش، بغارة على أوردا.", "combatants"),
        ("قتل سالم الأحمد، أحد عناصر الدفاع المدني، بغارة على أوردا.", "unknown"),
        ("قتل الشاب سالم الأحمد، نجل القيادي في الجيش، بغارة على أوردا.", "men"),
        ("قتل سالم الأحمد، مدير مدرسة، بقصف على أوردا.", "unknown"),
        ("A drone strike killed John Roe, a commander of the Islamic State, in Orda.", "combatants"),
        ("A drone strike killed John Roe, a teacher, in Orda.", "unknown"),
        ("Shelling killed a man, the army said, in Orda.", "men"),
        ("Shelling killed John Roe, a soldier's brother, in Orda.", "unknown"),
    ],
)
def test_who_is_called_a_fighter(text: str, group: str, knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    assert [(one.group, one.low) for claim in claims for one in claim.counts if one.outcome == "killed"] == [(group, 1)]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The attack near Orda killed five members of the community.", "unknown"),
        ("Gunmen killed three members of the local council in Orda.", "unknown"),
        ("The attack killed three crew members of a tanker near Orda.", "unknown"),
        ("The attack killed three members of the militia in Orda.", "combatants"),
    ],
)
def test_members_fight_where_what_they_are_of_does(text: str, group: str, knowledge: Knowledge) -> None:
    (claim,) = extract(Item(id="x", text=text), knowledge).claims
    assert [one.group for one in claim.counts] == [group]


@pytest.mark.parametrize("taken", ["an army base", "the battalion headquarters", "two army bases"])
def test_a_base_that_is_captured_is_no_prisoner(taken: str, knowledge: Knowledge) -> None:
    (claim,) = extract(Item(id="x", text=f"Rebels captured {taken} in Orda."), knowledge).claims
    assert not claim.counts
