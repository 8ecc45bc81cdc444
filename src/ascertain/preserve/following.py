"""What a ledger holds of one action, read once and followed as the ledger grows."""

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from ascertain.integrity.entry import Entry
from ascertain.integrity.ledger import Ledger

Key = TypeVar("Key")
Value = TypeVar("Value")


class Following(Generic[Key, Value]):
    """The entries of one action of each ledger, by key, in order; of two with one key the first stays.

    A ledger is not read from its start again for each batch or decision.
    """

    def __init__(self, action: str, take: Callable[[Entry], tuple[Key, Value]]) -> None:
        """Follow the entries of `action`; `take` gives the key and the value of each."""
        self._action, self._take = action, take
        self._read: WeakKeyDictionary[Ledger, tuple[int, dict[Key, Value]]] = WeakKeyDictionary()

    def of(self, ledger: Ledger) -> dict[Key, Value]:
        """Return what the ledger holds by now."""
        read, found = self._read.get(ledger, (0, {}))
        for entry in ledger.entries(read, action=self._action):
            found.setdefault(*self._take(entry))
        self._read[ledger] = len(ledger), found
        return found
