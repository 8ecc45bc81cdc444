"""What pages of many wars tell, in sentences of invented places and people: whose deed, of what, said by whom."""

from collections.abc import Callable

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def test_who_died_later_did_not_die_of_a_capture(told: Told) -> None:
    text = "Locals retook control of the police station of Orda. On Sunday nearly 200 people were killed in Sarun."
    assert [(claim.event, [party.name for party in claim.perpetrators]) for claim in told(text)] == [
        ("capture", ["Locals"]),
        ("killing", []),
    ]


def test_media_that_say_how_many_died_killed_nobody(told: Told) -> None:
    text = "In April the army bombed a gathering in Orda that media and locals said killed about 170 people."
    doers = [party.name for claim in told(text) for party in claim.perpetrators]
    assert "media" not in doers and "locals" not in doers


def test_a_strike_after_rockets_is_not_theirs_who_fired_them(told: Told) -> None:
    text = "The military said it launched strikes on Orda after militants fired a barrage of 20 rockets into Sarun."
    assert [sorted(party.name for party in claim.perpetrators) for claim in told(text)] == [["military"], ["militants"]]


def test_an_outlet_does_not_do_what_it_reports(told: Told) -> None:
    text = "The rebels' news outlet reported two air strikes in Orda, saying they targeted a camp for displaced people."
    assert not [party for claim in told(text) for party in claim.perpetrators]


def test_a_series_of_attacks_over_months_leaves_the_latest_its_day(told: Told) -> None:
    text = (
        "Suspected rebels used machetes to kill at least 12 villagers on Monday in Orda, "
        "the latest in a series of attacks over the last 18 months."
    )
    (claim,) = told(text)
    assert claim.when is not None and claim.when.text == "Monday"
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 12)]


def test_who_attacked_on_a_day_in_a_town_is_told(told: Told) -> None:
    (claim,) = told("The gangsters attacked on Tuesday evening in the town of Orda, a spokeswoman told the agency.")
    assert [party.name for party in claim.perpetrators] == ["gangsters"] and not claim.targets


def test_a_bomb_placed_somewhere_is_what_they_died_of(told: Told) -> None:
    (claim,) = told("The two soldiers were killed and three others were wounded by a bomb placed on a road near Orda.")
    assert [weapon.text for weapon in claim.means] == ["bomb"]


def test_he_who_goes_on_is_not_whom_the_sentence_names(told: Told) -> None:
    text = "The rebels attacked the village of Orda on Sunday, he said, noting that a rebel was killed."
    assert not [speaker for claim in told(text) for speaker in claim.speakers]


def test_that_before_a_figure_opens_what_records_show(told: Told) -> None:
    (claim,) = told("Records at the hospital show that three children and two women were among those killed.")
    assert [(count.group, count.low) for count in claim.counts] == [("unknown", 5), ("children", 3), ("women", 2)]
