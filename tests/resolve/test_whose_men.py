"""Who did it, where the words name a listed group's men, and whom it befell, which stays as it is told."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Fighters of the Shining Path killed three farmers in the village of Orda.", "Shining Path"),
        ("Three farmers were killed by Shining Path urban guerrillas in the village of Orda.", "Shining Path"),
        ("Rebels killed three farmers in the village of Orda.", "Rebels"),
    ],
)
def test_a_listed_group_does_what_its_men_do(text: str, doer: str) -> None:
    (claim,) = extract_text(text).claims
    assert [party.name for party in claim.perpetrators] == [doer]
    party = claim.perpetrators[0]
    assert text[party.start : party.end].split(maxsplit=1)[0] in {"Fighters", "Shining", "Rebels"}


def test_whom_it_befell_stays_as_told() -> None:
    (claim,) = extract_text("The army killed three Shining Path fighters in the village of Orda.").claims
    assert [party.name for party in claim.targets] == ["three Shining Path fighters"]
    assert claim.targets[0].id == extract_text("Shining Path fighters fled.").mentions[0].value.id


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Rebel troops killed three farmers near San Salvador.", "generic.rebels"),
        ("FMLN [Farabundo Marti National Liberation Front] troops shelled San Salvador.", "sv.fmln"),
        ("Farabundo Marti National Liberation Front (FMLN) forces shelled San Salvador.", "sv.fmln"),
        ("Soldiers killed three farmers near San Salvador.", "sv.armed_forces"),
        ("Gunmen in army uniforms killed three farmers near San Salvador.", "generic.gunmen"),
        ("Turkish troops shelled Aleppo.", "tr.armed_forces"),
        ("Armed terrorist groups shelled Aleppo.", "sy.opposition"),
        ("Armed terrorist groups attacked a convoy near Gao in Mali.", "generic.terrorist_groups"),
    ],
)
def test_whose_troops_they_are(text: str, doer: str) -> None:
    assert {party.id for claim in extract_text(text).claims for party in claim.perpetrators} == {doer}


@pytest.mark.parametrize("whose", ["Opposition", "Foreign", "Coalition", "Kurdish-led"])
def test_troops_of_others_are_not_the_army_of_the_country_spoken_of(whose: str) -> None:
    claims = extract_text(f"{whose} troops shelled Aleppo.").claims
    assert {party.id for claim in claims for party in claim.perpetrators}.isdisjoint({"sy.armed_forces"})


def test_whose_civil_defence_it_is_tells_the_land() -> None:
    def struck(town: str) -> set[str | None]:
        claims = extract_text(f"استهدفت غارة سيارة للدفاع المدني في {town}.").claims
        return {party.id for claim in claims for party in claim.targets}

    assert "sy.white_helmets" in struck("خان شيخون") and "lb.civil_defence" in struck("بيروت")
    assert not {"sy.white_helmets", "lb.civil_defence"} & struck("أم درمان")
