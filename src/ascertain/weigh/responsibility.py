"""Responsibility: which parties are said to have done it, whether together or one or the other, and who admits it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ascertain.event_types import event_types
from ascertain.model import Claim
from ascertain.weigh.evidence import Evidence, acts_for, allied
from ascertain.weigh.parties import FROM_AFAR, admissions, doers, doings, joint

# A party that this share of the best supported one's origins name, or fewer, does not contest it: a stray reading or a
# rumour. Half as many are a second account, and coders call it contested (docs/results.md).
MINOR = 0.4
_SEVERAL = 2


@dataclass(frozen=True)
class Responsibility:
    """Who is said to have done it: `named` best supported first, with the reasons."""

    named: tuple[str, ...]
    contested: bool
    joint: bool
    declared: bool
    because: tuple[str, ...]


def responsibility(evidence: Evidence) -> Responsibility:
    """Return what the claims say of who did it.

    Contested where parties are named that are no allies, by different origins or as alternatives; and where the party
    named strikes beside an ally from which those who are struck can't tell it, whether that ally is named or not: one
    who sees a shell fall knows no more than that it came from them. Partners in one operation, a party and those who
    act for it, are no rivals. A party that itself says that it did it settles the question of whether it did.
    """
    told = doers(evidence)
    top = max((len(origins) for origins in told.values()), default=0)
    named = sorted((key for key in told if len(told[key]) > MINOR * top), key=lambda key: (-len(told[key]), key))
    together = joint(evidence)
    unlike = [(a, b) for a, b in combinations(named, 2) if not acts_for(a, b, evidence.actors)]
    rivals = [
        (a, b) for a, b in unlike
        if not allied(a, b, evidence.actors) and frozenset((a, b)) not in together
    ]  # fmt: skip
    alike = _indistinct(named, evidence)
    either = [pair for pair in _told_as_either(evidence) if pair not in rivals]
    admitted = [claim for claim in admissions(evidence) if _is_named(claim, named, evidence)]
    declared_name = _declared_by(admitted[0], named, evidence) if admitted else ""
    because = [f"claim {claim.id}: {declared_name} itself says that it did it" for claim in admitted[:3]]
    asked = {origin.id for origin in evidence.incident.origins or evidence.origins}
    because += [
        f"{_name(evidence, key)} is named by {_of_origins(len(told[key] & asked), len(asked))}" for key in named
    ]
    because += [f"{_name(evidence, a)} and {_name(evidence, b)} are both named" for a, b in rivals]
    because += [f"{_name(evidence, a)}'s strikes can't be told from those of {_name(evidence, b)}" for a, b in alike]
    because += [f"{_name(evidence, a)} or {_name(evidence, b)}, by several origins" for a, b in either]
    if not named:
        because = ["no claim names a party that did it"]
    return Responsibility(
        named=tuple(named),
        contested=bool(rivals or alike or either),
        joint=len(named) > 1 and not (rivals or alike or either),
        declared=bool(admitted),
        because=tuple(because),
    )


def _told_as_either(evidence: Evidence) -> list[tuple[str, str]]:
    """Return parties that are no allies and that several origins name together for what came from afar.

    Who tells that shells came from land that both hold can't say whose they were, however many name the one alone.
    """
    if not _is_from_afar(evidence):
        return []
    named: dict[str, set[str]] = defaultdict(set)
    for claim, party in doings(evidence):
        named[claim.id].add(evidence.head(party.id or party.name))
    alike = set(map(frozenset, _told_alike(evidence)))
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim_id, heads in named.items():
        for a, b in combinations(sorted(heads), 2):
            tied = acts_for(a, b, evidence.actors) or allied(a, b, evidence.actors)
            if not tied and frozenset((a, b)) not in alike:
                told[a, b].add(evidence.origin_of[claim_id].id)
    return sorted(pair for pair, origins in told.items() if len(origins) >= _SEVERAL)


def _is_from_afar(evidence: Evidence) -> bool:
    kind = event_types().get(evidence.incident.event)
    return kind is not None and (kind.general or kind.acled.startswith(FROM_AFAR))


def _indistinct(named: Sequence[str], evidence: Evidence) -> list[tuple[str, str]]:
    """Return each named party with the allies whose strikes can't be told from its own, for strikes from afar."""
    if not _is_from_afar(evidence):
        return []
    return sorted((a, b) for a, b in _told_alike(evidence) if a != b and a in named)


def _told_alike(evidence: Evidence) -> set[tuple[str, str]]:
    """Return each party that is said to have done it with those whose strikes can't be told from its own."""
    return {
        (party.head or party.id, evidence.head(other))
        for party in evidence.incident.perpetrators
        for other in party.indistinct_from
    }


def _is_named(claim: Claim, named: Sequence[str], evidence: Evidence) -> bool:
    return any(evidence.head(party.id or party.name) in named for party in claim.perpetrators)


def _declared_by(claim: Claim, named: Sequence[str], evidence: Evidence) -> str:
    """Return the party that an admission names, not the state at the head of its side."""
    heads = [evidence.head(party.id or party.name) for party in claim.perpetrators]
    return next(_name(evidence, head) for head in heads if head in named)


def _of_origins(naming: int, all_of_them: int) -> str:
    return f"{naming} of {all_of_them} origins" if all_of_them > 1 else "the only origin"


def _name(evidence: Evidence, key: str) -> str:
    """Return what a party is called: by the one of its parts that is named, by the packs, or as the incident has it."""
    parts = {party.id: party.name for party in evidence.incident.perpetrators if (party.head or party.id) == key}
    if len(parts) == 1:
        return next(iter(parts.values()))
    if key in evidence.actors:
        return evidence.actors[key].name
    return next((party.name for party in evidence.incident.perpetrators if party.id == key), key)
