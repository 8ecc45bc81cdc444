"""Whether those counted fight or rescue, whom reports call members as they do a militia's."""

from ascertain.extract.casualties.victims import Number
from ascertain.extract.events.appositions import names_person
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Mark, Unit
from ascertain.extract.names.party_lexicon import armed_heads
from ascertain.model import ActorName
from ascertain.model.claim import Group
from ascertain.text.fold import fold

_OF_A_BODY = frozenset({"of", "in", "with", "from", "for"})
_ARMED = frozenset({"military", "armed_group"})


def status_told(clause: Clause, at: int, number: Number) -> Group | None:
    """Return the group of those counted at a phrase: members of a rescue service are civilians, one named may fight.

    "Salem, a commander of the militia": what stands right behind a person says so. Where only "his death" is counted,
    he is who was named before it.
    """
    if number.group == "combatants" and are_rescuers(clause, at):
        return "civilians"
    if number.group not in {"unknown", "men"} or number.low != 1 or number.high != 1:
        return number.group
    whose = [at]
    if clause.order == "vso" and clause.words(at)[-1].endswith(clause.endings.object):
        whose += [one for one in range(at) if clause.kind(one) == "np"]
    known = [one for one in whose if one == at or names_person(clause.units[one], clause.document)]
    return "combatants" if any(_is_called_a_fighter(clause, one) for one in known) else number.group


def _is_called_a_fighter(clause: Clause, at: int) -> bool:
    """Whether what stands right behind a person says that he is one of an armed group's fighters, or leads them."""
    said = at + 1
    while clause.kind(said) in {"quote", "comma"}:
        said += 1
    if said == at + 1 and clause.order == "svo":
        return False
    unit = clause.units[said] if clause.kind(said) == "np" else None
    mark = unit.find("people") if unit is not None else None
    if unit is None or mark is None or mark.cue.value != "combatants" or unit.is_event:
        return False
    if unit.counts and not unit.has("word", "one_of"):
        return False  # but "one of the five leaders"
    owns = said + 1 < len(clause.units) and clause.units[said + 1].has("word", "possessives")  # "a soldier's brother"
    return not owns and _says_what_he_is(clause, unit, mark) and not are_rescuers(clause, said)


def _says_what_he_is(clause: Clause, unit: Unit, mark: Mark) -> bool:
    """Whether a phrase is of one fighter or leader: "one of the militia's", "a commander of", "the leader in"."""
    if clause.order == "svo":
        joined = clause.document.words[mark.last] if mark.last < unit.last else "of"
        return unit.has("word", "indefinite") and mark.cue.form == "singular" and joined in _OF_A_BODY
    if any("kin" in one.cue.flags for one in unit.all("people")):
        return False  # "the son of the leader"
    role = unit.find("role")
    led = role is not None and role.first == unit.first
    alone = mark.first == unit.first and mark.cue.form == "singular" and "body" not in mark.cue.flags
    return unit.has("word", "one_of") or led or alone


def are_rescuers(clause: Clause, at: int) -> bool:
    """Whether those whom a word calls members as it does a militia's are of a rescue service or another organisation.

    عناصر من الدفاع المدني, عناصر الهلال الأحمر: who rescues and heals is a civilian.
    """
    whose = [at]
    body = at + 2 + (clause.kind(at + 2) == "quote")  # عناصر من | " | الدفاع المدني
    joint = clause.units[at + 1] if clause.kind(at + 1) == "prep" and clause.kind(body) == "np" else None
    inside = joint is not None and joint.has("mark", "place") and clause.units[body].cue("thing") is None
    if joint is not None and (joint.has("mark", "origin") or inside):
        whose.append(body)
        named_behind = clause.kind(body + 1) == "quote" and clause.kind(body + 2) == "np"
        whose += [body + 2] if named_behind and clause.order == "vso" else []  # من فرق | " | الدفاع المدني
    if clause.order == "vso" and clause.words(at)[-1].endswith(clause.endings.speaker):  # مقتل أحد عناصرها
        whose += [
            voice for voice in range(at) if clause.kind(voice) == "np" and clause.units[voice].has("role", "medical")
        ]
    units = [clause.units[one] for one in whose]
    parsed = [mention.parsed for unit in units for mention in unit.actors]
    if any(getattr(one, "type", None) in _ARMED and getattr(one, "actors", ()) for one in parsed):
        return False
    named = [one.name for one in parsed if isinstance(one, ActorName) and one.type == "organisation"]
    unarmed = any(fold(name.split()[-1]) not in armed_heads() for name in named if name.split())
    return unarmed or any(unit.has("role", "medical") for unit in units)
