"""Three published ways of fusing conflicting statements, written from their papers, to compare with our own."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import Any

Statements = Sequence[tuple[str, str, Hashable]]
Answer = dict[str, Any]
Similar = Callable[[Any, Any], float]


def vote(statements: Statements) -> Answer:
    """Return the value that most sources give; of equals the first in order."""
    votes: dict[str, Counter[Hashable]] = defaultdict(Counter)
    for _, about, value in sorted(set(statements), key=repr):
        votes[about][value] += 1
    return {about: min(counted, key=lambda value: (-counted[value], repr(value))) for about, counted in votes.items()}


def truth_finder(statements: Statements, similar: Similar | None = None, rounds: int = 20) -> Answer:
    """Yin, Han, Yu, "Truth discovery with multiple conflicting information providers on the web", KDD 2007.

    Initial trust 0.9, dampening 0.3, influence between facts 0.5, base similarity 0.5: the paper's own figures.
    """
    dampening, influence, base = 0.3, 0.5, 0.5
    said = sorted(set(statements), key=repr)
    trust = {source: 0.9 for source, _, _ in said}
    facts: dict[str, dict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
    own: dict[str, list[tuple[str, Hashable]]] = defaultdict(list)
    for source, about, value in said:
        facts[about][value].append(source)
        own[source].append((about, value))
    confidence: dict[tuple[str, Hashable], float] = {}
    for _ in range(rounds):
        for about, values in facts.items():
            raw = {
                value: sum(-math.log(max(1e-9, 1 - trust[source])) for source in sources)
                for value, sources in values.items()
            }
            for value in values:
                more = (
                    sum(raw[other] * (similar(other, value) - base) for other in values if other != value)
                    if similar
                    else 0.0
                )
                confidence[about, value] = 1 / (1 + math.exp(-dampening * (raw[value] + influence * more)))
        trust = {
            source: min(0.999999, sum(confidence[fact] for fact in stated) / len(stated))
            for source, stated in own.items()
        }
    return {
        about: min(values, key=lambda value: (-confidence[about, value], repr(value)))
        for about, values in facts.items()
    }


def accu_copy(statements: Statements, rounds: int = 12) -> Answer:
    """Dong, Berti-Equille, Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009.

    The paper's priors: accuracy 0.8, dependence 0.2 (0.1 each way), copying rate 0.8, 100 wrong values. A value's
    probability is taken over all 101 that a thing may have, those that nobody gives among them: without them a shop
    that stands alone is always right, and no accuracy is learnt. Sources of a value are counted from the most accurate
    down; in the paper's own order, by dependence, the rounds don't settle on this set (0.85 after the first, 0.73 after
    twelve). The paper reports about 0.87 on 100 books of its own; similarity of values (AccuCopySim) is left out.
    """
    said = sorted(set(statements), key=repr)
    claims: dict[str, dict[str, Hashable]] = defaultdict(dict)
    values: dict[str, dict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source, about, value in said:
        if about not in claims[source]:
            claims[source][about] = value
            values[about][value].append(source)
    accuracy = dict.fromkeys(claims, 0.8)
    truth = {about: min(given, key=lambda value: (-len(given[value]), repr(value))) for about, given in values.items()}
    belief: dict[tuple[str, Hashable], float] = {}
    shared = {
        pair for given in values.values() for sources in given.values() for pair in combinations(sorted(sources), 2)
    }
    for _ in range(rounds):
        dependence: dict[str, dict[str, float]] = defaultdict(dict)
        for first, second in sorted(shared):
            chance = _dependence(claims[first], claims[second], accuracy[first], accuracy[second], truth)
            if chance > 0.01:
                dependence[first][second] = dependence[second][first] = chance
        before, truth = truth, {}
        for about, given in values.items():
            score = {value: _vote_count(sources, accuracy, dependence) for value, sources in given.items()}
            top = max(0.0, *score.values())
            whole = sum(math.exp(one - top) for one in score.values())
            whole += max(0, WRONG_VALUES + 1 - len(score)) * math.exp(-top)
            belief.update({(about, value): math.exp(one - top) / whole for value, one in score.items()})
            truth[about] = min(score, key=lambda value: (-score[value], repr(value)))
        accuracy = {
            source: min(0.99, max(0.01, sum(belief[about, value] for about, value in stated.items()) / len(stated)))
            for source, stated in claims.items()
        }
        if truth == before:
            break
    return truth


WRONG_VALUES, COPYING_RATE, DEPENDENT = 100, 0.8, 0.2


def _vote_count(sources: Sequence[str], accuracy: dict[str, float], dependence: dict[str, dict[str, float]]) -> float:
    """Return the vote count of a value: each source's, for the chance that it did not take it from one before."""
    total, counted = 0.0, list[str]()
    for source in sorted(sources, key=lambda one: (-accuracy[one], one)):
        apart = math.prod(1 - COPYING_RATE * dependence[source].get(other, 0.0) for other in counted)
        total += apart * math.log(WRONG_VALUES * accuracy[source] / (1 - accuracy[source]))
        counted.append(source)
    return total


def _dependence(
    mine: dict[str, Hashable], theirs: dict[str, Hashable], a: float, b: float, truth: dict[str, Hashable]
) -> float:
    """Return the probability that one of two sources copies the other, either way, by Bayes over what both tell of."""
    right, wrong = a * b, (1 - a) * (1 - b) / WRONG_VALUES
    other = max(1e-12, 1 - right - wrong)
    c = COPYING_RATE
    apart, first, second = math.log(1 - DEPENDENT), math.log(DEPENDENT / 2), math.log(DEPENDENT / 2)
    for about in mine.keys() & theirs.keys():
        if mine[about] != theirs[about]:
            odds = math.log(other), math.log(other * (1 - c)), math.log(other * (1 - c))
        elif truth[about] == mine[about]:
            odds = math.log(right), math.log(b * c + right * (1 - c)), math.log(a * c + right * (1 - c))
        else:
            odds = math.log(wrong), math.log((1 - b) * c + wrong * (1 - c)), math.log((1 - a) * c + wrong * (1 - c))
        apart, first, second = apart + odds[0], first + odds[1], second + odds[2]
    top = max(apart, first, second)
    return 1 - math.exp(apart - top) / sum(math.exp(one - top) for one in (apart, first, second))
