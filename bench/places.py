"""How fast places are found, against the obvious peer: `python bench/places.py [items.jsonl]`.

Prints loading time and memory, megabytes a second of matching, finding and resolving, and by how much the cost
grows when a text is ten times as long. Without a file, sentences are made from the gazetteer's own names.
"""

import json
import random
import resource
import sys
import time
from pathlib import Path

from ascertain.extract.places import find_places
from ascertain.knowledge.gazetteer import Gazetteer, load_gazetteer
from ascertain.model import Settings
from ascertain.resolve.places import resolve_places
from ascertain.text import Document

_ENGLISH = "Two people were reported killed near {} on Monday, a local office said, and shells fell on {} before dawn."
_ARABIC = "قتل شخصان قرب مدينة {} يوم الاثنين بحسب مصدر محلي وسقطت قذائف على بلدة {} قبل الفجر"


def sentences(gazetteer: Gazetteer, count: int) -> list[str]:
    chance = random.Random(7)
    table = gazetteer.layers[-1].table
    keys = [table.text("key", chance.randrange(len(gazetteer.layers[-1].fame))) for _ in range(count * 2)]
    names = [" ".join(word.capitalize() for word in key.split()) for key in keys]
    return [
        (_ARABIC if "\u0600" < one[0] < "\u06ff" else _ENGLISH).format(one, other)
        for one, other in zip(names[::2], names[1::2], strict=True)
    ]


def main() -> None:
    start = time.perf_counter()
    gazetteer = load_gazetteer()
    print(f"loaded in {time.perf_counter() - start:.2f} s, {_memory():.0f} MB in all")
    if len(sys.argv) > 1:
        texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    else:
        made = sentences(gazetteer, 8_000)
        texts = ["\n".join(made[at : at + 8]) for at in range(0, len(made), 8)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    documents = _timed("words", size, lambda: [Document(text) for text in texts])
    _timed("names (gazetteer.find)", size, lambda: [gazetteer.find(document) for document in documents])
    found = _timed("places (find_places)", size, lambda: [find_places(one, "en", gazetteer) for one in documents])
    settings = Settings()
    _timed("map", size, lambda: [resolve_places(one, gazetteer=gazetteer, settings=settings) for one in found])
    for times in (1, 10):
        text = "\n".join(texts)[:100_000] * times
        _timed(f"one text of {len(text) / 1e6:.1f} M characters", len(text.encode()) / 1e6,
               lambda text=text: find_places(Document(text), "en", gazetteer))  # fmt: skip
    print(f"{_memory():.0f} MB at most")


def _timed(what: str, size: float, work):  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"{what:36} {seconds:7.2f} s {size / seconds:8.1f} MB/s")
    return result


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


if __name__ == "__main__":
    main()
