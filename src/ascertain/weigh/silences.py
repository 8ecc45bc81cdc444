"""Silence: which party to the event had said nothing, as of when."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ascertain.model import Claim, Silence
from ascertain.weigh.evidence import Evidence
from ascertain.weigh.parties import tells_of_the_event

# Of those struck, a force may be expected to speak; a nation of which somebody was one ("an Iraqi shop") is not.
_ARMED = frozenset(("military", "armed_group"))
_HOURS = frozenset(("minute", "hour", "part_of_day"))
_TIME_TO_SPEAK = timedelta(hours=6)


def silences_in(evidence: Evidence) -> tuple[Silence, ...]:
    """Return the parties to the event of which this collection holds no word, or none on the day itself.

    Two kinds: what an item states ("no statement by the government"), and what the collection lacks. The second is no
    proof that a party said nothing, and its reason says so.
    """
    stated = _stated(evidence)
    told = {silence.party for silence in stated}
    lacking = (silence for silence in _lacking(evidence) if silence.party not in told)
    found = {(silence.party, silence.as_of): silence for silence in (*stated, *lacking)}
    return tuple(found[key] for key in sorted(found))


def _stated(evidence: Evidence) -> list[Silence]:
    found = []
    for claim in evidence.claims:
        if claim.event != "statement" or claim.polarity != "denied":
            continue
        for party in claim.perpetrators or claim.targets:
            head = evidence.head(party.id) if party.id else party.name  # a state and its government are one party
            name = evidence.actors[head].name if head in evidence.actors else evidence.name_of(party)
            because = f"claim {claim.id} says so in its own words"
            found.append(Silence(party=head, name=name, as_of=evidence.said_on(claim) or "", because=because))
    return found


def _lacking(evidence: Evidence) -> list[Silence]:
    spoken: dict[str, list[str]] = {}
    for claim in evidence.claims:
        for party in _speaking(claim, evidence):
            spoken.setdefault(evidence.side(evidence.head(party)), []).append(evidence.said_on(claim) or "")
    published = sorted(item.published_at[:10] for item in evidence.items.values() if item.published_at)
    if not published:
        return []
    day = _day_of_event(evidence, published[0])
    found = []
    for party, name in _involved(evidence):
        days = sorted(spoken.get(evidence.side(party), ()))
        if not days:
            because = "no report of this event here gives its word; it may have spoken elsewhere"
            found.append(Silence(party=party, name=name, as_of=published[-1], because=because))
        elif days[0] > day:
            because = f"the first word of its side in this collection is of {days[0]}"
            found.append(Silence(party=party, name=name, as_of=day, because=because))
    return found


def _speaking(claim: Claim, evidence: Evidence) -> set[str]:
    """Return the parties whose word a claim is: that of its origin, and one whose named speaker said it first."""
    found = {evidence.origin_of[claim.id].party}
    if claim.speakers and not claim.speakers[-1].anonymous and claim.speakers[-1].id in evidence.actors:
        found.add(claim.speakers[-1].id)
    return {party for party in found if party is not None}


def _day_of_event(evidence: Evidence, first_published: str) -> str:
    """Return the day by whose end a party could have spoken: of what happened in the night, the day after it began."""
    when = evidence.incident.when
    if when is None:
        return first_published
    if when.precision in _HOURS and when.end and "/" in (when.zone or ""):
        ended = datetime.fromisoformat(when.end.replace("Z", "+00:00"))
        return (ended.astimezone(ZoneInfo(when.zone or "UTC")) + _TIME_TO_SPEAK).date().isoformat()
    if when.timex and len(when.timex) >= 10:
        return when.timex[:10]
    return when.start[:10] if when.start else first_published


def _own_name(party: str, head: str, evidence: Evidence) -> str:
    """Return by what name a party is asked for its word: a militia by its own, not that of its state."""
    own = evidence.actors[party]
    whole = evidence.actors.get(head, own)
    return own.name if own.type == "armed_group" and whole.type == "government" else whole.name


def _involved(evidence: Evidence) -> list[tuple[str, str]]:
    """Return the parties that did or suffered the event, by id, in a fixed order; private people are none."""
    found = {}
    for claim in evidence.claims:
        if claim.polarity != "asserted" or not tells_of_the_event(claim):
            continue
        for party in (*claim.perpetrators, *(party for party in claim.targets if party.type in _ARMED)):
            if party.id is not None and party.id in evidence.actors and not evidence.actors[party.id].generic:
                head = evidence.head(party.id)
                if evidence.is_party(head, None):
                    found[head] = _own_name(party.id, head, evidence)
    return sorted(found.items())
