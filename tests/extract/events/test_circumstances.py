"""Where it happened and who can have done it, where several places stand in one sentence."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def first(text: str, knowledge: Knowledge) -> Claim:
    claims = extract(Item(id="x", text=text), knowledge).claims
    return next(claim for claim in claims if claim.event != "statement")


PLACED = [
    ("Air strikes on a market in Yemen's Hodeida province killed 16 civilians.", "Hodeida province"),
    ("A missile killed seven people in the eastern Ukrainian city of Kramatorsk.", "Kramatorsk"),
    ("Shelling of the village of Borsa, south of Orikhiv in Zaporizhzhia, wounded two people.", "Borsa"),
    ("جرحى مدنيون إثر استهداف القوات بقذائف المدفعية قرية الصفصافة جنوبي إدلب", "قرية الصفصافة"),
    ("في منزل بقرية الصفصافة بريف #حلب قتلت المدفعية سيدة", "قرية الصفصافة"),
    ('غارات على محيط بلدة "الصفصافة" في ريف إدلب', 'بلدة "الصفصافة'),
    ("استهدف القصف نقطة طبية في جبل الزاوية بقرية الصفصافة", "قرية الصفصافة"),
    ("قوات النظام في حماة قصفت بالمدفعية بلدة سرمين", "بلدة سرمين"),
    ("Three were killed in a raid in Al-Safsaf village, Deir Ezzor eastern countryside.", "Al-Safsaf village"),
    ("الميليشيات المرتبطة بروسيا تقصف محيط بلدة سرمين", "بلدة سرمين"),
    ("Militias backed by Iran shelled the village of Borsa on Friday.", "Borsa"),
    ("Two men from Hama were killed when launchers located at Kuweires airbase fired missiles at Sarmin.", "Sarmin"),
    ("إصابات من بلدة خان شيخون جراء القصف على مدينة سرمين", "مدينة سرمين"),
    ("A strike on a clinic in Sarmin in Ruritania's Darfur region killed 30 people.", "Sarmin"),
    ("A clinic in Maiduguri, Borno, Nigeria, was hit by a drone, with 70 deaths.", "Maiduguri"),
    ("A shell hit a clinic in Sarmin, a frontline town in Sudan's restive Darfur region, killing six.", "Sarmin"),
    ("Jets hit a depot in the town of Orda in the Chouf district of Mount Lebanon.", "Orda"),
    ("Shells fell on Idlib, and in Aleppo, Hama and Homs, four were wounded.", "Idlib"),
    ("The Greek-owned tanker, sailing under the flag of Barbados through the Gulf of Aden, was hit.", "Gulf of Aden"),
    ("A Panama-flagged tanker was hit by a missile off Hodeida.", "Hodeida"),
    ("Missiles were fired from Yemen at a ship while it was transiting the Gulf of Aden.", "Gulf of Aden"),
    ("A drone launched from Belarus hit Chernihiv.", "Chernihiv"),
    ("Thirteen wounded are being treated at a clinic in Aleppo after a strike near Sarmin.", "Sarmin"),
    ("تعرضت مدينة عفرين في ريف حلب شمال غرب سورية إلى القصف بعدد من القذائف", "مدينة عفرين"),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_the_narrower_place_is_where_it_was(text: str, place: str, knowledge: Knowledge) -> None:
    claim = first(text, knowledge)
    assert claim.where is not None
    assert claim.where.text == place


def test_a_province_does_nothing(knowledge: Knowledge) -> None:
    claim = first("Air strikes on a market in Yemen's Hodeida province killed 16 civilians.", knowledge)
    assert claim.perpetrators == ()


def test_the_outlet_that_was_told_is_not_where_it_was(knowledge: Knowledge) -> None:
    claim = first('"I saw five bodies on the ground," a shopkeeper told Garowe Online.', knowledge)
    assert claim.where is None
    assert [speaker.name for speaker in claim.speakers] == ["Garowe Online", "shopkeeper"]


@pytest.mark.parametrize(
    "dateline", ["MOSCOW: ", "MOSCOW (Reuters) - ", "BEIRUT, Lebanon (AP) — ", "Moscow, May 12 -- "]
)
def test_where_a_desk_writes_is_not_where_it_happened(dateline: str) -> None:
    text = f"{dateline}Two men were killed in a missile strike on Sunday. The missile hit a house in Aleppo."
    claims = [one for one in extract(Item(id="a", text=text), load()).claims if one.event == "missile_strike"]
    assert {claim.where.text for claim in claims if claim.where} == {"Aleppo"}


def test_a_dateline_is_the_place_where_nothing_else_is() -> None:
    text = "IDLIB, Syria (AP) — Two men were killed in an air strike on a market on Sunday."
    [claim] = extract(Item(id="a", text=text), load()).claims
    assert claim.where is not None and claim.where.text in ("IDLIB", "IDLIB, Syria", "Syria")


@pytest.mark.parametrize(
    "text",
    [
        "The town began three days of mourning on Sunday for the 31 people killed in the attack on Orda last Thursday.",
        "A memorial was held on Sunday for 12 people killed in the strike on Orda last Thursday.",
    ],
)
def test_the_day_of_mourning_is_not_the_events(text: str, knowledge: Knowledge) -> None:
    when = first(text, knowledge).when
    assert when is not None and when.text == "last Thursday"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The attack killed 40 people in Orda, the deadliest there since 2016.", None),
        ("It was the worst attack on Orda since 2016.", None),
        ("كان الهجوم الأكثر دموية على سرمين منذ عام 2012", None),
        ("The attack on Monday killed 40 people, the deadliest in Orda since 2016.", "Monday"),
        ("The government had on Thursday given a toll of 47 dead in the attack on Orda.", None),
    ],
)
def test_what_a_superlative_is_measured_by_and_the_day_of_a_toll_are_not_its_day(
    text: str, when: str | None, knowledge: Knowledge
) -> None:
    told = first(text, knowledge).when
    assert (told.text if told else None) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The ministry confirmed in a statement late Monday that there had been an attack on Orda.", None),
        ("Explosions rocked the airport of Orda on Wednesday, with the minister accusing the rebels.", "Wednesday"),
    ],
)
def test_when_it_was_said_and_when_it_happened(text: str, when: str | None, knowledge: Knowledge) -> None:
    told = first(text, knowledge).when
    assert (told.text if told else None) == when
