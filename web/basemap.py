"""Turn Natural Earth's countries (world-atlas, TopoJSON) into arrays that Python reads in milliseconds.

`points` are longitude and latitude in hundred-thousandths of a degree, all rings one after another; ring r is
`points[starts[r]:starts[r + 1]]` and belongs to country `countries[r]`; `names` are the countries' names. A ring that
is a hole runs the other way round, as in the source.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

SCALE = 100_000


def write_basemap(source: Path, target: Path) -> None:
    """Read TopoJSON from `source` and write a compressed .npz, the same bytes each time."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    rings: list[np.ndarray] = []
    countries: list[int] = []
    names: list[str] = []
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        names.append(country.get("properties", {}).get("name", ""))
        for polygon in _polygons(country):
            for ring in polygon:
                rings.append(_ring(ring, arcs))
                countries.append(number)
    starts = np.cumsum([0, *(len(ring) for ring in rings)])
    np.savez_compressed(
        target,
        points=np.concatenate(rings),
        starts=starts.astype(np.int32),
        countries=np.array(countries, dtype=np.int32),
        names=np.array(names),
    )


def _degrees(arc: list[list[int]], transform: dict[str, Any]) -> np.ndarray:
    """Undo the quantising and delta coding of an arc (TopoJSON specification 2.1.3 and 2.1.2)."""
    steps = np.cumsum(np.array(arc, dtype=np.int64), axis=0)
    return np.rint((steps * transform["scale"] + transform["translate"]) * SCALE).astype(np.int32)


def _polygons(country: dict[str, Any]) -> list[Any]:
    if country.get("type") == "Polygon":
        return [country["arcs"]]
    return list(country["arcs"]) if country.get("type") == "MultiPolygon" else []


def _ring(indexes: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """Join arcs; a negative index is an arc taken backwards, and each arc starts where the last ended."""
    parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indexes]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
