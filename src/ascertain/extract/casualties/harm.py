"""What became of people or things, as one word of a sentence tells it."""

from dataclasses import dataclass, field

from ascertain.extract.casualties.victims import Number
from ascertain.model.claim import Outcome


@dataclass(slots=True)
class Harm:
    """One outcome told at a unit, with the noun phrases it befell; `shared` where two outcomes share one figure.

    `each` says that both are sure to have happened ("killed and wounded", not "or"): one at least for each. `among`
    says that those counted are some of them ("was among the dead"). `elsewhere` is one told by its figure alone, with a
    place or cause of its own in the units up to `until` ("nine in X and four in Y"); `others` are units of the other's
    among these ("nine and four in X and Y, respectively"). `parted` is a whole whose parts are told so ("seven, among
    them three in X and four in Y"); `own_word` one elsewhere told by a word of its own ("one killed in X and two hurt
    in Y").
    """

    outcome: Outcome
    unit: int
    victims: list[int] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    agents: list[int] = field(default_factory=list)
    shared: bool = False
    each: bool = False
    negated: bool = False
    running: bool = False
    none: bool = False
    things: bool = False
    among: bool = False
    elsewhere: bool = False
    until: int = 0
    others: frozenset[int] = frozenset()
    parted: bool = False
    own_word: bool = False
