"""An item's page: its words with every quoted span marked, its capture's digest, and what was read out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from ascertain.model import Claim, Item
from ascertain.publish.site.links import anchor
from ascertain.publish.site.marking import evidence


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    claims: tuple[str, ...]
    furniture: bool


def marked_text(item: Item, claims: Sequence[Claim]) -> Markup:
    """Return the item's words as HTML with each claim's quote marked and anchored, the page's own words set back."""
    opened: set[str] = set()
    parts = []
    for piece in _pieces(item, claims):
        words = evidence(item.text[piece.start : piece.end])
        if not piece.claims:
            parts.append(f'<span class="furniture">{words}</span>' if piece.furniture else str(words))
            continue
        new = [claim for claim in piece.claims if claim not in opened]
        opened.update(new)
        first = "".join(f'<span id="{escape(anchor(claim))}" class="at">' for claim in new)
        names = " ".join(anchor(claim) for claim in piece.claims)
        parts.append(f'{first}<mark data-claims="{escape(names)}">{words}</mark>{"</span>" * len(new)}')
    return Markup("".join(parts))  # noqa: S704 (every part is escaped or ours)


def _pieces(item: Item, claims: Sequence[Claim]) -> list[_Piece]:
    """Return the text cut wherever a quote or furniture starts or ends."""
    edges = {0, len(item.text)}
    for claim in claims:
        edges.update((claim.quote.start, claim.quote.end))
    for start, end in (*item.furniture, *item.hidden):
        edges.update((max(0, start), min(len(item.text), end)))
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(item.text))
    pieces = []
    for start, end in pairwise(cuts):
        inside = tuple(c.id for c in claims if c.quote.start <= start and end <= c.quote.end)
        furniture = any(low <= start and end <= high for low, high in (*item.furniture, *item.hidden))
        pieces.append(_Piece(start, end, inside, furniture))
    return pieces
