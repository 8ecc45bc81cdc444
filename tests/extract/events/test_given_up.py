"""What is stopped, prevented, wished for or called by another thing's name is no event; what was done beside it is."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Stop bombing civilian targets and inhabited areas.",
        "The envoy asked the rebels to stop burning houses and killing teachers.",
        "The guards were posted to prevent judges from being murdered.",
        "They had the mission of assassinating the president.",
        "He rejected the idea of bombing Orda.",
        "Orders were given to allow shooting at masked men.",
        "The government ordered that the poor neighbourhoods be bombarded.",
        "The rebels want to take revenge by killing the mayor.",
        "People are killed and the culprits walk away.",
        "Journalists are murdered with impunity.",
        "A political confrontation exploded in Orda when the vote was held.",
        "Inflation can be a time bomb.",
        "The hit squad was seen in Orda.",
        "Smuggling constitutes an attack on the homeland.",
        "The decree is an attack on press freedom.",
        "The town was taken without a shot being fired.",
        "The companies are plundering the natural resources.",
        "Three crewmen died in the accident.",
        "The war has lasted a decade and has left 72,000 people killed.",
        "The troops found 58 detonating plugs.",
    ],
)
def test_no_violence_is_read_where_none_is_told(text: str, told: Told) -> None:
    violent = {"capture", "interception", "detention"}
    assert [claim.event for claim in told(text) if claim.event not in violent] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A wave of shelling hit the town of Orda on Monday.", "shelling"),
        ("The rebels responded by burning the trucks.", "arson"),
        ("The army continued bombing the village of Sarun on Tuesday.", "bombing"),
        ("Three farmers are killed near Orda.", "killing"),
        ("Civilians are killed in the shelling of Orda.", "shelling"),
        ("A car exploded in Orda.", "explosion"),
        ("An attack on the press office in Orda wounded two.", "attack"),
        ("Gunmen stole the weapons of the guards.", "looting"),
        ("He was found guilty of killing a policeman in March.", "killing"),
    ],
)
def test_what_was_done_is_read(text: str, event: str, told: Told) -> None:
    assert event in {claim.event for claim in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "At no time did we bomb the town.",
        "Nor did they shell the hospital.",
        "The army is not dropping heavy bombs on the town.",
        "The rebels are no longer shelling the town.",
    ],
)
def test_a_denial_before_its_subject_is_a_denial(text: str, told: Told) -> None:
    assert [claim.polarity for claim in told(text)] == ["denied"]


def test_whoever_is_gone_with_no_attack_told_was_not_attacked(told: Told) -> None:
    claims = told("Three residents of Orda have been missing since Tuesday.")
    assert [(claim.event, claim.counts[0].outcome) for claim in claims] == [("abduction", "missing")]


def test_a_verb_names_no_bomb(told: Told) -> None:
    assert [mention.text for claim in told("They did bomb the town of Orda.") for mention in claim.means] == []
