"""Reports in Ukrainian and English about one strike, from a folder and from a list, all the way to an incident."""

import json
import os
import subprocess
import sys
from pathlib import Path

UKRAINIAN = (
    "Вранці 3 червня 2022 року російська ракета влучила в житловий будинок у Харкові. Загинули двоє людей, "
    "ще п'ятьох поранено, повідомив мер."
)
ENGLISH = (
    "A Russian missile hit a residential building in Kharkiv on the morning of 3 June 2022, killing two people "
    "and wounding five, the mayor said."
)


def run(folder: Path, *arguments: str) -> None:
    environment = os.environ | {"ASCERTAIN_KEYS": str(folder / "keys")}
    subprocess.run([sys.executable, "-m", "ascertain", *arguments], cwd=folder, env=environment, check=True)


def test_sweep_joins_two_languages(tmp_path: Path) -> None:
    items = [
        {"id": "uk", "text": UKRAINIAN, "source": "Канал", "published_at": "2022-06-03T12:00:00+03:00"},
        {"id": "en", "text": ENGLISH, "source": "Agency", "published_at": "2022-06-03T14:00:00Z"},
    ]
    path = tmp_path / "items.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    run(tmp_path, "sweep", str(path), "-o", str(tmp_path / "out"))
    lines = (tmp_path / "out" / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
    incidents = [json.loads(line) for line in lines]
    (both,) = [one for one in incidents if set(one["items"]) == {"uk", "en"}]
    assert both["event"] == "missile_strike"
    assert both["where"]["name"] == "Kharkiv"
    killed = [count for count in both["counts"] if count["outcome"] == "killed"]
    assert (killed[0]["min"], killed[0]["max"]) == (2, 2)


def test_build_reads_a_mixed_folder(tmp_path: Path) -> None:
    case = tmp_path / "case"
    run(tmp_path, "new", str(case))
    (case / "reports" / "uk.txt").write_text(UKRAINIAN, encoding="utf-8")
    (case / "reports" / "en.txt").write_text(ENGLISH, encoding="utf-8")
    run(tmp_path, "build", str(case))
    assert (case / "dossier" / "index.html").is_file()
