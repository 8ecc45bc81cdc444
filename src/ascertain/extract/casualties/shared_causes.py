"""What two harms that "and" joins are told to have come of, where only the second has it with it."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit


def phrases_shared(clause: Clause, at: int) -> list[tuple[Unit, list[int]]]:
    """Return the prepositions behind a verb of harm with what they govern, or those of the harm that "and" brings.

    "Two were killed, and others hurt, in raids": قتل | شخصان | و | أصيب | آخرون | جراء | غارات.
    """
    own = list(clause.phrases_after(at))
    if own or clause.order != "vso" or clause.kind(at) != "verb":
        return own
    kinds = [clause.kind(index) for index in range(at + 1, at + 4)]
    told = kinds == ["np", "conj", "verb"] and clause.units[at + 3].find("outcome", "verb", "passive") is not None
    return list(clause.phrases_after(at + 3)) if told else own
