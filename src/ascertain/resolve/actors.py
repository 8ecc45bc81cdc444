"""Which party, and which piece of equipment, the words of an item stand for."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ascertain.knowledge import Knowledge
from ascertain.model import Actor, ActorName, ActorRelation, Equipment, Mention, Place, content_id

_SERVICES = {
    "armed_forces": "armed forces",
    "air_force": "air force",
    "navy": "navy",
    "police": "police",
    "intelligence": "intelligence",
    "government": "government",
}
_SERVICE_OF = {"generic.army": "armed_forces", "generic.police": "police"}
_REGIME = "generic.regime"
_PRO_GOVERNMENT = "generic.pro_government"
_MILITIAS = "generic.militias"
_OCCUPATION = "الاحتلال"
_REACH = 120  # characters: about a sentence
_KINDS = {"civilians": "civilians", "children": "children", "women": "women", "men": "men"}


@lru_cache(maxsize=4)
def _by_id(knowledge: Knowledge) -> dict[str, Actor]:
    return {actor.id: actor for actor in knowledge.actors}


@lru_cache(maxsize=4)
def _adjectives(knowledge: Knowledge) -> dict[str, str]:
    return {nation.code: nation.adjective for nation in knowledge.nations}


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> dict[str, str]:
    return {nation.code: nation.name for nation in knowledge.nations}


def resolve_actors(
    mentions: Sequence[Mention],
    knowledge: Knowledge,
    *,
    speaker_side: str | None = None,
    published_at: str | None = None,
    countries: Sequence[str] = (),
) -> list[Mention]:
    """Return the same mentions in the same order, those of actors with the `Actor` that they stand for.

    `mentions` are all those of one item. Which of several parties of one name is meant, and whose "regime" or
    "occupation" it is, follows from the countries that the item speaks of (its places, its other actors, then
    `countries`, the case's own); a party of the speaker's own side is no "enemy". Relations are those that held on
    `published_at`. What no pack knows becomes an actor of its own words, so that the same words are the same actor.
    """
    spoken_of = _countries(mentions, knowledge, countries)
    near = _Nearby(mentions, knowledge, countries)
    found = [
        msgspec.structs.replace(
            mention,
            value=_at(_known_there(mention, mention.parsed, knowledge, spoken_of, speaker_side, near), published_at),
        )
        if mention.kind == "actor" and isinstance(mention.parsed, ActorName)
        else mention
        for mention in mentions
    ]
    return _occupiers_named(_named_before(found), knowledge)


def _occupiers_named(mentions: list[Mention], knowledge: Knowledge) -> list[Mention]:
    """Return the mentions, "the occupation" as the one state's that the text calls so in full (الاحتلال التركي)."""
    said = [one for one in mentions if one.kind == "actor" and isinstance(one.value, Actor) and _OCCUPATION in one.text]
    bare = [one for one in said if one.text.endswith(_OCCUPATION)]
    lands = {one.value.side for one in said if one not in bare and isinstance(one.value, Actor) and one.value.side}
    army = _by_id(knowledge).get(f"{next(iter(lands))}.armed_forces") if len(lands) == 1 and bare else None
    if army is None:
        return mentions
    return [msgspec.structs.replace(one, value=army) if one in bare else one for one in mentions]


def _named_before(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, "the militia" (المليشيا) as the one armed group that the text has named before it."""
    groups: dict[str, Actor] = {}
    resolved = []
    for mention in mentions:
        actor = mention.value if mention.kind == "actor" and isinstance(mention.value, Actor) else None
        if actor is not None and actor.type == "armed_group" and not actor.generic and not actor.private:
            groups[actor.id] = actor
        elif actor is not None and actor.id == _MILITIAS and mention.text.startswith("ال") and len(groups) == 1:
            mention = msgspec.structs.replace(mention, value=next(iter(groups.values())))
        resolved.append(mention)
    return resolved


def resolve_equipment(mentions: Sequence[Mention], knowledge: Knowledge) -> list[Mention]:
    """Return the same mentions in the same order, those of equipment with what they name as value."""
    return [
        msgspec.structs.replace(
            mention, value=Equipment(id=mention.parsed.id, name=mention.parsed.name, category=mention.parsed.category)
        )
        if mention.kind == "equipment" and isinstance(mention.parsed, Equipment)
        else mention
        for mention in mentions
    ]


def _countries(mentions: Sequence[Mention], knowledge: Knowledge, countries: Sequence[str]) -> Counter[str]:
    """Return how often the item speaks of each country; the case's own countries count a little."""
    actors, votes = _by_id(knowledge), Counter[str]()
    for mention in mentions:
        if isinstance(mention.value, Place) and mention.value.country:
            votes[mention.value.country] += 2
        elif isinstance(mention.parsed, ActorName):
            known = [actors[id] for id in mention.parsed.actors if id in actors]
            if len(known) == 1 and not known[0].generic:
                votes.update(dict.fromkeys(_fields(known[0]), 2))
    for country in countries:
        votes[country] += 1
    return votes


class _Nearby:
    """Where the places of an item stand, each in a country; `named` counts the countries that it names at all."""

    def __init__(self, mentions: Sequence[Mention], knowledge: Knowledge, countries: Sequence[str]) -> None:
        self.named = _countries([one for one in mentions if not _is_anybodys(one)], knowledge, countries)
        self._placed = sorted(
            (mention.start, mention.value.country)
            for mention in mentions
            if isinstance(mention.value, Place) and mention.value.country
        )

    def country(self, mention: Mention) -> str | None:
        """Return the country of the place named nearest to a mention, within the sentence or so."""
        at = bisect_left(self._placed, (mention.start, ""))
        beside = [one for one in self._placed[max(0, at - 1) : at + 1] if abs(one[0] - mention.start) <= _REACH]
        return min(beside, key=lambda one: abs(one[0] - mention.start))[1] if beside else None


def _known_there(
    mention: Mention,
    name: ActorName,
    knowledge: Knowledge,
    spoken_of: Counter[str],
    speaker_side: str | None,
    near: _Nearby,
) -> Actor:
    """Return who is meant, unless the words fit any country's and the place beside them is in another's.

    "The regime" of a text on a country that is not the party's is that country's; soldiers who fell at a place are not
    of the army of the country that the text speaks of most, where that place is not in it.
    """
    actors = _by_id(knowledge)
    found = _actor(name, knowledge, spoken_of, speaker_side)
    kinds = [actors[id] for id in name.actors if id in actors]
    if _is_anybodys(mention) and near.named and not any(near.named[at] for at in _fields(found)):
        regime = actors.get(_REGIME)
        return _of_context(regime, actors, near.named) if regime is not None else found
    if found.generic or len(kinds) != 1 or not kinds[0].generic or name.country:
        return found
    there = near.country(mention)
    return kinds[0] if there is not None and there not in {*_fields(found), *kinds[0].stands_for} else found


def _is_anybodys(mention: Mention) -> bool:
    """Whether words that take a side name no country and nobody: "the regime", "regime warplanes"."""
    epithet = isinstance(mention.parsed, ActorName) and mention.parsed.epithet
    return epithet and "regime" in mention.text.split() and mention.text.removeprefix("The ").islower()


def _actor(name: ActorName, knowledge: Knowledge, spoken_of: Counter[str], speaker_side: str | None) -> Actor:
    actors = _by_id(knowledge)
    if name.backer is not None:
        return _backed(name.backer, knowledge, spoken_of)
    known = [actors[id] for id in name.actors if id in actors]
    if known and name.branch is None:
        nearer = spoken_of + Counter({name.country: 4}) if name.country else spoken_of  # "Sudanese paramilitaries"
        if len(known) == 1 and name.country and (other := _of_another_state(known[0], name, knowledge)) is not None:
            return other
        return _of_context(_likeliest(known, nearer, speaker_side, enemy=name.epithet), actors, nearer)
    if name.branch and name.country:
        narrow = actors.get(f"{name.country.lower()}.{name.branch}")
        if narrow is not None:
            return narrow
        own = known and (name.branch == "government" or known[0].type != "government")  # a state is its government
        if own and known[0].generic:
            return actors.get(known[0].stands_for.get(name.country, "")) or _service(name, knowledge)
        return known[0] if own else _service(name, knowledge)
    if known:
        return _likeliest(known, spoken_of, speaker_side, enemy=name.epithet)
    if name.type == "civilians":
        return _people(name)
    return _unknown(name)


def _of_another_state(known: Actor, name: ActorName, knowledge: Knowledge) -> Actor | None:
    """Return who is meant where an adjective names another state than the one that words alone would stand for.

    "The Qatari army" is Qatar's whatever the text speaks of, "the Libyan revolutionaries" are not Syria's opposition.
    """
    service = _SERVICE_OF.get(known.id)
    if service is not None and name.country not in known.stands_for:
        return _service(msgspec.structs.replace(name, branch=service), knowledge)
    of_one = known.id.endswith(".opposition") and known.country != name.country
    return _unknown(name) if of_one else None


def _likeliest(known: list[Actor], spoken_of: Counter[str], speaker_side: str | None, *, enemy: bool) -> Actor:
    """Return the candidate whose country is spoken of most, else the first.

    Who says "the enemy" (`enemy`: the words take a side) means nobody of their own side; who says "the Coalition" and
    is of one means that one.
    """

    def rank(entry: tuple[int, Actor]) -> tuple[bool, int, int]:
        place, actor = entry
        own = speaker_side is not None and speaker_side in (actor.id, actor.side)
        return (
            own == enemy and speaker_side is not None,
            -max((spoken_of[country] for country in _fields(actor)), default=0),
            place,
        )

    return min(enumerate(known), key=rank)[1]


def _fields(actor: Actor) -> tuple[str, ...]:
    """Return the countries that naming this actor speaks of: its own, or those in which it fights."""
    return (actor.country,) if actor.country else actor.theatres


def _of_context(actor: Actor, actors: dict[str, Actor], spoken_of: Counter[str]) -> Actor:
    """Return who is meant by a kind of party ("the army") in the one country that is clearly spoken of."""
    meant = [country for country in actor.stands_for if spoken_of[country]]
    if not actor.generic or not meant:
        return actor
    meant.sort(key=lambda country: (-spoken_of[country], country))
    top = max(spoken_of.values())
    parties = {actor.stands_for[country] for country in meant if spoken_of[country] * 2 > top}
    return actors.get(parties.pop(), actor) if len(parties) == 1 else actor


def _backed(backer: str, knowledge: Knowledge, spoken_of: Counter[str]) -> Actor:
    """Return the party that is meant by the groups backed by somebody, one of its own where no pack knows any.

    Those of the army or government where it happened are its pro-government forces.
    """
    actors = _by_id(knowledge)
    behind = actors.get(backer)
    country = behind.country if behind is not None else None
    there = min(spoken_of, key=lambda code: (-spoken_of[code], code), default="")
    if behind is not None and country and "." in behind.id and behind.type in ("government", "military"):
        if country == there and there in actors[_PRO_GOVERNMENT].stands_for:
            return _of_context(actors[_PRO_GOVERNMENT], actors, Counter({there: 1}))
        backer = country.lower()  # an army's groups are its state's
        behind = actors.get(backer, behind)
    elsewhere = Counter({code: votes for code, votes in spoken_of.items() if code != country})
    there = min(elsewhere, key=lambda code: (-elsewhere[code], code), default="")
    backs = behind.backs if behind is not None else {}
    meant = actors.get(backs.get(there) or backs.get("", ""))
    if meant is not None:
        return meant
    name = behind.name if behind is not None else _names(knowledge).get(backer.upper(), backer)
    tie = ActorRelation(kind="proxy_of", to=backer)
    return Actor(
        id=f"{backer}.backed", name=f"Groups backed by {name}", type="armed_group", side=backer, relations=(tie,)
    )


def _service(name: ActorName, knowledge: Knowledge) -> Actor:
    """Return a country's service that no pack lists: "Danish warplanes" are Denmark's air force."""
    code, branch = name.country or "", name.branch or ""
    adjective = _adjectives(knowledge).get(code, code)
    return Actor(
        id=f"{code.lower()}.{branch}",
        name=f"{adjective} {_SERVICES.get(branch, branch)}",
        type="government" if branch == "government" else "military",
        country=code,
        side=code.lower(),
    )


def _people(name: ActorName) -> Actor:
    group = _KINDS.get(name.group or "civilians", "civilians")
    suffix = f".{name.country.lower()}" if name.country else ""
    return Actor(id=f"{group}{suffix}", name=group, type="civilians", country=name.country)


def _unknown(name: ActorName) -> Actor:
    words = " ".join(name.name.split())
    return Actor(
        id=content_id("actor", name.type, words.casefold()),
        name=words,
        type=name.type,
        country=name.country,
        private=name.private,
    )


def _at(actor: Actor, published_at: str | None) -> Actor:
    """Return the actor with the relations that held on a day, and without the names that a reader doesn't need."""
    day = (published_at or "")[:10]
    ties = tuple(tie for tie in actor.relations if tie.holds_on(day or None))
    return msgspec.structs.replace(actor, relations=ties, aliases=(), epithets=(), stands_for={}, theatres=(), backs={})
