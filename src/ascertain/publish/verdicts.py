"""The two verdicts in words: who did it, and whether there was harm. A party that nobody names isn't disputed."""

from ascertain.model import Incident
from ascertain.model.actor import PARTY_TYPES
from ascertain.publish.phrases import ATTRIBUTION, ATTRIBUTION_MEANS, GRADE, GRADE_MEANS, UNNAMED


def names_a_party(incident: Incident) -> bool:
    """Return whether somebody is named for it who takes part in conflicts: "guards" and "a minister" are no party."""
    return any(party.known or party.type in PARTY_TYPES for party in incident.perpetrators)


def attribution_words(incident: Incident) -> tuple[str, str]:
    """Return the label of the attribution and what it means, in English; raises KeyError where there is none."""
    kind = incident.attribution or ""
    if kind == "contested" and not names_a_party(incident):
        return UNNAMED["attribution"]
    return ATTRIBUTION[kind], ATTRIBUTION_MEANS[kind]


def grade_words(incident: Incident) -> tuple[str, str]:
    """Return the label of the harm grade and what it means, in English; raises KeyError where there is none."""
    kind = incident.grade or ""
    if kind == "contested" and not names_a_party(incident):
        return UNNAMED["grade"]
    return GRADE[kind], GRADE_MEANS[kind]
