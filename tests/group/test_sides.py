"""As whom parties are known where sides are told apart."""

from ascertain.group.sides import known_as
from ascertain.model import Party


def party(identity: str, kind: str = "military") -> Party:
    return Party(name=identity, id=identity, type=kind)


def test_a_state_s_forces_are_its_own() -> None:
    assert known_as([party("rt.armed_forces")]) & known_as([party("rt", "state")]) == {"rt"}


def test_an_army_and_a_police_that_nobody_names_are_no_one_side() -> None:
    assert not known_as([party("generic.army")]) & known_as([party("generic.police")])
    assert not known_as([party("coalition.north")]) & known_as([party("coalition.south")])
