"""Three published ways of fusing conflicting statements, written from their papers, to compare with our own."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
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

    The paper's priors: accuracy 0.8, dependence 0.2 (0.1 each way), copying rate 0.8, 100 wrong values.
    """
    prior, rate, wrong_values = 0.2, 0.8, 100
    said = sorted(set(statements), key=repr)
    claims: dict[str, dict[str, Hashable]] = defaultdict(dict)
    values: dict[str, dict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source, about, value in said:
        claims[source].setdefault(about, value)
        values[about][value].append(source)
    accuracy = dict.fromkeys(claims, 0.8)
    belief: dict[tuple[str, Hashable], float] = {}
    for about, given in values.items():
        for value, sources in given.items():
            belief[about, value] = len(sources) / sum(len(other) for other in given.values())
    shared: Counter[tuple[str, str]] = Counter()
    for given in values.values():
        for sources in given.values():
            ordered = sorted(set(sources))
            shared.update((a, b) for place, a in enumerate(ordered) for b in ordered[place + 1 :])
    pairs = sorted(pair for pair, times in shared.items() if times >= 2)
    for _ in range(rounds):
        dependence: dict[str, dict[str, float]] = defaultdict(dict)
        for first, second in pairs:
            chance = _dependence(claims[first], claims[second], accuracy[first], accuracy[second], belief, prior, rate)
            if chance > 0.01:
                dependence[first][second] = dependence[second][first] = chance
        for about, given in values.items():
            score = {}
            for value, sources in given.items():
                total, counted = 0.0, []
                for source in sorted(set(sources), key=lambda one: (-sum(dependence[one].values()), one)):
                    apart = math.prod(1 - rate * dependence[source].get(other, 0.0) for other in counted)
                    total += apart * math.log(wrong_values * accuracy[source] / (1 - accuracy[source]))
                    counted.append(source)
                score[value] = total
            top = max(score.values())
            whole = sum(math.exp(one - top) for one in score.values())
            for value, one in score.items():
                belief[about, value] = math.exp(one - top) / whole
        accuracy = {
            source: min(0.99, max(0.01, sum(belief[about, value] for about, value in stated.items()) / len(stated)))
            for source, stated in claims.items()
        }
    return {
        about: min(given, key=lambda value: (-belief[about, value], repr(value))) for about, given in values.items()
    }


def _dependence(
    mine: dict[str, Hashable],
    theirs: dict[str, Hashable],
    a: float,
    b: float,
    belief: dict[tuple[str, Hashable], float],
    prior: float,
    rate: float,
) -> float:
    right, wrong = a * b, (1 - a) * (1 - b) / 100
    other = max(1e-9, 1 - right - wrong)
    mean = (a + b) / 2
    odds = math.log((1 - prior) / prior)
    for about in mine.keys() & theirs.keys():
        if mine[about] != theirs[about]:
            odds += math.log(other / (other * (1 - rate)))
        elif belief[about, mine[about]] > 0.5:
            odds += math.log(right / (mean * rate + right * (1 - rate)))
        else:
            odds += math.log(wrong / ((1 - mean) * rate + wrong * (1 - rate)))
    return 1 / (1 + math.exp(max(-50.0, min(50.0, odds))))
