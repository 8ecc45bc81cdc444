"""What the tellings of one incident agree on: when, where, what kind of event."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ascertain.group import families
from ascertain.group.days import before_day, days_of
from ascertain.group.telling import Telling, is_dated_about
from ascertain.group.worded_days import worded_day
from ascertain.model import Claim, Interval
from ascertain.text.fold import fold

_FINENESS = ("minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "decade")
_SAME_WORDS = 8  # that end two tellings, so that one is a copy of the other
_A_PART = 0.4  # of the weight of all: with less, the deaths are only a part of what happened
_FLOWN = 1 / 3  # of the weight of those who only tell of missiles: with so many telling of aircraft, these fired them
_STILL_TOLD = 4  # days within which reports go on telling of an event without saying when it was
_LOOKS_BACK = 30  # days: a report that gives an older day than this is about something else, and looks back on it


def weight_of(telling: Telling, origins: Mapping[str, str], shared: Counter[str]) -> float:
    """Return what a telling counts in a vote: copies of one origin together count little more than one."""
    crowd = max(shared[origins.get(claim.id, claim.id)] for claim in telling.claims)
    return (1.0 if telling.starts else 0.3) * (0.3 + 0.7 / max(1, crowd))


def crowds(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Counter[str]:
    """Return how many of the tellings rest on each origin."""
    return Counter(
        origin
        for telling in tellings
        for origin in sorted({origins.get(claim.id, claim.id) for claim in telling.claims})
    )


def agreed_event(tellings: Sequence[Telling], weights: Sequence[float]) -> str:
    """Return the kind of event that most tellings give; one that says the means comes before one that doesn't.

    Missiles are fired from aircraft as well as from the ground: where enough tell of an air strike, it was one.
    Of a deadly one what took no lives is only a part (the arson and abductions of a massacre), unless nearly all tell
    of that: the guard who was shot dead in the abduction of two hundred.
    """
    votes: dict[str, float] = defaultdict(float)
    for telling, weight in zip(tellings, weights, strict=True):
        votes[telling.event] += weight
    if any(any(telling.killed) for telling in tellings):
        deadly = {event: vote for event, vote in votes.items() if families.is_deadly(event)}
        votes = deadly if sum(deadly.values()) >= _A_PART * sum(votes.values()) else votes
    special = {event: vote for event, vote in votes.items() if not families.is_general(event)}
    if special and max(special.values()) >= 0.15 * sum(votes.values()):
        votes = defaultdict(float, special)
    starting = {event: vote for event, vote in votes.items() if families.starts_incident(event)}
    chosen = starting or votes
    agreed = min(chosen, key=lambda event: (-chosen[event], -families.rank(event), event))
    flown = chosen.get("air_strike", 0.0)
    return "air_strike" if agreed == "missile_strike" and flown >= _FLOWN * chosen[agreed] else agreed


def agreed_when(
    tellings: Sequence[Telling], weights: Sequence[float], zone: str
) -> tuple[Interval | None, tuple[Claim, ...]]:
    """Return the best interval and the claims that give it.

    The day that most tellings give in words, among sharp ones; then the finest interval on that day. A report without a
    day speaks for that of its publication, and so, a little, does one whose words only give a day long past. Where no
    words give a day, it is the day of the first report, with a note that says so; where all look back, a time before;
    where no report says when it was published, the day about which one was said by the number in its address.
    """
    tellings, weights = _first_told(tellings, weights)
    votes: dict[int, float] = defaultdict(float)
    for telling, weight in zip(tellings, weights, strict=True):
        if telling.days is None:
            continue
        length = telling.days.last - telling.days.first + 1
        if _looks_back(telling):
            weight *= 0.2
        for day in range(telling.days.first, min(telling.days.last, telling.days.first + 31) + 1):
            votes[day] += weight / length**1.5
            if telling.published is not None and telling.days.sharp and 0 <= telling.published - day <= 1:
                votes[day] += 0.2 * weight
    if not votes:
        return _by_publication(tellings, weights, zone), ()
    told = dict(votes)
    at_the_time = [one.days.last for one in tellings if one.days is not None and one.published and not _looks_back(one)]
    then = max(at_the_time, default=max(one.published or 0 for one in tellings))
    for telling, weight in zip(tellings, weights, strict=True):
        if telling.published is None:
            if telling.days is None and telling.said is not None and is_dated_about(telling):
                votes[round(telling.said.day)] += (0.4 if round(telling.said.day) in votes else 0.2) * weight
            continue
        if telling.days is None and (recalled := _just_before(telling.published, tellings)) is not None:
            votes[recalled] += 0.5 * weight
        elif telling.days is None:
            if telling.published - then > _LOOKS_BACK:
                continue  # it looks back on what was told at the time
            day = _told_by(telling.published, told)
            votes[day] += (0.5 if day in votes else 0.3) * weight
        elif _looks_back(telling):
            votes[telling.published] += 0.3 * weight
    if told and all(map(_looks_back, tellings)):
        votes = defaultdict(float, told)  # "in January", "on 4 January": the day on which it is recalled is not its day
    best = min(votes, key=lambda day: (-round(votes[day], 9), day))
    when, givers = _finest(tellings, best, zone)
    return (when, givers) if when is not None else (_by_publication(tellings, weights, zone, best), ())


def _first_told(tellings: Sequence[Telling], weights: Sequence[float]) -> tuple[list[Telling], list[float]]:
    """Return the tellings without those that have the words of another and, by when they came out, a later day.

    "Tonight" in what is passed on the next morning is the night of whoever wrote it.
    """
    first: dict[tuple[str, ...], int] = {}
    words = [tuple(fold(telling.claims[0].quote.text).split()[-_SAME_WORDS:]) for telling in tellings]
    for telling, said in zip(tellings, words, strict=True):
        if telling.days is not None and len(said) == _SAME_WORDS:
            first[said] = min(telling.days.first, first.get(said, telling.days.first))
    kept = [
        place for place, (telling, said) in enumerate(zip(tellings, words, strict=True))
        if telling.days is None or telling.days.first <= first.get(said, telling.days.first)
    ]  # fmt: skip
    return [tellings[place] for place in kept], [weights[place] for place in kept]


def _just_before(published: int, tellings: Sequence[Telling]) -> int | None:
    """Return the day that a later report looks back on, some days before one without a day came out: it is of that."""
    recalled = [t.days.last for t in tellings if t.days is not None and t.days.sharp and _looks_back(t)]
    near = [day for day in recalled if 0 < published - day <= _STILL_TOLD]
    return max(near, default=None)


def _told_by(published: int, told: Mapping[int, float]) -> int:
    """Return the day that a report without one speaks of: the last that words give up to it, some days before at most.

    Where none do, the day of its own publication.
    """
    return max((day for day in told if 0 <= published - day <= _STILL_TOLD), default=published)


def _looks_back(telling: Telling) -> bool:
    """Whether a telling only gives a day long before it came out."""
    if telling.days is None or telling.published is None:
        return False
    return telling.published - telling.days.last > _LOOKS_BACK


def _finest(tellings: Sequence[Telling], day: int, zone: str) -> tuple[Interval | None, tuple[Claim, ...]]:
    found: dict[tuple[int, int], list[tuple[Interval, Claim]]] = defaultdict(list)
    for telling in tellings:
        for claim in telling.claims:
            value = claim.when.value if claim.when else None
            days = days_of(value, zone) if isinstance(value, Interval) else None
            if days is not None and isinstance(value, Interval) and days.first <= day <= days.last:
                fineness = _FINENESS.index(value.precision) if value.precision in _FINENESS else len(_FINENESS)
                found[days.last - days.first, min(fineness, 3)].append((value, claim))
    if not found:
        return None, ()
    shortest = min(key[0] for key in found)
    values = [pair for key, pairs in sorted(found.items()) if key[0] == shortest for pair in pairs]
    # "so far" and "now" are of the moment of writing: they tell the day and not the minute
    values = [pair for pair in values if pair[0].timex != "PRESENT_REF"]
    if not values:
        return None, ()
    fine = [pair for pair in values if pair[0].precision in _FINENESS[:3]]
    whole = [pair for pair in values if pair not in fine]
    # a time of day that one telling of many gives must not become the incident's own
    chosen = fine if fine and (len(fine) >= 2 or not whole or len(fine) * 4 >= len(whole)) else whole
    counted = Counter((value.start, value.end, value.timex) for value, _ in chosen)
    best = min(
        chosen, key=lambda pair: (-counted[pair[0].start, pair[0].end, pair[0].timex], pair[0].start or "", pair[1].id)
    )[0]
    return best, tuple(claim for value, claim in values if (value.start, value.end) == (best.start, best.end))


def _by_publication(
    tellings: Sequence[Telling], weights: Sequence[float], zone: str, chosen: int | None = None
) -> Interval | None:
    if chosen is None and (earlier := _before(tellings)) is not None:
        return earlier
    published = [telling.published for telling in tellings if telling.published is not None]
    about = [(one.said.spread, round(one.said.day)) for one in tellings if one.said is not None and is_dated_about(one)]
    if not published and not about:
        return None
    number = chosen if chosen is not None else min(published) if published else min(about)[1]
    note = _FIRST_REPORT if published else _BY_ADDRESS
    if (worded := worded_day(number, tellings, weights, published=bool(published))) is not None:
        number, note = worded[0], worded[1] + (_OF_FIRST_REPORT if published else _OF_ADDRESS)
    return Interval(timex=date.fromordinal(number).isoformat(), precision="day", zone=zone, notes=(note,))


_FIRST_REPORT = "no text gives the day; this is the day of the first report"
_OF_FIRST_REPORT = "the day of the first report"
_OF_ADDRESS = "the day about which a report was made by the number in its address"
_BY_ADDRESS = (
    "no text gives the day; by the number in its address a report was made about this day: "
    "it lies between the numbers of that publisher's reports of days that are known"
)


def _before(tellings: Sequence[Telling]) -> Interval | None:
    """Return the time up to which all look back who tell of the event itself: "days earlier", "before that"."""
    told = [claim for telling in tellings for claim in telling.claims if families.starts_incident(claim.event)]
    times = [claim.when.value if claim.when else None for claim in told]
    ends = [time for time in times if isinstance(time, Interval) and time.timex == "PAST_REF" and time.end]
    if not ends or len(ends) < len(times):
        return None
    first = min(ends, key=lambda time: (time.end or "", time.zone or ""))
    notes = ("told of as earlier, and no text gives the day",)
    return Interval(end=first.end, timex="PAST_REF", zone=first.zone, notes=notes)


def day_words(when: Interval | None, zone: str) -> str:
    """Return a day for a title: "18 May 2017", "6 to 8 June 2017"; empty where it is not known."""
    days = days_of(when, when.zone or zone) if when else None
    if (before := before_day(when, when.zone or zone) if when else None) is not None:
        day = date.fromordinal(before)
        return f"before {day.day} {_MONTHS[day.month - 1]} {day.year}"
    if days is None:
        return ""
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    if when and when.precision == "month":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if when and when.precision in ("year", "season", "decade"):
        return str(first.year)
    if first == last or last - first == timedelta(days=1):
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {last.day} {_MONTHS[last.month - 1]} {last.year}"
    return f"{first.day} {_MONTHS[first.month - 1]} to {last.day} {_MONTHS[last.month - 1]} {last.year}"


_MONTHS = "January February March April May June July August September October November December".split()
