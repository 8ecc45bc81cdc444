"""A simulator of worlds: incidents that happened, and the readings of what was written about them.

It stands in for the reader, so that relate, group and weigh are tested on what they are given and not on how well a
text was read. Every number comes from the seed.
"""

import random
from dataclasses import dataclass, field

from ascertain.model import (
    Actor,
    Claim,
    ClaimedCount,
    Count,
    Interval,
    Item,
    Mention,
    Party,
    Place,
    Reading,
    Source,
    Span,
    Speaker,
)
from ascertain.model.claim import claim_id

TOWNS = [
    Place(
        id=f"place-{n}", name=f"Town{n}", lat=30 + (n % 12) * 0.4, lon=35 + (n // 12) * 0.5, radius_m=2000, klass="town"
    )
    for n in range(96)
]
FILLER = "the of a and in to was were had been near after during when as from who said that it on".split()


@dataclass(frozen=True)
class Event:
    """One thing that happened."""

    number: int
    day: int
    place: Place
    event: str
    killed: int
    injured: int
    party: str
    words: tuple[str, ...] = ()


@dataclass
class World:
    """The events, the items about them, and which item tells of which."""

    events: list[Event]
    items: list[Item] = field(default_factory=list)
    readings: dict[str, Reading] = field(default_factory=dict)
    told: dict[str, set[int]] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)


def letters(number: int) -> str:
    """Return a word for a number: words of reports have no figures in them."""
    return "q" + "".join(chr(ord("a") + int(digit)) for digit in str(number)) + "q"


def day_text(day: int) -> str:
    return f"2021-{1 + day // 28:02d}-{1 + day % 28:02d}"


def interval(day: int) -> Interval:
    following = day_text(day + 1)
    return Interval(
        start=f"{day_text(day)}T00:00:00Z", end=f"{following}T00:00:00Z", precision="day", timex=day_text(day)
    )


class Writer:
    """Writes items about events and, at once, what a perfect reader would read in them."""

    def __init__(self, world: World, seed: int = 0) -> None:
        self.world = world
        self.random = random.Random(seed)

    def sentence(self, event: Event) -> list[str]:
        names = [self.random.choice(event.words) for _ in range(6)] if event.words else []
        words = (
            names
            + [self.random.choice(FILLER) for _ in range(10)]
            + [f"w{letters(self.random.randrange(4000))}" for _ in range(12)]
        )
        self.random.shuffle(words)
        return words

    def write(
        self,
        key: str,
        events: list[Event],
        *,
        source: str,
        dated: bool = True,
        says_day: bool = True,
        killed: int | None = None,
        speaker: Speaker | None = None,
        lead: list[str] | None = None,
        shares: str | None = None,
        lang: str = "en",
        group: str = "civilians",
        tail: int = 0,
    ) -> Item:
        text, mentions, claims = "", [], []
        for event in events:
            start = len(text)
            words = lead if lead is not None else self.sentence(event)
            text += " ".join(words) + " "
            at = len(text)
            text += event.place.name + " "
            where = Mention(
                kind="place", start=at, end=at + len(event.place.name), text=event.place.name, value=event.place
            )
            mentions.append(where)
            when = None
            if says_day:
                at = len(text)
                text += day_text(event.day) + " "
                when = Mention(kind="time", start=at, end=at + 10, text=day_text(event.day), value=interval(event.day))
                mentions.append(when)
            number = str(event.killed if killed is None else killed)
            at = len(text)
            text += number + " dead "
            mentions.append(
                Mention(kind="count", start=at, end=at + len(number), text=number, value=Count(low=int(number)))
            )
            quote = Span(start=start, end=len(text) - 1, text=text[start : len(text) - 1])
            claims.append(
                Claim(
                    id=claim_id(key, event.event, quote.start, quote.end, quote.text),
                    item=key,
                    event=event.event,
                    quote=quote,
                    where=where,
                    when=when,
                    speakers=(speaker,) if speaker else (),
                    perpetrators=(Party(name=event.party, id=event.party, type="military"),),
                    counts=(
                        ClaimedCount(outcome="killed", low=int(number), group=group, start=at, end=at + len(number)),  # type: ignore[arg-type]
                    ),
                )
            )
            text += ". "
        text += " ".join(f"t{letters(self.random.randrange(9000))}" for _ in range(tail))
        after = 1 if self.random.random() < 0.3 else 0
        published = f"{day_text(events[0].day + after)}T{self.random.randrange(10, 20)}:00:00Z"
        item = Item(
            id=key, text=text, source=source, published_at=published if dated else None, lang=lang, shares=shares
        )
        self.world.items.append(item)
        self.world.readings[key] = Reading(item=key, lang=lang, mentions=tuple(mentions), claims=tuple(claims))
        self.world.told[key] = {event.number for event in events}
        self.world.root[key] = source
        return item


def shifted(reading: Reading, key: str, by: int) -> tuple[Claim, ...]:
    """Return the claims of a reading as they stand in a longer text, `by` characters further on."""

    def moved(mention: Mention | None) -> Mention | None:
        return mention and Mention(
            kind=mention.kind, start=mention.start + by, end=mention.end + by, text=mention.text, value=mention.value
        )

    found = []
    for claim in reading.claims:
        quote = Span(start=claim.quote.start + by, end=claim.quote.end + by, text=claim.quote.text)
        counts = tuple(
            ClaimedCount(outcome=c.outcome, low=c.low, group=c.group, start=c.start + by, end=c.end + by)
            for c in claim.counts
        )
        found.append(
            Claim(
                id=claim_id(key, claim.event, quote.start, quote.end, quote.text),
                item=key,
                event=claim.event,
                quote=quote,
                when=moved(claim.when),
                where=moved(claim.where),
                perpetrators=claim.perpetrators,
                counts=counts,
            )
        )
    return tuple(found)


def plant(seed: int, events: int = 40, per_event: int = 6) -> World:
    """Return a world of events with independent reports, copies, undated items and round-ups."""
    chance = random.Random(seed)
    happened = [
        Event(
            number=n,
            day=chance.randrange(300),
            place=chance.choice(TOWNS),
            event=chance.choice(["air_strike", "shelling", "shooting"]),
            killed=chance.randrange(1, 9),
            injured=chance.randrange(0, 9),
            party=chance.choice(["north", "south"]),
            words=tuple(f"name{letters(n)}{letters(k)}" for k in range(10)),
        )
        for n in range(events)
    ]
    world = World(happened)
    writer = Writer(world, seed)
    for event in happened:
        first = None
        for k in range(1 + chance.randrange(per_event)):
            key = f"item-{event.number:03d}-{k}"
            kind = chance.random()
            if first is not None and kind < 0.3:
                lead = world.items[first].text.split()[: 24 + chance.randrange(4)]
                writer.write(key, [event], source=f"copier{chance.randrange(30)}", lead=lead)
                world.root[key] = world.root[world.items[first].id]
            else:
                writer.write(
                    key,
                    [event],
                    source=f"outlet{event.number}-{k}",
                    dated=chance.random() < 0.5,
                    says_day=chance.random() < 0.6,
                )
                first = len(world.items) - 1 if first is None else first
    for r in range(events // 8):
        chosen = chance.sample(happened, 3)
        writer.write(f"roundup-{r}", chosen, source=f"digest{r}")
    return world


ACTORS = (
    Actor(id="north", name="North", type="military"),
    Actor(id="south", name="South", type="military"),
)
SOURCES = (Source(id="src-wire", name="Wire Agency", publisher="Wire Group"),)
