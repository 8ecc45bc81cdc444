"""A denial joined to the accusation that it answers: "Kyiv accused Moscow of shelling the town, which denied it"."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.voice import Voice


def answered(clause: Clause, found: list[Voice]) -> dict[int, Unit | None]:
    """Return the denials that answer an accusation before them, by their verb, with who denies, where that is said."""
    accusing = [at for at, unit in enumerate(clause.units) if unit.accuses]
    if not accusing or clause.order != "svo":
        return {}
    told: dict[int, Unit | None] = {}
    for index in range(accusing[0] + 1, len(clause.units)):
        cue = clause.units[index].cue("speech") if clause.kind(index) == "verb" else None
        if cue is None or cue.polarity != "denied" or "disowns" in cue.flags or not _points_back(clause, index):
            continue
        own = next((voice.speaker for voice in found if voice.at == index and voice.speaker is not None), None)
        told[index] = own or _accused(clause, accusing[0])
    return told


def _points_back(clause: Clause, index: int) -> bool:
    """Whether what is denied was told before: "denied it", "denied the charge", "which the army denied"."""
    behind = index + 1
    if clause.kind(behind) == "stop":
        return True
    if clause.kind(clause.after(behind)) in {*VERBS, "aux", "passive"}:
        return False  # "denied it had bombed the school"
    unit = clause.units[behind] if clause.kind(behind) == "np" else None
    return unit is not None and (unit.pronoun or (unit.determined and unit.last - unit.first == 1))


def _accused(clause: Clause, index: int) -> Unit | None:
    objects = clause.objects(index)
    return clause.units[objects[0]] if objects and not clause.units[objects[0]].is_event else None
