"""How long a case takes: the sample, a thousand reports from nothing, one more, and the memory at most.

    python bench/case.py [REPORTS]

Reports are written by the bench from sentence parts of its own: towns, days, parties and figures vary, a third are
copies of an earlier one with a word changed, a third are Arabic.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOWNS = (
    "Kherson",
    "Aleppo",
    "Idlib",
    "Homs",
    "Hama",
    "Raqqa",
    "Donetsk",
    "Kharkiv",
    "Aden",
    "Taiz",
    "Khartoum",
    "Tripoli",
)
ARABIC_TOWNS = ("حلب", "إدلب", "حمص", "حماة", "الرقة", "أريحا", "سرمين", "عدن", "تعز", "الخرطوم", "طرابلس", "درعا")
NUMBERS = ("two", "three", "four", "five", "at least six", "seven", "dozens of", "nine", "12", "15")
ARABIC_NUMBERS = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة")
PARTIES = ("Government forces", "Coalition aircraft", "Rebel fighters", "An unidentified drone", "Russian forces")
OUTLETS = ("River News", "Town Desk", "Border Gazette", "City Wire", "Morning Post", "Local Network")


def report(chance: random.Random, number: int, earlier: list[str]) -> str:
    """Return a report: a head as a desk writes it, then a few sentences."""
    day = f"2021-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    head = f"source: {chance.choice(OUTLETS)}\ndate: {day}\n\n"
    if earlier and number % 3 == 0:
        return head + chance.choice(earlier).replace("killed", "killed,", 1)
    if number % 3 == 1:
        town, many = chance.choice(ARABIC_TOWNS), chance.choice(ARABIC_NUMBERS)
        body = f"قُتل {many} مدنيين وأصيب آخرون جراء قصف مدفعي على مدينة {town} صباح اليوم، بحسب مصادر محلية.\n" * 3
    else:
        town, many = chance.choice(TOWNS), chance.choice(NUMBERS)
        party = chance.choice(PARTIES)
        body = (
            f"{party} struck a market in {town} on Monday, killing {many} people and wounding others, residents said. "
            f"A hospital official confirmed the figure. The attack came hours after shelling near {town}. " * 3
        )
    earlier.append(body)
    return head + body + "\n"


def timed(*words: str) -> float:
    """Run the command line and return the seconds it took."""
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "ascertain", *words], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


def main(reports: int) -> None:
    """Print the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASCERTAIN_KEYS"] = f"{folder}/keys"
        figures = {"sample_s": timed("demo", f"{folder}/sample", "--no-serve")}
        timed("new", f"{folder}/case", "--zone", "Asia/Damascus")
        chance, earlier = random.Random(7), list[str]()
        for number in range(reports):
            (Path(folder) / "case" / "reports" / f"{number:06}.txt").write_text(report(chance, number, earlier))
        figures["reports"] = reports
        figures["build_s"] = timed("build", f"{folder}/case")
        (Path(folder) / "case" / "reports" / "one-more.txt").write_text(report(chance, 2, earlier))
        figures["one_more_s"] = timed("build", f"{folder}/case")
        figures["memory_mib"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(json.dumps({key: round(value, 1) for key, value in figures.items()}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
