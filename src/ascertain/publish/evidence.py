"""The dossier's evidence by id, and the chain that every published sentence must lead back along.

sentence → claim → span → item → capture digest. One broken link and nothing is published (docs/promises.md, I8).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ascertain.model import (
    Actor,
    Broken,
    Claim,
    Dossier,
    Incident,
    Item,
    Mention,
    Reading,
    SealedCapture,
    Source,
    Span,
)
from ascertain.model.thing import Thing
from ascertain.text.fold import fold

_REMEDY = "Build the case again; if it says the same, verify the case: the evidence may have been changed."


class Citation(Thing, frozen=True, kw_only=True):
    """Where a sentence comes from: the words `quote` at [start, end) of an item whose bytes have `digest`.

    `claim` is absent where an item is cited for what is no claim, such as a zone's extent.
    """

    item: str
    start: int
    end: int
    quote: str
    digest: str
    claim: str | None = None


@dataclass(frozen=True)
class Evidence:
    """Look-ups over one dossier."""

    items: dict[str, Item]
    readings: dict[str, Reading]
    claims: dict[str, Claim]
    captures: dict[str, SealedCapture]
    actors: dict[str, Actor]
    sources: dict[str, Source]
    origin_of: dict[str, str]
    origin_names: dict[str, str]

    @classmethod
    def of(cls, dossier: Dossier) -> "Evidence":
        """Index a dossier."""
        return cls(
            items={item.id: item for item in dossier.items},
            readings={reading.item: reading for reading in dossier.readings},
            claims={claim.id: claim for reading in dossier.readings for claim in reading.claims},
            captures={capture.digest: capture for capture in dossier.captures},
            actors={
                mention.value.id: mention.value
                for reading in dossier.readings
                for mention in reading.mentions
                if isinstance(mention.value, Actor)
            },
            sources=_sources_by_name(dossier.sources),
            origin_of=dossier.derivation.origin_of_claims(),
            origin_names={origin.id: origin.name for origin in dossier.derivation.origins},
        )

    def within(self, incident: Incident) -> "Evidence":
        """Return the same evidence with the origins of one incident: weighing may join what is apart outside."""
        every = (*incident.origins, *incident.beside)
        origin_of = self.origin_of | {claim: origin.id for origin in every for claim in origin.claims}
        names = self.origin_names | {origin.id: origin.name for origin in every}
        return replace(self, origin_of=origin_of, origin_names=names)

    def claims_of(self, incident: Incident) -> list[Claim]:
        """Return the incident's claims in its own order; a claim that no reading holds is a broken link."""
        return [self.claim(claim, incident.id) for claim in incident.claims]

    def claim(self, claim_id: str, wanted_by: str) -> Claim:
        """Return a claim, or raise Broken naming what wanted it."""
        if claim_id not in self.claims:
            raise Broken(f"cites {claim_id}, which no reading holds", item=wanted_by, remedy=_REMEDY)
        return self.claims[claim_id]

    def source(self, item: Item) -> Source | None:
        """Return what is known of the item's source."""
        return self.sources.get(fold(item.source)) if item.source else None

    def side_of(self, actor_id: str | None) -> str | None:
        """Return the id of the party at the head of an actor's side, or the actor's own."""
        if actor_id is None:
            return None
        actor = self.actors.get(actor_id)
        return actor.side if actor and actor.side else actor_id

    def cite(self, claim_id: str, wanted_by: str = "") -> Citation:
        """Follow the chain from a claim to its capture and return it; raise Broken at the first link that fails."""
        claim = self.claim(claim_id, wanted_by)
        return self.cite_words(claim.item, claim.quote, claim.id)

    def cite_words(self, item_id: str, words: Span, claim: str | None = None) -> Citation:
        """Follow the chain from words of an item to its capture."""
        item = self.items.get(item_id)
        if item is None:
            raise Broken("is cited, but is not among the items", item=item_id, remedy=_REMEDY)
        if item.text[words.start : words.end] != words.text or not words.text:
            what = f"its words at [{words.start}, {words.end}) are not those quoted"
            raise Broken(what, item=item_id, remedy=_REMEDY)
        if item.capture is None or item.capture not in self.captures:
            raise Broken(f"its capture {item.capture or ''} is not sealed in this case", item=item_id, remedy=_REMEDY)
        return Citation(
            item=item_id, start=words.start, end=words.end, quote=words.text, digest=item.capture, claim=claim
        )

    def cite_item(self, item_id: str, words_like: Iterable[str] = ()) -> Citation:
        """Cite an item by the mention that has one of `words_like`, else its first claim, else its first line."""
        if item_id not in self.items:
            raise Broken("is cited, but is not among the items", item=item_id, remedy=_REMEDY)
        reading, wanted = self.readings.get(item_id), {fold(words) for words in words_like}
        mentions: tuple[Mention, ...] = reading.mentions if reading else ()
        for mention in mentions:
            if fold(mention.text) in wanted:
                return self.cite_words(item_id, Span(start=mention.start, end=mention.end, text=mention.text))
        if reading and reading.claims:
            return self.cite(reading.claims[0].id)
        return self.cite_words(item_id, _first_line(self.items[item_id].text))


def _first_line(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = len(text.rstrip()) if end < 0 else end
    return Span(start=start, end=end, text=text[start:end])


def _sources_by_name(sources: tuple[Source, ...]) -> dict[str, Source]:
    by_name: dict[str, Source] = {}
    for source in sources:
        for name in (source.id, *source.accounts, source.name):
            by_name[fold(name)] = source
    return by_name


def check_links(dossier: Dossier, evidence: Evidence | None = None) -> int:
    """Check the chain behind every claim, area and placing of the dossier; return how many links held.

    `evidence` is the dossier's, where it was indexed already. Raises Broken at the first that does not.
    """
    evidence = evidence or Evidence.of(dossier)
    checked = 0
    for reading in dossier.readings:
        for claim in reading.claims:
            evidence.cite(claim.id)
            checked += 1
    for incident in dossier.incidents:
        cited = [step.claim for range_ in incident.counts for step in range_.trace if step.claim]
        named = [claim for contradiction in incident.contradictions for claim in contradiction.claims]
        asked = [claim for question in incident.questions for claim in question.claims]
        for claim_id in (*incident.claims, *cited, *named, *asked):
            evidence.claim(claim_id, incident.id)
            checked += 1
    for area in dossier.areas:
        if area.stated_in and area.stated_in in evidence.items:
            evidence.cite_item(area.stated_in, (area.name,))
            checked += 1
    return checked
