"""Marks of a picture: small places in it that can be found again in a crop, a mirror image or a screenshot of it.

A hash of the whole picture is lost with a fifth of its edge, or when it is mirrored. Here the corners and blobs of its
brightness (Lowe 2004) are each described by the signs of 63 low frequencies around them, 64 bits that a smaller copy,
another compression and other colours leave nearly as they are. Mirroring changes the signs of the odd columns and
nothing else, so a mirror image is compared without a second description.
"""

import base64
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LONGEST = 384  # pixels of the longer side that marks are looked for in
_LEVELS = 5  # sizes, each smaller by the square root of two
_PER_LEVEL = 70
_APART = 5  # pixels that two marks of one level lie apart at least
_HALF = 20  # pixels from a mark to the edge of what describes it
_SIDE = 16  # samples along it
_EDGE = 10.0  # curvature across by curvature along, from which a mark is on an edge and slides along it
_FAINT = 2.0  # of 255
_COSINES = np.cos(np.pi / _SIDE * np.outer(np.arange(8), np.arange(_SIDE) + 0.5))
_COLUMNS = np.tile(np.arange(8) % 2 == 1, 8)  # which of the 64 bits mirroring turns over
_RECORD = np.dtype([("bits", "<u8"), ("x", "<u2"), ("y", "<u2"), ("level", "u1")])

Field = NDArray[np.float32]


def _packed(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    return np.packbits(bits, axis=-1).view(">u8")[..., 0].astype(np.uint64)


MIRROR = np.uint64(_packed(_COLUMNS[None, :])[0])


class Marks(NamedTuple):
    """Bits, place in thousandths of the longer side, and level of each mark."""

    bits: NDArray[np.uint64]
    places: NDArray[np.float64]
    levels: NDArray[np.int64]


def marks_of(picture: Image.Image) -> str:
    """Return the marks of a picture as text: base64 of 13 bytes a mark, at most 350 of them; "" where it has none."""
    share = LONGEST / max(picture.size)  # a small picture is made larger: sizes are then the same share of any
    size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    grey = picture.convert("L").resize(size, Image.Resampling.BOX if share < 1 else Image.Resampling.BICUBIC)
    found = [_level(grey, level) for level in range(_LEVELS)]
    return base64.b64encode(np.concatenate(found).tobytes()).decode("ascii")


def read_marks(written: str) -> Marks:
    """Return marks that `marks_of` wrote."""
    records = np.frombuffer(base64.b64decode(written), dtype=_RECORD)
    places = np.stack([records["x"], records["y"]], axis=-1).astype(np.float64)
    return Marks(records["bits"].astype(np.uint64), places, records["level"].astype(np.int64))


def _level(grey: Image.Image, level: int) -> NDArray[np.void]:
    scale = 2.0 ** (-level / 2)
    size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
    nothing: NDArray[np.void] = np.empty(0, dtype=_RECORD)
    if min(size) < 2 * _HALF + 4:
        return nothing
    field = np.asarray(grey.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0), dtype=np.float32)
    fine = _blurred(field, 1.6)
    rows, columns = _found(fine, _blurred(fine, 2.0))
    if not len(rows):
        return nothing
    made = np.empty(len(rows), dtype=_RECORD)
    made["bits"] = _described(_blurred(fine, 1.2), rows, columns)
    longest = max(size)
    made["x"], made["y"] = np.rint(columns * 1000 / longest), np.rint(rows * 1000 / longest)
    made["level"] = level
    return made


def _blurred(field: Field, sigma: float) -> Field:
    reach = int(3 * sigma + 0.5)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    for axis in (0, 1):
        edges = [(reach, reach) if one == axis else (0, 0) for one in (0, 1)]
        wide = np.pad(field, edges, mode="edge")
        length = field.shape[axis]
        field = sum(
            weight * np.take(wide, range(start, start + length), axis=axis) for start, weight in enumerate(weights)
        )
    return field


def _found(fine: Field, coarse: Field) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return rows and columns of the strongest blobs and corners, edges left out."""
    response = fine - coarse
    strength = np.abs(response)
    strongest = _most(strength, _APART)
    inside = np.zeros(strength.shape, dtype=bool)
    inside[_HALF:-_HALF, _HALF:-_HALF] = True
    rows, columns = np.nonzero((strength == strongest) & (strength >= _FAINT) & inside)
    middle = response[rows, columns]
    across = response[rows, columns + 1] + response[rows, columns - 1] - 2 * middle
    down = response[rows + 1, columns] + response[rows - 1, columns] - 2 * middle
    mixed = (
        response[rows + 1, columns + 1] + response[rows - 1, columns - 1]
        - response[rows + 1, columns - 1] - response[rows - 1, columns + 1]
    ) / 4  # fmt: skip
    determinant = across * down - mixed**2
    corner = (determinant > 0) & ((across + down) ** 2 * _EDGE < (_EDGE + 1) ** 2 * determinant)
    rows, columns = rows[corner], columns[corner]
    order = np.lexsort((columns, rows, -strength[rows, columns]))[:_PER_LEVEL]
    return rows[order], columns[order]


def _most(field: Field, reach: int) -> Field:
    """Return the most of `field` within `reach` of each place, by row and column."""
    for axis in (0, 1):
        edges = [(reach, reach) if one == axis else (0, 0) for one in (0, 1)]
        wide = np.pad(field, edges, mode="constant", constant_values=-1)
        windows = np.lib.stride_tricks.sliding_window_view(wide, 2 * reach + 1, axis=axis)
        field = windows.max(axis=-1)
    return field


def _described(field: Field, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.uint64]:
    steps = np.rint(np.linspace(-_HALF, _HALF, _SIDE)).astype(np.int64)
    patches = field[rows[:, None, None] + steps[None, :, None], columns[:, None, None] + steps[None, None, :]]
    low = np.einsum("ui,nij,vj->nuv", _COSINES, patches.astype(np.float64), _COSINES).reshape(len(rows), 64)
    bits = low > 0
    bits[:, 0] = False  # the mean brightness tells nothing
    return _packed(bits)
