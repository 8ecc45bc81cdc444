"""The day of what a text first dates to a month and then to a day of it: "in January ... killed on 4 January"."""

from collections.abc import Iterable, Sequence

import msgspec

from ascertain.event_types import event_types, same_kind
from ascertain.model import Claim, Interval, Mention, Place
from ascertain.model.time_expression import Shift
from ascertain.text.compiled import compiled_words
from ascertain.text.fold import fold

_FINE = frozenset({"day", "part_of_day", "hour", "minute"})


def narrowed(claims: Sequence[Claim], mentions: Iterable[Mention]) -> tuple[Claim, ...]:
    """Return the claims of one text, each that gives a month with the one day of it that the text gives for the same.

    Where the text names several days of that month, or the month's claim tells of several deeds ("strikes"), nothing
    says which is meant.
    """
    told = [(claim, when) for claim in claims if (when := _moment(claim)) is not None]
    days = [(claim, when) for claim, when in told if when.precision in _FINE]
    if not days or all(when.precision in _FINE for _, when in told):
        return tuple(claims)
    times = (mention.value for mention in mentions if isinstance(mention.value, Interval))
    named = {(when.timex or "")[:10] for when in times if when.precision in _FINE}
    return tuple(_with_the_day(claim, days, named) for claim in claims)


def _with_the_day(claim: Claim, days: Sequence[tuple[Claim, Interval]], named: set[str]) -> Claim:
    month = _moment(claim)
    if month is None or month.precision != "month" or not month.timex:
        return claim
    node = getattr(claim.when.parsed, "node", None) if claim.when is not None else None
    if isinstance(node, Shift) and node.amount == 0:
        return claim  # "earlier this month": another day than today's
    if sum(day.startswith(f"{month.timex}-") for day in named) != 1 or _tells_of_several(claim):
        return claim
    inside = [
        (other, when) for other, when in days
        if (when.timex or "").startswith(f"{month.timex}-") and _may_be_there(claim, other)
    ]  # fmt: skip
    if not inside or _place(claim) is None or not same_kind(inside[0][0].event, claim.event):
        return claim
    return msgspec.structs.replace(claim, when=inside[0][0].when)


def _tells_of_several(claim: Claim) -> bool:
    """Whether the words of a claim name deeds in the plural."""
    return not _plurals().isdisjoint(fold(claim.quote.text).split())


@compiled_words
def _plurals() -> frozenset[str]:
    """Return the nouns of events that end as plurals do, in any language, beside their singular where it has none."""
    nouns = {
        fold(phrase)
        for kind in event_types().values()
        for cues in kind.cues.values()
        for form, phrases in cues.items()
        for phrase in phrases
        if form.endswith("nouns") and " " not in phrase
    }
    return frozenset(noun for noun in nouns if (noun.endswith("s") and noun[:-1] in nouns) or noun.endswith("ات"))


def _may_be_there(claim: Claim, other: Claim) -> bool:
    """Whether another claim of the text gives the same place, or none."""
    return _place(other) in (None, _place(claim))


def _place(claim: Claim) -> str | None:
    value = claim.where.value if claim.where is not None else None
    return value.id if isinstance(value, Place) and value.klass != "country" else None


def _moment(claim: Claim) -> Interval | None:
    """Return when an act of violence that is told as one is said to have happened."""
    kind = event_types().get(claim.event)
    when = claim.when.value if claim.when is not None else None
    if kind is None or not kind.violent or claim.polarity != "asserted" or not isinstance(when, Interval):
        return None
    return when
