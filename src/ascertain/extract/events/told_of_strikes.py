"""A verb that goes on about a strike behind those whose it is: «قصف من قوات النظام وروسيا استهدف البلدة»."""

from ascertain.extract.events.steps import Steps


def tells_of_the_strike(clause: Steps, verb: int, party: int) -> bool:
    """Whether the verb behind a joined party says what the strike hit: it agrees with the strike's noun, right before.

    "Shelling by the army and Russia | targeted the town": the verb is that of the shelling, and no clause of Russia's.
    """
    at = party - 1
    while clause.kind(at) in {"conj", "comma", "np"}:
        at -= 1
    strike = at - 1
    if clause.kind(at) not in {"prep", "linking"} or strike < 0 or not clause.units[verb].has("mark", "target"):
        return False
    mark = clause.units[strike].find("event", "noun")
    if mark is None:
        return False
    ends, told = clause.endings, clause.document.words[mark.first]
    its = told.endswith((*ends.feminine_noun, "ات"))
    return clause.words(verb)[-1].endswith(ends.feminine) == its
