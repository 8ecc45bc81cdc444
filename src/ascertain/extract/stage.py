"""Extract: from an item's words to mentions and claims, with exact spans."""

from collections.abc import Iterable, Sequence

from ascertain import plugins
from ascertain.extract.interface import Extractor
from ascertain.extract.languages import language_of
from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Item, Mention, Party, Reading, Skipped, Span, Speaker


def find_extractors() -> tuple[Extractor, ...]:
    """Return every extractor in `extract/extractors/` and of every installed plugin."""
    return plugins.find("ascertain.extract.extractors", "extractor")


def extract(item: Item, knowledge: Knowledge, extractors: Sequence[Extractor] | None = None) -> Reading:
    """Return what an item says; a proposal that does not quote it to the character is refused and counted."""
    reading, _ = extract_with_refusals(item, knowledge, extractors)
    return reading


def extract_with_refusals(
    item: Item, knowledge: Knowledge, extractors: Sequence[Extractor] | None = None
) -> tuple[Reading, tuple[Skipped, ...]]:
    """Return what an item says, and each proposal that was refused with the reason.

    in = out + skipped: what an extractor proposes is in the reading, doubles another proposal, or is among the skipped.
    """
    if not item.text.strip():
        empty = Skipped(
            stage="extract", item=item.id, why="its text is empty", remedy="look at the capture that it was made of"
        )
        return Reading(item=item.id, lang=item.lang, skipped=empty), ()
    mentions: dict[tuple[str, int, int], Mention] = {}
    claims: dict[str, Claim] = {}
    refused: list[Skipped] = []
    for extractor in find_extractors() if extractors is None else extractors:
        for proposal in extractor.claims(item, knowledge):
            if isinstance(proposal, Skipped):
                refused.append(proposal)
            elif (why := fault(proposal, item)) is not None:
                refused.append(_refusal(item, extractor, why))
            elif isinstance(proposal, Mention):
                mentions.setdefault((proposal.kind, proposal.start, proposal.end), proposal)
            else:
                claims.setdefault(proposal.id, proposal)
    return (
        Reading(
            item=item.id,
            lang=language_of(item),
            mentions=tuple(sorted(mentions.values(), key=lambda m: (m.start, -m.end, m.kind))),
            claims=tuple(sorted(claims.values(), key=lambda c: (c.quote.start, c.quote.end, c.id))),
            refused=len(refused),
            refusals=tuple(refused),
        ),
        tuple(refused),
    )


def _refusal(item: Item, extractor: Extractor, why: str) -> Skipped:
    remedy = "nothing: the rest of the item is read as usual"
    return Skipped(stage="extract", item=item.id, why=f"{extractor.name} {why}", remedy=remedy)


def fault(proposal: Mention | Claim, item: Item) -> str | None:
    """Return what is wrong with a proposal's spans, or nothing where all are the text's to the character."""
    if isinstance(proposal, Mention):
        return _misquotes([proposal], item)
    if proposal.item != item.id:
        return "made a claim on another item"
    mentions = [m for m in (proposal.when, proposal.said_at, proposal.where, *proposal.means) if m is not None]
    return _misquotes([proposal.quote, *mentions], item) or _out_of_text(proposal, item)


def _misquotes(spans: Iterable[Span | Mention], item: Item) -> str | None:
    for span in spans:
        if not 0 <= span.start < span.end <= len(item.text) or item.text[span.start : span.end] != span.text:
            return f"quoted words that are not at {span.start} to {span.end} of the text"
        if item.hidden and any(
            span.start < end and start < span.end for start, end in item.hidden if _starts_in(span, start, end)
        ):
            return f"quoted hidden words at {span.start}"
    return None


def _starts_in(span: Span | Mention, start: int, end: int) -> bool:
    """Whether a span begins within a range; one that goes on around it keeps the text whole and is allowed."""
    return start <= span.start < end


def _out_of_text(claim: Claim, item: Item) -> str | None:
    limit = len(item.text)
    for count in claim.counts:
        if not 0 <= count.start < count.end <= limit:
            return f"placed a count at {count.start} to {count.end}, outside of the text"
        if count.low is not None and count.high is not None and count.low > count.high:
            return f"gave a count from {count.low} to {count.high}"
    parties: list[Party | Speaker] = [*claim.speakers, *claim.perpetrators, *claim.targets]
    for party in parties:
        if party.start is None or party.end is None:
            continue
        if item.text[party.start : party.end] != party.name:
            return f"named somebody whose name is not at {party.start} to {party.end}"
    return None
