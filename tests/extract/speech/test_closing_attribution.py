"""Who is named at the end of a sentence said all of it, whatever day stands behind the verb."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.mark.parametrize(
    "behind", ["", " on Friday", " late on Friday", " in a statement on 5 May 2023", " on Friday in Geneva"]
)
def test_the_day_of_saying_behind_the_verb_changes_nothing(behind: str) -> None:
    text = f"Two people were killed in a strike in Idlib on Thursday, the governor said{behind}."
    [claim, *_] = extract(Item(id="a", text=text), load()).claims
    assert [speaker.name for speaker in claim.speakers] == ["governor"]
    assert claim.when is not None and claim.when.text == "Thursday"


@pytest.mark.parametrize(
    ("text", "said", "speakers"),
    [
        (
            "The rescue ministry said early on Monday that 15 people were killed in a strike on Orda.",
            "early on Monday",
            1,
        ),
        ("A nurse told the Reuters news agency on Saturday that 12 people were killed in a strike.", "Saturday", 2),
        ("The governor told reporters on Friday that shelling had killed two people in Orda.", "Friday", 1),
    ],
)
def test_the_day_of_saying_is_not_the_events(text: str, said: str, speakers: int) -> None:
    claim = next(one for one in extract(Item(id="a", text=text), load()).claims if one.counts)
    assert claim.when is None
    assert claim.said_at is not None and claim.said_at.text == said
    assert len(claim.speakers) == speakers


def test_a_day_behind_what_was_said_is_the_events() -> None:
    [claim] = extract(Item(id="a", text="Officials said an air strike on Monday killed three people."), load()).claims
    assert claim.when is not None and claim.when.text == "Monday"


def test_a_capital_that_strikes_is_its_government_and_no_place() -> None:
    text = "Four people died on Sunday in attacks by Kyiv. The town was hit often since Moscow launched its invasion."
    claims = extract(Item(id="a", text=text), load()).claims
    assert [[party.name for party in claim.perpetrators] for claim in claims if claim.counts] == [["Kyiv"]]
    assert all(claim.where is None or claim.where.text not in ("Kyiv", "Moscow") for claim in claims)


def test_what_a_text_abbreviates_is_no_place() -> None:
    text = "A doctor of the Emergency Response Rooms (ERR) said a strike killed two. The ERR asked for help."
    assert not [mention for mention in extract(Item(id="a", text=text), load()).mentions if mention.kind == "place"]


def test_a_statement_is_not_that_of_who_spoke_before() -> None:
    text = (
        "The Orda Committee said that rebels had shelled Orda. The rebels denied it. "
        "Ten people were killed in cold blood, a statement from the group said."
    )
    claims = [one for one in extract(Item(id="a", text=text), load()).claims if one.counts]
    assert claims and all("rebels" not in speaker.name for claim in claims for speaker in claim.speakers)


def test_who_is_set_in_between_commas_said_what_stands_before() -> None:
    text = (
        "A strike killed seven people in Orda on Friday, doctors there said, "
        "the first such attack since a truce broke down this week."
    )
    item = Item(id="a", text=text, published_at="2022-08-27")
    claim = next(one for one in extract(item, load()).claims if one.counts)
    assert claim.when is not None and claim.when.text == "Friday"
    assert [speaker.name for speaker in claim.speakers] == ["doctors"]


def test_the_day_that_names_an_attack_is_its_own_and_not_that_of_who_condemns_it() -> None:
    item = Item(id="a", text="The mission condemned Friday's attack on the market in Orda.", published_at="2022-08-28")
    claim = next(one for one in extract(item, load()).claims if one.event == "attack")
    assert claim.when is not None and claim.when.text == "Friday"
    assert claim.said_at is None


def test_a_toll_from_strikes_is_nobodys_word_but_that_of_who_speaks() -> None:
    text = "The death toll from military air strikes in the eastern provinces of Khost has risen to 47, officials said."
    claim = next(one for one in extract(Item(id="a", text=text), load()).claims if one.counts)
    assert [speaker.name for speaker in claim.speakers] == ["officials"]
