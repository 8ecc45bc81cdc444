"""Which of several values to believe when the sources copy one another.

A vote counts heads, and a mistake that ten outlets took from an eleventh wins it. Here a source's word weighs by how
often it was right, and only once for everything that depends on it. Dependence comes from what `relate` has shown and
from the statements themselves: sources that agree by being right tell nothing of each other, those that share a mistake
do (Dong, Berti-Equille, Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009). Beyond
that paper: values that are compatible support one another one way (a list that breaks off supports the full one,
"at least ten" supports twelve, and not the other way round), a source with few statements is held to what is usual, and
known derivations come in as evidence.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value", bound=Hashable)
Floats = NDArray[np.float64]


class Statement(NamedTuple, Generic[Value]):
    """A source says of a thing that it has a value."""

    source: str
    about: str
    value: Value


class Fused(NamedTuple, Generic[Value]):
    """The value to believe, how probable it is, and how many independent voices it comes down to."""

    value: Value
    probability: float
    voices: float


@dataclass(frozen=True)
class FusionSettings:
    """What is assumed before anything is known; what the paper gives none for was tried on `bench/fusion.py`.

    `copying` is the prior that one source copies another, `copied` the share that a copier copies, `wrong_values` how
    many wrong values a thing may have, those that nobody gives among them, `accuracy` the prior of a source's, worth
    `weight` statements, `support` how far compatible values count for one another.
    """

    copying: float = 0.005
    copied: float = 0.8
    wrong_values: int = 100
    accuracy: float = 0.8
    weight: float = 4.0
    support: float = 0.45
    rounds: int = 6
    least_shared: int = 2


def fuse(
    statements: Iterable[Statement[Value]],
    supports: Callable[[Value, Value], float] | None = None,
    derived: Mapping[tuple[str, str], float] | None = None,
    settings: FusionSettings | None = None,
) -> dict[str, Fused[Value]]:
    """Return what to believe about each thing.

    `supports(value, other)` says how far, from 0 to 1, somebody who says `value` speaks for `other`; `derived` gives
    what is known of dependence, by (taker, giver). The order of the statements makes no difference.
    """
    world = _World(sorted(set(statements), key=repr), supports, settings or FusionSettings())
    return world.settle(derived or {})


class _World(Generic[Value]):
    """The statements as numbers."""

    def __init__(
        self,
        statements: Sequence[Statement[Value]],
        supports: Callable[[Value, Value], float] | None,
        settings: FusionSettings,
    ) -> None:
        self.settings = settings
        self.sources = sorted({one.source for one in statements})
        number = {source: place for place, source in enumerate(self.sources)}
        self.values: dict[str, list[Value]] = defaultdict(list)
        self.voters: dict[str, list[list[int]]] = defaultdict(list)
        self.said: list[dict[str, int]] = [{} for _ in self.sources]
        for one in statements:
            values = self.values[one.about]
            if one.value not in values:
                values.append(one.value)
                self.voters[one.about].append([])
            place = values.index(one.value)
            self.voters[one.about][place].append(number[one.source])
            self.said[number[one.source]].setdefault(one.about, place)
        self.support = {about: _matrix(values, supports) for about, values in self.values.items()}
        self.truth = {about: _vote(voters) for about, voters in self.voters.items()}
        self.accuracy = np.full(len(self.sources), settings.accuracy)
        self.shared = self._pairs()

    def _pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of sources that agree on enough things to be looked at."""
        agree: dict[tuple[int, int], int] = defaultdict(int)
        for about in sorted(self.voters):
            for voters in self.voters[about]:
                ordered = sorted(set(voters))
                for place, first in enumerate(ordered):
                    for second in ordered[place + 1 :]:
                        agree[first, second] += 1
        return sorted(pair for pair, times in agree.items() if times >= self.settings.least_shared)

    def settle(self, derived: Mapping[tuple[str, str], float]) -> dict[str, Fused[Value]]:
        """Go round: dependence from what is believed, weights from dependence, belief from weights."""
        number = {source: place for place, source in enumerate(self.sources)}
        known = {
            tuple(sorted((number[a], number[b]))): strength
            for (a, b), strength in derived.items()
            if a in number and b in number
        }
        dependent: dict[tuple[int, int], float] = {}
        for _ in range(self.settings.rounds):
            dependent = {pair: chance for pair in self.shared if (chance := self._dependence(*pair)) > 0.01}
            for pair, strength in known.items():
                dependent[pair[0], pair[1]] = max(strength, dependent.get((pair[0], pair[1]), 0.0))
            self._believe(dependent)
            self._trust()
        neighbours = _neighbours(dependent)
        return {about: self._fused(about, neighbours) for about in sorted(self.values)}

    def _dependence(self, first: int, second: int) -> float:
        """Return the probability that either of two sources copies from the other, by what they share."""
        chosen, mine, theirs = self.settings, self.said[first], self.said[second]
        odds = math.log((1 - chosen.copying) / chosen.copying)
        accuracy = [min(0.99, max(0.01, float(self.accuracy[source]))) for source in (first, second)]
        right = accuracy[0] * accuracy[1]
        wrong = (1 - accuracy[0]) * (1 - accuracy[1]) / chosen.wrong_values
        other = max(1e-6, 1 - right - wrong)
        mean = sum(accuracy) / 2
        small, large = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        for about, value in small.items():
            if about not in large:
                continue
            if large[about] != value:
                odds += math.log(other / (other * (1 - chosen.copied)))
                continue
            true = float(self.truth[about][value])
            if_right = math.log(right / (mean * chosen.copied + right * (1 - chosen.copied)))
            if_wrong = math.log(wrong / ((1 - mean) * chosen.copied + wrong * (1 - chosen.copied)))
            odds += true * if_right + (1 - true) * if_wrong
        return 1 / (1 + math.exp(min(50.0, max(-50.0, odds))))

    def _believe(self, dependent: Mapping[tuple[int, int], float]) -> None:
        neighbours = _neighbours(dependent)
        for about, voters in self.voters.items():
            scores = np.array([self._weight(sources, neighbours)[0] for sources in voters])
            scores = scores + self.settings.support * (self.support[about] @ scores)
            unsaid = max(0, self.settings.wrong_values + 1 - len(voters))
            self.truth[about] = _shares(scores, unsaid)

    def _weight(self, sources: Sequence[int], neighbours: Mapping[int, Mapping[int, float]]) -> tuple[float, float]:
        """Return what the sources of one value weigh together, in log odds, and as how many voices."""
        weight, voices = 0.0, 0.0
        counted: list[int] = []
        for source in sorted(set(sources), key=lambda one: (-float(self.accuracy[one]), one)):
            apart, near = 1.0, neighbours.get(source, {})
            for other in counted:
                apart *= 1 - self.settings.copied * near.get(other, 0.0)
            accuracy = min(0.99, max(0.05, float(self.accuracy[source])))
            weight += apart * math.log(self.settings.wrong_values * accuracy / (1 - accuracy))
            voices += apart
            counted.append(source)
        return weight, voices

    def _trust(self) -> None:
        for number, said in enumerate(self.said):
            right = sum(float(self.truth[about][value]) for about, value in said.items())
            prior = self.settings.accuracy * self.settings.weight
            self.accuracy[number] = (right + prior) / (len(said) + self.settings.weight)

    def _fused(self, about: str, neighbours: Mapping[int, Mapping[int, float]]) -> Fused[Value]:
        chances = self.truth[about]
        best = int(np.argmax(chances))
        return Fused(
            self.values[about][best], float(chances[best]), self._weight(self.voters[about][best], neighbours)[1]
        )


def _matrix(values: Sequence[Value], supports: Callable[[Value, Value], float] | None) -> Floats:
    """Return at [i, j] how far value j speaks for value i."""
    matrix = np.zeros((len(values), len(values)))
    if supports is not None:
        for row, value in enumerate(values):
            for column, other in enumerate(values):
                if row != column:
                    matrix[row, column] = supports(other, value)
    return matrix


def _neighbours(dependent: Mapping[tuple[int, int], float]) -> dict[int, dict[int, float]]:
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for (first, second), chance in dependent.items():
        found[first][second] = chance
        found[second][first] = chance
    return found


def _vote(voters: Sequence[Sequence[int]]) -> Floats:
    """Return what to believe before anything is known of the sources: the shares of the vote, squared.

    Were every value as likely, good sources that agree would look as though they had copied one another.
    """
    heads = np.array([len(set(sources)) for sources in voters], dtype=np.float64) ** 2
    return np.asarray(heads / heads.sum())


def _shares(scores: Floats, unsaid: int) -> Floats:
    """Return how probable each value is, beside as many others that nobody gives: one voice alone proves little."""
    top = max(0.0, float(scores.max()))
    raised = np.exp(scores - top)
    return np.asarray(raised / (raised.sum() + unsaid * math.exp(-top)))


def numbers_support(value: tuple[float, float | None], other: tuple[float, float | None]) -> float:
    """Return how far somebody who gives the interval `value` speaks for `other`: fully where it lies within."""
    low, high = value[0], math.inf if value[1] is None else value[1]
    other_high = math.inf if other[1] is None else other[1]
    return 1.0 if low <= other[0] and other_high <= high else 0.0
