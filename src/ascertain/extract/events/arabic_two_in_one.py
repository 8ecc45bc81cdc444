"""Two Arabic phrases that nothing parts, cut where the second begins: قتل | الجيش | القيادي فلان."""

from ascertain.extract.events.arabic_accused import parted
from ascertain.extract.events.units import Unit
from ascertain.text import Document

_BODIES = frozenset(("كتيبه", "سريه", "لواء", "فوج", "فرقه", "بطاريه", "كتايب"))
_PARTIES = frozenset({"military", "armed_group", "government"})


def part_officers_from_the_doers(units: list[Unit], document: Document) -> None:
    """Part one armed man with his rank and name, behind a verb, from the party before him: قتل | الجيش | القائد فلان.

    The party ends with the article, so that it governs nothing, and he is told by one word with the article.
    """
    for at in range(len(units) - 1, 0, -1):
        verb, both = units[at - 1 : at + 1]
        told = verb.kind == "verb" and verb.find("event") is not None and both.kind == "np" and not both.counts
        if told and (first := _officer_in(both, document)) is not None:
            units[at : at + 1] = parted(both, first, document)


def _officer_in(both: Unit, document: Document) -> int | None:
    """Return the word at which an armed man with a name begins behind a party, in one phrase."""
    party = next((one for one in both.actors if getattr(one.parsed, "type", None) in _PARTIES), None)
    named = [one for one in both.actors if getattr(one.parsed, "type", None) == "person"]
    if party is None or not named:
        return None
    first = document.word_at(party.end - 1) + 1
    one = any(
        mark.first == first and mark.cue.kind in {"people", "role"} and mark.cue.form in {"singular", ""}
        for mark in both.marks
    )
    whole = document.words[first - 1].startswith("ال") and first < document.word_at(named[-1].start)
    return first if one and whole and document.words[first].startswith("ال") else None


def part_places_from_the_doers(units: list[Unit], document: Document) -> None:
    """Part a place with its word of kind, behind a verb, from a doer with the article: دكت | المقاومة | مستوطنة كذا.

    A word of kind without the article says nothing of what has one.
    """
    for at in range(len(units) - 1, 0, -1):
        verb, both = units[at - 1 : at + 1]
        told = verb.kind == "verb" and verb.find("event") is not None and both.kind == "np"
        if not told or both.counts or len(both.places) != 1:
            continue
        first = document.word_at(both.places[0].start)
        whole = first > both.first and all(document.words[at].startswith("ال") for at in (both.first, first - 1))
        if not whole or document.words[first].startswith("ال"):
            continue
        units[at : at + 1] = parted(both, first, document)
        if verb.last - verb.first > 1 and not (units[at].marks or units[at].actors):
            verb.last = first  # قصفت بالمدفعية الثقيلة | بلدة كذا
            del units[at]


def part_where_they_stand(units: list[Unit], document: Document, stationed: frozenset[str]) -> None:
    """Part where forces stand from the place that they hit right behind it: القوات المتمركزة | في | قرية | بلدة كذا."""
    for at in range(len(units) - 1, 2, -1):
        verb, who, prep, both = units[at - 3 : at + 1]
        told = verb.kind == "verb" and who.kind == "np" and prep.kind == "prep" and both.kind == "np"
        if not told or len(both.places) < 2 or document.words[who.last - 1] not in stationed:
            continue
        first = document.word_at(both.places[1].start)
        ends = document.word_at(both.places[0].end - 1) + 1
        if first == ends and not document.words[first].startswith("و"):
            units[at : at + 1] = parted(both, first, document)
            for unit in (prep, units[at]):
                unit.kind, unit.marks = "other", []


def leave_arms_of_bodies(units: list[Unit], document: Document) -> None:
    """Let the arms after which a body is called be no weapon where a post is its: نقطة | تابعة | ل | كتيبة دبابات."""
    for at in range(2, len(units)):
        thing, prep, body = units[at - 2 : at + 1]
        owned = thing.has("word", "belonging") or (thing.kind == "np" and not thing.is_event)
        called = body.kind == "np" and document.words[body.first][body.cut :].removeprefix("ل") in _BODIES
        if owned and called and prep.kind == "prep" and prep.first == prep.last:
            body.equipment, body.marks = [], [mark for mark in body.marks if mark.cue.form != "means"]
