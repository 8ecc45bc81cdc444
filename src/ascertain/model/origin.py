"""Who got it from whom."""

from typing import Literal

from ascertain.model.thing import Thing

EdgeKind = Literal[
    "forwards", "answers", "cites", "copies", "same_wire", "same_publisher", "same_party", "same_official",
    "same_media", "translates", "same_source", "split",
]  # fmt: skip


class Edge(Thing, frozen=True, kw_only=True):
    """`taker` got it from `giver`; both are ids of items or claims, or a name outside the collection.

    `because` is a full clause for a reader; `evidence` the words that show it (the shared run, the phrase that
    cites); `directed` is false where it is left open which came first (then the two count as one origin).
    `score` is the containment for copies, from 0 to 1.
    """

    taker: str
    giver: str
    kind: EdgeKind
    because: str
    evidence: str = ""
    directed: bool = True
    score: float | None = None


class Origin(Thing, frozen=True, kw_only=True):
    """A root of the derivation graph: everything that can't be shown to come from elsewhere than here.

    `party` is the id of the party to the conflict whose own word this is, `side` that of the side which the source
    is close to; `published` are the items that the voice itself put out, as against those that quote it;
    `reliability` is the Admiralty letter of the source at the root.
    """

    id: str
    name: str
    items: tuple[str, ...]
    claims: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    party: str | None = None
    side: str | None = None
    reliability: str = "F"


class Derivation(Thing, frozen=True, kw_only=True):
    """The graph and its roots. Every claim is in exactly one origin: independence is never invented."""

    edges: tuple[Edge, ...] = ()
    origins: tuple[Origin, ...] = ()

    def origin_of_claims(self) -> dict[str, str]:
        """Return the id of the origin of each claim."""
        return {claim: origin.id for origin in self.origins for claim in origin.claims}
