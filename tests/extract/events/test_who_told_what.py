"""Who says what, on whom it fell and with how many hurt, in the turns of wires; places and people are invented."""

from collections.abc import Callable

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Item

Told = Callable[[str], list[Claim]]


def counts(claims: list[Claim]) -> list[tuple[str, float | None, float | None]]:
    return [(count.outcome, count.low, count.high) for claim in claims for count in claim.counts]


def speakers(claim: Claim) -> list[str]:
    return [speaker.name for speaker in claim.speakers]


def test_what_stands_before_who_said_it_on_a_day_is_theirs_where_they_add_to_it(told: Told) -> None:
    text = "Nine soldiers were killed in an ambush in Orda, the army said on Monday, adding that two attackers died."
    claims = told(text)
    assert claims and all(speakers(claim) == ["army"] for claim in claims)


def test_sources_brought_by_with_tell_what_follows_and_no_more(told: Told) -> None:
    text = (
        "Nine soldiers were killed in Orda on Monday, the army announced on Tuesday, "
        "with security sources telling the wire that another attack had left dozens dead."
    )
    assert [(speakers(claim)[-1], claim.counts[0].low) for claim in told(text)] == [
        ("army", 9),
        ("security sources", None),
    ]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Two girls were abducted by gunmen in Orda, according to the country's news agency.", ["news agency"]),
        ("Shells fired from government areas killed five civilians in Orda.", []),
        ("Gunmen described as rebels raided the village of Orda, a governor said.", ["governor"]),
        ("The clerk told reporters that the gunmen killed 40 people in Orda and said some were children.", ["clerk"]),
        (
            "The Sarun Ambulance service said it had carried 18 wounded after the blast in Orda.",
            ["Sarun Ambulance service"],
        ),
    ],
)
def test_who_speaks_is_who_can(told: Told, text: str, said_by: list[str]) -> None:
    (claim,) = told(text)
    assert speakers(claim)[-1:] == said_by


def test_gunmen_thought_to_be_others_still_did_it(told: Told) -> None:
    (claim,) = told("A group of gunmen, suspected to be herdsmen, attacked the village of Orda on Monday.")
    assert [party.name for party in claim.perpetrators] == ["group of gunmen"]
    assert claim.hedge is not None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A patrol was the victim of a complex attack between Orda and Sarun.", "patrol"),
        ("The convoy was the target of an ambush by gunmen near Orda on Monday.", "convoy"),
        ("The hospital was subjected to shelling in Orda on Monday.", "hospital"),
        ("The village of Orda came under heavy rocket attacks on Monday.", "village of Orda"),
    ],
)
def test_what_an_attack_is_told_to_have_befallen_is_its_target(told: Told, text: str, target: str) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.targets] == [target]


@pytest.mark.parametrize(
    ("text", "told_counts"),
    [
        (
            "A blast in Orda killed three people, leaving several people injured.",
            [("killed", 3, 3), ("injured", None, None)],
        ),
        (
            "The blast in Orda left three dead and six others, including a child, injured.",
            [("killed", 3, 3), ("injured", 6, 6), ("injured", 1, 1)],
        ),
        (
            "Medics put the number of dead at seven and the wounded at up to eight after the blast in Orda.",
            [("killed", 7, 7), ("injured", None, 8)],
        ),
        ('Seven "rebels" were "neutralized" in Orda, the army said.', [("killed", 7, 7)]),
        ("Air strikes hit a hospital in Orda with at least 10 people feared dead.", [("killed", 10, None)]),
    ],
)
def test_figures_are_read_where_wires_put_them(
    told: Told, text: str, told_counts: list[tuple[str, float | None, float | None]]
) -> None:
    assert counts(told(text)) == told_counts


def test_an_article_is_nobody(told: Told) -> None:
    texts = [
        "The military operation in Orda killed five civilians.",
        "A suicide bomber set off a bomb in Orda on Friday.",
    ]
    assert not [party for text in texts for claim in told(text) for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (
            "An attack on a market in Orda killed 18 people, a doctor told River Wire on Friday, after leaders met.",
            "doctor",
        ),
        (
            "Troops bombed a school in Orda, killing 17 students, the country's exiled civil administration "
            "told River Wire on Monday.",
            "exiled civil administration",
        ),
        (
            '"We received 18 dead," the source at Orda Hospital told River Wire, asking for more.',
            "source at Orda Hospital",
        ),
        ("Two assailants were killed in Orda, the governor's office said.", "governor's office"),
    ],
)
def test_who_told_an_outlet_stands_behind_what_was_told(told: Told, text: str, said_by: str) -> None:
    (claim,) = told(text)
    assert speakers(claim)[-1:] == [said_by]
    assert claim.counts


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The observatory monitored rocket fire by regime forces on Orda, targeting a market.", ["regime forces"]),
        ("A man and a woman died due to dropping barrel bombs on houses in Orda.", []),
        ("Sources did not say who was responsible for the mortar shelling in Orda.", []),
        ("The air force said it bombed a convoy near Orda on Sunday.", ["air force"]),
        ("Two people died on Monday in an Israeli act of aggression that targeted sites in Orda.", ["Israeli"]),
    ],
)
def test_who_tells_and_who_dies_did_nothing(told: Told, text: str, doers: list[str]) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == doers


def test_what_an_air_force_says_it_bombed_was_struck_from_the_air(told: Told) -> None:
    (claim,) = told("The air force said it bombed a convoy near Orda on Sunday.")
    assert claim.event == "air_strike"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Monday that reports of an air strike in Orda were false.",
        'The ministry said reports of an air strike on Orda were "fabricated news".',
    ],
)
def test_what_reports_tell_falsely_is_denied(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert claim.polarity == "denied"


def test_who_disowns_an_attack_denies_nobodys_death(told: Told) -> None:
    text = "The coalition fighting in Orda has denied responsibility for an air strike in Sarun that killed 38 people."
    asserted, denied = told(text)
    assert [(count.outcome, count.low) for count in asserted.counts] == [("killed", 38)]
    assert asserted.polarity == "asserted" and not asserted.speakers
    assert denied.polarity == "denied" and not denied.counts
    assert [party.name for party in denied.perpetrators] == ["coalition"]


@pytest.mark.parametrize(
    "text",
    ["According to wrong information, ten people were killed in Orda.", "بحسب معلومات خاطئة قتل عشرة أشخاص في أوردا."],
)
def test_wrong_information_is_no_source(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert not claim.speakers and claim.hedge is not None


@pytest.mark.parametrize(
    ("text", "told_counts"),
    [
        (
            "An air strike in Orda resulted in at least 80 apparently civilian deaths and 156 injuries.",
            [("killed", 80, None), ("injured", 156, 156)],
        ),
        (
            "An air strike killed 22 people, witnesses said, despite a truce after a devastating earthquake.",
            [("killed", 22, 22)],
        ),
        (
            "A clerk told the wire that 10 of the dead in Orda were civilians, and that eight people were injured.",
            [("killed", 10, 10), ("injured", 8, 8)],
        ),
    ],
)
def test_other_things_told_beside_take_no_figure(
    told: Told, text: str, told_counts: list[tuple[str, float | None, float | None]]
) -> None:
    assert counts(told(text)) == told_counts


def test_a_surname_behind_to_is_no_town(knowledge: Knowledge) -> None:
    item = Item(id="wire", text="Jane C. Dayton, 42, died on Monday. He offered condolences to Dayton's family.")
    assert "Dayton" not in [mention.text for mention in extract(item, knowledge).mentions if mention.kind == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people died as a result of this criminal attack in Orda.",
        "Terrorist bombings in Orda killed five people on Monday.",
        "Two of the victims of the explosion in Orda were killed on the spot.",
        "Civilians have been victims of terrorist attacks in Orda, killing ten.",
    ],
)
def test_of_what_kind_an_attack_was_is_not_who_did_it(told: Told, text: str) -> None:
    assert not [party for claim in told(text) for party in claim.perpetrators]


def test_what_died_until_last_month_is_of_no_event(told: Told) -> None:
    text = "Since the coup until the end of last month, a total of 400 people have been killed by air strikes."
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The ministry said that on 14 March, the army struck Orda.", "14 March"),
        ("The ministry also said that on Monday the army struck Orda.", "Monday"),
        ("The ministry said on Monday that the army struck Orda.", None),
        ("On Monday the ministry said that the army struck Orda.", None),
        ("Rights groups accused the army on Monday of bombing a market in Orda.", None),
        ("Rights groups accused the army of bombing a market in Orda on Monday.", "Monday"),
        ("اتهمت منظمات حقوقية الجيش يوم الاثنين بقصف سوق في قرية أوردا", None),
        ("اتهمت منظمات حقوقية الجيش بقصف سوق في قرية أوردا يوم الاثنين", "يوم الاثنين"),
    ],
)
def test_a_time_behind_that_is_when_it_happened(text: str, when: str | None, told: Told) -> None:
    (claim,) = (one for one in told(text) if one.event != "statement")
    assert (claim.when.text if claim.when else None) == when
