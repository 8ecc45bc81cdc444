"""The tree's hashes on disk, 256 to a tile, so that a proof over a million entries reads a few of them.

A tile of level L holds 256 neighbouring nodes of the tree's level 8 L, as c2sp.org/tlog-tiles cuts it; only whole tiles
are kept. They are derived: verification checks them, and whoever finds none makes them again from the entries.
"""

from pathlib import Path

from ascertain.integrity.disk import Disk, make_folders, write_whole
from ascertain.integrity.merkle import node_hash

WIDTH, _HASH = 256, 32
_BITS = 8


class Tiles:
    """Whole tiles, on disk or still to be written, and at each level the nodes after the last whole one."""

    def __init__(self, folder: Path, *, trusts_disk: bool = True) -> None:
        """Start an empty tree; `folder` is where tiles lie or will.

        Where the disk is trusted, a tile that lies there is not kept in memory, and proofs made of it are checked.
        """
        self.folder, self._trusts_disk = folder, trusts_disk
        self.unwritten: dict[tuple[int, int], bytes] = {}
        self._edges: list[list[bytes]] = [[]]
        self._whole: list[int] = [0]

    def append(self, leaf: bytes) -> None:
        """Add the hash of one more entry."""
        level, node = 0, leaf
        while True:
            if level == len(self._edges):
                self._edges.append([])
                self._whole.append(0)
            edge = self._edges[level]
            edge.append(node)
            if len(edge) < WIDTH:
                return
            self._finish(level, b"".join(edge))
            node, level = _root(edge), level + 1

    def _finish(self, level: int, content: bytes) -> None:
        index = self._whole[level]
        path = self.path(level, index)
        if not (self._trusts_disk and path.is_file() and path.stat().st_size == len(content)):
            self.unwritten[level, index] = content
        self._whole[level] += 1
        self._edges[level] = []

    def path(self, level: int, index: int) -> Path:
        """Return where a tile lies: a folder a level, and one for each thousand tiles."""
        return self.folder / str(level) / f"{index // 1000:03}" / f"{index % 1000:03}"

    def node(self, level: int, index: int) -> bytes:
        """Return the hash of the subtree of 2**level entries that starts at entry index * 2**level."""
        tile_level, above = divmod(level, _BITS)
        first = index << above
        tile, place = divmod(first, WIDTH)
        if tile_level < len(self._whole) and tile < self._whole[tile_level]:
            content = self.unwritten.get((tile_level, tile)) or self.path(tile_level, tile).read_bytes()
            hashes = [content[at : at + _HASH] for at in range(place * _HASH, (place + (1 << above)) * _HASH, _HASH)]
        else:
            hashes = self._edges[tile_level][place : place + (1 << above)]
        return _root(hashes)

    def write(self, disk: Disk) -> None:
        """Write the tiles that are whole and not yet on the disk."""
        for (level, index), content in sorted(self.unwritten.items()):
            path = self.path(level, index)
            make_folders(disk, path.parent)
            write_whole(disk, path, content)
        self.unwritten.clear()


def _root(hashes: list[bytes]) -> bytes:
    """Return the root over hashes whose number is a power of two."""
    while len(hashes) > 1:
        hashes = [node_hash(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]
