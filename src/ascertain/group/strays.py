"""Reports of a folder that give no day join the one event that they can be of.

A folder is of one event as a rule. Its later reports, a denial, a toll a week on, give no day and name the land where
the others name the village: they are like none of the first reports, and were taken for an event of the day on which
they came out. They join the event whose day is known and lies not long before, if no spot, kind or party speaks
against it. In a collection of thousands they may be of any of the week's events, and nothing is joined there.
"""

import re
from collections.abc import Iterable, Sequence

from ascertain.group import families
from ascertain.group.folders import joined_in_a_folder
from ascertain.group.geometry import point
from ascertain.group.phases import is_told_apart, may_be_one, opposed, sounds_as
from ascertain.group.telling import Telling
from ascertain.model import Interval, Place

LATE_DAYS = 10  # after an event, reports that give no day are still of it
_NO_DAY = re.compile(r"PRESENT_REF|P[\dX].*|PT.*|T.*|XXXX.*")
_WIDE = frozenset(("country", "region"))
_UNLIKE = -0.6  # kinds of events that exclude each other


def joined_strays(
    tellings: Sequence[Telling], clusters: Sequence[Sequence[int]], apart: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Return the clusters of a folder, those that nothing dates put to the dated one; each and all in order."""
    kept = {frozenset(pair) for pair in apart}
    return joined_in_a_folder(tellings, clusters, lambda found: _next(tellings, found, kept))


def _next(
    tellings: Sequence[Telling], clusters: Sequence[Sequence[int]], kept: set[frozenset[int]]
) -> tuple[int, int] | None:
    """Return an undated cluster and the dated one that it can be of, the one of which most items tell."""
    sides = [[tellings[number] for number in cluster] for cluster in clusters]
    days = [_day_of(side) for side in sides]
    for stray, side in enumerate(sides):
        if days[stray] is not None or not any(telling.starts for telling in side):
            continue
        fitting = [
            (len({telling.item for telling in other}), place)
            for place, other in enumerate(sides)
            if (day := days[place]) is not None and _may_join(side, other, day, kept)
        ]
        fitting.sort(key=lambda pair: (-pair[0], pair[1]))
        if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
            return stray, fitting[0][1]
    return None


def _day_of(side: Sequence[Telling]) -> int | None:
    """Return the day that the reports of an event give in words; -1 where they give a time and no day, else nothing."""
    told = [telling.days for telling in side if _gives_a_day(telling)]
    return min((days.first for days in told if days is not None and days.sharp), default=-1 if told else None)


def _gives_a_day(telling: Telling) -> bool:
    whens = [claim.when.value for claim in telling.claims if claim.when]
    return any(isinstance(when, Interval) and not _NO_DAY.fullmatch(when.timex or "") for when in whens)


def _may_join(stray: Sequence[Telling], side: Sequence[Telling], day: int, kept: set[frozenset[int]]) -> bool:
    """Whether reports without a day came out soon after an event, and nothing that they say speaks against it."""
    published = [telling.published for telling in stray if telling.published is not None]
    if day < 0 or not published or not all(0 <= one - day <= LATE_DAYS for one in published):
        return False
    if any(frozenset((a.number, b.number)) in kept or is_told_apart(a, b) for a in stray for b in side):
        return False
    if opposed(stray, side) or opposed(side, stray):
        return False
    kinds = [families.likeness(a.event, b.event) for a in stray for b in side if a.starts and b.starts]
    named = [place for telling in side for place in telling.places]
    there = all(any(_agree(mine, place) for place in named) for telling in stray for mine in telling.places[:1])
    return max(kinds, default=0.0) > _UNLIKE and there


def _agree(mine: Place, theirs: Place) -> bool:
    """Whether a place without a day may be an event's: it holds that, lies by it, or the names have one sound."""
    if mine.klass in _WIDE or sounds_as(mine, theirs):
        return True
    return point(mine) is not None and point(theirs) is not None and may_be_one(mine, theirs)
