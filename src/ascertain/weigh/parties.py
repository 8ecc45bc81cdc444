"""Who did it and to whom: each party with the origins that say so, and who denies it."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from ascertain.event_types import event_types, same_kind
from ascertain.model import Claim, Origin, Party, PartySupport, Speaker
from ascertain.model.actor import PARTY_TYPES
from ascertain.text.fold import fold
from ascertain.weigh.evidence import Evidence, happened_on
from ascertain.weigh.standing import standing_in

ENOUGH_SHARE = 0.2  # of the best supported party's origins
# Speakers who can admit something in a party's name.
_BINDING = frozenset(("official", "spokesman", "military_source", "defence_official", "government", "statement"))
FROM_AFAR = "Explosions/Remote violence"
_GUNMEN = "generic.gunmen"
Role = Literal["perpetrators", "targets"]


def parties_in(evidence: Evidence, role: Role) -> tuple[PartySupport, ...]:
    """Return the parties that asserted claims name in a role, best supported first."""
    claims: dict[str, list[str]] = defaultdict(list)
    origins: dict[str, set[str]] = defaultdict(set)
    named: dict[str, Party] = {}
    denied: dict[str, set[str]] = defaultdict(set)
    told = _of_this_event(evidence) if role == "perpetrators" else _of_its_kind(evidence)
    for claim in evidence.claims:
        for party in getattr(claim, role):
            if claim.polarity == "denied" and tells_of_the_event(claim):  # "no statement was issued by" denies nothing
                denied[party.id or party.name].add(evidence.origin_of[claim.id].name)
    for claim in told:
        for party in getattr(claim, role):
            key = party.id or party.name
            if role == "targets" and _is_figure(claim, party):
                continue
            if tells_of_the_event(claim) and claim.polarity == "asserted":
                named.setdefault(key, party)
                claims[key].append(claim.id)
                origins[key].add(evidence.origin_of[claim.id].id)
    found = [
        PartySupport(
            id=key,
            name=evidence.actors[key].name if key in evidence.actors else named[key].name,
            type=named[key].type,
            support=len(origins[key]),
            claims=tuple(sorted(claims[key])),
            denied_by=tuple(sorted(denied.get(key, ()))),
            head=evidence.head(key),
            head_name=evidence.actors[head].name if (head := evidence.head(key)) in evidence.actors else None,
            side=evidence.side(key),
            allies=(ties := _ties(evidence, key)).get("allied_with", ()),
            acts_for=ties.get("proxy_of", ()),
            indistinct_from=(alike := ties.get("indistinct_from", ())),
            indistinct_names=tuple(evidence.actors[one].name if one in evidence.actors else one for one in alike),
            by=tuple(sorted(origins[key])),
            known=key in evidence.known,
        )
        for key in named
    ]
    return tuple(sorted(found, key=lambda party: (-party.support, -len(party.claims), party.id)))


def _is_figure(claim: Claim, party: Party) -> bool:
    """Whether a party is a number of people and no more: the "more than 130" of "44 killed and more than 130 hurt"."""
    unnamed = party.id is None and party.type is None and party.end is not None
    return unnamed and any(count.end == party.end for count in claim.counts)


@lru_cache(maxsize=4)
def _of_this_event(evidence: Evidence) -> tuple[Claim, ...]:
    """Return the claims that can say who did it: not those of another day, place or kind of event told beside it.

    Who advanced on the ground beside an air strike did not fly it, who shot at the missiles did not fire them, and who
    killed the attackers was attacked.
    Where no other claim names anybody, those that do are taken.
    """
    struck = tuple(claim for claim in evidence.claims if not _answers(claim))
    claims = struck if any(_names_a_doer(claim, evidence) for claim in struck) else evidence.claims
    standing = standing_in(evidence)
    here = {claim.id for claim in claims if standing.aside(claim) is None}
    alike = {claim.id for claim in claims if _may_be_one_deed(claim.event, evidence.incident.event)}
    for fitting in (here, alike):
        kept = tuple(claim for claim in claims if claim.id in fitting)
        claims = kept if any(_names_a_doer(claim, evidence) for claim in kept) else claims
    return claims


@cache
def _may_be_one_deed(event: str, incident_event: str) -> bool:
    """Return whether one party may have done both: two of one kind, or both face to face, as a raid and its shots."""
    kinds = [event_types().get(name) for name in (event, incident_event)]
    near = all(kind is not None and kind.violent and not kind.acled.startswith(FROM_AFAR) for kind in kinds)
    return near or same_kind(event, incident_event)


def _answers(claim: Claim) -> bool:
    """Whether a claim tells that the attackers themselves were shot, and nobody else but those who fought."""
    struck = {party.id for party in claim.targets}
    return _GUNMEN in struck and not any(party.type == "civilians" for party in claim.targets)


def _of_its_kind(evidence: Evidence) -> tuple[Claim, ...]:
    """Return the claims that can say who was struck: not those of another kind of event told beside it.

    A patrol that was shot at later the same day was not struck from the air. Where no other claim names anybody, all
    are taken.
    """
    kept = tuple(claim for claim in evidence.claims if same_kind(claim.event, evidence.incident.event))
    names = any(claim.targets and claim.polarity == "asserted" and tells_of_the_event(claim) for claim in kept)
    return kept if names else evidence.claims


def _names_a_doer(claim: Claim, evidence: Evidence) -> bool:
    return (
        bool(claim.perpetrators)
        and claim.polarity == "asserted"
        and tells_of_the_event(claim)
        and any(evidence.is_party(party.id, party.type) for party in claim.perpetrators)
    )


def _ties(evidence: Evidence, key: str) -> dict[str, tuple[str, ...]]:
    """Return by kind of tie the parties to which an actor, or one that it is part of, had it when it happened."""
    day = happened_on(evidence.incident)
    found: dict[str, set[str]] = defaultdict(set)
    for actor in evidence.lineage(key):
        for tie in actor.relations:
            if tie.holds_on(day):
                found[tie.kind].add(tie.to)
    return {kind: tuple(sorted(parties)) for kind, parties in found.items()}


def tells_of_the_event(claim: Claim) -> bool:
    """Return whether a claim tells of violence that happened, as against a threat, a move or a statement."""
    return claim.mood in ("actual", "recalled") and _is_violent(claim.event)


@cache
def _is_violent(event: str) -> bool:
    kind = event_types().get(event)
    return kind is None or kind.violent


def doers(evidence: Evidence) -> dict[str, set[str]]:
    """Return the parties said to have done it, wings counted as their party, with the origins that say so.

    Where a party that the packs know is named, words that name nobody in particular ("militias", "the forces") and
    names that no pack knows say nothing of who it was.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for claim, party in doings(evidence):
        found[evidence.head(party.id or party.name)].add(evidence.origin_of[claim.id].id)
    known = {key: origins for key, origins in found.items() if key in evidence.known}
    return dict(sorted((known or found).items()))


def likely_doers(parties: Sequence[PartySupport]) -> tuple[PartySupport, ...]:
    """Return the parties worth naming as having done it: those whose whole has the support of several origins.

    Of a party and its wings the support is counted together. What one origin alone says is kept only where no party has
    much more; people who suffer and words that name nobody in particular only where nobody else is named. An ally whose
    strikes can't be told from those of a party that is kept stays with it, whoever names it.
    """
    named = [party for party in parties if party.type in PARTY_TYPES and party.known] or [
        party for party in parties if party.type != "civilians"
    ]
    together: dict[str, set[str]] = defaultdict(set)
    for party in named:
        together[party.head or party.id] |= set(party.by)
    top = max((len(origins) for origins in together.values()), default=0)
    kept = {
        key for key, origins in together.items()
        if len(origins) >= ENOUGH_SHARE * top and (len(origins) > 1 or top <= 2)
    }  # fmt: skip
    kept |= {other for party in named if (party.head or party.id) in kept for other in party.indistinct_from}
    return tuple(party for party in named if (party.head or party.id) in kept)


def joint(evidence: Evidence) -> set[frozenset[str]]:
    """Return the pairs of parties that one claim names as doing it together."""
    found = set()
    for claim in evidence.claims:
        heads = sorted({evidence.head(party.id or party.name) for party in claim.perpetrators})
        found |= {frozenset((a, b)) for a in heads for b in heads if a < b}
    return found


@lru_cache(maxsize=4)
def doings(evidence: Evidence) -> tuple[tuple[Claim, Party], ...]:
    """Return each claim that says who did it, with the party that it names."""
    told = (claim for claim in _of_this_event(evidence) if _names_a_doer(claim, evidence))
    return tuple(
        (claim, party) for claim in told for party in claim.perpetrators if evidence.is_party(party.id, party.type)
    )


def admissions(evidence: Evidence) -> list[Claim]:
    """Return the claims in which a party says that it did it itself.

    An outlet's report does not become a party's word because it quotes nobody else: the party has to be the speaker,
    by its own name or in an office that can bind it, or to have published it itself.
    """
    return [
        claim for claim, party in doings(evidence)
        if (own := evidence.origin_of[claim.id]).party is not None and _own_words(claim, own, evidence)
        and evidence.side(evidence.head(party.id or party.name)) == evidence.side(evidence.head(own.party))
    ]  # fmt: skip


def _own_words(claim: Claim, origin: Origin, evidence: Evidence) -> bool:
    if claim.item in origin.published:
        return True
    speaker = claim.innermost
    return speaker is not None and (speaker.role in _BINDING or (not speaker.role and _is_itself(speaker, evidence)))


def _is_itself(speaker: Speaker, evidence: Evidence) -> bool:
    """Whether a speaker is called by a party's own name ("US forces"), and not a man or a kind of people of its."""
    actor = evidence.actors.get(speaker.id or "")
    if actor is None or actor.generic or speaker.anonymous:
        return False
    return fold(speaker.name) in {fold(name) for name in (actor.name, *actor.aliases, *actor.epithets)}


def denials(evidence: Evidence) -> list[Claim]:
    """Return the claims in which a party denies what others say of the event."""
    return [claim for claim in evidence.claims if claim.polarity == "denied" and tells_of_the_event(claim)]
