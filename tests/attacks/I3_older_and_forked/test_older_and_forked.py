"""I3: an older or forked state is recognised when any outside copy of a checkpoint exists."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.integrity import Act, KeyRing, Ledger, verify
from ascertain.integrity.checkpoint import read_checkpoint, split_notes

STATES = 50


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def open_ledger(case: Path, keys: Path) -> Ledger:
    return Ledger(case / ".ascertain", KeyRing(keys), clock)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return a case as it was at each of its checkpoints."""
    folder = tmp_path_factory.mktemp("states")
    made = []
    for n in range(STATES):
        ledger = open_ledger(folder / "case", folder / "keys")
        ledger.append([Act(action="note", by="desk", args={"n": n, "m": m}) for m in range(n % 3 + 1)])
        made.append(folder / f"{n:02}")
        shutil.copytree(folder / "case", made[-1])
    return made


def newest(case: Path) -> str:
    return split_notes((case / ".ascertain/checkpoints").read_text())[-1]


def test_every_older_state_is_recognised(states: list[Path], record_property: Callable[[str, object], None]) -> None:
    kept = [newest(state) for state in states]
    for (older, state), (newer, checkpoint) in itertools.product(enumerate(states), enumerate(kept)):
        expected = "intact" if newer <= older else "broken"
        assert verify(state, against=checkpoint).state == expected, (older, newer)
    record_property("promise", "I3")
    record_property("cases", STATES * STATES)


def test_every_fork_is_recognised_by_any_checkpoint_after_it(
    states: list[Path], tmp_path: Path, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    kept, compared = [newest(state) for state in states], 0
    for parted in range(0, STATES - 1, 1 if long_run else 8):
        fork = tmp_path / f"{parted}"
        shutil.copytree(states[parted], fork)
        ledger = open_ledger(fork, states[0].parent / "keys")
        for n in range(STATES - parted + 5):
            ledger.append([Act(action="note", by="desk", args={"forked": n})])
        assert verify(fork).state == "intact", "the control: nothing inside the folder can tell"
        for newer, checkpoint in enumerate(kept):
            assert verify(fork, against=checkpoint).state == ("intact" if newer <= parted else "broken")
            compared += 1
    record_property("cases", compared)


def test_another_case_is_not_taken_for_this_one(states: list[Path], tmp_path: Path) -> None:
    other = open_ledger(tmp_path / "case", tmp_path / "keys")
    other.append([Act(action="note", by="somebody else")])
    assert "another ledger" in str(verify(states[-1], against=str(other.checkpoint)))


def test_the_copy_may_be_a_file_of_one_or_all_checkpoints(states: list[Path], tmp_path: Path) -> None:
    assert verify(states[-1], against=states[20] / ".ascertain/checkpoints").state == "intact"
    assert verify(states[20], against=states[-1] / ".ascertain/checkpoints").state == "broken"
    for content in (b"", b"\xff\xfe", b"no checkpoint", b"a\nb\nc\n\n\xe2\x80\x94 x y\n"):
        (tmp_path / "kept").write_bytes(content)
        assert verify(states[-1], against=tmp_path / "kept").state == "cannot_tell"
    assert verify(states[-1], against=tmp_path / "none").state == "cannot_tell"


def test_control_without_an_outside_copy_an_older_state_passes(states: list[Path]) -> None:
    """The seeded fault: no copy. It must pass, or the tests above would show nothing about the copy."""
    assert {verify(state).state for state in states} == {"intact"}
    assert read_checkpoint(newest(states[3])).size < read_checkpoint(newest(states[-1])).size
