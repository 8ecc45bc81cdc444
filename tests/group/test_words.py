"""Rare words: each telling's, weighed by how few have them."""

import math

from ascertain.group.words import Bags


def test_words_of_one_telling_or_of_too_many_are_left_out():
    bags = Bags()
    for number in range(300):
        bags.add(frozenset({"everywhere", f"own{number}", *(["mill"] if number < 3 else []), "late"[: number % 2 * 4]}))
    weighed = bags.weighted()
    assert [len(bag) for bag in weighed[:4]] == [1, 1, 1, 0]
    assert weighed[0] == weighed[2] == {0: math.log(300 / 3)}


def test_words_are_numbered_in_order_whatever_the_order_they_came_in():
    def weighed(*tellings: set[str]) -> list[dict[int, float]]:
        bags = Bags()
        for words in tellings:
            bags.add(frozenset(words))
        return bags.weighted()

    ahead = weighed({"mill", "bridge"}, {"bridge", "weir"}, {"weir", "mill"})
    assert [list(bag) for bag in ahead] == [[0, 1], [0, 2], [1, 2]]
    assert weighed({"weir", "mill"}, {"bridge", "weir"}, {"mill", "bridge"}) == ahead[::-1]
    assert weighed() == []
