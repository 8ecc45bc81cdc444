"""All items at once, with what every finder needs to know of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Interval, Item, Place, Reading, Speaker
from ascertain.relate.bonds import close_to, is_ours, is_owned
from ascertain.relate.directory import PARTIES, Directory, Voice, name_key
from ascertain.relate.persons import Persons
from ascertain.relate.shingles import RunIndex, words_of

_NOTHING = Reading(item="")
_TEXTS_REMEMBERED = 1_000


Figure = tuple[str, float | None]  # what became of people or things, and of how many


class Told(NamedTuple):
    """The event of a claim, its place's id, and its figures, each with its outcome."""

    event: str
    place: str | None
    figures: frozenset[Figure]


def told_in(claim: Claim) -> Told:
    """Return what a claim says, as far as it tells whether another says the same."""
    where = claim.where.value if claim.where else None
    figures = frozenset((count.outcome, count.low) for count in claim.counts)
    return Told(claim.event, where.id if isinstance(where, Place) else None, figures)


class Collection:
    """The items in order of their ids, their readings, and whose word each is."""

    def __init__(self, items: Sequence[Item], readings: Mapping[str, Reading], knowledge: Knowledge) -> None:
        """Take the items in any order."""
        self.items = sorted(items, key=lambda item: item.id)
        self.place_of = {item.id: place for place, item in enumerate(self.items)}
        self.readings = readings
        self.knowledge = knowledge
        self.directory = Directory(knowledge, self.items)
        self.voices: list[Voice] = [self._voice_of_item(item) for item in self.items]
        self._spoken: dict[tuple[str, Speaker], Voice | None] = {}
        self._persons: dict[int, Persons] = {}
        self.word_spans = lru_cache(maxsize=_TEXTS_REMEMBERED)(self._word_spans)

    def _voice_of_item(self, item: Item) -> Voice:
        """Return whose word an item is: a state's outlet speaks for the state where that has to do with what is told.

        A Turkish agency's report on a war in Mali is not the word of a party to it.
        """
        voice = self.directory.of_item(item)
        outlet = self.directory.as_outlet(item) if voice.party else None
        if voice.party is None or outlet is None or not self._told_of:
            return voice
        actors, countries = self._told_of
        return voice if self.directory.is_concerned(voice.party, actors, countries) else outlet

    @cached_property
    def _told_of(self) -> tuple[frozenset[str], frozenset[str]] | None:
        """The parties that any claim tells of, and the countries in which any places it; None where nothing is told."""
        claims = [claim for reading in self.readings.values() for claim in reading.claims]
        actors = frozenset(one.id for claim in claims for one in (*claim.perpetrators, *claim.targets) if one.id)
        places = (claim.where.value for claim in claims if claim.where)
        countries = frozenset(place.country for place in places if isinstance(place, Place) and place.country)
        return (actors, countries) if claims else None

    def _word_spans(self, place: int) -> list[tuple[int, int]]:
        """Return where the words of an item stand, of which its runs are; remembered, as an item has several copies."""
        return words_of(self.items[place])[1]

    def claims(self, place: int) -> tuple[Claim, ...]:
        """Return the claims of the item at `place`."""
        return self.readings.get(self.items[place].id, _NOTHING).claims

    def voice_of(self, place: int, claim: Claim, speaker: Speaker) -> Voice | None:
        """Return whose word a quoted speaker's is, by the name and by what the words around it say of them."""
        asked = claim.id, speaker
        if asked not in self._spoken:
            self._spoken[asked] = self._voice_of(place, claim, speaker)
        return self._spoken[asked]

    def _voice_of(self, place: int, claim: Claim, speaker: Speaker) -> Voice | None:
        voice = self.directory.of_speaker(speaker, self.voices[place])
        if (voice is not None and voice.party and voice != self.voices[place]) or speaker.end is None:
            return voice
        text = self.items[place].text
        if speaker.start is not None and is_ours(text, speaker.start, speaker.end):
            return self.voices[place]
        if speaker.start is not None and is_owned(text, speaker.start):
            doers = {party.id for party in claim.perpetrators if party.type in PARTIES}
            if len(doers) == 1 and (owner := self.directory.of_party(doers.pop())) is not None:
                return owner
        if voice is not None and speaker.role != "outlet" and (side := self._side(text, speaker)):
            return self.directory.party_in(side) or voice
        return self._person(place, speaker, voice)

    @staticmethod
    def _side(text: str, speaker: Speaker) -> str:
        """Return the words for whom a speaker is close to, behind the name or in it ("the ministry loyal to X")."""
        if speaker.start is None or speaker.end is None:
            return ""
        gaps = (at for at in range(speaker.start, speaker.end) if text[at] == " ")
        inside = (side for at in gaps if (side := close_to(text[: speaker.end], at)))
        return close_to(text, speaker.end) or next(inside, "")

    def _person(self, place: int, speaker: Speaker, voice: Voice | None) -> Voice | None:
        """Return the voice of a person by the name in full, under whatever name these words have them."""
        if voice is None or voice.party or not voice.key.startswith(("source:", "office:")):
            return voice
        own = self.voices[place]
        if name_key(own.name).startswith(f"{name_key(speaker.name)}."):  # "Example" of example.org
            return own
        if speaker.role == "outlet":
            return voice
        if place not in self._persons:
            self._persons[place] = Persons(self.items[place], self.readings.get(self.items[place].id, _NOTHING))
        key = self._persons[place].key(speaker)
        return voice if key is None else Voice(key, voice.name, side=voice.side, reliability=voice.reliability)

    @cached_property
    def told(self) -> list[list[Told]]:
        """What the claims of each item say, as far as it tells whether another says the same."""
        return [[told_in(claim) for claim in self.claims(place)] for place in range(len(self.items))]

    @cached_property
    def published(self) -> list[tuple[datetime, datetime] | None]:
        """When each item was published, from the earliest to the latest that its date allows.

        A date before the very event that the item tells of is a wrong date, and counts as none.
        """
        found = []
        for place, item in enumerate(self.items):
            span = published_span(item)
            told = [start for claim in self.claims(place) if (start := _told_start(claim))]
            if span and told and min(told) > span[1] + timedelta(days=1):
                span = None
            found.append(span)
        return found

    @cached_property
    def runs(self) -> RunIndex:
        """The runs of words of every item."""
        keys: dict[str, int] = {}
        events = [
            keys.setdefault(key, len(keys)) if (key := self._event_key(place)) else -1
            for place in range(len(self.items))
        ]
        return RunIndex(self.items, events)

    def _event_key(self, place: int) -> str:
        """Return what the item is mainly about: the first place of its claims, else its first place."""
        for claim in self.claims(place):
            if claim.where and isinstance(claim.where.value, Place):
                return claim.where.value.id
        reading = self.readings.get(self.items[place].id, _NOTHING)
        return next((mention.value.id for mention in reading.mentions if isinstance(mention.value, Place)), "")


def published_span(item: Item) -> tuple[datetime, datetime] | None:
    """Return the instants between which an item was published; a plain date is the whole day, in any zone."""
    if not item.published_at:
        return None
    try:
        instant = datetime.fromisoformat(item.published_at)
    except ValueError:
        return None
    if len(item.published_at) <= 10:
        start = instant.replace(tzinfo=UTC)
        return start - timedelta(hours=14), start + timedelta(hours=36)
    instant = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return instant, instant


def _told_start(claim: Claim) -> datetime | None:
    value = claim.when.value if claim.when else None
    if claim.mood != "actual" or claim.polarity != "asserted" or not isinstance(value, Interval) or not value.start:
        return None
    return datetime.fromisoformat(value.start)
