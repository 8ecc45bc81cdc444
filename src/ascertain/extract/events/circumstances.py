"""When and where: which of a sentence's times and places belong to which telling."""

from math import inf

from ascertain.extract.events.aftermath import is_when_it_was_over
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.counted_from import measures
from ascertain.extract.events.elsewhen import is_when_another_was, says_when_itself
from ascertain.extract.events.found import Found
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.place_chains import head_place, holds_the_place_before, is_land, phrase_start
from ascertain.extract.events.so_long_after import is_of_what_follows
from ascertain.extract.events.times_of_others import is_told_of_another
from ascertain.extract.events.units import Unit
from ascertain.extract.events.whereabouts import (
    is_driven_from,
    is_fled_from,
    is_of_others,
    is_of_people_from,
    is_settled,
    is_whence_fighters_are,
    is_whence_it_came,
    is_where_behind_whose,
    is_where_brought,
    is_where_they_speak,
    is_whose,
    joined_behind,
    opens_the_sentence,
    told_as,
)
from ascertain.extract.numbers.ordinals import read_ordinal
from ascertain.extract.speech.rates import is_a_record
from ascertain.extract.speech.stance import is_negated
from ascertain.languages.place_words import leads_on
from ascertain.model import Mention
from ascertain.model.time_expression import (
    Between,
    Bounded,
    Calendar,
    Duration,
    Recurring,
    Reference,
    Shift,
    Stretch,
    TimeExpression,
    TimeRole,
    Within,
)

_SINCE = "منذ"  # which the time itself has in it: منذ ثلاثة أسابيع
_REACH = 11  # units from "since" to the time of what it brings
_LONG = frozenset({"month", "quarter", "half", "year", "decade", "century"})
_WALL = 8  # units for which what parts two clauses counts
_VAGUE = 40  # units by which a time that is no day stands further off than one that is


def time_of(telling: Telling, clause: Clause, found: Found, said: set[int]) -> Mention | None:
    """Return the time that stands nearest to the telling; those that say when it was said (`said`) are left out."""
    best: tuple[int, Mention] | None = None
    # "the first such attack since May": the time is that of others
    anchors = {at for at in telling.units if not clause.units[at].has("word", "alike")} or telling.units
    first = min(anchors) if says_when_itself(clause, found, anchors, said) else 0
    for index, unit in enumerate(clause.units[first:], first):
        for word in range(unit.first, unit.last):
            if word not in found.times or word in said or role_of(found.times[word][1]) != "event":
                continue
            node = getattr(found.times[word][1].parsed, "node", None)
            if isinstance(node, Duration) or _is_some_months(node):
                continue  # how long it went on
            if isinstance(node, Reference) and _describes_who(clause, index):
                continue  # "a former mayor"
            if is_told_of_another(clause, index, anchors, telling.type.name):
                continue  # "in which a protest broke out two days ago", "after he was abducted on Sunday"
            if index in telling.others or is_of_what_follows(clause, index, telling.before):
                continue  # "after last month's bombing"
            if _counts_from_an_event(found.times[word][1], clause, index):
                continue  # "hours after the shelling": from what was told, and not from now
            if _is_of_those_before(node, clause, index, anchors) or _tells_since_when(clause, index, anchors):
                continue  # "the deadliest attack since 2012", "since the war began in 2012"
            if _is_of_what_is_said_apart(found.times[word][1], clause, index, anchors):
                continue  # "the forces that have besieged the town for months shelled it", "the toll until Sunday"
            if is_when_another_was(clause, index, anchors, found.times[word][1]):
                continue
            if is_when_it_was_over(clause, index, anchors):
                continue  # "buried on Sunday those killed in an air strike"
            distance = min(_distance(clause, anchor, index) for anchor in anchors)
            if isinstance(node, Recurring) and distance >= _WALL:
                continue  # "near Orda, where the army has carried out daily raids"
            distance += _VAGUE if isinstance(node, (Reference, Stretch)) else _WALL if _is_a_week_or_more(node) else 0
            if best is None or distance < best[0]:
                best = (distance, _stretch_before(clause, found, index) or found.times[word][1])
    return best[1] if best else None


def _is_some_months(node: object) -> bool:
    """Whether a time is a stretch that is not counted: "in recent months"."""
    return isinstance(node, Stretch) and node.amount is None and node.unit in _LONG


def _is_a_week_or_more(node: object) -> bool:
    """Whether a time is the less exact beside "on Sunday": a week or more counted from now, "evening" alone."""
    part = isinstance(node, Calendar) and node.part and not (node.day or node.weekday or node.which)
    return bool(part) or (isinstance(node, Shift) and (node.unit == "week" or node.unit in _LONG))


def _describes_who(clause: Clause, index: int) -> bool:
    """Whether a word of some other time stands before whom it describes, and no verb: "the then governor"."""
    return clause.order == "svo" and (clause.kind(index) == "np" or clause.kind(index + 1) == "np")


def _is_yet_going_on(node: object) -> bool:
    """Whether a time is the month or year that is going on: "the worst attack this year"."""
    return isinstance(node, Shift) and node.unit in _LONG and node.amount == 0


def _stretch_before(clause: Clause, found: Found, index: int) -> Mention | None:
    """Return the stretch of months right before a time, which only names its end again ("to yesterday, the 21st")."""
    before = clause.units[index - 1] if index and clause.kind(index) == clause.kind(index - 1) == "time" else None
    stretch = found.times.get(before.first) if before is not None else None
    return stretch[1] if stretch is not None and spans_months(stretch[1]) else None


def _counts_from_an_event(time: Mention, clause: Clause, index: int) -> bool:
    """Whether a shift is told to be from what "from" brings right behind it: بعد ساعات من قصف ...

    In English "days after" the shelling, which says not how many.
    """
    node = time.parsed.node if isinstance(time.parsed, TimeExpression) else None
    if clause.order == "svo" and isinstance(node, Shift):
        return node.amount == inf
    if clause.order != "vso" or not isinstance(node, Shift) or node.base is not None or node.whole:
        return False
    behind = clause.units[index + 1] if clause.kind(index + 1) == "prep" else None
    return behind is not None and behind.has("mark", "origin") and clause.kind(index + 2) == "np"


def _is_of_those_before(node: object, clause: Clause, index: int, anchors: set[int]) -> bool:
    """Whether a time behind "since", or "this year", is that of the events by which this one is measured.

    A superlative is the event's own ("the deadliest attack since") or behind a comma (", the deadliest in Orda since").
    """
    if isinstance(node, Shift) and node.unit in _LONG and (node.amount or 0) < 0 and measures(clause, index):
        return True
    back = clause.order == "vso" and isinstance(node, Shift) and clause.words(index)[0] == _SINCE
    if not index or not (back or clause.units[index - 1].has("word", "since") or _is_yet_going_on(node)):
        return False
    comma = next((at for at in range(index - 1, 0, -1) if clause.kind(at) == "comma"), index)
    counted = any(read_ordinal([word], 0) for at in anchors for word in clause.words(at))  # "the second attack since"
    led = {at - 1 for at in anchors} if back else set()  # أعنف | قصف
    worst = any(clause.units[at].has("word", "superlative") for at in (*anchors, *led, *range(comma, index)))
    return worst or (counted and not back)


def _tells_since_when(clause: Clause, index: int, anchors: set[int]) -> bool:
    """Whether a time is that of what "since" brings, and of no event told there: "since its invasion in 2022"."""
    commas = 0
    for at in range(index - 1, max(-1, index - _REACH), -1):
        if clause.units[at].has("word", "since"):
            return clause.order == "svo" and at < index - 1 and commas % 2 == 0  # two commas hold only an aside
        commas += clause.kind(at) == "comma"
        if at in anchors or clause.kind(at) in {"stop", "clause", "relative"}:
            return False
    return False


def _is_of_what_is_said_apart(time: Mention, clause: Clause, index: int, anchors: set[int]) -> bool:
    """Whether "since" or "months ago" is of a relative clause that tells of something else, or "until" of a toll."""
    node = time.parsed.node if isinstance(time.parsed, TimeExpression) else None
    long = isinstance(node, Shift) and node.unit in _LONG
    long = long or (clause.order == "svo" and isinstance(node, Calendar) and node.day is None and bool(node.year))
    if not isinstance(node, Bounded) and not long:
        return False
    if isinstance(node, Bounded) and node.bound == "until":
        return any(unit.find("toll") is not None or unit.has("mark", "total") for unit in clause.units)
    behind = (at for at in range(index - 1, -1, -1) if clause.kind(at) in {"relative", "stop", "clause"})
    opened = next(behind, 0)
    before = clause.units[opened - 1] if opened else clause.units[opened]
    of_the_harmed = bool(before.counts) or before.cue("victims", "toll") is not None
    of_the_harmed = of_the_harmed or any(unit.cue("outcome", "speech") for unit in clause.units[opened:index])
    of_the_harmed = of_the_harmed and not any(is_a_record(clause, at) for at in range(opened, index))
    apart = clause.kind(opened) == "relative" and not of_the_harmed  # "those who have died since January" are counted
    return apart and all(at < opened or at > index for at in anchors)


def _distance(clause: Clause, one: int, other: int) -> int:
    """Count the units between two, a wall between them counting for many."""
    low, high = min(one, other), max(one, other)
    walls = sum(1 for index in range(low + 1, high) if _parts(clause, index))
    return high - low + _WALL * walls


def _parts(clause: Clause, index: int) -> bool:
    """Whether what stands before a unit is told apart from what stands behind it: a new clause, or who said it."""
    kind = clause.kind(index)
    return kind in {"stop", "clause", "relative"} or (kind == "verb" and clause.units[index].cue("speech") is not None)


def place_of(telling: Telling, clause: Clause, found: Found, speaking: set[int]) -> Mention | None:
    """Return the place of the telling: one that a place word governs before one that is only named nearby.

    Of places that are written one in the other ("the village of X in the west of Y") it is the first. `speaking` are
    the words that name who speaks: a source's whereabouts are not the event's.
    """
    best: tuple[int, Mention] | None = None
    head: Mention | None = None  # of the places that lead on to the next, the first
    last: Mention | None = None
    left: Mention | None = None  # the last of those from where somebody or something comes
    agents = set(telling.together("perpetrators")) - telling.units
    struck = {*telling.units, *telling.together("targets")}
    for index, unit in enumerate(clause.units):
        if index in telling.apart or index in telling.others or (unit.places and _is_care(clause, index, struck)):
            continue
        # "the Ukrainian city of Kramatorsk": the head is the last of an English phrase and the first of an Arabic one
        for mention in head_place(clause, unit) if clause.order == "svo" else unit.places:
            if is_where_they_speak(clause, index, speaking) or _names_an_actor(mention, unit):
                continue
            if index + 1 < len(clause.units) and clause.owner(index + 1) == index and clause.units[index + 1].places:
                continue  # "Nigeria's Zamfara state": the narrower
            if (index in agents or index in telling.units) and _names_a_doer(mention, unit):
                continue
            if _is_not_the_only(clause, index) or is_of_others(telling, clause, index, agents):
                continue  # "the attacks were not limited to X": those told of were elsewhere
            if (
                is_where_brought(clause, index)
                or is_whence_fighters_are(clause, index)
                or is_whence_it_came(clause, index)
                or (
                    telling.type.name != "displacement"
                    and (is_fled_from(clause, index) or is_driven_from(clause, index))
                )
            ):
                continue  # "hit a house of people fleeing the bombardment in X"
            elsewhere = told_as(clause, index, mention)
            if elsewhere in {"ally", "whence"}:
                continue  # "the militias linked to Russia"
            if elsewhere == "described" and best is not None:
                continue  # "a crowded market in Orda, the capital of Sarun state"
            governor = clause.phrase_before(index)
            located = governor is not None and governor.has("mark", "place")
            if not located and _is_a_state_that_acts(mention, unit):
                continue  # "since Moscow launched its invasion"
            begins = phrase_start(clause, index, mention)
            hails = last is not None and is_where_behind_whose(clause, index, mention)
            if last is None or hails or not holds_the_place_before(clause, last, begins, mention):
                head = mention
            elif head is not None and is_land(head) and is_settled(mention):
                best = (best[0], mention) if best is not None and best[1] is head else best
                head = mention  # "in the Zawiya mountains in the village of X"
            from_there = clause.order == "svo" and governor is not None and governor.has("mark", "origin")
            held = left is not None and leads_on(clause.document.text[left.end : mention.start], is_land(mention))
            left = mention if held or from_there else None
            last = None if left is not None else mention
            weight = _standing(telling, clause, index, held) + _surroundings(telling, clause, index, agents)
            weight += (8 if elsewhere == "post" else 0) - (1 if getattr(mention.parsed, "relation", None) else 0)
            weight += 3 if getattr(mention.parsed, "land", False) else 0  # a province told further on says more
            if head is not None and (best is None or weight < best[0]):
                best = (weight, head)
    return best[1] if best else None


def _standing(telling: Telling, clause: Clause, index: int, held: bool) -> int:
    """Return how far a place stands from a telling, by units and by the word before it; the nearest is the least.

    `held` says that it only holds the place from where somebody comes: "a woman from X in Y".
    """
    weight = min(_distance(clause, anchor, index) for anchor in telling.units)
    governor = clause.phrase_before(index)
    origin = governor is not None and governor.has("mark", "origin")
    if origin and clause.order == "vso" and is_whose(clause, index):
        weight += 8  # "two from the town of X": where they came from
    if is_of_people_from(clause, index):
        return weight + 12
    if held:
        return weight + 8
    if origin and clause.order == "svo":
        fired = telling.type.acled.startswith("Explosions") and clause.kind(clause.before(index - 1)) == "verb"
        people = clause.units[index - 2].cue("people") is not None  # "six farmers from X were shot in Y"
        return weight + (20 if fired else 9 if people else 4)  # "rockets fired from": where they came from
    if governor is not None and governor.has("mark", "place"):
        return weight - (6 if clause.order == "vso" and governor.has("mark", "target") else 3)
    return weight - 2 if index in telling.together("targets") or index in telling.units else weight + 4


def _surroundings(telling: Telling, clause: Clause, index: int, agents: set[int]) -> int:
    """Return what the words about a place, whatever governs it, add to how far it stands."""
    weight, unit, governor = 0, clause.units[index], clause.phrase_before(index)
    if governor is not None and clause.before(index - 1) in agents and index < min(telling.units):
        weight += 8  # "the forces in X shell Y", "the militias tied to X": it is said of them
    if governor is not None and clause.kind(index + 1) == "comma" and opens_the_sentence(clause, index):
        weight += 15  # "In Libya, clashes in Tripoli": where it was is told further on
    weight += 5 if joined_behind(clause, index) else 0
    if clause.owner(index) != index:
        weight -= 1  # "Yemen's Hodeida province": the narrower
    if index in agents or (governor is None and unit.actors):
        weight += 20
    return weight


def _is_not_the_only(clause: Clause, index: int) -> bool:
    """Whether a place is one that something is said not to have been limited to."""
    verb = clause.before(index - 1) if clause.kind(index - 1) == "prep" else -1
    limits = verb >= 0 and clause.kind(verb) == "verb" and clause.units[verb].has("word", "limits")
    return limits and is_negated(clause, verb)


def _names_a_doer(place: Mention, unit: Unit) -> bool:
    """Whether a place's name is there for whose forces they are ("Israel's attack"): that is not where it happened."""
    return any(actor.start <= place.start and place.end <= actor.end for actor in unit.actors)


def _is_a_state_that_acts(place: Mention, unit: Unit) -> bool:
    """Whether a country's or capital's name is read as its government, which is no place."""
    return any(
        (actor.start, actor.end) == (place.start, place.end) and getattr(actor.parsed, "type", None) == "government"
        for actor in unit.actors
    )


def _is_care(clause: Clause, index: int, struck: set[int]) -> bool:
    """Whether a place is the hospital that the hurt were brought to, or where that stands; no strike on it is told."""
    first = index
    while clause.order == "vso" and [clause.kind(at) for at in (first - 2, first - 1)] == ["np", "conj"]:
        first -= 2
    if first < index and clause.kind(first - 1) == "prep" and clause.words(first - 1) in (["الي"], []):
        return _is_care(clause, first, struck)  # "to | the hospitals of X | and | Y"
    for at in (index, index - 2):
        if at < 1 or clause.kind(at) != "np" or (at != index and clause.kind(index - 1) != "prep"):
            continue
        hospital = any(mark.cue.value == "hospital" for mark in clause.units[at].all("thing"))  # مشفى بلدة ...
        if not hospital or at in struck:
            continue
        before = clause.before(at - 1)
        arrived = clause.kind(at - 1) == "verb" and clause.words(at - 1)[-1] == "الي"  # وصل إلى | مستشفى كذا
        brought = clause.kind(before) == "verb" and not clause.units[before].find("event")
        if arrived or (clause.kind(at - 1) == "prep" and (brought or not clause.units[at - 1].has("mark", "place"))):
            return True
    return False


def names_a_day(time: Mention | None) -> bool:
    """Whether a time is a day of the week or of the calendar, or a part of one."""
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    node = node.outer if isinstance(node, Within) else node
    return isinstance(node, Calendar) and (node.weekday is not None or node.day is not None)


_MONTH_DAYS = 30


def spans_months(time: Mention | None) -> bool:
    """Whether a time is a stretch of months or years up to now, or since a day of the calendar: of no one event."""
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    if isinstance(node, Bounded) and node.bound == "since":
        point = node.point.inner if isinstance(node.point, Within) else node.point  # "since 7 October last year"
        if isinstance(point, Shift):
            return point.unit in _LONG
        dated = isinstance(point, Calendar) and (point.which is None or point.month is not None)
        return dated and isinstance(point, Calendar) and any((point.year, point.month, point.season, point.decade))
    if isinstance(node, Bounded) and node.bound == "until" and isinstance(node.point, Shift):
        return node.point.unit in _LONG and (node.point.amount or 0) <= 0  # "until the end of last month"
    if isinstance(node, Bounded) and node.bound == "until" and isinstance(node.point, Calendar):
        return node.point.month is not None and node.point.day is None  # "to the end of July"
    if isinstance(node, Between):
        return (isinstance(node.start, Shift) and node.start.unit in _LONG) or _months_lie_in(node)
    if isinstance(node, Stretch) and node.direction < 0:
        several = node.amount is None or node.amount > 1
        return node.unit in _LONG - {"month"} or (node.unit == "month" and several)
    return False


def _months_lie_in(node: Between) -> bool:
    """Whether a month or more lies between two days of the calendar: "from the start of June until 17 November"."""
    start, end = (one.inner if isinstance(one, Within) else one for one in (node.start, node.end))
    if not (isinstance(start, Calendar) and isinstance(end, Calendar) and start.month and end.month):
        return False
    days = (end.month - start.month) % 12 * _MONTH_DAYS + (end.day or _MONTH_DAYS) - (start.day or 1)
    return days > _MONTH_DAYS


def _names_an_actor(place: Mention, unit: Unit) -> bool:
    """Whether a place's name is only part of an actor's: the Syria of the Syrian Democratic Forces."""
    return any(
        actor.start <= place.start and place.end <= actor.end
        and (actor.end - actor.start > place.end - place.start or getattr(actor.parsed, "type", None) == "outlet")
        and getattr(actor.parsed, "type", None) != "civilians"
        for actor in unit.actors
    )  # fmt: skip


def role_of(time: Mention) -> TimeRole:
    """Return what a time is the time of: an event where its words say nothing else."""
    return time.parsed.role if isinstance(time.parsed, TimeExpression) else "event"
