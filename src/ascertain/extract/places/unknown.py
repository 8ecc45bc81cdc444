"""Places that no gazetteer has, but which the words say are places: "Qasr Jadid crossing", قرية الصفصافة.

They stay names without a pin. Only a feature word beside a name makes one.
"""

from collections.abc import Mapping
from functools import cache

from ascertain.extract.places.evidence import Reader
from ascertain.extract.places.grammar import Grammar
from ascertain.extract.places.told import meant, striking
from ascertain.knowledge.gazetteer import Gazetteer
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import KeyStream, has_article, is_arabic, name_key, raw_length, word_key
from ascertain.languages.cues import Cue
from ascertain.languages.cues import language as find_language
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document
from ascertain.text.arabic import readings
from ascertain.text.fold import fold

ARTICLES = frozenset(
    {"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "de", "del", "la", "le", "of", "the"}
)
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


_SETTLED = frozenset({"city", "town", "village"})
# Tenths of log10 of the count in a million from which a word is taken for itself and not for a name.
_USUAL = 15
_RARE = 10  # the same, for a second word
_LONGEST_QUOTED = 4  # words
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
    both = singles[True] | singles[False] | locatives | {"in"} | striking("ar")
    for index, key in zip(stream.words, stream.keys, strict=True):
        word = document.words[index]
        if (key not in both and word not in both) or index in closed:
            continue
        arabic = is_arabic(word)
        if arabic:
            if key in singles[True] or word in singles[True]:
                found.extend(_arabic(document, readers[True], grammars[True], index, closed))
            elif (struck := _struck(document, readers[True], grammars[True], index + 1, closed)) is not None:
                found.append(struck)
            continue
        one = _english(document, readers[False], grammars[False], index, closed) if word in singles[False] else None
        if one is None and word in locatives:
            one = _beside(document, readers[False], grammars[False], index, closed)
        if one is None and word == "in":
            one = _inside(document, readers[False], grammars[False], index, closed, gazetteer)
        if one is not None:
            found.append(one)
    return found


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
    side = last - first > 1 and (words[first],) in reader.words.bearings  # "in North Waziristan"
    if len(key) < _HEARD or key in usual_words(_USUAL):
        return None
    if not (article or side or gazetteer.sounding_like(key, article)):
        return None
    start, end = document.starts[first], document.ends[last - 1]
    name = PlaceExpression(name=document.text[start:end], name_start=start, name_end=end, key=key, article=article)
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=name)


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


def _arabic(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> list[Mention]:
    """Return the place whose name stands behind a feature word, and the second of two: قريتي الورد والصفصاف."""
    hit = grammar.ending(grammar.words.features, reader, index)
    if hit is None:
        return []
    feature, first, cut = hit
    if not isinstance(feature, Feature) or not feature.alone:
        return []
    if document.words[first].startswith("ال") or (cut and document.words[first][:cut].endswith(("ال", "لل"))):
        return []
    begin = index + 1
    while begin < len(document) and document.words[begin] in ('"', "«", "(", "#"):
        begin += 1
    if begin >= len(document) or "\n" in document.text[document.ends[index] : document.starts[begin]]:
        return []
    last = _name_from(document, reader, grammar, begin, closed, feature, document.words[index])
    if not last:
        return []
    start = document.starts[first] + (raw_length(document, first, cut) if cut else 0)
    if "before" not in feature.inside:
        start = document.starts[begin]
    found = [_mention(document, start, document.ends[last - 1], begin, last, feature)]
    if document.words[index].endswith("ي") and last < len(document) and document.words[last].startswith("و"):
        end = _name_from(document, reader, grammar, last, closed, feature, document.words[index], joined=1)
        if end:
            start = document.starts[last] + raw_length(document, last, 1)
            found.append(_mention(document, start, document.ends[end - 1], last, end, feature, joined=1))
    return found


def _struck(document: Document, reader: Reader, grammar: Grammar, begin: int, closed: set[int]) -> Mention | None:
    """Return the rare word right behind a strike that has the country about a town behind it: قصفت سمسم بريف حلب."""
    if begin + 1 >= len(document) or not may_name(document, grammar, begin, closed) or not _is_close(document, begin):
        return None
    word, after = document.words[begin], document.words[begin + 1]
    land = grammar.ending(grammar.words.features, reader, begin + 1)
    countryside = land is not None and isinstance(land[0], Feature) and land[0].id == "countryside"
    if not countryside or not after.startswith("ب") or word.startswith("و") or not _is_close(document, begin + 1):
        return None
    if word_key(word) in usual_words(0) or word in meant(grammar.words.language):
        return None
    start, end = document.starts[begin], document.ends[begin]
    name = PlaceExpression(
        name=document.text[start:end], name_start=start, name_end=end, key="  ".join(name_key([word])),
        article=has_article([word]),
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=name.name, parsed=name)


def _name_from(
    document: Document, reader: Reader, grammar: Grammar, begin: int, closed: set[int], feature: Feature, noun: str,
    *, joined: int = 0
) -> int:  # fmt: skip
    """Return the word after the name that begins at `begin`, behind the feature word `noun`; 0 where there is none.

    `joined` are the letters of a conjunction that is written onto its first word.
    """
    name = document.words[begin][joined:]
    two = _goes_on(document, reader, grammar, begin + 1, closed)
    if _is_purpose(name):
        return 0  # "a camp for the displaced"
    # "new" behind a feminine noun without its ending says nothing of it, and so begins a name: قرية جديد الورد
    begins = two and noun.endswith("ه") and name in _MASCULINE and begin not in closed
    if not (begins or may_name(document, grammar, begin, closed, joined)):
        return 0
    if (tag := _joined(document, begin)) > begin + 1:
        return tag
    if (quoted := _quoted(document, begin)) > begin:
        return quoted
    last = begin + 1
    if last < len(document) and may_name(document, grammar, last, closed) and _is_close(document, last):
        following = document.words[last]
        if (
            two
            or name in grammar.words.heads
            or (following.startswith("ال") and name.startswith("ال") and (following,) in grammar.words.bearings)
            or (following.startswith("ال") and not name.startswith("ال") and len(name) <= 5)
        ):
            last += 1
    if name in grammar.words.heads and last == begin + 1:
        return 0
    named = feature.klass in _SETTLED and name.startswith("ال")  # مدينة الباب: "the city of the gate" is called so
    return 0 if last == begin + 1 and word_key(name) in usual_words(_USUAL) and not named else last


def _is_purpose(word: str) -> bool:
    """Return whether "for" is written onto a word of the language: للنازحين, لتربية."""
    return word.startswith("لل") or (word.startswith("ل") and word_key(word[1:]) in usual_words(0))


def _is_close(document: Document, index: int) -> bool:
    return document.starts[index] - document.ends[index - 1] <= 1


def _joined(document: Document, begin: int) -> int:
    """Return the word after those that a tag joins to the one at `begin`: #عين_الورد."""
    last = begin + 1
    while last < len(document) and document.text[document.ends[last - 1] : document.starts[last]] == "_":
        last += 1
    return last


def _quoted(document: Document, begin: int) -> int:
    """Return the word after those that a pair of quotation marks around the one at `begin` holds; 0 for none."""
    opening = document.words[begin - 1] if begin else ""
    closing = {'"': '"', "«": "»", "“": "”", "(": ")"}.get(opening)
    for at in range(begin + 1, min(begin + 1 + _LONGEST_QUOTED, len(document))):
        if document.words[at] == closing:
            return at
        if not is_arabic(document.words[at]):
            return 0
    return 0


def _is_led_in(word: str, grammar: Grammar) -> bool:
    """Return whether a preposition is written onto a word of place: بريف, بمحيط, بكفر."""
    words, rests = grammar.words, [rest for _, rest in readings(word)]
    return any(
        (rest,) in words.features or (rest,) in words.bearings or rest.startswith(("ال", *words.heads))
        for rest in rests
    )


def _goes_on(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> bool:
    """Return whether a name goes on at `index`: a rare word right behind, and then the end or a word of place."""
    if index >= len(document) or not _is_close(document, index) or not may_name(document, grammar, index, closed):
        return False
    word = document.words[index]
    if (
        word.startswith(("ال", "لل", "و"))
        or _is_led_in(word, grammar)
        or word_key(word) in usual_words(_RARE)
        or word in meant(grammar.words.language)
    ):
        return False
    after = index + 1
    if after >= len(document) or not document.words[after].isalpha() or document.words[after].startswith("و"):
        return True
    words = grammar.words
    placed = any(grammar.ending(table, reader, after) for table in (words.relations, words.features, words.bearings))
    return (
        placed
        or document.words[after] in _HOLDING
        or "\n" in document.text[document.ends[index] : document.starts[after]]
    )


def may_name(document: Document, grammar: Grammar, index: int, closed: set[int], joined: int = 0) -> bool:
    """Return whether an Arabic word may be a name, or go on with one: no preposition, verb or word of place.

    `joined` are the letters of a conjunction that is written onto it.
    """
    if index >= len(document) or index in closed:
        return False
    word = document.words[index][joined:]
    words = grammar.words
    if not is_arabic(word) or (len(word) < 3 and word not in words.heads):
        return False
    stop = (
        (word,) in words.relations
        or ((word,) in words.bearings and not word.startswith("ال"))
        or (word,) in words.features
        or word.startswith("لل")  # a camp for the displaced is not called so
        or (word[0] == "و" and (word[1:],) in words.features)  # "a school and a hospital"
    )
    return not stop and word not in _STOP and word not in _verbs(words.language)


@cache
def _verbs(language: str) -> frozenset[str]:
    """Return the words of a language that do something ("led to", "said"), and so name no place behind "the market"."""
    pack = find_language(language)
    verbs = [phrase for phrase, cue in pack.cues if _is_verb(cue)] if pack is not None else []
    return frozenset(fold(phrase).split()[0] for phrase in verbs if phrase)


def _is_verb(cue: Cue) -> bool:
    if cue.kind in {"outcome", "speech"}:
        return cue.form in {"verb", "passive"}
    return cue.value in {"effect", "total", "verbs", "light", "auxiliaries"}


# Behind a place, these say in what it lies.
_HOLDING = frozenset(fold(word) for word in "التابعة التابع الواقعة الواقع المحاذية القريبة المجاورة".split())
_MASCULINE = frozenset(fold(word) for word in "جديد كبير قديم".split())
_STOP = _HOLDING | frozenset(
    fold(word)
    for word in (
        "هذا هذه ذلك تلك التي الذي الذين كل بعض جميع أن إن كان كانت قد لم لن لا ما هو هي هم نحن أنا أنت حيث "
        "عندما بعد قبل خلال منذ حتى خفض وقف إطلاق "
        "أو ثم لكن غير أي كما مع ضد دون اليوم أمس غدا الآن اثنين ثلاثة أربعة خمسة عدة عدد واحد واحدة أخرى آخر "
        "الأولى الثانية الثالثة أول "
        "أكثر كبيرة كبير جديدة جديد صغيرة عسكرية عسكري تابعة تابع سكنية سكني مدنية مدني محلية جوية بحرية "
        "حدودية مأهولة محاصرة المحررة "
        "آمنة ساخنة معينة مختلفة واسعة مجاورة قريبة سيطرة نفوذ مكتظة مزدحمة تجارية دولية خاصة عامة حكومية "
        "خاضعة خلف أمام قالت قال شعبي شعبية مركزي مركزية رئيسي رئيسية تجاري حكومي خاص عام محلي"
    ).split()
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
    if "after" in feature.stands:
        first = _capitals_before(document, reader, index, closed)
        if first < index and not (
            first + 1 == index and reader.begins_sentence(first) and not reader.is_capital(index)
        ):
            end = after if "after" in feature.inside else index
            if document.text[document.starts[first] : document.ends[index - 1]].isupper():
                return None  # "ISIL tunnel": whose it is
            return _mention(document, document.starts[first], document.ends[end - 1], first, index, feature)
    if "of" in feature.stands and after < len(words) and words[after] == "of":
        first = after + 1
        if first < len(words) and words[first] == "the":
            first += 1
        last = capitals_after(document, reader, first, closed)
        if last > first:
            return _mention(document, document.starts[first], document.ends[last - 1], first, last, feature)
    if "before" in feature.stands and words[index] in _SPECIAL and reader.is_capital(index):
        last = capitals_after(document, reader, after, closed)
        if last > after:
            return _mention(document, document.starts[index], document.ends[last - 1], after, last, feature)
    return None


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
            if word in people.titles or word in people.given:
                break
            first = at
        elif not (word in ARTICLES - {"of", "the"} or (word == "-" and at > 0 and document.touches(at))):
            break
        at -= 1
    if first < index and index - first > 4:
        return index
    return first


def capitals_after(document: Document, reader: Reader, first: int, closed: set[int]) -> int:
    """Return the word after the capitalised words that begin at `first`."""
    last = at = first
    while at < len(document) and at not in closed and at - first < 6:
        word = document.words[at]
        if at > first and "\n" in document.text[document.ends[at - 1] : document.starts[at]]:
            break
        if reader.is_capital(at) and word.isalpha():
            last = at + 1
        elif not (
            word in ("al", "el", "ez", "az", "de", "del") or (word == "-" and document.touches(at)) or word == "'"
        ):
            break
        at += 1
    return last


def _mention(
    document: Document, start: int, end: int, first: int, last: int, feature: Feature, *, joined: int = 0
) -> Mention:
    words = [document.words[first][joined:], *document.words[first + 1 : last]]
    name_start = document.starts[first] + (raw_length(document, first, joined) if joined else 0)
    name_end = document.ends[last - 1]
    expression = PlaceExpression(
        name=document.text[name_start:name_end], name_start=name_start, name_end=name_end,
        key="  ".join(name_key(words)),
        article=has_article(words), feature=feature.id, feature_class=feature.klass,
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=expression)
