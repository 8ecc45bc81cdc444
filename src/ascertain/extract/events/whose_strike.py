"""Whose a strike is, where "of" says it and "on" what was struck: "the strike of the army on a market"."""

from ascertain.extract.events.acting import is_a_site, is_means, is_party, says_whose_only
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.going_on import spoken_of_itself
from ascertain.extract.events.units import Unit

_STRIKES = frozenset({"attack", "raid"})
_HITTING = frozenset(
    {"attack", "shelling", "air_strike", "missile_strike", "drone_strike", "shooting", "ground_offensive"}
)
_AT = (["on"], ["against"])


def is_whose_strike(clause: Clause, anchor: Anchor, of: Unit) -> bool:
    """Whether "of" behind an attack's noun brings who carried it out, since what was struck follows it."""
    strikes = anchor.type.acled.startswith("Explosions") or anchor.type.name in _STRIKES  # not the killing of soldiers
    if clause.order != "svo" or anchor.form != "noun" or not strikes or of.kind != "linking":
        return False
    at = clause.units.index(of) + 1
    struck = at + 2
    whose = clause.units[min(at, len(clause.units) - 1)]
    acts = (is_party(whose) or is_means(whose)) and not is_a_site(whose)
    aimed = clause.kind(at + 1) == "prep" and clause.words(at + 1) in _AT and clause.kind(struck) == "np"
    return clause.kind(at) == "np" and acts and aimed


def is_verbs_object(clause: Clause, at: int, behind: int) -> bool:
    """Whether an event's noun is the subject of a verb, and the last party behind it what that hit.

    "The shelling targeted | the forces", where the verb comes first and both stand behind it.
    """
    verb = clause.before(at)
    hits = clause.kind(verb) == "verb" and clause.units[verb].has("mark", "target") and clause.after(verb) == at
    return hits and clause.kind(clause.after(behind)) != "np" and not says_whose_only(clause.units[behind])


def is_hit_with(clause: Clause, at: int, behind: int) -> bool:
    """Whether a party behind the weapon of a verb, or of its noun with whose it is, is whom that hit with it.

    استهدف | المقاتلون | ب | صاروخ موجه | قوة ..., قصفه | ب | صاروخ | قوة ...
    """
    weapon, prep = clause.units[at], clause.units[at - 1]
    if not is_means(weapon) or weapon.actors or prep.kind != "prep" or not prep.has("mark", "means"):
        return False
    words = clause.words(at)
    closed = len(words) > 1 or words[0][weapon.cut :].startswith(clause.articles) or words[0].endswith("ين")
    if not closed and clause.kind(clause.after(behind)) == "np":
        return False  # "with the rockets of the army | the village"
    before = clause.before(at - 1)
    did = clause.units[before]
    if did.kind == "np" and did.is_event and did.last - did.first == 1:
        return closed and clause.words(before)[0].endswith((*clause.endings.object, *clause.endings.speaker))
    if did.kind == "np" and (is_party(did) or is_means(did)) and not did.is_event:
        before = clause.before(before)
        return clause.kind(before) == "verb" and _hits(clause.units[before])
    if clause.kind(before) != "verb" or not _hits(did):
        return False
    many = clause.words(before)[-1].endswith(("وا", *clause.endings.ours))
    many = many or (len(clause.words(before)) > 1 and did.has("event", "air_strike"))  # قصف الطيران
    return many or bool(spoken_of_itself(clause, before))


def whom_it_hit_with(clause: Clause, at: int) -> list[int]:
    """Return the party behind the weapon of an event's noun with whose it is: قصفه | ب | صاروخين | قوة ..."""
    kinds = [clause.kind(index) for index in range(at + 1, at + 4)]
    return [at + 3] if kinds == ["prep", "np", "np"] and is_hit_with(clause, at + 2, at + 3) else []


def _hits(verb: Unit) -> bool:
    mark = verb.find("event", "verb")
    return mark is not None and (verb.has("mark", "target") or mark.cue.value in _HITTING)


def is_accusative(clause: Clause, at: int) -> bool:
    """Whether a phrase begins with somebody in the accusative of an object (استهدف قائداً عسكرياً)."""
    unit = clause.units[at]
    cue = unit.find("people", "singular")
    alone = cue is not None and cue.first == unit.first and "body" not in cue.cue.flags  # ميليشيا
    return alone and clause.document.words[unit.first].endswith(clause.endings.accusative)
