"""Two events of one kind in a sentence: "a man was killed by shelling on X, and a woman was hurt by shelling on Y"."""

from collections.abc import Iterable, Sequence

from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.place_chains import is_land
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit

_JOINTS = frozenset({"comma", "conj", "clause"})
_TOWNS = frozenset(("مدينه", "بلده", "قريه", "محافظه", '"', "«", "»"))
_REGIONS = frozenset(
    ("ريف", "ريفي", "ارياف", "محافظه", "شمال", "جنوب", "شرق", "غرب", "قضاء", "مديريه", "ولايه", "اقليم")
)
_HURT = frozenset({"killed", "injured"})


def told_in_turn(before: Iterable[int], anchor: Anchor, clause: Clause) -> tuple[range, range] | None:
    """Return the units of both where an event behind those at `before` has its own clause, people hurt and place.

    What points back is no other event: "and two more were hurt in the shelling".
    """
    told = sorted(before)
    if told[-1] >= anchor.unit or _points_back(anchor, clause):
        return None
    that = _behind_that(told[-1], anchor, clause)
    recalled = _recalled(told[-1], anchor, clause)
    contrast = recalled if recalled is not None else _contrast(told[-1], anchor, clause) if that is None else None
    joint = next((at for at in (recalled, that, contrast) if at is not None), None)
    joint = joint if joint is not None else _joint(told[-1], anchor, clause)
    if joint is None:
        return None
    one, other = range(_begin(told[-1], clause), joint), range(joint, _end(anchor.unit, clause))
    # where the verb comes first, what stands before it is where somebody spoke
    here = _places(range(told[-1] if clause.order == "vso" else told[0], joint), clause, lands=that is not None)
    there = _places(range(anchor.unit, other.stop), clause, lands=that is not None)
    shared = set(here[:1] if clause.order == "vso" else here) & set(there)
    hurt = _hurt(one, clause) and _hurt(other, clause)
    told_apart = bool(here) or recalled is not None or (contrast is not None and hurt)
    apart = told_apart and bool(there) and not shared
    return (one, other) if apart and (contrast is not None or hurt) else None


def looks_back_between(first: int, last: int, clause: Clause) -> bool:
    """Whether words between two units say that it was one of several, of which the others are told behind them."""
    counted = clause.tells("word", "of_its_kind")
    return counted and any(unit.has("word", "of_its_kind") for unit in clause.units[first + 1 : last])


def follows_another(anchor: Anchor, told: Sequence[Anchor], clause: Clause) -> int | None:
    """Return the word of sequel that parts an event from another, told before it, that came after it.

    "We fired rockets at Orda following an Israeli strike": who struck did not fire them; "the raid came after rebels
    launched rockets".
    """
    before = max((other for other in told if other.unit < anchor.unit), key=lambda other: other.unit, default=None)
    if clause.order != "svo" or before is None or not clause.tells("word", "sequel"):
        return None
    between = range(before.unit + 1, anchor.unit)
    sequel = next((at for at in between if clause.units[at].has("word", "sequel")), None)
    if sequel is None:
        return None
    if before.form == "noun":
        came = any(clause.units[at].has("word", "arriving") for at in between) and bool(anchor.perpetrators)
        return sequel if came or (clause.kind(sequel) == "verb" and anchor.form == "noun") else None
    own = not clause.is_passive(before.unit) and bool(clause.subject(before.unit))
    brought = anchor.form == "noun" and sequel == anchor.unit - 1 and anchor.unit in anchor.perpetrators
    return sequel if before.form == "verb" and own and brought else None


def _points_back(anchor: Anchor, clause: Clause) -> bool:
    """Whether an event's noun has an article: "another explosion" is a new one."""
    unit, words = clause.units[anchor.unit], clause.words(anchor.unit)
    if anchor.form != "noun" or unit.has("mark", "others"):
        return False
    return unit.definite or (bool(clause.articles) and words[0][unit.cut :].startswith(clause.articles))


def _joint(last: int, anchor: Anchor, clause: Clause) -> int | None:
    """Return where the clause of the later event begins: at the last joint before its verb of harm, or its noun."""
    opened = clause.units[anchor.unit - 1] if clause.kind(anchor.unit - 1) == "clause" else None
    if clause.order == "svo" and opened is not None and opened.has("word", "contrast"):
        return anchor.unit - 1  # "a bomb killed four in X, while a second one killed two in Y"
    verbs = [at for at in range(last + 1, anchor.unit + 1) if _is_of_harm(at, clause)]
    if verbs:
        begin = _begin_of_run(verbs, clause)
        joints = [at for at in range(last + 1, begin) if clause.kind(at) in _JOINTS]
        if joints and _is_its_cause(verbs[-1], anchor.unit, clause):
            return joints[-1]
        if any(clause.kind(at) != "np" for at in verbs):
            return None
    at = anchor.unit - 1
    if anchor.form != "noun" or at <= last or clause.kind(at) not in _JOINTS:
        return None  # "a raid on X and shelling on Y killed ten": of both
    parted = clause.order == "svo" or clause.kind(at) != "conj" or clause.kind(at - 1) == "comma"
    return at if parted else None


def _behind_that(last: int, anchor: Anchor, clause: Clause) -> int | None:
    """Return the word for "that" of a verb-first language right behind which an event's noun opens what is said next.

    "... killed three, adding | that | a raid on ...".
    """
    that = clause.before(anchor.unit)
    opens = clause.order == "vso" and anchor.form == "noun" and clause.kind(that) == "clause" and that > last
    return that if opens and clause.units[that].has("source", "that") else None


def _contrast(last: int, anchor: Anchor, clause: Clause) -> int | None:
    """Return the word of contrast that opens the clause of another: "X was shelled, while planes struck Y"."""
    if clause.order != "vso" or not clause.tells("word", "contrast"):
        return None
    between = range(anchor.unit - 1, last, -1)
    opened = (at for at in between if clause.units[at].has("word", "contrast") and clause.kind(at) in _JOINTS)
    return next(opened, None)


def _recalled(last: int, anchor: Anchor, clause: Clause) -> int | None:
    """Return where an Arabic sentence goes on with what somebody had told before: ، وكان | المرصد قد نشر أن ...."""
    if clause.order != "vso" or not clause.tells("word", "past"):
        return None
    for at in range(last + 3, anchor.unit):
        opens = [clause.kind(step) for step in (at - 2, at - 1, at)] == ["comma", "conj", "aux"]
        told = opens and clause.units[at].has("word", "past")
        if told and any(clause.units[step].has("source", "that") for step in range(at, anchor.unit)):
            return at - 1
    return None


def _begin_of_run(verbs: list[int], clause: Clause) -> int:
    """Return the first of the verbs that share what is told behind the last ("was killed and others were hurt by")."""
    begin = verbs[-1]
    for verb in reversed(verbs[:-1]):
        if any(clause.kind(at) in {"comma", "clause", "prep"} for at in range(verb, begin)):
            break
        begin = verb
    return begin


def _is_its_cause(verb: int, event: int, clause: Clause) -> bool:
    """Whether an event behind a verb of harm is what did it, and no other told beside it."""
    before = next((at for at in range(event, verb, -1) if clause.kind(at) in {"comma", "clause"}), verb)
    prep = clause.units[before + 1] if clause.kind(before) == "comma" and before == event - 2 else None
    brought = prep is not None and prep.kind == "prep" and (prep.first == prep.last or prep.has("mark", "cause"))
    return before == verb or (brought and not any(clause.kind(at) in {"comma", "clause"} for at in range(verb, before)))


def _begin(at: int, clause: Clause) -> int:
    while at and clause.kind(at - 1) != "stop":
        at -= 1
    return at


def _end(at: int, clause: Clause) -> int:
    while clause.kind(at) not in {"stop", "clause"}:
        at += 1
    return at


def _is_of_harm(at: int, clause: Clause) -> bool:
    unit = clause.units[at]
    mark = unit.find("outcome", "verb", "passive") if clause.kind(at) in VERBS else None
    if clause.order == "vso" and clause.kind(at) == "np":
        mark = unit.find("outcome", "noun") or unit.find("victims")  # ومقتل اثنين بقصف على ...
    return mark is not None and mark.cue.value in _HURT


def _hurt(units: range, clause: Clause) -> bool:
    """Whether a stretch tells of people killed or hurt."""
    for at in units:
        told = clause.units[at].find("outcome") or clause.units[at].find("victims")
        if told is not None and told.cue.value in _HURT:
            return True
    return False


def _places(units: range, clause: Clause, *, lands: bool) -> list[str]:
    """Return the towns and the like that a stretch names, by their last words; a land may hold the other place.

    In a verb-first language by their names, since one town may hold a camp of its name.
    """
    named = [place for at in units for place in clause.units[at].places if lands or not is_land(place)]
    words, within = clause.document.words, clause.document.words_in
    spans = [within(place.start, place.end) for place in named]
    if clause.order != "vso":
        return [words[span.stop - 1] for span in spans]
    spans = spans or [span for at in units if (span := _unlisted(clause.units[at])) is not None]
    spans = [span for span in spans if lands or words[span.start] not in _REGIONS]
    return [" ".join(word for word in words[span.start : span.stop] if word not in _TOWNS) for span in spans]


def _unlisted(unit: Unit) -> range | None:
    """Return the words of a phrase of one place with its name, which no gazetteer lists."""
    mark = unit.find("thing", "singular") if unit.kind == "np" and not unit.is_event else None
    named = mark is not None and mark.cue.value == "area" and mark.first == unit.first and unit.last > mark.last
    return range(unit.first, unit.last) if named else None
