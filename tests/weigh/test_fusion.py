"""Fusion: a mistake that many copied does not win, and the answer depends on nothing but the statements."""

import pytest

from ascertain.weigh.fusion import Statement, fuse, numbers_support


def shops(copies: int) -> list[Statement[str]]:
    """Six good sources on twenty things, and one that is wrong on five of them with those that copy it."""
    said = []
    for thing in range(20):
        for good in range(6):
            value = "right" if (thing + 2 * good) % 7 else f"slip {good}"
            said.append(Statement(f"good {good}", f"thing {thing}", value))
        false = f"false {thing}" if thing % 4 == 1 else "right"
        said += [Statement(f"copier {number}", f"thing {thing}", false) for number in range(copies)]
    return said


@pytest.mark.parametrize("copies", [1, 4, 8])
def test_a_mistake_does_not_win_by_the_number_of_its_copies(copies: int) -> None:
    answer = fuse(shops(copies))
    assert {fused.value for fused in answer.values()} == {"right"}


def test_copies_come_down_to_few_voices() -> None:
    everybody_wrong = [Statement(f"copier {n}", f"thing {t}", f"false {t}") for n in range(9) for t in range(20)]
    answer = fuse([*shops(9), *everybody_wrong])
    assert all(fused.voices < 9 for fused in answer.values())


def test_a_lone_voice_is_not_certain() -> None:
    (fused,) = fuse([Statement("one", "thing", "value")]).values()
    assert 0.5 < fused.probability < 0.95


def test_the_order_of_the_statements_makes_no_difference() -> None:
    said = shops(8)
    assert fuse(said) == fuse(reversed(said))


def test_what_is_known_of_dependence_counts() -> None:
    said = [Statement(name, "thing", "false") for name in ("a", "b", "c")]
    said += [Statement(name, "thing", "right") for name in ("d", "e")]
    assert fuse(said)["thing"].value == "false"
    known = {("b", "a"): 1.0, ("c", "a"): 1.0, ("c", "b"): 1.0}
    assert fuse(said, derived=known)["thing"].value == "right"


def test_an_open_figure_speaks_for_those_within_it() -> None:
    assert numbers_support((10, None), (12, 12)) == 1
    assert numbers_support((12, 12), (10, None)) == 0
