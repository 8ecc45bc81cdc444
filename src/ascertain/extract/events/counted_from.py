"""Events that were before the one told: "a day after shelling killed five", "in retaliation for the bombing"."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.so_long_after import opens_so_long_after, told_so_long_after
from ascertain.extract.events.steps import VERBS
from ascertain.model import Mention
from ascertain.model.time_expression import Calendar, TimeExpression, Within

_AROUND = (["before"], ["after"])
_SINCE = (["after"], ["following"])
_ONCE = (["بعد"], ["عقب"], ["قبل"])
_FEW = 3  # units that may open a sentence before its first comma: "hours | after"
_SITES = frozenset(("موقع", "مكان", "مسرح"))
_BETWEEN = frozenset({"np", "linking", "other", "aux", "passive"})


def day_carried(draft: Draft, earlier: Draft, clause: Clause) -> Mention | None:
    """Return the day of a telling that goes on with an earlier event: its own, or that one's.

    Not that one's where it was said before that day, and never the day on which bodies were found.
    """
    if clause.tells("word", "found") and any(unit.find("victims") is not None for unit in clause.units):
        return earlier.when
    said, then = _day(draft.said_at), _day(earlier.when)
    foretold = said is not None and then is not None and said < then
    return draft.when or (None if foretold else earlier.when)


def _day(time: Mention | None) -> tuple[int, int] | None:
    """Return the month and day of a time that names both."""
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    node = node.outer if isinstance(node, Within) else node
    if isinstance(node, Calendar) and node.day is not None and node.month is not None:
        return node.month, node.day
    return None


def is_of_what_was_before(clause: Clause, anchor: int, by: int) -> bool:
    """Whether "by" says whose that is after which an event was: "an attack following the speech to the nation | by".

    So it is of a labour strike that is joined to an attack with an article of its own ("attacks and a strike by"), and
    "from" of what "after" brought in Arabic: انفجار | في | البلدة | بعد | انتزاعها | من | القوات.
    """
    if clause.order == "vso":
        steps = range(anchor + 1, by - 1)
        return any(
            clause.words(at)[:1] in _ONCE and [clause.kind(at), clause.kind(at + 1)] == ["prep", "np"] for at in steps
        )
    if clause.order != "svo" or clause.words(by) != ["by"]:
        return False
    for at in range(anchor + 1, by - 1):
        unit, behind = clause.units[at], clause.units[at + 1]
        if behind.kind != "np" or behind.is_event or behind.cue("people", "thing", "role", "outcome") is not None:
            continue
        after = unit.kind == "prep" and (unit.has("word", "sequel") or unit.has("word", "answered"))
        joined = unit.kind == "conj" and at == anchor + 1 and behind.has("word", "indefinite")
        if after or (joined and not behind.places):
            return True
    return False


def tells_when_another_was(clause: Clause, anchor: int) -> bool:
    """Whether a length of time stands before "after" and the event at `anchor`, which was before the one told first.

    Behind a verb ("it came a day after rebels shelled") or a comma ("on Friday, a day after shelling killed five"); who
    "died two days after the attack" died of it.
    """
    if clause.order != "svo":
        return opens_so_long_after(clause, anchor) is not None
    opens = _opening(clause, anchor)
    after = clause.units[opens]
    if clause.kind(opens) == "prep" and after.has("word", "clause") and clause.words(opens) == ["after"]:
        length = opens - 1
    else:
        length = opens
    counted = clause.kind(length) == "time" and (length < opens or clause.words(length)[-1] == "after")
    counted = counted or (length < opens and _is_length(clause, length))
    doer = anchor - 2 if clause.kind(anchor - 1) == "passive" else anchor - 1  # "after two were killed"
    led = clause.kind(doer) == "np" and not clause.units[doer].is_event
    own = clause.kind(anchor) in VERBS and led  # "after rebels shelled"
    own = own or (clause.units[anchor].is_event and _has_its_verb(clause, anchor))  # "after shelling killed"
    return counted and own and not clause.units[anchor].definite


def _opening(clause: Clause, anchor: int) -> int:
    """Return the unit that opens the words before an event: a preposition, or what is no part of a phrase."""
    return next((at for at in range(anchor - 1, 0, -1) if clause.kind(at) not in _BETWEEN), 0)


def _is_length(clause: Clause, at: int) -> bool:
    """Whether a unit is a length of time without a number ("hours")."""
    return at >= 0 and clause.units[at].has("thing", "occasion") and len(clause.words(at)) == 1


def _has_its_verb(clause: Clause, event: int) -> bool:
    """Whether the verb of an event's noun stands behind it, past what hangs on it: "an ambush on a convoy left"."""
    at = event + 1
    while clause.kind(at) == "prep" and clause.kind(at + 1) == "np":
        at += 2
    return clause.kind(at) in VERBS


def is_answered(clause: Clause, anchor: int) -> bool:
    """Whether an event's noun tells of one before, which the event told first answers or came after.

    "In retaliation for the bombing that killed ten", "the raid was launched after Monday's bombing".
    """
    return _answers_at(clause, anchor) is not None


def _answers_at(clause: Clause, anchor: int) -> int | None:
    """Return the unit that says so: "in retaliation for", or "after" behind what happened."""
    if not clause.units[anchor].is_event:
        return _after_which(clause, anchor)
    if clause.order != "svo":
        return anchor - 1 if anchor > 1 and clause.units[anchor - 1].has("word", "answered") else None
    at = anchor - 1
    while clause.kind(at) == "time":
        at -= 1
    if at < 1 or clause.units[at].has("word", "answered"):
        return at if at > 0 else None
    after = clause.kind(at) in {"prep", "clause"} and clause.words(at) in _SINCE
    return at if after and _is_behind_what_happened(clause, at) else None


def _after_which(clause: Clause, verb: int) -> int | None:
    """Return the "after" that brings a verb of violence behind another event: "the raid came after rebels shelled"."""
    if clause.order != "svo" or clause.kind(verb) not in VERBS or clause.is_ongoing(verb):
        return None
    doer = verb - 2 if clause.kind(verb - 1) == "passive" else verb - 1
    after = _opening(clause, verb)
    led = clause.kind(doer) == "np" and doer > after and clause.words(after) == ["after"]
    if any(unit.accuses or unit.has("mark", "blame") for unit in clause.units[:after]):
        return None  # "both attacks, attributed to the gang, took place after bombs exploded": all that is told
    return after if led and _is_behind_what_happened(clause, after) else None


def _is_behind_what_happened(clause: Clause, after: int) -> bool:
    """Whether an event's noun is the subject of the verb before "after", which only says that it was or was done."""
    verb = after - 1
    while clause.kind(verb) in {"other", "time"} or _is_length(clause, verb):
        verb -= 1
    if clause.kind(verb) not in VERBS:
        return False
    came = clause.units[verb].has("word", "happening") or clause.units[verb].has("word", "arriving")
    if not (came or clause.is_passive(verb)):
        return False
    if clause.kind(verb - 1) == "relative":  # "the shelling from the hills, which came after"
        before = verb - 2 if clause.kind(verb - 2) != "comma" else verb - 3
        while clause.kind(before) in {"np", "prep", "linking"} and not clause.units[before].is_event:
            before -= 1
        return clause.kind(before) == "np"
    led = clause.subject(verb)
    return len(led) == 1 and clause.units[led[0]].is_event and not clause.units[led[0]].has("event", "explosion")


def told_before(clause: Clause, anchor: int) -> range | None:
    """Return the units that tell of an event before the one that the sentence is of, where the one at `anchor` is."""
    if (counted := opens_so_long_after(clause, anchor)) is not None:
        return told_so_long_after(clause, counted, anchor)
    opens = _answers_at(clause, anchor)
    if opens is None and tells_when_another_was(clause, anchor):
        opens = _opening(clause, anchor)
    if opens is None:
        return None
    opened = next((at for at in range(opens - 1, 0, -1) if clause.kind(at) in {"relative", "comma", "stop"}), 0)
    aside = opens < _FEW and not any(clause.kind(at) in VERBS for at in range(opens))
    aside = aside or any(clause.kind(at) == "comma" for at in range(opens - 2, opens))
    aside = aside or (clause.kind(opened) == "relative" and clause.kind(opened - 1) == "comma")
    ends = {"stop", "comma"} if aside else {"stop"}
    last = next((at for at in range(anchor + 1, len(clause.units)) if clause.kind(at) in ends), len(clause.units))
    return range(opens, last)


def is_of_another_day(clause: Clause, first: int) -> bool:
    """Whether the day of the event at `first` is told by how far it lies from another's."""
    return tells_when_another_was(clause, first) or _is_dated_by_another(clause, first)


def _is_dated_by_another(clause: Clause, first: int) -> bool:
    """Whether a sentence opens with how long before or after an event, told of already, the one at `first` was."""
    for at in range(min(first, 3)):
        if clause.kind(at) == "time" and clause.kind(at + 1) == "prep" and clause.words(at + 1) in _AROUND:
            known = clause.units[min(at + 2, len(clause.units) - 1)]
            return known.kind == "np" and known.is_event and known.definite and at + 2 < first
    return False


def is_where_another_was(clause: Clause, index: int) -> bool:
    """Whether an event's noun says which place another is told to have been near: قرب | موقع | هجوم."""
    at = index
    while at > 0 and clause.units[at].is_event and clause.units[at - 1].is_event:
        at -= 1
    if clause.order != "vso" or at < 2 or not clause.units[at].is_event or clause.kind(at - 2) != "prep":
        return False
    site = clause.kind(at - 1) == "np" and clause.words(at - 1)[0] in _SITES and len(clause.words(at - 1)) == 1
    near = clause.words(at - 2) in (["قرب"], ["بالقرب", "من"], ["من"])
    told = near and any(unit.is_event for unit in clause.units[: at - 2])
    behind = clause.words(index + 1)[0] if clause.kind(index + 1) == "np" else ""
    return site and told and not any(word.startswith(clause.articles) for word in (clause.words(at)[0], behind))


def measures(clause: Clause, index: int) -> bool:
    """Whether a time says of which events one is the worst: "one of the deadliest attacks of the past year"."""
    at = index - 1
    while clause.kind(at) in {"prep", "linking", "np"}:
        at -= 1
    led = clause.kind(index - 1) in {"prep", "linking"}
    return led and any(unit.has("word", "superlative") for unit in clause.units[at + 1 : index])
