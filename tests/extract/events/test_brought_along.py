"""Whom "with" brings in behind a comma, several of them: "with 60 women and ten children abducted"."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "outcome", "figures"),
    [
        ("Raiders attacked Orda on Monday, with 12 soldiers and three policemen killed.", "killed", [12, 3]),
        ("Raiders attacked Orda on Monday, with 60 women and ten children abducted.", "detained", [70, 60, 10]),
        (
            "Rebels shelled Orda on Monday, with 60 fighters and tanks behind them, and ten men were killed.",
            "killed",
            [10],
        ),
        ("Rebels attacked Orda on Monday, with tanks and guns, and ten men were killed.", "killed", [10]),
    ],
)
def test_all_that_with_brings_suffer_what_follows(text: str, outcome: str, figures: list[int]) -> None:
    counts = [count for claim in extract_text(text).claims for count in claim.counts if count.outcome == outcome]
    assert [count.low for count in counts] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Two brothers preparing to get married were killed in Orda on Monday.",
        "Two brothers getting ready for school were killed in Orda on Monday.",
    ],
)
def test_who_was_getting_ready_is_who_was_killed(text: str) -> None:
    (claim,) = extract_text(text).claims
    assert [count.low for count in claim.counts] == [2]
