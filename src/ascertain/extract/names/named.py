"""A name found by how it is built."""

from collections.abc import Iterator
from typing import NamedTuple

from ascertain.text import Document


class Named(NamedTuple):
    """Words [first, last) that are a name of a person, an organisation or an armed_group (`type`).

    `private` is a person without an office;
    `cut` is the number of characters of the first word that are no part of it: an "and" written onto it.
    """

    first: int
    last: int
    type: str
    private: bool = False
    cut: int = 0


def parts_at_and(document: Document, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield capitalised runs, those with an "and" inside in parts."""
    for first, last in runs:
        begin = first
        for index in range(first, last):
            if document.words[index] in ("and", "&"):
                yield begin, index
                begin = index + 1
        yield begin, last
