"""What a rule set is."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from ascertain.model import Assessment, Claim, Incident, Item, Origin


class RuleSet(Protocol):
    """A published codebook applied to one incident.

    A module in `weigh/rule_sets/` (or an entry point in the group `ascertain.rule_sets`) offers one as `rule_set`.
    `source` cites the codebook. `items` are those of the incident, by id.
    """

    name: str
    title: str
    source: str

    def assess(
        self, incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
    ) -> Assessment:
        """Return what follows for this incident, with the reason for each part."""
        ...
