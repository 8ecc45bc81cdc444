"""Which tellings in a sentence are of one event."""

from dataclasses import dataclass, field

from ascertain.event_types import EventType
from ascertain.extract.casualties.shared_causes import phrases_shared
from ascertain.extract.events.aims import with_an_aim
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.arabic_sequels import answer_of
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.counted_from import (
    is_answered,
    is_where_another_was,
    tells_when_another_was,
    told_before,
)
from ascertain.extract.events.two_places import follows_another, looks_back_between, told_in_turn
from ascertain.extract.speech.unreal import is_attempted

# What happens to people in somebody's hands, and to things, is told apart from the attack that it goes with.
_APART = frozenset("abduction detention torture sexual_violence arson looting demolition siege capture".split()) | {
    "interception",
    "warning_shots",
}

_AFTER = frozenset(("بعد", "عقب", "غداه", "اثر", "في اعقاب"))
_CAME = frozenset(("جاء", "جاءت", "ياتي", "تاتي", "وجاء", "وجاءت", "وياتي", "وتاتي", "وقعت", "ووقعت"))
_FROM_AFAR = "Explosions"  # the ACLED event type of strikes

_WITHIN = (["في"], ["خلال"])
_BOMBS = frozenset({"bombing", "explosion"})

# Arabic words that begin a time told by how far it lies from another event: بعد ساعات من قصف ...
_COUNTS_FROM = frozenset({"بعد", "قبل", "عقب"})


_WALLS = frozenset({"comma", "stop", "clause"})


@dataclass(slots=True)
class Telling:
    """One event as a sentence tells it: its anchors and their arguments together.

    `apart` are the places of units that tell where another event was, which shares its verb with this one; up to
    `until` the words tell of both in turn. `before` are the units of an event that was before the one that the sentence
    is of, and `others` those that tell of another.
    """

    type: EventType
    anchors: list[Anchor] = field(default_factory=list)
    apart: set[int] = field(default_factory=set)
    until: int = 0
    before: range | None = None
    others: set[int] = field(default_factory=set)

    @property
    def main(self) -> Anchor:
        """The anchor that says what kind of event it is."""
        telling = [anchor for anchor in self.anchors if not anchor.refers] or self.anchors
        own = [anchor for anchor in telling if anchor.type.name == self.type.name] or telling
        return next((anchor for anchor in own if anchor.perpetrators or anchor.targets), own[0])

    @property
    def general(self) -> bool:
        """Whether none of its anchors says more than that there was an attack."""
        return all(anchor.general for anchor in self.anchors)

    @property
    def units(self) -> set[int]:
        """Where its anchors stand."""
        return {anchor.unit for anchor in self.anchors}

    def together(self, role: str) -> list[int]:
        """Return the noun phrases in this role of any anchor, in order of the words."""
        if len(self.anchors) == 1:
            return sorted(set(getattr(self.anchors[0], role)))
        return sorted({index for anchor in self.anchors for index in getattr(anchor, role)})


def absorbs(kind: EventType) -> bool:
    """Whether a general telling beside this one is of the same event."""
    return kind.violent and kind.name not in _APART


def merge(anchors: list[Anchor], clause: Clause) -> list[Telling]:
    """Return the events of a sentence: general tellings go to the special one that they stand with."""
    tellings: list[Telling] = []
    for anchor in anchors:
        host = None if _died_in_another(anchor, anchors, tellings, clause) else _host(anchor, tellings, clause)
        if host is None:
            earlier = told_before(clause, anchor.unit) or _what_came_before(anchor, clause)
            new = Telling(anchor.type, [anchor], before=earlier)
            tellings.append(_beside(tellings, new, clause))
            continue
        special = host.general and not anchor.general
        host.anchors.append(anchor)
        if special or (anchor.type.rank > host.type.rank and host.general):
            host.type = anchor.type
    for telling in (telling for telling in tellings if len(telling.anchors) > 1):
        for anchor in telling.anchors:
            if is_attempted(clause, anchor.unit):
                anchor.targets.clear()  # "gunmen trying to kill a judge shot two guards"
    for before in (telling for telling in tellings if telling.before is not None):
        before.others.update(at for at in range(len(clause.units)) if at not in (before.before or ()))
        for telling in tellings:
            telling.others.update(before.before or () if telling is not before else ())
    return tellings


def _died_in_another(anchor: Anchor, anchors: list[Anchor], tellings: list[Telling], clause: Clause) -> bool:
    """Whether a verb of killing of its own clause says in which strike it was, told of for the first time.

    "While fighting goes on in X, ten were killed in a strike on Y": not in the fighting.
    """
    if clause.order != "vso" or anchor.form != "verb" or anchor.type.name != "killing" or not tellings:
        return False
    last = max(at for telling in tellings for at in telling.units)
    between = range(last + 1, anchor.unit)
    if last > anchor.unit or not any(clause.kind(at) in {"comma", "stop", "clause"} for at in between):
        return False
    bringing = (governed for prep, governed in phrases_shared(clause, anchor.unit) if prep.has("mark", "cause"))
    brought = {at for governed in bringing for at in governed}
    known = {telling.type.name for telling in tellings}
    strikes = (one for one in anchors if one.unit in brought and one.type.acled.startswith(_FROM_AFAR))
    new = next((one for one in strikes if one.type.name not in known), None)
    unit = clause.units[new.unit] if new is not None else clause.units[0]
    known_before = clause.document.words[unit.first][unit.cut :].startswith(clause.articles)
    return new is not None and not (new.refers or known_before)


def within_reach(tellings: list[Telling], at: int) -> list[Telling]:
    """Return the tellings that a unit can be of: among the words of an event before, that one alone."""
    before = [telling for telling in tellings if telling.before is not None and at in telling.before]
    return before or [telling for telling in tellings if telling.before is None] or tellings


def _beside(tellings: list[Telling], new: Telling, clause: Clause) -> Telling:
    """Return a new telling that knows which units tell where the one before it was, as that one knows its own."""
    if (sequel := _sequel(new.main, tellings, clause)) is not None:
        tellings[-1].apart.update(range(sequel, len(clause.units)))
        new.apart.update(range(sequel))
    elif tellings and (parts := told_in_turn(tellings[-1].units, new.main, clause)) is not None:
        tellings[-1].apart.update(parts[1])
        new.apart.update(parts[0])
    elif _is_another(new.main, tellings, clause):
        walls = (at for at in range(new.main.unit, max(tellings[-1].units), -1) if clause.kind(at) in _WALLS)
        if (joint := next(walls, None)) is not None:  # "a man died in X, and a similar attack hit Y"
            tellings[-1].apart.update(range(joint, len(clause.units)))
            new.apart.update(range(joint))
    return new


def _host(anchor: Anchor, tellings: list[Telling], clause: Clause) -> Telling | None:
    apart = _is_another(anchor, tellings, clause) or _is_laid_to_somebody(anchor, tellings, clause)
    apart = apart or _sequel(anchor, tellings, clause) is not None or _was_before(anchor, tellings, clause)
    within = any(told.before is not None and anchor.unit in told.before for told in tellings)
    if anchor.aside or apart or (not within and _is_counted_from(anchor, clause)):
        return None
    tellings = within_reach(tellings, anchor.unit)
    doomed = with_an_aim(clause, anchor.unit) if anchor.form == "verb" else None
    for telling in (telling for telling in reversed(tellings) if telling.main.denied == anchor.denied):
        if any(other.repelled for other in telling.anchors):
            continue
        if clause.order == "vso" and telling.before is not None and anchor.unit not in telling.before:
            continue  # "a day after a strike on X, shells hit Y"
        if any(other.aside for other in telling.anchors):
            if anchor.form != "noun" and telling.units & set(clause.subject(anchor.unit)):
                return telling  # "the planner of an attack that killed ten": the attack did
            continue
        if doomed is not None and min(telling.units) > doomed:
            continue  # "militants planning to attack a base were killed"
        if _is_denied_apart(telling, anchor, clause):
            continue
        if told_in_turn(telling.units, anchor, clause) is not None or _is_of_other_bombers(telling, anchor, clause):
            continue
        if looks_back_between(max(telling.units), anchor.unit, clause):
            continue
        if clause.order == "svo" and _is_only_foreseen(anchor, clause) and not _is_only_foreseen(telling.main, clause):
            continue  # "blamed the shooting on rebels, since they would launch attacks"
        if telling.type.name == anchor.type.name:
            return telling
        if not (absorbs(telling.type) and absorbs(anchor.type)):
            continue
        if (telling.general or anchor.general) and _together(telling, anchor, clause):
            return telling
        if _linked(telling, anchor, clause) or _only_says_how(anchor, clause):
            return telling
    return None


def _is_of_other_bombers(telling: Telling, anchor: Anchor, clause: Clause) -> bool:
    """Whether a suicide attack is no means of a killing that others did: "killed a man after a suicide attack"."""
    if clause.order != "vso" or anchor.type.name != "suicide_bombing" or telling.type.name != "killing":
        return False
    prep = clause.units[anchor.unit - 1]
    by_it = prep.kind == "prep" and (prep.has("mark", "means") or clause.words(anchor.unit - 1)[:1] in _WITHIN)
    doers = [at for at in telling.together("perpetrators") if at != anchor.unit]
    return bool(doers) and not by_it


def _sequel(anchor: Anchor, tellings: list[Telling], clause: Clause) -> int | None:
    return follows_another(anchor, [other for told in tellings for other in told.anchors], clause)


def _was_before(anchor: Anchor, tellings: list[Telling], clause: Clause) -> bool:
    """Whether a verb of its own clause, behind those told of, is said to tell of incidents before: في حوادث سابقة."""
    last = max((at for told in tellings for at in told.units), default=anchor.unit)
    if anchor.form == "noun" or last >= anchor.unit or not clause.tells("mood", "earlier"):
        return False
    parted = any(clause.kind(at) in _WALLS for at in range(last + 1, anchor.unit))
    behind = (unit for unit in clause.units[anchor.unit + 1 : anchor.unit + 4] if unit.kind == "other")
    return parted and any(unit.has("mood", "earlier") for unit in behind)


def _is_another(anchor: Anchor, tellings: list[Telling], clause: Clause) -> bool:
    """Whether an event's noun is said to be of another event than one told before it, or to have answered that.

    Where the verb comes first, whatever told of the other: قصفت القوات سرمين بالتزامن مع قصف مماثل على بنش.
    """
    unit = clause.units[anchor.unit]
    before = [other for told in tellings for other in told.anchors if other.unit < anchor.unit]
    answer = answer_of(clause, anchor.unit)
    if answer is not None or anchor.form != "noun":
        return answer is not None and bool(before) and all(other.unit < answer for other in before)
    said = unit.has("word", "distinct") or unit.has("mark", "others")
    beside = clause.order == "vso" and unit.has("word", "distinct") and _stands_behind_a_clause(anchor.unit, clause)
    return said and any(other.form == "noun" or beside for other in before)


def _stands_behind_a_clause(at: int, clause: Clause) -> bool:
    """Whether a word that opens a clause stands right before an event's noun: بالتزامن مع | قصف مماثل."""
    return clause.kind(at - 1) == "clause"


def _is_only_foreseen(anchor: Anchor, clause: Clause) -> bool:
    """Whether a word like "would" stands before the verb of an event, or before the one that its noun completes."""
    at = clause.before(anchor.unit) if anchor.form == "noun" else anchor.unit
    if clause.kind(at) not in {"verb", "light"}:
        return False
    aux = clause.units[at - 1] if clause.kind(at - 1) in {"aux", "other"} else None
    return aux is not None and (aux.has("mood", "expected") or aux.has("mood", "conditional"))


def _is_laid_to_somebody(anchor: Anchor, tellings: list[Telling], clause: Clause) -> bool:
    """Whether a verb tells what those are suspected of whom the event before it befell: "suspected of killing"."""
    said = clause.units[anchor.unit - 1]
    of = said.kind == "other" and (said.has("word", "doing") or (said.find("hedge") and said.last - said.first > 1))
    if not of or anchor.form != "verb" or clause.kind(anchor.unit - 2) != "np":
        return False
    return any(anchor.unit - 2 in told.together("targets") for told in tellings)


def _is_counted_from(anchor: Anchor, clause: Clause) -> bool:
    """Whether a time is counted from this event, which therefore is another one: بعد ساعات من قصف ..."""
    if tells_when_another_was(clause, anchor.unit) or is_answered(clause, anchor.unit):
        return True
    if _is_since(anchor, clause) or _what_came_before(anchor, clause) is not None:
        return True
    if anchor.unit and clause.units[anchor.unit - 1].has("word", "day_beside"):
        return True  # غداة هجوم
    if is_where_another_was(clause, anchor.unit):
        return True
    before = [clause.kind(at) for at in (anchor.unit - 2, anchor.unit - 1)]
    if clause.order != "vso" or anchor.unit <= 2 or before != ["time", "prep"]:
        return False
    time = clause.units[anchor.unit - 2].first
    counts = _COUNTS_FROM.intersection(clause.document.words[time - 1 : time + 1])  # "three days of fighting" do not
    return bool(counts) and clause.units[anchor.unit - 1].has("mark", "origin")


def _what_came_before(anchor: Anchor, clause: Clause) -> range | None:
    """Return the units of an event after which what was told before is said to have come: جاءت الغارات بعد هجوم ..."""
    at = anchor.unit - 1
    at -= clause.kind(at) == "np" and clause.words(at) == ["سلسله"]
    after = clause.order == "vso" and clause.kind(at) == "prep" and " ".join(clause.words(at)) in _AFTER
    came = (step for step in range(at) if clause.kind(step) == "verb" and not _CAME.isdisjoint(clause.words(step)))
    told = after and any(
        any(clause.kind(one) == "np" and clause.units[one].is_event for one in (step + 1, step + 2)) for step in came
    )  # ويأتي | الاقتحام, ويأتي | هذا | الاقتحام
    return range(at, len(clause.units)) if told else None


def _is_since(anchor: Anchor, clause: Clause) -> bool:
    """Whether "since" opens the clause of a verb: "27 have died since the police raided a hideout"."""
    at = anchor.unit - 1
    while clause.kind(at) in {"np", "aux", "passive", "other", "conj"}:
        at -= 1
    return clause.order == "svo" and anchor.form == "verb" and at >= 0 and clause.units[at].has("word", "since")


def _is_denied_apart(telling: Telling, anchor: Anchor, clause: Clause) -> bool:
    """Whether a verb of denial parts the two: "said that it hit a base and denied that it struck the school"."""
    between = range(max(telling.units) + 1, anchor.unit)
    cues = (clause.units[at].cue("speech") for at in between if clause.kind(at) == "verb")
    return any(cue is not None and cue.polarity != "asserted" for cue in cues)


def _together(telling: Telling, anchor: Anchor, clause: Clause) -> bool:
    """Whether no wall stands between them: a semicolon, or two events joined that each have their own doer."""
    last = max(telling.units)
    fight, other = (telling.type, anchor.type) if telling.type.frame == "mutual" else (anchor.type, telling.type)
    if fight.frame == "mutual" and other.name != "killing":
        return False
    shared = telling.together("perpetrators")
    own = [index for index in anchor.perpetrators if index > last and index not in shared]
    if not own:
        return True
    apart = bool(telling.together("targets")) and bool(anchor.targets)
    if apart and any(clause.units[index].has("word", "contrast") for index in range(last + 1, anchor.unit)):
        return False  # "a bomb killed two in X, while the army shelled Y"
    walls = {"stop"} if not telling.together("perpetrators") else {"stop", "conj", "clause"}
    between = range(last + 1, anchor.unit)
    opened = "clause" in walls and any(_opens_clause(clause, index, anchor.unit) for index in between)
    return not opened and not any(clause.kind(index) in walls for index in between)


def _opens_clause(clause: Clause, index: int, verb: int) -> bool:
    """Whether "after" or "since" opens the clause of a verb ("struck back after militants fired rockets")."""
    prep = clause.kind(index) == "prep" and clause.units[index].has("word", "clause")
    if not prep or clause.kind(verb) != "verb":
        return False
    led = clause.subject(verb)  # "after rebels fighting to end the siege attacked"
    return index + 1 in led or all(clause.kind(at) == "np" for at in range(index + 1, verb))


def _only_says_how(anchor: Anchor, clause: Clause) -> bool:
    """Whether a noun of violence tells the means of what was told before it ("murdered with gunfire")."""
    governed = clause.kind(anchor.unit - 1) == "prep" and clause.units[anchor.unit - 1].has("mark", "means")
    return anchor.form == "noun" and governed and bool(anchor.means) and not (anchor.perpetrators or anchor.targets)


def _linked(telling: Telling, anchor: Anchor, clause: Clause) -> bool:
    """Whether one is the subject or the cause of the other ("the explosion was caused by a drone strike")."""
    for other in telling.anchors:
        if anchor.unit == other.unit or (anchor.unit - other.unit == 2 and clause.kind(anchor.unit - 1) == "prep"):
            return True
        mine = other.form == "noun" and clause.units[other.unit].find("event", "means") is not None
        bomber = other.type.name == "suicide_bombing" and anchor.type.name in _BOMBS
        if (mine or bomber) and anchor.form == "verb" and other.unit in clause.subject(anchor.unit):
            return True  # "a land mine blew up a truck", "a suicide bomber blew up a truck"
    return False
