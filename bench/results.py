"""Measure the reader and the whole path against public gold, and write docs/results.md.

    python bench/results.py KIT --date 2026-11-23 [--incidents DEV] [--work FOLDER [--reuse]]

KIT is a checkout of the evaluation kit (`score.py` and `incidents/score.py` in it), DEV the folder that the kit's
`incidents/export_dev.py` makes. The date is an argument because nothing here looks at the clock. With `--work` the raw
scores are kept, and `--reuse` writes the page again from them, measuring only what isn't there. Floors, targets and
what the first full run gave are in `bench/targets.toml`; what the kinds of misses are, in words, is in
`bench/misses.toml`. The texts of the sets never reach the page.
"""

import argparse
import itertools
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import results_page  # noqa: E402

SETS = (
    "re3d", "idrisi_ar", "idrisi_en", "idrisi_lmd_ar", "wikiwars", "spec_numbers", "spec_times", "coordinates", "wotr",
    "event_coding", "muc4", "centcom",
)  # fmt: skip
KIND = re.compile(r"^(\S.*): (\d+)$")


def read_sets(kit: Path, work: Path, reuse: bool) -> Iterator[dict[str, Any]]:
    """Yield the kit's result for each set, with the kinds of misses and how many there were of each."""
    command = f"{sys.executable} -m ascertain extract {{items}} -o {{out}}"
    for name in SETS:
        scores, printed = work / f"{name}.json", work / f"{name}.txt"
        if not (reuse and scores.exists() and printed.exists()):
            print(f"reading {name}", flush=True)
            words = [sys.executable, str(kit / "score.py"), "--cmd", command, "--set", name, "--errors", "1"]
            done = subprocess.run([*words, "--json", str(scores)], check=True, capture_output=True, text=True)
            printed.write_text(done.stdout, encoding="utf-8")
        found = json.loads(scores.read_text(encoding="utf-8"))
        yield {
            "set": name,
            "about": found["sets"][name]["about"],
            "items": found["sets"][name]["items"],
            "items_per_second": found["sets"][name]["items_per_second"],
            "rows": [row for row in found["rows"] if row["main"]],
            "misses": kinds_of(printed.read_text(encoding="utf-8")),
        }


def kinds_of(printed: str) -> dict[str, int]:
    """Return the kinds of misses that the kit printed and their numbers: lines that stand after an empty one."""
    lines = printed.splitlines()
    found = (KIND.match(line) for before, line in itertools.pairwise(lines) if not before.strip())
    return {match[1]: int(match[2]) for match in found if match}


def read_incidents(kit: Path, folder: Path, work: Path, reuse: bool) -> dict[str, Any]:
    """Return the scores of a sweep over coded incidents, and the kinds of misses among the core incidents."""
    kept, out = work / "incidents.json", work / "incidents"
    if reuse and kept.exists():
        return json.loads(kept.read_text(encoding="utf-8"))
    print("sweeping the coded incidents", flush=True)
    started = time.perf_counter()
    words = [sys.executable, "-m", "ascertain", "sweep", str(folder / "items.jsonl"), "-o", str(out)]
    words += ["--knowledge", str(folder / "places.geojson")]  # as the kit's page has it
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    sys.path.insert(0, str(kit / "incidents"))
    import score as incident_score
    import task as incident_task

    task = incident_task.load(folder / "items.jsonl", folder / "truth.jsonl", out, "Asia/Damascus")
    report = incident_score.plain(incident_score.score(task, seconds))
    found = {"report": report, "core": len(task.rows), "misses": results_page.incident_misses(task.rows)}
    kept.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return found


def commit() -> str:
    """Return the commit that is measured, with a word where files differ from it."""
    here = ["git", "-C", str(HERE)]
    at = subprocess.run([*here, "rev-parse", "--short=10", "HEAD"], check=True, capture_output=True, text=True)
    changed = subprocess.run([*here, "diff", "--quiet", "HEAD", "--", "../src"], check=False).returncode
    return at.stdout.strip() + (" with changes not committed" if changed else "")


def machine() -> str:
    """Return the processor, its cores and the Python, as far as the system tells."""
    model = ""
    if (about := Path("/proc/cpuinfo")).exists():
        model = next((line.split(":")[1].strip() for line in about.open() if line.startswith("model name")), "")
    return f"{os.cpu_count()} cores ({model or platform.machine()}), Python {platform.python_version()}"


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path, help="the evaluation kit")
    parser.add_argument("--date", required=True, help="the day to write on the page")
    parser.add_argument("--incidents", type=Path, metavar="DEV", help="the coded incidents, exported")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="keep the raw scores here")
    parser.add_argument("--reuse", action="store_true", help="with --work: measure only what is not there")
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "results.md")
    return parser.parse_args()


def main() -> int:
    """Measure and write the page."""
    args = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        work = args.work or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        sets = list(read_sets(args.kit, work, args.reuse))
        incidents = read_incidents(args.kit, args.incidents, work, args.reuse) if args.incidents else None
        kept = work / "commit.txt"
        if not (args.reuse and kept.exists()):
            kept.write_text(commit(), encoding="utf-8")
        measured = results_page.Measured(args.date, kept.read_text(encoding="utf-8"), machine(), sets, incidents)
    page = results_page.page(measured)
    args.out.write_text(page, encoding="utf-8")
    print(f"{args.out.name}: {page.count('| no |')} targets not reached, {page.count('| yes |')} reached")
    return 0


if __name__ == "__main__":
    sys.exit(main())
