"""How a source has fared."""

from ascertain.model.thing import Thing


class SourceRecord(Thing, frozen=True, kw_only=True):
    """What the incidents of a collection show of one source; shown to a reader, never a verdict.

    `incidents` in which it spoke; `first` of them in which no other origin was heard earlier; `copied` in which it only
    passed on what others said; `confirmed` in which another origin says the same; `contradicted` in which one can't be
    true beside it.
    """

    source: str
    incidents: int = 0
    first: int = 0
    copied: int = 0
    confirmed: int = 0
    contradicted: int = 0
