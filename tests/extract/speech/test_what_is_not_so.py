"""What a text says is not so, who says it, and that who did not deny a deed has not denied it."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def told(text: str, knowledge: Knowledge) -> list[Claim]:
    return [one for one in extract(Item(id="x", text=text), knowledge).claims if one.event != "statement"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('"Media reports about coalition airstrikes on prisons in Sarun are false," the coalition said.', "denied"),
        ('The coalition said reports that it struck a prison in Sarun on Saturday were "misleading".', "denied"),
        ("The coalition said that reports of it targeting a prison in Sarun were untrue.", "denied"),
        ("Allegations that the army shelled a market in Sarun are baseless, a spokesman said.", "denied"),
        ("Rumours of a shooting in Sarun were untrue.", "denied"),
        ("It is not true that the army shelled Sarun.", "denied"),
        ("The spokesman said it was true that the army shelled Sarun.", "asserted"),
        ("A false report of a fire delayed the convoy that the army shelled in Sarun.", "asserted"),
        ("قال الجيش إن الأنباء عن قصف مدرسة في سارون كاذبة.", "denied"),
        ("قال المتحدث إن ما أعلنته الميليشيا عن قصف مدرسة في سارون غير صحيح.", "denied"),
        ("قال الجيش إن ما يتم تداوله حول قصف مدرسة في سارون عار عن الصحة.", "denied"),
        ("ليس صحيحا أن الجيش قصف مدرسة في سارون.", "denied"),
        ("أنباء عن قصف مدرسة في سارون.", "asserted"),
        ("The army did not deny shelling the village of Sarun.", "asserted"),
        ("There is no denying that the coalition bombed Sarun.", "asserted"),
        ("Medics say the army has no way to deny carrying out an air strike on a prison in Sarun.", "asserted"),
        ("The army denied shelling Sarun.", "denied"),
        ("No shells were fired at Sarun on Monday.", "denied"),
        ("نفى التحالف استهداف مركز احتجاز في سارون.", "denied"),
    ],
)
def test_what_is_said_not_to_be_so(text: str, polarity: str, knowledge: Knowledge) -> None:
    assert [claim.polarity for claim in told(text, knowledge)] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "The army did not deny shelling the village of Sarun.",
        "The army could not deny that it shelled Sarun.",
        "The army has no plans to attack Sarun.",
        "There was no order to shell the town of Sarun.",
        "These raids threaten the sovereignty of the country.",
        "باتت الطائرات المسيرة تشكل تهديدا كبيرا على المدنيين.",
        "وقال إن ذلك يمثل تهديدا صارخا للسيادة وتهديدا واضحا للمدنيين.",
    ],
)
def test_nobody_owns_up_plans_or_threatens(text: str, knowledge: Knowledge) -> None:
    claims = told(text, knowledge)
    assert all(not claim.speakers for claim in claims)
    assert not {"threat", "statement"} & {claim.event for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "The Talmira coalition fighting the rebels in Orda denied targeting a prison in Sarun.",
        "The army shelling the rebels in the east denied targeting a prison in Sarun.",
    ],
)
def test_who_denies_is_who_the_sentence_is_about(text: str, knowledge: Knowledge) -> None:
    claim = next(one for one in told(text, knowledge) if one.polarity == "denied")
    assert not any("rebel" in party.name for party in (*claim.perpetrators, *claim.speakers))
    assert claim.perpetrators and claim.speakers


@pytest.mark.parametrize("ministry", ["The Turkish Ministry of Defense", "The Ministry of Defence of Azerbaijan"])
def test_a_ministry_is_its_country_and_denies_for_it(ministry: str, knowledge: Knowledge) -> None:
    (claim,) = told(f"{ministry} denied shelling Sarun.", knowledge)
    assert claim.perpetrators and claim.perpetrators == claim.perpetrators[:1]
    assert claim.perpetrators[0].type == "government"


def test_a_threat_to_kill_is_no_killing(knowledge: Knowledge) -> None:
    assert [claim.event for claim in told("تعرض السكان لتهديدات بالقتل من المسلحين.", knowledge)] == ["threat"]


def test_a_statement_that_denies_answers_what_was_told_before(knowledge: Knowledge) -> None:
    claims = told(
        "The shelling of Sarun killed nine. The army's command released a statement denying it was responsible.",
        knowledge,
    )
    assert [claim.polarity for claim in claims] == ["asserted", "denied"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Claims that ten people died in the strike on Sarun were untrue.", [("asserted", None), ("denied", 10)]),
        ("Ten people died in the strike on Sarun.", [("asserted", 10)]),
        ("There are fears that dozens of people were killed in the strike on Sarun.", [("asserted", None)]),
        ("Unconfirmed reports say ten people died in the strike on Sarun.", [("asserted", 10)]),
    ],
)
def test_an_outcome_may_be_false_where_the_event_is_not(
    text: str, counts: list[tuple[str, int | None]], knowledge: Knowledge
) -> None:
    claims = told(text, knowledge)
    read = [(one.polarity, next((count.low for count in one.counts), None)) for one in claims]
    assert sorted(read, key=str) == counts


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Unconfirmed reports said three people had been killed in the shelling of Sarun.", "Unconfirmed reports"),
        ("أنباء غير مؤكدة عن مقتل ثلاثة مدنيين في قصف على بلدة سارون", "أنباء غير مؤكدة عن"),
        ("وردت أنباء غير مؤكدة عن مقتل ثلاثة مدنيين في قصف على بلدة سارون", "وردت أنباء غير مؤكدة عن"),
    ],
)
def test_what_is_put_in_doubt_is_told_with_it(text: str, doubt: str, knowledge: Knowledge) -> None:
    (claim,) = told(text, knowledge)
    assert (claim.polarity, claim.hedge, claim.counts[0].low) == ("asserted", doubt, 3)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The attack in Sarun was going to be carried out by rebels.", False),
        ("The murder of the mayor was to be carried out by a unit of the army.", False),
        ("The murder of the mayor was carried out by a unit of the army.", True),
        ("The attack in Sarun is said to have been carried out by rebels.", True),
        ("The raid on Sarun was to be the last; two men were killed.", True),
    ],
)
def test_what_was_yet_to_be_done_is_no_event(text: str, read: bool, knowledge: Knowledge) -> None:
    assert bool(told(text, knowledge)) is read


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The army raided the village of Sarun to arrest two suspects.", False),
        ("On Friday the army launched a security operation in the town of Sarun to capture two commanders.", False),
        ("Soldiers went on to arrest two men in the town of Sarun.", True),
        ("The rebels advanced to capture two villages near Sarun.", True),
    ],
)
def test_who_is_wanted_is_counted_and_not_yet_held(text: str, done: bool, knowledge: Knowledge) -> None:
    assert any(one.event in ("detention", "capture") for one in told(text, knowledge)) is done
