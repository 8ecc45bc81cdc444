"""Arabic names that no gazetteer has: behind a feature word, behind a strike, in tags and quotation marks.

Arabic has no capitals. A name ends where a word of place, a verb or a common word begins.
"""

from ascertain.extract.events.words import event_cues
from ascertain.extract.places.grammar import Grammar
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.told import meant
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import has_article, is_arabic, name_key, raw_length, word_key
from ascertain.languages.cues import Cue
from ascertain.languages.cues import language as find_language
from ascertain.languages.day_words import weekday_in
from ascertain.languages.place_words import Feature
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document
from ascertain.text.arabic import readings
from ascertain.text.compiled import compiled_words
from ascertain.text.fold import fold

_SETTLED = frozenset({"city", "town", "village"})
_SITES = frozenset({"landmark", "street", "neighbourhood"})
_SERVANT = "عبد"  # of whom, the next word tells
_ELDER = "الشيخ"
# Tenths of log10 of the count in a million from which a word is taken for itself and not for a name.
_USUAL = 15
_RARE = 10  # the same, for a second word
_OFFICE = 0  # the same, behind a word that names an office as well as a district
_LONGEST_QUOTED = 4  # words
_SOUGHT = "است"  # how a verb of the tenth form begins, and hardly the second word of a name


def behind_a_feature(
    document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]
) -> list[Mention]:
    """Return the place whose name stands behind a feature word, and the second of two: قريتي الورد والصفصاف."""
    hit = grammar.ending(grammar.words.features, reader, index)
    if hit is None:
        return []
    feature, first, cut = hit
    if not isinstance(feature, Feature) or not feature.alone:
        return []
    if document.words[first].startswith("ال") or (cut and document.words[first][:cut].endswith(("ال", "لل"))):
        return []
    if first and document.words[first - 1] == _ELDER:
        return []  # منطقة الشيخ بحر: called after somebody
    begin = index + 1
    while begin < len(document) and document.words[begin] in ('"', "«", "(", "#"):
        begin += 1
    if begin >= len(document) or "\n" in document.text[document.ends[index] : document.starts[begin]]:
        return []
    last = name_from(document, reader, grammar, begin, closed, feature, document.words[index])
    if not last:
        return []
    start = document.starts[first] + (raw_length(document, first, cut) if cut else 0)
    if "before" not in feature.inside:
        start = document.starts[begin]
    if document.words[last - 1] == _SERVANT and may_name(document, grammar, last, closed) and is_close(document, last):
        last += 1  # طريق الملك عبد العزيز
    end = document.ends[_past_adjectives(document, grammar, last, feature) - 1]
    found = [place_mention(document, start, end, begin, last, feature)]
    if document.words[index].endswith(("ي", "تا")) and last < len(document) and document.words[last].startswith("و"):
        after = name_from(document, reader, grammar, last, closed, feature, document.words[index], joined=1)
        if after:
            start = document.starts[last] + raw_length(document, last, 1)
            found.append(place_mention(document, start, document.ends[after - 1], last, after, feature, joined=1))
    return found


def alone(document: Document, grammar: Grammar, index: int) -> list[Mention]:
    """Return "in the Kingdom": a word of kind that an article makes a name, without what to look up."""
    word, words = document.words[index], grammar.words
    name = next((name for name in words.lone if word.endswith(name) and word[: -len(name)] in ("", "ب", "و", "وب")), "")
    if not name:
        return []
    before = document.words[index - 1].removeprefix("و") if index else ""
    led = "ب" in word[: -len(name)] or words.relations.get((before,)) in ("at", "from")
    after = document.words[index + 1] if index + 1 < len(document) else ""
    described = after.startswith("ال") and after.endswith(("ي", "ه"))  # the United Kingdom
    if not led or described or after == "_":
        return []
    start, end = document.starts[index] + raw_length(document, index, len(word) - len(name)), document.ends[index]
    return [Mention(kind="place", start=start, end=end, text=document.text[start:end])]


def _past_adjectives(document: Document, grammar: Grammar, last: int, feature: Feature) -> int:
    """Return the word after the adjectives that belong to a site's name: معهد الأورام القومي."""
    while (
        feature.klass in _SITES and last < len(document) and document.words[last] in grammar.words.adjectives
        and is_close(document, last)
    ):  # fmt: skip
        last += 1
    return last


def name_from(
    document: Document, reader: Reader, grammar: Grammar, begin: int, closed: set[int], feature: Feature, noun: str,
    *, joined: int = 0
) -> int:  # fmt: skip
    """Return the word after the name that begins at `begin`, behind the feature word `noun`; 0 where there is none.

    `joined` are the letters of a conjunction that is written onto its first word.
    """
    name = document.words[begin][joined:]
    two = _goes_on(document, reader, grammar, begin + 1, closed)
    never = {tuple(document.words[begin : begin + 2]), (noun, name)} & grammar.words.never
    if _is_purpose(name) or never:
        return 0  # "a camp for the displaced"
    if name.removeprefix("ال") in deeds(grammar.words.language) or (
        feature.id == "facility" and _describes(name, grammar)
    ):
        return 0  # "the area of the bombing", "a crowded market"
    # "new" behind a feminine noun without its ending says nothing of it, and so begins a name: قرية جديد الورد
    begins = two and noun.endswith("ه") and name in grammar.words.masculine and begin not in closed
    if not (begins or may_name(document, grammar, begin, closed, joined)):
        return 0
    if (tag := _joined(document, begin)) > begin + 1:
        return tag
    if (quoted := _quoted(document, begin)) > begin:
        return quoted
    last = begin + 1
    if last < len(document) and may_name(document, grammar, last, closed) and is_close(document, last):
        following = document.words[last]
        if (
            two
            or name in grammar.words.heads
            or (following.startswith("ال") and name.startswith("ال") and (following,) in grammar.words.bearings)
            or following in grammar.words.qualities
            or (
                following.startswith("ال") and not name.startswith("ال") and len(name) <= 5 and not _is_a_day(following)
            )
        ):
            last += 1
    if name in grammar.words.heads and last == begin + 1:
        return 0
    usual = usual_words(_USUAL if feature.id != "directorate" else _OFFICE)  # "directorate of health": an office
    named = feature.klass in _SETTLED and name.startswith("ال")  # مدينة الباب: "the city of the gate" is called so
    return 0 if last == begin + 1 and word_key(name) in usual and not named else last


def _is_a_day(word: str) -> bool:
    """Whether a word is a day of the week, which a name that stands alone before it does not go on with."""
    return weekday_in(word) is not None


def _is_purpose(word: str) -> bool:
    """Return whether "for" is written onto a word of the language: للنازحين, لتربية."""
    return word.startswith("لل") or (word.startswith("ل") and word_key(word[1:]) in usual_words(0))


def is_close(document: Document, index: int) -> bool:
    """Return whether nothing but a space stands between a word and the one before it."""
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
            return 0  # a comma: a row of names
    return 0


def is_led_in(word: str, grammar: Grammar) -> bool:
    """Return whether a preposition is written onto a word of place: بريف, بمحيط, بكفر."""
    words, rests = grammar.words, [rest for _, rest in readings(word)]
    return any(
        (rest,) in words.features or (rest,) in words.bearings or rest.startswith(("ال", *words.heads))
        for rest in rests
    )


def _goes_on(document: Document, reader: Reader, grammar: Grammar, index: int, closed: set[int]) -> bool:
    """Return whether a name goes on at `index`: a rare word right behind, and then the end or a word of place."""
    if index >= len(document) or not is_close(document, index) or not may_name(document, grammar, index, closed):
        return False
    word = document.words[index]
    if (
        word.startswith(("ال", "لل", "و", _SOUGHT))
        or is_led_in(word, grammar)
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
        or document.words[after] in grammar.words.holding
        or "\n" in document.text[document.ends[index] : document.starts[after]]
    )


_ADVERBIAL = ("\u0627\u064b", "\u064b\u0627")  # the ending of an accusative without an article, either way written


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
        or (word[0] == "ل" and word[1:] in deeds(words.language))  # تعرضت بلدة فلانة | لقصف
        or document.quote(index, index + 1).endswith(_ADVERBIAL)  # رداً
        or (
            word[0] == "و"
            and (
                (word[1:].removeprefix("ال"),) in words.features
                or word[1:] in _verbs(words.language) | meant(words.language)
            )
        )  # "and a hospital"
    )
    return not stop and word not in words.no_names and word not in words.holding and word not in _verbs(words.language)


def _describes(word: str, grammar: Grammar) -> bool:
    """Whether a word behind an indefinite building says what it is like: a participle without an article (مزدحم)."""
    return word.startswith("م") and len(word) > 3 and word not in grammar.words.given


@compiled_words
def deeds(language: str) -> frozenset[str]:
    """Return the nouns of a language for what happens ("bombing"), behind which the place's own name stands."""
    return frozenset(fold(phrase) for phrase, cue in event_cues(language) if cue.form == "noun" and " " not in phrase)


@compiled_words
def _verbs(language: str) -> frozenset[str]:
    """Return the words of a language that do something ("led to", "said"), and so name no place behind "the market"."""
    pack = find_language(language)
    verbs = [phrase for phrase, cue in pack.cues if _is_verb(cue)] if pack is not None else []
    return frozenset(fold(phrase).split()[0] for phrase in verbs if phrase)


def _is_verb(cue: Cue) -> bool:
    if cue.kind in {"outcome", "speech"}:
        return cue.form in {"verb", "passive"}
    return cue.value in {"effect", "total", "verbs", "light", "auxiliaries", "passive_auxiliaries"}


def place_mention(
    document: Document, start: int, end: int, first: int, last: int, feature: Feature, *, joined: int = 0
) -> Mention:
    """Return the mention of a name in the words [first, last) with its feature word, at [start, end) of the text."""
    words = [document.words[first][joined:], *document.words[first + 1 : last]]
    name_start = document.starts[first] + (raw_length(document, first, joined) if joined else 0)
    name_end = document.ends[last - 1]
    expression = PlaceExpression(
        name=document.text[name_start:name_end], name_start=name_start, name_end=name_end,
        key="  ".join(name_key(words)),
        article=has_article(words), feature=feature.id, feature_class=feature.klass,
    )  # fmt: skip
    return Mention(kind="place", start=start, end=end, text=document.text[start:end], parsed=expression)
