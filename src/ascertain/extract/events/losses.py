"""What losses are of that no event of their sentence is told for: the event before, or one of their own kind."""

from collections.abc import Mapping, Sequence

from ascertain.event_types import EventType
from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft

HARMING = {"detained": "detention", "displaced": "displacement", "captured": "capture"}


def event_of(
    loose: Sequence[Harm], earlier: Draft | None, types: Mapping[str, EventType]
) -> tuple[EventType, Draft | None]:
    """Return the type of event that losses are of, and the event told before if they are of that."""
    lethal = any(harm.outcome == "killed" and not harm.none and not harm.negated for harm in loose)
    event = earlier.event if earlier else "killing" if lethal else "attack"
    outcome = loose[0].outcome
    if earlier is None and outcome in HARMING:
        event = HARMING[outcome]
    elif earlier is None and all(harm.outcome == "missing" for harm in loose):
        event = "abduction"  # enforced disappearance is told as one, too
    if earlier is not None and lethal and not types[earlier.event].deadly:
        event, earlier = "killing", None  # who died did not die of a looting or a capture told before
    return types[event], earlier


def quote_apart(draft: Draft, harm: Harm, clause: Clause) -> None:
    """Let a draft of a figure with a place of its own quote no more than both."""
    if harm.elsewhere:
        draft.first, draft.last = clause.units[harm.unit].first, clause.units[harm.until - 1].last
