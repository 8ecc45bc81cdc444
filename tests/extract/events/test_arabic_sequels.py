"""Arabic: what was answered, who was hurt besides, what sappers blow up, what fell and whose it was."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]
Read = tuple[str, list[str], str]


def _read(claim: Claim) -> Read:
    return claim.event, [one.name for one in claim.perpetrators], claim.where.text if claim.where is not None else ""


def _whole(claims: list[Claim]) -> list[tuple[str, float | None, str | None]]:
    return [(one.outcome, one.high, one.group) for claim in claims for one in claim.counts if one.part_of is None]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "قصفت قوات النظام بلدة أوردة فجراً، وردّت القوات التركية باستهداف مواقعها في بلدة سارون.",
            [("shelling", ["قوات النظام"], "بلدة أوردة"), ("attack", ["القوات التركية"], "بلدة سارون")],
        ),
        (
            "قصفت قوات النظام بلدة أوردة، ورد الجيش التركي بإطلاق قذائف على بلدة سارون.",
            [("shelling", ["قوات النظام"], "بلدة أوردة"), ("shelling", ["الجيش التركي"], "بلدة سارون")],
        ),
        (
            "في المقابل، رد الجيش التركي برشقات صاروخية استهدفت مواقع قرب بلدة سارون.",
            [("missile_strike", ["الجيش التركي"], "بلدة سارون")],
        ),
        ("وورد في بيان البلدية أن قصفاً استهدف بلدة أوردة.", [("shelling", [], "بلدة أوردة")]),
        (
            "قصفت المدفعية بلدة أوردة بالتزامن مع قصف مماثل على بلدة سارون.",
            [("shelling", [], "بلدة أوردة"), ("shelling", [], "بلدة سارون")],
        ),
    ],
)
def test_what_answers_or_goes_with_an_attack_is_another(text: str, events: list[Read], told: Told) -> None:
    assert [_read(claim) for claim in told(text)] == events


def test_whoever_answers_does_not_strike_where_the_sentence_before_tells_of(told: Told) -> None:
    claims = told("قصفت قوات النظام بلدة أوردة. وردت القوات التركية بقصف مواقع المدفعية.")
    assert [claim.where.text if claim.where else "" for claim in claims] == ["بلدة أوردة", ""]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("قتل الجيش رجلين وأصاب ثالثاً في بلدة أوردة.", [("killed", 2, "men"), ("injured", 1, "unknown")]),
        ("اعتقلت الشرطة شابين ثم اعتقلت ثالثاً في أوردة.", [("detained", 2, "men"), ("detained", 1, "unknown")]),
        ("قتل مسلحون مدنيين في بلدة أوردة.", [("killed", None, "civilians")]),
        ("اختطف مسلحون شابين في بلدة أوردة.", [("detained", 2, "men")]),
        ("ألقت الشرطة القبض على خلية مؤلفة من 6 في بلدة أوردة.", [("detained", 6, "combatants")]),
        ("قبضت قوى الأمن على ثلاثة مسلحين في بلدة أوردة.", [("detained", 3, "combatants")]),
        ("أطلق مجهولون النار على شاب في أوردة، ما أدى لإصابته بجروح.", [("injured", 1, "unknown")]),
        ("قتل شاب في بلدة أوردة متأثراً بإصابته بشظايا قذيفة.", [("killed", 1, "men")]),
    ],
)
def test_whom_it_befell_besides(text: str, counts: list[tuple[str, float | None, str | None]], told: Told) -> None:
    assert _whole(told(text)) == counts


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("فجرت فرق الهندسة عبوة ناسفة في بلدة أوردة دون إصابات.", []),
        ("قامت وحدات الهندسة بتفجير عبوة ناسفة في بلدة أوردة.", []),
        ("قتل عنصران من فرق الهندسة بانفجار لغم في بلدة أوردة.", [("landmine", [], "بلدة أوردة")]),
        (
            "كان القتيل مسؤولا عن إطلاق الصواريخ، وقتل بغارة على بلدة أوردة.",
            [("air_strike", [], "بلدة أوردة")],
        ),
        (
            "انطلقت صواريخ الحوثيين من بلدة سارون نحو بلدة أوردة.",
            [("missile_strike", ["صواريخ الحوثيين"], "بلدة أوردة")],
        ),
        ("سقطت قذائف الجيش على حي سكني في بلدة أوردة.", [("shelling", ["قذائف الجيش"], "بلدة أوردة")]),
        ("سقطت طائرة مسيرة للجيش في بلدة أوردة.", []),
        ("هاجم مستوطنون بلدة أوردة.", [("attack", ["مستوطنون"], "بلدة أوردة")]),
        ("هاجم مقاتلو الحركة بلدة أوردة.", [("ground_offensive", ["مقاتلو الحركة"], "بلدة أوردة")]),
        ("اعتدى عليهما جنود الجيش في بلدة أوردة.", [("attack", ["جنود الجيش"], "بلدة أوردة")]),
    ],
)
def test_what_was_an_attack_and_whose(text: str, events: list[Read], told: Told) -> None:
    assert [_read(claim) for claim in told(text)] == events
