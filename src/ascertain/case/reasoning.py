"""From readings to weighed incidents: relate, group, weigh, over all items at once."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ascertain.engine.beside import Beside
from ascertain.engine.interface import Engine
from ascertain.group.stage import group, refused_claims, tellings_of
from ascertain.knowledge import Knowledge
from ascertain.model import Decision, Derivation, Incident, Item, Reading, Settings
from ascertain.relate.stage import relate
from ascertain.storage.memory import Memory
from ascertain.storage.records import decode, encode_as_it_is
from ascertain.weigh.stage import weigh_all

# So many items and more are related in this process. A process beside it, which looks at all of them, would in the end
# hold a copy of nearly all that is held: Python counts references in the objects themselves.
MANY = 20_000


class Grouped(msgspec.Struct, frozen=True):
    """Who got it from whom, and the incidents before they are weighed."""

    derivation: Derivation
    incidents: tuple[Incident, ...]


def reason(
    items: Sequence[Item],
    readings: Mapping[str, Reading],
    knowledge: Knowledge,
    settings: Settings,
    decisions: Sequence[Decision] = (),
    *,
    memory: Memory | None = None,
    key: str = "",
    engine: Engine | None = None,
) -> tuple[Derivation, Iterable[Incident]]:
    """Return who got it from whom, and the incidents that the claims are about, weighed.

    With a `memory`, whose `key` names items, readings, knowledge, settings and decisions, what earlier runs made of
    the same is taken from it: relating and grouping as a whole, since how rare a word or a place is depends on all
    items, and weighing incident by incident. With an `engine` tellings are compared and incidents weighed on it, and
    items are related beside the making of tellings, as long as they are less than `MANY`. Without a `memory` incidents
    are weighed as they are asked for, once.
    """
    beside = engine if len(items) < MANY else None

    def grouped(_: str = "") -> Grouped:
        # In bytes, as relating may be done in another process: what comes out of a pipe is then what one process makes.
        related = Beside(beside, lambda: encode_as_it_is(relate(items, readings, knowledge, decisions, beside)))
        tellings = tellings_of(items, readings, settings, refused_claims(decisions)) if beside is not None else None
        derivation = decode(related.result(), Derivation)
        incidents = group(items, readings, derivation, knowledge, settings, decisions, engine=engine, tellings=tellings)
        return Grouped(derivation, tuple(incidents))

    done = memory.recall("grouped", {"case": key}, grouped, Grouped)["case"] if memory else grouped()
    weighed = weigh_all(done.incidents, readings, items, done.derivation, knowledge, settings, memory, engine)
    return done.derivation, weighed
