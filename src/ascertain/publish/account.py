"""The account: what happened, in sentences, each with the citations that it rests on."""

from collections.abc import Callable, Iterator

from ascertain.model import Broken, Dossier, Incident
from ascertain.publish.evidence import Evidence
from ascertain.publish.languages import tongue
from ascertain.publish.telling import doubts, event, harm, parties, setting
from ascertain.publish.telling.scene import Account, Scene, Section, Sentence

# In the order of a report: what, how many, who says what of whom, where that was, what is in doubt, what is not known.
PARTS: tuple[tuple[str, str, Callable[[Scene], Iterator[Sentence]]], ...] = (
    ("event", "What happened", event.tell),
    ("harm", "The toll", harm.tell),
    ("parties", "What the parties say", parties.tell),
    ("setting", "Where this lies", setting.tell),
    ("contested", "Where accounts differ", doubts.tell_contested),
    ("left_out", "What was left out, and why", harm.tell_left_out),
    ("open", "What isn't known", doubts.tell_open),
    ("judgement", "How well this is supported", doubts.tell_judgement),
)


def write_account(incident: Incident, dossier: Dossier, evidence: Evidence) -> Account:
    """Write the account of one incident; raises Broken where a sentence would not lead back to bytes."""
    scene = Scene(incident, dossier, evidence.within(incident))
    if not scene.claims:
        raise Broken("has no claim, so nothing can be said of it", item=incident.id, remedy="Build the case again.")
    sections = []
    for key, heading, tell in PARTS:
        sentences = tuple(tell(scene))
        if sentences:
            sections.append(Section(key=key, heading=tongue().say(heading), sentences=sentences))
    return Account(incident=incident.id, sections=tuple(sections))
