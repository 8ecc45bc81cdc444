"""How wires of several wars put it: whose forces, who speaks, what is denied, what a toll has come to."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Interval, Item, Settings
from ascertain.resolve.stage import resolve


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge, published_at: str = "2019-11-19T12:00:00+03:00") -> tuple[Claim, ...]:
    item = Item(id="wire", text=text, source="River Wire", published_at=published_at)
    return resolve(item, extract(item, knowledge), knowledge, Settings()).claims


def violent(text: str, knowledge: Knowledge) -> list[Claim]:
    return [claim for claim in read(text, knowledge) if claim.event != "statement"]


def test_a_country_whose_party_it_is_neither_speaks_nor_acts(knowledge: Knowledge) -> None:
    claims = violent("Iraq's Popular Mobilisation Forces said on Monday that drones hit a depot.", knowledge)
    assert [speaker.id for speaker in claims[0].speakers] == ["pmf"]
    assert {claim.event for claim in claims} == {"drone_strike"}, "the name of a force is no movement"
    seized = violent("Two tankers were seized by Yemen's Houthi rebels early on Monday.", knowledge)
    assert [party.id for party in seized[0].perpetrators] == ["houthis"]


def test_whom_an_alliance_fights_does_not_speak_for_it(knowledge: Knowledge) -> None:
    text = "The Houthis have seized a tanker, the Saudi-led coalition fighting the group said on Monday."
    claims = violent(text, knowledge)
    assert [claim.event for claim in claims] == ["capture"]
    assert [speaker.id for speaker in claims[0].speakers] == ["coalition.saudi"]


def test_a_feast_does_not_speak(knowledge: Knowledge) -> None:
    text = "A blast killed at least 35 people on Monday, the eve of the summer feast, police and hospital sources said."
    assert "feast" not in violent(text, knowledge)[0].speakers[0].name


def test_what_is_passed_on_is_not_said_by_whom_it_names(knowledge: Knowledge) -> None:
    assert read("RT Ministry of Health: An air strike on a shelter killed 40 people.", knowledge)[0].speakers == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ministry said its planes hit only military targets and denied that it bombs schools.", ["denied"]),
        ("The ministry has dismissed as fake the reports of attacks on clinics in Idlib.", ["denied"]),
        ("The ministry said its planes hit two depots and a bridge.", ["asserted"]),
    ],
)
def test_what_a_party_denies_or_only_ever_does_is_no_admission(
    text: str, told: list[str], knowledge: Knowledge
) -> None:
    assert [claim.polarity for claim in violent(text, knowledge)] == told


def test_who_is_killed_is_the_one_the_sentence_is_about(knowledge: Knowledge) -> None:
    text = "A man who was visiting his daughter was killed when four bombs hit the clinic."
    assert [count.group for claim in violent(text, knowledge) for count in claim.counts] == ["men"]


def test_two_adjectives_share_a_noun(knowledge: Knowledge) -> None:
    claims = violent("A strike killed 52 foreign and local fighters.", knowledge)
    assert [(count.low, count.group) for count in claims[0].counts] == [(52, "combatants")]


def test_a_bomb_that_goes_off_is_not_counted_as_a_loss(knowledge: Knowledge) -> None:
    claims = violent("Three farmers died when a mine exploded near the canal.", knowledge)
    assert [(count.outcome, count.low) for count in claims[0].counts] == [("killed", 3)]


def test_a_leaders_planes_are_his_partys(knowledge: Knowledge) -> None:
    claims = violent("Haftar's warplanes bombed a shelter.", knowledge)
    assert [party.id for party in claims[0].perpetrators] == ["ly.lna"]


def test_an_officers_first_name_is_no_country(knowledge: Knowledge) -> None:
    text = "صرح المتحدث باسم قوات التحالف العقيد الركن تركي السهلي أن طائرات التحالف قصفت مواقع في صعدة."
    assert violent(text, knowledge)[0].speakers[0].id == "coalition.saudi"


def test_nothing_indefinite_belongs_to_a_definite_name(knowledge: Knowledge) -> None:
    claims = read("نفت قيادة العمليات المشتركة تعرض أي مواقع لضربة جوية.", knowledge)
    assert {speaker.name for claim in claims for speaker in claim.speakers} == {"قيادة العمليات المشتركة"}


def test_what_a_toll_of_the_dead_has_come_to_is_read_past_a_clause(knowledge: Knowledge) -> None:
    claims = violent("ارتفعت حصيلة قتلى القصف الجوي الذي استهدف المعسكر إلى 55 عنصراً.", knowledge)
    assert [(count.low, count.running) for count in claims[0].counts] == [(55, "total")]


def test_a_toll_that_has_risen_today_does_not_date_what_happened(knowledge: Knowledge) -> None:
    claims = violent("أفاد مصدر طبي، اليوم الثلاثاء، بارتفاع حصيلة ضحايا التفجير إلى 36 قتيلاً.", knowledge)
    assert claims[0].when is None and claims[0].said_at is not None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("نفى المتحدث استهداف سلاح الجو مركز احتجاز المهاجرين.", "detention"),
        ("The report used intercepted radio messages of pilots.", "interception"),
        ("Guards fired on people who tried to flee.", "displacement"),
    ],
)
def test_words_that_only_name_a_thing_tell_no_event(text: str, event: str, knowledge: Knowledge) -> None:
    assert event not in {claim.event for claim in read(text, knowledge)}


@pytest.mark.parametrize(
    ("hour", "day"), [("02:15", "2019-07-02"), ("22:40", "2019-07-03")], ids=["before dawn", "in the evening"]
)
def test_tonight_before_dawn_began_the_evening_before(hour: str, day: str, knowledge: Knowledge) -> None:
    claims = read("An air strike hit a shelter in Tripoli tonight.", knowledge, f"2019-07-03T{hour}:00+02:00")
    when = claims[0].when.value if claims[0].when else None
    assert isinstance(when, Interval) and when.timex == f"{day}TNI"


def test_an_agency_before_a_dash_is_no_persons_name(knowledge: Knowledge) -> None:
    claims = violent("Deir Ezzor, SANA - A military source said that planes attacked a base.", knowledge)
    assert [speaker.name for speaker in claims[0].speakers] == ["military source"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Three people were killed in Tajoura on Sunday.", "LY"),
        ("Three people were killed in Albukamal on Sunday.", "SY"),
        ("قتل ثلاثة أشخاص في معرة النعمان يوم الأحد.", "SY"),
        ("قتل ثلاثة أشخاص في ترهونة يوم الأحد.", "LY"),
    ],
)
def test_towns_are_known_as_reports_spell_them(text: str, country: str, knowledge: Knowledge) -> None:
    where = violent(text, knowledge)[0].where
    assert where is not None and getattr(where.value, "country", None) == country
