"""Which claims may set a figure: those that tell of this event, and not of another beside it.

A report recalls last month's strike, sums up a year, tells of a second town or of a drowning the same day. Such claims
lie near the event and are kept with it, but their dead are not its dead. What sets a figure aside is its claim's own
words: that it looks back, how long a time it speaks of, its own day and its own place.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache

from ascertain.event_types import event_types
from ascertain.model import Claim, Interval, Mention, Place
from ascertain.weigh.distances import between_km
from ascertain.weigh.evidence import Evidence, happened_on

SUM_DAYS = 4
FAR_KM = 12.0  # between two sharp places of which both are named
_NEAR_KM = 6.0  # a village and its neighbour, of which reports of one strike name either
_AREAS = frozenset(("subdistrict", "district", "governorate", "region", "country"))
# How far about its middle a name that stands for a province may mean; a city's name often means its province.
_REACH_KM = {"city": 70.0, "subdistrict": 20.0, "district": 35.0, "governorate": 80.0}
_AT = (None, "at", "in", "inside")
_FAR_DEG = 2.0  # of latitude: beyond it no name means both, and no distance need be reckoned
_SHARP_DAYS = frozenset(("minute", "hour", "part_of_day", "day"))
# Dates that no year anchors, and stretches: a month, a year, two days and more.
_MONTH_OR_MORE = re.compile(r"(?:XXXX|\d{4}|\d{2}X|\d{3})(?:-(?:\d\d|XX|SP|SU|FA|WI|H\d|Q\d))?")
_STRETCH = re.compile(r"P(?:(?P<days>[\dX.]+)D|[\dX.]+[WMY]\b.*|[\dX.]+(?:DE|CE))")
_DAY_AND_MONTH = re.compile(r"XXXX-\d\d-\d\d")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
Aside = tuple[str, str]  # the rule, and the reason in words


@lru_cache(maxsize=4)
def standing_in(evidence: Evidence) -> "Standing":
    """Return the judge of an incident's claims, who is asked again and again while it is weighed."""
    return Standing(evidence)


@dataclass(frozen=True, eq=False)
class Standing:
    """Judges the claims of one incident against what the others say of it."""

    evidence: Evidence

    def aside(self, claim: Claim) -> Aside | None:
        """Return why a claim's figures are not this event's, or None where they may be."""
        if claim.id not in self._asides:
            self._asides[claim.id] = self._aside(claim)
        return self._asides[claim.id]

    @cached_property
    def _asides(self) -> dict[str, Aside | None]:
        return {}

    def _aside(self, claim: Claim) -> Aside | None:
        item = self.evidence.items.get(claim.item)
        if item is None or item.text[claim.quote.start : claim.quote.end] != claim.quote.text:
            return "no surviving item contains it", f"item {claim.item} does not hold these words any more"
        if sums_up(claim) and not self._is_as_long(claim):
            return "a sum over a longer time", "it speaks of more days than this event's"
        if claim.mood == "recalled" and self._told_as_it_happens:
            return "an earlier event recalled", "it looks back, and other claims tell of this event as it happened"
        if (why := self._another_day(claim)) is not None:
            return "another day", why
        if (place := self._another_place(claim)) is not None:
            return "another place", f"it happened at {place}"
        if self._another_kind(claim):
            return "another kind of event", f"{claim.event.replace('_', ' ')} is not how this happened"
        return None

    def _is_as_long(self, claim: Claim) -> bool:
        """Whether the time that a claim speaks of lies within the event's own ("between 27 and 31 March")."""
        own, told = self.evidence.incident.when, claim.when.value if claim.when else None
        if own is None or not isinstance(told, Interval) or _MONTH_OR_MORE.fullmatch(own.timex or ""):
            return False
        if not (own.start and own.end and told.start and told.end):
            return False
        return own.start[:10] <= told.start[:10] and told.end[:10] <= own.end[:10]

    @cached_property
    def _told_as_it_happens(self) -> bool:
        return any(
            claim.mood == "actual" and _tells_harm(claim) and not sums_up(claim) for claim in self.evidence.claims
        )

    @cached_property
    def _day(self) -> date | None:
        when = self.evidence.incident.when
        if when is None or when.precision not in _SHARP_DAYS:
            return None
        return _date(happened_on(self.evidence.incident))

    def _another_day(self, claim: Claim) -> str | None:
        """Return that the claim's own day is not the event's, give or take the night between two days, in words.

        What was said before it happened speaks of something else, whatever day it gives.
        """
        if self._day is None:
            return None
        told, said = _own_day(claim.when, self._day), _own_day(claim.said_at, self._day)
        if told is not None and abs((told - self._day).days) > 1:
            return f"it happened on {told.isoformat()}"
        if told is None and said is not None and (said - self._day).days < -1:
            return f"it was said on {said.isoformat()}, before this event"
        return None

    def _another_place(self, claim: Claim) -> str | None:
        """Return the claim's own place where it is not the event's.

        A spot that is far from the event's and of which fewer items tell; a province that the event does not lie in;
        a country, for a report that tells of the event's own place as well, where it tells of more harm there.
        """
        here, there = self.evidence.incident.where, claim.where.value if claim.where else None
        if here is None or here.klass in _AREAS or not isinstance(there, Place) or there.id == here.id:
            return None
        at_place = self._items_near(here)
        if there.klass in ("country", "region"):
            sums = claim.item in at_place and self._tells_harm_here(claim.item, here)
            return there.name if sums and self._exceeds(claim, here) else None
        if claim.relation not in _AT or there.name in here.within or here.name in there.within:
            return None
        apart = _apart_km(here, there)
        if apart is None or apart <= _NEAR_KM:
            return None
        if there.klass in _REACH_KM:
            return there.name
        contrasted = claim.item in at_place or (apart > FAR_KM and len(at_place) > 1)
        return there.name if contrasted and len(self._items_near(there)) < len(at_place) else None

    def _tells_harm_here(self, item: str, here: Place) -> bool:
        return any(
            claim.item == item and claim.counts and _is_near(_sharp_place(claim), here)
            for claim in self.evidence.claims
        )

    def _exceeds(self, claim: Claim, here: Place) -> bool:
        """Whether each figure of a claim that names only a country is above those told of the event's own place.

        "80 killed in an air strike in the country" beside 70 and 87 at the spot is of the spot, and no sum.
        """
        own = [(count.outcome, count.low) for count in claim.counts if count.item is None and count.low]
        return not any(low <= self._most_here(here).get(outcome, 0) for outcome, low in own)

    def _most_here(self, here: Place) -> dict[str, float]:
        if here.id not in self._most:
            most: dict[str, float] = {}
            for claim in self.evidence.claims:
                if _is_near(_sharp_place(claim), here) and not sums_up(claim):
                    for count in claim.counts:
                        most[count.outcome] = max(count.high or 0, count.low or 0, most.get(count.outcome, 0))
            self._most[here.id] = most
        return self._most[here.id]

    @cached_property
    def _most(self) -> dict[str, dict[str, float]]:
        return {}

    def _items_near(self, place: Place) -> set[str]:
        if place.id not in self._near:
            self._near[place.id] = {item for item, spot in self._spots if _is_near(spot, place)}
        return self._near[place.id]

    @cached_property
    def _spots(self) -> set[tuple[str, Place]]:
        return {(claim.item, spot) for claim in self.evidence.claims if (spot := _sharp_place(claim)) is not None}

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        return {}

    def _another_kind(self, claim: Claim) -> bool:
        """Whether a claim tells of a killing by hand beside a strike from afar, where no fighting is told of."""
        kind = event_types().get(self.evidence.incident.event)
        if kind is None or not kind.acled.startswith(_FROM_AFAR) or claim.event not in _BY_HAND:
            return False
        return not (self._by_the_same(claim) or any(other.event in _FIGHTING for other in self.evidence.claims))

    def _by_the_same(self, claim: Claim) -> bool:
        """Whether a claim names who is told to have struck: their machine guns are part of it, not another's murder."""
        doers = {self.evidence.head(party.id) for party in self.evidence.incident.perpetrators if party.id}
        return claim.event == "shooting" and any(
            party.id in self.evidence.known and self.evidence.head(party.id or "") in doers
            for party in claim.perpetrators
        )


_FROM_AFAR = "Explosions/Remote violence"
_BY_HAND = frozenset(("shooting", "assassination", "execution", "torture"))
_FIGHTING = frozenset(("armed_clash", "raid", "ground_offensive", "detention", "abduction"))


def _tells_harm(claim: Claim) -> bool:
    return claim.polarity == "asserted" and any(
        count.outcome in ("killed", "injured") and count.item is None and count.low != 0 for count in claim.counts
    )


def sums_up(claim: Claim) -> bool:
    """Return whether a claim is of a longer time: "since March", "this year", "in the last two days".

    A year in which something is said to have been said is the time of what was counted: nobody speaks for a year.
    """
    value = claim.when.value if claim.when else claim.said_at.value if claim.said_at else None
    if not isinstance(value, Interval):
        return False
    ends = (value.timex or "").split("/")
    if value.precision in ("month", "season", "year", "decade") or any(map(_MONTH_OR_MORE.fullmatch, ends)):
        return True
    if stretch := _STRETCH.match(value.timex or ""):
        return stretch["days"] != "1"
    if not value.start or not value.end:
        return False
    length = datetime.fromisoformat(value.end[:10]) - datetime.fromisoformat(value.start[:10])
    return length > timedelta(days=SUM_DAYS)


def _own_day(mention: Mention | None, near: date) -> date | None:
    """Return the day that a time gives; of a weekday, or of a day and month without a year, the nearest to `near`."""
    value = mention.value if mention else None
    if not isinstance(value, Interval):
        return None
    timex = value.timex or ""
    if weekday := _WEEKDAY.match(timex):
        ahead = (int(weekday[1]) - near.isoweekday()) % 7
        return near + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    if _DAY_AND_MONTH.match(timex):
        found = [_date(f"{near.year + step}{timex[4:10]}") for step in (-1, 0, 1)]
        return min((day for day in found if day), key=lambda day: abs((day - near).days), default=None)
    if value.precision not in _SHARP_DAYS:
        return None
    return _date(timex) or _date(value.start)


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _sharp_place(claim: Claim) -> Place | None:
    """Return a claim's place if it is one, and not an area or a city that a whole province may be meant by.

    One that no gazetteer has is one all the same, the same wherever it is named.
    """
    value = claim.where.value if claim.where else None
    if not isinstance(value, Place) or value.klass in _AREAS or claim.relation not in _AT:
        return None
    return value if value.klass != "city" and (value.radius_m or 0) <= 20_000 else None


def _is_near(place: Place | None, here: Place) -> bool:
    if place is None:
        return False
    if place.lat is not None and here.lat is not None and abs(place.lat - here.lat) > _FAR_DEG:
        return False
    apart = _apart_km(place, here)
    return place.id == here.id or (apart is not None and apart <= _NEAR_KM)


def _apart_km(here: Place, there: Place) -> float | None:
    """Return how far apart two places are beyond what the wider of them may mean, in kilometres."""
    between = between_km(here, there)
    if between is None:
        return None
    reach = max((place.radius_m or 0) / 1000 for place in (here, there))
    return max(0.0, between - max(reach, *(_REACH_KM.get(place.klass or "", 0.0) for place in (here, there))))
