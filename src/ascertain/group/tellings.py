"""Splitting what one item says into tellings, one for each event that it speaks of."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ascertain.group import families
from ascertain.group.days import Days, before_day, clues_of, days_of, other_day_of_year
from ascertain.group.geometry import apart_m, distance_m, is_area, may_hold, point, radius_m
from ascertain.group.headlines import claims_beside, tells_event
from ascertain.group.siblings import at_other_spots, deaths, other_names, two_sites
from ascertain.group.sides import known_as
from ascertain.group.surroundings import spot_of, surroundings
from ascertain.model import Claim, Interval, Item, Place, Reading, is_beside

# Two places of one item within this distance are taken for one event's: its village and the town nearby.
SAME_EVENT_M = 6_000.0
SUMMARY_DAYS = 4  # a claim about more days than this sums up and is no event by itself
_HOURS_APART = 2.5
_ROUND_UP = 3  # so many events and more are a round-up, where most are told as fully as the fullest
_AS_FULL = 0.4
_HARM = frozenset(("killed", "injured"))
_BY_BOTH = frozenset(("armed_clash",))  # both sides do it and suffer it
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_MONTH = re.compile(r"XXXX-\d\d")


@dataclass(eq=False)
class Draft:
    """A telling while its claims are being gathered; `main` tells that its item is mostly about it.

    `guessed` tells that no claim names a place and the item only mentions one; `news` holds the weekdays that its
    claims name for a day that nothing dates ("today", "on Wednesday"), and is None where none of them is told so.
    `before` is the first day that is too late for what it tells ("days earlier"); `clue` a day of the year, as (month,
    day), that one of them gives without a year. `spots` are its places, those without a point put where the text
    writes them; `sums_up` tells that it is of a month or of many days.
    """

    claims: list[Claim] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    days: Days | None = None
    events: list[str] = field(default_factory=list)
    starts: bool = False
    main: bool = True
    guessed: bool = False
    news: frozenset[int] | None = None
    before: int | None = None
    clue: tuple[int, int] | None = None
    spots: list[Place] = field(default_factory=list)
    sums_up: bool = False

    @property
    def quoted(self) -> list[Claim]:
        """The claims that quote the item's text, without those that its headline makes."""
        return [claim for claim in self.claims if not is_beside(claim)]

    def add(self, told: "_Told", why: str) -> None:
        """Take a claim in; the sharpest of the days that its claims give is the telling's."""
        self.claims.append(told.claim)
        self.whys.append(why)
        if told.place is not None and told.spot is not None:
            self.places.append(told.place)
            self.spots.append(told.spot)
        self.sums_up = self.sums_up or told.sums_up
        if told.days is not None and (self.days is None or _sharper(told.days, self.days)):
            self.days = told.days
        if told.news is not None:
            self.news = (self.news or frozenset()) | told.news
        self.clue = self.clue or told.clue
        if told.before is not None and told.starts:
            self.before = min(told.before, self.before or told.before)
        if families.starts_incident(told.claim.event):
            self.events.append(told.claim.event)


def _sharper(first: Days, second: Days) -> bool:
    return (first.last - first.first, first.start is None) < (second.last - second.first, second.start is None)


@dataclass(frozen=True)
class _Told:
    """A claim with the place and days that it gives itself."""

    claim: Claim
    place: Place | None
    spot: Place | None
    days: Days | None
    news: frozenset[int] | None = None
    before: int | None = None
    clue: tuple[int, int] | None = None

    @property
    def starts(self) -> bool:
        return tells_event(self.claim)

    month: bool = False

    @property
    def sums_up(self) -> bool:
        return self.month or (self.days is not None and self.days.last - self.days.first >= SUMMARY_DAYS)


def drafts_of(item: Item, reading: Reading, zone: str) -> list[Draft]:
    """Return the tellings of an item, in the order of its words; every claim is in exactly one."""
    around = surroundings(item, reading)
    told = [
        _told(claim, zone, around)
        for claims in (claims_beside(reading), reading.claims)
        for claim in sorted(claims, key=lambda claim: (claim.quote.start, claim.id))
    ]
    starters = [one for one in told if one.starts]
    home = _home(starters or told, reading)
    drafts: list[Draft] = []
    for one in starters:
        draft, why = _draft_for(one, drafts, home)
        draft.starts = True
        draft.add(one, why)
    foremost = _mains(drafts)
    for one in told:
        if not one.starts:
            word = one.claim.event == "statement" and one.place is None and one.days is None
            draft, why = _draft_beside(one, foremost if word and foremost else drafts)
            draft.add(one, why)
    mains = _mains(drafts)
    for draft in drafts:
        draft.main = draft in mains
        if not draft.places and home is not None:
            draft.places.append(home)
            draft.guessed = not any(one.place for one in told)
    return drafts


def _mains(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the tellings that an item is about: the foremost; of a round-up, all told as fully, each elsewhere."""
    starters = [draft for draft in drafts if draft.starts] or list(drafts)
    if not starters:
        return []
    foremost = max(starters, key=lambda draft: _fullness(draft) + (draft is drafts[0]))
    if len(starters) < _ROUND_UP:
        return [foremost]
    least = max(map(_fullness, starters)) - _AS_FULL
    full = [draft for draft in starters if draft is foremost or _fullness(draft) >= least]
    spots = [{place.id for place in draft.places if not is_area(place)} for draft in full]
    own = all(spots) and len(set().union(*spots)) == sum(map(len, spots))
    return full if own and 2 * len(full) > len(starters) else [foremost]


def _fullness(draft: Draft) -> float:
    """Return how fully an event is told: at length, with a toll, at a spot."""
    harm = any(map(_is_toll, draft.claims))
    spot = any(not is_area(place) for place in draft.places)
    return harm + 0.5 * math.log(len(draft.claims)) + 0.5 * spot


def _told(claim: Claim, zone: str, around: Mapping[str, Place]) -> _Told:
    place = claim.where.value if claim.where and isinstance(claim.where.value, Place) else None
    when = claim.when.value if claim.when and isinstance(claim.when.value, Interval) else None
    if claim.when is not None and when is not None and _says_how_far(claim.when.text, when):
        when = None
    days = days_of(when, zone) if when else None
    if days is not None and when is not None and when.timex == "PRESENT_REF" and _is_toll(claim):
        days = Days(days.first - 1, days.last, sharp=False)  # "the toll now stands at 40": of the day before as often
    clues, _ = clues_of([when] if when else [])
    month = when is not None and _MONTH.fullmatch(when.timex or "") is not None
    return _Told(
        claim, place, spot_of(place, around), days, _news(when), before_day(when, zone), next(iter(clues), None), month
    )


def _is_toll(claim: Claim) -> bool:
    return any(count.outcome in _HARM for count in claim.counts)


def _says_how_far(words: str, when: Interval) -> bool:
    """Return whether a time says up to when it was counted ("until Thursday", "so far"), not when it happened."""
    if when.timex == "PRESENT_REF":
        return len(words.split()) > 1  # "now" alone is when it happens
    return when.start is None and when.end is not None and when.timex != "PAST_REF"


def _news(when: Interval | None) -> frozenset[int] | None:
    """Return the weekday, if any, of a day that is told as news and that nothing dates; None of any other time."""
    if when is None or when.start is not None or when.timex is None:
        return None
    if found := _WEEKDAY.match(when.timex):
        return frozenset((int(found[1]),))
    return frozenset() if when.timex.startswith("XXXX-XX-XX") else None


def _dated_otherwise(days: Days | None, news: frozenset[int] | None) -> bool:
    """Return whether a day that the words date in full is another than the one they tell as news, without a date.

    Were it the same, it would have dated the news: what is left are dates of pictures and of what is looked back on.
    """
    return (
        days is not None and news is not None and not (days.sharp and date.fromordinal(days.first).isoweekday() in news)
    )


def _other_weekday(mine: frozenset[int] | None, theirs: frozenset[int] | None) -> bool:
    """Return whether both are told as news of a weekday, and of two: "today, Sunday", "yesterday, Saturday"."""
    return bool(mine and theirs and not mine & theirs)


def _home(told: Sequence[_Told], reading: Reading) -> Place | None:
    """Return the place that an item is mostly about: the sharp one that most claims name, else the first named."""
    named = [one.place for one in told if one.place is not None]
    sharp = [place for place in named if not is_area(place)]
    counted = Counter(place.id for place in sharp or named)
    if counted:
        top = max(counted.values())
        return next(place for place in sharp or named if counted[place.id] == top)
    names = [(mention.start, mention.end) for mention in reading.mentions if mention.kind == "actor"]
    mentioned = [
        mention.value
        for mention in reading.mentions
        if isinstance(mention.value, Place)
        and not any(start <= mention.start and mention.end <= end for start, end in names)
    ]
    local = [place for place in mentioned if not is_area(place)]
    return next(iter(local or [place for place in mentioned if place.klass != "country"]), None)


def _draft_for(one: _Told, drafts: list[Draft], home: Place | None) -> tuple[Draft, str]:
    """Return the telling that a claim belongs to, the latest that fits, or a new one.

    One that tells of the other side's deeds is only taken where no other fits, and never where that side says so
    itself: a barrage that it claims and the air strike that answers it are two.
    """
    fitting = [draft for draft in reversed(drafts) if _fits(one, draft, home)]
    own = [draft for draft in fitting if not any(_opposed(one.claim, other) for other in draft.claims)]
    doers = {party.id for party in one.claim.perpetrators if party.id}
    claimed = any(speaker.id in doers for speaker in one.claim.speakers)
    for draft in own or ([] if claimed else fitting):
        return draft, _why(one, draft)
    drafts.append(Draft())
    return drafts[-1], "it gives its own place and time" if one.place and one.days else "it opens the item's account"


def _draft_beside(one: _Told, drafts: list[Draft]) -> tuple[Draft, str]:
    """Return the telling that a claim which is no event by itself speaks about: the nearest in the text that fits."""

    def nearness(draft: Draft) -> tuple[bool, bool, bool, int]:
        apart = min(abs(one.claim.quote.start - claim.quote.start) for claim in draft.claims)
        other = _clash_of_days(one.days, draft.days) or _dated_otherwise(one.days, draft.news)
        other = other or _other_weekday(one.news, draft.news)
        undated = one.days is not None and draft.days is None
        return other, undated, _clash_of_places(one.spot, draft.spots), apart

    if not drafts:
        drafts.append(Draft())
        return drafts[0], "nothing else is told in this item"
    best = min(drafts, key=nearness)
    if nearness(best)[0] and one.days is not None and not one.sums_up and best.starts:
        drafts.append(Draft())
        return drafts[-1], "it speaks of another day than the rest of the item"
    return best, "it speaks about the event told beside it"


def _fits(one: _Told, draft: Draft, home: Place | None) -> bool:
    if one.sums_up != draft.sums_up:
        return False
    if _dated_otherwise(one.days, draft.news) or _dated_otherwise(draft.days, one.news):
        return False
    if _is_after(one.days, draft.before) or _is_after(draft.days, one.before) or _other_weekday(one.news, draft.news):
        return False
    if other_day_of_year(one, draft):
        return False
    if _clash_of_days(one.days, draft.days) or _clash_of_places(one.spot, draft.spots or ([home] if home else [])):
        return False
    if _other_toll_elsewhere(one, draft):
        return False
    special = [event for event in draft.events if not families.is_general(event)]
    return not special or not all(families.is_told_apart(one.claim.event, event) for event in special)


def _opposed(claim: Claim, other: Claim) -> bool:
    """Return whether those who do the one suffer the other, as an advance and the air strike that stops it."""
    if not (families.starts_incident(claim.event) and families.starts_incident(other.event)):
        return False
    if not ((claim.perpetrators and other.targets) or (other.perpetrators and claim.targets)):
        return False
    (mine, on_mine), (theirs, on_theirs) = (
        (known_as(one.perpetrators), known_as(one.targets)) for one in (claim, other)
    )
    if families.family(claim.event) == families.family(other.event) and (claim.event in _BY_BOTH or mine & theirs):
        return False
    return bool(mine & on_theirs - theirs or theirs & on_mine - mine)


def _other_toll_elsewhere(one: _Told, draft: Draft) -> bool:
    """Return whether a claim and a telling give other tolls at spots of other names, however near: two camps struck."""
    mine = [] if one.spot is None else [one.spot]
    return at_other_spots(mine, draft.spots, deaths(one.claim), deaths(*draft.claims))


def _is_after(days: Days | None, before: int | None) -> bool:
    return days is not None and before is not None and days.first >= before


def _clash_of_days(mine: Days | None, theirs: Days | None) -> bool:
    if mine is None or theirs is None:
        return False
    if mine.gap(theirs) > 0:
        return True
    if None in (mine.start, mine.end, theirs.start, theirs.end):
        return False
    apart = max((mine.start or 0) - (theirs.end or 0), (theirs.start or 0) - (mine.end or 0))
    return apart > _HOURS_APART * 3600


def _clash_of_places(mine: Place | None, theirs: Sequence[Place]) -> bool:
    """Return whether a place is none of those, nor near one, nor the area about one."""
    if mine is None or not theirs:
        return False
    sharp = [] if is_area(mine) else [place for place in theirs if not is_area(place)]
    return all(_elsewhere(mine, place) for place in sharp or theirs)  # one desert holds many villages


def _elsewhere(mine: Place, other: Place) -> bool:
    if not other_names(mine, other):
        return False
    if two_sites(mine, other):
        return True
    here, there = point(mine), point(other)
    if here is None or there is None:
        return not (is_area(mine) or is_area(other) or may_hold(mine, other))
    if is_area(mine) or is_area(other):
        return bool(apart_m(mine, other))
    return distance_m(here, there) > SAME_EVENT_M + max(radius_m(mine), radius_m(other)) / 2


def _why(one: _Told, draft: Draft) -> str:
    if one.place is None and one.days is None:
        return "it names neither place nor day of its own and goes with what stands before it"
    if one.place is not None and any(one.place.id == place.id for place in draft.places):
        return f"it names {one.place.name}, as the rest of the item does"
    return "its place and day agree with the rest of the item"
