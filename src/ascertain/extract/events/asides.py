"""Whose verb it is where the object of another stands right before it: "men trying to flee the town were hit"."""

from typing import TYPE_CHECKING

from ascertain.extract.events.steps import VERBS

if TYPE_CHECKING:
    from ascertain.extract.events.clause import Clause

_HELD = VERBS | {"aux", "passive"}
_BODIES = frozenset({"armed_group", "military", "party", "organisation"})
_ASIDE = frozenset({"np", "conj", "prep", "linking", "other", "time"})


def object_in_aside(clause: "Clause", at: int) -> list[int] | None:
    """Return whom a clause describes whose object stands at `at`, right before the verb that is theirs.

    "A man who was feeding his goats was hit", "the alliance fighting the rebels said": neither goats nor rebels.
    """
    verb = at - 3 if clause.kind(at - 1) == "conj" and clause.kind(at - 2) == "np" else at - 1
    if clause.order != "svo" or clause.units[verb].cue("speech") is not None:
        return None  # "a paper that noted 51 people were killed"
    if (aimed := _in_an_aim(clause, verb)) is not None:
        return aimed
    alone = clause.kind(verb) == "np" and len(clause.words(verb)) == 1
    ongoing = alone and clause.words(verb)[0].endswith(clause.endings.ongoing)
    if not (ongoing or clause.kind(verb) in VERBS):
        return None
    before = verb - 1
    while clause.kind(before) in {"aux", "passive", "other"}:
        unit = clause.units[before]  # "suspected of", "believed to"
        if unit.cue("hedge") is not None or unit.has("word", "doing") or unit.has("word", "attempts"):
            return clause.coordinated_left(before - 1) if clause.kind(before - 1) == "np" else None
        before -= 1
    accused = clause.kind(before) in {"linking", "prep"} and clause.units[before - 1].accuses
    if accused and clause.kind(before - 2) == "np":
        return clause.coordinated_left(before - 2)  # "two men accused of killing a judge were arrested"
    if clause.kind(before) == "relative":
        return clause.antecedent(before)
    return _described(clause, verb, at)


def _described(clause: "Clause", verb: int, at: int) -> list[int] | None:
    """Return whom a gerund right behind them describes, where the verb that is theirs follows its object."""
    after = at + 1
    while clause.kind(after) == "prep" and clause.kind(after + 1) == "np":  # "fighting the rebels in the east said"
        after += 2
    if clause.kind(after) not in _HELD or not clause.words(verb)[-1].endswith(clause.endings.ongoing):
        return None
    if clause.kind(verb) == "verb" and clause.kind(verb - 1) == "time" and clause.kind(verb - 2) == "prep":
        head = verb - 3
        while clause.kind(head) == "np" and clause.kind(head - 1) in {"prep", "linking"} and head > 1:
            head -= 2  # "strikes by the army on Monday targeting the rebels have hit a market"
        return clause.coordinated_left(head) if clause.kind(head) == "np" else None
    return clause.coordinated_left(verb - 1) if clause.kind(verb - 1) == "np" else None


def _in_an_aim(clause: "Clause", verb: int) -> list[int] | None:
    """Return who is told of with an infinitive at `verb`: "strikes meant to | hit", "men who tried to | enter".

    The infinitive may be a word that nobody lists.
    """
    to = verb - 1
    unknown = clause.kind(verb) in {"np", "other"} and len(clause.words(verb)) == 1
    if to < 1 or not (clause.kind(verb) == "verb" or unknown):
        return None
    unit = clause.units[to]
    if clause.kind(to) not in {"aux", "prep"} or not (unit.has("word", "infinitive") or unit.has("word", "attempts")):
        return None
    head = to - 1
    if clause.kind(head) == "relative":
        return clause.antecedent(head) or None
    if clause.kind(head) == "verb" and clause.words(head)[-1].endswith(clause.endings.ongoing):
        head -= 1  # "insurgents battling to end the siege"
    governed = clause.kind(head - 1) in {"prep", "linking", *VERBS} and not clause.units[head - 1].has("word", "clause")
    if clause.kind(head) != "np" or governed:
        return None
    past = clause.words(head)[-1].endswith(("ed", "meant"))
    return clause.coordinated_left(head) if head < to - 1 or past else None


def whole_before(clause: "Clause", including: int) -> list[int]:
    """Return those of whom an aside before their verb names some: "ten people, a nurse | among them |, were killed"."""
    if clause.kind(including + 1) != "comma":
        return []
    at = including - 1
    while clause.kind(at) in {"np", "conj"} or (clause.kind(at) == "comma" and clause.kind(at - 1) == "np"):
        at -= 1
    whole = at + 1
    parted = clause.kind(whole) == "np" and clause.kind(whole + 1) == "comma" and whole + 1 < including - 1
    return [whole] if parted and clause.units[whole].counts else []


def who_uses(clause: "Clause", using: int) -> list[int]:
    """Return who did with what "using" brings right behind whom it befell: "the militia killed villagers | using"."""
    verb = using - 2
    told = clause.order == "svo" and clause.words(using) == ["using"] and clause.kind(using - 1) == "np"
    if not told or clause.kind(verb) not in VERBS or clause.units[verb].cue("event", "outcome") is None:
        return []
    return [] if clause.is_passive(verb) else clause.subject(verb)


def doing_in_aside(clause: "Clause", participle: int) -> list[int]:
    """Return who open a clause and are told in an aside to do something: "rebels, | using mortars, attacked"."""
    led, at = participle - 2, participle + 1
    if clause.order != "svo" or [clause.kind(led), clause.kind(led + 1)] != ["np", "comma"]:
        return []
    before = led - 1
    while clause.kind(before) == "time" or (clause.kind(before) == "prep" and clause.kind(before + 1) == "time"):
        before -= 1  # "said that on | Monday | rebels, using mortars,"
    opened = clause.units[before] if before >= 0 else None
    opens = opened is None or opened.kind in {"stop", "clause"} or opened.has("source", "that")
    if not (opens or (opened is not None and opened.cue("speech") is not None)):
        return []
    while clause.kind(at) in _ASIDE or (clause.kind(at) == "comma" and clause.kind(at + 1) == "np"):
        at += 1
    told = at + 1 if clause.kind(at) == "comma" else len(clause.units)
    while clause.kind(told) in {"aux", "passive", "other", "time"}:
        told += 1
    finite = clause.kind(told) in VERBS and not clause.is_ongoing(told)
    return clause.coordinated_left(led) if finite and clause.units[told].cue("speech") is None else []


def whom_it_is_for(clause: "Clause", participle: int) -> list[int]:
    """Return whom something befell for what "for" brings: "jailed a general for 20 years | for ordering the shooting".

    So "asked 20 years for a general for ...", too: whoever judges did not do it.
    """
    at, verb = clause.before(participle), clause.verb_before(participle)
    if clause.order != "svo" or verb is None or clause.words(at) != ["for"] or clause.is_passive(verb):
        return []
    deed = clause.units[verb].cue("event", "outcome")
    if clause.kind(verb) == "light" or (deed is not None and deed.value not in {"detention", "detained"}):
        return []
    for step in range(at - 1, verb, -1):
        unit = clause.units[step]
        known = unit.actors or unit.pronoun or unit.cue("people", "role") is not None
        if unit.kind == "np" and known and not unit.is_event:
            return clause.coordinated_left(step)
    return []


def described_before(clause: "Clause", at: int) -> int | None:
    """Return whom the words up to a phrase describe: "raiders, heavily armed,", "men led by X and Y"."""
    if clause.order != "svo":
        return None
    kinds = [clause.kind(step) for step in range(at - 3, at)]
    units = clause.units
    bare = len(clause.words(at)) == 1 and units[at].find("people") is None and not units[at].actors
    if kinds == ["np", "comma", "other"] and units[at - 1].has("word", "adverbs") and bare:
        return at - 3
    if kinds == ["np", "other", "passive"] and units[at - 2].find("hedge") is not None and bare:
        return at - 3  # "a group believed to be linked to Y"
    led = kinds == ["prep", "np", "conj"] and (
        units[at - 3].has("mark", "perpetrator") or units[at - 4].has("word", "belonging")
    )
    verb = at - 4 if led and clause.kind(at - 4) == "verb" else None
    return at - 5 if verb is not None and clause.kind(at - 5) == "np" and not units[verb].is_event else None


def is_said_of_them(clause: "Clause", index: int) -> bool:
    """Whether a phrase behind "were" says what became of others: "ten were | dead | and 70 people were kidnapped"."""
    told = clause.kind(index - 1) == "passive" and clause.units[index].find("victims") is not None
    return told and clause.units[index].cue("people") is None and clause.order == "svo"


def is_of_something(clause: "Clause", at: int) -> bool:
    """Whether words that end in "of" join a phrase to what a preposition brings: "true to the policy of X"."""
    joint, brought = at - 1, at - 2
    of = clause.kind(joint) == "other" and clause.words(joint)[-1:] == ["of"] and clause.kind(brought) == "np"
    return of and clause.kind(brought - 1) == "prep" and not clause.units[at].is_event


def names_a_body_before(clause: "Clause", at: int) -> bool:
    """Whether a phrase between commas names the body told right before it: "the rebel group, M23, attacked"."""
    body, name = clause.units[at - 2].find("people"), clause.units[at]
    if body is None or "body" not in body.cue.flags or clause.kind(at + 1) != "comma" or name.cue("people", "role"):
        return False
    told = [one for actor in clause.units[at - 2].actors for one in getattr(actor.parsed, "actors", ())]
    if any(not one.startswith("generic.") for one in told):
        return False  # "the Front, an ally of ..."
    known = any(getattr(actor.parsed, "type", None) in _BODIES for actor in name.actors)
    return known or (name.named and not (name.actors or name.places or name.determined))


def is_of_the_harmed(clause: "Clause", participle: int, earlier: int) -> bool:
    """Whether a participle of harm goes on behind those who were harmed: "were hurt in the blast, | damaging a car"."""
    harm = clause.units[earlier].find("outcome", "verb")
    hurt = harm is not None and harm.cue.value in {"killed", "injured"} and clause.is_passive(earlier)
    return hurt and clause.order == "svo" and bool(clause.units[participle].find("outcome", "verb"))


def is_reduced_behind(clause: "Clause", index: int) -> bool:
    """Whether a participle right behind a noun phrase tells of that phrase alone."""
    behind = index + 1
    return clause.kind(behind) == "verb" and clause.words(behind)[-1].endswith(clause.endings.passive)


def before_including(clause: "Clause", comma: int) -> int | None:
    """Return the phrase some of whom an aside names that closes there: "six guards, including an officer, and"."""
    told = [clause.kind(at) for at in (comma - 4, comma - 3, comma - 1)] == ["np", "comma", "np"]
    return comma - 4 if told and clause.units[comma - 2].has("mark", "including") else None


def opens_clause(clause: "Clause", at: int, owned: int, verb: int) -> bool:
    """Whether a phrase behind "after" or "since", or what it owns, is the subject of the verb right behind it."""
    if clause.kind(at - 1) != "prep" or not clause.units[at - 1].has("word", "clause"):
        return False
    told = [clause.kind(step) for step in range(owned + 1, verb)]
    by = told[:2] == ["prep", "np"] and clause.units[owned + 1].has("mark", "wielder")  # "a drone | operated by | X"
    told = told[2:] if by or told[:2] == ["prep", "time"] else told  # "after gunmen on Sunday opened fire"
    return all(kind in {"other", "aux", "passive", "time"} for kind in told)


def opens_what_is_said(clause: "Clause", at: int) -> bool:
    """Return whether a particle brings what was said, and no phrase: أشارت الوكالة | إلى أن | قوات الجيش | اقتحمت."""
    return clause.order == "vso" and clause.kind(at) == "prep" and clause.units[at].has("source", "that")


def is_caught_between(clause: "Clause", verb: int, at: int) -> bool:
    """Return whether a phrase is of those whom a verb left between dead and hurt: أوقعوا | القوة | بين | قتيل."""
    if not clause.units[verb].has("mark", "effect") or clause.kind(at + 1) != "prep":
        return False
    return clause.units[at + 1].has("mark", "between") and clause.units[at + 2].find("victims") is not None
