"""Who is accused, who said so behind a quotation, and what a toll is of, in sentences of invented places and people."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def violent(text: str, knowledge: Knowledge) -> list[Claim]:
    return [claim for claim in extract(Item(id="x", text=text), knowledge).claims if claim.event != "statement"]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("A drone strike on a market in Sarun killed nine people, medics said, blaming the militia.", ["militia"]),
        ("The ministry blamed the rebels for the shelling of the market in Sarun.", ["rebels"]),
        ("Rebels were blamed for the attack on the convoy near Sarun.", ["Rebels"]),
        (
            "The attack, which left nine people dead, was attributed to fighters of the Red Band.",
            ["fighters of the Red Band"],
        ),
        ("Three people were killed in the village of Orda. Residents blamed the army.", ["army"]),
        ("A bomb killed three people in Orda. The police attributed the attack to rebels.", ["rebels"]),
        ("The army accused the rebels of killing twelve villagers in Orda.", ["rebels"]),
        ("An attack on a bus near Orda, claimed by the rebels, killed three people.", ["rebels"]),
    ],
)
def test_those_accused_are_told_as_doers(text: str, accused: list[str], knowledge: Knowledge) -> None:
    assert [party.name for claim in violent(text, knowledge) for party in claim.perpetrators] == accused


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed in Orda. The minister accused the rebels of breaking the truce.",
        "Three people were killed in Orda. The minister did not blame the rebels.",
        "Three people were killed in Orda. The opposition blamed the government for rising prices.",
    ],
)
def test_an_accusation_of_something_else_names_no_doer(text: str, knowledge: Knowledge) -> None:
    assert not [party for claim in violent(text, knowledge) for party in claim.perpetrators]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed more than 40,000 people in Sarun since October 7, the ministry said.",
        "Since April, 300 civilians have been killed in Sarun.",
        "More than 9,000 people have been killed since the war began.",
        "The fighting has killed thousands of people over the past five years.",
        "Shelling has killed 60 people in Sarun so far this year.",
        "Shelling killed 60 people in Sarun between 1 March and 15 May.",
        "قتل ستون مدنياً بالقصف على سارون منذ بداية شهر حزيران الماضي حتى 17 من تشرين الثاني.",
        "Monitors have listed 40 raids on Sarun since the beginning of the year. The raids killed 60 people.",
        "سجل المركز منذ مطلع العام الجاري أربعين غارة على سارون. وأسفرت الغارات وفق أرقامه عن مقتل ستين شخصاً.",
    ],
)
def test_a_toll_of_months_or_years_is_no_event(text: str, knowledge: Knowledge) -> None:
    assert violent(text, knowledge) == []


def test_attacks_with_a_day_of_their_own_are_told_behind_a_years(knowledge: Knowledge) -> None:
    text = (
        "Monitors have listed 40 raids on Sarun since the beginning of the year. On Monday the raids killed 6 people."
    )
    (claim,) = violent(text, knowledge)
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 6)]


@pytest.mark.parametrize(
    "since",
    ["between 30 June and 2 July", "since dawn", "since Monday", "in the past few hours", "over the past two days"],
)
def test_a_toll_of_hours_or_days_is_told(since: str, knowledge: Knowledge) -> None:
    (claim,) = violent(f"Three people have been killed in shelling of Sarun {since}.", knowledge)
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 3)]


def test_a_running_toll_is_told_with_its_part(knowledge: Knowledge) -> None:
    text = "The death toll from Thursday's strike on an apartment block in Sarun rose to 31, including six children."
    (claim,) = violent(text, knowledge)
    assert [(count.low, count.group, count.part_of) for count in claim.counts] == [
        (31, "unknown", None),
        (6, "children", 0),
    ]


@pytest.mark.parametrize("age", [", 34, his wife", " (34), his wife"])
def test_an_age_behind_a_name_counts_nobody(age: str, knowledge: Knowledge) -> None:
    (claim,) = violent(f"The explosion killed Hassan Ali{age} and their three children.", knowledge)
    assert [count.low for count in claim.counts if count.part_of is None] == [5]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The wounded were taken to a hospital in Homs after a strike hit a camp in Idlib.", "Idlib"),
        ("An air strike on a hospital in Homs killed nine people.", "Homs"),
        ("Six people were killed in a strike on Idlib and treated at the hospital in Homs.", "Idlib"),
        ("An Israeli strike hit a camp in Idlib.", "Idlib"),
    ],
)
def test_where_the_hurt_were_brought_is_not_where_it_happened(text: str, where: str, knowledge: Knowledge) -> None:
    assert [claim.where.text for claim in violent(text, knowledge) if claim.where] == [where]


def test_a_state_that_acts_is_not_the_place(knowledge: Knowledge) -> None:
    (claim,) = violent("Israel bombed a school on Monday, killing four people.", knowledge)
    assert claim.where is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"They hit the school. Four of my friends died," a resident, Ann Roe, told Reuters by phone.', ["resident"]),
        ('"A rocket hit our street. Two children were killed," said Ann Roe, a teacher.', ["Ann Roe"]),
        (
            "Nine people were killed in a strike, a senior official who asked not to be named told AFP on Friday.",
            ["AFP", "senior official"],
        ),
        (
            "Three soldiers were killed in an ambush, the army said in a statement on Friday, a day after the attack.",
            ["army"],
        ),
        ("A raid killed six people, a rebel group said, adding that two of them were children.", ["rebel group"]),
    ],
)
def test_who_said_it_is_named_behind_it(text: str, speakers: list[str], knowledge: Knowledge) -> None:
    assert [speaker.name for speaker in violent(text, knowledge)[0].speakers] == speakers


@pytest.mark.parametrize(
    ("text", "when", "said"),
    [
        ("A strike killed nine people on Monday, medics said, blaming the militia.", "Monday", None),
        ("A strike killed nine people, the army said on Friday, a day after the funeral.", None, "Friday"),
        ("On Friday the army said that a strike had killed nine people.", None, "Friday"),
    ],
)
def test_when_it_was_said_is_not_when_it_happened(
    text: str, when: str | None, said: str | None, knowledge: Knowledge
) -> None:
    claim = violent(text, knowledge)[0]
    assert (claim.when.text if claim.when else None, claim.said_at.text if claim.said_at else None) == (when, said)


@pytest.mark.parametrize(
    "text",
    [
        "No group immediately claimed responsibility for the blast in Orda.",
        "There was no immediate claim of responsibility.",
        "The army did not respond to a request for comment.",
    ],
)
def test_silence_is_no_claim(text: str, knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    assert [(claim.event, claim.polarity) for claim in claims if claim.event == "statement"] == [
        ("statement", "denied")
    ]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Two of the minister's bodyguards were killed in the attack.", 2),
        ("Three of the group's leaders were killed.", 3),
    ],
)
def test_some_of_somebodys_people_are_counted(text: str, low: int, knowledge: Knowledge) -> None:
    assert [count.low for claim in violent(text, knowledge) for count in claim.counts] == [low]


@pytest.mark.parametrize(
    "text", ["Relatives of the murder victims went to the court.", "Police questioned a bombing suspect in Orda."]
)
def test_people_named_by_an_event_tell_none(text: str, knowledge: Knowledge) -> None:
    assert violent(text, knowledge) == []


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("An air strike is believed to have killed around 100 people in Orda.", 100),
        ("Nine people are believed to have been killed in a strike on Orda.", 9),
        ("Nine people were later killed in a strike on Orda.", 9),
    ],
)
def test_who_is_believed_to_have_killed_is_not_killed(text: str, low: int, knowledge: Knowledge) -> None:
    (claim,) = violent(text, knowledge)
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", low)]
