"""The reader on corpora that the evaluation kit does not hold, in two halves: misses were read in the first alone.

    python bench/further.py FOLDER                     print the figures of the second half
    python bench/further.py FOLDER --half first --set acled
    PYTHONPATH=OTHER/src python bench/further.py FOLDER   of another checkout

FOLDER holds what can be fetched from public repositories and is never kept here: `TempEval-3` (jspotter/TempEval-3:
TimeBank and AQUAINT, English news with TIMEX3), `ArabicTimes` (dahmri/Enhancing-HeidelTime-...: Arabic texts with
TIMEX3), `Geoparsing` (milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation: GeoWebNews, TR-News, GeoVirus), and
`ACLED` (CSV files of coded events with their notes). What is missing is left out.
"""

import argparse
import csv
import html
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import md5
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ascertain.case.reading import reader
from ascertain.event_types import event_types
from ascertain.knowledge import load
from ascertain.model import Item, Reading, Settings

Span = tuple[int, int]
NEAR_KM = 161.0  # a hundred miles, the usual bound of geoparsing papers
_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)([^>]*)>")
_LITERAL = {"Literal", "Coercion", "Mixed", "Literal_Modifier", "Embedded_Literal"}


@dataclass
class Row:
    """A text and what its annotators say: spans with a value (a TIMEX3 value, a point) or facts by name."""

    item: Item
    gold: list[tuple[Span, Any]] = field(default_factory=list)
    neutral: list[Span] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


# ------------------------------------------------------------------ corpora


def timeml(path: Path, lang: str) -> Row:
    """Return a text of a TimeML file, with its outermost TIMEX3 spans and their values."""
    source = path.read_text(encoding="utf-8-sig").replace("\r", "").replace("\ufeff", "")
    told = re.search(r'<DCT>.*?value="([^"]*)"', source, re.S)
    body = re.search(r"<TEXT>(.*)</TEXT>|<TimeML>(.*)</TimeML>", source, re.S)
    text, at, opened = "", 0, []
    gold: list[tuple[Span, Any]] = []
    written = (body[1] or body[2]) if body else ""
    for tag in _TAG.finditer(written):
        text, at = text + html.unescape(written[at : tag.start()]), tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((len(text), tag[3]))
        elif tag[2] == "TIMEX3" and opened:
            start, attributes = opened.pop()
            value = re.search(r'\bvalue="([^"]*)"', attributes)
            if not opened:
                gold.append(((start, len(text)), value[1] if value else ""))
    published = told[1][:10] if told else None
    text += html.unescape(written[at:])
    return Row(Item(id=path.stem, text=text, lang=lang, source="news", published_at=published), gold)


def times(folder: Path, lang: str) -> Iterator[Row]:
    """Yield the texts of a folder of TimeML files, in order of their names."""
    for path in sorted(folder.rglob("*.tml")):
        if not path.name.startswith("."):
            yield timeml(path, lang)


def toponyms(path: Path) -> Iterator[Row]:
    """Yield the articles of a geoparsing corpus, with the literal toponyms and their points."""
    for number, article in enumerate(ElementTree.parse(path).getroot()):
        text = article.findtext("text") or ""
        row = Row(Item(id=f"{path.stem}-{number}", text=text, lang="en", source="news"))
        for one in (*article.iter("toponym"), *article.iter("location")):
            name = one.findtext("extractedName") or one.findtext("phrase") or one.findtext("name") or ""
            near = int(one.findtext("start") or 0)
            found = [match.start() for match in re.finditer(re.escape(name), text)] if name else []
            if not found:
                continue
            start = min(found, key=lambda place: abs(place - near))
            lat = one.findtext(".//lat") or one.findtext("latitude")
            lon = one.findtext(".//lon") or one.findtext("longitude")
            kind, modifier = one.findtext("type"), one.findtext("modifierType")
            if kind is not None and (kind not in _LITERAL or modifier == "Adjective"):
                row.neutral.append((start, start + len(name)))
                continue
            row.gold.append(((start, start + len(name)), (float(lat), float(lon)) if lat and lon else None))
        yield row


def acled(folder: Path) -> Iterator[Row]:
    """Yield events of ACLED files by their notes, a tenth of the peaceful protests and of a large file one in six."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", errors="replace") as file:
            rows = [{key.lower(): value.strip() for key, value in row.items() if key} for row in csv.DictReader(file)]
        for number, row in enumerate(rows):
            name, told = f"{path.stem}-{number}", row["event_date"]
            day = date.fromisoformat(told[:10]) if told[:4].isdigit() else datetime.strptime(told, "%d-%B-%Y").date()
            peaceful = row["actor1"].startswith("Protesters") and row["fatalities"] == "0" and not row["actor2"]
            if (
                len(row["notes"]) < 20
                or (len(rows) > 1_000 and _hash(f"s{name}") % 6)
                or (peaceful and _hash(name) % 10)
            ):
                continue
            published = (day + timedelta(days=1)).isoformat()
            item = Item(id=name, text=row["notes"], lang="en", source=row["source"] or "x", published_at=published)
            facts = {"day": day, "kind": row["event_type"].split("-")[0], "dead": int(float(row["fatalities"] or 0))}
            yield Row(item, facts=facts)


def _hash(word: str) -> int:
    return int(md5(word.encode(), usedforsecurity=False).hexdigest(), 16)


# ------------------------------------------------------------------ scores


def paired(gold: Sequence[Span], found: Sequence[Span], *, exact: bool) -> list[tuple[int, int]]:
    """Return pairs of a gold span and a found one, each taken once: equal ones, or those that overlap most."""
    ties = []
    for one, (start, end) in enumerate(gold):
        for other, (low, high) in enumerate(found):
            shared = min(end, high) - max(start, low)
            if (start, end) == (low, high) or (shared > 0 and not exact):
                ties.append((-shared, one, other))
    pairs: list[tuple[int, int]] = []
    for _, one, other in sorted(ties):
        if all(one != mine and other != theirs for mine, theirs in pairs):
            pairs.append((one, other))
    return pairs


def f1(right: int, gold: int, found: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (gold + found) if gold + found else 0.0


def of_times(rows: Sequence[Row], readings: Sequence[Reading]) -> dict[str, float]:
    """Return strict and relaxed F1 of spans, and of spans with a value where the text's day is known."""
    strict = relaxed = valued = gold = found = 0
    for row, reading in zip(rows, readings, strict=True):
        mentions = [one for one in reading.mentions if one.kind == "time"]
        spans = [(one.start, one.end) for one in mentions]
        strict += len(paired([span for span, _ in row.gold], spans, exact=True))
        for one, other in paired([span for span, _ in row.gold], spans, exact=False):
            relaxed += 1
            valued += getattr(mentions[other].value, "timex", None) == row.gold[one][1]
        gold, found = gold + len(row.gold), found + len(spans)
    scores = {"span strict F1": f1(strict, gold, found), "span relaxed F1": f1(relaxed, gold, found)}
    if any(row.item.published_at for row in rows):
        scores["relaxed span and value F1"] = f1(valued, gold, found)
    return scores


def of_places(rows: Sequence[Row], readings: Sequence[Reading]) -> dict[str, float]:
    """Return F1 of the spans of literal toponyms, the share that is located, and how much of that lies near."""
    strict = relaxed = gold = found = located = near = pointed = 0
    for row, reading in zip(rows, readings, strict=True):
        mentions = [one for one in reading.mentions if one.kind == "place"]
        spans = [(one.start, one.end) for one in mentions]
        strict += len(paired([span for span, _ in row.gold], spans, exact=True))
        pairs = paired([span for span, _ in row.gold], spans, exact=False)
        relaxed += len(pairs)
        taken = {other for _, other in pairs}
        aside = [n for n, span in enumerate(spans) if n not in taken and paired(row.neutral, [span], exact=False)]
        gold, found = gold + len(row.gold), found + len(spans) - len(aside)
        pointed += sum(point is not None for _, point in row.gold)
        for one, other in pairs:
            point, value = row.gold[one][1], mentions[other].value
            if point is not None and getattr(value, "lat", None) is not None:
                located += 1
                near += _km(point, (value.lat, value.lon)) <= NEAR_KM  # type: ignore[union-attr, arg-type]
    return {
        "span exact F1": f1(strict, gold, found),
        "span overlap F1": f1(relaxed, gold, found),
        "located": located / max(1, pointed),
        "Acc@161km of located": near / max(1, located),
    }


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (to_lat, to_lon) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 12_742 * math.asin(math.sqrt(half))


_KINDS = {"Violence against civilians": "Violence", "Violence Against Civilians": "Violence", "Battle": "Battles"}


def of_events(rows: Sequence[Row], readings: Sequence[Reading]) -> dict[str, float]:
    """Return how often violence, its kind, the dead and the day are read as ACLED's coders have them."""
    kinds = event_types()
    asked: dict[str, list[bool]] = {}
    for row, reading in zip(rows, readings, strict=True):
        told = [one for one in reading.claims if one.polarity == "asserted"]
        violent = [one for one in told if kinds[one.event].violent]
        dead = [sum(int(c.low or 0) for c in one.counts if c.outcome == "killed" and c.part_of is None) for one in told]
        dead = [figure for figure in dead if figure]
        right = row.facts["dead"] in {max(dead, default=0), sum(dead), sum(set(dead))}
        asked.setdefault("dead exact" if row.facts["dead"] else "nobody dead, none read", []).append(right)
        if (kind := _KINDS.get(row.facts["kind"], row.facts["kind"])) in ("Violence", "Battles", "Remote violence"):
            asked.setdefault("violence found", []).append(bool(violent))
            group = "Explosions" if kind == "Remote violence" else kind
            asked.setdefault("its kind", []).append(any(kinds[one.event].acled.startswith(group) for one in told))
        days = [one.when.value for one in violent if one.when is not None and one.when.value is not None]
        starts = {str(getattr(value, "timex", "") or "")[:10] for value in days}
        if any(len(start) == 10 for start in starts):
            near = {(row.facts["day"] + timedelta(days=more)).isoformat() for more in (0, 1)}
            asked.setdefault("day, where one is said", []).append(bool(near & starts))
    return {name: sum(answers) / len(answers) for name, answers in sorted(asked.items())}


Scorer = Callable[[Sequence[Row], Sequence[Reading]], dict[str, float]]


def sets(folder: Path) -> dict[str, tuple[Callable[[], Iterator[Row]], Scorer]]:
    """Return the corpora that can be in a folder, each with how it is read and scored."""
    geo = folder / "Geoparsing" / "data"
    return {
        "tempeval-3": (lambda: times(folder / "TempEval-3", "en"), of_times),
        "arabic-times": (lambda: times(folder / "ArabicTimes", "ar"), of_times),
        "geowebnews": (lambda: toponyms(geo / "GWN.xml"), of_places),
        "tr-news": (lambda: toponyms(geo / "Corpora" / "TR-News.xml"), of_places),
        "geovirus": (lambda: toponyms(geo / "Corpora" / "GeoVirus.xml"), of_places),
        "acled": (lambda: acled(folder / "ACLED"), of_events),
    }


def main() -> None:
    """Print the figures of each corpus that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("first", "second"), default="second")
    parser.add_argument("--set", action="append", help="one of the corpora; all by default")
    given = parser.parse_args()
    read = reader(load(), Settings())
    for name, (corpus, score) in sets(given.folder).items():
        if given.set and name not in given.set:
            continue
        try:
            rows = [row for number, row in enumerate(corpus()) if number % 2 == (given.half == "second")]
        except FileNotFoundError:
            rows = []
        if not rows:
            print(f"{name}: not at hand")
            continue
        figures = score(rows, [read(row.item) for row in rows])
        print(f"{name}: {len(rows)} texts, " + ", ".join(f"{what} {value:.3f}" for what, value in figures.items()))


if __name__ == "__main__":
    main()
