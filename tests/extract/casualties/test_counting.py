"""How many, of whom: figures that are easily lost, made up or added twice."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item

Counted = set[tuple[str, float | None, str | None]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    return list(extract(Item(id="x", text=text), knowledge).claims)


def counts(claims: list[Claim]) -> Counted:
    return {(c.outcome, c.low if c.low is not None else c.high, c.group) for k in claims for c in k.counts}


COUNTED = [
    # what follows a whole says who they were, and is not added to it
    ("The raid killed three civilians, two brothers and their cousin, in Orda.",
     {("killed", 3, "civilians"), ("killed", 2, "men"), ("killed", 1, "unknown")}),
    ("The bomb killed three mayors, two deputies and a priest in Orda.",
     {("killed", 6, "unknown"), ("killed", 3, "civilians"), ("killed", 2, "unknown"), ("killed", 1, "civilians")}),
    ("The bomb killed five mayors, two men and three women, in Orda.",
     {("killed", 5, "civilians"), ("killed", 2, "men"), ("killed", 3, "women")}),
    ("Two diplomats, as well as three journalists, were killed in Orda.",
     {("killed", 5, "civilians"), ("killed", 2, "civilians"), ("killed", 3, "civilians")}),
    ("A constable suffered head injuries when a mob attacked the post in Orda.", {("injured", 1, "combatants")}),
    # a massacre of people is their death, one of a town counts nobody
    ("The group is responsible for the massacre of 12 villagers in Orda.", {("killed", 12, "civilians")}),
    ("The massacre of Orda shocked the country.", set()),
    ("Four farmers in Orda have bullet wounds after the clashes.", {("injured", 4, "civilians")}),
    ("The raid killed two men, a woman and a child in Orda.",
     {("killed", 4, "unknown"), ("killed", 2, "men"), ("killed", 1, "women"), ("killed", 1, "children")}),
    # the number of a place is nobody's death
    ("ارتفعت حصيلة ضحايا التفجير الذي وقع أمس عند حاجز الكيلو 4 في العاصمة إلى أحد عشر قتيلاً.",
     {("killed", 11, "unknown")}),
    # lives are counted behind what takes them, and not behind what saves them
    ("The shelling of Orda has claimed four lives.", {("killed", 4, "unknown")}),
    ("The shelling of Orda hit a clinic where a nurse saved four lives.", set()),
    ("A rocket hit a house in Orda, bringing the number killed to seven.", {("killed", 7, "unknown")}),
    # whom a participle tells of is not whoever did something before it
    ("Thousands gathered for the funeral of those killed in the bombing of Orda.", set()),
    ("The town mourned for the 31 people killed in the attack on Orda.", {("killed", 31, "unknown")}),
    ("A bomb planted by two men killed 12 in Orda.", {("killed", 12, "unknown")}),
    # others are a plural, another is one, and a family of six is six
    ("Three civilians have been killed and others have been wounded in rocket fire on Orda.",
     {("killed", 3, "civilians"), ("injured", None, "civilians")}),
    ("The strike hit a car in Orda, killing one person, and seriously wounding another.",
     {("killed", 1, "unknown"), ("injured", 1, "unknown")}),
    ("The strike on Orda led to the death of one man and the serious injury of another.",
     {("killed", 1, "men"), ("injured", 1, "unknown")}),
    ("Four people died in the shelling of Orda and the rest were injured.",
     {("killed", 4, "unknown"), ("injured", None, "unknown")}),
    ("One man was killed and another strike hit Orda.", {("killed", 1, "men")}),
    ("A family of six sustained various injuries in the shelling of Orda.", {("injured", 6, "unknown")}),
    ("The strike caused injuries to two civilians in Orda.", {("injured", 2, "civilians")}),
    ("The strike caused injuries in Orda.", {("injured", None, "unknown")}),
    ("Last week six people were killed when a shell landed on a bus in Orda.", {("killed", 6, "unknown")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts(text: str, expected: Counted, knowledge: Knowledge) -> None:
    assert counts(read(text, knowledge)) == expected


def test_the_parts_of_a_whole_point_to_it(knowledge: Knowledge) -> None:
    (claim,) = read("The raid killed three civilians, two brothers and their cousin, in Orda.", knowledge)
    assert [count.part_of for count in claim.counts] == [None, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        'A car bomb hit a convoy in Orda. "No Turkish citizen lost their life," the envoy told the agency.',
        "A car bomb hit a convoy in Orda. No French national was killed.",
    ],
)
def test_that_nobody_of_one_nation_died_is_no_figure_for_the_rest(text: str, knowledge: Knowledge) -> None:
    assert not any(count.outcome == "killed" for claim in read(text, knowledge) for count in claim.counts)


def test_a_drone_that_is_shot_down_is_a_loss_and_a_mine_that_goes_off_none(knowledge: Knowledge) -> None:
    [down] = read("The coalition shot down an armed drone near Orda on Thursday.", knowledge)
    assert [(count.outcome, count.low) for count in down.counts] == [("destroyed", 1)]
    claims = read("A mine exploded near Orda, killing two men.", knowledge)
    assert {count.outcome for claim in claims for count in claim.counts} == {"killed"}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The strike destroyed artillery and a tank in Orda.", []),
        ("The strike destroyed an artillery piece in Orda.", [1]),
        ("دمرت الغارة مدفعاً في أوردا.", [1]),
    ],
)
def test_an_arm_is_no_piece_of_it(text: str, pieces: list[float | None], knowledge: Knowledge) -> None:
    told = [count for claim in read(text, knowledge) for count in claim.counts if count.item == "artillery"]
    assert [count.low for count in told] == pieces


def test_killing_and_injuring_share_a_figure(knowledge: Knowledge) -> None:
    [claim] = read("A drone attack hit a market in Orda, killing and injuring at least 27 civilians.", knowledge)
    assert {(count.outcome, count.low, count.high) for count in claim.counts} == {
        ("killed", 1, None), ("injured", 1, None)
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The victims included traders and displaced people who had fled other parts of the state.",
        "A drone hit a displacement shelter in Orda, killing nine people.",
    ],
)
def test_those_displaced_before_are_no_count(text: str, knowledge: Knowledge) -> None:
    assert "displaced" not in {count.outcome for claim in read(text, knowledge) for count in claim.counts}
