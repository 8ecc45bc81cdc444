"""Accusations in Arabic: who accuses, who is accused, and who denies that it did what was done."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item, Settings
from ascertain.resolve.stage import resolve

KNOWN = load()
SETTINGS = Settings(title="t", time_zone="UTC", countries=())


def claims(text: str) -> list[Claim]:
    item = Item(id="a", text=text)
    return [one for one in resolve(item, extract(item, KNOWN), KNOWN, SETTINGS).claims if one.event != "statement"]


@pytest.mark.parametrize(
    ("text", "speaker", "accused"),
    [
        ("اتهمت قسد تركيا بقصف قرية أوردة", "sdf", "tr"),
        ("حمّل المجلس المحلي قوات النظام مسؤولية القصف على أوردة", None, "sy.armed_forces"),
        ("حمّلت منظمة العفو التحالف المسؤولية عن الغارة على قرية أوردة", "منظمة العفو", "coalition"),
        ("حملت وزارة الخارجية إسرائيل مسؤولية الهجوم على مطار أوردة", "وزارة الخارجية", "il"),
        ("وحملت الإدارة الذاتية الجيش التركي مسؤولية قصف محطة الكهرباء في أوردة", "aanes", "tr.armed_forces"),
        ("اتهم النظام السوري بقصف مدرسة في أوردة", None, "sy.government"),
        ("قسد تتهم تركيا بقصف قرية أوردة", "sdf", "tr"),
        ("واتهم ناشطون قوات سوريا الديمقراطية باعتقال طفل في أوردة", "ناشطون", "sdf"),
        ("اتهم والد الضحية عناصر قسد بقتل ابنه في أوردة", "والد الضحية", "sdf"),
    ],
)
def test_who_accuses_and_who_is_accused(text: str, speaker: str | None, accused: str) -> None:
    (claim,) = claims(text)
    assert [party.id for party in claim.perpetrators] == [accused]
    assert [one.id if one.id in {"sdf", "aanes"} else one.name for one in claim.speakers] == [speaker][: bool(speaker)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("نفت تركيا مسؤوليتها عن قصف مخيم للنازحين", "tr"),
        ("تركيا تنفي مسؤوليتها عن قصف مخيم للنازحين", "tr"),
        ("نفى الجيش التركي أي علاقة له بقصف السوق في أوردة", "tr.armed_forces"),
        ("نفت قسد أي صلة لها بالتفجير الذي ضرب أوردة", "sdf"),
        ("نفى التحالف الدولي وقوفه وراء الغارة على قرية أوردة", "coalition"),
        ("نفت روسيا ضلوع طائراتها في قصف المشفى في أوردة", "ru"),
    ],
)
def test_who_denies_having_done_it_does_not_deny_that_it_was_done(text: str, who: str) -> None:
    told = {(one.polarity, *(party.id for party in one.perpetrators)) for one in claims(text)}
    assert told == {("asserted",), ("denied", who)}


def test_who_denies_the_deed_itself_denies_it() -> None:
    (claim,) = claims("نفى التحالف الدولي تنفيذ غارة على قرية أوردة")
    assert (claim.polarity, claim.perpetrators[0].id) == ("denied", "coalition")


@pytest.mark.parametrize(
    ("text", "who", "hedge"),
    [
        ("مسلحون يرجح انتماؤهم لتنظيم داعش قتلوا راعيين في بادية أوردة", "isis", "يرجح"),
        ("خلايا يعتقد أنها تابعة لتنظيم داعش هاجمت حافلة في أوردة", "isis", "يعتقد أنها"),
        ("هاجم مسلحون يعتقد أنهم تابعون لتنظيم الدولة حاجزاً لقسد في أوردة", "isis", "يعتقد"),
        ("قتل شاب على يد مجهولين يرجح أنهم من خلايا داعش في أوردة", "isis", "يرجح أنهم"),
        ("قصفت طائرة مسيرة يعتقد أنها تركية سيارة في أوردة", "tr", "يعتقد أنها"),
    ],
)
def test_whose_men_or_aircraft_they_are_believed_to_be_is_told_with_the_doubt(text: str, who: str, hedge: str) -> None:
    (claim,) = claims(text)
    assert ([party.id for party in claim.perpetrators], claim.hedge) == ([who], hedge)


def test_gunmen_of_whom_nothing_is_known_are_nobodys() -> None:
    (claim,) = claims("هاجم مسلحون مجهولون حاجزاً لقسد في أوردة")
    assert "isis" not in [party.id for party in claim.perpetrators]


@pytest.mark.parametrize(
    "text",
    [
        "قتلت امرأة إثر قصف صاروخي مصدره المناطق التي تسيطر عليها قوات النظام وقسد استهدف مخيماً في أوردة",
        'قتلت امرأة إثر قصف صاروخي مصدره قوات النظام و"قوات سورية الديمقراطية" (قسد) استهدف مخيماً في أوردة',
        'إصابات بقصف صاروخي مصدره مناطق سيطرة "النظام وقسد" استهدف مخيماً في أوردة',
        "قتلت امرأة إثر قصف صاروخي من مناطق سيطرة قوات النظام وقسد استهدف مخيماً في أوردة",
    ],
)
def test_shells_from_land_that_two_hold_are_of_both_and_one_event(text: str) -> None:
    (claim,) = claims(text)
    assert claim.event == "missile_strike"
    assert {party.id.split(".")[0] for party in claim.perpetrators if party.id} == {"sy", "sdf"}
