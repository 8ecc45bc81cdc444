"""Numbers, times, places and grades in plain words.

Patterns are written in English where they are used; the language of the edition that is being written says each in its
own way (`languages`).
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ascertain.model import Interval, Place, Range
from ascertain.publish.languages import tongue

# Isolates: what stands between them does not turn the words around it (Unicode Bidirectional Algorithm, UAX 9).
_FSI, _PDI = "\u2068", "\u2069"

# Letters of the transcription of Arabic that GeoNames uses, and of no other language.
_TRANSCRIBED = re.compile("[āīūḩḑĀĪŪḨḐ‘]|’(?!s\\b)|z̧")
_HALF_RINGS = str.maketrans("", "", "‘’")

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
    "infrastructure": ("piece of infrastructure", "pieces of infrastructure"),
    "property": ("piece of property", "pieces of property"),
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


def count_words(number: int, one: str) -> str:
    """Return a small number in words with its noun: "one origin", "eight origins", "12 origins"."""
    return tongue().count(number, one)


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return a list as a sentence has it: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    spoken = tongue()
    joint = spoken.last if last == "and" else spoken.say(" or ")
    return f"{f'{spoken.comma} '.join(words[:-1])}{joint}{words[-1]}"


def sentence_case(words: str) -> str:
    """Return `words` with the first letter a capital, past an isolate that may stand before it."""
    for index, character in enumerate(words):
        if character not in (_FSI, " "):
            return words[:index] + character.upper() + words[index + 1 :]
    return words


def indefinite(noun: str) -> str:
    """Return a noun with its article where it has one: "an air strike", "a raid", "warning shots"."""
    if not tongue().is_source or (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))):
        return noun
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


# ---- how many


def figure(low: float | None, high: float | None) -> str:
    """Return a range of numbers: "6", "6 to 8", "at least 6", "up to 8", or "no figure"."""
    spoken = tongue()
    if low is None and high is None:
        return spoken.say("no figure")
    if high is None:
        return spoken.say("at least {n}", n=_number(low or 0))
    if low is None:
        return spoken.say("up to {n}", n=_number(high))
    return _number(low) if low == high else spoken.say("{low} to {high}", low=_number(low), high=_number(high))


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def noun_of(range_: Range, number: float | None = None) -> str:
    """Return what is counted, in the plural unless `number` is 1: "combatants", "tank"."""
    spoken = tongue()
    if not spoken.is_source:
        return spoken.word("things" if range_.item else "groups", range_.item or range_.group or "unknown")
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
    if not tongue().is_source:
        return tongue().word("outcomes", range_.outcome)
    return _OUTCOMES[range_.outcome]


def range_label(range_: Range) -> str:
    """Return a short name of what a range counts: "Combatants killed", "Tanks destroyed"."""
    return outcome_label(range_.outcome, range_.item, range_.group)


def outcome_label(outcome: str, item: str | None, group: str | None = None) -> str:
    """Return a short name of what became of whom or what: "Combatants killed", "Tanks destroyed"."""
    spoken = tongue()
    if not spoken.is_source:
        of = spoken.word("things", item) if item else spoken.word("groups", group or "unknown")
        return spoken.word("labels", f"{outcome} {'things' if item else 'people'}").format(of=of).strip()
    range_ = Range(outcome=outcome, group=group, item=item)  # type: ignore[arg-type]
    return f"{noun_of(range_)} {outcome_of(range_)}".capitalize()


def column_label(outcome: str, item: str | None) -> str:
    """Return the heading of a column of figures: "Killed", "Tank destroyed"."""
    if not tongue().is_source:
        return outcome_label(outcome, item, "all")
    return f"{(item or '').replace('_', ' ')} {outcome}".strip().capitalize()


def group_word(group: str) -> str:
    """Return what a group of people is called: "combatants"."""
    return tongue().word("groups", group, group)


_COLLECTIVE = re.compile(
    r"\b(?:armies|army|alliance|battalion|board|brigade|bureau|coalition|command|commission|committee|council|department|"
    r"directorate|division|forces?|front|government|ministry|movement|navy|network|observatory|office|opposition|organi[sz]ation|"
    r"party|police|regiment|states|kingdom|republic|taliban|union|unit|emirates|"
    r"united nations|red (?:cross|crescent))\b",
    re.IGNORECASE,
)


_OWNED = re.compile(r"\w+(?:'|’)s?\s")


def with_article(name: str) -> str:
    """Return the name of a body with its article where English has one: "the Northern Coalition", "Hezbollah"."""
    if not tongue().is_source or name[:4].lower() == "the " or not _COLLECTIVE.search(name.split("(", maxsplit=1)[0]):
        return name
    if _OWNED.match(name):
        return name  # "Lebanon's health ministry"
    return f"the {name}"


def with_articles(words: str, names: Iterable[str]) -> str:
    """Return words of another stage with the article of each name of a body that they hold."""
    for name in sorted({name for name in names if with_article(name) != name}, key=lambda name: (-len(name), name)):
        words = re.sub(rf"(?<!the ){re.escape(name)}(?!\w)", with_article(name), words, flags=re.IGNORECASE)
    return words


_SEVERAL = re.compile(
    r"\b(?:forces|guards|brigades|units|states|rebels|fighters|militias|houthis|troops)\)?$", re.IGNORECASE
)


def is_several(name: str) -> bool:
    """Return whether an English name takes a verb of many: "the Malian Armed Forces say"; a state is one."""
    return tongue().is_source and _SEVERAL.search(name.removesuffix("United States")) is not None


# ---- when


def parse_instant(text: str) -> datetime:
    """Return an RFC 3339 instant or plain day as a time in UTC."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def zone_label(zone: str) -> str:
    """Return how a time zone is called in a sentence: "Damascus time", "UTC"."""
    place = zone.rsplit("/", 1)[-1].replace("_", " ")
    return tongue().say("{place} time", place=tongue().word("cities", place)) if "/" in zone else zone


def month(moment: datetime) -> str:
    """Return a month's short name, whatever the locale."""
    return tongue().months_short[moment.month - 1]


def day_words(moment: datetime, *, weekday: bool = True) -> str:
    """Return a day: "Thursday 18 May 2017"."""
    words = f"{moment.day} {tongue().months[moment.month - 1]} {moment.year}"
    return f"{tongue().days[moment.weekday()]} {words}" if weekday else words


def instant_words(text: str, zone: str) -> str:
    """Return an instant or plain day for a reader in a zone: "18 May 2017, 16:19"."""
    if "T" not in text:
        return day_words(parse_instant(text), weekday=False)
    moment = parse_instant(text).astimezone(ZoneInfo(zone))
    return f"{day_words(moment, weekday=False)}{tongue().comma} {moment:%H:%M}"


def whole_day(interval: Interval) -> datetime | None:
    """Return the day that an interval is known by alone, as that of a first report stands for the event's."""
    try:
        return parse_instant(interval.timex) if interval.timex and len(interval.timex) == 10 else None
    except ValueError:
        return None


def when_words(interval: Interval | None, zone: str) -> str:
    """Return an interval as an adverb: "on Thursday 18 May 2017, between 16:00 and 17:30 (Damascus time)"."""
    say = tongue().say
    if interval is not None and not (interval.start or interval.end) and (told := whole_day(interval)) is not None:
        return say("on {day}", day=day_words(told))
    if interval is None or not (interval.start or interval.end):
        return say("at a time that no report gives")
    local = ZoneInfo(zone)
    start = parse_instant(interval.start).astimezone(local) if interval.start else None
    end = parse_instant(interval.end).astimezone(local) if interval.end else None
    if start is None or end is None:
        edge = start or end
        assert edge is not None
        if start is None and (own := edge.astimezone(ZoneInfo(interval.zone or zone))).time() == time():
            return say("before {day}", day=day_words(own, weekday=False))
        day, clock = day_words(edge, weekday=False), f"{edge:%H:%M}"
        return say("after {day}, {clock}" if end is None else "before {day}, {clock}", day=day, clock=clock)
    return _between(start, end, interval.precision or "day", zone)


def _between(start: datetime, end: datetime, precision: str, zone: str) -> str:
    say, last = tongue().say, end - timedelta(seconds=1)
    if precision in ("year", "decade") and start.month == 1 and start.day == 1:
        years = say("between {first} and {last}", first=start.year, last=last.year)
        return say("in {year}", year=start.year) if start.year == last.year else years
    if precision == "month" and start.day == 1 and (start.year, start.month) == (last.year, last.month):
        return say("in {month} {year}", month=tongue().months[start.month - 1], year=start.year)
    whole_days = end - start >= timedelta(hours=23) or precision in ("day", "week", "month", "season")
    if whole_days:
        if end - start <= timedelta(hours=30):
            return say("on {day}", day=day_words(start + (end - start) / 2))
        first, end_day = day_words(start, weekday=False), day_words(last, weekday=False)
        return say("between {first} and {last}", first=first, last=end_day)
    place, clock, until = zone_label(zone), f"{start:%H:%M}", f"{end:%H:%M}"
    if end - start <= timedelta(minutes=1):
        return say("on {day} at {clock} ({zone})", day=day_words(start), clock=clock, zone=place)
    if start.date() == last.date():
        pattern = "on {day}, between {clock} and {until} ({zone})"
        return say(pattern, day=day_words(start), clock=clock, until=until, zone=place)
    days = day_words(start, weekday=False), day_words(end, weekday=False)
    pattern = "between {clock} on {first} and {until} on {last} ({zone})"
    return say(pattern, clock=clock, first=days[0], until=until, last=days[1], zone=place)


# ---- where


def distance_words(metres: float) -> str:
    """Return a distance to two figures, never more exact than it is known: "about 20 km", "about 700 m"."""
    if metres >= 1000:
        kilometres = _two_figures(metres / 1000) if metres >= 10_000 else round(metres / 1000, 1)
        return tongue().say("about {n} km", n=f"{kilometres:g}")
    return tongue().say("about {n} m", n=f"{_two_figures(metres):g}")


def _two_figures(value: float) -> float:
    if value <= 0:
        return 0
    size = 10 ** (math.floor(math.log10(value)) - 1)
    return float(math.ceil(value / size) * size)


def where_words(place: Place | None) -> str:
    """Return a place as an adverb that says how wide an area is meant, never a pin."""
    say = tongue().say
    if place is None:
        return say("at a place that no report names")
    name = isolated(place_name(place))
    relation = _RELATIONS.get(place.relation or "", "")
    relation = tongue().word("relations", relation) if relation else ""
    if place.span_m is not None:
        return _stretch_words(place, name, relation)
    if place.klass in _WIDE and (place.radius_m is None or place.radius_m > _WIDE_M):
        return f"{relation} {name}" if relation else say("somewhere in {name}", name=name)
    words = f"{relation} {name}" if relation else say("in or near {name}", name=name)
    if place.lat is None:
        return say("{place} (a place that no gazetteer here has)", place=words)
    return say("{place} (known to within {distance})", place=words, distance=distance_words(place.radius_m or 0))


def side_words(place: Place) -> str:
    """Return how an event lies to the place that its title names: "near", "north-west of"."""
    relation = _RELATIONS.get(place.relation or "", "in") if place.relation != "from" else "near"
    return tongue().word("relations", relation, relation)


def short_day(interval: Interval | None, zone: str) -> str:
    """Return the day of an interval for a title; empty where it is not known to some days."""
    if interval is not None and not (interval.start or interval.end) and (day := whole_day(interval)) is not None:
        return day_words(day, weekday=False)
    if interval is None or not (interval.start and interval.end):
        return ""
    start, end = (parse_instant(edge).astimezone(ZoneInfo(zone)) for edge in (interval.start, interval.end))
    if end - start > timedelta(days=4):
        return ""
    if end - start <= timedelta(hours=30):
        return day_words(start + (end - start) / 2, weekday=False)
    first, last = day_words(start, weekday=False), day_words(end - timedelta(seconds=1), weekday=False)
    return tongue().say("{first} to {last}", first=first, last=last)


def area_label(place: Place) -> str:
    """Return what an event's area is called on a map: a stretch is not the place that it is measured from."""
    if place.span_m is None:
        return place_name(place)
    near, far = (f"{metres / 1000:.0f}" for metres in place.span_m)
    return tongue().say(
        "{near}–{far} km {side} {name}", near=near, far=far, side=side_words(place), name=place_name(place)
    )


def place_name(place: Place) -> str:
    """Return what a place is called in the language of the edition, where it has a name in it.

    A name of a scholar's transcription is written as reports write it: Tājūrā’ is Tajura.
    """
    name = tongue().name_of(place.name)
    if not tongue().is_source or not _TRANSCRIBED.search(name):
        return name
    bare = unicodedata.normalize("NFD", name.translate(_HALF_RINGS))
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))


def _stretch_words(place: Place, name: str, relation: str) -> str:
    """Return a stretch: "between 27 and 62 km north-west of Orda, on the river road"."""
    low, high = place.span_m or (0.0, 0.0)
    near, far = f"{low / 1000:.0f}", f"{high / 1000:.0f}"
    words = tongue().say("between {near} and {far} km {side} {name}", near=near, far=far, side=relation, name=name)
    if place.along:
        words = tongue().say("{place}, on the {road}", place=words, road=isolated(tongue().name_of(place.along)))
    return words


def coordinates(place: Place) -> str:
    """Return a point in words, to a hundredth of a degree at most: "33.86° N, 38.05° E"."""
    if place.lat is None or place.lon is None:
        return ""
    north = f"{abs(place.lat):.2f}° {'N' if place.lat >= 0 else 'S'}"
    return f"{north}, {abs(place.lon):.2f}° {'E' if place.lon >= 0 else 'W'}"
