"""Copy-aware fusion beside vote, TruthFinder and AccuCopy: on the Books set and on planted worlds.

    python bench/fusion.py PATH/TO/truth_discovery        the Books set, with its 100 books checked by hand
    python bench/fusion.py --worlds                       worlds in which 60 % of false statements are copies

A book counts as right where the set of the authors' names (without initials, order and titles) is the golden one.
"""

import argparse
import html
import random
import re
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

from ascertain.weigh.fusion import Statement, fuse
from fusion_peers import Statements, accu_copy, truth_finder, vote

_NOISE = frozenset(
    "and by ed eds edited editor editors author authors dr prof mr mrs ms ph phd jr sr ii iii et al etc not available "
    "with the of university institute technology college inc corp staff various contributor foreword".split()
)


def names(written: str) -> tuple[str, ...]:
    """Return the words of authors' names, without the page's escapes, accents, initials and titles."""
    plain = unicodedata.normalize("NFKD", html.unescape(written)).encode("ascii", "ignore").decode().lower()
    return tuple(sorted({word for word in re.findall(r"[a-z]+", plain.replace("'", "")) if len(word) > 1} - _NOISE))


def broken_off(value: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how far one list of names speaks for another: a list that breaks off speaks for the full one."""
    mine, theirs = set(value), set(other)
    common = len(mine & theirs)
    if mine < theirs:
        return common / len(theirs)
    return 0.6 * common / len(mine | theirs)


def books(folder: Path) -> tuple[list[tuple[str, str, Any]], dict[str, tuple[str, ...]]]:
    """Return what each shop says of each book, at its fullest, and the golden authors."""
    fullest: dict[tuple[str, str], tuple[str, ...]] = {}
    with (folder / "book" / "book.txt").open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            shop, isbn, _, *authors = line.rstrip("\n").split("\t")
            if found := names(authors[0] if authors else ""):
                fullest[shop, isbn] = max(fullest.get((shop, isbn), ()), found, key=lambda one: (len(one), one))
    golden = {}
    with (folder / "book" / "book_golden.txt").open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.strip():
                isbn, authors_written = line.rstrip("\n").split("\t")
                golden[isbn] = names(authors_written)
    return [(shop, isbn, found) for (shop, isbn), found in sorted(fullest.items())], golden


def planted(seed: int, things: int = 300, sources: int = 40, copied: float = 0.6) -> tuple[Any, dict[str, Any]]:
    """Return a world of sources of which some copy, such that a share of its false statements are copies."""
    chance = random.Random(seed)
    truth = {f"thing{n}": chance.randrange(1000) for n in range(things)}
    makers = sources // 3
    accuracy = [chance.uniform(0.55, 0.9) for _ in range(makers)]
    said: dict[int, dict[str, int]] = {}
    for maker in range(makers):
        said[maker] = {
            about: value if chance.random() < accuracy[maker] else chance.randrange(1000)
            for about, value in truth.items()
            if chance.random() < 0.7
        }
    worst = sorted(range(makers), key=lambda maker: accuracy[maker])[: max(1, makers // 4)]
    false = sum(value != truth[about] for own in said.values() for about, value in own.items())
    copies, number = 0, makers
    while copies < copied / (1 - copied) * false:
        giver = chance.choice(worst)
        said[number] = {about: value for about, value in said[giver].items() if chance.random() < 0.9}
        copies += sum(value != truth[about] for about, value in said[number].items())
        number += 1
    return [(f"source{n}", about, value) for n, own in said.items() for about, value in own.items()], truth


def share_right(answer: dict[str, Any], truth: dict[str, Any]) -> float:
    """Return the share of things of which the answer is the truth."""
    return sum(answer.get(about) == value for about, value in truth.items()) / len(truth)


def ours(statements: Statements, similar: Any = None) -> dict[str, Any]:
    """Return what our own fusion believes."""
    return {about: fused.value for about, fused in fuse((Statement(*one) for one in statements), similar).items()}


def main() -> int:
    """Print a table; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--worlds", action="store_true")
    args = parser.parse_args()
    missed = 0
    if args.folder:
        said, golden = books(args.folder)
        print(f"Books: {len(said)} statements, {len(golden)} golden")
        rows = {
            "vote": lambda: vote(said), "TruthFinder": lambda: truth_finder(said, broken_off),
            "AccuCopy": lambda: accu_copy(said), "ours": lambda: ours(said, broken_off),
        }  # fmt: skip
        for name, run in rows.items():
            start = time.perf_counter()
            right = share_right(run(), golden)
            print(f"  {name:<12} {right:.3f}   {time.perf_counter() - start:.1f} s")
        missed += right < 0.92
    if args.worlds or not args.folder:
        errors: dict[str, float] = dict.fromkeys(("vote", "TruthFinder", "AccuCopy", "ours"), 0.0)
        for seed in range(10):
            statements, truth = planted(seed)
            for name, method in (
                ("vote", vote),
                ("TruthFinder", truth_finder),
                ("AccuCopy", accu_copy),
                ("ours", ours),
            ):
                errors[name] += (1 - share_right(method(statements), truth)) / 10
        print("planted worlds, 60 % of false statements copied: mean error of 10")
        for name, error in errors.items():
            print(f"  {name:<12} {error:.3f}")
        missed += errors["ours"] > 0.5 * min(errors["vote"], errors["TruthFinder"])
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
