"""Who did it where a sentence only says "they", "the gunmen" or "the group": the party that the text named before."""

from ascertain.extract.events.acting import says_only_fighters
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Memory
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.naming import party_of
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit
from ascertain.model import Party

_ARMED = frozenset({"military", "armed_group"})
_GROUPS = frozenset({"group", "movement", "militants", "rebels", "insurgents", "gang"})
_REACH = 3  # sentences
_HELD = frozenset({"detention", "interception", "evacuation"})  # whom these name is no attacker


def remember_doers(memory: Memory, telling: Telling, parties: tuple[Party, ...], clause: Clause, number: int) -> None:
    """Keep who did the last attack that names its doers, and whether a name of theirs is known."""
    led = [clause.units[at] for at in telling.together("perpetrators")]
    in_front = all(at < telling.main.unit for at in telling.together("perpetrators"))
    if telling.type.name == "protest" and parties and in_front:
        memory.doers, memory.doers_sentence, memory.doers_named = parties, number, False
        memory.protested = number
        return
    if not telling.type.violent or telling.type.name in _HELD or not parties:
        return
    if memory.protested == number and telling.main.form == "noun":
        return  # "protested against the killing of two by soldiers. They burned a car": whoever protested did
    known = number - memory.doers_sentence <= _REACH and all(map(_is_vague, led))
    if not any(unit.pronoun for unit in led) and not known:
        memory.doers, memory.doers_sentence = parties, number
        memory.doers_named = any(_kind(unit) in _ARMED and not says_only_fighters(unit) for unit in led)


def doers_meant(
    telling: Telling, parties: tuple[Party, ...], clause: Clause, memory: Memory, number: int
) -> tuple[Party, ...]:
    """Return the parties of a telling, with those told before for "they" or a word like "the group" alone."""
    led = [clause.units[at] for at in telling.together("perpetrators")]
    near = memory.doers if number - memory.doers_sentence <= _REACH else ()
    if (
        len(led) == 1
        and led[0].has("word", "plural_pronoun")
        and (not parties or _opens_where(led[0], clause))
        and (said := _harmed_before(led[0], clause) or _struck_before(led[0], clause) or _acted_before(led[0], clause))
    ):
        return (party_of(said, clause.document),)
    if len(led) != 1 or not near or clause.order != "svo":
        return parties
    if led[0].pronoun:
        return parties or (near if led[0].has("word", "plural_pronoun") else ())
    kinds = {party.type for party in near} & _ARMED
    fits = _kind(led[0]) in {None, *kinds} and not (_is_a_group(led[0], clause) and "military" in kinds)
    return near if memory.doers_named and kinds and fits and _is_vague(led[0]) else parties


def _opens_where(pronoun: Unit, clause: Clause) -> bool:
    """Whether "where" stands before a pronoun: those who came there are meant, and not who tells of them."""
    at = clause.units.index(pronoun)
    return at > 0 and clause.units[at - 1].has("word", "whereby")


def _harmed_before(pronoun: Unit, clause: Clause) -> Unit | None:
    """Return whom a passive harmed while "they" were at something: "six rebels were hit while they were shelling"."""
    at = clause.units.index(pronoun)
    doing = at + 2 + (clause.kind(at + 2) == "other")  # "they were | trying to | storm"
    if clause.order != "svo" or clause.kind(at + 1) != "passive" or clause.kind(doing) != "verb" or not at:
        return None
    going_on = clause.is_ongoing(doing) or clause.words(doing - 1)[0].endswith(clause.endings.ongoing)
    verb = clause.verb_before(at - 1) if going_on and clause.units[at - 1].has("word", "coinciding") else None
    if verb is None or clause.units[verb].cue("outcome") is None or not clause.is_passive(verb):
        return None
    harmed = [clause.units[index] for index in clause.subject(verb)]
    return harmed[0] if len(harmed) == 1 and _are_many(harmed[0]) else None


def _struck_before(pronoun: Unit, clause: Clause) -> Unit | None:
    """Return the many right before "after they", where one body struck them: "the army shot two men after they ..."."""
    at = clause.units.index(pronoun)
    if clause.order != "svo" or at < 2 or not clause.units[at - 1].has("word", "sequel"):
        return None
    last = at - 2
    if clause.kind(last - 1) == "prep" and not _are_many(clause.units[last]):
        last -= 2  # "struck fighters | in Orda | after they ..."
    struck, verb = clause.units[last], clause.verb_before(last)
    if verb is None or struck.kind != "np" or struck.is_event or not _are_many(struck):
        return None
    leading = [clause.units[index] for index in clause.subject(verb)]
    return struck if leading and not any(map(_are_many, leading)) else None


def _are_many(unit: Unit) -> bool:
    mark = unit.find("people")
    return mark is not None and mark.cue.form == "plural"


def _acted_before(pronoun: Unit, clause: Clause) -> Unit | None:
    """Return the fighters who acted before in the sentence: "rebels broke into the bank, where they set off a bomb"."""
    if clause.order != "svo":
        return None
    at = clause.units.index(pronoun)
    for verb in (step for step in range(at - 1, 0, -1) if clause.kind(step) in VERBS):
        if clause.units[verb].cue("speech") is not None or clause.is_passive(verb):
            return None
        subject = [clause.units[index] for index in clause.subject(verb)]
        if len(subject) == 1 and not subject[0].is_event and not subject[0].pronoun:
            if _kind(subject[0]) == "armed_group" or subject[0].has("people", "combatants"):
                return subject[0]
            if subject[0].find("people") is not None:
                return None
    return None


def _is_vague(unit: Unit) -> bool:
    """Whether a phrase is an article and a word for fighters alone: "the militants", "the group"."""
    return unit.definite and not unit.counts and says_only_fighters(unit)


def _is_a_group(unit: Unit, clause: Clause) -> bool:
    """Whether a phrase ends in "group" or the like, as no army is called."""
    return clause.document.words[unit.last - 1] in _GROUPS


def _kind(unit: Unit) -> str | None:
    return next((kind for m in unit.actors if (kind := getattr(m.parsed, "type", None)) is not None), None)
