"""A sentence of an account, what it cites, and what the parts of an account are written from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ascertain.model import Broken, Claim, Dossier, Incident
from ascertain.model.thing import Thing
from ascertain.publish.evidence import Citation, Evidence
from ascertain.publish.wording import parse_instant


class Sentence(Thing, frozen=True, kw_only=True):
    """One sentence of the account. Words of the evidence stand between Unicode isolates (U+2068, U+2069).

    `about` names the facts that it tells ("killed combatants"), by which a change between two versions finds its
    sentence; `searched` is true where it says that something is not there, and the citations are what was read.
    """

    text: str
    citations: tuple[Citation, ...]
    about: tuple[str, ...] = ()
    searched: bool = False


class Section(Thing, frozen=True, kw_only=True):
    """A part of the account under a heading; `key` names it whatever the language."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...]


class Account(Thing, frozen=True, kw_only=True):
    """One incident told: `incident` is its id."""

    incident: str
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        return (sentence for section in self.sections for sentence in section.sentences)


@dataclass
class Scene:
    """What the parts of an account are written from."""

    incident: Incident
    dossier: Dossier
    evidence: Evidence
    zone: str = field(init=False)

    def __post_init__(self) -> None:
        self.zone = self.dossier.settings.zone
        self.claims = self.evidence.claims_of(self.incident)

    def sentence(
        self, text: str, claims: Iterable[str], *, about: Iterable[str] = (), searched: bool = False
    ) -> Sentence:
        """Return a sentence that cites claims; one without any would lead nowhere and is refused."""
        citations = tuple(self.evidence.cite(claim, self.incident.id) for claim in dict.fromkeys(claims))
        return cited(text, citations, self.incident.id, about=about, searched=searched)

    def party_names(self) -> list[str]:
        """Return the names by which other stages speak of this incident's parties and origins."""
        incident = self.incident
        parties = [party.name for party in (*incident.perpetrators, *incident.targets)]
        return [*parties, *(origin.name for origin in incident.origins)]

    def voices(self, claim: Claim) -> set[str]:
        """Return the ids of the parties that speak in a claim: its speakers, or its item's source, and their sides."""
        ids = {claim.innermost.id} if claim.innermost and claim.innermost.id else set()
        if not claim.speakers:
            source = self.evidence.source(self.evidence.items[claim.item])
            ids = {source.id, source.side} - {None} if source else set()  # type: ignore[assignment]
        return {side for each in ids for side in (each, self.evidence.side_of(each)) if side}

    def said_at(self, claim: Claim) -> datetime:
        """Return when a claim's item was published, for sorting; an undated one comes last."""
        published = self.evidence.items[claim.item].published_at
        return parse_instant(published) if published else datetime.max.replace(tzinfo=UTC)

    def searched(self, text: str, *, about: Iterable[str] = ()) -> Sentence:
        """Return a sentence that says what is in no report; it cites a claim of each report that was read."""
        one_each = {claim.item: claim.id for claim in reversed(self.claims)}
        claims = [one_each[item] for item in self.incident.items if item in one_each]
        return self.sentence(text, claims, about=about, searched=True)


def cited(
    text: str,
    citations: tuple[Citation, ...],
    wanted_by: str,
    *,
    about: Iterable[str] = (),
    searched: bool = False,
) -> Sentence:
    """Return a sentence, or raise Broken where nothing is cited."""
    if not citations:
        remedy = "Report this: every sentence that is published must rest on evidence."
        raise Broken(f"a sentence of its account rests on nothing: {text!r}", item=wanted_by, remedy=remedy)
    return Sentence(text=text, citations=citations, about=tuple(about), searched=searched)
