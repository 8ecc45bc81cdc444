"""What an Arabic denial denies, who is said to have done it instead, and who says so."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge():
    return load()


def events(text, knowledge):
    claims = extract(Item(id="x", text=text, lang="ar"), knowledge).claims
    return [
        (claim.event, claim.polarity, [party.name for party in claim.perpetrators])
        for claim in claims
        if claim.event != "statement"
    ]


def speakers(text, knowledge):
    claims = extract(Item(id="x", text=text, lang="ar"), knowledge).claims
    return [speaker.name for claim in claims if claim.event != "statement" for speaker in claim.speakers]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("كان جيش سارون قد نفى - في وقت سابق اليوم - استهداف مركز في أوردة.", [("attack", "denied", [])]),
        ("قصف الجيش مدرسة. نفت الفصائل وجود مسلح في المدرسة التي قصفها الجيش.", [("shelling", "asserted", ["الجيش"])]),
        ("نفى الجيش صحة القصف الذي استهدف سوق أوردة.", [("shelling", "denied", [])]),
        ("قال إن النظام هو من قصف سوق أوردة.", [("shelling", "asserted", ["النظام"])]),
        ("قوات النظام هي التي قصفت سوق أوردة.", [("shelling", "asserted", ["قوات النظام"])]),
    ],
)  # fmt: skip
def test_what_is_denied(text, told, knowledge):
    assert events(text, knowledge)[: len(told)] == told
    assert all(polarity == told[0][1] for _, polarity, _ in events(text, knowledge))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("استهدف القصف سوق أوردة، طبقا للمتحدث باسم الوزارة.", "متحدث باسم الوزارة"),
        ("سقط قتلى في استهداف القاعة، ووفقا لمصادر صحية فإن نحو 105 أشخاص قتلوا.", "مصادر صحية"),
        ("نفت وزارة الدفاع الروسية صحة الأنباء عن غارات على سوق أوردة.", "وزارة الدفاع الروسية"),
    ],
)
def test_who_says_so(text, who, knowledge):
    assert speakers(text, knowledge)[0] == who


def test_who_says_so_is_not_struck(knowledge):
    text = "استهدف القصف سوق أوردة، طبقا للمتحدث باسم الوزارة."
    (claim,) = extract(Item(id="x", text=text, lang="ar"), knowledge).claims
    assert [party.name for party in claim.targets] == ["سوق أوردة"]


def test_a_denial_ends_where_its_speaker_says_who_did_it(knowledge):
    told = events("نفى الجيش استهداف المركز في أوردة، مؤكدا أن الفصائل قصفت المركز.", knowledge)
    assert sorted(told) == [("attack", "denied", ["الجيش"]), ("shelling", "asserted", ["الفصائل"])]


def test_what_no_information_confirms_is_asked(knowledge):
    text = "قصفت الدبابات سوق أوردة. وقالت الوزارة إنه لا معلومات متوفرة لديها تشير إلى قصف في هذه المنطقة."
    assert [polarity for _, polarity, _ in events(text, knowledge)] == ["asserted", "questioned"]


def test_who_is_called_something_claims_nothing(knowledge):
    (claim,) = extract(Item(id="x", text="مقتل صحفي يدعى «محمد سالم» في انفجار في أوردة.", lang="ar"), knowledge).claims
    assert claim.speakers == () and claim.hedge is None
