"""From the places that a text names to where they are."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from ascertain.knowledge.gazetteer import Candidate, Gazetteer
from ascertain.languages.place_words import leads_on
from ascertain.model import Mention, Place, Settings, content_id
from ascertain.model.place_expression import PlaceExpression
from ascertain.resolve.places.choose import CALLED_AFTER, WELL_KNOWN, Named, choose
from ascertain.resolve.places.geometry import between
from ascertain.resolve.places.misspelt import take_for_misspelt
from ascertain.resolve.places.shape import shaped
from ascertain.resolve.places.told_lands import in_that_land, land_told
from ascertain.resolve.places.unlikely import drop_unlikely

_LISTED = re.compile(r"\s{0,3}(?:[,،/]|[,،]?\s{0,3}(?:and|و))\s{0,3}")
_LANDS = frozenset(("countryside", "governorate", "district", "county", "subdistrict", "area"))
_ABOUT = ("countryside", "outskirts")  # of a city as well as of a village
_HOLDING = frozenset(("city", "town", "village"))  # streets and quarters
_QUARTERS = frozenset(("exact", "landmark", "neighbourhood", "street"))
# From so many people on a city is known to everybody.
_WORLD_CITY = 1_000_000
_SETTLED = frozenset(("village", "town", "neighbourhood", "street"))
_SMALL = frozenset(("village", "town", "neighbourhood", "street", "landmark", "region"))


@dataclass(frozen=True)
class PlaceContext:
    """What is known beside the mentions: `countries` (ISO 3166 alpha-2) that source or case speak of, and the text.

    `adjectives` are those of nations, with the codes of their lands.
    """

    countries: tuple[str, ...] = ()
    text: str = ""
    adjectives: Mapping[str, str] = field(default_factory=dict)


def resolve_places(
    mentions: Sequence[Mention], *, gazetteer: Gazetteer, settings: Settings, context: PlaceContext | None = None
) -> list[Mention]:
    """Return the mentions of one item with the places found: same order, same length, other kinds untouched.

    A name that no gazetteer has, or whose places can't be told apart, keeps a `Place` without a point, so that it is
    still known by its name.
    """
    countries = frozenset(settings.countries) | frozenset(context.countries if context else ())
    at = [index for index, mention in enumerate(mentions) if isinstance(mention.parsed, PlaceExpression)]
    if not at:
        return list(mentions)
    names, of = _names(mentions, at, gazetteer, context or PlaceContext())
    choose(names, countries, gazetteer.unit_of)
    drop_unlikely(names, countries, gazetteer.unit_of)
    take_for_misspelt(names)
    found = list(mentions)
    for index in at:
        mention = mentions[index]
        found[index] = msgspec.structs.replace(mention, value=_place(mention, names[of[index]]))
    for index in at:
        found[index] = _anchored(found, index, at)
    return _corridors(found, at)


def _anchored(mentions: Sequence[Mention], index: int, at: Sequence[int]) -> Mention:
    """Return "27 km from the base" measured from the last base that was named before it, where there is one."""
    mention = mentions[index]
    expression = mention.parsed
    if not isinstance(expression, PlaceExpression) or not expression.generic:
        return mention
    for before in sorted((one for one in at if one < index), reverse=True):
        other, place = mentions[before].parsed, mentions[before].value
        if not isinstance(other, PlaceExpression) or not isinstance(place, Place) or place.lat is None or other.generic:
            continue
        if other.feature == expression.feature or place.klass == "landmark":
            because = f"{expression.name} is taken to be {place.name}, named before"
            anchor = msgspec.structs.replace(place, because=because, relation=None)
            return msgspec.structs.replace(mention, value=shaped(anchor, expression, mention.text))
    return mention


def _names(
    mentions: Sequence[Mention], at: Sequence[int], gazetteer: Gazetteer, context: PlaceContext
) -> tuple[list[Named], dict[int, int]]:
    """Return the distinct names of a text, and which of them each mention is."""
    text = context.text
    names: list[Named] = []
    of: dict[int, int] = {}
    seen: dict[tuple[str, str | None], int] = {}
    last_end, last_name = -100, -1
    listed: list[int] = []  # the names that stand in one list with the last: "X and Y in the west of Z" are both there
    for index in at:
        mention = mentions[index]
        expression = mention.parsed
        assert isinstance(expression, PlaceExpression)
        kind = expression.feature_class if expression.feature not in _ABOUT else "city"
        number = seen.get((expression.key, kind))
        if number is None:
            number = seen[expression.key, kind] = len(names)
            candidates, by_sound = _candidates(gazetteer, expression)
            names.append(Named(expression.key, candidates, [], wanted=kind, apart=expression.apart, by_sound=by_sound))
            names[number].county = expression.feature == "county"
        if (land := land_told(text, mention, context.adjectives)) is not None:
            names[number].land = land
        names[number].positions.append(mention.start)
        of[index] = number
        if last_name >= 0 and mention.start - last_end <= 3:
            names[last_name].holders.append(expression.key)
        between = text[last_end : mention.start] if last_name not in (-1, number) else ""
        if between and _is_held(between, names[last_name], expression, names[number]):
            for one in (last_name, *listed):
                names[one].inside.append(names[number])
            listed = []
        elif between and _LISTED.fullmatch(between):
            listed.append(last_name)
        else:
            listed = []
        last_end, last_name = mention.end, number
    lands = {name.key: name.land for name in names if name.land is not None}
    for name in names:
        name.land = lands.get(name.key)
        inside = in_that_land([one.country for one in name.candidates], name.land)
        name.candidates = [name.candidates[place] for place in inside]
    _without_lands(names)
    peopled = [any(one.population and one.likeness == 1.0 for one in name.candidates) for name in names]
    for place, name in enumerate(names):
        name.others = sum(peopled) - peopled[place]
    return names, of


def _without_lands(names: Sequence[Named]) -> None:
    """Take from a site that bears a land's name the land itself, where the text speaks of places in others.

    "The Saudi hospital" of a town in Sudan is not in Saudi Arabia; "a Saudi airport", and nothing else, is. A street or
    a village of that name is called after the land, wherever it is.
    """
    for name in names:
        if name.wanted in _SETTLED:  # nor is it a river
            name.candidates = [one for one in name.candidates if one.country and one.klass != "country"]
        if name.wanted != "landmark" or not any(one.klass == "country" for one in name.candidates):
            continue
        told = [one for other in names if other is not name and other.wanted != "landmark" for one in other.candidates]
        there = {one.country for one in told if one.likeness == 1.0 and one.klass != "country"}
        if there:
            name.candidates = [one for one in name.candidates if one.klass != "country" or one.country in there]


def _is_held(between: str, held: Named, holder: PlaceExpression, name: Named) -> bool:
    """Return whether nothing but words of place stands between a name and the land that holds it: no list, no "and".

    What is called a village or a camp lies in the land about a large city where "in" it is said; a street or a quarter,
    and what the gazetteer only has as one ("the industrial zone"), in a town of any size.
    """
    large = any(one.population >= WELL_KNOWN for one in name.candidates)
    quarter = held.wanted in CALLED_AFTER or _is_only_a_quarter(held)
    town = quarter and holder.relation in (None, "at") and _is_settlement(holder, name)
    if ((held.wanted in _SMALL and large) or town) and leads_on(between):
        return True
    holds = holder.feature in _LANDS or (holder.relation or "").endswith("_of")
    holds = holds or any(one.rank == 0 and one.klass in _LANDS for one in name.candidates)
    return holds and leads_on(between, land=True)


def _is_settlement(holder: PlaceExpression, name: Named) -> bool:
    """Return whether a name is called a town, or is known as a town or village and as nothing else."""
    written = [one for one in name.candidates if one.likeness == 1.0]
    return holder.feature_class in ("city", "town") or (bool(written) and all(one.klass in _HOLDING for one in written))


def _is_only_a_quarter(name: Named) -> bool:
    return bool(name.candidates) and all(one.klass in _QUARTERS and not one.population for one in name.candidates)


def _candidates(gazetteer: Gazetteer, expression: PlaceExpression) -> tuple[list[Candidate], bool]:
    """Return the places of a name, and whether none bears it as written."""
    if expression.lat is not None or not expression.key:
        return [], False
    found = list(gazetteer.candidates(expression.key, expression.article))
    written = bool(found)
    if len(expression.key) >= 3 and not any(map(_is_known_everywhere, found)):
        # The desk may have it in the other script, and another place of the name in this one; the built-in is asked
        # for a like sound only where it has no such name.
        known = {(one.rank, one.number) for one in found}
        alike = gazetteer.sounding_like(expression.key, expression.article, written)
        found += [one for one in alike if (one.rank, one.number) not in known]
    return found, not written


def _is_known_everywhere(one: Candidate) -> bool:
    """Return whether a place is one that everybody means by its name: what only sounds like Paris is not it."""
    return one.klass in ("country", "region") or (one.main and one.population >= _WORLD_CITY)


_MARKS = str.maketrans({**dict.fromkeys('"“”«»#'), "_": " "})


def plain_name(words: str) -> str:
    """Return what to call a place that is written so: without the marks of quotations and tags (قرية "الصفصافة)."""
    return " ".join(words.translate(_MARKS).split()) or words


def _place(mention: Mention, name: Named) -> Place:
    expression = mention.parsed
    assert isinstance(expression, PlaceExpression)
    if expression.lat is not None:
        return Place(
            id=content_id("place", expression.lat, expression.lon), name=mention.text, lat=expression.lat,
            lon=expression.lon,
            radius_m=expression.radius_m, klass="exact" if (expression.radius_m or 0) <= 1_000 else None,
            because="the text gives coordinates",
        )  # fmt: skip
    if name.chosen < 0:
        return Place(
            id=content_id("place", expression.key, expression.feature), name=plain_name(mention.text),
            klass=expression.feature_class,
            relation=expression.relation, because=name.because or "no gazetteer has this name",
        )  # fmt: skip
    one = name.candidates[name.chosen]
    place = msgspec.structs.replace(one.place(), because=name.because)
    return shaped(place, expression, plain_name(mention.text))


def _corridors(mentions: list[Mention], at: Sequence[int]) -> list[Mention]:
    """Turn "between X and Y" into the land between them."""
    for first, second in itertools.pairwise(at):
        one, other = mentions[first], mentions[second]
        expression = one.parsed
        if not isinstance(expression, PlaceExpression) or expression.relation != "between":
            continue
        here, there = one.value, other.value
        if not isinstance(here, Place) or not isinstance(there, Place) or other.start - one.end > 12:
            continue
        if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
            continue
        lat, lon, half = between((here.lat, here.lon), (there.lat, there.lon))
        if half > 150_000:
            continue
        place = msgspec.structs.replace(
            here, id=f"{here.id}/between/{there.id}", name=f"{here.name} – {there.name}", lat=lat, lon=lon,
            radius_m=round(half + 2_000), relation="between", klass="subdistrict" if half < 10_000 else "district",
            because=f"{here.because}; the land between the two",
        )  # fmt: skip
        mentions[first] = msgspec.structs.replace(one, value=place)
    return mentions
