"""Grouping in small folders, which the collection of all coded incidents says nothing of: B-cubed F1.

    python bench/folders.py --coded DEV_FOLDER --ecb ECB_FOLDER
    PYTHONPATH=OTHER/src python bench/folders.py ...   of another checkout

A desk sweeps a folder of one strike or of a week more often than two years of a war. DEV_FOLDER is made by the incident
kit's `export_dev.py`; folders of so many coded incidents with two texts or more are drawn from it: `any` of any days,
`run` of incidents that follow each other, the harder ones. ECB_FOLDER holds ECB+ (Cybulska and Vossen 2014) as
`ECB_{Train,Dev,Test}_corpus.txt` of shanybar/event_entity_coref_ecb_plus: undated English news, two events of one kind
on each topic, of which those of violence are taken. Neither is kept here.
"""

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ascertain.case.reading import reader, without_parsed
from ascertain.case.reasoning import reason
from ascertain.case.sweep import taken
from ascertain.collect.stage import read_items
from ascertain.engine.local import Pool
from ascertain.knowledge import Knowledge, load
from ascertain.model import Incident, Item, Reading, Settings
from ascertain.resolve.collection import settle, with_zone

FOLDERS = ((1, 20), (2, 14), (4, 10), (8, 8), (16, 5), (32, 3))  # so many incidents, and so many folders of them
VIOLENT = frozenset("3 8 12 16 18 19 22 32 33 41".split())  # topics of ECB+
_SPACED = ((re.compile(r" ([.,;:!?)\]%]|'s|n't|'re|'ve|'ll|''|'d|'m)"), r"\1"), (re.compile(r"([(\[$]|``) "), r"\1"))

Events = Sequence[frozenset[str]]


def b_cubed(found: Iterable[Incident], events: Events) -> tuple[float, int, float, int]:
    """Return the sums of the precisions and of the recalls of the items of `events`, each with how many they are."""
    companions: dict[str, set[str]] = defaultdict(set)
    truly: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for item in event:
            truly[item] |= event
    for incident in found:
        mine = truly.keys() & set(incident.items)
        for item in mine:
            companions[item] |= mine
    precisions = [len(companions[item] & truly[item]) / len(companions[item]) for item in truly if companions[item]]
    recalls = [len(companions[item] & truly[item]) / len(truly[item]) for item in truly]
    return sum(precisions), len(precisions), sum(recalls), len(recalls)


def swept(items: Sequence[Item], readings: Mapping[str, Reading], knowledge: Knowledge) -> Sequence[Incident]:
    """Return the incidents of a folder of items whose readings are known."""
    settings = with_zone(Settings(), readings.values(), knowledge)
    _, incidents = reason(items, settle(items, readings, settings), knowledge, settings)
    return incidents


def read(items: Sequence[Item], knowledge: Knowledge) -> dict[str, Reading]:
    """Return what is read in each item."""
    read_one = reader(knowledge, Settings())

    def bare(item: Item) -> Reading:
        return without_parsed(read_one(item))

    return {one.item: one for one in Pool().map(bare, items)}


def coded(folder: Path) -> Iterator[tuple[str, float, float]]:
    """Yield precision and recall in folders of coded incidents, by their kind."""
    knowledge = load(packs=[folder / "places.geojson"])
    items, _ = taken(read_items(folder / "items.jsonl"))
    readings = read(items, knowledge)
    truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    truth = sorted((one for one in truth if len(one["items"]) > 1), key=lambda one: (one["date"], one["id"]))
    drawn, chance = defaultdict(list), random.Random(7)
    for many, times in FOLDERS:
        for _ in range(times):
            drawn[f"any {many}"].append(chance.sample(truth, many))
            first = chance.randrange(len(truth) - many)
            if many > 1:
                drawn[f"run {many}"].append(truth[first : first + many])
    for kind, folders in drawn.items():
        sums = []
        for one in folders:
            events = [frozenset(event["items"]) for event in one]
            ids = frozenset().union(*events)
            mine = [item for item in items if item.id in ids]
            sums.append(b_cubed(swept(mine, {item.id: readings[item.id] for item in mine}, knowledge), events))
        yield kind, *_shares(sums)


def ecb(folder: Path) -> tuple[str, float, float]:
    """Return precision and recall over the violent topics of ECB+, all in one folder."""
    sentences: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in ("Train", "Dev", "Test"):
        for line in (folder / f"ECB_{part}_corpus.txt").read_text("utf-8").splitlines():
            match line.split("\t"):
                case [name, sentence, _, word, *_] if name.split("_")[0] in VIOLENT:
                    sentences[name][sentence].append(word)
    items, events = [], defaultdict(set)
    for name, told in sentences.items():
        topic, number = name.split("_")
        items.append(Item(id=name, text="\n".join(map(_written, told.values())), lang="en"))
        events[topic, number.endswith("plus")].add(name)
    knowledge = load()
    found = swept(items, read(items, knowledge), knowledge)
    return "ECB+", *_shares([b_cubed(found, list(map(frozenset, events.values())))])


def _written(words: Sequence[str]) -> str:
    text = " ".join(words)
    for pattern, by in _SPACED:
        text = pattern.sub(by, text)
    return text


def _shares(sums: Iterable[tuple[float, int, float, int]]) -> tuple[float, float]:
    precise, answered, recalled, asked = map(sum, zip(*sums, strict=True))
    return precise / answered, recalled / asked


def main() -> None:
    """Print a line for each kind of folder and the mean F1 of those of coded incidents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coded", type=Path)
    parser.add_argument("--ecb", type=Path)
    args = parser.parse_args()
    rows = [*(coded(args.coded) if args.coded else ()), *((ecb(args.ecb),) if args.ecb else ())]
    means = []
    for kind, precision, recall in rows:
        f1 = 2 * precision * recall / (precision + recall)
        means += [f1] if kind != "ECB+" else []
        print(f"{kind:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    if means:
        print(f"mean F1 of the coded {sum(means) / len(means):.3f}")


if __name__ == "__main__":
    main()
