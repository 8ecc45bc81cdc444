"""Events that share their verb with the one before and have a place of their own: "nine died in X and four in Y"."""

from dataclasses import replace

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.merging import Telling, merge
from ascertain.extract.events.units import Mark
from ascertain.languages.cues import Cue


def tell_apart(tellings: list[Telling], bound: dict[int, list[Harm]], more: list[Harm], clause: Clause) -> None:
    """Add a telling for each figure that goes on with an outcome elsewhere; with no event told it is loose (0)."""
    for harm in more:
        host = _host(tellings, bound, harm)
        if host is None:
            bound.setdefault(0, []).append(harm)
            continue
        span = [at for at in range(harm.unit, harm.until) if at not in harm.others]
        within = [anchor for telling in tellings for anchor in telling.anchors if anchor.unit in span]
        outside = [anchor for anchor in host.anchors if anchor.unit not in span]
        inside = [] if _is_shared(within, harm, clause) else within
        new = merge(inside, clause)[-1] if inside else Telling(host.type, [_anchor(harm, host, clause)])
        new.until = host.until = harm.until if harm.others else 0
        new.apart = {at for at in range(len(clause.units)) if at not in span}
        for telling in tellings:
            telling.apart.update(at for at in span if at not in telling.units or telling is host)
        if outside and inside:
            for telling in tellings:
                kept = [anchor for anchor in telling.anchors if anchor.unit not in span]
                telling.anchors = kept or telling.anchors
                for anchor in telling.anchors:
                    anchor.targets = [at for at in anchor.targets if at not in span]
            host.type = max((anchor.type for anchor in host.anchors), key=lambda kind: kind.rank)
        if inside:
            tellings[:] = [telling for telling in tellings if telling is host or telling.units - set(span)]
        tellings.append(new)
        bound[id(new)] = [harm]


def told_elsewhere(some: list[Harm], loose: list[Harm], clause: Clause) -> set[int]:
    """Return the units that tell where others were than these, of outcomes that no event is told for."""
    own = {at for harm in some if harm.elsewhere for at in range(harm.unit, harm.until) if at not in harm.others}
    if own:
        return {at for at in range(len(clause.units)) if at not in own}
    return {at for harm in loose if harm.elsewhere for at in range(harm.unit, harm.until)}


def _is_shared(within: list[Anchor], harm: Harm, clause: Clause) -> bool:
    """Whether the event behind the last place is that of all: "one in X and three in Y in air strikes"."""
    first = min((anchor.unit for anchor in within), default=0)
    placed = any(clause.units[at].places for at in range(harm.unit, first) if clause.kind(at) == "np")
    return placed and all(anchor.form == "noun" for anchor in within)


def _host(tellings: list[Telling], bound: dict[int, list[Harm]], harm: Harm) -> Telling | None:
    """Return the telling of the outcome that a figure, or an outcome with a place of its own, goes on with."""
    for telling in reversed(tellings):
        told = [own for own in bound.get(id(telling), ()) if own.unit < harm.unit]
        if any(own.outcome == harm.outcome or harm.own_word for own in told):
            return telling
    return None


def _anchor(harm: Harm, host: Telling, clause: Clause) -> Anchor:
    """Return the place of an event that no word of its own tells: that of its figure."""
    unit = clause.units[harm.unit]
    mark = Mark(unit.first, unit.last, Cue("outcome", harm.outcome))
    main = host.main
    return replace(
        main, type=host.type, unit=harm.unit, form="verb", mark=mark, perpetrators=host.together("perpetrators"),
        means=host.together("means"), targets=[],
    )  # fmt: skip
