"""The page of the reader's speed, from its figures."""

from itertools import pairwise
from typing import Any

Figures = dict[str, Any]
# What is asked for: section, figure, bound, and whether less is better.
TARGETS = (
    ("start to finish", "whole: items/s a core", 1_000, False),
    ("loading", "all: CPU s", 0.5, True),
    ("start to finish", "whole: MB at most", 400, True),
    ("time expressions", "times as fast", 50, False),
    ("dictionary", "times as fast, from the characters", 10, False),
    ("dictionary", "ours: inside a word", 0, True),
    ("length", "times the cost of a tenth of the text, at most", 11, True),
)
_HEAD = """# How fast the reader is

Written by `bench/reading.py` (run it again, do not edit): {date}, commit `{commit}`, {machine}.
{beside}{note}
CPU seconds count; "a core" is by CPU time. The texts are real reports of many sources, mostly Arabic, {bytes:,.0f}
bytes an item. On a machine that others use too, figures of one run move by a fifth: read the ratios.
"""

_REMAINS = """
## What remains

A thousand items a second is a millisecond an item. No part of the table above could be left out to get there, and none
is alone to blame: the reader makes about 25,000 Python calls an item (cProfile; 42,000 before this page was begun),
spread over forty files.

The memory of words makes a run faster as it goes on: the first pass over the items is slower than the second.

Dictionary matching by itself is ten times as fast as FlashText, and not one name begins inside a word; but the words,
the keys that make two spellings one, and what is handed on of each name cost fifteen times as much as the matching.

Tried and not taken:

- **mypyc** over 40 of the reader's modules (at commit `2780907`): 6 % less CPU time, since most of it is spent in
  dictionaries, regular expressions and small objects, which are compiled already; two modules behaved otherwise than
  interpreted. Not worth a compiler on the reader's path.
- **Remembering sentences**: a fifth of the characters stand in sentences that came before (page furniture, copies), but
  what a sentence says depends on what the text told before it, so that less than that could be had.
- **An automaton for every lexicon**, as it was: twice the time of a table of entries by their words, to build and to
  look up (13,163 entries, 400 texts).
- **Giving back the pages of the gazetteer's file once they are hashed**: 50 MB less at most, 0.1 s more at every start.

What would: words as integers in arrays, looked up once for all lexicons, and the grammars of numbers, times and clauses
as tables over them. That is another reader, not a faster one.
"""


def page(figures: Figures, before: Figures) -> str:
    """Return the page: targets, every figure with the earlier one beside it, and where the time goes."""
    for one in (figures, before):
        _derive(one)
    beside = f"Before: commit `{before['commit']}`, {before['machine']}.\n" if before else ""
    size = figures["start to finish"]["bytes an item"]
    told = {key: figures[key] for key in ("date", "commit", "machine")}
    lines = [
        _HEAD.format(beside=beside, bytes=size, note=figures.get("note", ""), **told),
        "## What is asked for\n", "| figure | asked | before | now | reached |", "| --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for section, name, bound, less in TARGETS:
        now = figures.get(section, {}).get(name)
        if now is None:
            continue
        reached = now <= bound if less else now >= bound
        asked = f"{'≤' if less else '≥'} {bound:,}"
        was = before.get(section, {}).get(name)
        lines.append(f"| {section}: {name} | {asked} | {_shown(was)} | {_shown(now)} | {'yes' if reached else 'no'} |")
    for section, values in figures.items():
        if isinstance(values, dict):
            lines += ["", f"## {section.capitalize()}\n", "| figure | before | now |", "| --- | --- | --- |"]
            lines += [
                f"| {name} | {_shown(before.get(section, {}).get(name))} | {_shown(value)} |"
                for name, value in values.items()
                if not isinstance(value, dict)
            ]
    lines += _shares(figures, before)
    return "\n".join(lines) + "\n" + _REMAINS


def _derive(figures: Figures) -> None:
    """Add the figures that follow from others."""
    if loading := figures.get("loading"):
        loading["all: CPU s"] = sum(
            value for name, value in loading.items() if name.endswith("CPU s") and "all" not in name
        )
    if length := figures.get("length"):
        costs = [value for name, value in length.items() if name.endswith("CPU s")]
        length["times the cost of a tenth of the text, at most"] = max(b / a for a, b in pairwise(costs))


def _shares(figures: Figures, before: Figures) -> list[str]:
    """Return the table of parts: milliseconds an item, by their share of the warm run."""
    lines = [
        "", "## Where the time goes\n",
        "Milliseconds of an item, with everything loaded and remembered; what is not listed is between the parts.\n",
        "| part | before | now |", "| --- | --- | --- |",
    ]  # fmt: skip
    of = {id(one): 1_000 / one["in one process"]["warm: items/s a core"] for one in (figures, before) if one}
    for name, share in figures["in one process"]["shares"].items():
        was = before["in one process"]["shares"].get(name) if before else None
        then = "" if was is None else f"{was * of[id(before)]:.2f}"
        lines.append(f"| {name} | {then} | {share * of[id(figures)]:.2f} |")
    then = f"{of[id(before)]:.2f}" if before else ""
    lines.append(f"| **all** | {then} | {of[id(figures)]:.2f} |")
    return lines


def _shown(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if isinstance(value, int) or abs(value) >= 100 else f"{value:.2f}"
