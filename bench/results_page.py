"""The page that bench/results.py writes: tables of scores beside floors, peers and targets, and the kinds of misses."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

INTRODUCTION = """\
# Results, measured

Written by `bench/results.py` (run it again, do not edit): {date}, commit `{commit}`, {machine}.

Scores are shares of one unless a unit is given. *Before* is the landing before this one ({before}). *Floor* is what a
page of regular expressions gets, by the kit's own account. *First* is the first full run of the reader, before its
faults were looked at. *Reach* is the target set before the work began. *Peer* is what the best open programs get, with
the conditions that the kit states: many are fine-tuned on the set or are scored on their own suite. What is not reached
says so.
"""

READING = """\
## Reading

`ascertain extract` over open corpora, none of it used as a dictionary. A span is right when it is the same words.
"""

INCIDENTS = """\
## Incidents, end to end

`ascertain sweep` over {items} texts, two thirds of them Arabic, shuffled, most without a date of publication, scored
against incidents coded by hand for 2021 and 2022; fields are scored on {core} core incidents, and **no answer is a
wrong answer**. The ceiling is what stands anywhere in the texts of an incident. The sweep took {seconds:.0f} s.

Incidents of 2023 and later have not been opened.
"""


@dataclass(frozen=True)
class Measured:
    """What one run of the bench found."""

    date: str
    commit: str
    machine: str
    sets: list[dict[str, Any]]
    incidents: dict[str, Any] | None


def page(measured: Measured) -> str:
    """Return the whole page."""
    targets = tomllib.loads((HERE / "targets.toml").read_text(encoding="utf-8"))
    words = tomllib.loads((HERE / "misses.toml").read_text(encoding="utf-8"))
    before = tomllib.loads((HERE / "before.toml").read_text(encoding="utf-8"))
    told = f"{before['date']}, commit `{before['commit']}`"
    parts = [INTRODUCTION.format(date=measured.date, commit=measured.commit, machine=measured.machine, before=told)]
    parts += summary(measured, targets)
    parts += below_floor(measured, targets)
    parts.append(READING)
    for one in measured.sets:
        parts += set_section(
            one, targets["reading"].get(one["set"], {}), words.get(one["set"], {}), before.get(one["set"], {})
        )
    if measured.incidents:
        parts += incidents_section(
            measured.incidents, targets["incidents"], words.get("incidents", {}), before.get("incidents", {})
        )
    else:
        parts.append("## Incidents, end to end\n\nNot measured in this run: the coded incidents were not at hand.\n")
    return "\n".join(parts).rstrip() + "\n"


def summary(measured: Measured, targets: dict[str, Any]) -> Iterator[str]:
    """Yield how many targets are reached, and the list of those that are not."""
    held: list[bool] = []
    short: list[str] = []
    for one in measured.sets:
        for row in one["rows"]:
            reach = targets["reading"].get(one["set"], {}).get(row["metric"], {}).get("reach")
            if reach is not None:
                held.append(reached(row["score"], reach))
                if not held[-1]:
                    short.append(f"{one['set']}: {row['metric']} {shown(row['score'])}, to reach {shown(reach)}")
    for target in targets["incidents"] if measured.incidents else ():
        if "reach" not in target:
            continue
        score = measured.incidents["report"].get(target["part"], {}).get(target["key"])  # type: ignore[index]
        held.append(reached(score, target["reach"], target.get("lower", False)))
        if not held[-1]:
            short.append(f"incidents: {target['label']} {shown(score)}, to reach {shown(target['reach'])}")
    yield f"**{sum(held)} of {len(held)} targets are reached.** Not reached:\n"
    yield "\n".join(f"- {line}" for line in short) + "\n"


def below_floor(measured: Measured, targets: dict[str, Any]) -> Iterator[str]:
    """Yield the list of what a page of regular expressions does better, if there is any."""
    short: list[str] = []
    for one in measured.sets:
        for row in one["rows"]:
            floor = targets["reading"].get(one["set"], {}).get(row["metric"], {}).get("floor")
            if floor is not None and not reached(row["score"], floor):
                short.append(f"{one['set']}: {row['metric']} {shown(row['score'])}, floor {shown(floor)}")
    report = measured.incidents["report"] if measured.incidents else {}
    for target in targets["incidents"] if measured.incidents else ():
        score = report.get(target["part"], {}).get(target["key"])
        if "floor" in target and not reached(score, target["floor"], target.get("lower", False)):
            short.append(f"incidents: {target['label']} {shown(score)}, floor {shown(target['floor'])}")
    if short:
        yield "Worse than the floor:\n"
        yield "\n".join(f"- {line}" for line in short) + "\n"


def set_section(
    one: dict[str, Any], targets: dict[str, Any], words: dict[str, str], before: dict[str, float]
) -> Iterator[str]:
    """Yield the table of one set and its misses."""
    speed = f", {one['items_per_second']:.0f} items a second with the start" if one["items_per_second"] else ""
    yield f"### {one['set']}\n\n{one['about']}. {one['items']} items{speed}.\n"
    yield "| metric | n | score | before | floor | first | reach | reached | peer |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |"
    for row in one["rows"]:
        target = targets.get(row["metric"], {})
        reach = target.get("reach")
        said = "" if reach is None else "yes" if reached(row["score"], reach) else "no"
        unit = " km" if row["unit"] == "km" else ""
        yield (
            f"| {row['metric']} | {row['n']} | **{shown(row['score'])}**{unit} | {shown(before.get(row['metric']))} | "
            f"{shown(target.get('floor'))} | {shown(target.get('first'))} | {shown(reach)} | {said} | {row['peer']} |"
        )
    yield ""
    yield from misses(one["misses"], words)


def incidents_section(
    found: dict[str, Any], targets: list[dict[str, Any]], words: dict[str, str], before: dict[str, float]
) -> Iterator[str]:
    """Yield the table of the coded incidents and their misses."""
    report = found["report"]
    seconds = report["speed"]["seconds"]
    items = round(report["speed"]["items a second"] * seconds)
    yield INCIDENTS.format(items=items, core=found["core"], seconds=seconds)
    yield "| measure | n | score | before | floor | ceiling | reach | reached |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    for target in targets:
        section = report.get(target["part"], {})
        score = section.get(target["key"])
        reach = target.get("reach")
        said = "" if reach is None else "yes" if reached(score, reach, target.get("lower", False)) else "no"
        count = section.get(target.get("n", "n"), "")
        yield (
            f"| {target['label']} | {count} | **{shown(score)}** | {shown(before.get(target['label']))} | "
            f"{shown(target.get('floor'))} | {shown(target.get('ceiling'))} | {shown(reach)} | {said} |"
        )
    yield ""
    yield from misses(found["misses"], words)


def misses(counted: dict[str, int], words: dict[str, str]) -> Iterator[str]:
    """Yield the kinds of misses, most frequent first, and what they are in words."""
    if counted:
        yield "Misses, by kind:\n\n| kind | n |\n| --- | ---: |"
        for kind, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            yield f"| {kind} | {number} |"
        yield ""
    if "about" in words:
        yield f"{words['about'].strip()}\n"


def incident_misses(rows: list[Any]) -> dict[str, int]:
    """Count how the core incidents went wrong; `rows` are the kit's, truth beside answer, scored already."""
    found: Counter[str] = Counter()
    for row in rows:
        if not row.answer:
            found["no incident answered"] += 1
            continue
        found.update(_harm_misses(row))
        wrong = set(row.wrong)
        if "day" in wrong:
            found["day: " + ("none" if row.days is None else "next to it" if "day+-1" not in wrong else "another")] += 1
        if "place 5 km" in wrong:
            found["place: " + ("named, no point" if row.point is None else _distance(row.km))] += 1
        if "perpetrators" in wrong:
            missing, extra = row.true_parties - row.parties, row.parties - row.true_parties
            found["party: " + ("one for another" if missing and extra else "missing" if missing else "extra")] += 1
        for name in ("event", "attribution"):
            found[name + ": another"] += name in wrong
        if "grade" in wrong:
            found[f"grade: {row.truth['grade']} answered as {row.answer.get('grade')}"] += 1
        found["items of the incident left elsewhere"] += bool(set(row.truth["items"]) - set(row.answer["items"]))
    return {kind: number for kind, number in found.items() if number}


def _harm_misses(row: Any) -> Iterator[str]:
    """Yield the misses of civilians killed and injured: too few, too many, none."""
    for outcome in ("killed", "injured"):
        true, answer = row.true_range("civilians", outcome), row.range("civilians", outcome)
        if true is None:
            if answer and answer[0] > 0:
                yield f"civilians {outcome}: answered where none is coded"
        elif answer is None:
            yield f"civilians {outcome}: no answer"
        elif answer != true:
            apart = "below" if answer[1] < true[0] else "above" if answer[0] > true[1] else "overlaps, ends differ"
            yield f"civilians {outcome}: {apart}"


def _distance(km: float | None) -> str:
    return (
        "no point coded"
        if km is None
        else "5 to 20 km off"
        if km <= 20
        else "20 to 161 km off"
        if km <= 161
        else "farther"
    )


def reached(score: float | None, reach: float, lower: bool = False) -> bool:
    """Return whether a score, as it is printed, reaches its target."""
    if score is None:
        return False
    return round(score, 3) <= reach if lower else round(score, 3) >= reach


def shown(score: float | None) -> str:
    """Return a score for the table; empty where there is none."""
    if score is None:
        return ""
    return str(score) if isinstance(score, int) else f"{score:.1f}" if score > 1.5 else f"{score:.3f}"
