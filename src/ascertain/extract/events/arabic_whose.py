"""Units of Arabic aircraft and weapons with their type and whose they are, and of what is so called: طائرات | F16."""

from ascertain.extract.events.acting import is_means
from ascertain.extract.events.units import Unit
from ascertain.text import Document

_QUOTES = frozenset('"«»“”')
_WHAT = "ما"
_CALLED = frozenset(("يسمي", "تسمي", "يعرف", "تعرف", "يدعي", "تدعي"))
_PHRASE = 2  # words of "what is called"


def with_what_they_are_called(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with weapons and the letters and figures of their type in one: طائرات | " | F16 | "."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        unit, quoted = units[at], at + 1 < len(units) and units[at].kind == "quote"
        called = units[at + 1] if quoted else unit
        weapon = joined[-1] if joined else unit
        named = called.kind == "np" and called is not weapon and weapon.kind == "np" and not called.cut
        named = named and is_means(weapon) and not weapon.is_event and not called.is_event
        if named and all(word.isascii() for word in document.words[called.first : called.last]):
            at += 2 if quoted else 1
            quoted = quoted or document.words[weapon.last - 1] in _QUOTES
            at += quoted and at < len(units) and units[at].kind == "quote"
            weapon.last = called.last
            if at < len(units) and _only_says_whose(units[at], document):
                weapon.last, weapon.actors = units[at].last, units[at].actors  # طائرات | F16 | تركية
                at += 1
            continue
        joined.append(unit)
        at += 1
    return joined


def _only_says_whose(unit: Unit, document: Document) -> bool:
    """Whether a phrase is a nation's adjective alone, without an article."""
    nation = any(getattr(mention.parsed, "type", None) == "nationality" for mention in unit.actors)
    alone = unit.kind == "np" and unit.last - unit.first == 1 and not (unit.cut or unit.marks)
    return nation and alone and not document.words[unit.first].startswith("ال")


def with_whose_they_may_be(units: list[Unit]) -> list[Unit]:
    """Return the units with aircraft and whose they are thought to be in one: طائرات | يعتقد أنها | روسية."""
    joined: list[Unit] = []
    for unit in units:
        at = len(joined) - 1
        if unit.kind == "np" and at > 1 and joined[at].kind == "prep":
            of = joined[at].first == joined[at].last and joined[at].has("mark", "effect")
            # طائرات | يرجح أنها | تابعة | ل | التحالف, طائرات | يرجح أنها | ل | التحالف
            at -= 2 if joined[at - 1].has("word", "belonging") else of
        flown = joined[at - 1] if at > 0 else unit
        thought = at > 0 and joined[at].kind == "other" and joined[at].find("hedge") is not None
        whose = unit.kind == "np" and bool(unit.actors) and not (unit.is_event or unit.counts or unit.cue("thing"))
        known = any(getattr(mention.parsed, "actors", ()) for mention in flown.actors)
        if not (thought and whose and flown.kind == "np" and is_means(flown) and not flown.is_event and not known):
            joined.append(unit)
            continue
        marks = [mark for between in joined[at:] for mark in between.marks if mark.cue.kind == "hedge"]
        del joined[at:]
        flown.last, flown.actors = unit.last, unit.actors
        flown.marks.extend(marks)
    return joined


def with_whose_weapons(units: list[Unit]) -> list[Unit]:
    """Return the units with what is fired from and whose it is, behind a particle, in one (طائرة مسيرة | ل | الجيش)."""
    joined: list[Unit] = []
    for unit in units:
        if len(joined) > 2 and joined[-1].kind == "prep" and joined[-2].kind == "quote" and unit.actors:
            quote = joined.pop(-2)  # طائرة مسيرة | " | ل | الجيش"
        else:
            quote = None
        weapon, of = joined[-2:] if len(joined) > 1 else (unit, unit)
        if not (of.kind == "prep" and of.first == of.last and weapon.kind == unit.kind == "np" and unit.actors):
            if quote is not None:
                joined.insert(-1, quote)
            joined.append(unit)
            continue
        armed = is_means(weapon) and not weapon.is_event and not weapon.counts
        own = any(getattr(mention.parsed, "actors", ()) for mention in weapon.actors)
        party = not (unit.cue("thing") or unit.is_event or unit.counts)
        if not (armed and of.has("mark", "effect") and party) or own:
            if quote is not None:
                joined.insert(-1, quote)
            joined.append(unit)
            continue
        joined.pop()
        weapon.last, weapon.actors = unit.last, unit.actors
        weapon.marks.extend(mark for mark in unit.marks if mark.cue.kind == "people")
    return joined


def join_so_called(units: list[Unit], document: Document) -> None:
    """Join a body of people and its name behind "what is called": فصائل ما يسمى | الجيش الوطني, | ب | الجيش ..."""
    for at in range(len(units) - 2, -1, -1):
        body, name = units[at : at + 2]
        called = body.kind == "np" and body.last - body.first > _PHRASE and body.has("people", "combatants")
        if not called or document.words[body.last - 2] != _WHAT or document.words[body.last - 1] not in _CALLED:
            continue
        end = at + 1 + (name.kind == "prep" and at + 2 < len(units) and units[at + 2].cut > 0)
        whom = units[end]
        if whom.kind == "np" and whom.actors and not whom.is_event:
            body.last, body.actors = whom.last, whom.actors
            del units[at + 1 : end + 1]
