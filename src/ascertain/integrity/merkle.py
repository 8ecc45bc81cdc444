"""The Merkle tree of RFC 6962 (section 2.1): leaves, roots, and proofs that a stranger can check.

A leaf is SHA-256 of 0x00 and the entry's bytes, a node SHA-256 of 0x01 and its two children, so that neither can pass
for the other. Proofs are checked by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of an entry as a leaf."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class CompactRange:
    """The least that must be kept to add leaves and to know the root: one hash for each bit set in the size."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        """Start from the hashes of the first leaves."""
        self.size = 0
        self._peaks: list[bytes] = []
        for leaf in leaves:
            self.append(leaf)

    def append(self, leaf: bytes) -> None:
        """Add the hash of one more leaf."""
        carried = self.size
        while carried & 1:
            leaf = node_hash(self._peaks.pop(), leaf)
            carried >>= 1
        self._peaks.append(leaf)
        self.size += 1

    def copy(self) -> "CompactRange":
        """Return one that grows apart from this."""
        other = CompactRange()
        other.size, other._peaks = self.size, list(self._peaks)
        return other

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root


class Nodes(Protocol):
    """Where the hashes of whole subtrees come from: a list of leaves in memory, or tiles on disk."""

    def node(self, level: int, index: int) -> bytes:
        """Return the hash of the subtree of 2**level leaves that starts at leaf index * 2**level."""
        ...


class LeafList:
    """Leaves in memory, as `Nodes`."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        """Keep the hashes of the leaves, and of the nodes as they are asked for."""
        self._leaves = leaves
        self._known: dict[tuple[int, int], bytes] = {}

    def node(self, level: int, index: int) -> bytes:
        """Return the hash of a whole subtree."""
        if level == 0:
            return self._leaves[index]
        if (level, index) not in self._known:
            left, right = self.node(level - 1, 2 * index), self.node(level - 1, 2 * index + 1)
            self._known[level, index] = node_hash(left, right)
        return self._known[level, index]


def _split(size: int) -> int:
    """Return the largest power of two smaller than `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def root_of(nodes: Nodes, low: int, high: int) -> bytes:
    """Return the root over the leaves from `low` up to but without `high`; `low` is where a subtree starts."""
    size = high - low
    if size == 0:
        return EMPTY_ROOT
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return nodes.node(level, low >> level)
    middle = low + _split(size)
    return node_hash(root_of(nodes, low, middle), root_of(nodes, middle, high))


def inclusion_proof(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """Return the hashes that lead from leaf `index` to the root over `size` leaves (RFC 6962, 2.1.1)."""
    low, high, path = 0, size, []
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(root_of(nodes, middle, high))
            high = middle
        else:
            path.append(root_of(nodes, low, middle))
            low = middle
    return path[::-1]


def consistency_proof(nodes: Nodes, earlier: int, size: int) -> list[bytes]:
    """Return the hashes that show the tree of `earlier` leaves to be a prefix of that of `size` (RFC 6962, 2.1.2)."""
    low, high, whole, path = 0, size, True, []
    if not 0 < earlier < size:
        return []
    while earlier != high:
        middle = low + _split(high - low)
        if earlier <= middle:
            path.append(root_of(nodes, middle, high))
            high = middle
        else:
            path.append(root_of(nodes, low, middle))
            low, whole = middle, False
    if not whole:
        path.append(root_of(nodes, low, high))
    return path[::-1]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Return whether `proof` leads from `leaf` at `index` to `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, reached = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            reached = node_hash(step, reached)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            reached = node_hash(reached, step)
        at, last = at >> 1, last >> 1
    return last == 0 and reached == root


def is_consistent(earlier: int, size: int, proof: Sequence[bytes], earlier_root: bytes, root: bytes) -> bool:
    """Return whether `proof` shows that the earlier tree is a prefix of the later one (RFC 9162, 2.1.4.2)."""
    if earlier == size:
        return not proof and earlier_root == root
    if not 0 < earlier < size or not proof:
        return False
    path = list(proof) if earlier & (earlier - 1) else [earlier_root, *proof]
    at, last = earlier - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old == earlier_root and new == root
