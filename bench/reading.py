"""How fast the reader is, start to finish and part by part, peers beside in the same run.

    python bench/reading.py ITEMS.jsonl                            print the figures
    python bench/reading.py ITEMS.jsonl --json now.json            and keep them
    python bench/reading.py ITEMS.jsonl --before then.json --page docs/speed.md
                                                                   and write the page, earlier figures beside

CPU seconds are counted beside wall seconds, since a machine is seldom idle; an item a second "a core" is by CPU time.
The peers, dateparser and FlashText, are measured where they are installed (pip install dateparser flashtext).
`PYTHONPATH=OTHER/src` measures another checkout with this same script.
"""

import argparse
import importlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import reading_page
from ascertain.engine.garbage import rarely_collecting
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item, Settings

Figures = dict[str, Any]
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)  # characters
PEERS_READ = 60  # items: dateparser takes a second for a hundred
# Parts of the reader that don't call one another, each by where it is called from.
PARTS = (
    ("page furniture", "ascertain.collect.stage", "mark_furniture"),
    ("day that a page states", "ascertain.collect.stage", "date_by_page"),
    ("language", "ascertain.extract.extractors.patterns", "languages_of"),
    ("folding and words", "ascertain.extract.events.reading", "Document"),
    ("times", "ascertain.extract.events.finders", "find_times"),
    ("numbers", "ascertain.extract.events.finders", "find_counts"),
    ("actors", "ascertain.extract.events.finders", "find_actors"),
    ("equipment", "ascertain.extract.events.finders", "find_equipment"),
    ("places", "ascertain.extract.events.finders", "find_places"),
    ("claims: words of the packs, Arabic", "ascertain.extract.events.reading", "ArabicChunker"),
    ("claims: words of the packs, Latin", "ascertain.extract.events.reading", "Chunker"),
    ("claims: units", "ascertain.extract.events.chunks", "Chunker.sentence"),
    ("claims: events, outcomes, speech", "ascertain.extract.events.reading", "SentenceReader.read"),
    ("places on the map", "ascertain.resolve.stage", "resolve_places"),
    ("times anchored", "ascertain.resolve.stage", "resolve_times"),
    ("actors identified", "ascertain.resolve.stage", "resolve_actors"),
    ("lines written", "ascertain.case.extracting", "extracted_line"),
)


def ascertain(*words: str) -> tuple[float, float, float]:
    """Run the command line; return its wall and CPU seconds and its memory at most, in MB."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    code = "import resource, sys; from ascertain.cli.main import main\ntry: main()\nfinally: print(" \
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code, *words], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, cpu, int(done.stderr.split()[-1]) / 1_000


def start_to_finish(items: Path, folder: Path, runs: int) -> Figures:
    """Measure `ascertain extract` as a user runs it, in one process, and how long its start takes."""
    lines = items.read_text(encoding="utf-8").splitlines()
    one = folder / "one.jsonl"
    one.write_text(lines[0] + "\n", encoding="utf-8")
    out = str(folder / "out.jsonl")
    helped, single, whole = (
        min((ascertain(*words) for _ in range(runs)), key=lambda measured: measured[1])
        for words in (
            ("--help",),
            ("extract", str(one), "-o", out),
            ("extract", str(items), "-o", out, "--processes", "1"),
        )
    )
    size = sum(len(json.loads(line)["text"].encode()) for line in lines)
    return {
        "items": len(lines), "bytes an item": size / len(lines), "help: CPU s": helped[1], "one item: CPU s": single[1],
        "whole: CPU s": whole[1], "whole: wall s": whole[0], "whole: items/s a core": len(lines) / whole[1],
        "whole: MB at most": whole[2],
    }  # fmt: skip


def loading() -> tuple[Figures, Knowledge]:
    """Measure how long what is known takes to load, and the memory that it holds.

    Garbage is looked for as seldom as by a command.
    """
    with rarely_collecting():
        begun = time.process_time()
        knowledge = load()
        read = reader(knowledge)  # with the gazetteer's automata
        loaded = time.process_time() - begun
        begun = time.process_time()
        read(Item(id="en", text="On 3 May two people were killed in an air strike near the town, residents said."))
        read(Item(id="ar", text="قتل شخصان في قصف على المدينة يوم الثلاثاء بحسب سكان"))
    return {
        "gazetteer and packs: CPU s": loaded,
        "words and patterns, at the first items: CPU s": time.process_time() - begun,
        "names": len(knowledge.gazetteer.layers[-1].fame), **memory(),
    }, knowledge  # fmt: skip


def memory() -> Figures:
    """Return what the process holds, in MB: its own, and pages of files that it shares with the system's cache."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    held = {line.split(":")[0]: int(line.split()[1]) / 1_000 for line in status.splitlines() if line.endswith("kB")}
    return {"memory of its own: MB": held["RssAnon"], "pages of files: MB": held["RssFile"]}


def reader(knowledge: Knowledge) -> Callable[[Item], Any]:
    """Return the function that reads an item."""
    return importlib.import_module("ascertain.case.reading").reader(knowledge, Settings())


def extract_items(items: Path, out: Path, knowledge: Knowledge) -> float:
    """Return the CPU seconds of extracting a file in this process."""
    name = "ascertain.case.extracting"
    module = importlib.import_module(name if importlib.util.find_spec(name) else "ascertain.case.sweep")
    begun = time.process_time()
    module.extract_items(items, out, knowledge=knowledge, settings=Settings())
    return time.process_time() - begun


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Add up the CPU seconds of each part while the block runs."""
    undo = []
    for name, module, attribute in PARTS:
        owner: Any = importlib.import_module(module) if importlib.util.find_spec(module) else None
        *path, last = attribute.split(".")
        for step in path:
            owner = getattr(owner, step)
        if owner is None:
            continue
        inner = getattr(owner, last)
        undo.append((owner, last, inner))
        setattr(owner, last, _timing(inner, name, spent))
    try:
        yield
    finally:
        for owner, last, inner in reversed(undo):
            setattr(owner, last, inner)


def _timing(inner: Any, name: str, spent: dict[str, float]) -> Callable[..., Any]:
    clock = time.perf_counter_ns

    def outer(*words: Any, **named: Any) -> Any:
        begun = clock()
        try:
            return inner(*words, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + (clock() - begun) / 1e9

    return outer


def in_process(items: Path, folder: Path, knowledge: Knowledge, count: int) -> Figures:
    """Measure extraction in this process, first and with everything remembered, and the share of each part."""
    out = folder / "out.jsonl"
    first = extract_items(items, out, knowledge)
    warm = extract_items(items, out, knowledge)
    spent: dict[str, float] = {}
    begun = time.perf_counter()
    with timed(spent):
        extract_items(items, out, knowledge)
    whole = time.perf_counter() - begun
    return {
        "loaded: items/s a core": count / first, "warm: items/s a core": count / warm,
        "shares": {name: spent[name] / whole for name, _, _ in PARTS if name in spent},
    }  # fmt: skip


def times_beside_dateparser(texts: list[str]) -> Figures:
    """Measure time expressions, found and anchored, beside dateparser.search_dates on the same texts."""
    import times

    size = sum(len(text.encode()) for text in texts) / 1e6
    times.ours(texts)
    figures: Figures = {"texts": len(texts), "ours: MB/s": size / _cpu(lambda: times.ours(texts))}
    if importlib.util.find_spec("dateparser"):
        figures["dateparser: MB/s"] = size / _cpu(lambda: times.dateparser_plain(texts))
        figures["times as fast"] = figures["ours: MB/s"] / figures["dateparser: MB/s"]
    return figures


def names_beside_flashtext(texts: list[str], knowledge: Knowledge) -> Figures:
    """Measure whole-word matching of every name that the gazetteer has, words and keys made anew, beside FlashText."""
    from ascertain.text import Document, fold_characters

    gazetteer = knowledge.gazetteer
    names = list(dict.fromkeys(key.replace("  ", " ") for key in gazetteer.layers[-1].table.texts("key")))
    size = sum(len(text.encode()) for text in texts) / 1e6
    matcher = gazetteer.layers[-1].matcher
    padded = [gazetteer.stream(Document(text)).padded for text in texts]
    found = [(one, hit) for one in map(Document, texts) for hit in gazetteer.find(one)]
    # What is written onto an Arabic word (and, in, by) is no part of it; anything else before a name would be.
    inside = sum(
        hit.end != one.ends[hit.last - 1] or (hit.start != one.starts[hit.first] and not hit.particle)
        for one, hit in found
    )
    figures: Figures = {
        "names": len(names), "ours: found": len(found), "ours: inside a word": inside,
        "ours, from the characters: MB/s": size / _cpu(lambda: [gazetteer.find(Document(text)) for text in texts]),
        "ours, matching alone: MB/s": size / _cpu(lambda: [matcher.automaton.find(text) for text in padded if text]),
    }  # fmt: skip
    if importlib.util.find_spec("flashtext"):
        from flashtext import KeywordProcessor  # type: ignore[import-not-found,import-untyped,unused-ignore]

        peer = KeywordProcessor()
        begun = time.process_time()
        for name in names:
            peer.add_keyword(name)
        figures["FlashText: CPU s to load"] = time.process_time() - begun
        # As the names are; it lowers "İ" to two characters and then counts them.
        folded = [fold_characters(text).replace("İ", "i") for text in texts]
        spans = [(text, span) for text in folded for span in peer.extract_keywords(text, span_info=True)]
        inside = sum(
            (start > 0 and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha())
            for text, (_, start, end) in spans
        )
        figures["FlashText: found"], figures["FlashText: inside a word"] = len(spans), inside
        figures["FlashText: MB/s"] = size / _cpu(lambda: [peer.extract_keywords(text) for text in folded])
        for which in ("from the characters", "matching alone"):
            figures[f"times as fast, {which}"] = figures[f"ours, {which}: MB/s"] / figures["FlashText: MB/s"]
    return figures


def cost_of_length(texts: list[str], knowledge: Knowledge, longest: int) -> Figures:
    """Measure one text of each size, made of the items' texts one after another, all of which were read before.

    Else the shortest would be read with its words remembered and the next with most of its words new.
    """
    read, joined = reader(knowledge), "\n\n".join(texts)
    read(Item(id="warm", text=joined))
    joined *= SIZES[-1] // len(joined) + 1
    return {
        f"{size:,} characters: CPU s": _cpu(lambda size=size: read(Item(id="long", text=joined[:size])))  # type: ignore[misc]
        for size in SIZES
        if size <= longest
    }


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def machine() -> str:
    """Return what it was measured on."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    model = next((line.split(":")[1].strip() for line in info.splitlines() if "model name" in line), "")
    return f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}, load {os.getloadavg()[0]:.0f}"


def commit() -> str:
    """Return the commit of the source that was measured."""
    source = Path(str(importlib.import_module("ascertain").__file__)).parent
    named = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=source, capture_output=True, text=True, check=False
    )
    return named.stdout.strip()


def main() -> None:
    """Measure, print, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", type=Path)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--before", type=Path, metavar="FILE")
    parser.add_argument("--page", type=Path, metavar="FILE")
    parser.add_argument("--runs", type=int, default=3, help="of each command, of which the fastest counts")
    parser.add_argument("--longest", type=int, default=SIZES[-1], metavar="CHARACTERS", help="of the long texts")
    parser.add_argument("--quick", action="store_true", help="without peers and long texts")
    args = parser.parse_args()
    figures: Figures = {"date": datetime.now(UTC).date().isoformat(), "commit": commit(), "machine": machine()}
    with tempfile.TemporaryDirectory() as name:
        figures["start to finish"] = start_to_finish(args.items, Path(name), args.runs)
        figures["loading"], knowledge = loading()
        figures["in one process"] = in_process(args.items, Path(name), knowledge, figures["start to finish"]["items"])
    texts = [json.loads(line)["text"] for line in args.items.read_text(encoding="utf-8").splitlines()]
    if not args.quick:
        figures["time expressions"] = times_beside_dateparser(texts[:PEERS_READ])
        figures["dictionary"] = names_beside_flashtext(texts, knowledge)
        figures["length"] = cost_of_length(texts, knowledge, args.longest)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    before = json.loads(args.before.read_text(encoding="utf-8")) if args.before else {}
    page = reading_page.page(figures, before)
    print(page)
    if args.page:
        args.page.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
