"""What of an item's words may be shown: names marked in place, and all but what is quoted blanked.

Each item's text is marked once, in place, and every quote is taken anew from it: no quote can disagree with its item.
Marking quotes by themselves could miss a name that the edge of a quote cuts in two.
"""

from functools import partial
from typing import Any

import msgspec

from ascertain.model import Item, Mention, Reading, Settings, Span
from ascertain.publish.rewriting import rewrite
from ascertain.publish.withholding import Withholder, hide
from ascertain.text.document import Document

BLANK = "░"
_CONTEXT = 240


def marked(
    item: Item, reading: Reading, settings: Settings, withholder: Withholder, withheld: set[str]
) -> tuple[Item, Reading]:
    """Return an item and its reading as far as their words may be shown; `withheld` are ids that a person withholds."""
    show_all = settings.publish_texts or settings.reconstruction
    text = hide(item.text, withholder.spans(item.text))
    text = hide(text, _withheld_spans(item, reading, withheld))
    shown = text if show_all else _blanked(text, item, reading)
    return msgspec.structs.replace(item, text=shown), rewrite(reading, record=partial(_retaken, text=text))


def _withheld_spans(item: Item, reading: Reading, withheld: set[str]) -> list[tuple[int, int]]:
    if item.id in withheld:
        return [(0, len(item.text))]
    return [(claim.quote.start, claim.quote.end) for claim in reading.claims if claim.id in withheld]


def _retaken(thing: Any, text: str) -> Any:
    """Return a span or mention with its words taken from the marked text."""
    if isinstance(thing, (Span, Mention)):
        words = text[thing.start : thing.end]
        return thing if words == thing.text else msgspec.structs.replace(thing, text=words)
    return thing


def _blanked(text: str, item: Item, reading: Reading) -> str:
    """Return `text`, of the same length, in which only quoted sentences and a little around them can be read."""
    keep = shown_spans(item, reading)
    parts, position = [], 0
    for start, end in keep:
        parts.append(_blank(text[position:start]) + text[start:end])
        position = end
    return "".join((*parts, _blank(text[position:])))


def _blank(text: str) -> str:
    return "".join(character if character == "\n" else BLANK for character in text)


def shown_spans(item: Item, reading: Reading) -> list[tuple[int, int]]:
    """Return the ranges of an item's text that may be shown: sentences that hold a quote, merged and in order."""
    if not reading.claims:
        return []
    document = Document(item.text, item.furniture)
    spans = []
    for claim in reading.claims:
        words = document.words_in(claim.quote.start, claim.quote.end)
        start, end = claim.quote.start, claim.quote.end
        if len(words):
            first = document.sentences[document.sentence_of(words[0])][0]
            last = document.sentences[document.sentence_of(words[-1])][1]
            start = min(start, max(document.starts[first], start - _CONTEXT))
            end = max(end, min(document.ends[last - 1], end + _CONTEXT))
        spans.append((start, end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
