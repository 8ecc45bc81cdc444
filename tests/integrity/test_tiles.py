from pathlib import Path

import pytest

from ascertain.integrity import Act, Disk, KeyRing, Ledger, verify
from ascertain.integrity.merkle import CompactRange, LeafList, inclusion_proof, is_consistent, is_included, leaf_hash
from ascertain.integrity.tiles import Tiles


class QuickDisk(Disk):
    """Syncs nothing."""

    def sync(self, descriptor: int) -> None: ...
    def sync_folder(self, path: Path) -> None: ...


def leaves(count: int) -> list[bytes]:
    return [leaf_hash(str(n).encode()) for n in range(count)]


@pytest.mark.parametrize("size", [1, 255, 256, 257, 700, 66_000])
@pytest.mark.parametrize("is_written", [False, True])
def test_tiles_give_the_same_proofs_as_leaves(tmp_path: Path, size: int, is_written: bool) -> None:
    hashes, tiles = leaves(size), Tiles(tmp_path)
    for leaf in hashes:
        tiles.append(leaf)
    if is_written:
        tiles.write(QuickDisk())
        assert not tiles.unwritten
    whole = LeafList(hashes)
    for index in {0, 1, size // 3, size // 2, size - 1}:
        for total in {size, size - size // 7, max(1, size // 2)}:
            if index < total:
                assert inclusion_proof(tiles, index, total) == inclusion_proof(whole, index, total)


def fill(case: Path, count: int) -> Ledger:
    ledger = Ledger(
        case / ".ascertain", KeyRing(case.parent / "keys"), lambda: "2020-05-04T03:02:01Z", disk=QuickDisk()
    )
    ledger.append([Act(action="note", by="desk", args={"n": n}) for n in range(count)])
    return ledger


def test_a_ledger_proves_from_tiles_and_from_entries_where_a_tile_is_damaged(tmp_path: Path) -> None:
    ledger = fill(tmp_path / "case", 700)
    fill(tmp_path / "case", 300)
    ledger = fill(tmp_path / "case", 5)
    files = [path for path in ledger.places.tiles.rglob("*") if path.is_file()]
    assert len(files) == 3
    newest = ledger.checkpoint
    assert newest is not None
    entries = list(ledger.entries())

    def prove() -> None:
        for n in (0, 5, 300, 699, 1000, len(ledger) - 1):
            proof = ledger.inclusion_proof(n, newest.size)
            assert is_included(leaf_hash(entries[n].line), n, newest.size, proof, newest.root)
        old = ledger.checkpoint_over(0)
        path = ledger.consistency_proof(old.size, newest.size)
        assert is_consistent(old.size, newest.size, path, old.root, newest.root)

    prove()
    assert verify(tmp_path / "case").state == "intact"
    files[0].write_bytes(bytes(len(files[0].read_bytes())))
    prove()
    verdict = verify(tmp_path / "case")
    assert verdict.state == "broken"
    assert "Nothing is lost" in verdict.damages[0].lost
    files[1].unlink()
    prove()
    files[0].unlink()
    assert verify(tmp_path / "case").state == "intact"
    ledger = fill(tmp_path / "case", 1)
    assert len([path for path in ledger.places.tiles.rglob("*") if path.is_file()]) == 3, "made again"


def test_the_root_over_tiles_is_that_of_the_tree(tmp_path: Path) -> None:
    hashes, tiles = leaves(512), Tiles(tmp_path)
    for leaf in hashes:
        tiles.append(leaf)
    assert tiles.node(9, 0) == CompactRange(hashes).root()
