"""The day that an address spells: `/2022/08/16/`, `/2022/aug/16/`, `-16-08-2022.html`, `/160820222`, `?cdate=16082022`.

Where one address spells two days, or one that can be read two ways, none is taken.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from ascertain.collect.dates import MONTHS

_YEAR, _MONTH, _DAY = r"20\d{2}", r"0?[1-9]|1[0-2]", r"0?[1-9]|[12]\d|3[01]"
_NAMED = "|".join(sorted((name for name in MONTHS if name.isascii()), key=lambda name: (-len(name), name)))
_SPELLED = (
    re.compile(rf"(?<![^/=_-])(?P<y>{_YEAR})[/_-](?P<m>{_MONTH})[/_-](?P<d>{_DAY})(?=[/_.?&-]|$)"),
    re.compile(rf"(?<![^/=_-])(?P<y>{_YEAR})[/_-](?P<n>{_NAMED})[/_-](?P<d>{_DAY})(?=[/_.?&-]|$)"),
    re.compile(rf"(?<![^/=_-])(?P<y>{_YEAR})/(?P<d>{_DAY})-(?P<n>{_NAMED})(?=[/_.?&-]|$)"),
    re.compile(rf"(?<![^/=_-])(?P<d>{_DAY})[_-](?P<n>{_NAMED})[_-](?P<y>{_YEAR})(?=[/_.?&-]|$)"),
    re.compile(rf"(?<![^/=_-])(?P<n>{_NAMED})[_-](?P<d>{_DAY})[_-](?P<y>{_YEAR})(?=[/_.?&-]|$)"),
    # Eight figures that are a whole step or value; some publishers number the articles of a day with one more.
    re.compile(r"(?<![^/=])(?P<y>20\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d?(?=[/.?&]|$)"),
    re.compile(r"(?<![^/=])(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>20\d{2})\d?(?=[/.?&]|$)"),
)
_EITHER = re.compile(rf"(?<![^/=_-])(\d{{1,2}})[_-](\d{{1,2}})[_-]({_YEAR})(?=[/_.?&-]|$)")


def day_in_address(url: str, day_first: Callable[[], bool]) -> date | None:
    """Return the one day that an address spells; `day_first` tells, where it is asked, how 03-08-2022 is read."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    spelled = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path).lower()
    days = set(_days(spelled, day_first))
    return days.pop() if len(days) == 1 else None


def _days(spelled: str, day_first: Callable[[], bool]) -> Iterator[date]:
    for form in _SPELLED:
        for match in form.finditer(spelled):
            parts = match.groupdict()
            month = MONTHS[parts["n"]] if "n" in parts else int(parts["m"])
            yield from _day(int(parts["y"]), month, int(parts["d"]))
    for match in _EITHER.finditer(spelled):
        first, second, year = map(int, match.groups())
        if first > 12 or first == second or (second <= 12 and day_first()):
            yield from _day(year, second, first)
        elif second > 12:
            yield from _day(year, first, second)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
