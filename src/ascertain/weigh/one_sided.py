"""One-sided claims: harm that a party to the conflict alone alleges."""

from collections.abc import Collection, Sequence

import msgspec

from ascertain.model import Claim, Range, TraceStep
from ascertain.weigh.evidence import Evidence
from ascertain.weigh.figures import Figure

_PEOPLE = ("civilians", "children", "women", "men")
_ENOUGH = 2  # other origins that tell of the harm and know of no civilians


def with_one_sided(ranges: Sequence[Range], evidence: Evidence, figures: Sequence[Figure]) -> tuple[Range, ...]:
    """Return the ranges with harm to civilians that one party alone alleges left out, and shown.

    A party's own claim is context and not proof (Airwars), where at least two other origins tell what became of
    people and none of them tells of civilians.
    """
    voices = {origin.id: origin for origin in evidence.origins}
    done = []
    for one in ranges:
        own = {evidence.origin_of[step.claim].id for step in one.trace if step.claim and step.end != "left_out"}
        alone = len(own) == 1 and voices[next(iter(own))].party is not None
        others = {
            figure.origin for figure in figures
            if figure.outcome in ("killed", "injured") and figure.thing is None and figure.origin not in own
        }  # fmt: skip
        told = [
            figure for figure in figures
            if figure.origin not in own and figure.outcome == one.outcome and figure.count.low != 0
        ]  # fmt: skip
        backed = _is_backed(one, told) if told else _is_backed_by_another_outcome(figures, own)
        harm = one.group in _PEOPLE and one.outcome in ("killed", "injured")
        if harm and alone and not backed and len(others) >= _ENOUGH:
            done.append(_left_out(one, voices[next(iter(own))].name))
        else:
            done.append(one)
    return (*done, *_without_figures(ranges, evidence, figures))


def _is_backed(one: Range, told: Sequence[Figure]) -> bool:
    """Whether others tell of civilians; "35 people" are as good where nobody tells of fighters, if as many."""
    armed = any(figure.group == "combatants" for figure in told)
    return any(
        figure.group in _PEOPLE
        or (figure.group == "unknown" and not armed and 2 * (figure.count.low or 0) >= (one.max or 0))
        for figure in told
    )


def _is_backed_by_another_outcome(figures: Sequence[Figure], own: Collection[str]) -> bool:
    """Whether others tell of civilians killed, or of people and no fighters, where one party alone tells of hurt."""
    groups = {
        figure.group for figure in figures
        if figure.outcome in ("killed", "injured") and figure.thing is None and figure.origin not in own
        and figure.count.low != 0
    }  # fmt: skip
    return not groups.isdisjoint(_PEOPLE) or ("unknown" in groups and "combatants" not in groups)


def _left_out(one: Range, who: str) -> Range:
    steps = tuple(
        msgspec.structs.replace(step, end="left_out", rule="one party's unsupported claim") for step in one.trace[:1]
    )
    zero = TraceStep(
        end="min",
        rule="one party's unsupported claim",
        because=f"only {who}, a party to the conflict, says that civilians were hit",
        value=0,
    )
    return msgspec.structs.replace(
        one, min=0, max=0, best=0, trace=(zero, msgspec.structs.replace(zero, end="max"), *steps)
    )


def _without_figures(ranges: Sequence[Range], evidence: Evidence, figures: Sequence[Figure]) -> list[Range]:
    """Return a range of nought for civilians where one party says without a figure that civilians were hit.

    Only beside another origin's figure for the dead, which names none of them as civilians and stands as the reason.
    """
    if any(one.group in _PEOPLE and one.outcome == "killed" for one in ranges):
        return []
    told = [claim for claim in evidence.claims if claim.polarity == "asserted" and _hits_civilians(claim)]
    own = {evidence.origin_of[claim.id].id for claim in told}
    parties = {evidence.origin_of[claim.id].party for claim in told}
    others = [one for one in figures if one.outcome == "killed" and one.thing is None and one.origin not in own]
    if len(own) != 1 or None in parties or not others:
        return []
    step = TraceStep(
        end="left_out", rule="one party's unsupported claim",
        because=f"only {evidence.origin_of[told[0].id].name} says that civilians were hit, and gives no figure",
        claim=told[0].id,
    )  # fmt: skip
    zero = TraceStep(
        end="min",
        rule=step.rule,
        because="those who count the dead tell of no civilians",
        claim=others[0].claim,
        count=others[0].place,
        value=0,
    )
    top = msgspec.structs.replace(zero, end="max")
    return [Range(outcome="killed", group="civilians", min=0, max=0, best=0, trace=(zero, top, step))]


def _hits_civilians(claim: Claim) -> bool:
    return any(party.type == "civilians" for party in claim.targets)
