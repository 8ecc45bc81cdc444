"""D1: what the store acknowledged survives a power cut; with the settings of rivals it does not."""

import random
from collections.abc import Callable
from typing import Any

import apsw
import pytest

from ascertain.storage.schema import migrate, migrations
from ascertain.storage.search_words import Splitter
from ascertain.storage.sqlite import WORKING_PRAGMAS, SqliteUnitOfWork

TRIALS, TRIALS_LONG, CONTROL_TRIALS = 10_000, 50_000, 250
UNITS = 25
OURS = WORKING_PRAGMAS
CONTROLS = {
    "synchronous=OFF": (("PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = OFF"), False),
    "WAL and NORMAL": (
        ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL"),
        False,
    ),
    "a lying fsync": (OURS, True),
    "FULL, journal deleted": (("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL"), False),
}


def record_of_work(recorder: Any, pragmas: tuple[str, ...], seed: int) -> list[tuple[Any, ...]]:
    """Return all calls of some units of work, with a mark where each was acknowledged."""
    disk = recorder(f"record{seed}")
    connection = apsw.Connection("work.db", vfs=f"record{seed}")
    for pragma in pragmas:
        connection.execute(pragma).fetchall()
    migrate(connection, "work.db", migrations())
    disk.record.append(("acknowledged", -1))
    choice = random.Random(seed)
    for n in range(UNITS):
        connection.execute("BEGIN IMMEDIATE")
        work = SqliteUnitOfWork(connection, Splitter())
        for m in range(choice.randrange(1, 5)):
            work.put("extract", f"{n:03}-{m}", "key", {"words": "x" * choice.randrange(3000)})
        work.put("unit", f"{n:03}", "key", n)
        work.index("item", f"{n:03}", f"words of unit {n}")
        connection.execute("COMMIT")
        disk.record.append(("acknowledged", n))
    return list(disk.record)


def survived(recorder: Any, files: dict[str, bytearray], pragmas: tuple[str, ...], number: int) -> set[int] | None:
    """Return the units that are there after the cut; nothing where the database is damaged."""
    name = f"after{number}"
    disk = recorder(name, files)
    try:
        connection = apsw.Connection("work.db", vfs=name)
        for pragma in pragmas:
            connection.execute(pragma).fetchall()
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return None
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'record'").fetchall():
            return set()
        units = {int(id) for (id,) in connection.execute("SELECT id FROM record WHERE stage = 'unit'")}
        found = {int(id) for (id,) in connection.execute(
            "SELECT searched.id FROM words JOIN searched ON number = words.rowid WHERE words MATCH 'unit'"
        )}  # fmt: skip
        connection.close()
    except apsw.Error:
        return None
    finally:
        disk.unregister()
    return units if units == found else None


def lost_and_damaged(
    recorder: Any, platter: Any, pragmas: tuple[str, ...], lying: bool, trials: int
) -> tuple[int, int]:
    lost = damaged = 0
    record = record_of_work(recorder, pragmas, seed=trials)
    choice = random.Random(9)
    for trial in range(trials):
        disk, acknowledged = platter(lying), -2
        for call in record[: choice.randrange(1, len(record) + 1)]:
            if call[0] == "acknowledged":
                acknowledged = call[1]
            else:
                disk.play(call, choice)
        units = survived(recorder, disk.cut(choice), pragmas, trial)
        if units is None:
            damaged += 1
        elif not set(range(acknowledged + 1)) <= units:
            lost += 1
    return lost, damaged


def test_nothing_acknowledged_is_lost(
    recorder: Any, platter: Any, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    trials = TRIALS_LONG if long_run else TRIALS
    assert lost_and_damaged(recorder, platter, OURS, False, trials) == (0, 0)
    record_property("promise", "D1")
    record_property("cases", trials)


@pytest.mark.parametrize("control", sorted(CONTROLS))
def test_control_other_settings_lose(
    recorder: Any, platter: Any, control: str, record_property: Callable[[str, object], None]
) -> None:
    """The seeded fault: the same work with other settings, or on a disk that lies, must lose or be damaged."""
    pragmas, lying = CONTROLS[control]
    lost, damaged = lost_and_damaged(recorder, platter, pragmas, lying, CONTROL_TRIALS)
    record_property("control", f"{control}: {lost} lost, {damaged} damaged of {CONTROL_TRIALS}")
    assert lost + damaged > 0
