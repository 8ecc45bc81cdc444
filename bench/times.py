"""Time expressions and counts: megabytes a second, beside dateparser.search_dates; and the cost of a long text.

    python bench/times.py                  reports made up here, in English and Arabic
    python bench/times.py FILE.jsonl       the texts of an items.jsonl
    python bench/times.py --long 10        a text of 10 MB, beside one of 1 MB: ten times the cost, no more

dateparser is run if it is installed (pip install dateparser); CPU time is measured, so that a busy machine does not
matter. It finds a part of what is found here; what it finds is counted and shown.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from ascertain.extract.numbers import find_counts
from ascertain.extract.times import find_times
from ascertain.resolve.times import resolve_times
from ascertain.text import Document

_PUBLISHED = "2017-05-18T20:00:00Z"
_ENGLISH = (
    "Aircraft struck a village in the eastern countryside at {h}:{m:02d} on {d} May 2017, residents said.",
    "At least {h} people were killed and {m} wounded, according to a doctor at the field hospital.",
    "The shelling went on until yesterday evening; two hours later the road was opened again.",
    "The army denied it. Rebels had taken the crossing in April {y} and held it for {h} months.",
    "Rescue workers pulled bodies from the rubble while ambulances waited at the edge of the town.",
    "A spokesman said that the convoy had ignored several warnings before it was hit on Friday.",
)
_ARABIC = (
    "قصفت الطائرات الحربية بلدة في الريف الشرقي الساعة {h}:{m:02d} فجر اليوم وقتلت ثلاثة مدنيين بينهم طفلان",
    "أفادت مصادر محلية بمقتل {h} أشخاص وإصابة نحو {m} آخرين جراء القصف المدفعي على الأحياء السكنية",
    "استهدفت قوات النظام الطريق في {d} أيار {y} ثم انسحبت بعد ساعتين إلى القاعدة العسكرية",
    "ونفى المتحدث باسم التحالف مسؤوليته عن الغارة التي وقعت مساء أمس قرب المعبر الحدودي",
)


def reports(count: int, seed: int = 1) -> list[str]:
    """Return made-up reports of about 1.5 kB."""
    choice = random.Random(seed)
    made = []
    for number in range(count):
        lines = _ARABIC if number % 2 else _ENGLISH
        words = []
        while sum(len(line.encode()) for line in words) < 1_500:
            values = {"h": choice.randint(3, 11), "m": choice.randint(0, 59), "d": choice.randint(1, 28)}
            words.append(choice.choice(lines).format(y=choice.randint(2012, 2017), **values))
        made.append(" ".join(words))
    return made


def ours(texts: Sequence[str]) -> int:
    """Find and anchor the times of each text; return how many."""
    return sum(len(resolve_times(find_times(Document(text)), published_at=_PUBLISHED)) for text in texts)


def ours_counts(texts: Sequence[str]) -> int:
    """Find the counts of each text; return how many."""
    return sum(len(find_counts(Document(text))) for text in texts)


def dateparser_search(texts: Sequence[str]) -> int:
    """Do the same with dateparser.search_dates, told the two languages, which its manual advises for speed."""
    from dateparser.search import search_dates  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return sum(len(search_dates(text, languages=["en", "ar"]) or ()) for text in texts)


def dateparser_plain(texts: Sequence[str]) -> int:
    """Do the same with dateparser.search_dates as it comes, which makes out the language for itself."""
    from dateparser.search import search_dates  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return sum(len(search_dates(text) or ()) for text in texts)


def measure(name: str, work: Callable[[Sequence[str]], int], texts: Sequence[str]) -> float:
    """Print and return the megabytes a second of CPU time."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    begun = time.process_time()
    found = work(texts)
    rate = size / (time.process_time() - begun)
    print(f"{name:28} {size:7.2f} MB  {found:7} found  {rate:8.3f} MB/s  {len(texts) / size * rate:8.0f} items/s")
    return rate


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", nargs="?", type=Path)
    parser.add_argument("--long", type=int, metavar="MB")
    args = parser.parse_args()
    texts = reports(2_000)
    if args.items:
        lines = args.items.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    begun = time.process_time()
    ours(["On 5 May 2017"])
    print(f"words and patterns loaded in {time.process_time() - begun:.2f} s")
    ours(texts[:100])
    if args.long:
        one = " ".join(texts)
        for size in (1, args.long):
            text = (one * (size * 1_000_000 // len(one) + 1))[: size * 1_000_000]
            measure(f"one text of {size} M characters", ours, [text])
        return
    rate = measure("times, found and anchored", ours, texts)
    measure("counts", ours_counts, texts)
    try:
        import dateparser  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: F401
    except ImportError:
        print("dateparser is not installed; its manual's own figure is not comparable")
        return
    told = measure("dateparser, told en and ar", dateparser_search, texts[:40])
    plain = measure("dateparser.search_dates", dateparser_plain, texts[:40])
    print(
        f"times {rate / plain:.0f} times as fast as dateparser.search_dates, {rate / told:.0f} times where it is told"
    )


if __name__ == "__main__":
    main()
