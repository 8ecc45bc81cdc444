"""Events of another time than the one told before, of which they take neither day nor doer."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Reader = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels blew up two towers in Orda on Tuesday. A message recalled six priests murdered in November.",
        "In February, ISIS fighters set off a car bomb in Mosul. In January, an attack on a cafe killed 17 people.",
    ],
)
def test_what_was_in_another_month_has_its_own_doer(text: str, told: Reader) -> None:
    first, last = told(text)
    assert first.perpetrators
    assert (last.event in {"killing", "attack"}, last.perpetrators, last.where) == (True, (), None)


def test_a_years_attacks_lend_the_next_sentence_nothing(told: Reader) -> None:
    text = "A bomb killed two clerks in Kabul on July 12. The Taliban carried out 140 attacks in 2007. Three were hurt."
    last = told(text)[-1]
    assert (last.perpetrators, last.when is not None and last.when.text) == ((), "July 12")


def test_what_a_place_saw_before_has_its_own_time(told: Reader) -> None:
    [claim] = told("Rebels and soldiers exchanged fire in Orda on Tuesday, where heavy fighting took place last May.")
    assert claim.when is not None and claim.when.text == "Tuesday"


@pytest.mark.parametrize("age", ["in her late fifties", "in her early twenties"])
def test_a_decade_of_a_life_is_no_time_of_an_event(age: str, told: Reader) -> None:
    [claim] = told(f"A woman {age} was killed on Wednesday by a landmine in Hodeidah.")
    assert claim.when is not None and claim.when.text == "Wednesday"
    assert [count.low for count in claim.counts] == [1]


def test_now_in_its_third_year_is_no_day(told: Reader) -> None:
    [claim] = told("A drone strike in El Fasher was blamed on the army, with the war now in its third year.")
    assert claim.when is None


@pytest.mark.parametrize("when", ["in May", "this month"])
def test_a_relative_that_has_its_own_time_takes_none_from_before_it(when: str, told: Reader) -> None:
    claims = told(f"The army deployed in Orda on Friday to stop attacks that killed 20 people {when}.")
    attack = next(claim for claim in claims if claim.event == "attack")
    assert attack.when is not None and attack.when.text == when.removeprefix("in ")


def test_a_relative_ends_before_who_says_so(told: Reader) -> None:
    (claim,) = told("On Monday, rebels launched an attack that killed five, officials said on Tuesday.")
    assert claim.when is not None and claim.when.text == "Monday"
