"""The first report, and how long after the time that is given for the event it came."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ascertain.model import Claim, Interval
from ascertain.publish.languages import tongue
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import named, source_name, who_says
from ascertain.publish.wording import count_words, parse_instant, sentence_case, when_words

_LONG_MINUTES = 180  # from so many on a delay is told in hours
_LONGEST = timedelta(hours=6)  # what is known to the day alone was not said at a time


def first_report(scene: Scene) -> Iterator[Sentence]:
    """Tell who reported it first, as far as a time of day is known, and to how many origins the reports go back."""
    say = tongue().say
    counts = {
        "reports": count_words(len(scene.incident.items), "report"),
        "origins": count_words(len(scene.incident.origins), "independent origin"),
    }
    timed = [(span, claim) for claim in scene.claims if (span := said_span(claim, scene)) is not None]
    if not timed:
        text = say("{reports} in all, going back to {origins}.", **counts)
        yield scene.searched(sentence_case(text), about=("origins",))
        return
    span, first = min(
        timed, key=lambda pair: (pair[0][0], bool(pair[1].speakers) and pair[1].said_at is None, pair[1].id)
    )
    when = when_words(_interval(span), scene.zone)
    # the hour is that of the report, unless the words give one at which somebody spoke
    outlet = first.said_at is None
    who = (
        named(source_name(scene.evidence.items[first.item], scene.evidence))
        if outlet
        else who_says(first, scene.evidence)
    )
    text = say("The first report of it here that gives an hour is by {who}, {when}{delay}.", who=who, when=when,
               delay=_delay(span, scene))  # fmt: skip
    yield scene.sentence(text, [first.id], about=("origins",))
    if (trap := _open_hour(first)) is not None:
        yield scene.sentence(trap, [first.id], about=("when",))
    told = say("{reports} in all, going back to {origins}.", **counts)
    yield scene.searched(sentence_case(told), about=("origins",))


def said_span(claim: Claim, scene: Scene) -> tuple[datetime, datetime] | None:
    """Return when a claim was said, by its words or else its item, where that is known to some hours."""
    value = claim.said_at.value if claim.said_at else None
    if isinstance(value, Interval) and value.start and value.end:
        span = parse_instant(value.start), parse_instant(value.end)
        if span[1] - span[0] <= _LONGEST:
            return span
    published = scene.evidence.items[claim.item].published_at or ""
    if "T" not in published or claim.said_at is not None:
        return None
    moment = parse_instant(published)
    return moment, moment + timedelta(minutes=1)


def _interval(span: tuple[datetime, datetime]) -> Interval:
    return Interval(start=span[0].isoformat(), end=span[1].isoformat(), precision="hour")


def _delay(span: tuple[datetime, datetime], scene: Scene) -> str:
    """Return how long that is after the time which is given for the event, where one is given to the minute."""
    when = scene.incident.when
    if when is None or when.precision != "minute" or not when.start or parse_instant(when.start) > span[0]:
        return ""
    least, most = (int((moment - parse_instant(when.start)).total_seconds() // 60) for moment in span)
    if most <= 1:
        return ""  # told at the very time that it gives
    if least >= _LONG_MINUTES:
        return tongue().say("; that is about {n} hours after the time given for it", n=round(least / 60))
    if most - least <= 1:
        return tongue().say("; that is {n} minutes after the time given for it", n=least)
    return tongue().say("; that is {least} to {most} minutes after the time given for it", least=least, most=most - 1)


def _open_hour(claim: Claim) -> str | None:
    """Return the warning that a zone is named by its winter name in summer, or by a name that several zones have."""
    value = claim.said_at.value if claim.said_at else None
    notes = [note for note in value.notes if note.endswith(" allowed")] if isinstance(value, Interval) else []
    told = [tongue().told(note) for note in notes]
    return tongue().say("Its words leave the hour open: {note}.", note=tongue().say("; ").join(told)) if told else None
