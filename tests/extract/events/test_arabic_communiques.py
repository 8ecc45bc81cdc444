"""What Arabic communiqués tell: that nobody was hurt, what is only asked, whose forces and aircraft, who was killed."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _hurt(claims: list[Claim]) -> list[tuple[str, str | None, float | None, float | None]]:
    return [(one.outcome, one.group, one.low, one.high) for claim in claims for one in claim.counts]


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("لم تسفر الغارة عن سقوط قتلى أو جرحى.", [("killed", "unknown", 0, 0), ("injured", "unknown", 0, 0)]),
        ("لم يخلف القصف قتلى.", [("killed", "unknown", 0, 0)]),
        ("لم يسفر القصف عن أي إصابات أو قتلى في صفوف المدنيين.",
         [("injured", "civilians", 0, 0), ("killed", "civilians", 0, 0)]),
        ("قال المصدر إن التقييم يشير إلى عدم مقتل أو إصابة أي مدني.",
         [("killed", "civilians", 0, 0), ("injured", "civilians", 0, 0)]),
        ("أدى القصف إلى سقوط قتلى ولم يؤد إلى أضرار.", [("killed", "unknown", None, None)]),
        ("قتل شخص ولم تسفر الغارة عن أضرار مادية.", [("killed", "unknown", 1, 1)]),
    ],
)  # fmt: skip
def test_what_an_event_did_not_lead_to(text: str, hurt: list[tuple[str, str, float, float]], told: Told) -> None:
    assert _hurt(told(text)) == hurt


@pytest.mark.parametrize(
    "text",
    [
        "قصفت طائرات إسرائيلية بلدة أوردا من دون أن يتضح ما إذا كان القصف قد أسفر عن سقوط قتلى.",
        "قصفت الطائرات بلدة أوردا ولم يعرف ما إذا كانت الغارة قد أوقعت قتلى.",
    ],
)
def test_what_is_only_asked_is_not_told_of_the_strike(text: str, told: Told) -> None:
    claims = told(text)
    assert [claim.polarity for claim in claims if claim.counts] == ["questioned"]
    assert [claim.event for claim in claims if claim.polarity == "asserted"] == ["air_strike"]


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("وتأتي الغارة على بلدة أوردا بعد يوم من مقتل ثلاثة مدنيين في سرمين.", {"killing": 3}),
        ("استهدفت غارة بلدة أوردا وسط مخاوف من سقوط قتلى.", {}),
        ("القصف على بلدة أوردا قد يؤدي إلى سقوط قتلى.", {}),
        ("لم يعلن عن سقوط قتلى في القصف على بلدة أوردا.", {}),
        ("أدت الغارة على بلدة أوردا إلى مقتل ثلاثة مدنيين بعد يوم من القصف.", {"air_strike": 3}),
    ],
)
def test_what_is_told_beside_the_event(text: str, hurt: dict[str, int], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.polarity == "asserted" and claim.mood == "actual"]
    assert {claim.event: one.low for claim in claims for one in claim.counts if one.outcome == "killed"} == hurt


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("أكد مراسلنا أن المواطن خالد سعيد أصيب جراء قصف على بلدة أوردا.", [("injured", "civilians", 1, 1)]),
        ("قال الجيش إن خالد سعيد قُتل في غارة على أوردا.", [("killed", "unknown", 1, 1)]),
        ("إن خالد سعيد، أحد قادة الحركة وزعيم خلاياها، قُتل في ضربة في أوردا.", [("killed", "combatants", 1, 1)]),
        ("القيادي خالد سعيد قتل في غارة على أوردا.", [("killed", "combatants", 1, 1)]),
        ("إن خالد سعيد وعمر خالد قُتلا في غارة على أوردا.", [("killed", "unknown", 2, 2)]),
        ("خالد سعيد قتل ثلاثة مدنيين في أوردا.", [("killed", "civilians", 3, 3)]),
    ],
)
def test_who_is_named_before_the_verb(text: str, hurt: list[tuple[str, str, float, float]], told: Told) -> None:
    assert _hurt(told(text)) == hurt


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        ("أعلنت الحركة إسقاط مروحية للجيش التركي في أوردا.", "interception", [], ["جيش التركي"]),
        ("إسقاط مقاتلة حربية تابعة لقوات حفتر جنوبي أوردا.", "interception", [], ["قوات حفتر"]),
        ("قالت الوزارة إن قواتها الخاصة قصفت بلدة أوردا.", "shelling", [], ["بلدة أوردا"]),
        ("قال الناطق إن الجماعة هاجمت مطار أوردا بصاروخ باليستي.", "missile_strike", ["الجماعة"], ["مطار أوردا"]),
    ],
)
def test_whose_it_was(text: str, event: str, doers: list[str], struck: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert claim.event == event
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == struck


def test_missiles_that_were_brought_down_are_no_missile_strike(told: Told) -> None:
    assert {claim.event for claim in told("تصدت الدفاعات الجوية وأسقطت عدداً من الصواريخ.")} == {"interception"}


@pytest.mark.parametrize(
    ("text", "killed"),
    [("أعلنت تركيا تحييد 6 من عناصر الحركة في أوردا.", [6]), ("دعا إلى تحييد المدنيين عن القصف في أوردا.", [])],
)
def test_who_is_neutralised(text: str, killed: list[int], told: Told) -> None:
    assert [one.low for claim in told(text) for one in claim.counts if one.outcome == "killed"] == killed


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("قصفت طائرات يعتقد أنها روسية بلدة أوردا.", ["طائرات يعتقد أنها روسية"]),
        (
            "قصفت طائرات مجهولة يرجح أنها تابعة للتحالف الدولي بلدة أوردا.",
            ["طائرات مجهولة يرجح أنها تابعة للتحالف الدولي"],
        ),
        ("حملت المعارضة النظام مسؤولية القصف على بلدة أوردا.", ["النظام"]),
        ("قصف مدفعي تركي على بلدة أوردا رداً على قصف لقسد.", ["تركي"]),
        ("تعرضت بلدة أوردا لقصف من جهة مجهولة.", []),
    ],
)
def test_who_is_thought_to_have_done_it(text: str, doers: list[str], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.event != "statement"]
    assert [(party.name, claim.where and claim.where.text) for claim in claims for party in claim.perpetrators] == [
        (doer, "بلدة أوردا") for doer in doers
    ]
    assert {claim.where.text for claim in claims if claim.where} == {"بلدة أوردا"}
