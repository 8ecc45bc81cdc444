"""Readings held together: what many of them say in the same words is held once.

A hundred thousand readings name the same few thousand places, parties and days over and over. Each as an object of its
own they take 43 KiB an item; sharing equal ones takes it to less than half, and nothing else changes.
"""

from typing import Any, TypeVar

from msgspec.structs import replace

from ascertain.model import Actor, Claim, Headline, Mention, Reading, Span
from ascertain.model.thing import Thing

Shared = TypeVar("Shared")
Whole = TypeVar("Whole", bound=Thing)


class Sharing:
    """Gives for each value the first one that was equal to it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held: dict[Any, Any] = {}
        self._own: dict[Any, Any] = {}  # of the reading at hand: mentions and quotes, which no other has

    def reading(self, reading: Reading) -> Reading:
        """Return the same reading, made of shared parts and without the extractor's own view of its words."""
        self._own.clear()
        return replace(
            reading,
            item=self._one(reading.item),
            mentions=tuple(map(self._mention, reading.mentions)),
            claims=tuple(map(self._claim, reading.claims)),
            headline=self._headline(reading.headline) if reading.headline is not None else None,
        )

    def _headline(self, headline: Headline) -> Headline:
        mentions, claims = map(self._mention, headline.mentions), map(self._claim, headline.claims)
        return replace(headline, mentions=tuple(mentions), claims=tuple(claims))

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            item=self._one(claim.item),
            event=self._one(claim.event),
            hedge=self._one(claim.hedge),
            extractor=self._one(claim.extractor),
            quote=self._quote(claim.quote),
            speakers=tuple(map(self._parts, claim.speakers)),
            when=self._mention(claim.when) if claim.when else None,
            said_at=self._mention(claim.said_at) if claim.said_at else None,
            where=self._mention(claim.where) if claim.where else None,
            relation=self._one(claim.relation),
            perpetrators=tuple(map(self._parts, claim.perpetrators)),
            targets=tuple(map(self._parts, claim.targets)),
            means=tuple(map(self._mention, claim.means)),
            counts=tuple(map(self._parts, claim.counts)),
        )

    def _quote(self, quote: Span) -> Span:
        held: Span | None = self._own.get(quote)
        if held is None:
            held = replace(quote, start=self._one(quote.start), end=self._one(quote.end))
            self._own[held] = held
        return held

    def _mention(self, mention: Mention) -> Mention:
        value = self._value(mention.value)
        key = (mention.kind, mention.start, mention.end, mention.text, id(value))
        held: Mention | None = self._own.get(key)
        if held is None:
            held = replace(
                mention,
                start=self._one(mention.start),
                end=self._one(mention.end),
                text=self._one(mention.text),
                value=value,
                parsed=None,
            )
            self._own[key] = held
        return held

    def _value(self, value: Any) -> Any:
        if isinstance(value, Thing) and not isinstance(value, Actor):
            return self._parts(value)
        if not isinstance(value, Actor):
            return self._one(value)
        held = self._held.setdefault(("actor", value.id, value.name), value)  # it holds a mapping and has no hash
        return held if held == value else value

    def _parts(self, thing: Whole) -> Whole:
        """Return the first thing that was equal to this one, else this one, its words and numbers shared."""
        held: Whole | None = self._held.get(thing)
        if held is None:
            shared = {name: self._one(getattr(thing, name)) for name in thing.__struct_fields__}
            held = replace(thing, **shared)
            self._held[held] = held
        return held

    def _one(self, value: Shared) -> Shared:
        held: Shared = self._held.setdefault(value, value)
        return held if type(held) is type(value) else value
