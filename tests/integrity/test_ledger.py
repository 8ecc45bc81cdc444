import errno
import threading
from pathlib import Path

import pytest

from ascertain.integrity import Act, Disk, KeyRing, Ledger, verify
from ascertain.integrity.merkle import is_consistent, is_included, leaf_hash
from ascertain.model import Broken, Misused, Refused


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def open_ledger(case: Path, keys: str = "keys", disk: Disk | None = None) -> Ledger:
    return Ledger(case / ".ascertain", KeyRing(case.parent / keys), clock, disk=disk, tool="test 1")


def acts(*names: str) -> list[Act]:
    return [Act(action="note", by="desk", args={"name": name}) for name in names]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case"


def test_nothing_is_written_before_the_first_act(case: Path) -> None:
    ledger = open_ledger(case)
    assert len(ledger) == 0
    assert ledger.checkpoint is None
    assert not case.exists()
    assert ledger.append([]) == ()


def test_entries_say_who_when_and_with_what_and_vouch_for_their_past(case: Path) -> None:
    ledger = open_ledger(case)
    first, second = ledger.append(acts("a", "b"))
    (third,) = ledger.append(acts("c"))
    assert (first.n, second.n, third.n) == (1, 2, 3)  # entry 0 founds the ledger
    assert (first.since, second.since, third.since) == (0, 0, 3)
    assert (first.by, first.at, first.tool, first.args) == ("desk", clock(), "test 1", {"name": "a"})
    assert ledger.checkpoint is not None
    assert ledger.checkpoint_over(1).root.hex() == third.prev
    assert [entry.action for entry in open_ledger(case).entries()] == ["found", "note", "note", "note"]
    assert verify(case).state == "intact"


def test_every_entry_and_every_earlier_state_can_be_shown(case: Path) -> None:
    ledger = open_ledger(case)
    for n in range(9):
        ledger.append(acts(str(n)))
    newest = ledger.checkpoint
    assert newest is not None
    for entry in ledger.entries():
        proof = ledger.inclusion_proof(entry.n, newest.size)
        assert is_included(leaf_hash(entry.line), entry.n, newest.size, proof, newest.root)
        earlier = ledger.checkpoint_over(entry.n)
        path = ledger.consistency_proof(earlier.size, newest.size)
        assert is_consistent(earlier.size, newest.size, path, earlier.root, newest.root)
    with pytest.raises(Misused):
        ledger.checkpoint_over(newest.size)


def test_a_new_key_is_signed_for_by_the_one_before(case: Path) -> None:
    ledger = open_ledger(case)
    ledger.append(acts("a"))
    KeyRing(case.parent / "keys").rotate()
    ledger.append(acts("b"))
    ledger.append(acts("c"))
    checkpoints = [ledger.checkpoint_over(n) for n in (0, 2, 4)]
    assert [len(checkpoint.signatures) for checkpoint in checkpoints] == [1, 2, 1]
    assert [entry.action for entry in ledger.entries()] == ["found", "note", "key", "note", "note"]
    assert verify(case).state == "intact"
    assert len(verify(case).keys) == 2


def test_a_case_that_moved_to_another_machine_goes_on_under_its_key(case: Path) -> None:
    open_ledger(case).append(acts("a"))
    moved = open_ledger(case, keys="other")
    moved.append(acts("b"))
    assert moved.checkpoint is not None
    assert len(moved.checkpoint.signatures) == 1
    assert verify(case).state == "intact"
    assert verify(case, against=verify(case).keys[1]).state == "intact"
    assert verify(case, against=verify(case).keys[0]).state == "broken", "not the key that is known elsewhere"


@pytest.mark.parametrize("lost", [1, 40, 200])
def test_what_a_power_cut_left_is_set_aside_and_told(case: Path, lost: int) -> None:
    open_ledger(case).append(acts("a"))
    places = open_ledger(case).places
    notes = places.checkpoints.read_bytes()
    open_ledger(case).append(acts("b", "c"))
    tail = places.ledger.read_bytes()[:-lost]
    places.ledger.write_bytes(tail)
    places.checkpoints.write_bytes(notes)
    assert verify(case).state == "cannot_tell"
    ledger = open_ledger(case)
    ledger.append(acts("d"))
    names = [(entry.action, entry.args.get("name")) for entry in ledger.entries()]
    assert names == [("found", None), ("note", "a"), ("recover", None), ("note", "d")]
    aside = list(places.unsigned.iterdir())
    assert len(aside) == 1
    assert tail.endswith(aside[0].read_bytes())
    assert verify(case).state == "intact"


def test_a_torn_checkpoint_is_cut_off(case: Path) -> None:
    open_ledger(case).append(acts("a"))
    places = open_ledger(case).places
    whole = len(places.checkpoints.read_bytes())
    open_ledger(case).append(acts("b"))
    places.checkpoints.write_bytes(places.checkpoints.read_bytes()[: whole + 50])
    assert verify(case).state == "cannot_tell"
    open_ledger(case).append(acts("c"))
    assert verify(case).state == "intact"


def test_a_damaged_ledger_is_not_taken_further(case: Path) -> None:
    open_ledger(case).append(acts("a"))
    ledger = open_ledger(case)
    path = ledger.places.ledger
    path.write_bytes(path.read_bytes().replace(b'"name":"a"', b'"name":"b"'))
    with pytest.raises(Broken, match="not those that were signed"):
        open_ledger(case)
    before = path.read_bytes()
    with pytest.raises(Broken):
        ledger.append(acts("c"))
        open_ledger(case)
    assert path.read_bytes().startswith(before)


def test_signed_entries_that_are_gone_stop_the_ledger(case: Path) -> None:
    open_ledger(case).append(acts("a", "b"))
    path = open_ledger(case).places.ledger
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(Broken, match="1 signed entries are gone"):
        open_ledger(case)


def test_two_writers_make_one_history(case: Path) -> None:
    open_ledger(case).append(acts("first"))
    KeyRing(case.parent / "keys").current()

    def write(writer: int) -> None:
        ledger = open_ledger(case)
        for n in range(20):
            ledger.append(acts(f"{writer}/{n}"))

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = [entry.args.get("name") for entry in open_ledger(case).entries()][2:]
    assert sorted(map(str, names)) == sorted(f"{writer}/{n}" for writer in range(4) for n in range(20))
    for writer in range(4):
        assert [name for name in names if str(name).startswith(f"{writer}/")] == [f"{writer}/{n}" for n in range(20)]
    assert verify(case).state == "intact"


class FailingDisk(Disk):
    """Fails every sync with one error from `failing` on."""

    def __init__(self, number: int) -> None:
        self.number, self.failing = number, False

    def sync(self, descriptor: int) -> None:
        if self.failing:
            raise OSError(self.number, "as asked")
        super().sync(descriptor)


def test_after_an_error_of_the_disk_nothing_more_is_taken(case: Path) -> None:
    disk = FailingDisk(errno.EIO)
    ledger = open_ledger(case, disk=disk)
    ledger.append(acts("a"))
    disk.failing = True
    with pytest.raises(Broken, match="did not confirm"):
        ledger.append(acts("b"))
    disk.failing = False
    with pytest.raises(Broken, match="stopped after an error"):
        ledger.append(acts("c"))
    open_ledger(case).append(acts("d"))
    names = [entry.args.get("name") for entry in open_ledger(case).entries() if entry.action == "note"]
    assert names == ["a", "d"]
    assert verify(case).state == "intact"


def test_a_full_disk_refuses_and_room_lets_go_on(case: Path) -> None:
    disk = FailingDisk(errno.ENOSPC)
    ledger = open_ledger(case, disk=disk)
    ledger.append(acts("a"))
    disk.failing = True
    with pytest.raises(Refused, match="not stored"):
        ledger.append(acts("b"))
    disk.failing = False
    ledger.append(acts("c"))
    assert [entry.args.get("name") for entry in ledger.entries() if entry.action == "note"] == ["a", "c"]
    assert verify(case).state == "intact"
