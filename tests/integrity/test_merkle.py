import hashlib

from hypothesis import given
from hypothesis import strategies as st

from ascertain.integrity.merkle import (
    EMPTY_ROOT,
    CompactRange,
    LeafList,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    leaf_hash,
    root_of,
)

# The leaves and roots that the test suite of certificate-transparency-go uses.
CT_LEAVES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaves(count: int) -> list[bytes]:
    return [leaf_hash(str(n).encode()) for n in range(count)]


def test_roots_are_those_that_certificate_transparency_publishes() -> None:
    tree = CompactRange()
    assert tree.root() == EMPTY_ROOT == hashlib.sha256(b"").digest()
    for leaf, root in zip(CT_LEAVES, CT_ROOTS, strict=True):
        tree.append(leaf_hash(leaf))
        assert tree.root().hex() == root


@given(st.integers(0, 300))
def test_the_compact_range_and_the_recursive_definition_agree(size: int) -> None:
    hashes = leaves(size)
    assert CompactRange(hashes).root() == root_of(LeafList(hashes), 0, size)


@given(st.integers(1, 200).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size))))
def test_every_entry_can_be_shown_and_no_other_in_its_place(pair: tuple[int, int]) -> None:
    index, size = pair
    hashes = leaves(size)
    proof, root = inclusion_proof(LeafList(hashes), index, size), CompactRange(hashes).root()
    assert is_included(hashes[index], index, size, proof, root)
    assert not is_included(leaf_hash(b"another"), index, size, proof, root)
    assert not is_included(hashes[index], index, size, [*proof, root], root)
    assert not is_included(hashes[index], size, size, proof, root)
    for place in range(len(proof)):
        damaged = [*proof]
        damaged[place] = bytes(32)
        assert not is_included(hashes[index], index, size, damaged, root)


@given(st.integers(1, 200).flatmap(lambda size: st.tuples(st.integers(1, size), st.just(size))))
def test_every_earlier_tree_can_be_shown_and_no_other(pair: tuple[int, int]) -> None:
    earlier, size = pair
    hashes = leaves(size)
    proof = consistency_proof(LeafList(hashes), earlier, size)
    old, new = CompactRange(hashes[:earlier]).root(), CompactRange(hashes).root()
    assert is_consistent(earlier, size, proof, old, new)
    other = CompactRange([leaf_hash(b"another"), *hashes[1:earlier]]).root()
    assert not is_consistent(earlier, size, proof, other, new)
    assert not is_consistent(earlier, size, [*proof, new], old, new)
