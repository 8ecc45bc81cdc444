"""«قصف من قوات النظام وروسيا استهدف البلدة» is one strike of two parties, not a second deed of the last named."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    "text",
    [
        "أصيب مدني بقصف لقوات النظام وروسيا استهدف بلدة سرمين.",
        "إصابة مزارعين إثر قصف مدفعي من قوات النظام وروسيا استهدف الحقول قرب سرمين.",
    ],
)
def test_a_verb_that_agrees_with_the_strike_tells_of_it(text: str) -> None:
    (claim,) = extract_text(text).claims
    assert [party.name for party in claim.perpetrators] == ["قوات النظام", "روسيا"]
    assert claim.where is not None
    assert "سرمين" in claim.where.text


def test_a_verb_that_agrees_with_the_party_tells_what_it_did() -> None:
    claims = extract_text("أصيب مدني بقصف للنظام وروسيا استهدفت سرمين بغارات.").claims
    done = {(claim.event, tuple(party.name for party in claim.perpetrators)) for claim in claims}
    assert done == {("shelling", ("نظام",)), ("air_strike", ("روسيا",))}


@pytest.mark.parametrize("text", ["قصف لقوات النظام على بلدة سرمين.", "قصف للنظام على بلدة سرمين."])
def test_with_whose_it_is_right_behind_it_a_strike_is_the_noun(text: str) -> None:
    (claim,) = extract_text(text).claims
    assert [party.name.removeprefix("ال") for party in claim.perpetrators] in ([["قوات النظام"], ["نظام"]])
    assert [party.name for party in claim.targets] == ["بلدة سرمين"]
