"""Who some of the dead or hurt were, told in a sentence of its own, behind a colon, or of bodies."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def told(text: str, knowledge: Knowledge) -> list[tuple[str, str | None, float | None, bool]]:
    """Return outcome, group, low and whether it is a part, of each count behind the first sentence's whole."""
    counts = [count for claim in extract(Item(id="x", text=text), knowledge).claims for count in claim.counts]
    return [(one.outcome, one.group, one.low, one.part_of is not None) for one in counts]


TEN = "Ten people were killed in a strike on Orda. "


@pytest.mark.parametrize(
    ("text", "group", "low"),
    [
        ("Three of them were women.", "women", 3),
        ("Two of the victims were children.", "children", 2),
        ("12 of the dead were nurses.", "civilians", 12),
        ("One of them was a teacher.", "civilians", 1),
        ("All of them were civilians.", "civilians", None),
        ("Four of the fatalities were members of the 40th Infantry Battalion.", "combatants", 4),
    ],
)
def test_a_sentence_says_who_some_of_them_were(text: str, group: str, low: int | None, knowledge: Knowledge) -> None:
    assert ("killed", group, low, False) in told(TEN + text, knowledge)


def test_what_goes_on_counts_on(knowledge: Knowledge) -> None:
    found = told(TEN + "Three of them were women and two were children.", knowledge)
    assert ("killed", "women", 3, True) in found and ("killed", "children", 2, True) in found
    found = told(TEN + "The victims included three children and a nurse.", knowledge)
    assert ("killed", "children", 3, True) in found and ("killed", "civilians", 1, True) in found


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in a strike and six wounded. Three of them were women.",  # of whom, nobody can tell
        "Two people were killed in a strike. Twelve of them were women.",
        "A strike on Orda killed nobody. Three of them were women.",
        "Ten people were wounded in a strike. Two of the victims were women.",
        "Three officers were killed in a strike. Two of them were majors.",
        "Ten men attacked a post, killing a soldier. Three of them were masked.",
    ],
)
def test_nobody_is_counted_where_it_is_open_who_they_are(text: str, knowledge: Knowledge) -> None:
    first = text.split(". ", maxsplit=1)[0] + "."
    assert told(text, knowledge) == told(first, knowledge)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed five people: four soldiers and a civilian.",
        "Five people were killed on the road, medics said: four soldiers and a civilian.",
        "Five people were killed in an ambush - four soldiers and a civilian.",
        "Five people - four soldiers and a civilian - were killed.",
        "The blast killed five people—four soldiers and a civilian—on Monday.",
    ],
)
def test_a_colon_or_dash_spells_out_who_they_all_were(text: str, knowledge: Knowledge) -> None:
    assert told(text, knowledge) == [
        ("killed", "unknown", 5, False), ("killed", "combatants", 4, True), ("killed", "civilians", 1, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Five people were killed: four soldiers were arrested later.", "Five people were killed: it was dark."]
)
def test_what_does_not_add_up_spells_nothing_out(text: str, knowledge: Knowledge) -> None:
    assert [one for one in told(text, knowledge) if one[0] == "killed"] == [("killed", "unknown", 5, False)]


def test_who_has_no_figure_goes_with_those_before(knowledge: Knowledge) -> None:
    assert told("The attack killed 11 people: nine policemen and guards, and two civilians.", knowledge) == [
        ("killed", "unknown", 11, False), ("killed", "combatants", 9, True), ("killed", "civilians", 2, True),
    ]  # fmt: skip
    unsummed = told("The attack killed 12 people: nine policemen and guards, and two civilians.", knowledge)
    assert unsummed == [("killed", "unknown", 12, False)]


def test_of_a_whole_named_first_the_predicates_are_parts(knowledge: Knowledge) -> None:
    found = told("Among the 30 bodies recovered, officials said seven were women, and three were children.", knowledge)
    assert found == [("killed", "unknown", 30, False), ("killed", "women", 7, True), ("killed", "children", 3, True)]


@pytest.mark.parametrize(
    ("text", "group", "low"),
    [
        ("Troops found the bodies of at least 19 militants in Orda.", "combatants", 19),
        ("The bodies of two children were pulled from the rubble.", "children", 2),
        ("Rescuers found four bodies.", "unknown", 4),
        ("Four of his men were killed when the post was attacked, the colonel said.", "combatants", 4),
    ],
)
def test_whose_bodies_and_whose_men_they_are(text: str, group: str, low: int, knowledge: Knowledge) -> None:
    assert told(text, knowledge) == [("killed", group, low, False)]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Two teachers of the army school were killed.", "civilians"),
        ("Two children of a soldier were killed.", "children"),
        ("The wife of an officer was killed.", "women"),
        ("Two relatives of the soldiers were killed.", "unknown"),
        ("Two members of the police were killed.", "combatants"),
        ("A group of civilians was killed.", "civilians"),
    ],
)
def test_of_people_of_a_body_the_first_word_says_who_they_are(text: str, group: str, knowledge: Knowledge) -> None:
    assert [one[1] for one in told(text, knowledge)] == [group]


def test_two_verbs_of_one_outcome_share_no_figure(knowledge: Knowledge) -> None:
    found = told("More than 200 pupils were rounded up and kidnapped by gunmen in Sarun.", knowledge)
    assert found == [("detained", "civilians", 200, False)]
    assert told("Police rounded up and detained 12 men.", knowledge) == [("detained", "men", 12, False)]
    assert told("Ten men were killed and wounded in Sarun.", knowledge)[0][2] is None


def test_whom_it_befell_stands_before_where_they_were(knowledge: Knowledge) -> None:
    found = told("Over 280 pupils of a school at Sarun, Orda State were abducted by gunmen.", knowledge)
    assert found == [("detained", "civilians", 280, False)]
