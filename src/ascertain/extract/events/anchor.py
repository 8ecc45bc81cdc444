"""One telling of an event in a sentence."""

from dataclasses import dataclass, field

from ascertain.event_types import EventType
from ascertain.extract.events.units import Mark


@dataclass(slots=True)
class Anchor:
    """One telling of an event at a unit; the lists hold places of noun phrases in the sentence."""

    type: EventType
    unit: int
    form: str
    mark: Mark
    perpetrators: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    means: list[int] = field(default_factory=list)
    passive: bool = False
    denied: bool = False  # by who speaks of it
    refers: bool = False  # only points back: "the attack"
    repelled: bool = False  # what others did was beaten back
    aside: bool = False  # only says who somebody is: "the planner of an attack on ..."

    @property
    def general(self) -> bool:
        """Whether a special telling beside it, or the means, may say better what it was."""
        return self.type.general or "default" in self.mark.cue.flags
