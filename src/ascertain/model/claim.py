"""The unit of the program: one thing that somebody says happened, or did not."""

from typing import Literal

from ascertain.model.count import CountRule
from ascertain.model.identity import content_id
from ascertain.model.mention import Mention
from ascertain.model.span import Span
from ascertain.model.thing import Thing

Polarity = Literal["asserted", "denied", "questioned"]
Mood = Literal["actual", "recalled", "expected", "conditional"]
Outcome = Literal[
    "killed", "injured", "missing", "detained", "displaced", "destroyed", "damaged", "captured", "present"
]
Group = Literal["civilians", "combatants", "children", "women", "men", "unknown"]


class Speaker(Thing, frozen=True, kw_only=True):
    """A link of the hearsay chain, with the words that name it.

    `role` is what kind of source it is (`official`, `spokesman`, `witness`, `outlet`, `monitor`, `military_source`,
    `local_source`, ...); `id` is the actor's or source's where it is known; `start` and `end` are absent for the
    item's own source. One who is `beside` the link before says it together with that one, not through it.
    """

    name: str
    id: str | None = None
    role: str | None = None
    anonymous: bool = False
    beside: bool = False
    start: int | None = None
    end: int | None = None


class Party(Thing, frozen=True, kw_only=True):
    """Somebody who does or suffers it, with the words that say so."""

    name: str
    id: str | None = None
    type: str | None = None
    start: int | None = None
    end: int | None = None


class ClaimedCount(Thing, frozen=True, kw_only=True):
    """How many of whom or what, with which outcome, in the words at [start, end).

    `group` is for people and `item` for things (`tank`). `running` is `total` or `additional` where the words say
    so; `part_of` is the place in the claim's counts of the count that this one is a subset of ("including two
    children"); `named` is how many distinct victims the words name, whose names are kept nowhere else. Of those who are
    `suspected`, the words say that somebody suspects them of being fighters.
    """

    outcome: Outcome
    low: float | None = None
    high: float | None = None
    rule: CountRule = "exact"
    group: Group | None = None
    item: str | None = None
    running: Literal["total", "additional"] | None = None
    start: int
    end: int
    part_of: int | None = None
    named: int | None = None
    suspected: bool = False


class Claim(Thing, frozen=True, kw_only=True):
    """One thing that somebody says happened, or did not (docs/reference/formats.md).

    `text[quote.start:quote.end] == quote.text` always. `speakers` runs from the outermost in; empty means the item's
    own source. `when`, `said_at`, `where` and `means` are mentions of the same item, so that each argument keeps the
    words it came from; their values are filled in by resolve. `relation` says how the event lies to `where`
    (`at near north_of along between inside`), `distance_m` how far. `mood` tells an event that is reported from
    one that is looked back on, foreseen or supposed.
    """

    id: str
    item: str
    event: str
    quote: Span
    polarity: Polarity = "asserted"
    mood: Mood = "actual"
    hedge: str | None = None
    speakers: tuple[Speaker, ...] = ()
    when: Mention | None = None
    said_at: Mention | None = None
    where: Mention | None = None
    relation: str | None = None
    distance_m: float | None = None
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    means: tuple[Mention, ...] = ()
    counts: tuple[ClaimedCount, ...] = ()
    extractor: str = ""

    @property
    def innermost(self) -> Speaker | None:
        """Who says it, at the inner end of the chain: the first of those who say it together."""
        for speaker in reversed(self.speakers):
            if not speaker.beside:
                return speaker
        return None


def claim_id(item_id: str, event: str, start: int, end: int, words: str) -> str:
    """Return the id of a claim: the same item and the same words give the same id in every run."""
    return content_id("claim", item_id, event, start, end, words)
