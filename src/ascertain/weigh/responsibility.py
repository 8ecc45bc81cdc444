"""Responsibility: which parties are said to have done it, whether together or one or the other, and who admits it."""

from dataclasses import dataclass
from itertools import combinations

from ascertain.weigh.evidence import Evidence, acts_for
from ascertain.weigh.parties import admissions, doers, joint

# A party that fewer than this share of the best supported one's origins name does not contest it.
MINOR = 0.34


@dataclass(frozen=True)
class Responsibility:
    """Who is said to have done it: `named` best supported first, with the reasons."""

    named: tuple[str, ...]
    contested: bool
    joint: bool
    declared: bool
    declared_name: str
    because: tuple[str, ...]


def responsibility(evidence: Evidence) -> Responsibility:
    """Return what the claims say of who did it.

    Contested where parties are named that no claim says acted together, by different origins or as alternatives: allies
    too, since each has to answer for what it does itself. A party and those who act for it are no rivals. A party that
    says itself that it did it settles the question of whether it did.
    """
    told = doers(evidence)
    top = max((len(origins) for origins in told.values()), default=0)
    named = sorted((key for key in told if len(told[key]) >= MINOR * top), key=lambda key: (-len(told[key]), key))
    together = joint(evidence)
    rivals = [
        (a, b)
        for a, b in combinations(named, 2)
        if frozenset((a, b)) not in together and not acts_for(a, b, evidence.actors)
    ]
    admitted = admissions(evidence)
    because = [
        f"{_name(evidence, key)} is named by {len(told[key])} of {len(evidence.origins)} origins" for key in named
    ]
    because += [f"{_name(evidence, a)} and {_name(evidence, b)} are both named" for a, b in rivals]
    because += [f"claim {claim.id}: said by the party itself" for claim in admitted[:3]]
    if not named:
        because = ["no claim names a party that did it"]
    return Responsibility(
        named=tuple(named),
        contested=bool(rivals),
        joint=len(named) > 1 and not rivals,
        declared=bool(admitted),
        declared_name=evidence.origin_of[admitted[0].id].name if admitted else "",
        because=tuple(because),
    )


def _name(evidence: Evidence, key: str) -> str:
    return evidence.actors[key].name if key in evidence.actors else key
