"""Several captures of one address: what a later one still shows of an earlier, and what it does not.

Only what captures show is compared. That something is absent later says nothing of who took it down, or when.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from ascertain.model import Claim, Item, Reading, Recapture, SealedCapture
from ascertain.relate.addresses import bare_address
from ascertain.text.fold import fold

_NOTHING_THERE = (404, 410)
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_MOST_PAIRS = 200_000  # of equal words, beyond which the order is not compared but only what either holds
_MOST_LINES = 20_000
_NO_READING = Reading(item="")

Stretch = tuple[int, int]


class _Sighting(NamedTuple):
    at: datetime
    stated: str
    capture: str
    status: int | None
    item: Item | None


def find_recaptures(
    items: Sequence[Item], readings: Mapping[str, Reading], captures: Iterable[SealedCapture]
) -> tuple[Recapture, ...]:
    """Return each capture of an address beside the one before it, in order of address and time.

    Captures that do not say when they were taken can't be put in order and are left out.
    """
    found = []
    for address, sightings in sorted(_by_address(items, captures).items()):
        in_order = sorted(sightings, key=lambda one: (one.at, one.capture, one.item.id if one.item else ""))
        found += [_compared(address, one, next_, readings) for one, next_ in pairwise(in_order) if one.at < next_.at]
    return tuple(found)


def _by_address(items: Sequence[Item], captures: Iterable[SealedCapture]) -> dict[str, list[_Sighting]]:
    """Return the sightings of each address: those of items, and captures of an address that became none."""
    known = {capture.digest: capture for capture in captures}
    found: dict[str, dict[tuple[datetime, str], _Sighting]] = {}
    of_capture: dict[str, Item] = {}
    for item in items:
        capture = known.get(item.capture or "")
        stated = item.collected_at or (capture.collected_at if capture else None)
        if item.url and stated and (at := _instant(stated)) and item.capture:
            found.setdefault(bare_address(item.url), {})[at, item.capture] = _Sighting(
                at, stated, item.capture, None, item
            )
            of_capture[item.capture] = item
    for capture in sorted(captures, key=lambda one: (one.name, one.digest)):
        if capture.url and capture.collected_at and (at := _instant(capture.collected_at)):
            seen = found.setdefault(bare_address(capture.url), {})
            shown = None if (capture.status or 200) >= 400 else of_capture.get(capture.digest)
            seen.setdefault(
                (at, capture.digest), _Sighting(at, capture.collected_at, capture.digest, capture.status, shown)
            )
    return {address: list(seen.values()) for address, seen in found.items() if len(seen) > 1}


def _instant(stated: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _compared(address: str, one: _Sighting, later: _Sighting, readings: Mapping[str, Reading]) -> Recapture:
    shown = later.item or one.item
    pair = Recapture(
        url=(shown.url if shown else None) or address, kind="same",
        earlier_at=one.stated, later_at=later.stated, earlier_capture=one.capture, later_capture=later.capture,
        earlier_item=one.item.id if one.item else None, later_item=later.item.id if later.item else None,
        status=later.status,
    )  # fmt: skip
    if later.item is None:
        return replace(pair, kind="absent" if later.status in _NOTHING_THERE else "unanswered")
    if one.item is None:
        return replace(pair, kind="changed")
    gone, came = differing(one.item, later.item) if one.item.id != later.item.id else ((), ())
    ours, theirs = (readings.get(item.id, _NO_READING).claims for item in (one.item, later.item))
    return replace(
        pair, kind="changed" if gone or came else "same", gone=gone, came=came,
        claims_gone=_without(ours, theirs), claims_came=_without(theirs, ours),
    )  # fmt: skip


def _without(claims: Sequence[Claim], others: Sequence[Claim]) -> tuple[str, ...]:
    """Return the claims that no other says in the same words of the same event."""
    said = {_said(claim) for claim in others}
    return tuple(claim.id for claim in claims if _said(claim) not in said)


def _said(claim: Claim) -> tuple[str, str, str]:
    return claim.event, claim.polarity, " ".join(fold(claim.quote.text).split())


def differing(earlier: Item, later: Item) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return the ranges of `earlier` that `later` lacks, and the other way round; the page's own words aside.

    Line by line first, then word by word where lines were exchanged for others.
    """
    ours, theirs = _lines(earlier), _lines(later)
    gone: list[Stretch] = []
    came: list[Stretch] = []
    for a, b, c, d in _changes([words for words, _ in ours], [words for words, _ in theirs]):
        left = [word for _, span in ours[a:b] for word in _words(earlier.text, span)]
        right = [word for _, span in theirs[c:d] for word in _words(later.text, span)]
        for e, f, g, h in _changes([word for word, _ in left], [word for word, _ in right]):
            gone += [(left[e][1][0], left[f - 1][1][1])] if f > e else []
            came += [(right[g][1][0], right[h - 1][1][1])] if h > g else []
    return tuple(gone), tuple(came)


def _changes(ours: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what must be exchanged to make one list of the other; where that costs too much, what one alone holds."""
    often = Counter(theirs)
    if sum(often[words] for words in ours) > _MOST_PAIRS:
        yield from _by_content(ours, theirs)
        return
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield a, b, c, d


def _by_content(ours: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int, int]]:
    have, want = set(theirs), set(ours)
    yield from ((place, place + 1, 0, 0) for place, words in enumerate(ours) if words not in have)
    yield from ((0, 0, place, place + 1) for place, words in enumerate(theirs) if words not in want)


def _lines(item: Item) -> list[tuple[str, Stretch]]:
    """Return the lines that the page's author wrote and a reader sees, each with where it stands."""
    aside = sorted((*item.furniture, *item.hidden))
    found: list[tuple[str, Stretch]] = []
    for start, end in _kept(len(item.text), aside):
        found += [(" ".join(match.group().split()), match.span()) for match in _LINE.finditer(item.text, start, end)]
    return [line for line in found if line[0]][:_MOST_LINES]


def _kept(length: int, aside: Sequence[Stretch]) -> Iterator[Stretch]:
    position = 0
    for start, end in aside:
        if start > position:
            yield position, start
        position = max(position, end)
    if position < length:
        yield position, length


def _words(text: str, span: Stretch) -> Iterator[tuple[str, Stretch]]:
    for match in _WORD.finditer(text, *span):
        yield match.group(), match.span()
