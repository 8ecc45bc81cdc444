"""A folder's reports that give no day are of the one event that they can be of."""

import pytest
from tests.group.test_phases import grouped

from ascertain.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


DATED = (
    ("a", "Gunmen raided the Dheen camp near Baidoa on 1 May 2018 and killed at least 20 people.", "2018-05-01"),
    ("b", "Fifty people were killed with machetes in the camp of Dheen on the night of 1 May 2018.", "2018-05-03"),
)
LATE = ("c", "The death toll of the massacre at the Dheen camp stands at 63, its committee said.", "2018-05-05")


def test_a_toll_without_a_day_is_of_the_event_before(knowledge: Knowledge) -> None:
    assert [set(one.items) for one in grouped(knowledge, *DATED, LATE)] == [{"a", "b", "c"}]


def test_a_report_of_weeks_later_or_of_another_place_is_of_its_own_event(knowledge: Knowledge) -> None:
    weeks = ("c", LATE[1], "2018-06-20")
    assert len(grouped(knowledge, *DATED, weeks)) == 2
    elsewhere = ("c", "A bomb killed four people in Kismayo, its mayor said.", "2018-05-03")
    assert len(grouped(knowledge, *DATED, elsewhere)) == 2
