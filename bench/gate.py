"""The quality gate: no figure may fall below the one recorded in bench/baseline.json.

    python bench/gate.py             measure and compare; exit status 1 if a figure fell by more than its tolerance
    python bench/gate.py --record    write what was measured as the new baseline (a commit of its own, with the reason)

Always measured: grouping and independence on planted worlds (bench/worlds.py), and the sample case against what is
known of its two strikes. The open corpora (`ASCERTAIN_EVAL`, a checkout of the evaluation kit) are measured where
they are at hand; their figures stand in docs/results.md with the peers'.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import worlds  # noqa: E402
from ascertain.group.stage import group  # noqa: E402
from ascertain.knowledge import Knowledge  # noqa: E402
from ascertain.model import Settings  # noqa: E402
from ascertain.relate.stage import relate  # noqa: E402

BASELINE = HERE / "baseline.json"
TOLERANCE = 0.005
SEEDS = range(5)


def planted() -> dict[str, float]:
    """Return B-cubed F1 of the incidents, copies joined and sources kept apart, over planted worlds."""
    knowledge = Knowledge(actors=worlds.ACTORS, sources=worlds.SOURCES)
    f1s, joined, apart = list[float](), list[float](), list[float]()
    for seed in SEEDS:
        world = worlds.plant(seed)
        derivation = relate(world.items, world.readings, knowledge)
        incidents = group(world.items, world.readings, derivation, knowledge, Settings())
        answered = defaultdict(set)
        for incident in incidents:
            for item in incident.items:
                answered[item].add(incident.id)
        f1s.append(b_cubed(world.told, answered))
        origin = {item: one.id for one in derivation.origins for item in one.items}
        tied = [(one, other) for one, other in combinations(sorted(world.root), 2) if one in origin and other in origin]
        same = [origin[one] == origin[other] for one, other in tied if world.root[one] == world.root[other]]
        other = [origin[one] != origin[two] for one, two in tied if world.root[one] != world.root[two]]
        joined.append(sum(same) / len(same))
        apart.append(sum(other) / len(other))
    return {
        "planted b-cubed f1": sum(f1s) / len(f1s),
        "planted copies joined": sum(joined) / len(joined),
        "planted sources kept apart": sum(apart) / len(apart),
    }


def b_cubed(truth: dict[str, set[int]], answer: dict[str, set[str]]) -> float:
    """Return the B-cubed F1 over items that may be in several incidents (companions of all of them together)."""

    def companions(places: dict, item: str) -> set[str]:
        return {other for other, where in places.items() if where & places.get(item, set())}

    precision, recall = [], []
    for item in truth:
        right, given = companions(truth, item), companions(answer, item)
        shared = len(right & given)
        recall.append(shared / len(right))
        if given:
            precision.append(shared / len(given))
    p, r = sum(precision) / max(len(precision), 1), sum(recall) / len(recall)
    return 2 * p * r / (p + r) if p + r else 0.0


def sample() -> dict[str, float]:
    """Return the share of what is known of the sample case's two strikes that its incidents say."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASCERTAIN_KEYS"] = f"{folder}/keys"
        command = [sys.executable, "-m", "ascertain", "demo", f"{folder}/case", "--no-serve", "--json"]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    facts = sample_facts(json.loads(done.stdout)["incidents"])
    for name, held in facts.items():
        print(f"  {'yes' if held else 'NO ':>3}  {name}")
    return {"sample facts": sum(facts.values()) / len(facts)}


def sample_facts(incidents: list[dict]) -> dict[str, bool]:
    """Return, for each fact of the two strikes, whether the incidents say it."""
    first, second = (main_incident(incidents, day) for day in ("2017-05-18", "2017-06-06"))

    def span(incident: dict, outcome: str, **which: str) -> tuple[int | None, int | None]:
        for found in incident.get("counts", []):
            if found["outcome"] == outcome and all(found.get(key) == value for key, value in which.items()):
                return found.get("min"), found.get("max")
        return None, None

    def holds(incident: dict, party: str, which: str) -> bool:
        return any(one["id"].startswith(party) for one in incident.get(which, []))

    return {
        "two strikes, not one": bool(first) and bool(second) and first["id"] != second["id"],
        "linked to each other": any(link["to"] == second.get("id") for link in first.get("links", []))
        or any(link["to"] == first.get("id") for link in second.get("links", [])),
        "first: attribution declared": first.get("attribution") == "declared",
        "first: by the coalition": holds(first, "coalition", "perpetrators"),
        "first: killed 6 to 8 combatants": span(first, "killed", group="combatants") == (6, 8),
        "first: wounded 3": span(first, "injured", group="combatants") == (3, 3),
        "first: tanks destroyed 1 to 2": span(first, "destroyed", item="tank") == (1, 2),
        "first: six to twelve origins": 6 <= len(first.get("origins", [])) <= 12,
        "first: at least fifteen items": len(first.get("items", [])) >= 15,
        "first: a place as an area": bool(first.get("where", {}).get("radius_m")),
        "second: attribution declared": second.get("attribution") == "declared",
        "second: no death made of sixty present": (span(second, "killed", group="combatants")[0] or 0) < 60,
        "second: artillery destroyed 2": span(second, "destroyed", item="artillery") == (2, 2),
        "second: at least five items": len(second.get("items", [])) >= 5,
    }


def main_incident(incidents: list[dict], day: str) -> dict:
    """Return the incident of a day that most items tell of, or an empty one."""
    of_day = [one for one in incidents if day in json.dumps(one.get("when", {}))]
    return max(of_day, key=lambda one: (len(one["items"]), one["id"]), default={})


def kit() -> dict[str, float]:
    """Return the main scores of the evaluation kit, where it is at hand."""
    folder = Path(os.environ.get("ASCERTAIN_EVAL", HERE.parent.parent / "shared" / "eval"))
    if not (folder / "score.py").exists():
        print(f"the evaluation kit is not at hand ({folder.name}): its figures are not measured in this run")
        return {}
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "scores.json"
        command = f"{sys.executable} -m ascertain extract {{items}} -o {{out}}"
        subprocess.run(
            [sys.executable, str(folder / "score.py"), "--cmd", command, "--json", str(out)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        rows = json.loads(out.read_text())["rows"]
    return {f"{row['set']}: {row['metric']}": row["score"] for row in rows if row["main"] and row["unit"] == "share"}


def main(arguments: list[str]) -> int:
    """Measure, compare, and say what fell."""
    measured = {**planted(), **sample(), **kit()}
    if "--record" in arguments:
        kept = {name: round(score, 4) for name, score in measured.items()}
        BASELINE.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
        return 0
    baseline = json.loads(BASELINE.read_text())
    fell = {name: (was, measured[name]) for name, was in baseline.items() if measured.get(name, was) < was - TOLERANCE}
    for name, score in measured.items():
        print(f"{score:8.3f}  (was {baseline.get(name, 0):.3f})  {name}")
    for name, (was, now) in fell.items():
        print(f"fell: {name}: {was:.3f} to {now:.3f}")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
