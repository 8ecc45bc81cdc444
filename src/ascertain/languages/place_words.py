"""What a language says about places: feature words, relations, sides and units, from its `places.toml`."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ascertain.model.place import PlaceClass
from ascertain.text import words_of_phrase
from ascertain.text.tables import read_tables

BEARING_DEG = {
    "north": 0.0, "north_east": 45.0, "east": 90.0, "south_east": 135.0,
    "south": 180.0, "south_west": 225.0, "west": 270.0, "north_west": 315.0,
}  # fmt: skip


@dataclass(frozen=True)
class Feature:
    """A kind of place that a word names ("crossing", ريف) and how the word stands to the name.

    `alone`: with the word, a name that no gazetteer has is one; `apart`: the thing bears a name and need not lie
    where a town of that name does ("Fort Pulaski", "White River").
    """

    id: str
    klass: PlaceClass
    stands: frozenset[str]
    inside: frozenset[str]
    alone: bool
    apart: bool = False


@dataclass(frozen=True)
class PlaceWords:
    """A language's words about places, each phrase a tuple of folded words.

    `heads` begin names of two words (تل رفعت, كفر نبل); `no_names` begin none behind a feature word, `holding` stand
    behind one and lead on to what holds the place ("belonging to"), `masculine` are said of no feminine noun,
    `qualities` end a name of two words and `plurals` begin a list of names; behind an `allied` word stands whose ally
    somebody is, behind a `stationed` one where somebody is, behind a `seats` one what a town is the seat of, and
    behind a `whence` one with "from" before it, or a `setting_out` one with it behind, where something came from:
    nothing happens there, nor where somebody is `based` right behind that word, or right before an `as_base` one.
    `undertakings` are no places, whatever their names.
    `cases` pair the ending of a name in another case with that of the nominative, which
    gazetteers list.

    `lands` are the countries (ISO 3166) whose places have names of this language.

    A name is no place before a word of `after` (a government, a regiment; `between` may stand in between) or of
    `compounds` (what was agreed there), nor behind `ordinals` and the army `of` it (`bodies`; `commands` of "the" it).
    """

    language: str
    features: dict[tuple[str, ...], Feature]
    relations: dict[tuple[str, ...], str]
    away: frozenset[tuple[str, ...]]
    joins: frozenset[str]
    bearings: dict[tuple[str, ...], str]
    units: dict[tuple[str, ...], float]
    titles: frozenset[str]
    undertakings: frozenset[str]
    given: frozenset[str]
    after: frozenset[str]
    between: frozenset[str]
    compounds: frozenset[str]
    ordinals: frozenset[str]
    bodies: frozenset[str]
    commands: frozenset[str]
    heads: frozenset[str]
    never: frozenset[tuple[str, ...]]
    beside: frozenset[str]
    adjectives: frozenset[str]
    small: frozenset[str]
    inside: frozenset[str]
    taken: frozenset[str]
    lone: frozenset[str]
    saying: frozenset[str]
    storms: frozenset[str]
    no_names: frozenset[str]
    holding: frozenset[str]
    bearers: frozenset[str]
    masculine: frozenset[str]
    qualities: frozenset[str]
    plurals: frozenset[str]
    peoples: frozenset[str]
    outlets: frozenset[str]
    kin: frozenset[str]
    agencies: frozenset[tuple[str, ...]]
    allied: frozenset[str]
    stationed: frozenset[str]
    whence: frozenset[str]
    setting_out: frozenset[str]
    based: frozenset[str]
    as_base: frozenset[str]
    seats: frozenset[str]
    cases: tuple[tuple[str, str], ...]
    lands: frozenset[str]
    examples: tuple[dict[str, Any], ...]


def folded(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase."""
    return words_of_phrase(phrase)


@cache
def place_words(language: str) -> PlaceWords:
    """Return the words of a language (`en`, `ar`, ...); English where it has no `places.toml`."""
    folder = resources.files(__package__)
    path = folder / language / "places.toml"
    if not path.is_file():
        language, path = "en", folder / "en" / "places.toml"
    data = read_tables(path.read_text("utf-8"))
    words = data["words"]
    return PlaceWords(
        language=language,
        features=_features(data["feature"]),
        relations={
            folded(word): relation
            for relation in ("at", "from", "near", "between", "along")
            for word in words[relation]
        },
        away=frozenset(folded(word) for word in words["away"]),
        joins=frozenset(folded(word)[0] for word in words["and"]),
        bearings={folded(word): side for side, named in data["bearings"].items() for word in named},
        units={folded(word): float(metres) for metres, named in _units(data["units"]) for word in named},
        titles=_single(data["people"]["titles"]),
        undertakings=_single(data["people"].get("undertakings", [])),
        given=_single(data["people"]["given"]),
        after=_single(data["people"]["after"]),
        between=_single(data["people"].get("between", [])),
        compounds=_single(data["people"].get("compounds", [])),
        ordinals=_single(data["people"].get("ordinals", [])),
        bodies=_single(data["people"].get("bodies", [])),
        commands=_single(data["people"].get("commands", [])),
        heads=_single(data["names"].get("heads", [])),
        never=frozenset(folded(word) for word in data["names"]["never"]),
        beside=_single(data["names"]["beside"]),
        adjectives=_single(data["names"]["adjectives"]),
        small=_single(words.get("small", [])),
        inside=_single(words.get("inside", [])),
        taken=frozenset(words.get("taken", ())),
        lone=_single(data["names"].get("lone", [])),
        saying=_single(words.get("saying", [])),
        storms=_single(words.get("storms", [])),
        no_names=_single(data["names"].get("no_names", [])),
        holding=_single(data["names"].get("holding", [])),
        bearers=_single(data["names"].get("bearers", [])),
        masculine=_single(data["names"].get("masculine", [])),
        qualities=_single(data["names"].get("qualities", [])),
        plurals=_single(data["names"].get("plurals", [])),
        outlets=_single(data["people"].get("outlets", [])),
        kin=_single(data["people"].get("kin", [])),
        agencies=frozenset(folded(words) for words in data["people"].get("agencies", [])),
        peoples=_single(data["names"].get("peoples", [])),
        allied=_single(words.get("allied", [])),
        stationed=_single(words.get("stationed", [])),
        whence=_single(words.get("whence", [])),
        setting_out=_single(words.get("setting_out", [])),
        based=_single(words.get("based", [])),
        as_base=_single(words.get("as_base", [])),
        seats=_single(words.get("seats", [])),
        cases=tuple((ending, base) for ending, base in data.get("cases", {}).get("endings", ())),
        lands=frozenset(data["names"].get("lands", ())),
        examples=tuple(data.get("example", ())),
    )


def _single(words: list[str]) -> frozenset[str]:
    return frozenset(folded(word)[0] for word in words)


def _units(table: dict[str, Any], above: str = "") -> list[tuple[str, list[str]]]:
    """Return metres and words; TOML reads the dot of 0.9144 as a level."""
    found: list[tuple[str, list[str]]] = []
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        found.extend(_units(value, name) if isinstance(value, dict) else [(name, value)])
    return found


def _features(entries: list[dict[str, Any]]) -> dict[tuple[str, ...], Feature]:
    features: dict[tuple[str, ...], Feature] = {}
    for entry in entries:
        feature = Feature(
            id=entry["id"], klass=entry["class"], stands=frozenset(entry["stands"]),
            inside=frozenset(entry.get("inside", ())), alone=bool(entry.get("alone", False)),
            apart=bool(entry.get("apart", False)),
        )  # fmt: skip
        for word in entry["words"]:
            features.setdefault(folded(word), feature)
    return features


def _languages() -> list[str]:
    folders = resources.files(__package__).iterdir()
    return sorted(folder.name for folder in folders if folder.joinpath("places.toml").is_file())


_PLACING = frozenset({"at", "near"})


@cache
def placing_words() -> frozenset[str]:
    """Return the single words of every language that may stand between a place and the land that holds it: in, west."""
    found = {"the", "of", "ب", "ل"}
    for words in map(place_words, _languages()):
        found.update(word for phrase in words.bearings for word in phrase)
        found.update(words.holding)
        lands = (phrase for phrase, feature in words.features.items() if feature.id in ("countryside", "outskirts"))
        found.update(word for phrase in lands for word in phrase)
        found.update(word for phrase, relation in words.relations.items() if relation in _PLACING for word in phrase)
    return frozenset(found)


LANDS: frozenset[PlaceClass] = frozenset({"governorate", "region", "district", "subdistrict"})
_NEXT = 36  # characters between a place and the land that holds it


def leads_on(between: str, land: bool = False) -> bool:
    """Return whether what stands between two names says that the second holds the first: words of place, no "and".

    Where the second is a `land`, a governorate or the country about a town, a comma says it, or nothing.
    """
    if not 0 < len(between) <= _NEXT:
        return False
    marks = set(between) - set(" ,،(#_\"'”»)") - {character for character in between if character.isalpha()}
    words = [word for word in words_of_phrase(between) if word.isalpha()]
    if not words:
        return land and between.strip() in ("", ",", "،")
    return not marks and all(word in placing_words() for word in words)


@cache
def land_words() -> frozenset[str]:
    """Return the single words of every language for a land that holds towns: mountains, countryside, governorate."""
    every = [place_words(name) for name in _languages()]
    found = ((phrase, feature) for one in every for phrase, feature in one.features.items())
    return frozenset(phrase[0] for phrase, feature in found if len(phrase) == 1 and feature.klass in LANDS)


@cache
def storm_words() -> frozenset[str]:
    """Return the words of every language behind which a storm's name stands: hurricane."""
    return frozenset[str]().union(*(place_words(name).storms for name in _languages()))


@cache
def site_words() -> frozenset[str]:
    """Return the words of every language for a building or site that people use: hospital, school, market."""
    every = [place_words(name) for name in _languages()]
    return frozenset(
        phrase[0] for one in every for phrase, feature in one.features.items()
        if len(phrase) == 1 and feature.id == "facility"
    )  # fmt: skip


@cache
def feature_words() -> frozenset[str]:
    """Return the keys of the single words of every language that stand with a name, no part of it: village, of."""
    every = [place_words(name) for name in _languages()]
    features = [(phrase, feature) for one in every for phrase, feature in one.features.items()]
    words = {phrase[0] for phrase, feature in features if len(phrase) == 1 and not feature.apart}
    words |= {word for one in every for word in one.small}
    return frozenset(word.removeprefix("ال") for word in words) | words
