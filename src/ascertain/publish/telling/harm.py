"""The toll: ranges, who gives each end, and which figures were left out."""

import re
from collections.abc import Iterator, Sequence

from ascertain.model import Claim, ClaimedCount, Range, TraceStep
from ascertain.publish.languages import tongue
from ascertain.publish.telling.claim_ids import without_claim_ids
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import who_says
from ascertain.publish.wording import (
    count_words,
    day_words,
    figure,
    listed,
    noun_of,
    outcome_of,
    parse_instant,
    range_label,
    sentence_case,
    with_articles,
)

# "3: ", "at least 300: ", "no figure, only a plural: "
_FIGURE = re.compile(r"^(?:(?:[a-z]+ )*\d[\d.]*(?: to [\d.]+)?|no figure, only [^:]+): (?!not counted)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = ("children", "women", "men")
_PEOPLE_FIRST = ("killed", "injured", "missing", "detained", "displaced", "captured")


def about(range_: Range) -> str:
    """Return the name of the fact that a range tells; changes between versions use the same."""
    return " ".join(part for part in (range_.outcome, range_.item or range_.group) if part)


def is_counted(range_: Range) -> bool:
    """Return whether a range has an end; one without is told only in what was left out of it."""
    return range_.min is not None or range_.max is not None


def tell(scene: Scene) -> Iterator[Sentence]:
    """Tell each range with who gives its ends, people before things; and the harm that no report counts."""
    ranges = sorted(scene.incident.counts, key=rank)
    for range_ in (one for one in ranges if is_counted(one)):
        cited = _traced(range_, scene)
        if cited:
            yield scene.sentence(_range_words(range_, scene), [claim.id for claim in cited], about=(about(range_),))
    if not any(range_.outcome in ("killed", "injured") and range_.max for range_ in ranges):
        text = "No report here gives a number of people killed or wounded that could be counted."
        yield scene.searched(tongue().say(text), about=("killed",))


def rank(range_: Range) -> tuple[bool, int, bool, str]:
    """Return where a range stands: people before things, the dead first, all of them before the children among them."""
    order = _PEOPLE_FIRST.index(range_.outcome) if range_.outcome in _PEOPLE_FIRST else len(_PEOPLE_FIRST)
    return (range_.item is not None, order, range_.group in _PARTS, about(range_))


def _traced(range_: Range, scene: Scene) -> list[Claim]:
    """Return the claims at the ends of a range, or, where its trace names none, those that count its outcome."""
    steps = [step for step in range_.trace if step.end != "left_out" and step.claim]
    if steps and range_.max == 0:
        steps += [step for step in range_.trace if step.end == "left_out" and step.claim]
    if steps:
        return [scene.evidence.claim(step.claim or "", scene.incident.id) for step in steps]
    return [claim for claim in scene.claims if any(count.outcome == range_.outcome for count in claim.counts)]


def _range_words(range_: Range, scene: Scene) -> str:
    say, words = tongue().say, figure(range_.min, range_.max)
    one = range_.min == range_.max == 1
    outcome = say("to have been there") if range_.outcome == "present" else outcome_of(range_)
    values = {
        "noun": noun_of(range_, 1 if one else None),
        "figure": words,
        "be": "is" if one else "are",
        "outcome": outcome,
        "label": range_label(range_),
        "by": say(", by {count}", count=count_words(range_.origins, "independent origin")) if range_.origins else "",
        "ends": _ends(range_, scene),
    }
    if range_.max == 0 and not _is_said(range_, scene):
        return say("No {noun} are counted as {outcome}{why}.", why=_rule(range_, scene), **values)
    if range_.max == 0:
        return say("No {noun} are reported {outcome}{by}{ends}.", **values)
    if range_.min == range_.max and (words_of := _unfigured(range_, scene)):
        pattern = (
            "{noun} are reported {outcome}{by}, without a figure; these rules count {figure} for the words of {who}."
        )
        return sentence_case(say(pattern, who=words_of, **values))
    return sentence_case(say("{figure} {noun} {be} reported {outcome}{by}{ends}.", **values))


def _unfigured(range_: Range, scene: Scene) -> str:
    """Return whose words a range is counted from that give no figure ("dozens", a plural); empty where one does."""
    ends = [step for step in range_.trace if step.claim and step.end in ("min", "max")]
    if not ends or any(not _is_unfigured(step, scene) for step in ends):
        return ""
    return who_says(scene.evidence.claim(ends[0].claim or "", scene.incident.id), scene.evidence)


def _is_unfigured(step: TraceStep, scene: Scene) -> bool:
    count = _count_at(step, scene)
    return count is not None and count.low is None and count.high is None


def _count_at(step: TraceStep, scene: Scene) -> ClaimedCount | None:
    claim = scene.evidence.claim(step.claim or "", scene.incident.id)
    return claim.counts[step.count] if step.count is not None and step.count < len(claim.counts) else None


def _is_said(range_: Range, scene: Scene) -> bool:
    """Return whether a claim at an end of a range gives no more than its figure itself ("no casualties")."""
    return any(
        count.outcome == range_.outcome and count.high == 0
        for claim in _traced(range_, scene)
        for count in claim.counts
    )


def _rule(range_: Range, scene: Scene) -> str:
    """Return why a rule counts nobody, where no report says so itself; and who alone says otherwise."""
    steps = [step for step in range_.trace if step.end in ("max", "left_out")]
    reasons = dict.fromkeys(step.because for step in steps if step.end == "max" or step.because.startswith("only "))
    told = [tongue().told(with_articles(without_claim_ids(one), scene.party_names())) for one in reasons if one]
    return tongue().say(": {because}", because=tongue().say("; ").join(told)) if told else ""


def _ends(range_: Range, scene: Scene) -> str:
    """Return who gives the least and who the most, where they are two."""
    ends = {step.end: step for step in range_.trace if step.claim and step.end in ("min", "max")}
    low, high = ends.get("min"), ends.get("max")
    if low is None and high is None:
        return ""
    if low is None or high is None or range_.min == range_.max:
        step = low or high
        assert step is not None
        return tongue().say(": the figure is that of {who}", who=_giver(step, scene))
    if low.claim == high.claim:
        return tongue().say(": both ends are from {who}", who=_giver(low, scene))
    pattern = ": the lower figure is that of {low}; the higher that of {high}"
    return tongue().say(pattern, low=_giver(low, scene), high=_giver(high, scene))


_BOUNDS = {
    "at_least": "{who} (at least {n})", "more_than": "{who} (more than {n})", "at_most": "{who} ({n} at most)",
    "about": "{who} (about {n})",
}  # fmt: skip


def _giver(step: TraceStep, scene: Scene) -> str:
    """Return who gives a figure, with the bound that the words put on it."""
    who = who_says(scene.evidence.claim(step.claim or "", scene.incident.id), scene.evidence)
    if step.end != "left_out" and _is_unfigured(step, scene):
        return tongue().say("{who} (in words without a figure)", who=who)
    count = _count_at(step, scene)
    pattern = _BOUNDS.get(count.rule) if count is not None else None
    return tongue().say(pattern, who=who, n=f"{step.value:g}") if pattern and step.value is not None else who


def _reason(step: TraceStep) -> str:
    """Return why a figure is left out, without the figure itself, which the sentence has said."""
    words = without_claim_ids(step.because).rstrip(".")
    return _FIGURE.sub("", words).removesuffix(": not counted")


def _dated(words: str) -> str:
    """Return words with their plain dates as a sentence tells a day."""
    return _DAY.sub(lambda day: day_words(parse_instant(day[0]), weekday=False), words)


def tell_left_out(scene: Scene) -> Iterator[Sentence]:
    """Tell what each range does not hold, once for each reason, with whose words they are."""
    seen: set[tuple[str, str]] = set()
    for range_ in scene.incident.counts:
        steps: dict[str, list[TraceStep]] = {}
        for step in range_.trace:
            key = (step.claim or "", step.because)
            if step.end == "left_out" and step.claim and key not in seen and not _is_part(step, range_, scene):
                seen.add(key)
                steps.setdefault(_reason(step), []).append(step)
        for reason, several in steps.items():
            givers = _left_out_by(several, scene)
            values = {
                "label": range_label(range_).lower(),
                "givers": listed(givers),
                "because": _dated(tongue().told(reason)),
            }
            text = tongue().say("Not counted for “{label}”: {givers}. The reason: {because}.", **values)
            claims = list(dict.fromkeys(step.claim or "" for step in several))
            yield scene.sentence(text, claims, about=(about(range_),))


def _is_part(step: TraceStep, range_: Range, scene: Scene) -> bool:
    """Return whether a figure is of some among those that a range counts: five children are no rival to forty dead."""
    count = _count_at(step, scene)
    return count is not None and range_.group == "civilians" and count.group in _PARTS


def _left_out_by(steps: Sequence[TraceStep], scene: Scene) -> list[str]:
    """Return whose words are left out, each once with all of its figures: "Dust Blog (1 and 8)"."""
    figures: dict[str, list[str]] = {}
    for step in steps:
        who = who_says(scene.evidence.claim(step.claim or "", scene.incident.id), scene.evidence)
        figures.setdefault(who, []).append(_figure_of(step, scene))
    return [tongue().say("{who} ({n})", who=who, n=listed(list(dict.fromkeys(told)))) for who, told in figures.items()]


_BOUNDED = {"at_least": "at least {n}", "more_than": "more than {n}", "at_most": "at most {n}", "about": "about {n}"}


def _figure_of(step: TraceStep, scene: Scene) -> str:
    """Return the figure of a step, with the bound that its words put on it."""
    count = _count_at(step, scene)
    if _is_unfigured(step, scene) or step.value is None:
        return tongue().say("in words without a figure")
    words = figure(step.value, step.value)
    return tongue().say(_BOUNDED[count.rule], n=words) if count is not None and count.rule in _BOUNDED else words
