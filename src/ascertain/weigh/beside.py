"""Which origins tell of the event itself, and which only of what was said and done beside it.

An origin of an event is a voice to which an account of the blow or of its harm goes back. Whoever only reacts to it,
says that nobody has spoken, or tells what else went on there (whose columns were on that road, which zone had been
agreed on) has nothing to say on whether it happened: it is shown, and not counted among those who say so.
"""

from collections.abc import Sequence

from ascertain.event_types import event_types
from ascertain.model import Claim, Origin, PartySupport
from ascertain.weigh.evidence import Evidence

_HARM = frozenset(("killed", "injured", "missing", "detained", "destroyed", "damaged", "captured"))


def told_and_beside(evidence: Evidence, doers: Sequence[PartySupport]) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
    """Return the origins that tell of an incident itself, then the others; all of them tell where none does.

    `doers` are those whom the incident's claims name as having done it.
    """
    did = frozenset(evidence.head(doer.id) for doer in doers)
    tells = [
        any(_tells(evidence.by_id[claim], evidence, did) for claim in origin.claims) for origin in evidence.origins
    ]
    if not any(tells):
        return evidence.origins, ()
    told = tuple(origin for origin, tell in zip(evidence.origins, tells, strict=True) if tell)
    return told, tuple(origin for origin, tell in zip(evidence.origins, tells, strict=True) if not tell)


def _tells(claim: Claim, evidence: Evidence, did: frozenset[str]) -> bool:
    """Return whether a claim is of the event or of its harm: not of another kind of event, by others."""
    if any(count.outcome in _HARM for count in claim.counts):
        return True
    kind, event = event_types().get(claim.event), event_types().get(evidence.incident.event)
    if kind is None or event is None or claim.event == event.name:
        return True
    if not kind.violent or kind.acled.endswith(": Other"):
        return False
    if kind.general or event.general or _family(kind.acled) == _family(event.acled):
        return True
    others = {evidence.head(doer.id) if doer.id else doer.name for doer in claim.perpetrators}
    return not others or not others.isdisjoint(did)


def _family(acled: str) -> str:
    return acled.split(":", 1)[0]
