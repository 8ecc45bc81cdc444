"""Serial numbers in addresses: what a publisher numbers as it publishes.

`example.org/archives/503897`, a page's post 2000055283483550, message 4711 of a channel: within one publisher's series
such numbers rise with time, so that a report without a date lies between those of its neighbours (`said`).
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urlsplit

_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
_WHOLE = re.compile(r"[^\W\d]{0,2}-?(\d+)")  # "503897", "p405163", "b-85122"
_AT_END = re.compile(r"[-_][^\W\d]{0,2}(\d{4,})$")
_AT_START = re.compile(r"(\d{4,})[-_]")
_KEYS = frozenset(("story_fbid", "fbid", "p", "id", "aid", "nid", "newsid", "news_id", "article", "post", "postid"))
_OWNED = ("facebook.com", "t.me", "telegram.me", "vk.com")  # the first step of the path is whose page it is
_NO_OWNER = frozenset(("s", "groups", "pg", "pages"))
_LONGEST_STEP = 14  # a longer step of a path is a headline and no section
_YEARS = range(1900, 2101)

_MONTH = re.compile(r"/(20\d\d)/(0?[1-9]|1[0-2])/")


@dataclass(frozen=True, slots=True)
class Serial:
    """The number in an address, and whose numbers it is one of: the publisher's, and those of one of its sections."""

    publisher: tuple[str, ...]
    section: tuple[str, ...]
    number: int

    @property
    def has_owner(self) -> bool:
        """Return whether it is a page's on a platform of many."""
        return len(self.publisher) > 1


def serial_of(url: str | None) -> Serial | None:
    """Return the serial number in an address; None where there is none that would rise with time."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    host = _bare_host(parts.netloc)
    steps = [step for step in unquote(parts.path).split("/") if step]
    asked = [(key.lower(), value) for key, value in parse_qsl(parts.query)]
    if not host:
        return None
    is_owned = host.endswith(_OWNED)
    numbered = [
        (key, value) for key, value in asked if not (is_owned and key == "id")
    ]  # there it says whose page it is
    found = _in_path(steps) or _in_query(numbered, len(steps))
    if found is None:
        return None
    number, at, key = found
    before = [step for step in steps[:at] if step.isascii() and len(step) <= _LONGEST_STEP and not _has_digit(step)]
    if is_owned:
        owner = dict(asked).get("id") if key else next((step for step in steps[:at] if step not in _NO_OWNER), None)
        if owner is None:
            return None
        publisher = (host, owner.lower())
        kind = [key] if key else [step for step in before if step not in _NO_OWNER and step.lower() != owner.lower()]
        return Serial(publisher, (*publisher, *kind), number)
    return Serial((host,), (host, *before, *((key,) if key else ())), number)


def month_in(url: str | None) -> date | None:
    """Return the first day of the month that the path of an address has as two steps."""
    try:
        found = _MONTH.search(urlsplit(url or "").path)
    except ValueError:
        return None
    return date(int(found[1]), int(found[2]), 1) if found else None


def _bare_host(netloc: str) -> str:
    host = netloc.lower().rpartition("@")[2].partition(":")[0]
    for prefix in ("www.", "m.", "mobile.", "web."):
        host = host.removeprefix(prefix)
    return host


def _in_path(steps: list[str]) -> tuple[int, int, str] | None:
    """Return the last number of a path that is no date, and at which step it stands."""
    for at in range(len(steps) - 1, -1, -1):
        step = _ENDING.sub("", steps[at])
        found = _WHOLE.fullmatch(step) or _AT_END.search(step) or _AT_START.match(step)
        if found and not _is_of_a_date(found[1]):
            return int(found[1]), at, ""
    return None


def _in_query(asked: list[tuple[str, str]], steps: int) -> tuple[int, int, str] | None:
    for key, value in asked:
        if key in _KEYS and value.isascii() and value.isdigit() and not _is_of_a_date(value):
            return int(value), steps, key
    return None


def _is_of_a_date(digits: str) -> bool:
    return len(digits) <= 2 or int(digits) in _YEARS or len(digits) > 20


def _has_digit(step: str) -> bool:
    return any(character.isdigit() for character in step)
