"""What monitors' pages, dispatches and press releases of many wars taught, each told in words of its own."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Interval, Item, Settings
from ascertain.resolve.stage import resolve


def _claims(text: str, published: str | None = "2022-07-20T15:00:00Z") -> list[Claim]:
    item, knowledge = Item(id="a", text=text, published_at=published), load()
    told = resolve(item, extract(item, knowledge), knowledge, Settings(title="t", time_zone="UTC", countries=()))
    return [claim for claim in told.claims if claim.event != "statement"]


def _where(claim: Claim) -> str | None:
    return claim.where.text if claim.where is not None else None


def _day(claim: Claim) -> str | None:
    return claim.when.value.timex if claim.when is not None and isinstance(claim.when.value, Interval) else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Almira-based council said an air strike killed dozens of people in Homs.", "Homs"),
        ("The London-based council said an air strike killed dozens of people.", None),
        ("A coalition led by Saudi Arabia and the United Arab Emirates bombed a bus on Sunday, killing ten.", None),
        ("A drone of the Damascus-run council killed four people in Homs.", "Homs"),
    ],
)
def test_where_a_party_sits_is_not_where_it_happened(text: str, place: str | None) -> None:
    assert {_where(claim) for claim in _claims(text)} == {place}


@pytest.mark.parametrize(
    "text",
    ["Warplanes hit the militant-held town of Orda, killing six.", "Jets struck a government-controlled mill in Orda."],
)
def test_in_whose_hands_a_place_is_was_not_struck(text: str) -> None:
    [claim] = _claims(text)
    assert not any((party.id or "").startswith("generic.") for party in claim.targets)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The shelling came soon after a bus exploded in Damascus, killing at least 13 people.",
            {("explosion", "Damascus", 13.0)},
        ),
        (
            "Sunday's shelling of the hills, which came hours after a mine killed four guards in Homs, fell on Idlib.",
            {("shelling", "Idlib", None), ("landmine", "Homs", 4.0)},
        ),
        ("The raid took place after rebels shelled Homs, killing three.", {("shelling", "Homs", 3.0)}),
        ("Five people died after gunmen attacked a bus in Homs.", {("shooting", "Homs", 5.0)}),
    ],
)
def test_what_was_before_is_told_apart(text: str, told: set[tuple[str, str | None, float | None]]) -> None:
    found = {(claim.event, _where(claim), claim.counts[0].low if claim.counts else None) for claim in _claims(text)}
    assert {one for one in found if one[1] is not None} == told


def test_who_attacked_before_did_not_answer() -> None:
    claims = _claims("The air strike was carried out after militants attacked a patrol near Kismayo.")
    assert not [claim for claim in claims if claim.event == "air_strike" and claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On October 24, the army announced that three of its men had been killed in Homs by a drone.", "2021-10-24"),
        ("In May, the Islamic State claimed an attack that killed a clerk in Homs.", "2022-05"),
        ("Indeed, last month, papers reported that gunmen killed four in Homs.", "2022-06"),
        ("On July 18, the army announced that three of its men had been killed in Homs by a drone.", None),
        ("The army admitted the killing of two clerks in Homs in its report of April 2022.", None),
        ("The army confirmed in a press release issued Friday that it had bombed Homs.", None),
        ("In a video released on Sunday, the group said it shelled Homs on Saturday, killing two.", "2022-07-16"),
    ],
)
def test_the_day_on_which_it_was_told(text: str, day: str | None) -> None:
    assert {_day(claim) for claim in _claims(text)} == {day}


def _doers(text: str) -> set[str]:
    return {party.id or party.name for claim in _claims(text) for party in claim.perpetrators}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The Islamic State hit a bus carrying guards who were going home, killing ten of them in Homs.", {"isis"}),
        ("A bus was attacked by gunmen who came on motorcycles, killing four in Homs.", {"generic.gunmen"}),
        ("At least four other nurses were hurt, including a seriously injured midwife, the charity said.", set()),
        ("Afghanistan car bombing kills six guards", set()),
        ("An Afghan car bombing killed six guards.", set()),
        ("An Israeli bombing attack killed six guards in Homs.", {"il"}),
        ("A MiG fighter bomber dropped four bombs on Homs.", set()),
        ("Two Russian Su-34 bombers struck Homs, killing six.", {"ru"}),
    ],
)
def test_who_can_have_done_it(text: str, doers: set[str]) -> None:
    assert _doers(text) == doers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 35 civilians burned alive by the army in Homs", {("killed", "civilians", 35)}),
        ("Rebels burned four people alive in Homs.", {("killed", "unknown", 4)}),
        ("Six were hurt by a blast in Homs, among them two seriously injured girls.", {("injured", "unknown", 6)}),
    ],
)
def test_whom_it_befell(text: str, told: set[tuple[str, str | None, float | None]]) -> None:
    found = {(count.outcome, count.group, count.low) for claim in _claims(text) for count in claim.counts}
    assert told <= found


def test_what_opens_an_aircrafts_name_is_no_place() -> None:
    assert {_where(claim) for claim in _claims("A Su-24 fighter bombed a mill, killing two.")} == {None}


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Six died when rebels attacked Homs just after midnight.", "2021-09-05", "2021-09-05T00"),
        ("Six died when rebels attacked Homs shortly after midnight on Sunday.", "2021-09-07", "2021-09-05T00"),
        ("Rebels bombed Homs around midnight on Friday, killing six.", "2021-09-05", "2021-09-04T00"),
        ("Helicopters shelled Homs on February, 12, 2014.", "2014-02-20", "2014-02-12"),
        ("In February, 12 men were killed in Homs by rebels.", "2014-02-20", "2014-02"),
        ("A bomb hit a base in Homs on Sunday, November 28, killing six.", "2020-11-29", "2020-11-28"),
        ("A bomb hit a base in Homs on Friday, May 29, killing six.", "2020-11-29", "2020-05-29"),
        ("ORDA, EXLAND (7:20 A.M.) – Rebels struck a base.\n\nThe rebels killed six in Homs.", "2020-12-31", None),
        (
            "A jet struck a mosque during evening prayers on Sunday.\nIt hit Homs and killed six.",
            "2017-03-18",
            "2017-03-12",
        ),
    ],
)
def test_days_of_news(text: str, published: str, day: str | None) -> None:
    assert _day(_claims(text, published)[-1]) == day


def test_a_town_taken_years_ago_was_not_taken_again() -> None:
    text = "The army seized Homs in March 2018. The blast on 28 April was one of the deadliest to hit the region."
    assert [_day(claim) for claim in _claims(text) if claim.event == "capture"] == ["2018-03"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A bomber struck an army base in Homs, killing 26.", "attack"),
        ("A Russian bomber struck Homs, killing six.", "air_strike"),
        ("The army hit Orda, not far from the combat area, with a rocket, killing six.", "shelling"),
    ],
)
def test_what_happened(text: str, event: str) -> None:
    assert {claim.event for claim in _claims(text)} == {event}


@pytest.mark.parametrize(
    ("told", "place", "day"),
    [
        ("The twin attack on Sunday, in the Orda region, took place just after midnight.", "Orda region", "2021-09-05"),
        ("The attack, in the Orda region north of Homs, took place on Sunday.", "Orda region", "2021-09-05"),
        ("The attack on Sunday took place in the Orda region.", "Orda region", "2021-09-05"),
    ],
)
def test_where_and_when_it_is_then_said_to_have_been(told: str, place: str, day: str) -> None:
    first = "KIRKUK (Agency) – At least 16 guards were killed in an attack on a checkpoint.\n"
    [claim] = _claims(first + told, "2021-09-05")
    assert (_where(claim), _day(claim)) == (place, day)


def test_a_truce_by_which_attacks_are_measured_is_no_event() -> None:
    text = "It was the deadliest attack since a cease-fire pact was signed in March, and killed ten in Homs."
    assert {claim.event for claim in _claims(text)} == {"attack"}


@pytest.mark.parametrize(
    "text",
    [
        "Shelling at hospital in Homs kills six",
        "Shells hit lands of the Kurdish-run council in Homs, killing ten.",
    ],
)
def test_words_written_onto_others_name_no_place(text: str) -> None:
    assert {_where(claim) for claim in _claims(text)} <= {"Homs", "hospital"}


def _counts(text: str) -> set[tuple[str, str | None, float | None]]:
    return {(count.outcome, count.group, count.low) for claim in _claims(text) for count in claim.counts}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shelling killed 12 women and children in Homs.", {("killed", "unknown", 12), ("killed", "children", None)}),
        ("A woman and children were killed in Homs.", {("killed", "women", 1), ("killed", "children", None)}),
        ("Six women and their sons were killed in Homs.", {("killed", "women", 6), ("killed", "children", None)}),
        ("Two men, a woman and six children died in Homs.", {("killed", "unknown", 9)}),
        ("Papers told of civilian fatalities in the strike on Homs.", {("killed", "civilians", None)}),
        ("The strike on Homs left a soldier wounded.", {("injured", "combatants", 1)}),
        ("Civilian injured in shelling of Homs", {("injured", "civilians", 1)}),
        ("A blast killed 30 people in Homs, all of them soldiers.", {("killed", "combatants", 30)}),
        ("A blast killed 30 people in Homs. All of the victims are soldiers.", {("killed", "combatants", 30)}),
        ("A blast killed 30 people in Homs. The victims were students.", {("killed", "unknown", 30)}),
        ("A number have been killed in Homs in the crossfire.", {("killed", "unknown", None)}),
    ],
)
def test_of_whom_a_figure_is(text: str, told: set[tuple[str, str | None, float | None]]) -> None:
    assert told <= _counts(text)


def test_not_all_of_them() -> None:
    assert ("killed", "unknown", 30) in _counts("A blast killed 30 people in Homs. Not all of them were soldiers.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The strike on Homs left 12 dead, with five clerks and two soldiers wounded.",
            {("killed", "unknown", 12), ("injured", "civilians", 5), ("injured", "combatants", 2)},
        ),
        ("Troops rounded up villagers in Homs and fatally shot more than 30.", {("killed", "unknown", 30)}),
    ],
)
def test_who_was_hurt_besides(text: str, told: set[tuple[str, str | None, float | None]]) -> None:
    assert told <= _counts(text)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("PKK men killed six people in Homs on Monday.", {"pkk"}),
        ("Anti-Taliban fighters attacked Kabul, killing two.", {"Anti-Taliban fighters"}),
        ("An anti-terrorist squad killed two men in Homs.", {"anti-terrorist squad"}),
    ],
)
def test_whose_men_they_are(text: str, doers: set[str]) -> None:
    assert _doers(text) == doers


def test_suicide_bombers_are_people() -> None:
    [claim] = _claims("Two Palestinian suicide bombers killed six people in Homs.")
    assert [party.type for party in claim.perpetrators] == ["armed_group"]


def test_what_a_land_is_used_to_takes_no_dead_of_the_news() -> None:
    text = (
        "A bomb hit a base in Homs on Sunday, killing 26. It is in a land which has seen regular fighting between "
        "rebels and the army. “We have received 26 bodies,” a doctor said."
    )
    assert {claim.event for claim in _claims(text)} == {"bombing"}


def test_the_fall_of_a_realm_by_which_attacks_are_measured_is_no_event() -> None:
    text = "At least 25 people died in one of the biggest attacks in Homs since the fall of the caliphate last year."
    assert {claim.event for claim in _claims(text)} == {"attack"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Twenty children under 15 years old were killed in Homs.", {("killed", "children", 20)}),
        (
            "Two clerks, 11 men between 19 and 29 years old, and a boy were killed in Homs.",
            {("killed", "men", 11), ("killed", "children", 1)},
        ),
    ],
)
def test_how_old_they_were(text: str, told: set[tuple[str, str | None, float | None]]) -> None:
    assert told <= _counts(text)


def test_who_is_blamed_for_all_that_a_sentence_tells() -> None:
    text = "Both of these attacks, attributed to the cartels, took place after ten bombs exploded in Homs."
    assert _doers(text)
