"""What reports of many wars taught: who "they" are, verbs that share an object, deeds of another time."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item


def _claims(text: str) -> list[Claim]:
    return list(extract(Item(id="a", text=text), load()).claims)


def _doers(text: str, event: str) -> list[str | None]:
    return [party.name for claim in _claims(text) if claim.event == event for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Rebels said police took the men to a barn, where they killed them.", "killing", ["police"]),
        ("Rebels told reporters that they killed two soldiers in Orda.", "killing", ["Rebels"]),
        ("After the Taliban took Orda, they shot six guards there.", "shooting", ["Taliban"]),
        ("Six clerks were killed after masked rebels on Sunday opened fire at them.", "shooting", ["masked rebels"]),
        ("Neighbours had heard of “rebels” beheading two men in Orda.", "execution", ["rebels"]),
        ("The incursion of rebels into Orda killed four people.", "ground_offensive", ["rebels"]),
        ("The invasion of Orda by rebels killed four people.", "ground_offensive", ["rebels"]),
        ("A left-wing militia attacked Orda on Monday, killing ten people.", "attack", ["left-wing militia"]),
        ("The rebels launched a new deadly attack in Orda on Monday.", "attack", ["rebels"]),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str]) -> None:
    assert _doers(text, event) == doers


def test_verbs_joined_by_and_have_one_object() -> None:
    claims = _claims("Six clerks died after masked rebels kidnapped and later killed them near Orda.")
    assert {claim.event for claim in claims} == {"abduction", "killing"}
    assert all([party.name for party in claim.perpetrators] == ["masked rebels"] for claim in claims)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ten men were executed by rebels in Orda on Sunday.", 10),
        ("Ten clerks were blindfolded before being shot dead by rebels in Orda.", 10),
        ("Three farmers where killed in a drone strike on Orda.", 3),
    ],
)
def test_those_killed_are_no_doers(text: str, killed: int) -> None:
    [claim] = _claims(text)
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", killed)]
    assert "farmers" not in [party.name for party in claim.perpetrators]


def test_what_an_army_executes_may_be_a_plan() -> None:
    assert not [claim for claim in _claims("The plan was executed by the army in Orda.") if claim.event == "execution"]


def test_an_attack_told_behind_a_theft_is_no_theft() -> None:
    text = "Five cars were stolen near Exhill on Friday. Gunmen attacked the mill in Orda from all sides."
    assert [claim.event for claim in _claims(text)][1] in {"attack", "shooting"}


def test_what_a_group_has_done_over_time_is_not_what_was_told() -> None:
    before = "A bomb killed 20 people at a school in Orda on Saturday. "
    assert not _doers(before + "No one has claimed it, but the Taliban have carried out several attacks.", "bombing")
    assert _doers(before + "The Taliban carried out the attack.", "bombing") == ["Taliban"]


def test_that_attack_is_the_one_told_right_before() -> None:
    before = "A bomb killed 20 people in Orda on Saturday. "
    text = before + "An attack last year on a mill in Orda killed ten. That attack was blamed on the Taliban."
    assert not _doers(text, "bombing")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The death toll from an attack by rebels on the mill on Sunday has risen to 48.", "2022-07-17"),
        ("It was the second bomb attack on a mill since October 2021, and killed two.", None),
        ("The army admitted the deaths of two civilians in the strike in its report of April 2022.", None),
        ("The charity heard this week of two boys being beheaded in Orda on Sunday.", "2022-07-17"),
        ("ORDA, Exland (Update 6, 10:02 a.m., July 20) — Two bombs killed four people.", None),
    ],
)
def test_which_time_is_that_of_the_event(text: str, day: str | None) -> None:
    from ascertain.model import Settings
    from ascertain.resolve.stage import resolve

    item, knowledge = Item(id="a", text=text, published_at="2022-07-20T15:00:00Z"), load()
    settings = Settings(title="t", time_zone="UTC", countries=())
    told = resolve(item, extract(item, knowledge), knowledge, settings).claims
    violent = [claim for claim in told if claim.event != "statement"]
    assert violent
    assert {getattr(getattr(c.when, "value", None), "timex", None) for c in violent} == {day}
