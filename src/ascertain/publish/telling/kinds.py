"""What kinds of events are called in a sentence."""

from ascertain.event_types import event_types
from ascertain.publish.languages import tongue


def event_label(name: str) -> str:
    """Return an event type's name in a sentence: "air strike"."""
    known = event_types().get(name)
    return tongue().word("events", name, known.label.lower() if known else name.replace("_", " "))


def is_beside(event: str, incident_event: str) -> bool:
    """Return whether a claim tells of what went on beside an incident: a threat, a move, an advance by others."""
    from ascertain.event_types import same_kind

    one, other = event_types().get(event), event_types().get(incident_event)
    if event == incident_event or one is None or other is None:
        return False
    return one.violent != other.violent or not same_kind(event, incident_event)
