"""I10: same evidence, same dossier: hash seeds, zones, locales, order of files, engines and stores change no byte."""

import itertools
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.attacks.reports import REPORTS

SEEDS = ("0", "1", "77", "4294967295")
ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham")
LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8")
ENGINES = ("OneProcess", "Pool")
STORES = ("sqlite", "postgres")
ORDERS = ("as named", "backwards", "shuffled", "one by one")
SAMPLED, SAMPLED_LONG = 8, 120
WORK = """
import json, sys
from pathlib import Path
from ascertain.case import Case, open_case
from ascertain.engine import local
from ascertain.model import Settings

folder, order, engine, fault = Path(sys.argv[1]), json.loads(sys.argv[2]), getattr(local, sys.argv[3])(), sys.argv[4]
if fault:
    from ascertain.publish import stage
    files = stage.data_files
    stage.data_files = lambda dossier, *given: files(dossier, *given) | {
        "fault.json": str(list({item.id for item in dossier.items}))
    }
reports = json.loads(Path(sys.argv[5]).read_text(encoding="utf-8"))
local.CHUNK = 1  # so that a pool is used for these few
Case.new(folder, Settings(title="A case", time_zone="Europe/Kyiv"))
for step in order:
    for name in step:
        (folder / "reports" / name).write_bytes(reports[name].encode())
    open_case(folder).build(engine=engine)
"""


def bytes_of(case: Path) -> dict[str, bytes]:
    kept = [case / ".ascertain/case.db", *sorted((case / "dossier").rglob("*"))]
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in kept if path.is_file()}


def orders(seed: int) -> dict[str, list[list[str]]]:
    named = sorted(REPORTS)
    shuffled = random.Random(seed).sample(named, len(named))
    return {
        "as named": [named], "backwards": [named[::-1]], "shuffled": [shuffled],
        "one by one": [shuffled[:2], shuffled[2:3], shuffled[3:]],
    }  # fmt: skip


def made(
    root: Path,
    number: int,
    seed: str,
    zone: str,
    locale: str,
    engine: str,
    order: str,
    server: str = "",
    fault: str = "",
) -> dict[str, bytes]:
    case = root / f"case{number}"
    (root / "reports.json").write_text(json.dumps(REPORTS), encoding="utf-8")
    environment = os.environ | {
        "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "ASCERTAIN_KEYS": str(root / f"keys{number}"),
        "ASCERTAIN_DATABASE": server,
    }  # fmt: skip
    given = [json.dumps(orders(number)[order]), engine, fault, str(root / "reports.json")]
    subprocess.run([sys.executable, "-c", WORK, str(case), *given], env=environment, check=True, timeout=300)
    return bytes_of(case)


def circumstances(count: int) -> list[tuple[str, ...]]:
    """Return circumstances that are all different, the first of them such that each value of each kind occurs."""
    spread = [
        (
            SEEDS[n % 4],
            ZONES[(n + n // 4) % 4],
            LOCALES[(n + n // 2) % 4],
            ENGINES[n % 2],
            STORES[n // 2 % 2],
            ORDERS[(n // 2 + 1) % 4],
        )
        for n in range(min(count, 8))
    ]
    every = list(itertools.product(SEEDS, ZONES, LOCALES, ENGINES, STORES, ORDERS))
    rest = [one for one in random.Random(3).sample(every, len(every)) if one not in spread]
    chosen = [*spread, *rest][:count]
    for kind, values in enumerate((SEEDS, ZONES, LOCALES, ENGINES, STORES, ORDERS)):
        assert {one[kind] for one in chosen} == set(values)
    return chosen


def test_the_same_evidence_gives_the_same_bytes(
    tmp_path: Path, server: str, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    chosen = circumstances(SAMPLED_LONG if long_run else SAMPLED)
    first = made(tmp_path, 0, "0", "UTC", "C.UTF-8", "OneProcess", "as named")
    assert any(name.endswith("index.html") for name in first)
    for number, (seed, zone, locale, engine, store, order) in enumerate(chosen, 1):
        address = server if store == "postgres" else ""
        other = made(tmp_path, number, seed, zone, locale, engine, order, address)
        different = [name for name in first.keys() | other.keys() if first.get(name) != other.get(name)]
        assert different == [], (seed, zone, locale, engine, store, order)
    record_property("promise", "I10")
    record_property("cases", len(chosen))


@pytest.mark.parametrize("count", [3])
def test_control_a_set_that_reaches_the_dossier_is_seen(tmp_path: Path, count: int) -> None:
    """The seeded fault: one file of the dossier is written in the order of a set."""
    whole = [
        made(tmp_path, number, seed, "UTC", "C.UTF-8", "OneProcess", "as named", fault="fault")
        for number, seed in enumerate(SEEDS[:count])
    ]
    assert any(one["dossier/data/fault.json"] != whole[0]["dossier/data/fault.json"] for one in whole[1:])
