"""The day of an event that a text looks back on by when it was told of: "in March the army said that it had struck X".

Of what is news, "said on Monday" leaves the day open. Of what is told of weeks later, or before the day that other
sentences give, it is the best that the words have.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from ascertain.event_types import event_types
from ascertain.model import Claim, Interval, Mention, Span

_NEWS = 7  # days for which what was said is still news
_HAPPENED = frozenset({"actual", "recalled"})
_LONG = frozenset({"week", "month", "season", "year"})


def looked_back(claims: Sequence[Claim], published_at: str | None) -> tuple[Claim, ...]:
    """Return the claims of one text, those with no day of their own that were told of long before with that day."""
    published = _day(published_at)
    return tuple(_with_day_said(claim, published) for claim in claims)


def _with_day_said(claim: Claim, published: date | None) -> Claim:
    kind = event_types().get(claim.event)
    said = claim.said_at.value if claim.said_at is not None else None
    if kind is None or not kind.violent or claim.mood not in _HAPPENED or not isinstance(said, Interval):
        return claim
    ended = _day(said.end)
    if ended is None or claim.said_at is None or not _opens(claim.said_at, claim.quote):
        return claim
    if claim.when is None:
        ago = (published - ended).days if published is not None else 0
        past = ago >= _NEWS or (ago >= 0 and said.precision in _LONG and published is not None)
    else:
        carried = not claim.quote.start <= claim.when.start < claim.quote.end
        began = _day(claim.when.value.start) if isinstance(claim.when.value, Interval) else None
        past = carried and began is not None and ended <= began
    return msgspec.structs.replace(claim, when=claim.said_at) if past else claim


def _opens(time: Mention, quote: Span) -> bool:
    """Whether a sentence opens with a time, behind "in" or "meanwhile," at most: a report's own month is later."""
    before = quote.text[: max(0, time.start - quote.start)].split()
    return time.start >= quote.start and sum(not word.endswith((",", "،")) for word in before) <= 1 and len(before) <= 2


def _day(instant: str | None) -> date | None:
    try:
        return date.fromisoformat(instant[:10]) if instant else None
    except ValueError:
        return None
