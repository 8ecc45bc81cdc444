"""From readings to weighed incidents: relate, group, weigh, over all items at once."""

from collections.abc import Mapping, Sequence

from ascertain.group.stage import group
from ascertain.knowledge import Knowledge
from ascertain.model import Decision, Derivation, Incident, Item, Reading, Settings
from ascertain.relate.stage import relate
from ascertain.weigh.stage import weigh_all


def reason(
    items: Sequence[Item],
    readings: Mapping[str, Reading],
    knowledge: Knowledge,
    settings: Settings,
    decisions: Sequence[Decision] = (),
) -> tuple[Derivation, list[Incident]]:
    """Return who got it from whom, and the incidents that the claims are about, weighed."""
    derivation = relate(items, readings, knowledge, decisions)
    incidents = group(items, readings, derivation, knowledge, settings, decisions)
    return derivation, weigh_all(incidents, readings, items, derivation, knowledge, settings)
