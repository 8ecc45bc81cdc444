"""Who denies, who accuses, who gives another figure, and what a later sentence adds; sentences of our own."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    """Read a text of 15 June 2022."""
    return list(extract(Item(id="x", text=text), knowledge).claims)


def told(claims: list[Claim], event: str, polarity: str = "asserted") -> Claim:
    [claim] = [claim for claim in claims if claim.event == event and claim.polarity == polarity]
    return claim


def names(claim: Claim, role: str) -> list[str]:
    return [party.name for party in getattr(claim, role)]


def figures(claim: Claim) -> list[tuple[str, float | None, float | None]]:
    return [(count.outcome, count.low, count.high) for count in claim.counts]


def test_who_denies_having_done_it_denies_the_event_by_name(knowledge: Knowledge) -> None:
    claims = read("Five people died in the shelling of Dorvana. The army denied involvement.", knowledge)
    denied = told(claims, "shelling", "denied")
    assert names(denied, "perpetrators") == ["army"] and [one.name for one in denied.speakers] == ["army"]
    assert told(claims, "shelling").counts and not denied.counts


def test_the_latter_is_the_party_named_last(knowledge: Knowledge) -> None:
    claims = read(
        "Activists accused the rebels of shelling the market, killing nine people, but the latter denied carrying out "
        "the attack.",
        knowledge,
    )
    assert names(told(claims, "shelling"), "perpetrators") == ["rebels"]
    assert names(told(claims, "shelling", "denied"), "perpetrators") == ["rebels"]
    arabic = read("اتهم ناشطون قوات الدعم السريع بقتل 15 مدنياً، فيما نفت الأخيرة مسؤوليتها عن الهجوم.", knowledge)
    accused, denied = told(arabic, "killing"), told(arabic, "killing", "denied")
    assert names(accused, "perpetrators") == names(denied, "perpetrators") == ["قوات الدعم السريع"]
    assert [one.name for one in accused.speakers] == ["ناشطون"]
    assert [one.name for one in denied.speakers] == ["قوات الدعم السريع"]


def test_a_denial_ends_where_its_speaker_says_something_else(knowledge: Knowledge) -> None:
    claims = read(
        "The army denied that it had shelled the hospital and said that rebels had fired mortars at it, killing three.",
        knowledge,
    )
    assert names(told(claims, "shelling", "denied"), "perpetrators") == ["army"]
    other = told(claims, "shelling")
    assert names(other, "perpetrators") == ["rebels"] and figures(other) == [("killed", 3, 3)]
    arabic = read(
        "نفت وزارة الدفاع استهداف المدنيين في قرية الصفرا، وقالت إن الغارة استهدفت تجمعاً للمسلحين.", knowledge
    )
    assert names(told(arabic, "attack", "denied"), "targets") == ["المدنيين"]
    strike = told(arabic, "air_strike")
    assert names(strike, "targets") == ["تجمعاً للمسلحين"] and [one.name for one in strike.speakers] == ["وزارة الدفاع"]


def test_two_speakers_figures_are_two_claims(knowledge: Knowledge) -> None:
    claims = read(
        "The army said three people died in the strike on Talmira, but residents said that ten people, including four "
        "children, were killed.",
        knowledge,
    )
    by = {claim.speakers[0].name: figures(claim) for claim in claims if claim.event == "air_strike"}
    assert by == {"army": [("killed", 3, 3)], "residents": [("killed", 10, 10), ("killed", 4, 4)]}


def test_two_events_of_one_kind_keep_words_of_their_own(knowledge: Knowledge) -> None:
    claims = read("The army denied that it shelled Orda and said that rebels shelled Sarun, killing two.", knowledge)
    first, second = [claim for claim in claims if claim.event == "shelling"]
    assert first.id != second.id and first.quote.end <= second.quote.end


@pytest.mark.parametrize(
    "text, low",
    [
        ("Two paramedics were among the dead, according to the health ministry.", 2),
        ("Jane Roe and John Doe were among those killed in the strike on the clinic.", 2),
        ("The dead included three children.", 3),
    ],
)
def test_some_of_the_dead_are_that_many_at_least(knowledge: Knowledge, text: str, low: int) -> None:
    [claim] = read(text, knowledge)
    assert figures(claim) == [("killed", low, None)] and claim.counts[0].rule == "at_least"


def test_the_day_and_place_told_in_the_next_sentence(knowledge: Knowledge) -> None:
    [claim] = read(
        "Nine people were killed in an attack on a checkpoint. The attack took place at dawn on Friday near the town "
        "of Serat.",
        knowledge,
    )
    assert claim.when is not None and claim.where is not None and claim.where.text == "Serat"
    [other] = read("Nine people died in an attack. The attack comes two days after a bombing elsewhere.", knowledge)
    assert other.when is None


def test_an_armed_side_announces_its_own_deed(knowledge: Knowledge) -> None:
    claims = read("أعلنت القوات المسلحة إسقاط طائرة استطلاع.", knowledge)
    assert names(told(claims, "interception"), "perpetrators") == ["القوات المسلحة"]
    arrest = told(read("The army announced the arrest of five suspects.", knowledge), "detention")
    assert names(arrest, "perpetrators") == ["army"] and names(arrest, "targets") == ["five suspects"]
    taken = told(read("أعلنت قسد اعتقال قيادي في تنظيم داعش.", knowledge), "detention")
    assert names(taken, "perpetrators") == ["قسد"] and names(taken, "targets") == ["قيادي في تنظيم داعش"]


def test_aircraft_make_a_raid_a_strike_and_an_airdrop_stays_one(knowledge: Knowledge) -> None:
    assert told(read("Warplanes carried out two raids on the outskirts of the town.", knowledge), "air_strike")
    assert told(read("Helicopters carried out an airdrop operation in the town of Orda.", knowledge), "raid")


def test_parties_side_by_side_are_two(knowledge: Knowledge) -> None:
    claim = told(read("اتهمت الحكومة الحوثيين بقصف مخيم للنازحين.", knowledge), "shelling")
    assert names(claim, "perpetrators") == ["الحوثيين"] and [one.name for one in claim.speakers] == ["الحكومة"]
    taken = told(read("اختطف مسلحون مجهولون طبيباً من أمام منزله.", knowledge), "abduction")
    assert names(taken, "perpetrators") == ["مسلحون مجهولون"] and names(taken, "targets") == ["طبيباً"]


def test_bodies_are_counted_by_whose_they_are(knowledge: Knowledge) -> None:
    [claim] = read("انتشلت فرق الدفاع المدني جثامين ستة أشخاص من تحت الأنقاض.", knowledge)
    assert figures(claim) == [("killed", 6, 6)]


def test_who_did_it_behind_a_relative(knowledge: Knowledge) -> None:
    claim = told(read("القصف الذي نفذه الجيش على سوق المدينة أوقع عشرة قتلى.", knowledge), "shelling")
    assert names(claim, "perpetrators") == ["الجيش"] and figures(claim) == [("killed", 10, 10)]
    general = read("الهجمات التي تشنها قوات النظام على السوريين تهدد استقرارهم.", knowledge)
    assert not [claim for claim in general if claim.event == "attack"]


def test_a_father_is_no_month(knowledge: Knowledge) -> None:
    [claim] = read("استشهاد عائلة مكونة من الأب والأم بقصف على منزلهم.", knowledge)
    assert claim.when is None


def test_who_says_it_is_not_who_died(knowledge: Knowledge) -> None:
    claim = told(
        read(
            "Airstrikes by the coalition hit a wedding, killing 20 people, most of them women and children, a health "
            "official and the television said.",
            knowledge,
        ),
        "air_strike",
    )
    assert [(one.name, one.beside) for one in claim.speakers] == [("health official", False), ("television", True)]


TOGETHER = [
    ("The health ministry and the civil defence said nine people were killed in the strike.",
     ["health ministry", "civil defence"]),
    ("Nine people were killed, according to the health ministry and the civil defence.",
     ["health ministry", "civil defence"]),
    ("Three soldiers died in the ambush, the army and police said.", ["army", "police"]),
    ("قالت وزارة الصحة والدفاع المدني إن تسعة أشخاص قتلوا في الغارة.", ["وزارة الصحة", "الدفاع المدني"]),
    ("ذكرت رويترز وفرانس برس أن غارة قتلت ستة أشخاص.", ["رويترز", "فرانس برس"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), TOGETHER)
def test_those_who_say_it_together_are_all_named(text: str, names: list[str], knowledge: Knowledge) -> None:
    (claim,) = read(text, knowledge)
    assert [one.name for one in claim.speakers] == names
    assert [one.beside for one in claim.speakers] == [False, True]
    assert claim.innermost is not None and claim.innermost.name == names[0]


def test_whoever_stands_before_that_speaks_though_no_list_has_them(knowledge: Knowledge) -> None:
    (claim,) = read("قالت لجان مقاومة المدينة إن القذائف قتلت ستة أشخاص في أم درمان.", knowledge)
    assert [one.name for one in claim.speakers] == ["لجان مقاومة المدينة"]
    (claim,) = read("The city's Resistance Committees said shells killed six people in Omdurman.", knowledge)
    assert [one.name for one in claim.speakers] == ["Resistance Committees"]


ACCUSED = [
    ("The minister blamed the murder of two nurses on cattle raiders.", "cattle raiders", ["two nurses"]),
    ("The president condemned the terrorist killing of the attorney general and accused the Dawn Front of the crime.",
     "Dawn Front", ["attorney general"]),
    ("The leaders accuse the army and the \"most radical\" wing of the government of the attack on the union's office.",
     "army", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doer", "struck"), ACCUSED)
def test_who_is_accused_did_it(text: str, doer: str, struck: list[str] | None, knowledge: Knowledge) -> None:
    claim = next(one for one in read(text, knowledge) if one.event != "statement")
    assert claim.perpetrators[0].name == doer
    assert struck is None or [one.name for one in claim.targets] == struck


SHARED = [
    ("The raid left 36 dead and wounded in Orda.", {("killed", 1, 36), ("injured", 1, 36)}),
    ("Clashes left 36 dead or wounded in Orda.", {("killed", None, 36), ("injured", None, 36)}),
    ("The raid left 36 dead and 12 wounded in Orda.", {("killed", 36, 36), ("injured", 12, 12)}),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_one_figure_of_two_outcomes_is_neithers_own(
    text: str, expected: set[tuple[str, int | None, int | None]], knowledge: Knowledge
) -> None:
    (claim,) = read(text, knowledge)
    assert set(figures(claim)) == expected


def test_the_dead_of_a_shelling_attack_did_not_do_it(knowledge: Knowledge) -> None:
    (claim,) = read("Three women died in a separate shelling attack on the market.", knowledge)
    assert claim.event == "shelling"
    assert not claim.perpetrators


def test_a_person_with_an_office_is_counted(knowledge: Knowledge) -> None:
    claim = told(read("A roadside bomb hit a convoy, killing a district commissioner.", knowledge), "bombing")
    assert figures(claim) == [("killed", 1, 1)]


def test_a_whole_stands_before_its_named_parts(knowledge: Knowledge) -> None:
    claim = told(
        read("Dozens of civilians including women and children were killed in an airstrike.", knowledge), "air_strike"
    )
    assert {(count.group, count.part_of) for count in claim.counts} >= {("civilians", None), ("women", 0)}
    [arabic] = read("قضى 6 أشخاص، هم رجل وزوجته وأربعة من أطفالهما، جراء غارة على منزلهم.", knowledge)
    assert [one[1] for one in figures(arabic)] == [6, 1, 1, 4] and arabic.counts[0].part_of is None


def test_predicates_and_asides_between_dashes(knowledge: Knowledge) -> None:
    [dead] = read("Up to twenty civilians are reportedly dead following an air strike near Orda.", knowledge)
    assert ("killed", None, 20) in figures(dead)
    claims = read("Six people - two of them women - were killed when their bus was bombed.", knowledge)
    assert figures(told(claims, "bombing"))[0] == ("killed", 6, 6)


def test_a_length_of_time_is_no_day(knowledge: Knowledge) -> None:
    claim = told(
        read("Militants stormed the base in Orda, starting an hour long battle.", knowledge), "ground_offensive"
    )
    assert claim.when is None


def test_where_rockets_came_from_is_not_where_they_fell(knowledge: Knowledge) -> None:
    claim = told(read("Rockets fired from Gaza hit the city of Haifa, wounding two people.", knowledge), "shelling")
    assert claim.where is not None and claim.where.text.endswith("Haifa")


def test_a_name_in_quotation_marks_belongs_to_the_group_before_it(knowledge: Knowledge) -> None:
    claim = told(read('استهدفت فصائل "الفتح المبين" بالمدفعية مواقع قوات النظام في القرية.', knowledge), "shelling")
    assert names(claim, "perpetrators") == ['فصائل "الفتح المبين"']


def test_who_is_told_to_have_done_it_between_noun_and_deed(knowledge: Knowledge) -> None:
    claim = told(
        read("إصابة مدنيين جراء قيام قوات النظام باستهداف سيارة بصاروخ موجه في القرية.", knowledge), "missile_strike"
    )
    assert names(claim, "perpetrators") == ["قوات النظام"]
    drone = told(read("قصف بطائرة مسيرة يُعتقد أنها تابعة للجيش التركي استهدف سيارة.", knowledge), "drone_strike")
    assert names(drone, "perpetrators") == ["جيش التركي"] and drone.hedge == "يُعتقد أنها"


def test_what_came_under_fire_is_the_target(knowledge: Knowledge) -> None:
    claim = told(read("تعرضت قرية كفرعمة لقصف مدفعي من قبل قوات النظام دون وقوع إصابات.", knowledge), "shelling")
    assert names(claim, "targets") == ["قرية كفرعمة"] and names(claim, "perpetrators") == ["قوات النظام"]


def test_according_to_what_a_source_reported(knowledge: Knowledge) -> None:
    claim = told(
        read("قتل 19 مدنياً في قصف جوي على القرية، وفق ما أفاد المرصد السوري لحقوق الإنسان.", knowledge), "air_strike"
    )
    assert [one.name for one in claim.speakers] == ["المرصد السوري لحقوق الإنسان"]


def test_a_toll_beside_the_missing(knowledge: Knowledge) -> None:
    claim = told(
        read(
            "The death toll from a missile attack on Orda rose to 40 on Monday, with 30 people still missing.",
            knowledge,
        ),
        "missile_strike",
    )
    assert figures(claim) == [("killed", 40, 40), ("missing", 30, 30)]


def test_two_outlets_figures_are_two_claims(knowledge: Knowledge) -> None:
    claims = read(
        "Rebel shelling killed five civilians in Talmira, state news agency SANA reported, while the Observatory "
        "put the toll at nine.",
        knowledge,
    )
    assert {claim.speakers[0].name: figures(claim) for claim in claims} == {
        "state news agency SANA": [("killed", 5, 5)],
        "Observatory": [("killed", 9, 9)],
    }


def test_who_denies_allegations_denies_them_of_the_accused(knowledge: Knowledge) -> None:
    claims = read("Activists accuse Wagner mercenaries of killing dozens; Moscow denies the allegations.", knowledge)
    accused, denied = told(claims, "killing"), told(claims, "killing", "denied")
    assert names(accused, "perpetrators") == names(denied, "perpetrators") == ["Wagner mercenaries"]
    assert [one.name for one in denied.speakers] == ["Moscow"] and accused.counts and not denied.counts


def test_whose_drones_they_are_stands_between_verb_and_target(knowledge: Knowledge) -> None:
    claim = told(
        read("قصفت طائرات مسيّرة تابعة للجيش السوداني مواقع للدعم السريع، مما أوقع 9 قتلى.", knowledge), "drone_strike"
    )
    assert names(claim, "perpetrators") == ["طائرات مسيّرة تابعة للجيش السوداني"]
    assert names(claim, "targets") == ["مواقع للدعم السريع"]


def test_who_told_an_outlet_is_not_named_after_it(knowledge: Knowledge) -> None:
    claim = told(read("وقال شهود عيان لوكالة رويترز إن مسلحين أطلقوا النار على حافلة.", knowledge), "shooting")
    assert [one.name for one in claim.speakers] == ["وكالة رويترز", "شهود عيان"]


def test_parts_behind_who_says_it(knowledge: Knowledge) -> None:
    claim = told(
        read("Nine people were killed in the strike, medics said, including four children.", knowledge), "air_strike"
    )
    assert figures(claim) == [("killed", 9, 9), ("killed", 4, 4)]
    other = told(read("A shell hit a house, medics said on Monday, killing two people.", knowledge), "shelling")
    assert not other.perpetrators
