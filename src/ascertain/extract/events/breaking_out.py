"""Fights whose sides nobody names: that they broke out at a place is told all the same."""

from ascertain.extract.events.clause import Clause

_VERBS = frozenset(
    "اندلعت اندلع نشبت نشب دارت دار تدور تجددت تجدد شهدت شهد جرت وقعت وقع حدثت حدث حصلت اشتدت انفجرت".split()
)
_BROKE_OUT = _VERBS | {joint + verb for joint in ("و", "ف") for verb in _VERBS}
_ASIDE = frozenset({"np", "prep", "time", "other", "comma", "quote", "conj"})


def breaks_out(clause: Clause, at: int) -> bool:
    """Return whether a noun for a fight, without an article, is what broke out: شهدت | أوردة | أمس | اشتباكات.

    What a place goes on seeing (تشهد) is of no one day.
    """
    if clause.kind(at) == "verb":
        return clause.words(at)[0][clause.units[at].cut :] in _BROKE_OUT
    if clause.words(at)[0][clause.units[at].cut :].startswith(clause.articles):
        return False
    verb = at - 1
    while clause.kind(verb) in _ASIDE and verb > 0 and not clause.units[verb].is_event:
        verb -= 1
    return clause.kind(verb) in {"verb", "light"} and clause.words(verb)[0][clause.units[verb].cut :] in _BROKE_OUT
