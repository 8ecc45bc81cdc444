"""Actors: parties, people and outlets, each with what its words tell."""

from dataclasses import replace
from functools import cache, lru_cache

from ascertain.extract.names.abbreviations import abbreviated
from ascertain.extract.names.arabic_duals import two_bodies
from ascertain.extract.names.arabic_people import arabic_people
from ascertain.extract.names.backers import with_backers
from ascertain.extract.names.charges import folded
from ascertain.extract.names.describing import is_half_an_adjective, only_describes
from ascertain.extract.names.members import member_states
from ascertain.extract.names.named import Named
from ascertain.extract.names.namesakes import without_namesakes
from ascertain.extract.names.offices import with_their_offices
from ascertain.extract.names.party_lexicon import PartyWord, found_words
from ascertain.extract.names.people import capital_runs, is_capitals, latin_people, organisations
from ascertain.extract.names.phrases import QUOTES, Backer, Phrase, best, is_a, phrases
from ascertain.extract.names.states import acts
from ascertain.knowledge import Knowledge
from ascertain.languages.parties import PartyNoun, party_words
from ascertain.model import Actor, ActorName, Mention
from ascertain.text import Document, Hit
from ascertain.text.fold import fold

PARTY_TYPES = frozenset(("military", "armed_group", "government", "party", "nationality"))


@lru_cache(maxsize=4)
def _by_id(knowledge: Knowledge) -> dict[str, Actor]:
    return {actor.id: actor for actor in knowledge.actors}


def find_actors(document: Document, lang: str | None, knowledge: Knowledge) -> list[Mention]:
    """Return the actors that the words name, in order, none overlapping; `parsed` is an `ActorName`, values are unset.

    Both scripts are read whatever `lang` says, since posts mix them. Sources: packs (`knowledge`), the words of
    `languages/*/parties.toml`, and how names are built.
    """
    capitals = is_capitals(document)
    hits = [hit for hit in found_words(document, knowledge, capitals) if not _is_of_a_make(document, hit)]
    runs = [] if capitals else capital_runs(document)
    people = latin_people(document, runs, hits, capitals) if runs or capitals else []
    if document.is_arabic:
        people = sorted([*people, *arabic_people(document, hits)])
    named = [*people, *organisations(document, runs, hits)]
    found: list[Mention] = []
    beside = -1  # the word behind the party last found
    named_parties = with_backers(document, phrases(document, hits), hits, _by_id(knowledge))
    members = member_states(document, named_parties)
    for phrase in without_namesakes(document, named_parties, _by_id(knowledge)):
        listed = phrase.first in members
        mention = _of_phrase(document, phrase, knowledge, joined=beside == phrase.first, listed=listed)
        if mention is not None:
            found.append(mention)
            beside = phrase.last if mention.parsed.type in PARTY_TYPES else -1
    both = two_bodies(document, lambda other: find_actors(other, lang, knowledge)) if document.is_arabic else []
    kept = _without_overlap([*both, *found, *(_of_name(document, name) for name in named)])
    short = abbreviated(document, runs, kept) if runs else []
    return with_their_offices(document, _without_overlap([*kept, *short]) if short else kept)


@cache
def _made() -> frozenset[str]:
    return folded(pack.made for pack in party_words())


def _is_of_a_make(document: Document, hit: Hit[PartyWord]) -> bool:
    """Whether a nation is where a weapon was made, by the word behind it: صاروخ روسي | الصنع."""
    return hit.last < len(document) and document.words[hit.last] in _made() and is_a(hit, "adjective", "people")


def _of_name(document: Document, name: Named) -> Mention:
    words = document.quote(name.first, name.last)[name.cut :]
    return _mention(
        document,
        document.starts[name.first] + name.cut,
        document.ends[name.last - 1],
        ActorName(name=words, type=name.type, private=name.private),  # type: ignore[arg-type]
    )


def _mention(document: Document, start: int, end: int, parsed: ActorName) -> Mention:
    return Mention(kind="actor", start=start, end=end, text=document.text[start:end], parsed=parsed)


def _of_phrase(
    document: Document, phrase: Phrase, knowledge: Knowledge, *, joined: bool, listed: bool
) -> Mention | None:
    """Return the actor of a phrase; `joined` tells that it stands behind a party, `listed` in a list of states."""
    if only_describes(document, phrase) or is_half_an_adjective(document, phrase):
        return None
    parsed = _parsed(document, phrase, knowledge, joined=joined, listed=listed)
    if parsed is None:
        return None
    leads = phrase.first < phrase.hits[0].first  # "pro-"
    start = document.starts[phrase.first] if leads else phrase.hits[0].start
    return _mention(document, start, _with_its_mark(document, start, document.ends[phrase.last - 1]), parsed)


def _with_its_mark(document: Document, start: int, end: int) -> int:
    """Return the end of a name with the quotation mark that closes one opened in it (ميليشيا "قسد")."""
    opened = sum(document.text.count(mark, start, end) for mark in QUOTES) % 2 == 1
    return end + 1 if opened and document.text[end : end + 1] in QUOTES and end < len(document.text) else end


def _parsed(
    document: Document, phrase: Phrase, knowledge: Knowledge, *, joined: bool, listed: bool
) -> ActorName | None:
    actors, words = _by_id(knowledge), document.quote(phrase.first, phrase.last)
    named = [tag for tag in phrase.head.tags if tag.kind in ("name", "epithet")]
    noun = best(phrase.head, "noun")
    if phrase.backer is not None:
        parties = [*_owners(phrase), *(tag.value for tag in named)]
        known = [one for one in parties if one in actors and actors[one].type in _ARMED and not actors[one].generic]
        if known and phrase.backer.tie not in _MEN:  # ميليشيا قسد المدعومة من: a party that is known, whoever backs it
            return _known(known, actors, words, replace(phrase, leaning=False), False)
        return _backed(phrase.backer, noun, phrase, actors, words)
    owners = _owners(phrase) if named and not phrase.leaning else ()
    if owners and all(actors[tag.value].generic for tag in named):  # whose "urban guerrillas" they are
        return _known(list(owners), actors, words, phrase, any(is_a(hit, "epithet") for hit in phrase.owners))
    if named and not phrase.leaning and _is_not_the_states(document, phrase, [actors[tag.value] for tag in named]):
        return ActorName(name=words, type="military", country=_country(phrase), group="combatants")
    if (land := _other_land(phrase, named, actors)) is not None:
        branch = "government" if actors[named[0].value].type == "government" else "armed_forces"
        own = _service(land, branch, actors)
        return ActorName(name=words, type="government", actors=own, country=land, branch=branch, epithet=True)
    if named and not (noun and noun.noun and phrase.owners):
        return _known([tag.value for tag in named], actors, words, phrase, named[0].kind == "epithet")
    if office := best(phrase.head, "office"):
        if not noun and len(phrase.hits) == 1:
            return ActorName(name=words, type="person", role=office.value)
        return ActorName(name=words, type="person", role=office.value, country=_country(phrase), actors=_owners(phrase))
    if noun and noun.noun:
        armed = [one for one in _owners(phrase) if one in actors and actors[one].type in _ARMED]
        if armed and noun.noun.group == "men":  # whose men: "the Front's men"
            return _known(armed, actors, words, phrase, False)
        return _of_noun(noun, phrase, actors, words)
    if people := best(phrase.head, "people"):
        return ActorName(name=words, type="nationality", actors=(people.value.lower(),), country=people.value)
    if state := best(phrase.head, "country", "metonym"):
        if not (listed or acts(document, phrase) or (joined and _is_joined(document, phrase))):
            return None
        role, own = "member" if listed else None, (state.value.lower(),)
        seat = is_a(phrase.head, "metonym") and not is_a(phrase.head, "country")
        return ActorName(name=words, type="government", actors=own, country=state.value, role=role, seat=seat)
    if adjective := best(phrase.head, "adjective"):
        return ActorName(name=words, type="nationality", actors=(adjective.value.lower(),), country=adjective.value)
    return None


_STATES = frozenset({"government", "military"})
_ARMED = frozenset({"armed_group", "military"})
_MEN = frozenset({"loyal", "own"})


def _backed(
    backer: Backer, noun: PartyWord | None, phrase: Phrase, actors: dict[str, Actor], words: str
) -> ActorName | None:
    """Return whose a group is, where it is as good as a party's own, else that it is backed by somebody."""
    party = actors.get(backer.party or "")
    if party is not None and backer.tie in _MEN and (party.type not in _STATES or backer.tie == "own"):
        if office := best(phrase.head, "office"):
            return ActorName(name=words, type="person", role=office.value, actors=(party.id,))
        return _known([party.id], actors, words, replace(phrase, leaning=False, adjectives=[]), False)
    branch = noun.noun.branch if noun is not None and noun.noun is not None else None
    if party is None and backer.tie == "own" and backer.land and branch:
        ids = _service(backer.land, branch, actors)
        return ActorName(
            name=words, type="military", actors=ids, country=backer.land, branch=branch, group="combatants"
        )
    of = party.id if party is not None else (backer.land or "").lower()
    if office := best(phrase.head, "office"):
        return ActorName(name=words, type="person", role=office.value, backer=of, leaning=True)
    return ActorName(name=words, type="armed_group", backer=of, leaning=True, group="combatants")


@cache
def _others_troops() -> frozenset[str]:
    """Return the words before troops that are not those of the country spoken of."""
    return folded(pack.not_the_states for pack in party_words())


def _is_not_the_states(document: Document, phrase: Phrase, named: list[Actor]) -> bool:
    """Whether troops of no name are said to be others than the state's: "foreign soldiers"."""
    if phrase.owners or not all(actor.generic and actor.type == "military" for actor in named):
        return False
    beside = (fold(document.quote(hit.first, hit.last)) for hit in phrase.hits if hit is not phrase.head)
    return not _others_troops().isdisjoint(beside)


def _other_land(phrase: Phrase, named: list[PartyWord], actors: dict[str, Actor]) -> str | None:
    """Return the land whose regime or occupation is named, where the word alone is another's (النظام التركي)."""
    land = _country(phrase)
    states = [actors[tag.value] for tag in named if tag.kind == "epithet" and actors[tag.value].type in _STATES]
    other = land is not None and bool(states) and all(one.country not in (None, land) for one in states)
    return land if other and len(states) == len(named) and not is_a(phrase.head, "name") else None


def _known(ids: list[str], actors: dict[str, Actor], words: str, phrase: Phrase, epithet: bool) -> ActorName:
    first = actors[ids[0]]
    return ActorName(
        name=first.name,
        type=first.type,
        actors=tuple(dict.fromkeys(ids)),
        country=_country(phrase) or (first.country if len({actors[id].country for id in ids}) == 1 else None),
        epithet=epithet,
        leaning=phrase.leaning,
        private=first.private,
        group="combatants" if first.type in ("military", "armed_group") else None,
    )


def _country(phrase: Phrase) -> str | None:
    for hit in phrase.adjectives:
        tag = best(hit, "adjective", "country", "metonym")
        if tag:
            return tag.value
    return None


def _owners(phrase: Phrase) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(tag.value for hit in phrase.owners for tag in hit.tags if tag.kind in ("name", "epithet"))
    )


def _of_noun(tag: PartyWord, phrase: Phrase, actors: dict[str, Actor], words: str) -> ActorName | None:
    noun = tag.noun
    if noun is None:
        return None
    owners, country = _owners(phrase), _country(phrase)
    if noun.type in ("armed_group", "military") and not owners and noun.branch is None:
        noun = _people_in(phrase) or noun  # "family members", أفراد العائلة
    qualified = len(phrase.hits) > 1 and any(hit is not phrase.head and _qualifies(hit) for hit in phrase.hits)
    if (noun.vague and not qualified) or (noun.type == "government" and _is_a_land(phrase, words)):
        return None
    candidates: tuple[str, ...] = ()
    if noun.type in ("military", "armed_group", "government", "party") and not phrase.leaning:
        candidates = owners or _service(country, noun.branch, actors)
    kind = noun.type
    if owners and owners[0] in actors and kind in ("military", "armed_group"):
        kind = actors[owners[0]].type
    return ActorName(
        name=actors[candidates[0]].name if candidates and candidates[0] in actors else words,
        type=kind,  # type: ignore[arg-type]
        actors=candidates,
        country=country,
        branch=noun.branch,
        group=noun.group,
        epithet=any(is_a(hit, "epithet") for hit in phrase.owners),
        leaning=phrase.leaning,
        seat=noun.vague and _is_of_a_seat(phrase),
    )


def _is_a_land(phrase: Phrase, words: str) -> bool:
    """Whether a people's name stands before "State", a land's part: "Kachin State", not "the Syrian State"."""
    before = next((hit for hit in reversed(phrase.hits) if hit.last <= phrase.head.first), None)
    return words.endswith(" State") and before is not None and is_a(before, "modifier")


def _is_of_a_seat(phrase: Phrase) -> bool:
    """Whether a capital alone says whose something is: "the Moscow jets"."""
    whose = [hit for hit in phrase.hits if hit is not phrase.head]
    return len(whose) == 1 and is_a(whose[0], "metonym") and not is_a(whose[0], "country")


def _people_in(phrase: Phrase) -> PartyNoun | None:
    """Return the noun of people who bear no arms that stands beside the head of a phrase."""
    nouns = (tag.noun for hit in phrase.hits if hit is not phrase.head for tag in hit.tags if tag.noun is not None)
    return next((noun for noun in nouns if noun.type == "civilians"), None)


def _qualifies(hit: Hit[PartyWord]) -> bool:
    return is_a(hit, "name", "epithet", "adjective", "country", "metonym", "modifier", "noun", "people")


def _service(country: str | None, branch: str | None, actors: dict[str, Actor]) -> tuple[str, ...]:
    """Return the ids for a country's service, the narrower first where a pack knows it."""
    if not country or not branch:
        return ()
    narrow, state = f"{country.lower()}.{branch}", country.lower()
    return (narrow, state) if narrow in actors or branch != "government" else (state,)


def _is_joined(document: Document, phrase: Phrase) -> bool:
    """Return whether an "and" written onto a country's name joins it to the party before it (قوات النظام وروسيا)."""
    start = document.starts[phrase.first]
    return document.text[start : phrase.hits[0].start] == "و"


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, longer ones over shorter ones that they overlap, known parties over built names."""
    ranked = sorted(mentions, key=lambda m: (m.start - m.end, not m.parsed.actors, m.start))
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in ranked:
        span = range(mention.start, mention.end)
        if taken.isdisjoint((mention.start, mention.end - 1)) and not any(at in taken for at in span):
            taken.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
