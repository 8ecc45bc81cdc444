"""Resolve: what the words stand for, as places, intervals, actors and equipment."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from ascertain.knowledge import Knowledge
from ascertain.languages.place_words import site_words
from ascertain.model import Actor, ActorName, Claim, Item, Mention, Party, Place, Reading, Settings, Source, Speaker
from ascertain.resolve.actors import resolve_actors, resolve_equipment
from ascertain.resolve.places import PlaceContext, resolve_places
from ascertain.resolve.places.told_lands import adjectives_of
from ascertain.resolve.times import resolve_times
from ascertain.resolve.times.looked_back import looked_back
from ascertain.resolve.times.narrowed import narrowed
from ascertain.text.fold import fold

_NOT_A_PARTY = frozenset({"outlet", "witness", "local_source", "analyst", "monitor", "relative", "medical"})
_OUTLETS = frozenset({"outlet", "organisation"})
Named = TypeVar("Named", Party, Speaker)


def resolve(item: Item, reading: Reading, knowledge: Knowledge, settings: Settings) -> Reading:
    """Return the reading with values: places first, since they tell the clock and whose "regime" is meant."""
    if reading.skipped is not None or not (reading.mentions or reading.claims):
        return reading
    mentions = _with_arguments(reading)
    context = PlaceContext(text=item.text, adjectives=adjectives_of(tuple(knowledge.nations)))
    mentions = resolve_places(mentions, gazetteer=knowledge.gazetteer, settings=settings, context=context)
    zone = time_zone(mentions, knowledge, settings)
    mentions = resolve_times(mentions, published_at=item.published_at, zone=zone)
    source = source_of(item, knowledge)
    mentions = resolve_actors(
        mentions,
        knowledge,
        speaker_side=source.side if source else None,
        published_at=item.published_at,
        countries=settings.countries,
    )
    mentions = resolve_equipment(mentions, knowledge)
    valued = {_key(mention): mention for mention in mentions}
    actors = _Actors(mentions)
    claims = narrowed([_claim(claim, valued, actors, knowledge) for claim in reading.claims], mentions)
    return msgspec.structs.replace(
        reading,
        mentions=tuple(valued[key] for mention in reading.mentions if (key := _key(mention)) in valued),
        claims=looked_back(claims, item.published_at),
    )


def _key(mention: Mention) -> tuple[str, int, int]:
    return mention.kind, mention.start, mention.end


def _with_arguments(reading: Reading) -> list[Mention]:
    """Return the mentions and the claims' arguments that are not among them, each once, in order of the words."""
    every = {_key(mention): mention for mention in reading.mentions}
    for claim in reading.claims:
        for mention in (claim.when, claim.said_at, claim.where, *claim.means):
            if mention is not None:
                every.setdefault(_key(mention), mention)
    return sorted(every.values(), key=lambda mention: (mention.start, -mention.end, mention.kind))


# Kinds of party that a state has under arms, where no country is named: "security forces", "police", "soldiers".
_OF_THE_STATE = frozenset({"generic.government_forces", "generic.police", "generic.army"})
_ARABIC = re.compile("[\u0621-\u064a]")


def time_zone(mentions: Sequence[Mention], knowledge: Knowledge, settings: Settings) -> str:
    """Return the IANA zone of the country that the text is most about, else the case's own."""
    places = [mention.value for mention in mentions if isinstance(mention.value, Place) and mention.value.country]
    if not places:
        return settings.time_zone
    country = min(Counter(p.country for p in places).items(), key=lambda pair: (-pair[1], str(pair[0])))[0]
    for place in places:
        if place.country == country and (zone := knowledge.gazetteer.zone_of(place)) is not None:
            return zone
    return settings.time_zone


def source_of(item: Item, knowledge: Knowledge) -> Source | None:
    """Return the known source that published an item, by name or account."""
    if not item.source:
        return None
    return _sources(knowledge).get(fold(item.source).lstrip("@"))


@lru_cache(maxsize=8)
def _sources(knowledge: Knowledge) -> dict[str, Source]:
    """Return the known sources by each folded name and account; of two that share one the first keeps it."""
    found: dict[str, Source] = {}
    for source in knowledge.sources:
        for name in (source.name, *source.accounts, *source.aliases):
            found.setdefault(fold(name).lstrip("@"), source)
    return found


def _claim(claim: Claim, valued: dict[tuple[str, int, int], Mention], actors: "_Actors", knowledge: Knowledge) -> Claim:
    def filled(mention: Mention | None) -> Mention | None:
        return None if mention is None else valued.get(_key(mention), mention)

    where = filled(claim.where)
    targets = tuple(_identified(party, actors) for party in claim.targets)
    return msgspec.structs.replace(
        claim,
        when=filled(claim.when),
        said_at=filled(claim.said_at),
        where=where,
        relation="at" if _is_a_side_of_a_country(where, claim.relation) else claim.relation,
        means=tuple(valued.get(_key(mention), mention) for mention in claim.means),
        perpetrators=tuple(
            _for_a_side(_identified(party, actors, does=True), knowledge)
            for party in claim.perpetrators
            if not _are_own_losses(targets, party, claim, actors)
        ),
        targets=targets,
        speakers=tuple(_speaker(speaker, actors, knowledge) for speaker in claim.speakers),
    )


def _are_own_losses(targets: Sequence[Party], party: Party, claim: Claim, actors: "_Actors") -> bool:
    """Whether soldiers or police fell, and the doer is the "security forces" of a sentence before, whose they are."""
    if party.start is None or party.end is None or party.end > claim.quote.start:
        return False
    if not any(target.type == "military" for target in targets):
        return False
    return any(
        isinstance(one.parsed, ActorName) and set(one.parsed.actors) & _OF_THE_STATE and one.parsed.country is None
        for one in actors.at(party.start, party.end)
        if fold(one.text) == fold(party.name)
    )


def _is_a_side_of_a_country(where: Mention | None, relation: str | None) -> bool:
    """Whether Arabic words for a side of a country mean its own land: شمال السودان is in Sudan, and not beyond it."""
    place = where.value if where is not None else None
    if (
        where is None
        or not isinstance(place, Place)
        or place.klass != "country"
        or not (relation or "").endswith("_of")
    ):
        return False
    return _ARABIC.search(where.text) is not None


class _Actors:
    """The actors of a text, asked for by place: a text of ten thousand claims names as many."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = [mention for mention in mentions if isinstance(mention.value, Actor)]
        self.starts = [mention.start for mention in self.mentions]
        self.longest = max((mention.end - mention.start for mention in self.mentions), default=0)

    def at(self, start: int, end: int) -> list[Mention]:
        """Return those that lie within the characters [start, end), or around all of them."""
        near = self.mentions[bisect_left(self.starts, start - self.longest) : bisect_left(self.starts, end)]
        return [m for m in near if (start <= m.start and m.end <= end) or (m.start <= start and end <= m.end)]


def _identified(named: Named, actors: _Actors, types: frozenset[str] | None = None, *, does: bool = False) -> Named:
    """Return the party with the id of the actor in its words: the one that stands last, where the head is.

    With `types`, actors of these alone are asked. Who `does` it is a listed group, whoever of its men is named.
    """
    if named.start is None or named.end is None or named.id is not None:
        return named
    inside = actors.at(named.start, named.end)
    if isinstance(named, Speaker):  # "an aid worker" is one of the people, and not the word of all of them
        inside = [one for one in inside if not (isinstance(one.value, Actor) and one.value.type == "civilians")]
    if types is not None:
        inside = [mention for mention in inside if isinstance(mention.value, Actor) and mention.value.type in types]
    if isinstance(named, Party) and inside and all(map(_is_people, inside)) and _is_site(named):
        return msgspec.structs.replace(named, type=None)
    if not inside:
        return named
    best = max(inside, key=_telling)
    actor = best.value
    assert isinstance(actor, Actor)
    if isinstance(named, Party):
        name = actor.name if does and _is_listed_group(best, actor) else named.name
        return msgspec.structs.replace(named, id=actor.id, type=actor.type, name=name)
    return msgspec.structs.replace(named, id=actor.id)


def _telling(mention: Mention) -> tuple[bool, bool, int, int]:
    """Return how much a mention says of who is meant: a party more than a nation, a group more than a kind of men."""
    kind = (isinstance(mention.value, Actor) and mention.value.generic) or _says_of_what_kind(mention)
    named = not (_is_people(mention) or _is_nobodys_craft(mention))
    return named, not kind, mention.end, mention.end - mention.start


def _is_nobodys_craft(mention: Mention) -> bool:
    """Whether words name aircraft and not whose: a nation beside them says that ("a drone | thought to be Turkish")."""
    name = mention.parsed
    return isinstance(name, ActorName) and bool(name.branch) and not name.actors and name.country is None


def _says_of_what_kind(mention: Mention) -> bool:
    """Whether words only say that somebody has forces or speaks for others: "troops", "forces", "a spokesman"."""
    name = mention.parsed
    if not isinstance(name, ActorName) or not isinstance(mention.value, Actor) or name.backer is not None:
        return False
    stands_for = bool(name.actors) and mention.value.id not in name.actors and not name.branch
    unlisted = not name.actors and name.country is None
    return stands_for or (unlisted and (name.type in _FORCES or name.role == "spokesman"))


def _is_listed_group(mention: Mention, actor: Actor) -> bool:
    """Whether a party's words name a listed group, its men too ("guerrillas of the Front"): the group did it.

    What takes a side ("the occupation") or names those who lean towards it is kept as said.
    """
    named = mention.parsed
    if not isinstance(named, ActorName) or actor.type != "armed_group" or actor.generic or named.epithet:
        return False
    return actor.id in named.actors and named.leaning is False


def _is_site(party: Party) -> bool:
    """Whether a party is a hospital, school or other site, whichever nation it is called after."""
    words = [word.removeprefix("ال") for word in fold(party.name).split()]
    return len(words) > 1 and any(word in site_words() for word in words)


def _is_people(mention: Mention) -> bool:
    """Whether a mention only names a nation: beside a party, or as an officer's first name, it is not who acts."""
    return isinstance(mention.parsed, ActorName) and mention.parsed.type == "nationality"


def _for_a_side(party: Party, knowledge: Knowledge) -> Party:
    """Return who did it: of a leader ("the general's warplanes") the party that he leads, where a pack says which."""
    if party.type != "person":
        return party
    leads = _leaders(knowledge).get(party.id or "")
    return party if leads is None else msgspec.structs.replace(party, id=leads.id, type=leads.type)


_FORCES = frozenset({"military", "armed_group"})


@lru_cache(maxsize=8)
def _leaders(knowledge: Knowledge) -> dict[str, Actor]:
    """Return the party of each person whose side a pack gives, by the person's id."""
    actors = {actor.id: actor for actor in knowledge.actors}
    people = [actor for actor in knowledge.actors if actor.type == "person" and actor.side in actors]
    return {person.id: actors[person.side or ""] for person in people}


def _speaker(speaker: Speaker, actors: _Actors, knowledge: Knowledge) -> Speaker:
    # "the Orda section of an outlet", "a resident of Orda": the party or country in the name isn't who speaks
    known = _identified(speaker, actors, _OUTLETS if speaker.role in _NOT_A_PARTY else None)
    if known.id is not None:
        return known
    source = _sources(knowledge).get(fold(speaker.name).lstrip("@"))
    return known if source is None else msgspec.structs.replace(known, id=source.id)
