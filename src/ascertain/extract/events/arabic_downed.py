"""What an Arabic verb of bringing down or wrecking has behind it: drones shot down, houses razed."""

from ascertain.extract.events.arabic_accused import parted
from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_DOWNED = frozenset(("اسقط", "اسقطت", "اسقطوا"))
_DEFENCES = frozenset(("الدفاعات", "دفاعات", "المضادات", "مضادات", "الدفاع"))
_FLYING = frozenset({"drone", "aircraft"})
_INTERCEPTED = Cue("event", "interception", "verb")
_DROPPED = Cue("event", "air_strike", "verb")
_BODY = Cue("people", "combatants", "singular", flags=frozenset({"body"}))
_PAIR = "ين"  # the ending of two things as an object
_OBJECT = "ا"
_ONE_THING = (("singular", "thing"), ("means", "event"))


def tell_what_was_shot_down(units: list[Unit], document: Document) -> None:
    """Let "brought down", with who did and what flew behind it, tell that it was shot down: أسقط | الجيش | مسيرات.

    What that was on its way to is not struck: مسيرات | استهدفت | المطار.
    """
    _part_from_defences(units, document)
    for at in range(len(units) - 3, -1, -1):
        verb, who = units[at : at + 2]
        if verb.has("event", "interception") and who.has("event", "air_strike") and verb.last - verb.first > 1:
            verb.marks = [Mark(verb.first, verb.last, _DROPPED)]  # أسقطت المروحيات | براميل: they fell from it
        word = document.words[verb.first][verb.cut :] if verb.kind == "verb" and verb.last - verb.first == 1 else ""
        if word not in _DOWNED or not _can_shoot_down(who, document):
            continue
        owned = units[at + 2].kind == "prep" and units[at + 2].first == units[at + 2].last
        end = at + 4 if owned else at + 2
        thing = units[end].find("thing") if end < len(units) and units[end].kind == "np" else None
        if thing is None or thing.cue.value not in _FLYING or thing.first != units[end].first:
            continue
        verb.marks = [Mark(verb.first, verb.last, _INTERCEPTED)]
        if not owned and who.find("people") is None:
            who.marks.append(Mark(who.first, who.last, _BODY))
        behind = end + 1
        while behind < len(units) and units[behind].kind == "aux":
            behind += 1
        if behind < len(units) and units[behind].kind == "verb" and units[behind].has("mark", "target"):
            for one in units[end + 1 : behind + 1]:
                one.kind, one.marks = "other", []


def _part_from_defences(units: list[Unit], document: Document) -> None:
    """Part what was shot down from the air defences that did it: أسقطت | الدفاعات الجوية | مسيرات."""
    for at in range(len(units) - 1, 0, -1):
        unit, thing = units[at], units[at].find("thing")
        downed = document.words[units[at - 1].first] in _DOWNED and document.words[unit.first] in _DEFENCES
        if not downed or thing is None or thing.cue.value not in _FLYING or thing.first <= unit.first:
            continue
        if not document.words[thing.first].startswith("ال") and not unit.actors:
            units[at : at + 1] = parted(unit, thing.first, document)


def _can_shoot_down(who: Unit, document: Document) -> bool:
    """Whether a phrase is of a party on the ground, or of air defences; aircraft drop what they bring down."""
    defences = document.words[who.first][who.cut :] in _DEFENCES
    party = bool(who.actors) and who.find("people") is not None and who.find("thing") is None
    return who.kind == "np" and not who.is_event and (defences or party)


def part_pairs_from_the_doers(units: list[Unit], document: Document) -> None:
    """Part two things in the case of an object from the party before them: هدمت | قوات الاحتلال | منزلين."""
    for at in range(len(units) - 1, 0, -1):
        unit, verb = units[at], units[at - 1]
        told = verb.kind == "verb" and bool(verb.find("event") or verb.find("outcome")) and unit.kind == "np"
        if not told or not unit.actors or len(unit.counts) != 1 or unit.last - unit.first < 2:
            continue
        pair, body = unit.last - 1, any(mark.cue.kind == "people" and mark.first == unit.first for mark in unit.marks)
        thing = unit.find("thing")
        counted = document.word_at(unit.counts[0].start) == pair and document.words[pair].endswith(_PAIR)
        if counted and thing is not None and thing.first == pair and body:
            units[at : at + 1] = parted(unit, pair, document)


def part_one_thing_from_the_doers(units: list[Unit], document: Document) -> None:
    """Part a thing with the ending of an object from the party before it: فجرت | سرايا فلان | منزلا مفخخا."""
    for at in range(len(units) - 1, 0, -1):
        unit, verb = units[at], units[at - 1]
        told = verb.kind == "verb" and verb.find("event") is not None and unit.kind == "np" and bool(unit.actors)
        if not told or unit.counts:
            continue
        named = max(document.word_at(actor.end - 1) for actor in unit.actors)
        marks = (m for m in unit.marks if m.first > named and (m.cue.form, m.cue.kind) in _ONE_THING)
        thing = next((mark for mark in marks if document.words[mark.first].endswith(_OBJECT)), None)
        if thing is not None and not document.words[thing.first].startswith("ال"):
            units[at : at + 1] = parted(unit, thing.first, document)
