"""Origins as a graph: each in a band of its own, with everything that comes from it to its right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ascertain.model import Edge, Origin
from ascertain.publish.languages import tongue
from ascertain.publish.phrases import EDGES
from ascertain.publish.site.figures.svg import drawing, element, link, text, title, width_of
from ascertain.publish.telling.claim_ids import without_claim_ids

WIDTH = 880.0
_NODE, _GAP, _BAND, _ROOT = 26.0, 8.0, 12.0, 210.0


@dataclass(frozen=True)
class Node:
    """A report in the graph; `id` is its item's."""

    id: str
    label: str
    href: str


@dataclass
class _Band:
    origin: Origin
    columns: list[list[str]]
    top: float = 0.0

    @property
    def height(self) -> float:
        return max(1, *(len(column) for column in self.columns)) * (_NODE + _GAP) + _BAND


def draw_origins(
    origins: Sequence[Origin], edges: Sequence[Edge], nodes: Mapping[str, Node], item_of: Mapping[str, str], label: str
) -> Markup | None:
    """Return the graph of an incident's origins; `item_of` gives the item of each claim. None where there is none."""
    links = _between_items(edges, nodes, item_of)
    bands = [_Band(origin, _layers([i for i in origin.items if i in nodes], links)) for origin in origins]
    bands = [band for band in bands if band.columns]
    if not bands:
        return None
    y = _BAND
    for band in bands:
        band.top = y
        y += band.height + _BAND
    deepest = max(len(band.columns) for band in bands)
    column = (WIDTH - _ROOT - 20) / max(2, deepest)
    where = {
        (band.origin.id, item): (_ROOT + 20 + depth * column, band.top + _BAND / 2 + row * (_NODE + _GAP))
        for band in bands
        for depth, items in enumerate(band.columns)
        for row, item in enumerate(items)
    }
    parts = [_band(band) for band in bands]
    parts += [_root_line(band, where) for band in bands]
    parts += _lines(links, where, column)
    parts += [_node(nodes[item], x, y, column) for (_, item), (x, y) in where.items()]
    return drawing(WIDTH, y, label, element("defs", _arrow()), *parts, class_="origins")


def _arrow() -> Markup:
    head = element("path", d="M0 0L7 3.5L0 7z")
    return element(
        "marker",
        head,
        id="arrow",
        viewBox="0 0 7 7",
        refX=6,
        refY=3.5,
        markerWidth=7,
        markerHeight=7,
        orient="auto-start-reverse",
    )


def _between_items(
    edges: Sequence[Edge], nodes: Mapping[str, Node], item_of: Mapping[str, str]
) -> list[tuple[str, str, Edge]]:
    """Return giver, taker and edge for edges between two reports shown, one for each pair and kind."""
    found: dict[tuple[str, str, str], tuple[str, str, Edge]] = {}
    for edge in edges:
        giver, taker = item_of.get(edge.giver, edge.giver), item_of.get(edge.taker, edge.taker)
        if giver != taker and giver in nodes and taker in nodes:
            found.setdefault((giver, taker, edge.kind), (giver, taker, edge))
    return [found[key] for key in sorted(found)]


def _layers(items: Sequence[str], links: Sequence[tuple[str, str, Edge]]) -> list[list[str]]:
    """Return the items in columns: each to the right of everything that it got something from."""
    inside = set(items)
    givers: dict[str, set[str]] = {item: set() for item in items}
    for giver, taker, edge in links:
        if edge.directed and giver in inside and taker in inside:
            givers[taker].add(giver)
    depth: dict[str, int] = {}
    for _ in range(len(items) + 1):
        for item in items:
            if item not in depth and givers[item] <= set(depth):
                depth[item] = 1 + max((depth[giver] for giver in givers[item]), default=-1)
    for item in items:  # two that each got it from the other
        depth.setdefault(item, 0)
    columns: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for item in items:
        columns[depth[item]].append(item)
    return _ordered(columns, givers)


def _ordered(columns: list[list[str]], givers: Mapping[str, set[str]]) -> list[list[str]]:
    """Return each column in the order of the middle of what its items come from, so that few lines cross."""
    for before, column in pairwise(columns):
        at = {item: row for row, item in enumerate(before)}
        middle = {item: sum(at.get(g, 0) for g in givers[item]) / max(1, len(givers[item])) for item in column}
        column.sort(key=lambda item: middle[item])
    return columns


def _band(band: _Band) -> Markup:
    name = tongue().name_of(band.origin.name)
    because = " ".join(tongue().told(without_claim_ids(reason)) for reason in band.origin.because)
    frame = element("rect", x=0, y=band.top, width=WIDTH, height=band.height, rx=6, class_="band")
    lines = _wrapped(name, _ROOT - 50, 13)
    words = [
        text(line, 14, band.top + band.height / 2 + 5 + (i - (len(lines) - 1) / 2) * 16, class_="origin-name")
        for i, line in enumerate(lines)
    ]
    return element("g", title(f"{name}. {because}"), frame, *words, class_="origin")


def _wrapped(words: str, width: float, size: float) -> list[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and width_of(f"{lines[-1]} {word}", size) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [*lines[:1], lines[1] + (" …" if len(lines) > 2 else "")] if len(lines) > 1 else lines


def _root_line(band: _Band, where: Mapping[tuple[str, str], tuple[float, float]]) -> Markup:
    middle = band.top + band.height / 2
    paths = []
    for item in band.columns[0]:
        x, y = where[band.origin.id, item]
        paths.append(element("path", d=_curve(_ROOT - 12, middle, x - 2, y + _NODE / 2), class_="edge root"))
    return element("g", *paths)


def _lines(
    links: Sequence[tuple[str, str, Edge]], where: Mapping[tuple[str, str], tuple[float, float]], column: float
) -> list[Markup]:
    by_item: dict[str, list[tuple[str, float, float]]] = {}
    for (origin, item), (x, y) in where.items():
        by_item.setdefault(item, []).append((origin, x, y))
    drawn = []
    for giver, taker, edge in links:
        ends = (
            [(g, t) for g in by_item[giver] if giver in by_item for t in by_item.get(taker, []) if g[0] == t[0]]
            if giver in by_item
            else []
        )
        if not ends and giver in by_item and taker in by_item:
            ends = [(by_item[giver][0], by_item[taker][0])]
        for (_, x1, y1), (_, x2, y2) in ends[:1]:
            style = "edge" if edge.directed else "edge both"
            words = title(f"{tongue().say(EDGES[edge.kind])}: {tongue().told(without_claim_ids(edge.because))}")
            d = _curve(x1 + column - 28, y1 + _NODE / 2, x2 - 2, y2 + _NODE / 2) if x2 > x1 else _beside(x1, y1, y2)
            drawn.append(
                element(
                    "path",
                    words,
                    d=d,
                    class_=f"{style} {edge.kind}",
                    marker_end="url(#arrow)" if edge.directed else None,
                )
            )
    return drawn


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = max(12.0, (x2 - x1) / 2)
    return f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"


def _beside(x: float, y1: float, y2: float) -> str:
    """Return a line between two in one column, along their left edge."""
    y1, y2 = y1 + _NODE / 2, y2 + _NODE / 2
    return f"M{x - 1:.1f} {y1:.1f}C{x - 14:.1f} {y1:.1f} {x - 14:.1f} {y2:.1f} {x - 1:.1f} {y2:.1f}"


def _node(node: Node, x: float, y: float, column: float) -> Markup:
    wide = column - 28
    words = node.label
    words = words[: int(wide)]
    while words and width_of(words, 12) > wide - 16:
        words = words[:-1]
    words = words if words == node.label else words.rstrip() + "…"
    box = element("rect", x=x, y=y, width=wide, height=_NODE, rx=4)
    return link(node.href, title(node.label), box, text(words, x + 8, y + _NODE * 0.66), class_="node")
