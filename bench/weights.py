"""What each sign that two reports are of one event is worth: fitted on coded incidents, beside what is held.

    python bench/weights.py DEV_FOLDER

DEV_FOLDER is made by the incident kit's `export_dev.py`. Every pair of tellings that grouping compares, both the
foremost of their items, is one row: the values of its signs, and whether their items share a coded incident. A logistic
regression is fitted on the pairs of 2021, on those of 2022 and on both; the average precision is that on the other
year. What is printed for both, rounded, is the second column of `group/weights.toml`, the values of places half a unit
above it: clusters were right more often so. The coded incidents have no licence and stay where they are; the weights
hold nothing of them but these figures.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy

from ascertain.case.reading import reader, without_parsed
from ascertain.case.sweep import taken
from ascertain.collect.stage import read_items
from ascertain.engine.local import Pool
from ascertain.group.dating import dated_by_serials
from ascertain.group.pair import Pair
from ascertain.group.pairs import scored_pairs
from ascertain.group.signs import SIGNS, weights
from ascertain.group.stage import tellings_of
from ascertain.group.telling import Telling
from ascertain.knowledge import load
from ascertain.model import Item, Reading, Settings
from ascertain.relate.stage import relate
from ascertain.resolve.collection import settle

_YEARS = ("2021", "2022")
_RIDGE = 3.0  # of weights in units of each value's spread
_ROUNDS = 25
_LEAST_SPREAD = 1e-6
# Set by judgement: what is told in passing has no coded incident of its own, and how many pairs are compared is ours.
_GIVEN = frozenset(("items.prior", "items.derived", "items.aside"))


def compared(folder: Path) -> tuple[list[Telling], list[Pair]]:
    """Return the tellings of all items and the pairs that grouping compares."""
    knowledge, settings = load(packs=[folder / "places.geojson"]), Settings(time_zone="UTC")
    items, _ = taken(read_items(folder / "items.jsonl"))
    read = reader(knowledge, settings)

    def bare(item: Item) -> Reading:
        return without_parsed(read(item))

    readings = settle(items, {item.id: one for item, one in zip(items, Pool().map(bare, items), strict=True)}, settings)
    derivation = relate(items, readings, knowledge)
    before = tellings_of(items, readings, settings, set())
    tellings, pairs = dated_by_serials(before, items, scored_pairs(before, derivation), derivation)
    return tellings, list(pairs)


def rows(tellings: Sequence[Telling], pairs: Sequence[Pair], names: Sequence[str]) -> numpy.ndarray:
    """Return the values of the signs, a row for each pair."""
    column = {name: place for place, name in enumerate(names)}
    table = numpy.zeros((len(pairs), len(names)))
    for row, pair in enumerate(pairs):
        for sign in SIGNS:
            for name, value in sign(tellings[pair.first], tellings[pair.second]).values:
                if name in column:
                    table[row, column[name]] += value
    return table


def fitted(table: numpy.ndarray, same: numpy.ndarray, prior: float) -> numpy.ndarray:
    """Return the weights of a logistic regression with a ridge and a given constant, by Newton's method."""
    spread = numpy.maximum(table.std(0), _LEAST_SPREAD)
    scaled, found = table / spread, numpy.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        chance = 1.0 / (1.0 + numpy.exp(-(scaled @ found + prior)))
        slope = scaled.T @ (same - chance) - _RIDGE * found
        bend = (scaled * (chance * (1.0 - chance))[:, None]).T @ scaled + _RIDGE * numpy.eye(table.shape[1])
        found = found + numpy.linalg.solve(bend, slope)
    return numpy.asarray(found / spread)


def average_precision(scores: numpy.ndarray, same: numpy.ndarray) -> float:
    """Return the mean precision at each pair that is of one event, most alike first."""
    right = same[numpy.argsort(-scores, kind="stable")]
    precision = numpy.cumsum(right) / numpy.arange(1, len(right) + 1)
    return float(precision[right > 0].mean())


def coded(folder: Path) -> tuple[Mapping[str, set[str]], Mapping[str, str]]:
    """Return the coded incidents of each item and the year of each incident."""
    incidents = [json.loads(line) for line in (folder / "truth.jsonl").open(encoding="utf-8")]
    homes: dict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        for item in incident["items"]:
            homes[item].add(incident["id"])
    return homes, {incident["id"]: incident["date"][:4] for incident in incidents}


def main(folder: Path) -> None:
    """Print the weights."""
    homes, year_of = coded(folder)
    tellings, pairs = compared(folder)
    pairs = [pair for pair in pairs if tellings[pair.first].main and tellings[pair.second].main]
    held = weights(len(tellings))
    names = sorted(held.keys() - _GIVEN)
    items = [(tellings[pair.first].item, tellings[pair.second].item) for pair in pairs]
    same = numpy.array([float(bool(homes[one] & homes[other])) for one, other in items])
    years = [{year_of[key] for item in both for key in homes[item]} for both in items]
    table = rows(tellings, pairs, names)
    of = {year: numpy.array([found == {year} for found in years]) for year in _YEARS}
    prior = held["items.prior"]
    by = {year: fitted(table[of[year]], same[of[year]], prior) for year in _YEARS}
    every = fitted(table, same, prior)
    print(f"{'':28}{'held':>8}" + "".join(f"{year:>8}" for year in _YEARS) + f"{'both':>8}{'pairs':>8}")
    for place, name in enumerate(names):
        fits = "".join(f"{by[year][place]:8.2f}" for year in _YEARS)
        print(f"{name:28}{held[name]:8.2f}{fits}{every[place]:8.2f}{int((table[:, place] != 0).sum()):8}")
    as_held = table @ numpy.array([held[name] for name in names])
    for year, other in (_YEARS, _YEARS[::-1]):
        there, truth = table[of[other]], same[of[other]]
        print(
            f"fitted on {year}, average precision on {other}: {average_precision(there @ by[year], truth):.3f}; "
            f"as held {average_precision(as_held[of[other]], truth):.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
