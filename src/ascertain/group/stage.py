"""Group: which claims are about one event."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from ascertain.engine.interface import Engine
from ascertain.group import families
from ascertain.group.agglomerate import agglomerate
from ascertain.group.agreed_place import agreed_where
from ascertain.group.consensus import agreed_event, agreed_when, crowds, weight_of
from ascertain.group.dating import dated_by_serials
from ascertain.group.days import clues_of, published_day
from ascertain.group.geometry import is_area, radius_m
from ascertain.group.headlines import voices_of
from ascertain.group.links import linked
from ascertain.group.pair import Pairs
from ascertain.group.pairs import scored_pairs
from ascertain.group.phases import joined_alike, joined_phases
from ascertain.group.rarity import with_worth
from ascertain.group.rehomed import rehomed
from ascertain.group.siblings import mentioning_their_own, times_told_apart
from ascertain.group.spoken import Names, in_both_scripts, near
from ascertain.group.spots import spot_keys, spots_of
from ascertain.group.strays import joined_strays
from ascertain.group.stretch import stretch_of
from ascertain.group.surroundings import surroundings
from ascertain.group.telling import Telling, told_or_about
from ascertain.group.tellings import Draft, drafts_of
from ascertain.group.titles import title_of
from ascertain.group.undated import placed_by_words
from ascertain.group.whereabouts import Whereabouts
from ascertain.group.words import Bags, length, very_rare, words_near, written
from ascertain.knowledge import Knowledge
from ascertain.model import (
    Claim,
    ClaimedCount,
    Decision,
    Derivation,
    Incident,
    Interval,
    Item,
    Place,
    Placing,
    Reading,
    Settings,
    content_id,
    is_beside,
)
from ascertain.text.fold import fold_characters

_BESIDE = "the headline beside its text tells of it"


def group(
    items: Sequence[Item],
    readings: Mapping[str, Reading],
    derivation: Derivation,
    knowledge: Knowledge,
    settings: Settings,
    decisions: Sequence[Decision] = (),
    engine: Engine | None = None,
    tellings: list[Telling] | None = None,
) -> list[Incident]:
    """Return the incidents that the claims are about, in order of time, then id; every claim is in exactly one.

    The order in which items arrive makes no difference, nor does when they were captured. Of the decisions,
    `merge_incidents` (about a claim or item, `detail["with"]` another) and `split_incident` (about one,
    `detail["from"]` another) put tellings together and keep them apart; `refuse_claim` leaves a claim out. Incident
    decisions name claims or items because an incident's id follows from what is in it. With an `engine` tellings are
    compared on it; `tellings` are what `tellings_of` makes of the same, where it was asked before.
    """
    if tellings is None:
        tellings = tellings_of(items, readings, settings, refused_claims(decisions))
    pairs = scored_pairs(tellings, derivation, engine)
    tellings, pairs = dated_by_serials(tellings, items, pairs, derivation, engine)
    apart, told_apart = _decided(tellings, decisions, "split_incident", "from"), _siblings(tellings)
    together = _decided(tellings, decisions, "merge_incidents", "with")
    days = {one.number: day for one in tellings if (day := told_or_about(one)) is not None}
    where = {one.number: Whereabouts.of(one) for one in tellings}
    clusters = agglomerate(len(tellings), pairs, apart, together, days, told_apart, where)
    fixed = {number for tie in together for number in tie}
    clusters = rehomed(clusters, pairs, [*apart, *told_apart], fixed, days)
    clusters = placed_by_words(tellings, clusters, pairs, [*apart, *told_apart])
    clusters = joined_alike(tellings, clusters, pairs, apart)
    clusters = joined_phases(tellings, clusters, apart)
    clusters = joined_strays(tellings, clusters, apart)
    origins = derivation.origin_of_claims()
    reasons = _reasons(tellings, clusters, pairs)
    incidents = [
        _incident([tellings[number] for number in cluster], origins, reasons, readings, settings)
        for cluster in clusters
        if any(tellings[number].claims for number in cluster)
    ]
    claims = {claim.id: claim for telling in tellings for claim in telling.claims}
    links = linked(incidents, claims, settings.zone)
    done = [msgspec.structs.replace(one, links=links.get(one.id, ())) for one in incidents]
    return sorted(done, key=lambda one: (_begins(one.when), one.id))


def refused_claims(decisions: Sequence[Decision]) -> set[str]:
    """Return the claims that decisions leave out."""
    return {decision.about for decision in decisions if decision.verb == "refuse_claim"}


def _begins(when: Interval | None) -> tuple[str, bool]:
    """Return where an incident stands in order of time: one of before a day stands before those of the day."""
    return ((when.start or when.end or when.timex or "~") if when else "~", when is None or when.start is not None)


class _Voice(NamedTuple):
    """An item as it speaks of events, with what all that it tells has in common."""

    item: Item
    reading: Reading
    mentioned: Mapping[str, Place]
    around: Mapping[str, Place]
    published: int | None


def tellings_of(
    items: Sequence[Item], readings: Mapping[str, Reading], settings: Settings, refused: set[str]
) -> list[Telling]:
    """Return the tellings of all items, numbered in an order that depends on the items alone."""
    known = [item for item in sorted(items, key=lambda item: item.id) if item.id in readings]
    voices = [voice for item in known for voice in voices_of(item, readings[item.id])]
    drafts: list[tuple[_Voice, Draft, bool]] = []
    bags, names = Bags(), Names(item for item, _ in voices)
    spoken: list[tuple[bool, frozenset[str]]] = []
    for item, reading in voices:
        if refused:
            reading = msgspec.structs.replace(reading, claims=tuple(c for c in reading.claims if c.id not in refused))
        own = drafts_of(item, reading, settings.zone)
        if not own:
            continue
        alone, flat = len(own) == 1, written(item)
        latin, named = names.of(item, flat)
        for draft in own:
            here = draft.claims if reading.headline is None else draft.quoted  # those that quote what is written here
            words = words_near(flat, here, alone) | _words_beside(reading, draft)
            bags.add(words | _named_places(reading, draft, alone))
            spoken.append((latin, near(named, here, alone)))
        published = published_day(item, reading, settings.zone)
        voice = _Voice(item, reading, _mentioned(reading), surroundings(item, reading), published)
        drafts += [(voice, draft, alone) for draft in own]
    keys = spot_keys(place for voice, draft, _ in drafts for place in (*draft.places, *voice.mentioned.values()))
    rare = very_rare(len(drafts))
    told = zip(drafts, bags.weighted(), in_both_scripts(spoken), strict=True)
    worthed = with_worth(
        [
            _telling(number, voice, draft, alone, bag, sounds, keys, rare)
            for number, ((voice, draft, alone), bag, sounds) in enumerate(told)
        ]
    )
    return mentioning_their_own(worthed)


def _mentioned(reading: Reading) -> dict[str, Place]:
    """Return the places that an item names, by id."""
    beside = reading.headline.mentions if reading.headline is not None else ()
    mentions = (*reading.mentions, *beside)
    return {mention.value.id: mention.value for mention in mentions if isinstance(mention.value, Place)}


def _words_beside(reading: Reading, draft: Draft) -> frozenset[str]:
    """Return the words of the headline beside a text, of the telling that it is about."""
    if reading.headline is None or len(draft.quoted) == len(draft.claims):
        return frozenset()
    return words_near(fold_characters(reading.headline.text), (), alone=True)


def _named_places(reading: Reading, draft: Draft, alone: bool) -> frozenset[str]:
    """Return the places that a telling names beside its own, which are the same in every language."""
    own = {place.id for place in draft.places}
    mentioned = [mention.value for mention in reading.mentions if alone and isinstance(mention.value, Place)]
    return frozenset(f"place {place.id}" for place in mentioned if not is_area(place) and place.id not in own)


def _times(reading: Reading, draft: Draft, alone: bool) -> list[Interval]:
    told = [claim.when for claim in draft.claims if claim.when]
    mentioned = [mention for mention in reading.mentions if alone and mention.kind == "time"]
    return [mention.value for mention in (*told, *mentioned) if isinstance(mention.value, Interval)]


def _telling(
    number: int,
    voice: _Voice,
    draft: Draft,
    alone: bool,
    bag: dict[int, float],
    names: dict[str, float],
    keys: Mapping[str, str],
    rare: float,
) -> Telling:
    item, reading = voice.item, voice.reading
    places = _sharpest_first(draft.places)
    clues, weekdays = clues_of(_times(reading, draft, alone))
    if not clues and item.published_day:
        clues = frozenset({(int(item.published_day[2:4]), int(item.published_day[5:7]))})
    events = draft.events or [claim.event for claim in draft.claims]
    killed = _figures(draft.claims, "killed")
    return Telling(
        number=number,
        item=item.id,
        claims=tuple(draft.quoted),
        starts=draft.starts,
        event=_event_of(events, any(killed)),
        place=places[0] if places else None,
        places=places,
        spots=spots_of(places, keys),
        mentioned=frozenset(keys[key] for key in voice.mentioned if key in keys),
        days=draft.days,
        published=voice.published,
        killed=killed,
        injured=_figures(draft.claims, "injured"),
        least=_least(draft.claims),
        parties=frozenset(party.id or party.name for claim in draft.claims for party in claim.perpetrators),
        words=bag,
        names=names,
        norm=length(bag),
        rare=rare,
        lang=reading.lang or item.lang,
        alone=alone,
        main=draft.main,
        guessed=draft.guessed,
        clues=clues,
        weekdays=weekdays,
        clue=draft.clue,
        news=draft.news,
        about=voice.around,
        whys=tuple(why for claim, why in zip(draft.claims, draft.whys, strict=True) if not is_beside(claim)),
    )


def _event_of(events: Sequence[str], deadly: bool) -> str:
    """Return the kind of event that a telling is of: one that says the means, the more often told, the more special.

    Of a `deadly` event what takes no lives by itself is only a part.
    """
    times = Counter([event for event in events if families.is_deadly(event)] if deadly else events) or Counter(events)
    return max(
        times,
        key=lambda event: (
            not families.is_general(event),
            times[event],
            families.is_deadly(event),
            families.rank(event),
            event,
        ),
    )


def _sharpest_first(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the different places, those that tell events apart first, the more often named before the others."""
    times = {place.id: sum(other.id == place.id for other in places) for place in places}
    different = {place.id: place for place in reversed(places)}
    order = sorted(different.values(), key=lambda place: (is_area(place), -times[place.id], radius_m(place), place.id))
    return tuple(order)


def _figures(claims: Sequence[Claim], outcome: str) -> frozenset[int]:
    def whole(count: ClaimedCount) -> bool:
        return count.outcome == outcome and count.item is None and count.part_of is None and count.low is not None

    told = [claim for claim in claims if claim.polarity == "asserted" and claim.mood in ("actual", "recalled")]
    return frozenset(int(count.low or 0) for claim in told for count in claim.counts if whole(count))


def _least(claims: Sequence[Claim]) -> frozenset[int]:
    """Return the figures that are said to be the least there were: "at least 39", "more than 30"."""
    counts = (count for claim in claims for count in claim.counts)
    return frozenset(int(count.low) for count in counts if count.low and count.rule in ("at_least", "more_than"))


def _siblings(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Return the pairs of tellings that their item itself tells apart, each as many times as that counts."""
    by_item: dict[str, list[int]] = {}
    for telling in tellings:
        if telling.starts:
            by_item.setdefault(telling.item, []).append(telling.number)
    return [
        (a, b)
        for numbers in by_item.values()
        for place, a in enumerate(numbers)
        for b in numbers[place + 1 :]
        for _ in range(times_told_apart(tellings[a], tellings[b]))
    ]


def _decided(tellings: Sequence[Telling], decisions: Sequence[Decision], verb: str, key: str) -> list[tuple[int, int]]:
    """Return the pairs of tellings that a person put together or kept apart; what no longer exists is left out."""
    home: dict[str, int] = {}
    for telling in tellings:
        for name in (telling.item, *(claim.id for claim in telling.claims)):
            home.setdefault(name, telling.number)
    named = [(decision.about, str(decision.detail.get(key, ""))) for decision in decisions if decision.verb == verb]
    found = [(home[a], home[b]) for a, b in named if a in home and b in home]
    return [(a, b) for a, b in found if a != b]


def _reasons(tellings: Sequence[Telling], clusters: Sequence[Sequence[int]], pairs: Pairs) -> dict[int, str]:
    """Return for each telling why it is with the others: what makes it most like one of them."""
    home = {number: place for place, cluster in enumerate(clusters) for number in cluster}
    found: dict[int, str] = {}
    homes = np.array([home[number] for number in range(len(tellings))], np.int64)
    for pair in pairs.where(homes[pairs.firsts] == homes[pairs.seconds]):  # most alike first
        if pair.because:
            for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
                words = "; ".join(pair.because)
                found.setdefault(one, f"like item {tellings[other].item}: {words}")
    return found


def _incident(
    tellings: Sequence[Telling],
    origins: Mapping[str, str],
    reasons: Mapping[int, str],
    readings: Mapping[str, Reading],
    settings: Settings,
) -> Incident:
    items = {telling.item for telling in tellings}
    quoted = {telling.item for telling in tellings if telling.claims}
    beside = [telling for telling in tellings if telling.item not in quoted]
    tellings = [telling for telling in tellings if telling.claims]
    shared = crowds(tellings, origins)
    weights = [weight_of(telling, origins, shared) for telling in tellings]
    event = agreed_event(tellings, weights)
    when, _ = agreed_when(tellings, weights, settings.zone)
    where, givers = stretch_of(tellings, origins, readings) or agreed_where(tellings, weights, readings)
    relation = next((claim.relation for claim in givers if claim.relation), None)
    first = min(tellings, key=lambda one: (one.published is None, one.published or 0, one.claims[0].id))
    return Incident(
        id=content_id("incident", first.claims[0].id),
        title=title_of(event, where, relation, when, settings.zone),
        event=event,
        when=when,
        where=where,
        items=tuple(sorted(items)),
        claims=tuple(sorted(claim.id for telling in tellings for claim in telling.claims)),
        placings=tuple(
            Placing(claim=claim.id, because=f"{why}; {reasons[telling.number]}" if telling.number in reasons else why)
            for telling in tellings
            for claim, why in sorted(zip(telling.claims, telling.whys, strict=True), key=lambda pair: pair[0].id)
        )
        + tuple(
            Placing(item=one.item, because="; ".join(filter(None, (_BESIDE, reasons.get(one.number)))))
            for one in beside
        ),
    )
