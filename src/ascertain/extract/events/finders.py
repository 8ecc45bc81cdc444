"""Runs the finders of times, numbers, places, actors and equipment over one text."""

from bisect import bisect_left
from functools import lru_cache

from ascertain.extract.events.acting import FLOWN_TOO
from ascertain.extract.names import find_actors, find_equipment
from ascertain.extract.names.party_lexicon import forms_of
from ascertain.extract.names.ties import tie_words
from ascertain.extract.numbers import find_counts
from ascertain.extract.places import find_places
from ascertain.extract.places.told import acting, articles_of
from ascertain.extract.times import find_times
from ascertain.knowledge import Knowledge
from ascertain.knowledge.gazetteer.bare import bare_name
from ascertain.languages.parties import party_words
from ascertain.languages.place_words import site_words
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document
from ascertain.text.fold import fold

_BLOWN_UP = frozenset({"suicide"})  # a "bomber" behind it is no aircraft
_ORDER = {"time": 0, "place": 1, "actor": 2, "equipment": 3, "count": 4}


def find_mentions(document: Document, lang: str, knowledge: Knowledge) -> list[Mention]:
    """Return every mention of a text in order of the words; numbers inside times are not counts."""
    times = find_times(document, lang)
    actors = find_actors(document, lang, knowledge)
    equipment = _without_bombers(document, find_equipment(document, lang, knowledge), actors)
    actors = _without_aircraft(document, actors, equipment)
    fighting = [one for one in actors if getattr(one.parsed, "type", None) in _FIGHTING]
    places = find_places(document, lang, knowledge.gazetteer, fighting)
    places = _without_weapons(document, places, equipment)
    mentions = [
        *times,
        *find_counts(document, times=times),
        *actors,
        *equipment,
        *_without_parties(document, places, actors, knowledge, lang),
    ]
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end, _ORDER[mention.kind]))


def _without_bombers(document: Document, equipment: list[Mention], actors: list[Mention]) -> list[Mention]:
    """Return the equipment without "a bomber" alone, who is somebody with a bomb; a state's bomber is an aircraft."""
    if not any(one.text.lower() == "bomber" for one in equipment):
        return equipment
    whose = {word for actor in actors for word in document.words_in(actor.start, actor.end)}
    led = (one for one in equipment if one.text.lower() != "bomber" or document.word_at(one.start) - 1 in whose)
    return [one for one in led if document.words[document.word_at(one.start) - 1] not in _BLOWN_UP]


def _without_aircraft(document: Document, actors: list[Mention], equipment: list[Mention]) -> list[Mention]:
    """Return the actors without the word behind an aircraft's name that says of what kind it is: "a Su-24 fighter"."""
    kinds = ("aircraft", "helicopter")
    flown = [one for one in equipment if getattr(one.parsed, "category", "") in kinds]
    flown = [one for one in flown if document.words[max(0, document.word_at(one.start) - 1)] != "suicide"]  # people
    if not flown:
        return actors
    ends = {document.word_at(one.end - 1) for one in flown}
    kept = []
    for actor in actors:
        last = document.word_at(actor.end - 1)
        plane = document.words[last] in FLOWN_TOO and not ends.isdisjoint({last, last - 1})
        if not (plane and getattr(actor.parsed, "type", None) == "armed_group"):
            kept.append(actor)
    return kept


def _without_weapons(document: Document, places: list[Mention], equipment: list[Mention]) -> list[Mention]:
    """Return the places without those that are a weapon's name ("Iskander", "Grad") or a rank cut short ("Gen.")."""
    arms = sorted((one.start, one.end) for one in equipment)
    ranks = _ranks()
    kept = []
    for place in places:
        plain = _is_bare(place)
        rank = document.text[place.end : place.end + 1] == "." and fold(place.text) in ranks
        cut = any(place.start < start < place.end for start, _ in arms)  # "A Su" of "A Su-24"
        if not (plain and (rank or cut or _lies_in(place, arms))):
            kept.append(place)
    return kept


def _is_bare(place: Mention) -> bool:
    """Return whether no word of kind, side or distance stands with a name; "from" and "to" alone say nothing."""
    parsed = place.parsed
    if not isinstance(parsed, PlaceExpression):
        return True
    measured = parsed.distance_m is not None or parsed.bearing_deg is not None
    return parsed.feature is None and (parsed.relation is None or (parsed.relation == "from" and not measured))


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    return frozenset(fold(title) for pack in party_words() for title in pack.titles)


_FIGHTING = frozenset({"armed_group", "military", "government"})
_PARTIES = frozenset({"armed_group", "military", "party", "organisation"})
_BUILT = frozenset({"organisation", "armed_group"})
_SITES = site_words() | {"center", "centre", "institute", "academy"}
_LEADING = frozenset({"of", "in", "at", "for", "from"})


def _without_parties(
    document: Document, places: list[Mention], actors: list[Mention], knowledge: Knowledge, lang: str
) -> list[Mention]:
    """Return the places without those that are only a party's, person's, outlet's or people's name.

    "Hamas" is a hamlet, "Davis" a town, "SANA" an agency, and سوري ("Syrian") is how Surrey is written.

    A name with a feature word, a side or a distance beside it ("the town of Badr") stays a place.
    """
    surnames = _surnames(actors)
    parties = sorted((one.start, one.end) for one in actors if getattr(one.parsed, "type", None) in _PARTIES)
    whole = sorted(span for one in actors for span in _long_name(one, knowledge))
    states = _states(knowledge)
    backed = sorted((one.start, one.end) for one in actors if getattr(one.parsed, "backer", None))
    people = sorted(_own_name(one) for one in actors if _is_named_person(one))
    persons = frozenset(people)
    ends = frozenset(one.end for one in places)
    named = {
        (one.start, one.end) for one in actors if getattr(one.parsed, "type", None) in _PARTIES and " " in one.text
    }
    bodies = sorted((_second_word(one), one.end) for one in actors if _is_built_name(one))
    known = {(one.start, one.end) for one in actors if _is_known_body(one)}
    members = {one.end for one in actors if getattr(one.parsed, "role", None) == "member"}
    names, outlets, peoples = _party_names(knowledge), _acronyms(knowledge), _adjectives(knowledge)
    kept = []
    for place in places:
        plain = _is_bare(place)
        party = fold(place.text) in names and _lies_in(place, parties)
        somebody = place.text in surnames or _lies_in(place, people)
        if _lies_in(place, whole) or (place.start, place.end) in named:
            continue  # "Islamic State of Iraq and the Levant" lies nowhere
        if _lies_in(place, backed) or (fold(place.text) in states and _is_behind_a_tie(document, place)):
            continue  # "militias backed by Ruritania", مقار تابعة لروسيا
        if (place.start, place.end) in persons and getattr(place.parsed, "name_end", place.end) < place.end:
            continue  # "Robert Ford", no ford
        if plain and _lies_in(place, bodies) and not _is_led(document, place, bodies):
            continue  # "International Orda Support Group"
        if "_" in place.text and fold(place.text.replace("_", " ")) in names:
            continue  # a tag that is a party's name
        if place.text.isupper() and (place.start, place.end) in known:
            continue  # "within NATO"
        if place.end in members:
            continue  # "nations that struck include Jordan"
        if _ends_a_compound(document, place, ends):
            continue  # "Interfax-Ukraine"
        if plain and _says_whose(document, place, lang):
            continue
        if place.text in outlets or bare_name(place.text, frozenset()) in peoples:
            continue
        if not (plain and (somebody or party)):
            kept.append(place)
    return kept


def _is_behind_a_tie(document: Document, place: Mention) -> bool:
    """Whether an Arabic word says right before a country's name that somebody or something is its own, or for it."""
    first = document.word_at(place.start)
    if not 0 < first < len(document):
        return False
    cut = document.text[document.starts[first] : place.start]
    return cut in ("ل", "ب") and tie_words().kind(document.words[first - 1]) is not None


def _says_whose(document: Document, place: Mention, lang: str) -> bool:
    """Whether a country's name, which is its adjective as well, says whose guns or forces those before it are.

    المدفعية السعودية is the Saudi artillery: both words have the article.
    """
    first, articles = document.word_at(place.start), articles_of(lang)
    if first >= len(document):
        return False  # behind the last word that is read
    word, before = document.words[first], document.words[first - 1] if first else ""
    close = document.text[place.start - 1 : place.start] == " " and " " not in place.text
    articled = bool(articles) and word.startswith(articles) and before.startswith(articles)
    return close and articled and before[2:] in acting(lang)


def _ends_a_compound(document: Document, place: Mention, ends: frozenset[int]) -> bool:
    """Whether a name is written with a hyphen onto another that is no place's, of those that end at `ends`."""
    text, first = document.text, document.word_at(place.start)
    if text[place.start - 1 : place.start] != "-" or first < 2 or not text[place.start - 2 : place.start - 1].isalpha():
        return False
    before = document.quote(first - 2, first - 1)
    return before[:1].isupper() and len(before) > 3 and place.start - 1 not in ends


def _long_name(actor: Mention, knowledge: Knowledge) -> list[tuple[int, int]]:
    """Return the characters of a listed party's name of several words inside a mention, where it holds one."""
    if getattr(actor.parsed, "type", None) not in _PARTIES or " " not in actor.text:
        return []
    known = _long_names(knowledge)
    words = actor.text.lower()
    found = (name for ident in getattr(actor.parsed, "actors", ()) for name in known.get(ident, ()) if name in words)
    name = max(found, key=len, default="")
    start = actor.start + words.find(name)
    return [(start, start + len(name))] if name else []


@lru_cache(maxsize=4)
def _long_names(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Return the names of several words of each party by its id, in small letters."""
    named = {one.id: (one.name, *one.aliases) for one in knowledge.actors if one.type in _PARTIES}
    return {ident: tuple(name.lower() for name in names if " " in name) for ident, names in named.items()}


def _is_named_person(actor: Mention) -> bool:
    """Return whether a mention is somebody's name, and no office ("the governor of Orda")."""
    return getattr(actor.parsed, "type", None) == "person" and getattr(actor.parsed, "role", None) is None


def _own_name(person: Mention) -> tuple[int, int]:
    """Return the characters of a person's own name, without an office before it."""
    name = getattr(person.parsed, "name", person.text)
    return (person.end - len(name) if person.text.endswith(name) else person.start), person.end


def _is_led(document: Document, place: Mention, bodies: list[tuple[int, int]]) -> bool:
    """Whether a word of a body's name leads on to a place from what lies there or is of it ("Association of Orda")."""
    at = document.word_at(place.start) - 1
    at -= document.words[at] == "the"
    start, _ = bodies[bisect_left(bodies, (place.start + 1, 0)) - 1]
    return document.words[at] in _LEADING and document.starts[at] >= start


def _second_word(body: Mention) -> int:
    """Return where a name goes on that may begin with that of a land ("Orda Relief Fund"); a group's doesn't."""
    return body.start if body.parsed.type == "armed_group" else body.start + body.text.index(" ")


def _is_built_name(actor: Mention) -> bool:
    """Return whether a mention is the name of a body that no pack has, and that is no site as well (a college)."""
    words = fold(actor.text).split()
    built = actor.parsed.type in _BUILT and not actor.parsed.actors and len(words) > 1
    return built and " " in actor.text and "#" not in actor.text and words[-1] not in _SITES


def _is_known_body(actor: Mention) -> bool:
    return bool(actor.parsed.actors) and actor.parsed.type in _PARTIES


def _surnames(actors: list[Mention]) -> dict[str, tuple[int, int]]:
    """Return the last words of persons' full names with the characters of the name: "Roe" of "Jane Roe"."""
    people = [actor for actor in actors if getattr(actor.parsed, "type", None) == "person" and " " in actor.text]
    return {person.text.split()[-1]: (person.start, person.end) for person in people}


def _lies_in(place: Mention, spans: list[tuple[int, int]]) -> bool:
    """Return whether a place is within one of some spans, which stand in order, none over another."""
    before = bisect_left(spans, (place.start + 1, 0)) - 1
    return before >= 0 and place.end <= spans[before][1]


@lru_cache(maxsize=4)
def _party_names(knowledge: Knowledge) -> frozenset[str]:
    parties = (actor for actor in knowledge.actors if actor.type in _PARTIES)
    return frozenset(fold(name) for actor in parties for name in (actor.name, *actor.aliases, *actor.epithets))


@lru_cache(maxsize=4)
def _states(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold(name) for one in knowledge.nations for name in (one.name, *one.names))


@lru_cache(maxsize=4)
def _acronyms(knowledge: Knowledge) -> frozenset[str]:
    """Return the outlets' names that are written in capitals throughout."""
    names = (name for source in knowledge.sources for name in (source.name, *source.aliases))
    return frozenset(name for name in names if name.isupper() and name.isascii() and " " not in name and len(name) > 2)


@lru_cache(maxsize=4)
def _adjectives(knowledge: Knowledge) -> frozenset[tuple[str, ...]]:
    """Return the keys of the words for what is a nation's, less those that are its name, too (جيبوتي)."""
    nations = knowledge.nations
    words = {form for one in nations for word in (one.adjective, *one.adjectives) for form in forms_of(word)}
    named = {bare_name(name, frozenset()) for one in nations for name in (one.name, *one.names)}
    return frozenset(bare_name(word, frozenset()) for word in words) - named
