"""A large collection out of a small one: the set repeated with shifted dates, places and words.

    python bench/multiply.py DEV_FOLDER OUT.jsonl ITEMS

DEV_FOLDER holds `items.jsonl` and `places.geojson`. Each repetition moves the years and months, gives every place of
the gazetteer that is named another one's name, and turns the letters of all words but the most frequent, so that its
names are its own and its texts are as long as before and read as fast. What came out is scratch: texts of the set have
no licence, and neither have these.
"""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

KEPT = 4_000  # the most frequent words stay: without them nothing would be read as an event
YEARS = 35  # repetitions go back as many years before they begin anew, with other places
ENGLISH = "January February March April May June July August September October November December".split()
LEVANTINE = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")
EGYPTIAN = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"[\w'-]+")
_YEAR = re.compile(r"(?<!\d)(?:202[0-3]|٢٠٢[٠-٣])(?!\d)")
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN = "abcdefghijklmnopqrstuvwxyz"


class Shift:
    """What one repetition changes."""

    def __init__(self, number: int, names: dict[str, list[str]], kept: frozenset[str]) -> None:
        """Shift by the repetition's `number`; `names` are the gazetteer's by script, `kept` the words that stay."""
        self.years, self.months, self.number = number % YEARS, number % 12, number
        chance = random.Random(number)
        self._kept = kept
        self._places: dict[str, str] = {}
        for same_script in names.values():
            moved = same_script[:]
            chance.shuffle(moved)
            self._places |= dict(zip(same_script, moved, strict=True))
        self._months: dict[str, str] = {}
        for months in (ENGLISH, [month[:3] for month in ENGLISH], LEVANTINE, EGYPTIAN):
            self._months |= {month: months[(place + self.months) % 12] for place, month in enumerate(months)}
        self._fixed = self._places | self._months
        self._longest: dict[str, int] = {}  # the length in words of the longest name that begins with a word
        for name in self._fixed:
            first, length = name.split()[0], len(name.split())
            self._longest[first] = max(length, self._longest.get(first, 0))
        self._turned: dict[str, str] = {}

    def text(self, words: str) -> str:
        """Return a text of this repetition."""
        found, parts, position = list(_PIECE.finditer(words)), [], 0
        for place, match in enumerate(found):
            if match.start() < position:
                continue
            for length in range(self._longest.get(match.group(), 0), 0, -1):
                last = found[min(place + length, len(found)) - 1]
                name = words[match.start() : last.end()]
                if name in self._fixed:
                    parts += [self._plain(words[position : match.start()]), self._fixed[name]]
                    position = last.end()
                    break
        return "".join((*parts, self._plain(words[position:])))

    def day(self, written: str) -> str:
        """Return a date or moment that begins with year, month and day."""
        year, month, day = int(written[:4]) - self.years, int(written[5:7]) + self.months, min(int(written[8:10]), 28)
        return f"{year:04}-{(month - 1) % 12 + 1:02}-{day:02}{written[10:]}"

    def _plain(self, words: str) -> str:
        return _WORD.sub(lambda match: self._word(match.group()), _YEAR.sub(self._year, words))

    def _year(self, match: re.Match[str]) -> str:
        moved = str(int(match.group()) - self.years)
        return moved if match.group().isascii() else moved.translate({48 + digit: 0x660 + digit for digit in range(10)})

    def _word(self, word: str) -> str:
        if self.number == 0 or word in self._kept or len(word) < 3:
            return word
        if word not in self._turned:
            chance = random.Random(f"{self.number} {word}")
            self._turned[word] = "".join(_turned(letter, chance) for letter in word)
        return self._turned[word]


def _turned(letter: str, chance: random.Random) -> str:
    if letter in _ARABIC:
        return chance.choice(_ARABIC)
    if letter.lower() in _LATIN:
        new = chance.choice(_LATIN)
        return new.upper() if letter.isupper() else new
    return letter


def names_of(places: Path) -> dict[str, list[str]]:
    """Return the names of a gazetteer by their script, each once."""
    found: dict[str, set[str]] = {"latin": set(), "arabic": set()}
    for feature in json.loads(places.read_text("utf-8"))["features"]:
        for name in feature["properties"].get("names", ()):
            for one in name.split(";"):
                if len(one.strip()) > 3:
                    found["latin" if one.strip()[0].isascii() else "arabic"].add(one.strip())
    return {script: sorted(names) for script, names in found.items()}


def multiplied(folder: Path, count: int) -> Iterator[dict[str, Any]]:
    """Yield `count` items; the first repetition is the set itself."""
    items = [json.loads(line) for line in (folder / "items.jsonl").open(encoding="utf-8")]
    names = names_of(folder / "places.geojson")
    spread = Counter(word for item in items for word in _WORD.findall(item["text"]))
    kept = frozenset(word for word, _ in spread.most_common(KEPT))
    for number in range(-(-count // len(items))):
        shift = Shift(number, names, kept)
        for item in items[: count - number * len(items)]:
            yield _shifted(item, shift, shift.text)


def _shifted(item: dict[str, Any], shift: Shift, text: Callable[[str], str]) -> dict[str, Any]:
    changed = item | {"id": f"{item['id']}-{shift.number:03}", "text": text(item["text"])}
    if item.get("title"):
        changed["title"] = text(item["title"])
    if item.get("url"):
        changed["url"] = _shifted_address(item["url"], shift.number)
    if item.get("published_at"):
        changed["published_at"] = shift.day(item["published_at"])
    return changed


def _shifted_address(url: str, number: int) -> str:
    """Return the address at a publisher of this repetition: one publisher's numbers rise with time."""
    scheme, found, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    moved = f"{scheme}{found}n{number}.{host.removeprefix('www.')}{slash}{path}" if found and number else url
    return f"{moved}{'&' if '?' in url else '?'}n={number}"


def main(folder: Path, out: Path, count: int) -> None:
    """Write the items."""
    with out.open("w", encoding="utf-8") as file:
        for item in multiplied(folder, count):
            file.write(json.dumps(item, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
