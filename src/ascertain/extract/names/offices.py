"""Offices said before a name: "Foreign Secretary Jane Roe" is one person, mentioned once."""

from collections.abc import Sequence

import msgspec

from ascertain.model import ActorName, Mention
from ascertain.text import Document


def with_their_offices(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions in order, a person's name with the office right before it as one; it stays that person's."""
    joined: list[Mention] = []
    for mention in found:
        office = joined[-1] if joined else None
        if office is not None and _holds(document, office, mention):
            start, end = office.start, mention.end
            parsed = _speaking_for(office.parsed, mention.parsed)
            joined[-1] = msgspec.structs.replace(mention, start=start, text=document.text[start:end], parsed=parsed)
        else:
            joined.append(mention)
    return joined


def _speaking_for(office: object, person: object) -> object:
    """Return who a named spokesman is: what he says or owns up to, his party does."""
    if not isinstance(office, ActorName) or not isinstance(person, ActorName):
        return person
    speaks = office.role == "spokesman" and bool(office.actors)
    return msgspec.structs.replace(person, role=office.role, actors=office.actors) if speaks else person


def _holds(document: Document, office: Mention, person: Mention) -> bool:
    """Whether a mention is an office alone, and only a space stands between it and the next, a person's name."""
    if document.text[office.end : person.start] != " " or not document.text[person.start].isupper():
        return False
    held = getattr(office.parsed, "type", None) == "person" and getattr(office.parsed, "role", None) is not None
    return held and getattr(person.parsed, "type", None) == "person" and getattr(person.parsed, "role", None) is None
