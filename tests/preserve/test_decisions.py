from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.model import Claim, Decision, Misused, Span
from ascertain.preserve import attach, decide, decisions, in_force, withdraw


def clock() -> str:
    return "2020-05-04T03:02:01Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / ".ascertain", KeyRing(tmp_path / "keys"), clock)


def taken(id: str, verb: str = "refuse_claim", about: str = "claim-1", words: str = "", **detail: str) -> Decision:
    return Decision(id=id, verb=verb, about=about, because="x", by="desk", at=clock(), words=words, detail=detail)


def claim(id: str, words: str, item: str = "item-1") -> Claim:
    quote = Span(start=0, end=len(words), text=words)
    return Claim(id=id, item=item, event="air_strike", quote=quote)


def test_decisions_read_back_in_order_and_none_is_overwritten(ledger: Ledger, tmp_path: Path) -> None:
    first = decide(ledger, clock, verb="refuse_claim", about="claim-1", because="satire", by="a", words="they fled")
    second = decide(ledger, clock, verb="withhold", about="incident-2", because="family", by="b", detail={"lat": 1.5})
    third = withdraw(ledger, clock, decision=first.id, because="it was meant", by="b")
    assert decisions(ledger) == (first, second, third)
    assert in_force(decisions(ledger)) == (second,)
    fourth = withdraw(ledger, clock, decision=third.id, because="it was not", by="a")
    assert in_force(decisions(ledger)) == (first, second)
    assert len({first.id, second.id, third.id, fourth.id}) == 4
    assert verify(tmp_path).state == "intact"


def test_the_same_act_twice_is_two_decisions(ledger: Ledger) -> None:
    for _ in range(2):
        decide(ledger, clock, verb="review", about="incident-1", because="read", by="a")
    one, two = decisions(ledger)
    assert one.id != two.id


def test_a_decision_needs_a_reason_and_a_withdrawal_something_to_withdraw(ledger: Ledger) -> None:
    with pytest.raises(Misused, match="needs a reason"):
        decide(ledger, clock, verb="review", about="incident-1", because="  ", by="a")
    with pytest.raises(Misused, match="no such decision"):
        withdraw(ledger, clock, decision="decision-0", because="x", by="a")
    assert decisions(ledger) == ()


@given(st.lists(st.integers(0, 6), max_size=8))
def test_what_holds_is_what_no_holding_withdrawal_is_about(targets: list[int]) -> None:
    log: list[Decision] = []
    for n, target in enumerate(targets):
        about = f"d{target}" if target < n else None
        log.append(taken(f"d{n}", verb="withdraw", about=about) if about else taken(f"d{n}"))

    def holds(decision: Decision) -> bool:
        later = log[log.index(decision) + 1 :]
        return not any(other.verb == "withdraw" and other.about == decision.id and holds(other) for other in later)

    assert in_force(log) == tuple(one for one in log if one.verb != "withdraw" and holds(one))


@pytest.mark.parametrize(
    ("decision", "state", "about"),
    [
        (taken("d", about="claim-a"), "attached", "claim-a"),
        (taken("d", about="claim-old", words="two people were hurt"), "re_attached", "claim-a"),
        (taken("d", about="claim-old", words="Two  people\nwere HURT"), "re_attached", "claim-a"),
        (taken("d", about="claim-old", words="people were"), "re_attached", "claim-a"),  # the claim has grown
        (taken("d", about="claim-old", words="and then two people were hurt there"), "re_attached", "claim-a"),
        (taken("d", about="claim-old", words="people wer"), "orphaned", None),  # whole words only
        (taken("d", about="claim-old", words="the bridge fell"), "orphaned", None),  # two claims have the words
        (taken("d", about="claim-old", words="the bridge fell", item="item-3"), "re_attached", "claim-c"),
        (taken("d", about="claim-old", words="two people were hurt", item="item-3"), "orphaned", None),
        (taken("d", about="claim-old"), "orphaned", None),  # taken on no words
        (taken("d", about="incident-old", words="two people were hurt"), "orphaned", None),  # another kind of thing
        (taken("d", about="incident-old", words="Strike near the bridge"), "re_attached", "incident-z"),
    ],
)
def test_a_decision_is_attached_again_by_its_words(decision: Decision, state: str, about: str | None) -> None:
    claims = [
        claim("claim-a", "two people were hurt"),
        claim("claim-b", "the bridge fell", "item-2"),
        claim("claim-c", "the bridge fell", "item-3"),
    ]
    (placed,) = attach([decision], claims, {"incident-z": "Strike near the bridge"})
    assert (placed.state, placed.about) == (state, about)
    assert placed.decision == decision
    assert placed.because or state == "attached"


@given(st.lists(st.text(max_size=5)), st.lists(st.text(max_size=5)))
def test_no_decision_is_lost_whatever_became_of_the_claims(before: list[str], now: list[str]) -> None:
    log = [taken(f"d{n}", about=f"claim-{n}x", words=words) for n, words in enumerate(before)]
    placed = attach(log, [claim(f"claim-{n}", words) for n, words in enumerate(now)])
    assert [one.decision for one in placed] == log
    assert all((one.about is None) == (one.state == "orphaned") for one in placed)
