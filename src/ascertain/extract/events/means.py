"""With what an event was done: the equipment that a telling names, and weapons that no pack lists."""

import msgspec

from ascertain.extract.events.acting import is_means
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.units import Unit
from ascertain.extract.events.words import Words
from ascertain.model import Mention
from ascertain.text import Document

_TAKING = frozenset({"capture", "detention"})


def means_of(telling: Telling, clause: Clause, words: Words) -> tuple[Mention, ...]:
    """Return the weapons, platforms and munitions of a telling, in order; a car beside an attack is none."""
    document, found = clause.document, list[Mention]()
    if telling.type.name in _TAKING and not any(clause.units[at].places for at in telling.together("targets")):
        return ()  # "seized four rifles with their ammunition", "held on charges of possessing weapons"
    for index in sorted({*telling.together("means"), *telling.together("perpetrators")}):
        unit = clause.units[index]
        named = index in telling.together("means") and unit.cue("people") is None  # gunmen on motorcycles
        listed = [
            m for m in unit.equipment if not _is_sign(m, document, words) and not _is_in_a_bomb(m, unit, document)
        ]
        found.extend(m for m in listed if m not in found and (named or not _carries(m)))
        if not unit.equipment and is_means(unit):
            found.extend(mention for mention in _weapon(unit, document, words) if mention not in found)
    for anchor in telling.anchors:
        weapon = _weapon_in_cue(anchor, document, words)
        if weapon is not None and not any(m.start <= weapon.start < m.end for m in found):
            found.append(weapon)
    return tuple(_as_one_name(found, document))


def _as_one_name(found: list[Mention], document: Document) -> list[Mention]:
    """Return the weapons, of which a make and a kind that stand together are one: "Uzi submachinegun"."""
    named = list[Mention]()
    for mention in sorted(found, key=lambda one: (one.start, one.end)):
        before = named[-1] if named else None
        between = document.text[before.end : mention.start] if before is not None else ","
        if before is not None and not between.strip(" \n-") and not _carries(before):
            text = document.text[before.start : mention.end]
            named[-1] = msgspec.structs.replace(before, end=mention.end, text=text)
        else:
            named.append(mention)
    order = [mention.start for mention in found]
    return sorted(named, key=lambda one: order.index(one.start))


def _weapon(unit: Unit, document: Document, words: Words) -> list[Mention]:
    """Return a means word that no pack of equipment names as a mention without a value."""
    mark = unit.find("event", "means")
    if mark is None or any(m.cue.kind == "people" and m.first == mark.first for m in unit.marks):
        return []  # "gunmen", "air force" tell how, and are who
    if _names_none(mark.first, mark.last, document, words):
        return []
    return [_weapon_words(mark.first, mark.last, document)]


def _names_none(first: int, last: int, document: Document, words: Words) -> bool:
    """Whether words only tell that guns or aircraft were used ("bullets", "aerial"): they name none."""
    return any(cue.value == "signs" for cue in words.lexicon.lookup(" ".join(document.words[first:last])))


def _is_sign(mention: Mention, document: Document, words: Words) -> bool:
    within = document.words_in(mention.start, mention.end)
    return _names_none(within.start, within.stop, document, words)


def _weapon_words(first: int, last: int, document: Document) -> Mention:
    start, end = document.starts[first], document.ends[last - 1]
    return Mention(kind="equipment", start=start, end=end, text=document.text[start:end])


def _weapon_in_cue(anchor: Anchor, document: Document, words: Words) -> Mention | None:
    """Return the weapon that an event's own words name: the bomb in "bomb blast", the mortar in "fired mortars"."""
    first, last = anchor.mark.first, anchor.mark.last
    if anchor.form == "verb" and last - first == 1:
        return None  # "to bomb", "to shell"
    for size in range(min(3, last - first), 0, -1):
        for at in range(first, last - size + 1):
            phrase = " ".join(document.words[at : at + size])
            means = any(cue.form == "means" for cue in words.lexicon.lookup(phrase))
            if means and not _names_none(at, at + size, document, words):
                return _weapon_words(at, at + size, document)
    return None


def _is_in_a_bomb(mention: Mention, unit: Unit, document: Document) -> bool:
    """Whether a car is only what bears a bomb, which the words name together: "a car bombing"."""
    within = document.words_in(mention.start, mention.end)
    wider = (mark for mark in unit.marks if mark.cue.kind == "event" and mark.cue.form in {"noun", "means"})
    return _carries(mention) and any(m.first <= within.start and within.stop < m.last for m in wider)


def _carries(mention: Mention) -> bool:
    """Whether a thing takes people about rather than hurts them."""
    return getattr(mention.parsed, "category", None) in {"vehicle", "ship"}
