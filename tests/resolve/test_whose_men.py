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
