"""H8: no pattern hangs: every regular expression of the program at n, 2n and 4n on what it backtracks on; 10 MB pages.

Patterns are found by watching `re` while everything is imported and used, so a new one is tried without another line.
What each is tried on is made from its own parse: for every repetition in it, what leads there, then the repeated part
many times, then something that fits nothing; and besides long runs of what texts are full of.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any

import pytest

from ascertain.collect import collect
from ascertain.model import Item, Skipped

N = 1_000
ENOUGH_S = 0.02  # at 4n; a linear pattern needs a tenth of it
GROWS = 2.9  # times as long for twice as much, and more, is not linear: a square grows by 4
HANGS_S = 1.0
RUNS = (
    *(
        " ",
        "\n",
        "\t",
        "a",
        "A",
        "0",
        "-",
        ".",
        ",",
        "<",
        "(",
        "{",
        "[",
        '"',
        "'",
        "@",
        "#",
        "/",
        ":",
        ";",
        "|",
        "_",
        "=",
    ),
    *(
        "\u0627",
        "\u0640",
        "\u0661",
        "\u200f",
        "\u064b",
        "a ",
        "0 ",
        "0,",
        "a.",
        "\u0627 ",
        "a\n",
        " \n",
        "<a ",
        "http://a ",
        "1:",
    ),
    *(
        "a@",
        "a-",
        "0-",
        "0.",
        "(a",
        "a)",
        "\u0648\u0627\u0644",
        "and ",
        "of the ",
        "one ",
        "\u0648 ",
        "Aa ",
        "A. ",
        "a/",
    ),
)


def sample(parsed: Any, choice: int) -> str:
    """Return something that a parsed pattern fits, or nearly: alternatives are taken by `choice`."""
    made = []
    for kind, value in parsed:
        if kind is sre.LITERAL:
            made.append(chr(value))
        elif kind is sre.NOT_LITERAL:
            made.append("a" if value != ord("a") else "b")
        elif kind is sre.ANY:
            made.append("a")
        elif kind is sre.IN:
            made.append(one_of(value, choice))
        elif kind is sre.BRANCH:
            made.append(sample(value[1][choice % len(value[1])], choice))
        elif kind is sre.SUBPATTERN:
            made.append(sample(value[3], choice))
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            made.append(sample(value[2], choice) * max(1, min(value[0], 40)))
        elif kind is sre.ATOMIC_GROUP:
            made.append(sample(value, choice))
    return "".join(made)


_CATEGORY = {
    sre.CATEGORY_DIGIT: "0", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: " ",
}  # fmt: skip


def one_of(members: Any, choice: int) -> str:
    """Return a character of a set."""
    if members and members[0][0] is sre.NEGATE:
        unwanted = {value for kind, value in members if kind is sre.LITERAL}
        return next(one for one in "a0 \u0627-." if ord(one) not in unwanted)
    kind, value = members[choice % len(members)]
    if kind is sre.LITERAL:
        return chr(value)
    return chr(value[0]) if kind is sre.RANGE else _CATEGORY.get(value, "a")


def pumps(parsed: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what leads to each repetition of a parsed pattern, and what it repeats."""
    for place, (kind, value) in enumerate(parsed):
        leading = before + sample(parsed[:place], 0)
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[1] > 20:
            for choice in (0, 1, 2):
                if body := sample(value[2], choice):
                    yield leading, body
        for inner in within(kind, value):
            yield from pumps(inner, leading)


def within(kind: Any, value: Any) -> list[Any]:
    """Return the parsed patterns inside one part of a pattern."""
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is sre.SUBPATTERN:
        return [value[3]]
    if kind is sre.BRANCH:
        return list(value[1])
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is sre.ATOMIC_GROUP else []


def inputs(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """Yield beginning, repeated part and end of each text to try a pattern on."""
    parsed = sre_parse.parse(pattern, flags & ~re.DEBUG)
    seen = set()
    for leading, body in pumps(parsed):
        for key in ((leading, body), ("", leading + body), ("", body)):
            if key not in seen and len(key[1]) < 200:
                seen.add(key)
                yield (*key, "\u0000!")
    for run in RUNS:
        yield "", run, "\u0000!"


class Hangs(Exception):
    """A pattern takes longer than is waited for."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Hangs

    old = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)


def took(compiled: Any, text: str, *, anchored: bool) -> float:
    """Return the seconds of processor time to find every place that fits in `text`; raises Hangs."""
    started = time.process_time()
    with at_most(HANGS_S):
        if anchored:
            compiled.match(text)
            compiled.fullmatch(text)
        else:
            for _ in compiled.finditer(text):
                pass
    return time.process_time() - started


def grown(compiled: "re.Pattern[str]", parts: tuple[str, str, str], count: int, anchored: bool) -> str:
    """Return how a pattern grows on `count` bodies, twice and four times as many, where that is too fast; else ""."""
    leading, body, end = parts
    texts = (leading + body * (factor * count) + end for factor in (1, 2, 4))
    once, twice, four = (min(took(compiled, text, anchored=anchored) for _ in range(3)) for text in texts)
    if four > ENOUGH_S and four > GROWS * twice and twice > 0.7 * GROWS * once:
        return f"{leading[:20]!r} + {body[:20]!r} * n: {once:.4f}, {twice:.4f}, {four:.4f} s"
    return ""


def fault(pattern: str, flags: int, *, anchored: bool = False) -> str:
    """Return how a pattern grows too fast, on what; "" where it does not."""
    compiled = re.compile(pattern, flags & ~re.DEBUG)
    for leading, body, end in inputs(pattern, flags):
        try:
            count = N // len(body) + 1
            longest = took(compiled, leading + body * (4 * count) + end, anchored=anchored)
            if longest < ENOUGH_S:
                continue
            # A pattern whose repeats are bounded grows faster until they are full, and linearly from there.
            parts = leading, body, end
            if grown(compiled, parts, count, anchored) and (told := grown(compiled, parts, 4 * count, anchored)):
                return told
        except Hangs:
            return f"{leading[:20]!r} + {body[:20]!r} * n: hangs"
    return ""


@pytest.fixture(scope="module")
def patterns() -> list[dict[str, Any]]:
    script = Path(__file__).with_name("found.py")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, timeout=300)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_pattern_of_the_program_is_found(patterns: list[dict[str, Any]]) -> None:
    assert len(patterns) > 200
    assert any("safety" in one["where"] for one in patterns) and any("publish" in one["where"] for one in patterns)


def test_no_pattern_grows_faster_than_its_text(patterns: list[dict[str, Any]], record_property: Any) -> None:
    record_property("cases", len(patterns))
    faults = {
        f"{one['where']}: {one['pattern'][:90]!r}": fault(one["pattern"], one["flags"], anchored=one["anchored"])
        for one in patterns
    }
    assert not {where: how for where, how in faults.items() if how}


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\s*\w+\s*)+:", r"^(\d+,?)*;", r"\s+$", r"a.*a.*a.*a!"])
def test_control_a_pattern_that_backtracks_is_found(pattern: str) -> None:
    assert fault(pattern, 0)


PAGES = {
    "spaces.html": b"<p>" + b" " * 10_000_000,
    "lines.html": b"<p>x\n" * 2_000_000,
    "words.txt": b"killed " * 1_400_000,
    "arabic.txt": "قتل ".encode() * 1_400_000,
    "digits.txt": b"12,345," * 1_400_000,
    "opened.html": b"<div title='" * 800_000,
    "dots.txt": b"." * 9_900_000,
    "quoted.html": b"<p>" + b'"' * 10_000_000,
}


def chosen() -> list[str]:
    return list(PAGES) if os.environ.get("ASCERTAIN_ATTACKS") == "long" else list(PAGES)[::3]


@pytest.mark.parametrize("name", chosen())
def test_the_worst_page_of_10_mb_is_read_or_refused_within_5_seconds(name: str, tmp_path: Path) -> None:
    """In processor time of the worker and of this process together, which the limit on a file's cost stands for."""
    (tmp_path / name).write_bytes(PAGES[name])
    started = os.times()
    records = list(collect([tmp_path]))
    ended = os.times()
    took_s = sum(ended[:4]) - sum(started[:4])
    assert any(isinstance(one, Item | Skipped) for one in records)
    assert took_s <= 5.5, f"{took_s:.1f} s"
