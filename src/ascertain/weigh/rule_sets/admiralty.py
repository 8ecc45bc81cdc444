"""Admiralty code: how reliable a source is, A to F, apart from how credible a piece of information is, 1 to 6.

The axes are judged in isolation: a good source may pass on what can't be so. F and 6 mean that it can't be judged, not
that it is bad. A source's letter is the desk's own judgement and is never worked out from what it says.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ascertain.model import Assessment, Claim, Incident, Item, Origin
from ascertain.weigh.contradictions import contradictions_in
from ascertain.weigh.evidence import Evidence, evidence_of
from ascertain.weigh.figures import figures_of, standing_of
from ascertain.weigh.parties import tells_of_the_event

LETTERS = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability can't be judged",
}  # fmt: skip
NUMBERS = {
    1: "confirmed by other independent sources", 2: "probably true", 3: "possibly true", 4: "doubtful",
    5: "improbable", 6: "truth can't be judged",
}  # fmt: skip


class Admiralty:
    """The grades of NATO AJP-2.1, as used by MISP's admiralty-scale."""

    name = "admiralty"
    title = "Admiralty code"
    source = "NATO, AJP-2.1, Allied Joint Doctrine for Intelligence Procedures; MISP taxonomy admiralty-scale"

    def assess(
        self, incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
    ) -> Assessment:
        """Return each origin's letter and each claim's number, with the reason for it."""
        evidence = evidence_of(incident, claims, origins, items)
        against: dict[str, set[str]] = {}
        for one in contradictions_in(evidence, standing_of(figures_of(evidence))):
            for claim in one.claims:
                against.setdefault(claim, set()).update(other for other in one.claims if other != claim)
        told = [credibility(claim, evidence, against.get(claim.id, set())) for claim in evidence.claims]
        information = [
            {"claim": claim.id, "credibility": number, "words": NUMBERS[number], "because": why}
            for claim, (number, why) in zip(evidence.claims, told, strict=True)
        ]
        letters = [
            {"origin": origin.id, "name": origin.name, "reliability": origin.reliability,
             "words": LETTERS[origin.reliability]}
            for origin in evidence.origins
        ]  # fmt: skip
        best = min((number for number, _ in told), default=6)
        because = (f"the best supported claim is {best}: {NUMBERS[best]}",)
        return Assessment(rule_set=self.name, because=because, codes={"sources": letters, "information": information})


def credibility(claim: Claim, evidence: Evidence, against: set[str]) -> tuple[int, str]:
    """Return the number, 1 to 6, of what a claim says, and why.

    Only other independent origins confirm. A claim that nobody else speaks about can't be judged; one that others
    contradict and nobody confirms is improbable.
    """
    if not tells_of_the_event(claim) or claim.polarity != "asserted":
        return 6, "it says nothing that others could confirm"
    own = evidence.origin_of[claim.id].id
    others = {evidence.origin_of[key].id for key in against if key in evidence.origin_of} - {own}
    mine = _said_by(claim)
    alike = [other for other, said in _comparable(evidence) if other not in against and _agrees(mine, said)]
    agree = {evidence.origin_of[other].id for other in alike} - {own} - others
    if len(agree) >= 2 and not others:
        return 1, f"{len(agree)} other origins say the same and none says otherwise"
    if agree and not others:
        return 2, "one other origin says the same and none says otherwise"
    if agree:
        return 3, f"{len(agree)} other origins agree with it and {len(others)} contradict it"
    if others:
        return (5, f"{len(others)} origins contradict it and none agrees") if len(others) > 1 else (
            4, "one origin contradicts it and none agrees")  # fmt: skip
    return 6, "no other origin speaks of it"


class _Said(NamedTuple):
    """What a claim says that another may say, too."""

    figures: frozenset[tuple[object, ...]]
    doers: frozenset[str]
    event: str


def _said_by(claim: Claim) -> _Said:
    figures = frozenset((count.outcome, count.group, count.item, count.low) for count in claim.counts)
    return _Said(figures, frozenset(party.id or party.name for party in claim.perpetrators), claim.event)


@lru_cache(maxsize=4)
def _comparable(evidence: Evidence) -> tuple[tuple[str, _Said], ...]:
    """Return the claims that can confirm another, by their ids, and what they say."""
    told = [claim for claim in evidence.claims if claim.polarity == "asserted" and tells_of_the_event(claim)]
    return tuple((claim.id, _said_by(claim)) for claim in told)


def _agrees(mine: _Said, theirs: _Said) -> bool:
    """Return whether another claim says the same of what this one says most: its figures, its doer, or the event."""
    if mine.figures:
        return not mine.figures.isdisjoint(theirs.figures)
    if mine.doers:
        return not mine.doers.isdisjoint(theirs.doers)
    return mine.event == theirs.event


rule_set = Admiralty()
