"""From noun phrases to the links of a hearsay chain, and from posts' signatures to who signed."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ascertain.extract.events.found import beginning_in
from ascertain.extract.events.naming import name_span
from ascertain.extract.events.units import Unit
from ascertain.model import Mention, Party, Speaker
from ascertain.text import Document

# "— Name (@handle) May 18, 2017" closes a post that is quoted in a text.
_SIGNATURE = re.compile(r"[—–-]\s{0,9}(?P<name>[^\n()—]{1,60}?)\s{0,9}\((?P<handle>@\w{1,30})\)")
_WHOSE = frozenset({"from", "of", "from the", "of the"})
_NEAR = 12  # characters from fighters to whose they are
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")


def speaker_of(unit: Unit, document: Document, last: int | None = None) -> Speaker:
    """Return the speaker that a noun phrase names, with role and anonymity as the words give them.

    `last` is the word after what is said of them ("a military source in Orda"), where that belongs to the name.
    """
    start, end = name_span(unit, document)
    end = max(end, document.ends[last - 1]) if last is not None else end
    cue = unit.cue("role")
    role = cue.value if cue is not None else None
    if role == "spokesman" and document.is_arabic and (office := office_in(unit)) is not None:
        end = office.end  # he speaks for whom his office names: المتحدث باسم الجيش [فلان]
    anonymous = cue is not None and "anonymous" in cue.flags
    known = [mention for mention in unit.actors if getattr(mention.parsed, "type", None) != "nationality"]
    if role is None and any(getattr(mention.parsed, "type", None) == "outlet" for mention in known):
        role = "outlet"
    if role in {"official", "spokesman"} and not anonymous and cue is not None and "body" not in cue.flags:
        anonymous = not known and not _has_name(unit, document)
    if role == "official" and cue is not None and not _has_person(unit, document):
        words = document.words[unit.first : unit.last]
        anonymous = anonymous or any(word in {"official", "officials"} for word in words)
    if role == "outlet" and not known and (mark := unit.find("role")) is not None:
        anonymous = anonymous or (
            unit.first == mark.first and unit.last == mark.last
        )  # "media reports", "وسائل الإعلام"
    return Speaker(name=document.text[start:end], role=role, anonymous=anonymous, start=start, end=end)


def who_admits(own: Speaker, mentions: Sequence[Mention], text: str) -> Party:
    """Return who did what a speaker admits: the speaker, the party that he speaks for, or the one whose man he is.

    `mentions` are those of the `text`, in order.
    """
    first, last = own.start or 0, own.end or 0
    named = [m for m in beginning_in(mentions, first, last) if m.kind == "actor" and m.end <= last]
    party = next((m for m in named if getattr(m.parsed, "type", "person") != "person"), None)
    if own.role == "spokesman" and party is not None:
        return Party(name=party.text, start=party.start, end=party.end)
    for group in beginning_in(mentions, last, last + _NEAR) if not any(map(_is_known, named)) else ():
        if group.kind == "actor" and _is_known(group) and text[last : group.start].strip() in _WHOSE:
            return Party(name=text[first : group.end], start=first, end=group.end)  # "militants from the Front"
    return Party(name=own.name, start=own.start, end=own.end)


def _is_known(mention: Mention) -> bool:
    """Whether an actor is an armed party with a name of its own."""
    armed = getattr(mention.parsed, "type", None) in {"armed_group", "military"}
    return armed and any(not party.startswith("generic.") for party in getattr(mention.parsed, "actors", ()))


def office_in(unit: Unit) -> Mention | None:
    """Return the office of a party that stands before the name of who holds it."""
    people = [mention for mention in unit.actors if getattr(mention.parsed, "type", None) == "person"]
    held = len(people) > 1 and bool(getattr(people[0].parsed, "actors", ()))
    return people[0] if held and not getattr(people[-1].parsed, "actors", ()) else None


def _has_name(unit: Unit, document: Document) -> bool:
    return any(document.quote(index, index + 1)[:1].isupper() for index in range(unit.first + 1, unit.last))


def _has_person(unit: Unit, document: Document) -> bool:
    """Whether a personal name stands after the office ("minister Jane Roe")."""
    mark = unit.find("role")
    if mark is None:
        return False
    return any(document.quote(index, index + 1)[:1].isupper() for index in range(mark.last, unit.last))


@dataclass(frozen=True, slots=True)
class Signature:
    """A quoted post's signature and the characters [start, end) that it signs."""

    speaker: Speaker
    start: int
    end: int
    at: int


def signatures(text: str) -> list[Signature]:
    """Return the signatures of posts quoted in a text; each signs its line and unsigned lines of one post before it."""
    if "(@" not in text:
        return []
    found = []
    floor = 0
    for match in _SIGNATURE.finditer(text):
        line = text.rfind("\n", 0, match.start("name")) + 1
        begin = max(line, floor)
        if not _LINK.sub("", text[begin : match.start()]).strip():
            begin = max(text.rfind("\n", 0, max(line - 1, 0)) + 1, floor)
        elif line and _is_lone_link(text[begin : match.start()]):
            begin = max(text.rfind("\n", 0, line - 1) + 1, floor)
        name = Speaker(name=match["name"].strip(), role="post", start=match.start("name"), end=match.end("name"))
        stop = text.find("\n", match.end())
        found.append(Signature(name, begin, match.start(), len(text) if stop < 0 else stop))
        floor = len(text) if stop < 0 else stop
    return found


def signature_at(signed: Sequence[Signature], at: int) -> Signature | None:
    """Return the signature, of those in order, that signs a character."""
    before = bisect_right(signed, at, key=lambda sign: sign.start)
    return signed[before - 1] if before and at < signed[before - 1].end else None


def _is_lone_link(words: str) -> bool:
    return len(_LINK.sub("", words).split()) < 6 and _LINK.search(words) is not None
