"""From a model's answer to proposals: whatever does not quote the text to the character is refused, and says why.

An answer is hostile input. Its numbers, values and verdicts are never taken: a number is read from the quoted words by
our own grammar, and a claim that offers anything else than words of the text (a grade, an address to fetch, an id) is
refused whole.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from ascertain.event_types import event_types
from ascertain.extract.language_model.question import VERSION, shown_text
from ascertain.extract.numbers import CountWords, find_counts
from ascertain.model import Claim, ClaimedCount, Count, Item, Mention, Party, Span, Speaker
from ascertain.model.claim import Group, Outcome, Polarity, claim_id
from ascertain.text import Document

LONGEST_ANSWER = 200_000  # characters
MOST_CLAIMS = 100
MOST_NAMES = 20  # in one list of a claim
_LONGEST_WORDS = 2_000
_LISTS = ("speakers", "perpetrators", "targets", "weapons")
_KEYS = frozenset({"quote", "event", "polarity", "hedge", "place", "time", "counts", "item", *_LISTS})
_COUNT_KEYS = frozenset({"words", "outcome", "group"})


class Unfit(Exception):
    """A proposal that may not be taken; its words say why. It never leaves this module."""


@dataclass(frozen=True)
class Proposals:
    """What came of an answer: the claims that may be taken, and why each other proposal was refused."""

    claims: tuple[Claim, ...]
    refused: tuple[str, ...]


def read_answer(content: str, item: Item, mentions: list[Mention]) -> Proposals:
    """Return the claims of an answer about `item`; `mentions` are those that our own finders have in its words."""
    try:
        rows = _rows(content)
    except Unfit as why:
        return Proposals((), (str(why),))
    claims: dict[str, Claim] = {}
    refused: list[str] = []
    text = shown_text(item)
    for row in rows[:MOST_CLAIMS]:
        try:
            reader = _Row(row, item, text, mentions)
            claim = reader.claim()
        except Unfit as why:
            refused.append(str(why))
            continue
        claims.setdefault(claim.id, claim)
        refused.extend(reader.refused)
    refused.extend("is one more claim than an item may have" for _ in rows[MOST_CLAIMS:])
    return Proposals(tuple(claims.values()), tuple(refused))


def _rows(content: str) -> list[Any]:
    if len(content) > LONGEST_ANSWER:
        raise Unfit(f"gave an answer of more than {LONGEST_ANSWER:,} characters")
    plain = content.strip()
    if plain.startswith("```"):  # many servers fence what they were asked to give bare
        plain = plain.strip("`").removeprefix("json").strip()
    try:
        answer = json.loads(plain)
    except (ValueError, RecursionError) as error:
        raise Unfit("gave an answer that is no JSON") from error
    rows = answer.get("claims") if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise Unfit("gave an answer without a list of claims")
    return rows


class _Row:
    """One proposed claim, checked field by field; `refused` are the fields left out of a claim that stands."""

    def __init__(self, row: Any, item: Item, text: str, mentions: list[Mention]) -> None:
        if not isinstance(row, dict):
            raise Unfit("proposed a claim that is no object")
        if strange := sorted(str(key)[:40] for key in set(row) - _KEYS):
            raise Unfit(f"offered {strange[0]!r}, which is not a model's to say")
        self.row, self.item, self.text, self.mentions = row, item, text, mentions
        self.refused: list[str] = []
        if row.get("item", item.id) != item.id:
            raise Unfit("made a claim on another item")
        start, end = self._found(row.get("quote"), "quote")
        self.quote = Span(start=start, end=end, text=item.text[start:end])

    def claim(self) -> Claim:
        """Return the claim, with every argument at its words."""
        event, polarity = self._one_of("event", tuple(event_types())), self._one_of("polarity", get_args(Polarity))
        start, end, words = self.quote.start, self.quote.end, self.quote.text
        hedge = self._words_of("hedge", within=True)
        where, when = self._mention("place"), self._mention("time")
        return Claim(
            id=claim_id(self.item.id, event, start, end, words),
            item=self.item.id,
            event=event,
            quote=self.quote,
            polarity=polarity,  # type: ignore[arg-type]
            hedge=self.item.text[slice(*hedge)] if hedge else None,
            speakers=tuple(Speaker(name=self.item.text[a:b], start=a, end=b) for a, b in self._spans("speakers")),
            when=when,
            where=where,
            perpetrators=tuple(Party(name=self.item.text[a:b], start=a, end=b) for a, b in self._spans("perpetrators")),
            targets=tuple(Party(name=self.item.text[a:b], start=a, end=b) for a, b in self._spans("targets")),
            means=tuple(self._known("equipment", a, b) for a, b in self._spans("weapons")),
            counts=tuple(self._counts()),
            extractor=VERSION,
        )

    def _one_of(self, key: str, known: tuple[str, ...]) -> str:
        said = self.row.get(key, known[0] if key == "polarity" else None)
        if not isinstance(said, str) or said not in known:
            raise Unfit(f"gave a {key} that is none")
        return said

    def _found(self, words: Any, what: str, *, within: bool = False) -> tuple[int, int]:
        """Return where words stand in the text, to the character: within the quote if they do, else where first."""
        if not isinstance(words, str) or not words.strip() or len(words) > _LONGEST_WORDS:
            raise Unfit(f"gave a {what} that is no words of the text")
        quote = getattr(self, "quote", None)
        at = self.text.find(words, quote.start, quote.end) if quote is not None else -1
        if at < 0 and not within:
            at = self.text.find(words)
        if at < 0 or self.item.text[at : at + len(words)] != words:
            raise Unfit(f"gave a {what} that is not in the text")
        return at, at + len(words)

    def _words_of(self, key: str, *, within: bool = False) -> tuple[int, int] | None:
        if self.row.get(key) in (None, ""):
            return None
        try:
            return self._found(self.row[key], key, within=within)
        except Unfit as why:
            self.refused.append(str(why))
            return None

    def _spans(self, key: str) -> Iterator[tuple[int, int]]:
        named = self.row.get(key) or []
        if not isinstance(named, list) or len(named) > MOST_NAMES:
            self.refused.append(f"gave {key} that are no short list")
            return
        for name in named:
            try:
                yield self._found(name, key)
            except Unfit as why:
                self.refused.append(str(why))

    def _mention(self, key: str) -> Mention | None:
        span = self._words_of(key)
        return self._known(key, *span) if span is not None else None

    def _known(self, kind: str, start: int, end: int) -> Mention:
        """Return our own mention of these words, which resolve can read, or the bare words as one."""
        own = (one for one in self.mentions if one.kind == kind and one.start < end and start < one.end)
        bare = Mention(kind=kind, start=start, end=end, text=self.item.text[start:end])  # type: ignore[arg-type]
        return next(own, bare)

    def _counts(self) -> Iterator[ClaimedCount]:
        rows = self.row.get("counts") or []
        if not isinstance(rows, list) or len(rows) > MOST_NAMES:
            self.refused.append("gave counts that are no short list")
            return
        for row in rows:
            try:
                yield self._count(row)
            except Unfit as why:
                self.refused.append(str(why))

    def _count(self, row: Any) -> ClaimedCount:
        if not isinstance(row, dict) or set(row) - _COUNT_KEYS:
            raise Unfit("gave a count with more than its words")
        if row.get("outcome") not in get_args(Outcome):
            raise Unfit("gave a count without a known outcome")
        group = row.get("group")
        start, end = self._found(row.get("words"), "count", within=True)
        number = next(_numbers(self.item.text[start:end]), None)
        if number is None:
            raise Unfit("gave a count whose words hold no number")
        return ClaimedCount(
            outcome=row["outcome"],
            low=number.low,
            high=number.high,
            rule=number.rule,
            group=group if group in get_args(Group) else "unknown",
            start=start,
            end=end,
        )


def _numbers(words: str) -> Iterator[Count]:
    """Yield the counts of people or things in words, by our own grammar."""
    for mention in find_counts(Document(words)):
        kind = mention.parsed.kind if isinstance(mention.parsed, CountWords) else ""
        if kind in {"people", "things", "bare"} and isinstance(mention.value, Count):
            yield mention.value
