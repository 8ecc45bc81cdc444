"""Arabic: demolitions, duals, our men, members counted in lists, incidents of before, and who flew a strike."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _names(claim: Claim) -> tuple[list[str], list[str]]:
    return [one.name for one in claim.perpetrators], [one.name for one in claim.targets]


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        ("الجيش ينسف مربعا سكنيا في بلدة أوردة.", "demolition", ["الجيش"], ["مربعا سكنيا"]),
        ("جرفت آليات الجيش أراضي زراعية شرق أوردة.", "demolition", ["آليات الجيش"], ["أراضي زراعية"]),
        ("روسيا والنظام يقصفان بلدة أوردة.", "shelling", ["روسيا", "النظام"], ["بلدة أوردة"]),
        ("طائرتان حربيتان تقصفان مواقع في أوردة.", "air_strike", ["طائرتان حربيتان"], ["مواقع"]),
        ("سرايا القدس: قنص مجاهدونا جنديا في أوردة.", "shooting", ["سرايا القدس"], ["جنديا"]),
        ("كتائب القسام: استهدفنا آلية عسكرية في أوردة.", "attack", ["كتائب القسام"], ["آلية عسكرية"]),
        ("استهدفوا خلال المعارك، دبابة في مدينة حلب.", "armed_clash", [], ["دبابة"]),
        ("قصفت القوات خلال اشتباكات عنيفة، منزلا في أوردة.", "shelling", ["القوات"], ["منزلا"]),
        ("تمكن \"فوج الرماية\" لسرايا القدس من قصف مواقع الجيش.", "shelling", ["سرايا القدس"], ["مواقع الجيش"]),
        ("تمكن مقاتلو الجبهة من استهداف دبابة في أوردة.", "attack", ["مقاتلو الجبهة"], ["دبابة"]),
        ("فجر المقاتلون عبوة ناسفة بدبابة في أوردة.", "bombing", ["المقاتلون"], ["دبابة"]),
        ("غارة نفذتها طائرة مسيرة على سيارة في أوردة.", "drone_strike", [], ["سيارة"]),
        ("أغار الطيران المسير على سيارة في أوردة.", "drone_strike", [], ["سيارة"]),
        ("غارة من الطيران المسير على سيارة في أوردة.", "drone_strike", [], ["سيارة"]),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(text: str, event: str, doers: list[str], struck: list[str], told: Told) -> None:
    assert [(claim.event, *_names(claim)) for claim in told(text)] == [(event, doers, struck)]


def test_a_word_that_wrecks_houses_tells_nothing_of_talks(told: Told) -> None:
    assert told("نسف الخلاف المفاوضات في أوردة.") == []
    assert [claim.event for claim in told("The court demolished the argument.")] == []


def test_members_of_parties_are_counted_in_a_list(told: Told) -> None:
    (claim,) = told("قتل خمسة أشخاص باستهداف مقر في أوردة: ثلاثة من قسد واثنان من الأسايش.")
    assert [(one.group, one.high) for one in claim.counts] == [
        ("unknown", 5),
        ("combatants", 3),
        ("combatants", 2),
    ]


def test_who_died_in_incidents_before_did_not_die_in_this_one(told: Told) -> None:
    now, before = told("أصيب طفلان بانفجار لغم شرق أوردة، وقتل خمسة مدنيين في حوادث سابقة.")
    assert (now.event, now.mood, [one.outcome for one in now.counts]) == ("landmine", "actual", ["injured"])
    assert (before.mood, [one.outcome for one in before.counts]) == ("recalled", ["killed"])


def test_who_dies_in_a_minefield_dies_of_a_mine_and_the_field_is_no_name(told: Told) -> None:
    (claim,) = told("قتل راع في حقل ألغام شرق أوردة.")
    assert (claim.event, claim.where) == ("landmine", None)


def test_the_air_raid_told_behind_a_drone_strike_is_that_strike(told: Told) -> None:
    first, second = told(
        "قتل طفل بغارة طائرة تركية مسيرة على بلدة أوردة. وارتفع عدد قتلى القصف الجوي التركي إلى ثلاثة."
    )
    assert (first.event, second.event) == ("drone_strike", "drone_strike")
