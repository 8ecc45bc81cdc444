"""Places that no gazetteer has, but which the words say are places: "Qasr Jadid crossing", قرية الصفصافة.

They stay names without a pin. Only a feature word beside a name makes one.
"""

from collections.abc import Mapping

from ascertain.extract.places.arabic_rows import in_a_list, joined_on
from ascertain.extract.places.behind_strikes import behind_a_strike
from ascertain.extract.places.capitals import capitals_after
from ascertain.extract.places.grammar import Grammar
from ascertain.extract.places.halves import SETTLED, joins_parts, names_a_village
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.rows import in_a_row
from ascertain.extract.places.told import striking
from ascertain.extract.places.unknown_arabic import alone, behind_a_feature, place_mention
from ascertain.knowledge.gazetteer import Gazetteer
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import KeyStream, has_article, is_arabic, name_key
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document

ARTICLES = frozenset(
    {"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "de", "del", "la", "le", "of", "the"}
)
_ARTICLE = frozenset({"a", "an"})
_SPECIAL = frozenset(
    {
        "fort",
        "camp",
        "mount",
        "lake",
        "port",
        "cape",
        "wadi",
        "tell",
        "tall",
        "jabal",
        "jebel",
        "kafr",
        "ain",
        "ayn",
        "nahr",
    }
)


_BEHIND = frozenset(
    "and or to but in on at is was are were has had have will would since after before this that".split()
)
_WHERE = frozenset({"in", "from", "to", "into", "across", "throughout", "through", "inside"})
# Tenths of log10 of the count in a million from which a word is taken for itself and not for a name.
_USUAL = 15
_HEARD = 5  # letters from which a name can be told by its sound


def named_only(
    document: Document,
    readers: Mapping[bool, Reader],
    grammars: Mapping[bool, Grammar],
    closed: set[int],
    stream: KeyStream,
    gazetteer: Gazetteer,
) -> list[Mention]:
    """Return the places that are named by a feature word and a name that is not known as it is written.

    After "in" a name is enough that sounds like one of the gazetteer, or that has the Arabic article.
    """
    found: list[Mention] = []
    singles = {arabic: grammar.feature_words for arabic, grammar in grammars.items()}
    locatives = grammars[False].locatives
    plurals = grammars[True].words.plurals
    both = singles[True] | singles[False] | locatives | {"in"} | striking("ar")
    for index, key in zip(stream.words, stream.keys, strict=True):
        word = document.words[index]
        if word.startswith("و") and index not in closed and _before(document, index) in closed:
            found.extend(joined_on(document, readers[True], grammars[True], index, closed))
        arabic = is_arabic(word)
        # "towns" with a known name behind it, or with a conjunction that the stream does not cut off
        if arabic and (index in closed or key not in singles[True]) and (word in plurals or word[1:] in plurals):
            found.extend(in_a_list(document, readers[True], grammars[True], index, closed))
        if (key not in both and word not in both) or index in closed:
            continue
        if arabic:
            if key in singles[True] or word in singles[True]:
                if index and _is_a_given_name(document, grammars[True], index - 1):
                    continue  # محمد جامع is a man
                named = behind_a_feature(document, readers[True], grammars[True], index, closed)
                first = named[-1] if named and word.endswith(("ي", "تا")) else None
                named += in_a_list(document, readers[True], grammars[True], index, closed, first)
                found.extend(named or alone(document, grammars[True], index))
            elif (struck := behind_a_strike(document, readers[True], grammars[True], index, closed)) is not None:
                found.append(struck)
            continue
        if word in grammars[False].words.plurals:
            found.extend(in_a_row(document, readers[False], grammars[False], index, closed))
        one = _english(document, readers[False], grammars[False], index, closed) if word in singles[False] else None
        if one is None and word in locatives:
            one = _beside(document, readers[False], grammars[False], index, closed)
        if one is None and word == "in":
            one = _inside(document, readers[False], grammars[False], index, closed, gazetteer)
        if one is None and word in grammars[False].words.lone:
            one = _alone(document, readers[False], grammars[False], index)
        if one is not None:
            found.append(one)
    return found


def _before(document: Document, index: int) -> int:
    """Return the word before one, past a comma."""
    return index - 2 if index and document.words[index - 1] in ("،", ",") else index - 1


def _is_a_given_name(document: Document, grammar: Grammar, index: int) -> bool:
    """Whether a word is somebody's first name as it is written: على is "on", and علي a name."""
    return document.words[index] in grammar.words.given and not document.quote(index, index + 1).endswith("ى")


def _alone(document: Document, reader: Reader, grammar: Grammar, index: int) -> Mention | None:
    """Return "the Gulf", "the South": a word of kind or side that a capital makes a name, without what to look up."""
    before, after = index - 1, index + 1
    if reader.style != "mixed" or reader.word(before) != "the" or not reader.is_capital(index):
        return None
    if document.text[document.starts[index] : document.ends[index]].isupper() or reader.is_capital(after):
        return None
    if (reader.word(after).isalnum() and reader.word(after) not in _BEHIND) or reader.word(after) in ("-", "'s"):
        return None  # "the Gulf states"
    led = reader.word(before - 1)
    if (document.words[index],) in grammar.words.bearings and led not in _WHERE:
        return None  # "in the South", and not "against the West"
    if led == "of" and reader.word(before - 2) in grammar.words.bodies | grammar.words.commands:
        return None  # "Department of the Gulf"
    start, end = document.starts[index], document.ends[index]
    return Mention(kind="place", start=start, end=end, text=document.text[start:end])


def _beside(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> Mention | None:
    """Return the capitalised name after "near", "north of" or "27 km from": nothing but a place can stand there."""
    words = document.words
    if reader.style in ("lower", "upper"):
        return None
    first = index + 1
    if (words[index],) not in grammar.words.relations:
        if first >= len(words) or words[first] not in ("of", "from"):
            return None
        first += 1
    while first < len(words) and words[first] in ("the", "#"):
        first += 1
    last = capitals_after(document, reader, first, closed)
    if last == first:
        return _generic(document, reader, grammar, first)
    if no_name(document, reader, first, last):
        return None
    if (
        last < len(words)
        and words[last - 1].endswith(DEMONYMS)
        and words[last].isalpha()
        and not reader.is_capital(last)
    ):
        return None  # "near the Iraqi border"
    start, end = document.starts[first], document.ends[last - 1]
    around = grammar.around(reader, first, last, start, end)
    expression = PlaceExpression(
        name=document.text[start:end], name_start=start, name_end=end, key="  ".join(name_key(words[first:last])),
        article=has_article(words[first:last]), relation=around.relation, distance_m=around.distance_m,
        distance_high_m=around.distance_high_m, bearing_deg=around.bearing_deg,
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=expression)


def _inside(
    document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int], gazetteer: Gazetteer
) -> Mention | None:
    """Return the capitalised name after "in" that is a place by its sound ("Tajura") or its article ("Al-Hawiya")."""
    first, words = index + 1, document.words
    if reader.style != "mixed":
        return None
    last = capitals_after(document, reader, first, closed)
    if last == first or no_name(document, reader, first, last):
        return None
    key, article = "  ".join(name_key(words[first:last])), has_article(words[first:last])
    following = words[last] if last < len(words) else ""
    if following == "'s" or (following.isalpha() and reader.is_capital(last)):
        return None
    longer = last - first > 1
    side = longer and ((words[first],) in reader.words.bearings or words[first] in reader.words.heads)  # "in North X"
    if len(key) < _HEARD or key in usual_words(_USUAL):
        return None
    if not (
        article or side or gazetteer.sounding_like(key, article) or _lies_in_a_land(document, reader, grammar, last)
    ):
        return None
    start, end = document.starts[first], document.ends[last - 1]
    name = PlaceExpression(name=document.text[start:end], name_start=start, name_end=end, key=key, article=article)
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=name)


_LANDS = frozenset({"governorate", "district", "region"})


def _lies_in_a_land(document: Document, reader: Reader, grammar: Grammar, index: int) -> bool:
    """Whether a name is said to lie in a land of a kind ("in Chasiv Yar in the Donetsk province")."""
    words = document.words
    if index + 2 >= len(words) or words[index] != "in":
        return False
    first = index + 1 + (words[index + 1] == "the")
    last = capitals_after(document, reader, first, set())
    hit = grammar.starting(grammar.words.features, reader, last) if first < last < len(words) else None
    return hit is not None and getattr(hit[0], "klass", None) in _LANDS


def _generic(document: Document, reader: Reader, grammar: Grammar, first: int) -> Mention | None:
    """Return "27 km from the base": a distance from something that was named before."""
    hit = grammar.starting(grammar.words.features, reader, first)
    if hit is None or document.words[first - 1] != "the":
        return None
    feature, last = hit
    assert isinstance(feature, Feature)
    around = grammar.around(reader, first, last, document.starts[first], document.ends[last - 1])
    if around.distance_m is None:
        return None
    start, end = document.starts[around.left], document.ends[last - 1]
    expression = PlaceExpression(
        name=document.quote(first, last), name_start=document.starts[first], name_end=end, feature=feature.id,
        feature_class=feature.klass, relation=around.relation, distance_m=around.distance_m,
        distance_high_m=around.distance_high_m, bearing_deg=around.bearing_deg, generic=True,
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=expression)


# How English ends the name of a people, which then stands before what is theirs.
DEMONYMS = ("i", "ian", "an", "ish", "ese", "ic")
_OF_A_PEOPLE = ("ian", "ish", "ese", "ican", "ean")  # which hardly ever end a place's own name


def no_name(document: Document, reader: Reader, first: int, last: int) -> bool:
    """Return whether capitalised words are an abbreviation, a day, a rank or a person."""
    words = document.words[first:last]
    known = reader.words
    raw = document.text[document.starts[first] : document.ends[last - 1]]
    return (
        (raw.isupper() and len(raw) > 1)
        or any(word in known.titles or word in known.given for word in words[:1] if len(words) > 1)
        or (len(words) == 1 and (tuple(words) in known.never or words[0] in known.titles))
        or all(len(word) == 1 for word in words)
    )


def _english(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> Mention | None:
    if reader.style == "lower":
        return None
    words = document.words
    table = grammar.words.features
    hit = grammar.starting(table, reader, index)
    if hit is None:
        return None
    feature, after = hit
    assert isinstance(feature, Feature)
    if not feature.alone or reader.style == "upper":
        return None
    if "of" in feature.stands and _is_of_a_people(document, reader, index, after):
        first = after + 1
        last = capitals_after(document, reader, first, closed)
        if last > first:  # "the Syrian town of X"
            return place_mention(document, document.starts[first], document.ends[last - 1], first, last, feature)
        return None  # X is known, and no town is called "Syrian"
    written_onto = (
        words[index - 1 : index] == ["-"] or words[index - 1] in ARTICLES
    )  # "Kurdish-run", "shells at hospital"
    if "after" in feature.stands and not written_onto:
        first = _capitals_before(document, reader, index, closed)
        if (
            first < index
            and not (first + 1 == index and reader.begins_sentence(first) and not reader.is_capital(index))
            and not document.text[document.starts[first] : document.ends[index - 1]].isupper()  # "ISIL tunnel": whose
            and not _is_one_of_a_kind(document, reader, first, index, feature)
        ):
            end = after if "after" in feature.inside else index
            return place_mention(document, document.starts[first], document.ends[end - 1], first, index, feature)
    if "of" in feature.stands and after < len(words) and words[after] == "of":
        first = after + 1
        if first < len(words) and words[first] == "the":
            first += 1
        last = capitals_after(document, reader, first, closed)
        if last > first:
            return place_mention(document, document.starts[first], document.ends[last - 1], first, last, feature)
    never = tuple(words[index : index + 2]) in grammar.words.never  # "Camp Fire", no camp
    if "before" in feature.stands and words[index] in _SPECIAL and reader.is_capital(index) and not never:
        last = capitals_after(document, reader, after, closed)
        if last > after:
            return place_mention(document, document.starts[index], document.ends[last - 1], after, last, feature)
    return None


def _is_of_a_people(document: Document, reader: Reader, index: int, after: int) -> bool:
    """Whether a people or a land only says whose a settlement is that "of" names: "the Syrian town of", "East Orda"."""
    words = document.words
    if index == 0 or after >= len(words) or words[after] != "of" or reader.is_capital(index):
        return False
    bearings = reader.words.bearings  # "Orda town of East Kesa" is Orda
    part = words[index] in SETTLED and index > 1 and (words[index - 2],) in bearings and reader.is_capital(after + 1)
    named = part and reader.is_capital(index - 2) and (words[after + 1],) not in bearings
    return reader.is_capital(index - 1) and (named or words[index - 1].endswith(DEMONYMS))


def _is_one_of_a_kind(document: Document, reader: Reader, first: int, index: int, feature: Feature) -> bool:
    """Whether capitalised words only say whose or where a thing of a kind is: "a busy Baghdad market", "Shiite suburb".

    What has a name is not spoken of as one of many.
    """
    words = document.words
    if reader.is_capital(index):
        return False
    if all(word in reader.words.peoples for word in words[first:index]):
        return True
    if feature.klass == "landmark" and first + 1 == index and words[first].endswith(_OF_A_PEOPLE):
        return True  # "Ruritanian military base"
    people = first + 1 == index and words[first].endswith(DEMONYMS)  # "a northern Ruritanian city"
    if feature.klass not in ("landmark", "neighbourhood") and not people:
        return False
    at = first - 1
    while at > first - 3 and words[at].isalpha() and not reader.is_capital(at) and words[at] not in _ARTICLE:
        at -= 1
    return at >= 0 and words[at] in _ARTICLE


def _capitals_before(document: Document, reader: Reader, index: int, closed: set[int]) -> int:
    """Return the first of the capitalised words that end before `index`."""
    first, at = index, index - 1
    people = reader.words
    while at >= 0 and at not in closed:
        word = document.words[at]
        if "\n" in document.text[document.ends[at] : document.starts[at + 1]]:
            break
        if (
            reader.is_capital(at)
            and len(word) > 1
            and word not in ("the", "a", "an", "this", "our", "their", "his", "its")
        ):
            joined = document.words[at + 1] == "-" and document.touches(at + 1)  # "Abu-Orda camp"
            if (word in people.titles or word in people.given) and not (joined or names_a_village(reader, at)):
                return index if word in people.undertakings else first
            first = at
        elif not (
            word in ARTICLES - {"of", "the"}
            or (word == "-" and at > 0 and document.touches(at))
            or joins_parts(document, at)
        ):
            break
        at -= 1
    if first < index and index - first > 4:
        return index
    return first
