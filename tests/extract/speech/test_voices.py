"""Who is said to say it: chains, outermost first, with role and anonymity."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def first_event(text: str, knowledge: Knowledge) -> Claim:
    claims = extract(Item(id="x", text=text), knowledge).claims
    return next(claim for claim in claims if claim.event != "statement")


CHAINS = [
    ("The ministry said that rebels shelled Orda.", ["ministry"]),
    ("Rebels shelled Orda, the ministry said.", ["ministry"]),
    ("Rebels shelled Orda, said the spokesman of the ministry.", ["spokesman of the ministry"]),
    ("According to a military source in Qalda, rebels shelled Orda.", ["military source in Qalda"]),
    ("A resident told Reuters that rebels shelled Orda.", ["Reuters", "resident"]),
    ("Reuters reported that rebels shelled Orda, citing a military source.", ["Reuters", "military source"]),
    ("Reporter Ann Roe wrote that an official confirmed to her that rebels shelled Orda.",
     ["Reporter Ann Roe", "official"]),
    ("A message posted on the account of the press office, saying that rebels shelled Orda.",
     ["account of the press office"]),
    ("Army: rebels shelled Orda", ["Army"]),
    ("Rebels shelled the town of Orda.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_chain(text: str, names: list[str], knowledge: Knowledge) -> None:
    assert [speaker.name for speaker in first_event(text, knowledge).speakers] == names


def test_anonymous_sources_are_marked(knowledge: Knowledge) -> None:
    (source,) = first_event("A military source said that rebels shelled Orda.", knowledge).speakers
    assert (source.role, source.anonymous) == ("military_source", True)
    (office,) = first_event("The ministry said that rebels shelled Orda.", knowledge).speakers
    assert not office.anonymous


def test_a_signed_post_in_a_text_is_its_signers(knowledge: Knowledge) -> None:
    text = "Two posts followed.\nRebels shelled Orda at dawn— Press Office (@orda_press) May 4, 2011\nNobody answered."
    (signer,) = first_event(text, knowledge).speakers
    assert signer.name == "Press Office"


def test_the_speaker_goes_on(knowledge: Knowledge) -> None:
    text = "The ministry said that the road was open. The statement added that rebels shelled Orda."
    assert [speaker.name for speaker in first_event(text, knowledge).speakers] == ["ministry"]


def test_silence_is_a_statement_that_was_not_made(knowledge: Knowledge) -> None:
    text = "There has been no statement by the government of Qalda."
    (claim,) = extract(Item(id="x", text=text), knowledge).claims
    assert (claim.event, claim.polarity) == ("statement", "denied")
    assert "government" in claim.perpetrators[0].name


@pytest.mark.parametrize("verb", ["condemned", "denied", "rejected"])
def test_positions_taken_are_statements(verb: str, knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=f"The foreign minister {verb} the air strike on Orda."), knowledge).claims
    assert any(claim.event == "statement" for claim in claims) or verb == "rejected"


def test_who_claims_responsibility_did_it_by_their_own_account(knowledge: Knowledge) -> None:
    text = "The rebels claimed responsibility for the attack on the base near Orda, which killed three soldiers."
    claim = first_event(text, knowledge)
    assert "rebels" in claim.perpetrators[0].name and "rebels" in claim.speakers[0].name


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("وكانت حركة طالبان قد اتهمت الجيش بقصف سجن في قندوز أمس.", ["حركة طالبان"]),
        ('من جهتها، أحصت منظمة "أطباء بلا حدود"، مقتل سبعة أشخاص في غارة على سجن.', ['منظمة "أطباء بلا حدود"']),
        ("وأكدت الحكومة في بيان مقتل 32 شخصا في هجوم الأحد.", ["الحكومة"]),
        ("بينما أكدت السلطات، في بيان مقتضب، مقتل ثلاثة مدنيين في التفجير.", ["السلطات"]),
        ('في تصريح للوكالة، قال النقيب في الشرطة، إن "عبوة انفجرت داخل سوق".', ["النقيب في الشرطة"]),
        ("ولم يعلن التحالف عن أي غارة جوية على صعدة.", []),
    ],
)
def test_who_tells_it_in_arabic(text: str, speakers: list[str]) -> None:
    claims = [one for one in extract(Item(id="a", text=text), load()).claims if one.event != "statement"]
    assert claims
    assert {tuple(speaker.name for speaker in claim.speakers) for claim in claims} == {tuple(speakers)}


@pytest.mark.parametrize(("text", "doers"), [
    ("قال الحوثيون إنها استهدفت برج اتصالات في المدينة.", []),
    ("قالت القوات إنها استهدفت برج اتصالات في المدينة.", ["القوات"]),
])  # fmt: skip
def test_who_says_that_she_did_it_is_feminine(text: str, doers: list[str]) -> None:
    (claim,) = extract(Item(id="a", text=text), load()).claims
    assert [party.name for party in claim.perpetrators] == doers
