"""What agencies write of many conflicts: background beside the news, whose men did it, what nobody did."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    return list(extract_text(text, knowledge=knowledge).claims)


def counts(claims: list[Claim]) -> set[tuple[str, float | None, str | None]]:
    return {(c.outcome, c.low if c.low is not None else c.high, c.group or c.item) for k in claims for c in k.counts}


def doers(claims: list[Claim]) -> set[str | None]:
    return {party.id for claim in claims for party in claim.perpetrators}


NOBODYS = [
    "A measles outbreak has spread to all 11 districts of the region and killed more than 200 people.",
    "Nine people died of cholera in a camp near Orda.",
    "The conflict between the army and the rebels has resulted in tens of thousands of deaths.",
    "The fighting turned into a civil war that has killed at least 30,000 people, the agency said.",
    "More than 700 people have been killed since the start of the war.",
    "توفي ستة أشخاص بالكوليرا في مخيم قرب صرين",
    "وقتل أكثر من ألفي شخص منذ بداية الحرب",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_the_dead_of_a_disease_or_of_a_whole_war_are_those_of_no_event(text: str, knowledge: Knowledge) -> None:
    assert not any(count.outcome == "killed" for claim in read(text, knowledge) for count in claim.counts)


COUNTED = [
    ("قال طبيب إن سبعة أشخاص قتلوا وأصيب 12 آخرون في غارات على السوق.",
     {("killed", 7, "unknown"), ("injured", 12, "unknown")}),
    ("قالت مصادر إن نحو 20 مدنيا استشهدوا وأصيبوا جراء القصف.",
     {("killed", 1, "civilians"), ("injured", 1, "civilians")}),
    ("وأضاف أن عدد القتلى ارتفع إلى 31، إضافة إلى 18 مصابا.",
     {("killed", 31, "unknown"), ("injured", 18, "unknown")}),
    ("Five civilians died on the spot, while two succumbed to their injuries.",
     {("killed", 5, "civilians"), ("killed", 2, "unknown")}),
    ("A drone struck a market in Orda, killing 14 people and wounding nine, nurses and local officials said.",
     {("killed", 14, "unknown"), ("injured", 9, "unknown")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_each_outcome_has_its_own_figure(
    text: str, expected: set[tuple[str, float, str]], knowledge: Knowledge
) -> None:
    assert counts(read(text, knowledge)) == expected


DOERS = [
    ("Militants from al-Shabaab attacked a hotel and killed three guards.", {"al_shabaab"}),
    ("Four people were killed in a drone attack by Sudanese paramilitaries in Darfur.", {"sd.rsf"}),
    ("Yemen's Houthis attacked a ship.", {"houthis"}),
    ("قال شهود إن طيران التحالف استهدف سوقا في صعدة باليمن.", {"coalition.saudi"}),
    ("قال شهود إن طيران التحالف استهدف سيارة في ريف دير الزور.", {"coalition"}),
    ("قتل خمسة في غارات على يد قوات التحالف بقيادة السعودية.", {"coalition.saudi"}),
    ("Three soldiers have been killed by the Taliban in Orda.", {"taliban"}),
]


@pytest.mark.parametrize(("text", "expected"), DOERS)
def test_who_did_it_is_the_party_whose_men_they_are(text: str, expected: set[str], knowledge: Knowledge) -> None:
    assert doers(read(text, knowledge)) == expected


def test_an_event_that_only_says_who_somebody_is_was_not_done_by_those_who_got_him(knowledge: Knowledge) -> None:
    claims = read(
        "Special forces said they had killed the suspected organiser of an attack on a school in Orda "
        "that killed 40 people.",
        knowledge,
    )
    attack = next(claim for claim in claims if claim.event == "attack")
    assert attack.mood == "recalled" and not attack.perpetrators
    assert {count.low for count in attack.counts} == {40}


def test_one_sentence_with_two_verbs_of_harm_tells_one_event(knowledge: Knowledge) -> None:
    claims = read(
        "At least four civilians were killed and six others injured in a drone attack by the RSF that hit a clinic.",
        knowledge,
    )
    assert [claim.event for claim in claims] == ["drone_strike"]
    assert counts(claims) == {("killed", 4, "civilians"), ("injured", 6, "civilians")}


def test_a_death_that_is_presumed_is_hedged(knowledge: Knowledge) -> None:
    claims = read('The army said the commander was "presumed killed" in an air strike.', knowledge)
    assert claims[0].hedge is not None and not claims[0].perpetrators


def test_a_market_is_not_named_after_the_verb_behind_it(knowledge: Knowledge) -> None:
    claims = read("قال مصدر طبي إن هجوما على سوق أسفر عن مقتل عشرة مدنيين في صعدة.", knowledge)
    assert claims[0].where is not None and claims[0].where.text == "صعدة"


def test_whose_forces_they_are_is_not_where_they_struck(knowledge: Knowledge) -> None:
    claims = read("Israel's attack on the camp killed nine people.", knowledge)
    assert claims[0].where is None
    assert not claims[0].targets or claims[0].targets[0].name == "camp"


def test_a_channel_that_carries_a_statement_is_no_target(knowledge: Knowledge) -> None:
    claims = read("The group did not confirm the strike on its Telegram channel.", knowledge)
    assert not any(claim.event == "air_strike" for claim in claims)


def test_a_weapon_that_slams_into_a_place_strikes_it(knowledge: Knowledge) -> None:
    claims = read(
        "At least 23 people were killed when Russian missiles slammed into an apartment block in the Ukrainian city of "
        "Sloviansk.",
        knowledge,
    )
    assert [claim.event for claim in claims] == ["missile_strike"]
    assert doers(claims) == {"ru"}
    assert counts(claims) == {("killed", 23, "unknown")}


def test_a_party_of_a_hamlets_name_is_the_party(knowledge: Knowledge) -> None:
    reading = extract_text(
        "The army said it had targeted a Hamas command centre inside the school.", knowledge=knowledge
    )
    assert [mention.text for mention in reading.mentions if mention.kind == "place"] == ["school"]


def test_who_tells_of_an_attack_in_a_relative_clause_did_not_do_it(knowledge: Knowledge) -> None:
    claims = read(
        "The Islamic State group claimed responsibility for the suicide attack, which the interior ministry said "
        "killed 12 worshippers.",
        knowledge,
    )
    assert doers([claim for claim in claims if claim.event == "suicide_bombing"]) == {"isis"}


def test_a_toll_put_at_a_figure_is_that_figure(knowledge: Knowledge) -> None:
    claims = read(
        "The health authorities put the death toll at more than 400, without telling between civilians and fighters.",
        knowledge,
    )
    assert counts(claims) == {("killed", 400, "unknown")}


def test_a_verb_of_speech_is_no_name(knowledge: Knowledge) -> None:
    claims = read("Residents said helicopters dropped barrel bombs on Orda.", knowledge)
    assert [speaker.name for claim in claims for speaker in claim.speakers] == ["Residents"]
    assert not doers(claims)


def test_the_narrower_of_two_places_is_where(knowledge: Knowledge) -> None:
    claims = read("Gunmen stormed a village in Nigeria's Zamfara state, killing 15 villagers.", knowledge)
    assert {claim.where.text for claim in claims if claim.where} == {"Zamfara"}


ARABIC = [
    ("قالت مصادر إن ثلاثة صواريخ سقطت على قاعدة صرين من دون خسائر بشرية.", "missile_strike", set(), "قاعدة صرين"),
    ("مجهولون يغتالون ضابطا سابقا في حي السنديان بعدن", "assassination", {"generic.gunmen"}, "ضابطا"),
    ("استهدف القصف مدرسة تؤوي نازحين في حي السنديان.", "shelling", set(), "مدرسة"),
]


@pytest.mark.parametrize(("text", "event", "did", "target"), ARABIC)
def test_arabic_wires(text: str, event: str, did: set[str | None], target: str, knowledge: Knowledge) -> None:
    claims = read(text, knowledge)
    assert [claim.event for claim in claims] == [event]
    assert doers(claims) == did
    assert target in [party.name for party in claims[0].targets]


def test_positions_of_a_force_are_what_was_struck(knowledge: Knowledge) -> None:
    claims = read("نفذ الطيران الحربي غارات على مواقع لقوات الوفاق قرب صرين.", knowledge)
    assert "ly.gna" not in doers(claims)


ACCUSED = [
    ("The army accused the Rapid Support Forces of shelling a market in Omdurman, killing nine people.", {"sd.rsf"}),
    ("اتهم الجيش السوداني قوات الدعم السريع بقصف سوق بمدينة أم درمان.", {"sd.rsf"}),
]


@pytest.mark.parametrize(("text", "expected"), ACCUSED)
def test_who_is_accused_did_it_by_the_accusers_account(text: str, expected: set[str], knowledge: Knowledge) -> None:
    assert doers(read(text, knowledge)) == expected
