"""Cost against size: `ascertain sweep` over 1 000 to 100 000 items, and the page and plot of what it took.

    python bench/scale.py DEV_FOLDER SCRATCH [ITEMS ...]

Items are made by `bench/multiply.py`. Each size is swept in a process of its own with two workers; wall-clock time, the
processors' time by stage and the memory of all processes together (proportional set size, looked at every second) go
into SCRATCH/scale.json, and `docs/scale.md` with `docs/images/scale.svg` are written from all sizes that stand there.
"""

import json
import math
import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
# What a run that was not waited for told; the page says so until one has ended.
TRIED = (
    "30,000 items were last swept on 2026-11-28 at commit 74ae547: 884 s of CPU time, 2,636 s by the clock beside\n"
    "five other processes, 4,806 MiB. 100,000 were begun on 2026-11-29 at commit 04e8049, on an otherwise idle\n"
    "machine, and stopped after 30 minutes: reading took about 11 of them on both cores, and what relates and groups\n"
    "the rest on one; memory rose to 5.4 GiB by then. 15 minutes and 4 GiB are asked for, so the time is missed at\n"
    "least twofold. The machine itself is not of one speed: reading at commit fe53a31 took 14 to 19 ms of CPU time\n"
    "an item (1.5 kB) on 2026-11-28 and 30 on 2026-11-30, when commit 1d9a6d7 took 24 for the same items. Memory is\n"
    "highest while tellings are compared and incidents weighed, when a worker holds a copy of half of what is held;\n"
    "three runs of 10,000 on 2026-12-01 at commit aa2e1b3 and the one after it came to 1,174 to 1,266 MiB."
)
DOCS = Path(__file__).parents[1] / "docs"
STAGES = ("read", "settle", "relate", "group", "weigh", "rest")
COLOURS = {"wall": "#1f4e79", "read": "#7a9cc6", "relate": "#5b8c5a", "group": "#b8860b", "weigh": "#a04040"}


def spent() -> float:
    """Return the seconds of processor time that this process and those it has waited for have taken."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def sweep_one(items: Path, out: Path, places: Path) -> dict[str, float]:
    """Sweep one collection with two workers and return the processor's seconds of each stage."""
    from ascertain.case import reasoning, sweep
    from ascertain.engine.beside import Beside
    from ascertain.engine.local import Pool
    from ascertain.knowledge import load
    from ascertain.model import Settings

    # Relating runs beside other work; what it takes can only be told apart where it runs by itself.
    reasoning.Beside = lambda _, function: Beside(None, function)
    took: dict[str, float] = {}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **more: Any) -> Any:
            before = spent()
            made = function(*args, **more)
            took[name] = took.get(name, 0.0) + spent() - before
            return made

        return run

    for module, name, stage in (
        (sweep, "_read", "read"), (sweep, "settle", "settle"), (reasoning, "relate", "relate"),
        (reasoning, "tellings_of", "group"), (reasoning, "group", "group"),
    ):  # fmt: skip
        setattr(module, name, timed(stage, getattr(module, name)))
    # Incidents are weighed as they are asked for, which is while they are written, and never all held.
    as_asked = timed("weigh", reasoning.weigh_all)

    def weighed(*args: Any, **more: Any) -> Iterator[Any]:
        following = timed("weigh", partial(next, iter(as_asked(*args, **more)), None))
        return iter(following, None)

    reasoning.weigh_all = weighed
    tally = sweep.sweep([items], out, knowledge=load(packs=[places]), settings=Settings(), engine=Pool(2))
    took["cpu"] = spent()
    took["rest"] = took["cpu"] - sum(took[stage] for stage in STAGES if stage in took)
    return took | {"claims": tally.claims, "incidents": tally.incidents, "skipped": tally.skipped}


class Memory(threading.Thread):
    """Watches the memory of a process and its children, shared pages counted once."""

    def __init__(self, process: int) -> None:
        """Watch the process with this id."""
        super().__init__(daemon=True)
        self.process, self.most_kib, self.done = process, 0, threading.Event()

    def run(self) -> None:
        """Look every second until it is done."""
        while not self.done.wait(1.0):
            self.most_kib = max(self.most_kib, sum(map(proportional_kib, [self.process, *children(self.process)])))


def children(process: int) -> list[int]:
    """Return the ids of a process's children."""
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def proportional_kib(process: int) -> int:
    """Return a process's share of the memory that it has mapped."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def measure(folder: Path, scratch: Path, count: int) -> dict[str, Any]:
    """Make a collection of `count` items, sweep it, and return what it took."""
    items, out = scratch / f"items-{count}.jsonl", scratch / f"out-{count}"
    here = Path(__file__)
    subprocess.run([sys.executable, str(here.with_name("multiply.py")), folder, items, str(count)], check=True)
    command = [sys.executable, str(here), "--one", items, out, folder / "places.geojson"]
    load, started = os.getloadavg()[0], time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        memory = Memory(process.pid)
        memory.start()
        said, _ = process.communicate()
        memory.done.set()
    if process.returncode:
        raise SystemExit(f"the sweep of {count} items failed")
    figures: dict[str, Any] = json.loads(said.splitlines()[-1])
    return figures | {
        "items": count, "wall": time.monotonic() - started, "memory_mib": memory.most_kib / 1024, "load": load,
        "day": datetime.now(UTC).date().isoformat(), "commit": commit(),
    }  # fmt: skip


def commit() -> str:
    """Return the commit that is measured."""
    command = ["git", "-C", str(DOCS), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "–"


def page(rows: list[dict[str, Any]]) -> str:
    """Return the page with the table."""
    heads = ("items", "claims", "incidents", "wall s", "CPU s", *STAGES, "items per CPU s", "memory MiB", "load before",
             "day", "commit")  # fmt: skip
    lines = ["| " + " | ".join(heads) + " |", "|" + " ---: |" * len(heads)]
    for row in rows:
        figures = [
            *(f"{row[key]:,.0f}" for key in ("items", "claims", "incidents", "wall", "cpu")),
            *(f"{row.get(stage, 0.0):,.1f}" for stage in STAGES),
            f"{row['items'] / row['cpu']:.0f}", f"{row['memory_mib']:,.0f}", f"{row['load']:.1f}",
            row.get("day", "–"), row.get("commit", "–"),
        ]  # fmt: skip
        lines.append("| " + " | ".join(figures) + " |")
    table = "\n".join(lines)
    machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
    return f"""# Cost against size

Written by `bench/scale.py DEV SCRATCH` (run it again, do not edit): {machine}.

`ascertain sweep` with two worker processes over the development set of incidents, repeated with shifted dates, places
and words (`bench/multiply.py`). *CPU* is the processor time of all processes, by stage beside it in seconds; *memory*
is what all processes together held at most, shared pages counted once. *Load before* is how many processes wanted the
machine when the run began: above nought the wall-clock time says more of the neighbours than of the program, and the
CPU time is somewhat too high as well.

![Cost against size](images/scale.svg)

{table}

{growth(rows)}
"""


def growth(rows: list[dict[str, Any]]) -> str:
    """Return in words what one item more costs between the two largest sizes, and what that makes of the largest asked.

    What was not run is told as reckoned.
    """
    if len(rows) < 2:
        return ""
    small, large = rows[-2:]
    more = large["items"] - small["items"]
    seconds, kib = (large["cpu"] - small["cpu"]) / more, (large["memory_mib"] - small["memory_mib"]) * 1024 / more
    left, most = SIZES[-1] - large["items"], SIZES[-1]
    words = f"Between the two largest sizes each item more takes {1000 * seconds:.0f} ms of CPU time and {kib:.0f} KiB."
    if left <= 0:
        return words
    hours, gib = (large["cpu"] + left * seconds) / 3600, (large["memory_mib"] + left * kib / 1024) / 1024
    return (
        f"{words}\n{most:,} items were not run to the end; at that rate they would take {hours:.1f} hours of CPU time "
        f"and {gib:.0f} GiB.\n\n{TRIED}"
    )


def plot(rows: list[dict[str, Any]]) -> str:
    """Return the seconds of wall clock and of each stage over the number of items, both axes by tens."""
    width, height, left, bottom = 720, 440, 60, 50
    most = max(max(row["wall"], row["cpu"]) for row in rows)
    across, up = (2.9, 5.1), (-1.0, math.ceil(math.log10(most)))

    def at(items: float, seconds: float) -> tuple[float, float]:
        x = left + (math.log10(items) - across[0]) / (across[1] - across[0]) * (width - left - 110)
        y = height - bottom - (math.log10(max(seconds, 0.1)) - up[0]) / (up[1] - up[0]) * (height - bottom - 20)
        return x, y

    parts = [f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for power in range(int(up[0]), int(up[1]) + 1):
        y = at(1_000, 10.0**power)[1]
        parts.append(f'<path d="M{left} {y:.1f}H{width - 110}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    for size in SIZES:
        x = at(size, 1.0)[0]
        parts.append(f'<text x="{x:.1f}" y="{height - bottom + 20}" text-anchor="middle">{size:,}</text>')
    linear = [at(size, rows[0]["cpu"] * size / rows[0]["items"]) for size in (SIZES[0], SIZES[-1])]
    parts.append(_line(linear, "#999", dashed=True))
    for name, colour in COLOURS.items():
        points = [at(row["items"], row[name]) for row in rows if name in row]
        parts.append(_line(points, colour))
        x, y = points[-1]
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}</text>')
    words = "Seconds by items: wall clock, and CPU time of the stages; dashed: all CPU time, were it linear"
    parts.append(f'<text x="{left}" y="{height - 8}">{words}</text>')
    style = f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {style}>'
    return f"{head}<title>Cost against size</title>{''.join(parts)}</svg>\n"


def _line(points: list[tuple[float, float]], colour: str, *, dashed: bool = False) -> str:
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dots = "" if dashed else "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    style = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<path d="M{drawn}" fill="none" stroke="{colour}" stroke-width="1.5"{style}/>{dots}'


def main(folder: Path, scratch: Path, sizes: list[int]) -> None:
    """Measure each size and write page and plot after each."""
    scratch.mkdir(parents=True, exist_ok=True)
    kept = scratch / "scale.json"
    known: dict[str, dict[str, Any]] = json.loads(kept.read_text()) if kept.exists() else {}
    for count in sizes:
        known[str(count)] = measure(folder, scratch, count)
        kept.write_text(json.dumps(known, indent=1))
        rows = sorted(known.values(), key=lambda row: row["items"])
        (DOCS / "scale.md").write_text(page(rows), encoding="utf-8")
        (DOCS / "images" / "scale.svg").write_text(plot(rows), encoding="utf-8")
        print(json.dumps(known[str(count)]), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        print(json.dumps(sweep_one(*map(Path, sys.argv[2:5]))))
    else:
        main(Path(sys.argv[1]), Path(sys.argv[2]), [int(one) for one in sys.argv[3:]] or list(SIZES))
