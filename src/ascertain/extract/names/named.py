"""A name found by how it is built."""

from typing import NamedTuple


class Named(NamedTuple):
    """Words [first, last) that are a name; `type` is person or organisation, `private` a person without an office.

    `cut` is the number of characters of the first word that are no part of it: an "and" written onto it.
    """

    first: int
    last: int
    type: str
    private: bool = False
    cut: int = 0
