"""Answers in words: what the commands print for people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ascertain.model import Change, Incident, Range, Skipped

if TYPE_CHECKING:  # the stages are heavy, and `--help` needs none of them
    from ascertain.case import Built, Overview, Thing

SHOWN = 12
TOLD = 5
_OUTCOMES = ("killed", "injured", "missing", "detained", "captured", "displaced", "destroyed", "damaged", "present")


def skipped_words(skipped: Sequence[Skipped]) -> str:
    """Return the skipped things, each with its reason and remedy; the first dozen whole, then how many more."""
    if not skipped:
        return ""
    lines = [f"\n{len(skipped)} skipped:"]
    lines += [
        f"  {one.stage}: {one.item}: {one.why}" + (f" ({one.remedy})" if one.remedy else "") for one in skipped[:SHOWN]
    ]
    if len(skipped) > SHOWN:
        lines.append(f"  and {len(skipped) - SHOWN} more: --json lists them")
    return "\n".join(lines)


def change_words(change: Change) -> str:
    """Return one change of the account: `killed: 6 → 6 to 8, because ...`."""
    because = f", because {change.because}" if change.because else ""
    return f"{change.about}: {change.before or 'nothing'} → {change.after or 'nothing'}{because}"


def built_words(built: "Built") -> str:
    """Return what each stage took in and gave, the incidents, and where the dossier lies."""
    lines = [
        f"{row.stage:>9}  {row.taken:>6} in  {row.given:>6} out  {row.skipped:>4} skipped   {row.of}".rstrip()
        for row in built.stages
    ]
    if not built.stages[0].taken:
        lines += ["", f"There is nothing to read: drop reports into {built.folder / 'reports'}, then build again."]
    lines += ["", *(incident_words(incident) for incident in built.incidents[:SHOWN])]
    if len(built.incidents) > SHOWN:
        lines.append(f"  and {len(built.incidents) - SHOWN} more: ascertain show {built.folder}")
    lines.append(f"\n{built.out / 'index.html'}")
    return "\n".join(lines) + skipped_words(built.skipped)


def incident_words(incident: Incident) -> str:
    """Return an incident in two lines: its title, then its ranges, grade and origins."""
    told = sorted((found for found in incident.counts if found.min is not None or found.max is not None), key=_weight)
    ranges = "; ".join(range_words(found) for found in told[:TOLD]) + ("; ..." if len(told) > TOLD else "")
    facts = [ranges, f"attribution {incident.attribution or 'unknown'}", f"harm {incident.grade or 'ungraded'}"]
    facts.append(f"{counted(len(incident.origins), 'origin')}, {counted(len(incident.items), 'item')}")
    return f"{incident.id}  {incident.title}\n    " + " · ".join(fact for fact in facts if fact)


def _weight(found: Range) -> tuple[bool, int, str, str]:
    """Return the place of a range among others: people before things, the dead first, what is none of either last."""
    last = len(_OUTCOMES)
    place = _OUTCOMES.index(found.outcome) if found.outcome in _OUTCOMES else last
    return not found.max, place, found.group or "", found.item or ""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 item", "2 items"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def range_words(found: Range) -> str:
    """Return a range: `killed 6 to 8 combatants`."""
    from ascertain.publish.wording import figure, noun_of

    only = found.min if found.min == found.max else None
    return f"{found.outcome} {figure(found.min, found.max)} {noun_of(found, only)}"


def overview_words(overview: "Overview") -> str:
    """Return the case at a glance."""
    if not overview.built:
        return f"{overview.title}\nnot built yet: ascertain build {overview.folder}"
    counts = (overview.items, "item"), (overview.claims, "claim"), (overview.origins, "origin")
    lines = [overview.title, ", ".join(counted(*each) for each in counts), ""]
    return "\n".join([*lines, *(incident_words(incident) for incident in overview.incidents)])


def thing_words(thing: "Thing") -> str:
    """Return one record whole, a key a line."""
    return f"{thing.kind} {thing.id}\n" + "\n".join(_indented(thing.record, 1))


def _indented(value: Any, depth: int) -> list[str]:
    pad = "  " * depth
    if isinstance(value, dict):
        lines = []
        for key, inner in value.items():
            if _is_nested(inner):
                lines += [f"{pad}{key}:", *_indented(inner, depth + 1)]
            else:
                lines.append(f"{pad}{key}: {_in_a_line(inner)}")
        return lines
    if isinstance(value, (list, tuple)):
        lines = []
        for inner in value:
            first, *rest = _indented(inner, depth + 1) or ["-"]
            lines += [f"{pad}- {first.strip()}", *rest]
        return lines
    return [f"{pad}{value}"]


def _is_nested(value: Any) -> bool:
    """Whether a value takes lines of its own: a record, or a list that holds some."""
    if isinstance(value, (list, tuple)):
        return any(isinstance(inner, (dict, list, tuple)) for inner in value)
    return isinstance(value, dict) and bool(value)


def _in_a_line(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
