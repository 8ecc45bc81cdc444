"""From edges to origins: where each claim is from in the end.

An item that took from one other is of that other's origin. One that took from several (a round-up) has several: each
of its claims goes with the giver whose words it repeats. Items of which it is open who took from whom are of one
origin. A claim that quotes somebody by name is of that voice, wherever it was quoted. Nothing else makes two things
independent: what no sign keeps apart stays together.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from ascertain.model import Claim, Decision, Edge, Origin, content_id
from ascertain.relate.collection import Collection, told_in
from ascertain.relate.directory import Voice
from ascertain.text.fold import fold

_COVERED = 0.5  # the share of a claim's words that must stand in the giver's text for it to be the giver's
_STRENGTH = {
    "forwards": 5.0, "same_wire": 4.0, "copies": 2.0, "translates": 2.0, "cites": 1.5, "same_media": 1.0,
    "answers": 0.5,  # who answers has read the other: nothing shows that their words are from elsewhere
}  # fmt: skip


class Roots:
    """Finds the voice at the root of each item and claim."""

    def __init__(self, collection: Collection, edges: Sequence[Edge], decisions: Sequence[Decision]) -> None:
        """Take the edges of all finders; decisions may split items and claims off, or put items together."""
        self.collection = collection
        self.split = {decision.about: decision for decision in decisions if decision.verb == "split_origin"}
        self._joined: dict[int, int] = {}
        self._givers: dict[int, list[tuple[float, int | str]]] = {}
        self._copied_by: dict[int, list[int]] = {}
        self._voices: dict[str, Voice] = {voice.key: voice for voice in collection.directory.names.values()}
        self._voices |= {voice.key: voice for voice in collection.voices}
        for edge in edges:
            self._take(edge)
        for decision in decisions:
            other = decision.detail.get("with")
            if decision.verb == "merge_origins" and {decision.about, other} <= collection.place_of.keys():
                self._join(collection.place_of[decision.about], collection.place_of[str(other)])
        self._root_of_group: dict[int, Voice] = {}
        self._members: dict[int, list[int]] = {}
        for place in range(len(collection.items)):
            self._members.setdefault(self._group(place), []).append(place)
        self._close_circles()

    def _take(self, edge: Edge) -> None:
        places = self.collection.place_of
        if edge.taker in self.split or edge.giver in self.split or edge.taker not in places:
            return
        taker = places[edge.taker]
        if edge.giver in places and not edge.directed:
            self._join(taker, places[edge.giver])
        elif edge.kind in _STRENGTH:
            strength = _STRENGTH[edge.kind] + (edge.score or 0.0)
            self._givers.setdefault(taker, []).append((strength, places.get(edge.giver, edge.giver)))
            if edge.kind == "copies" and edge.giver in places:
                self._copied_by.setdefault(places[edge.giver], []).append(taker)

    def _group(self, place: int) -> int:
        while (up := self._joined.get(place, place)) != place:
            self._joined[place] = self._joined.get(up, up)
            place = up
        return place

    def _join(self, first: int, second: int) -> None:
        low, high = sorted((self._group(first), self._group(second)))
        if low != high:
            self._joined[high] = low

    def _best_giver(self, group: int) -> int | str | None:
        """Return the strongest giver of a group from outside it; ties go to the one that comes first by name."""
        found = [
            (-strength, isinstance(giver, str), str(giver), giver)
            for member in self._members[group]
            for strength, giver in self._givers.get(member, ())
            if isinstance(giver, str) or self._group(giver) != group
        ]
        return min(found)[3] if found else None

    def _close_circles(self) -> None:
        """Join items that took from one another in a circle: which was first can't be told.

        Items that were joined may have another best giver than each had, and be in a circle with that.
        """
        while self._closed_some_circles():
            pass

    def _closed_some_circles(self) -> bool:
        state: dict[int, int] = {}
        closed = False
        for start in sorted(self._members):
            path, group = [], self._group(start)
            while state.get(group, 0) == 0:
                state[group] = 1
                path.append(group)
                giver = self._best_giver(group)
                if not isinstance(giver, int):
                    break
                group = self._group(giver)
            if path and state.get(group) == 1 and group in path:
                circle = path[path.index(group) :]
                closed = closed or len(circle) > 1
                for member in circle[1:]:
                    self._merge_groups(circle[0], member)
            for member in path:
                state[member] = 2
        return closed

    def _merge_groups(self, first: int, second: int) -> None:
        one, other = self._group(first), self._group(second)
        if one != other:
            self._join(one, other)
            low, high = sorted((one, other))
            self._members[low] = sorted(self._members[low] + self._members.pop(high))

    def of_item(self, place: int) -> Voice:
        """Return the voice at the root of an item: its givers' giver's, up to one that took from nobody."""
        item = self.collection.items[place]
        if item.id in self.split:
            return self._split_voice(item.id, self.collection.voices[place])
        seen: list[int] = []
        group = self._group(place)
        while group not in self._root_of_group:
            seen.append(group)
            giver = self._best_giver(group)
            if giver is None or (isinstance(giver, int) and self._group(giver) in seen):
                self._root_of_group[group] = self._first_of(group)
            elif isinstance(giver, str):
                self._root_of_group[group] = self._voices.get(giver) or Voice(giver, giver)
            else:
                group = self._group(giver)
        for member in seen:
            self._root_of_group[member] = self._root_of_group[group]
        return self._root_of_group[group]

    def _first_of(self, group: int) -> Voice:
        """Return the voice of the earliest item of a group; of undated ones, the first by name."""
        published = self.collection.published

        def rank(place: int) -> tuple[bool, bool, str, str]:
            span = published[place]
            voice = self.collection.voices[place]
            return voice.unstated, span is None, span[1].isoformat() if span else "", voice.key

        return self.collection.voices[min(self._members[group], key=rank)]

    def of_claim(self, place: int, claim: Claim, covered: Mapping[int, list[tuple[int, int]]]) -> Voice:
        """Return the voice at the root of a claim; `covered` are the characters that each giver of its item has too."""
        if claim.id in self.split:
            return self._split_voice(claim.id, self.collection.voices[place])
        if self.collection.items[place].id in self.split:
            return self.of_item(place)
        alone = [speaker for speaker in claim.speakers if not speaker.beside]
        beside = [speaker for speaker in claim.speakers if speaker.beside]
        for speaker in (*reversed(alone), *beside):
            if (voice := self.collection.voice_of(place, claim, speaker)) is not None:
                return self._named_before(place, self._passed_on(place, claim, voice))
        best = max(
            ((_overlap(claim, spans), -giver) for giver, spans in covered.items()),
            default=(0.0, 0),
        )
        if best[0] >= _COVERED:
            return self._as_in(-best[1], place, claim)
        giver = self._taken_from(place)
        if giver is not None:
            return self._as_in(giver, place, claim)
        found = self._one_quoted(place, claim) or self._named_in_copies(place, claim) or self.of_item(place)
        own = self.collection.voices[place]
        return own if found.party and _is_from_somebody_nameless(claim) and not own.party else found

    def _named_in_copies(self, place: int, claim: Claim) -> Voice | None:
        """Return the outlet that a later text with the same words names for them, where this one names nobody."""
        takers = self._copied_by.get(place)
        words = _words_of(claim.quote.text) if takers else frozenset()
        for taker in sorted(takers or ()):
            for other in self.collection.claims(taker):
                speaker = other.innermost
                if speaker is None or speaker.role != "outlet" or _shared(words, other) < _COVERED:
                    continue
                voice = self.collection.voice_of(taker, other, speaker)
                if voice is not None and not voice.party:
                    return voice
        return None

    def _passed_on(self, place: int, claim: Claim, voice: Voice) -> Voice:
        """Return whose word it is where the one named is an outlet that the collection holds: whom that one quotes."""
        giver = self._taken_from(place) if not voice.party else None
        if giver is None or self.collection.voices[giver].key != voice.key:
            return voice
        return self._as_in(giver, place, claim)

    def _taken_from(self, place: int) -> int | None:
        """Return the item that one took from: the giver, or the one of the giver's, or the earliest of one group."""
        members = self._members[self._group(place)]
        giver = self._best_giver(self._group(place))
        if isinstance(giver, int):
            return giver
        root = giver if giver is not None else self._first_of(self._group(place)).key
        voices = self.collection.voices
        if voices[place].key == root or voices[place].unstated:
            return None
        given = [one for member in members for _, one in self._givers.get(member, ()) if isinstance(one, int)]
        return next((one for one in sorted({*given, *members}) if voices[one].key == root), None)

    def _as_in(self, giver: int, place: int, claim: Claim) -> Voice:
        """Return the origin of what a copy says: that of the same words in the text that it was taken from."""
        words = _words_of(claim.quote.text)
        told = [(_shared(words, other), other) for other in self.collection.claims(giver)]
        score, same = max(told, key=lambda pair: (pair[0], pair[1].id), default=(0.0, None))
        if same is None or score < _COVERED:
            return self._one_quoted(giver, claim) or self.of_item(place)
        return self.of_claim(giver, same, {})

    def _one_quoted(self, place: int, claim: Claim) -> Voice | None:
        """Return the source that an outlet's report quotes: its headline and lead are not a second origin.

        Where it quotes several, the headline goes with the first, and what has a figure with
        whom it quotes for the same. A party's own statement and an item that took from
        another are not asked.
        """
        own = self.collection.voices[place]
        if own.party or self.of_item(place) != own:
            return None
        quoted = [
            self._named_before(place, voice)
            for other in self.collection.claims(place)
            if (speaker := other.innermost) is not None
            if (voice := self.collection.voice_of(place, other, speaker)) is not None
        ]
        found = {voice.key: voice for voice in quoted}
        if not found or own.key in found:
            return None
        if len(found) == 1 or self._is_headline(place, claim):
            return quoted[0]
        return self._quoted_for(place, claim, quoted)

    def _quoted_for(self, place: int, claim: Claim, quoted: Sequence[Voice]) -> Voice | None:
        """Return whom a report with several sources quotes for what it says in its own words; None where for none."""
        figures = told_in(claim).figures
        for other in self.collection.claims(place):
            if other.speakers and figures & told_in(other).figures:
                voice = self.collection.voice_of(place, other, other.speakers[-1])
                if voice is not None:
                    return self._named_before(place, voice)
        return None

    def _is_headline(self, place: int, claim: Claim) -> bool:
        """Whether a claim is the headline, of its own report or of the one that it was taken from."""
        taken = self.collection.items[self.collection.place_of[claim.item]]
        titles = {title for item in (self.collection.items[place], taken) if (title := item.title)}
        words = _in_a_row(claim.quote.text) if titles else ""
        return any(words and words in _in_a_row(one) for one in titles)

    def _named_before(self, place: int, voice: Voice) -> Voice:
        """Return whose a nameless official ("the official said") is, where the item names one party's officials."""
        if not voice.key.startswith("office:"):
            return voice
        told = {
            found.key: found
            for claim in self.collection.claims(place)
            for speaker in claim.speakers
            if (found := self.collection.voice_of(place, claim, speaker)) and found.party and speaker.anonymous
        }
        return next(iter(told.values())) if len(told) == 1 else voice

    def covered(self, place: int) -> dict[int, list[tuple[int, int]]]:
        """Return for each item that `place` took from the stretches of characters that both have."""
        givers = sorted({giver for _, giver in self._givers.get(place, ()) if isinstance(giver, int)})
        if len(givers) < 2:
            return {}
        spans = self.collection.word_spans(place)
        found = {}
        for giver in givers:
            shared = self.collection.runs.covered(place, giver)
            found[giver] = [span for span, inside in zip(spans, shared.tolist(), strict=False) if inside]
        return found

    def _split_voice(self, about: str, voice: Voice) -> Voice:
        return Voice(f"split:{about}", voice.name, voice.party, voice.side, voice.reliability)


def _is_from_somebody_nameless(claim: Claim) -> bool:
    """Whether words are from a witness or source without a name: no party's for another's being quoted beside it."""
    told = claim.innermost
    return told is not None and told.anonymous and told.role != "statement"


def _shared(words: frozenset[str], other: Claim) -> float:
    """Return the share of a claim's words that another has, from 0 to 1."""
    return len(words & _words_of(other.quote.text)) / max(1, len(words))


@lru_cache(maxsize=8_192)
def _in_a_row(words: str) -> str:
    """Return words as they are compared, with single spaces."""
    return " ".join(fold(words).split())


@lru_cache(maxsize=8_192)
def _words_of(quote: str) -> frozenset[str]:
    return frozenset(fold(quote).split())


def _overlap(claim: Claim, spans: Iterable[tuple[int, int]]) -> float:
    start, end = claim.quote.start, claim.quote.end
    return sum(high - low for low, high in spans if start <= low and high <= end) / max(1, end - start)


def origins_of(collection: Collection, roots: Roots) -> tuple[Origin, ...]:
    """Return the origins: every item's and every claim's, each claim in exactly one."""
    items: dict[str, set[str]] = {}
    published: dict[str, set[str]] = {}
    claims: dict[str, list[str]] = {}
    voices: dict[str, Voice] = {}
    for place, item in enumerate(collection.items):
        own = collection.claims(place)
        covered = roots.covered(place) if own else {}
        told = [(claim, roots.of_claim(place, claim, covered)) for claim in own]
        for claim, voice in told:
            claims.setdefault(voice.key, []).append(claim.id)
        main = roots.of_item(place)
        published.setdefault(collection.voices[place].key, set()).add(item.id)
        for voice in (main, *(voice for _, voice in told)):
            voices.setdefault(voice.key, voice)
            items.setdefault(voice.key, set()).add(item.id)

    return tuple(
        Origin(
            id=content_id("origin", key),
            name=voices[key].name,
            items=tuple(sorted(items[key])),
            claims=tuple(sorted(claims.get(key, ()))),
            because=(_reason(voices[key], roots),),
            published=tuple(sorted(published.get(key, ()))),
            party=voices[key].party,
            side=voices[key].side,
            reliability=voices[key].reliability,
        )
        for key in sorted(voices)
    )


def _reason(voice: Voice, roots: Roots) -> str:
    kind = voice.key.split(":", 1)[0]
    if kind == "split":
        decision = roots.split.get(voice.key.split(":", 1)[1])
        return f"kept apart by a person: {decision.because}" if decision else "kept apart by a person"
    return {
        "party": f"all of it is the word of {voice.name}, a party to the conflict",
        "office": f"all of it is from {voice.name}, who is not named: one person may stand behind it",
        "publisher": f"all of it goes back to the publisher {voice.name}",
        "nobody": "nobody is named as the publisher, so nothing shows that these are separate",
    }.get(kind, f"all of it goes back to {voice.name}")
