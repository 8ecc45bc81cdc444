"""Numbers, times, places and grades in plain words.

Everything that is English stands in this file and in `phrases.py`; pages and accounts call it, so that another language
is another pair of files.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from ascertain.model import Interval, Place, Range

# Isolates: what stands between them does not turn the words around it (Unicode Bidirectional Algorithm, UAX 9).
_FSI, _PDI = "\u2068", "\u2069"
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SMALL = "no one two three four five six seven eight nine".split()

_OUTCOMES = {
    "killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "displaced": "displaced",
    "destroyed": "destroyed", "damaged": "damaged", "captured": "captured", "present": "present",
}  # fmt: skip
_GROUPS = {
    "civilians": ("civilian", "civilians"), "combatants": ("combatant", "combatants"),
    "children": ("child", "children"), "women": ("woman", "women"), "men": ("man", "men"),
    "unknown": ("person", "people"),
}  # fmt: skip
_WIDE_M = 40_000
_WIDE = frozenset(("governorate", "country", "region"))
_THINGS = {
    "artillery": ("artillery piece", "artillery pieces"),
    "air_defence": ("air-defence weapon", "air-defence weapons"),
    "aircraft": ("aircraft", "aircraft"),
    "equipment": ("piece of equipment", "pieces of equipment"),
    "ammunition": ("store of ammunition", "stores of ammunition"),
    "anti_aircraft": ("anti-aircraft weapon", "anti-aircraft weapons"),
}
_RELATIONS = {
    "near": "near", "inside": "inside", "along": "along", "between": "between", "north_of": "north of",
    "south_of": "south of", "east_of": "east of", "west_of": "west of", "north_west_of": "north-west of",
    "northwest_of": "north-west of", "north_east_of": "north-east of", "northeast_of": "north-east of",
    "south_west_of": "south-west of", "southwest_of": "south-west of", "south_east_of": "south-east of",
    "southeast_of": "south-east of", "outside": "outside", "from": "some way from",
}  # fmt: skip


def isolated(words: str) -> str:
    """Return words between isolates, for a sentence that may run the other way."""
    return f"{_FSI}{words}{_PDI}"


def direction(words: str) -> str:
    """Return the direction of most letters: a hashtag or a name in front does not turn a whole text."""
    if words.isascii():
        return "ltr"
    right = sum(unicodedata.bidirectional(c) in ("R", "AL") for c in words)
    left = sum(unicodedata.bidirectional(c) == "L" for c in words)
    return "rtl" if right > left else "ltr"


def count_words(number: int, one: str, many: str = "") -> str:
    """Return a small number in words with its noun: "one origin", "eight origins", "12 origins"."""
    word = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    return f"{word} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return a list as a sentence has it: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence_case(words: str) -> str:
    """Return `words` with the first letter a capital, past an isolate that may stand before it."""
    for index, character in enumerate(words):
        if character not in (_FSI, " "):
            return words[:index] + character.upper() + words[index + 1 :]
    return words


def indefinite(noun: str) -> str:
    """Return an English noun with its article: "an air strike", "a raid"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


# ---- how many


def figure(low: float | None, high: float | None) -> str:
    """Return a range of numbers: "6", "6 to 8", "at least 6", "up to 8", or "no figure"."""
    if low is None and high is None:
        return "no figure"
    if high is None:
        return f"at least {_number(low or 0)}"
    if low is None or (low == 0 and high > 0):
        return f"up to {_number(high)}" if low is None else f"0 to {_number(high)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def noun_of(range_: Range, number: float | None = None) -> str:
    """Return what is counted, in the plural unless `number` is 1: "combatants", "tank"."""
    if range_.item:
        if range_.item in _THINGS:
            return _THINGS[range_.item][number != 1]
        name = range_.item.replace("_", " ")
        return name if number == 1 else _plural(name)
    return _GROUPS[range_.group or "unknown"][number != 1]


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun if noun.endswith("s") else noun + "es"
    return noun + "s"


def outcome_of(range_: Range) -> str:
    """Return the outcome's participle: "killed"."""
    return _OUTCOMES[range_.outcome]


def range_label(range_: Range) -> str:
    """Return a short name of what a range counts: "Combatants killed", "Tanks destroyed"."""
    return f"{noun_of(range_)} {outcome_of(range_)}".capitalize()


_COLLECTIVE = re.compile(
    r"\b(?:armies|army|alliance|army|board|brigade|bureau|coalition|command|commission|committee|council|department|"
    r"directorate|division|forces|front|government|ministry|movement|navy|network|observatory|office|opposition|organi[sz]ation|"
    r"party|police|states|kingdom|union|emirates|united nations)\b",
    re.IGNORECASE,
)


def with_article(name: str) -> str:
    """Return the name of a body with its article where English has one: "the Northern Coalition", "Hezbollah"."""
    if name[:4].lower() == "the " or not _COLLECTIVE.search(name.split("(", maxsplit=1)[0]):
        return name
    return f"the {name}"


# ---- when


def parse_instant(text: str) -> datetime:
    """Return an RFC 3339 instant or plain day as a time in UTC."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def zone_label(zone: str) -> str:
    """Return how a time zone is called in a sentence: "Damascus time", "UTC"."""
    return f"{zone.rsplit('/', 1)[-1].replace('_', ' ')} time" if "/" in zone else zone


def month(moment: datetime) -> str:
    """Return a month in three letters, whatever the locale."""
    return _MONTHS[moment.month - 1][:3]


def day_words(moment: datetime, *, weekday: bool = True) -> str:
    """Return a day: "Thursday 18 May 2017"."""
    words = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{_DAYS[moment.weekday()]} {words}" if weekday else words


def instant_words(text: str, zone: str) -> str:
    """Return an instant or plain day for a reader in a zone: "18 May 2017, 16:19"."""
    if "T" not in text:
        return day_words(parse_instant(text), weekday=False)
    moment = parse_instant(text).astimezone(ZoneInfo(zone))
    return f"{day_words(moment, weekday=False)}, {moment:%H:%M}"


def when_words(interval: Interval | None, zone: str) -> str:
    """Return an interval as an adverb: "on Thursday 18 May 2017, between 16:00 and 17:30 (Damascus time)"."""
    if interval is None or not (interval.start or interval.end):
        return "at a time that no report gives"
    local = ZoneInfo(zone)
    start = parse_instant(interval.start).astimezone(local) if interval.start else None
    end = parse_instant(interval.end).astimezone(local) if interval.end else None
    if start is None or end is None:
        edge = start or end
        assert edge is not None
        return f"{'after' if end is None else 'before'} {day_words(edge, weekday=False)}, {edge:%H:%M}"
    return _between(start, end, interval.precision or "day", zone)


def _between(start: datetime, end: datetime, precision: str, zone: str) -> str:
    last = end - timedelta(seconds=1)
    if precision in ("year", "decade") and start.month == 1 and start.day == 1:
        return f"in {start.year}" if start.year == last.year else f"between {start.year} and {last.year}"
    if precision == "month" and start.day == 1 and (start.year, start.month) == (last.year, last.month):
        return f"in {_MONTHS[start.month - 1]} {start.year}"
    whole_days = end - start >= timedelta(hours=23) or precision in ("day", "week", "month", "season")
    if whole_days:
        if end - start <= timedelta(hours=30):
            return f"on {day_words(start + (end - start) / 2)}"
        return f"between {day_words(start, weekday=False)} and {day_words(last, weekday=False)}"
    if end - start <= timedelta(minutes=1):
        return f"on {day_words(start)} at {start:%H:%M} ({zone_label(zone)})"
    if start.date() == last.date():
        return f"on {day_words(start)}, between {start:%H:%M} and {end:%H:%M} ({zone_label(zone)})"
    days = f"{start:%H:%M} on {day_words(start, weekday=False)} and {end:%H:%M} on {day_words(end, weekday=False)}"
    return f"between {days} ({zone_label(zone)})"


# ---- where


def distance_words(metres: float) -> str:
    """Return a distance to two figures, never more exact than it is known: "about 20 km", "about 700 m"."""
    if metres >= 1000:
        digits = 0 if metres >= 10_000 else 1
        kilometres = _two_figures(metres / 1000) if metres >= 10_000 else round(metres / 1000, digits)
        return f"about {kilometres:g} km"
    return f"about {_two_figures(metres):g} m"


def _two_figures(value: float) -> float:
    if value <= 0:
        return 0
    size = 10 ** (math.floor(math.log10(value)) - 1)
    return float(math.ceil(value / size) * size)


def where_words(place: Place | None) -> str:
    """Return a place as an adverb that says how wide an area is meant, never a pin."""
    if place is None:
        return "at a place that no report names"
    name = isolated(place.name)
    relation = _RELATIONS.get(place.relation or "", "")
    if place.klass in _WIDE and (place.radius_m is None or place.radius_m > _WIDE_M):
        return f"{relation or 'somewhere in'} {name}"
    words = f"{relation} {name}" if relation else f"in or near {name}"
    if place.lat is None:
        return f"{words} (a place that no gazetteer here has)"
    return f"{words} (known to within {distance_words(place.radius_m or 0)})"


def coordinates(place: Place) -> str:
    """Return a point in words, to a hundredth of a degree at most: "33.86° N, 38.05° E"."""
    if place.lat is None or place.lon is None:
        return ""
    north = f"{abs(place.lat):.2f}° {'N' if place.lat >= 0 else 'S'}"
    return f"{north}, {abs(place.lon):.2f}° {'E' if place.lon >= 0 else 'W'}"
