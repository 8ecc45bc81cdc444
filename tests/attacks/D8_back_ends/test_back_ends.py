"""D8: all storage back ends and engines agree: one random history on each, compared after every step."""

import multiprocessing
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from ascertain import plugins
from ascertain.engine import local
from ascertain.engine.local import OneProcess, Pool
from ascertain.storage import Query, open_store, postgres, postgres_search, read_store

SEEDS, SEEDS_LONG = 200, 2_000
STAGES, KINDS = ("collect", "extract", "incident"), ("item", "claim", "incident")
WORDS = "strike convoy bridge market قصف الجسر المدينة السوق near at dawn".split()
BETWEEN = [*[" "] * 6, ", ", "\0", "-", "، ", " «", "/"]
BETWEEN_WORDS = re.compile("[ ,\0،«/-]+")
# What is asked for besides plain words: each back end must find the same, as near, in the same order.
QUESTIONS = [
    '"near at"',
    "brid*",
    "قص*",
    "القصف",
    "convoy-bridge",
    '"at dawn" market',
    "s*",
    "none",
    "nearat",
    "x" * 401,
    "\0",
    "الجسر mark*",
]
BACK_ENDS = ("sqlite", "postgres")


class Plain:
    """What a store is by its interface, in a few dictionaries: the back end that all others are compared with."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], tuple[str, Any]] = {}
        self.searched: dict[tuple[str, str], str] = {}

    def carry_out(self, steps: Iterable[tuple[Any, ...]]) -> None:
        for verb, *given in steps:
            if verb == "put":
                stage, id, key, record = given
                self.records[stage, id] = key, record
            elif verb == "drop":
                for id in given[1]:
                    self.records.pop((given[0], id), None)
            elif verb == "keep_only":
                for stage, id in list(self.records):
                    if stage == given[0] and id not in given[1]:
                        del self.records[stage, id]
            elif verb == "index":
                kind, id, text = given
                self.searched[kind, id] = text
            else:
                for kind, id in list(self.searched):
                    if kind == given[0] and id not in given[1]:
                        del self.searched[kind, id]

    def keys(self, stage: str) -> dict[str, str]:
        return {id: key for (of, id), (key, _) in sorted(self.records.items()) if of == stage}

    def read(self, stage: str) -> list[Any]:
        return [record for (of, _), (_, record) in sorted(self.records.items(), key=lambda one: one[0]) if of == stage]

    def found(self, words: Sequence[str]) -> set[tuple[str, str]]:
        return {which for which, text in self.searched.items() if set(words) <= set(BETWEEN_WORDS.split(text))}


def history(seed: int) -> Iterator[list[tuple[Any, ...]]]:
    """Yield units of work."""
    choice = random.Random(seed)
    ids = [f"item-{n}" for n in range(8)] + ["تقرير", "", "a\0b", "É"]
    for _ in range(choice.randrange(2, 6)):
        unit: list[tuple[Any, ...]] = []
        for _ in range(choice.randrange(1, 9)):
            stage, kind, some = choice.choice(STAGES), choice.choice(KINDS), set(choice.sample(ids, 4))
            verb = choice.choice(["put", "put", "put", "index", "index", "drop", "keep_only", "unindex"])
            if verb == "put":
                record = {"n": choice.random(), "words": choice.choices(WORDS, k=3), "none": None}
                unit.append((verb, stage, choice.choice(ids), f"key{choice.randrange(3)}", record))
            elif verb == "index":
                words = choice.choices([*WORDS, "x" * choice.choice((1, 401, 4_000))], k=6)
                text = "".join(word + choice.choice(BETWEEN) for word in words)
                unit.append((verb, kind, choice.choice(ids), text))
            else:
                unit.append((verb, kind if verb == "unindex" else stage, some))
        yield unit


def differences(store: Any, plain: Plain) -> list[str]:
    """Return where a store answers otherwise than the plain one."""
    found = []
    for stage in STAGES:
        if store.keys(stage) != plain.keys(stage):
            found.append(f"keys of {stage}")
        if list(store.read(Query(stage=stage), dict)) != plain.read(stage):
            found.append(f"records of {stage}")
        for id, key in plain.keys(stage).items():
            if store.get(stage, id, key, dict) != plain.records[stage, id][1] or store.get(stage, id, "x", dict):
                found.append(f"{stage} {id!r}")
    for words in (WORDS[:1], WORDS[4:5], [WORDS[1], WORDS[5]]):
        hits = store.search(" ".join(words), limit=1_000)
        if {(hit.kind, hit.id) for hit in hits} != plain.found(words) or len(hits) != len(plain.found(words)):
            found.append(f"search for {words}")
    return found


def carry_out(work: Any, steps: Iterable[tuple[Any, ...]]) -> None:
    for verb, *given in steps:
        getattr(work, verb)(*given)


@pytest.fixture
def address(back_end: str, request: pytest.FixtureRequest) -> str:
    """The server that a back end is on; empty for the one that needs none."""
    return request.getfixturevalue("server") if back_end == "postgres" else ""


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_every_back_end_agrees_after_every_unit_of_work(
    tmp_path: Path, address: str, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    seeds = SEEDS_LONG if long_run else SEEDS
    for seed in range(seeds):
        plain, folder, choice = Plain(), tmp_path / f"{seed}", random.Random(-seed)
        settled: list[Any] = []
        units = list(history(seed))
        while units:
            with open_store(folder, server=address) as store:  # now and then the run stops, and the next one goes on
                for unit in [units.pop(0) for _ in range(choice.randrange(1, len(units) + 1))]:
                    with store.unit_of_work() as work:
                        carry_out(work, unit)
                    plain.carry_out(unit)
                    assert differences(store, plain) == [], seed
                if not units or choice.random() < 0.3:
                    settled = [store.settle()]
        with read_store(folder, server=address) as reader:
            assert reads_from_a_server(reader) == bool(address)
            assert differences(reader, plain) == [], seed
            found = [reader.search(question, limit=1_000) for question in [*WORDS, *QUESTIONS]]
        with open_store(folder / "afresh", server="") as store:  # the same records by another way, and on SQLite
            with store.unit_of_work() as work:
                for (stage, id), (key, record) in sorted(plain.records.items(), reverse=True):
                    work.put(stage, id, key, record)
                for (kind, id), text in sorted(plain.searched.items(), reverse=True):
                    work.index(kind, id, text)
            assert [store.search(question, limit=1_000) for question in [*WORDS, *QUESTIONS]] == found, seed
            assert store.settle() == settled[0], seed
    record_property("promise", "D8")
    record_property("cases", seeds)


def reads_from_a_server(reader: Any) -> bool:
    return type(reader).__name__ == "PostgresReader"


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_control_a_back_end_that_forgets_to_unindex_is_seen(tmp_path: Path, address: str) -> None:
    """The seeded fault: `unindex` does nothing."""
    seen = 0
    for seed in range(30):
        plain = Plain()
        with open_store(tmp_path / f"{seed}", server=address) as store:
            for unit in history(seed):
                with store.unit_of_work() as work:
                    carry_out(work, [step for step in unit if step[0] != "unindex"])
                plain.carry_out(unit)
            seen += bool(differences(store, plain))
    assert seen > 5


@pytest.mark.parametrize("fault", ["a weight", "a word"])
def test_control_a_server_that_ranks_or_begins_words_otherwise_is_seen(
    tmp_path: Path, server: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded faults: BM25 with another constant; words that are not noted to begin with."""
    if fault == "a weight":
        monkeypatch.setattr(postgres_search, "_B", 0.7)
    else:
        monkeypatch.setattr(postgres.PostgresUnitOfWork, "finish", lambda self: None)
    seen = 0
    for seed in range(20):
        answers = []
        for place, address in (("one", server), ("other", "")):
            with open_store(tmp_path / place / f"{seed}", server=address) as store:
                for unit in history(seed):
                    with store.unit_of_work() as work:
                        carry_out(work, unit)
                answers.append([store.search(question, limit=1_000) for question in [*WORDS, *QUESTIONS]])
        seen += answers[0] != answers[1]
    assert seen > 5


def engines() -> dict[str, Any]:
    """Return every engine in the folder that can run here, by name."""
    found = {"one process": OneProcess(), "pool": Pool(2)}
    for engine in plugins.find("ascertain.engine", "engine"):
        found[type(engine).__name__] = engine
    return found


def worked(given: tuple[int, int]) -> tuple[int, str, list[str], float]:
    seed, n = given
    choice = random.Random(f"{seed} {n}")
    return n, "".join(choice.choices("aبß\U0001f4a5", k=5)), [str(choice.random())] * choice.randrange(3), n / 3


@pytest.mark.parametrize("name", sorted(engines()))
def test_every_engine_gives_the_same_in_the_same_order(
    name: str, long_run: bool, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setattr(local, "CHUNK", 2)
    seeds = 200 if long_run else 40
    for seed in range(seeds):
        things = [(seed, n) for n in range(random.Random(seed).randrange(0, 60))]
        assert list(engines()[name].map(worked, iter(things))) == [worked(thing) for thing in things], seed
    record_property("promise", "D8")
    record_property("cases", seeds)


def test_control_an_engine_that_gives_things_as_they_are_done_is_seen() -> None:
    """The seeded fault: results in the order in which they are ready."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("no fork here")

    class AsDone:
        def map(self, function: Callable[[Any], Any], things: Iterable[Any]) -> Iterator[Any]:
            yield from random.Random(1).sample([function(thing) for thing in things], 50)

    things = [(1, n) for n in range(50)]
    assert list(AsDone().map(worked, things)) != [worked(thing) for thing in things]
