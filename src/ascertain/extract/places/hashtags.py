"""Hashtags read as words: #ريف_حلب, #AleppoCity.

A tag that is a place and nothing else names a place; one that has more in it (#PrayForBeirut, #انفجار_بيروت) names a
topic, and is
left to whoever reads topics.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from ascertain.extract.places.grammar import grammar
from ascertain.extract.places.told import striking
from ascertain.knowledge.gazetteer import Gazetteer, NameHit, distance_m
from ascertain.knowledge.gazetteer.keys import has_article, is_arabic, name_key
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document, words_of_phrase
from ascertain.text.arabic import readings

_TAG = re.compile(r"[#＃](?=\w)((?:\w|[\u064b-\u065f\u0640\u200c\u200d])+)")
_CAMEL = re.compile(r"Ma?c[A-Z][a-z']+|[A-Z]+(?![a-z])|[A-Z][a-z']+|[a-z']+|\d+|[^\W\d_A-Za-z]+")
# A tag is written without a capital as often as with one, so only a well-known name is taken on trust.
_TRUSTED = 45
_BUILT = frozenset({"facility", "base", "camp", "street"})
_LARGE = 50_000  # people
_BESIDE_M = 10_000.0
_ROW = 2  # names
_LONGEST_SITE, _SHORTEST = 2, 4  # words of a site's name, letters of one with its article


@dataclass
class Tags:
    """The places that are tags of their own, and the words of all tags."""

    mentions: list[Mention] = field(default_factory=list)
    words: set[int] = field(default_factory=set)


def tags_of(document: Document, gazetteer: Gazetteer, hits: Sequence[NameHit] = ()) -> Tags:
    """Return the tags of a document; one that a longer of the names in the text (`hits`) goes beyond is none."""
    tags = Tags()
    if "#" not in document.text and "＃" not in document.text:
        return tags
    named = {index: hit for hit in hits for index in range(hit.first, hit.last)}
    for match in _TAG.finditer(document.text):
        words = document.words_in(match.start(), match.end())
        start, end = match.start(1), match.end(1)
        within = [named[index] for index in words if index in named]
        if any(hit.start <= start and end <= hit.end and hit.end - hit.start > end - start + 1 for hit in within):
            continue  # ريف #دمشق is a governorate
        behind = _behind_a_strike(document, start, end)
        if several := _several(document, gazetteer, start, end):
            tags.words.update(words)
            tags.mentions += several
            continue
        expression = _read(document, gazetteer, behind, end, struck=behind > start)
        start = behind
        topic = not is_arabic(document.flat[start]) and _says_more(document, words, named)
        if expression is None and not topic and words and words.start and _in_running_text(
            document, words.start, tags.words
        ):  # fmt: skip
            continue  # "west of #Orda": a word of its sentence, judged as any other
        tags.words.update(words)
        if expression is not None:
            tags.mentions.append(
                Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=expression)
            )
    return tags


def _several(document: Document, gazetteer: Gazetteer, start: int, end: int) -> list[Mention]:
    """Return the places of a tag that is a row of their names and nothing else: #حلب_إدلب_حماة."""
    parts = document.text[start:end].split("_")
    if len(parts) < _ROW or not (is_arabic(document.flat[start]) and all(parts)):
        return []
    found: list[Mention] = []
    for part in parts:
        expression = _read(document, gazetteer, start, start + len(part))
        if expression is None or expression.feature is not None:
            return []
        found.append(Mention(kind="place", start=start, end=start + len(part), text=part, parsed=expression))
        start += len(part) + 1
    return found


def _says_more(document: Document, words: range, named: Container[int]) -> bool:
    """Return whether a tag holds words that are no name and no word of place: #OrdaEarthquake."""
    features = grammar("en").words.features
    return len(words) > 1 and any(at not in named and (document.words[at],) not in features for at in words)


def _behind_a_strike(document: Document, start: int, end: int) -> int:
    """Return where the place begins in a tag that names a strike by it: #مجزرة_الباب."""
    head, joint, rest = document.text[start:end].partition("_")
    if not (joint and rest and is_arabic(document.flat[start])):
        return start
    words = words_of_phrase(head)
    return start + len(head) + 1 if len(words) == 1 and words[0] in striking("ar", accidents=False) else start


def _in_running_text(document: Document, first: int, tagged: set[int]) -> bool:
    """Return whether a word of place, itself no tag, stands before the tag on its line."""
    before = document.text[document.ends[first - 1] : document.starts[first]]
    if "\n" in before or first - 1 in tagged:
        return False
    word = document.words[first - 1]
    words = grammar("ar" if is_arabic(word) else "en").words
    ways = [(word,), *((rest,) for _, rest in readings(word))]
    return any(way in words.features or way in words.bearings or way in words.relations for way in ways)


def _read(
    document: Document, gazetteer: Gazetteer, start: int, end: int, *, struck: bool = False
) -> PlaceExpression | None:
    text = document.text[start:end]
    arabic = is_arabic(document.flat[start])
    words = [word for word in re.split(r"_+", text) if word] if arabic or "_" in text else _CAMEL.findall(text)
    feature: Feature | None = None
    if len(words) > 1:
        table = grammar("ar" if arabic else "en").words.features
        folded = [words_of_phrase(word) for word in words]
        if arabic and (found := table.get(folded[0])) and "before" in found.stands:
            feature, words = found, words[1:]
        elif not arabic and (found := table.get(folded[-1])) and "after" in found.stands and len(words) > 1:
            feature, words = found, words[:-1]
    return _known(gazetteer, words, feature, text, start, end, struck)


def _unlisted(words: list[str], feature: Feature | None, text: str, start: int, end: int) -> PlaceExpression | None:
    """Return the site that a tag of a word of kind and a definite name tells, listed or not: #معهد_السلام."""
    folded = [word for name in words for word in words_of_phrase(name)]
    definite = 0 < len(folded) <= _LONGEST_SITE and all(
        word.startswith("ال") and len(word) > _SHORTEST for word in folded
    )
    if feature is None or not feature.alone or feature.id not in _BUILT or not definite:
        return None
    name_start = end - len(text.split("_", 1)[-1])
    return PlaceExpression(
        name=" ".join(words), name_start=name_start, name_end=end, key="  ".join(name_key(folded)),
        article=True, feature=feature.id, feature_class=feature.klass, hashtag=True,
    )  # fmt: skip


def _is_a_town(gazetteer: Gazetteer, name: Document) -> bool:
    """Whether everyday words are the name of a large town as well, and the desk lists no other: #مجزرة_الباب."""
    found = gazetteer.candidates("  ".join(name_key(name.words)), has_article(name.words))
    towns = [one for one in found if one.main and one.agrees and one.population >= _LARGE]
    own = [one for one in found if one.rank == 0]
    return any(all(distance_m((one.lat, one.lon), (town.lat, town.lon)) < _BESIDE_M for one in own) for town in towns)


def _known(
    gazetteer: Gazetteer, words: list[str], feature: Feature | None, text: str, start: int, end: int, struck: bool
) -> PlaceExpression | None:
    name = " ".join(words)
    part = Document(name)
    hits = gazetteer.find(part)
    if not hits and struck and feature is None and _is_a_town(gazetteer, part):
        return PlaceExpression(
            name=name, name_start=start, name_end=end, key="  ".join(name_key(part.words)),
            article=has_article(part.words), feature_class="city", hashtag=True,
        )  # fmt: skip
    if not (len(hits) == 1 and hits[0].first == 0 and hits[0].last == len(part)):
        # A tag runs a name together (#KhanShaykhun is split by its capitals, #sanfrancisco is not) or is none.
        return _unlisted(words, feature, text, start, end) if not hits else None
    hit = hits[0]
    common = max(0, hit.common)
    known = 1.5 * _TRUSTED if struck else _TRUSTED if hit.ours else 25 if feature else 0
    trusted = hit.fame - common * (2.5 if is_arabic(hit.key) else 2.0) + known
    if trusted < _TRUSTED and not (" " in hit.key and common == 0 and hit.fame >= 35):
        return None
    return PlaceExpression(
        name=name, name_start=start, name_end=end, key=hit.key, article=hit.article,
        feature=feature.id if feature else None, feature_class=feature.klass if feature else None, hashtag=True,
    )  # fmt: skip
