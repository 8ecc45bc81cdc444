"""Whether words that are spelt like a place name are one here.

Half of the words of any language are the name of some village. What speaks for a place: how well it is known against
how common
the word is, capitals where the text uses them, a place word or preposition beside it, the desk's own list. What speaks
against: a title or given name before it, a surname after it. The weights are tenths of evidence in round figures, set
on the training parts of open corpora (docs/results.md) and kept few.
"""

import re

from ascertain.extract.places.reader import Reader
from ascertain.extract.places.told import meant, striking
from ascertain.knowledge.gazetteer import NameHit
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import is_arabic
from ascertain.text.arabic import readings

NEEDED = 2.0
_OF_A_KIND = ("ي", "يه")  # endings of adjectives
_TOWNS = frozenset(("العاصمه", "المدينه", "البلده"))
_DEFINITE = re.compile(r"[وف]?(?:[بك]?ال|لل)\w{3}")
_ADVERBIAL = ("اً", "ًا")  # an ending of adjectives and adverbs that no name of a place takes
_USUAL = 12  # tenths of log10 of the count in a million from which on a word is taken for itself
_NUNATED = ("\u0627\u064b", "\u064b\u0627")  # the ending of an accusative without an article
_OURS = 0.6  # what it tells that the desk lists a name which nothing beside it makes a place
_LITTLE_KNOWN = 36  # the fame of a small town
_SMALL = 45  # the fame from which on a place is known to whoever writes that another lies in it
COUNTRY = 90  # the fame of a land
_LARGE = 60  # the fame of a city of a million, and less than a governorate's
_KNOWN = 66  # the fame of a town that is known beyond its land
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "ed"})
_JOINING = frozenset({"de", "del", "da", "do", "dos", "di", "du", "van", "von"})
_RARE = -20  # tenths of log10 of the count in a million of the rarest words that are known
_LONG = 4  # letters of a word that is hardly a form of another
_VERBS_OF_STATE = frozenset(
    {"is", "was", "has", "had", "and", "or", "will", "to", "in", "on", "for", "but", "as", "at"}
)
_CLAUSE = frozenset('.!?؟…:;,،؛()[]"«»|•-–\u2022*')


def weigh_name(reader: Reader, hit: NameHit, *, feature: bool, cue: bool, neighbour: bool, strong: bool) -> float:
    """Return how much speaks for `hit` being a place here; `NEEDED` is enough.

    `feature`: a place word goes with it; `cue`: a preposition of place stands before it; `neighbour`: another place
    is beside it ("Idlib, Syria"); `strong`: only a place can follow the words before it ("near", "27 km from").
    """
    backed = feature or cue or neighbour or strong
    score = (min(max(hit.fame, _LITTLE_KNOWN if _is_nothing_else(hit, cue) else 0), 90) - 30) / 10
    score += 3.0 if feature else 0.0
    score += (2.0 if hit.particle == "و" else 1.5) if neighbour else 0.0
    if hit.ours and hit.likeness == 1:
        score = score + 3.0 if backed else max(score, _OURS)
    if hit.likeness < 1:
        if not backed or _means_more(reader, hit):
            return -9.0
        score += 10 * (hit.likeness - 0.72)
    if hit.last - hit.first > 1 and "  " in hit.key:
        score += 1.5
    if reader.raw(hit.last - 1).endswith(_NUNATED):
        return -9.0  # مواطناً سورياً: of Syria, and not Syria
    words = tuple(hit.key.split("  "))
    told = tuple(reader.word(at) for at in range(hit.first - 1, hit.last))
    if (
        (words in reader.words.never and not hit.article) or (words in reader.words.features and len(words) == 1)
    ) and not hit.ours:
        return -9.0
    if not feature and not hit.ours and (words[0].removeprefix("ال"),) in reader.words.features and len(words) == 1:
        return -9.0  # "the quarter" is a town's name, too
    if told in reader.words.never or told[1:] in reader.words.never:  # a prayer at sunset, the name of an agency
        return -9.0
    if told[0] in reader.words.undertakings and reader.is_capital(hit.first - 1):  # "Operation Euphrates Shield"
        return -9.0
    side = words in reader.words.bearings  # "South and Central Asia", "Central Command"
    if side or (len(words) == 1 and words[0] in reader.words.beside):
        # "Corinth, Miss.": after a comma and a name, whether that is known or not.
        listed = reader.word(hit.first - 1) == "," and reader.is_capital(hit.first - 2)
        led = reader.raw(hit.first).isupper() and reader.words.relations.get((reader.word(hit.first - 1),)) == "at"
        beside = 1.0 if neighbour else 2.5 if led and reader.style == "mixed" else -9.0  # "all over TX"
        score += 4.0 if listed else -9.0 if side else beside
    if strong:  # a word that is common otherwise says little here
        score += 1.5 + max(0, hit.common) / 15
        if reader.word(hit.last).isalpha() and reader.is_capital(hit.last) and not feature and reader.style == "mixed":
            score -= 4.0  # "near Cross Hollow" is not about Cross
    arabic = is_arabic(hit.key)
    if reader.raw(hit.first) in reader.acronyms or _goes_on(reader, hit):
        return -9.0
    if not arabic and (_is_headless(reader, hit) or (not feature and _names_something(reader, hit))):
        return -9.0
    return score + (_arabic(reader, hit, feature, cue) if arabic else _latin(reader, hit, feature, cue))


def _goes_on(reader: Reader, hit: NameHit) -> bool:
    """Return whether letters with stops are but the first of more: S.D. of "S.D.F."."""
    text = reader.document.text
    return (
        len(reader.word(hit.last - 1)) == 1
        and text[hit.end : hit.end + 1] == "."
        and text[hit.end + 1 : hit.end + 2].isupper()
    )


def _means_more(reader: Reader, hit: NameHit) -> bool:
    """Whether words that only sound like a name hold one that leads on, or that the language has a meaning for."""
    words = reader.words
    own = meant(words.language)
    known = (word for index in range(hit.first, hit.last) for word in _ways(reader.word(index)))
    return any(
        (word,) in words.relations or word in words.holding or (word in own and (word,) not in words.features)
        for word in known
    )


def _ways(word: str) -> tuple[str, ...]:
    """Return a folded word and what it may be without particles."""
    return (word, *(rest for _, rest in readings(word)))


def _is_nothing_else(hit: NameHit, cue: bool) -> bool:
    """Whether a name is no word or phrase of everyday speech: how few live there says little then.

    A single word of Arabic, which has no capitals, needs a preposition of place before it.
    """
    unheard = hit.common < 0 and hit.likeness == 1
    return unheard and ("  " in hit.key or (cue and len(hit.key) >= _LONG and is_arabic(hit.key)))


def _is_headless(reader: Reader, hit: NameHit) -> bool:
    """Return whether a name lacks the word that begins it: the Salwa of "Umm Salwa", the Sur of "Orda del Sur"."""
    at = hit.first - 1
    if reader.word(at) in _JOINING and reader.is_capital(at - 1) and hit.fame < COUNTRY:
        return True
    while at > 0 and reader.word(at) in ("-", "al", "el"):
        at -= 1
    return reader.word(at) in reader.words.heads and reader.is_capital(at)


def _names_something(reader: Reader, hit: NameHit) -> bool:
    """Return whether a name tells whose or which something is: an accord's, a government's, a regiment's."""
    words, before, after = reader.words, hit.first - 1, hit.last
    if hit.last - hit.first == 1 and hit.fame < COUNTRY and reader.word(hit.first) in reader.storms:
        return True
    if reader.word(after) in words.compounds:
        return reader.word(before) not in words.inside
    while (reader.word(before),) in words.bearings:
        before -= 1  # "the Army of Northern Virginia"
    bodies = words.bodies
    if reader.word(before) == "the":  # "the Army of the Potomac"; a department in Colombia takes no article
        before, bodies = before - 1, words.bodies | words.commands
    if reader.word(before) == "of" and reader.word(before - 1) in bodies and reader.is_capital(before - 1):
        return True
    if reader.word(hit.first - 1) in words.after and reader.word(after) in words.after and reader.is_capital(after):
        return True  # "First Infantry Brenna Volunteers"
    between = after
    while reader.word(between) in words.between:
        between += 1
    if between > after and reader.word(between) in words.after:
        return True
    numbered = reader.word(before) in words.ordinals and (
        reader.is_capital(before) or reader.word(before - 1)[:1].isdigit()
    )
    return numbered and reader.style != "lower"


def _arabic(reader: Reader, hit: NameHit, feature: bool, cue: bool) -> float:
    score = -max(0, hit.common) / 6 if hit.common > 0 else 0.5
    score += 1.0 if cue else 0.0
    if not hit.agrees:
        # "السوريا" is met; a country that has the article and lacks it here is another's name: مخيم كويت
        written = hit.article and not hit.key.endswith("ي")  # المالي is "financial" and no land
        score -= 2.0 if hit.fame < 90 else 0.0 if written else 9.0
    if not feature and _is_adjective(reader, hit):
        score -= 6.0
    if _is_said_of_a_town(reader, hit):
        score -= 12.0  # even of Syria, which is spelt like its adjective
    if hit.particle and not feature and reader.word(hit.first) in usual_words(_USUAL) and hit.fame < 90:
        score -= 4.0  # كبيرا is "large" and not "like Beira"
    if reader.raw(hit.last - 1).endswith(_ADVERBIAL):
        score -= 4.0
    if hit.particle[-1:] in ("ب", "ل"):
        score += 0.5
    elif hit.particle:
        score -= 0.5
    if len(hit.key) <= 2:
        score -= 2.0
    if not feature:
        if hit.fame < _LITTLE_KNOWN and any(word in meant("ar") for word in _ways(reader.word(hit.first))):
            score -= 2.0  # شهيد is a martyr before it is a village
        words, at = reader.words, reader.step_back(hit.first)
        before = reader.word(at)
        if before == "علي" and reader.raw(at).endswith("ى"):
            before = ""  # the preposition, which folds to the name Ali
        directed = (reader.word(hit.first),) in words.bearings  # nobody is called "north of"
        if not directed and (before in words.titles or (before in words.given and not hit.particle)):
            score -= 4.0
        if hit.key in words.given:
            score -= 2.5
        if reader.word(hit.last) in words.given and hit.fame < 60:
            score -= 1.0
    return score


def _is_adjective(reader: Reader, hit: NameHit) -> bool:
    """Whether a name with its article is an adjective of the noun right before it, which has one too: المصالح السعودية.

    What is said of lands and borders tells where: الأراضي السورية.
    """
    at = hit.first - 1
    before = reader.word(at)
    if hit.particle or not hit.article or "  " in hit.key or not hit.key.endswith(_OF_A_KIND) or at < 0:
        return False
    close = reader.document.text[reader.document.ends[at] : reader.document.starts[hit.first]] == " "
    nouns = (before, before.removeprefix("لل"), *(rest for _, rest in readings(before)))
    known = reader.words
    other = any(word in striking("ar") or (word,) in known.relations or (word,) in known.bearings for word in nouns)
    other = other or any((word.removeprefix("ال"),) in known.features for word in nouns)
    return close and _DEFINITE.match(before) is not None and not other


def _is_said_of_a_town(reader: Reader, hit: NameHit) -> bool:
    """Whether a land's adjective stands behind "the capital" or "the town": العاصمة السورية, but not بلدة السورية."""
    before = reader.word(hit.first - 1)
    alone = hit.article and not hit.particle and "  " not in hit.key
    return alone and hit.key.endswith(_OF_A_KIND) and before in _TOWNS


def _latin(reader: Reader, hit: NameHit, feature: bool, cue: bool) -> float:
    score = -max(0, hit.common) / 10 if hit.common > 0 else 0.5
    score += 1.5 if cue else 0.0
    score += _capitals(reader, hit, cue)
    if len(hit.key) <= 3 and "  " not in hit.key and not reader.raw(hit.first).isupper():
        score -= 1.0
    return score if feature else score + _people(reader, hit)


_UNITS = frozenset({"governorate", "region", "district"})


def _capitals(reader: Reader, hit: NameHit, cue: bool) -> float:
    style = reader.style
    letters = [index for index in range(hit.first, hit.last) if reader.document.words[index][0].isalpha()]
    if hit.article and len(letters) > 1:
        letters = letters[1:]  # "al-Tanf": the article may be small
    if len(letters) > 1 and (reader.word(letters[0]),) in reader.words.bearings:
        letters = letters[1:]  # "southern Lebanon", which is a governorate too
    kind = reader.words.features.get((reader.word(letters[-1]),)) if len(letters) > 1 else None
    if kind is not None and kind.klass in _UNITS and reader.word(letters[0]) not in ("the", "a"):
        letters = letters[:-1]  # "Donetsk region", a name of the gazetteer as a whole
    capital = all(reader.is_capital(index) for index in letters[-1:]) and reader.is_capital(letters[0])
    raw = reader.raw(letters[-1])
    if hit.fame >= 90 and ((len(hit.key) <= 3 and "  " not in hit.key) or _is_spelt_out(hit)):
        # "the U.S. said", "in the US": a country; "U.S. forces", "UK Government": whose they are.
        following = reader.word(hit.last + 1 if reader.word(hit.last) == "." and hit.last - hit.first > 1 else hit.last)
        at = hit.first - 2 if reader.word(hit.first - 1) == "the" else hit.first - 1
        located = reader.word(at) in ("in", "inside", "into", "across", "within", "throughout")
        modifies = not located and following.isalpha() and following not in _VERBS_OF_STATE
        if raw.isupper() and style != "upper":
            return -9.0 if modifies else 2.0
        return -1.0 if capital and cue else -6.0
    if style == "upper":
        return 0.5
    if not capital:
        if style == "lower":
            return -1.0 if hit.fame >= 60 else -3.0
        return -2.5 if hit.fame >= 66 and hit.common < 5 and "  " not in hit.key else -6.0
    if style == "title":
        return 0.5
    if reader.begins_sentence(hit.first):
        return -1.0 if any(reader.document.words[index] in reader.lowered for index in letters) else 0.5
    return 2.0


def _says_so(reader: Reader, hit: NameHit) -> bool:
    """Whether a verb of saying stands right before a name and a mark or nothing behind, or right behind a town's.

    Who is quoted is somebody: a town that everybody knows may speak for its land.
    """
    told = reader.words.relations.get((reader.word(hit.first - 1),)) in ("at", "near")
    if reader.word(hit.last) in reader.words.saying and hit.fame < _KNOWN and reader.style == "mixed" and not told:
        return True
    return reader.word(hit.first - 1) in reader.words.saying and not reader.word(hit.last)[:1].isalnum()


def _is_half_a_name(reader: Reader, hit: NameHit) -> bool:
    """Whether a name that no "in" leads stands beside a rare capitalised word or is part of one: "Jane Roe", "neo-"."""
    told = reader.words.relations.get((reader.word(hit.first - 1),)) in ("at", "near")
    if told or reader.style != "mixed" or reader.begins_sentence(max(0, hit.first - 1)):
        return False
    after = hit.last
    if reader.word(after) == "-" and reader.document.touches(after) and not reader.is_capital(after + 1):
        return reader.word(after + 1) not in usual_words(_RARE)
    return reader.first_name(hit.first) >= 0 or reader.first_name(hit.last) == hit.last - 1


def _is_plural_name(reader: Reader, hit: NameHit) -> bool:
    """Whether a capitalised plural follows that is a name and no word of the language: a team's, a family's."""
    after = reader.word(hit.last)
    ends = len(after) > _LONG and after.endswith("s") and not after.endswith(("ss", "is", "us"))
    if not ends or reader.style != "mixed" or not reader.is_capital(hit.last):
        return False
    forms = (after, after[:-1], after.removesuffix("ies") + "y")
    known = any(form in usual_words(_RARE) or (form,) in reader.words.features for form in forms)
    return not known and reader.document.text[hit.end : reader.document.starts[hit.last]] == " "


def _is_abbreviation(reader: Reader, hit: NameHit) -> bool:
    """Whether a name of few letters is in capitals, and no word before it tells that it is a place's."""
    raw = reader.raw(hit.first)
    told = reader.words.relations.get((reader.word(hit.first - 1),)) in ("at", "near")
    return 2 <= len(raw) <= _LONG and raw.isupper() and hit.last - hit.first == 1 and not told


def _has_own_article(reader: Reader, hit: NameHit) -> bool:
    """Whether an Arabic article and a name follow in a text's own hyphens: the name goes on, whatever it is of."""
    at = hit.last
    return reader.word(at) in _ARTICLES and reader.word(at + 1) == "-" and reader.is_capital(at + 2)


def _is_spelt_out(hit: NameHit) -> bool:
    """Whether a name is an abbreviation with stops: U.S., U.K."""
    return all(len(letter) == 1 for letter in hit.key.split("  "))


def _people(reader: Reader, hit: NameHit) -> float:
    """Return what speaks against a place because somebody or something is named here."""
    words, document = reader.words, reader.document
    score = 0.0
    at = hit.first - 1
    lone = "  " not in hit.key and hit.fame < 85
    if lone and reader.word(at) == "the" and not hit.article:
        score -= 2.0  # "the Media": a town takes no article
    if lone and hit.fame < 66 and reader.word(at).isdigit() and reader.word(at - 1) == "-":
        score -= 3.0  # "ZSU-23-4 Shilka": a designation
    if reader.word(at) == "." and at > 0 and (len(reader.word(at - 1)) == 1 or reader.word(at - 1) in words.titles):
        at -= 1
    before, adjacent = (
        reader.word(at),
        at >= 0 and "\n" not in document.text[document.ends[at] : document.starts[hit.first]],
    )
    if adjacent and (
        before in words.titles
        or before in words.given
        or (len(before) == 1 and reader.is_capital(at) and before not in "ai")
    ):
        if reader.is_capital(at) or reader.style in ("upper", "lower"):
            score -= 5.0
    elif (
        adjacent
        and before.isalpha()
        and reader.is_capital(at)
        and reader.style == "mixed"
        and not reader.begins_sentence(at)
    ):
        score -= 1.5 if hit.fame < 66 else 0.5
        if hit.fame < _SMALL and before not in usual_words(_RARE) and (before,) not in words.features:
            score -= 2.0  # "Obrynsky Yar": one name, which is in no list
    if hit.key in words.given and hit.fame < 80:
        score -= 2.0
    if lone and hit.fame < _LARGE and not reader.surnames.isdisjoint((reader.word(hit.first), reader.word(hit.last))):
        score -= 4.0  # "Jane Roe", and "Roe" later on
    if lone and _says_so(reader, hit):
        score -= 4.0  # '"It is over," said Roe.'
    after = reader.word(hit.last)
    if lone and hit.fame < 85 and after in words.kin:
        score -= 5.0  # "the home of the Orda family"
    if hit.fame < 85 and _is_plural_name(reader, hit):
        score -= 4.0  # "the Brenna Eagles"
    if lone and hit.fame < _KNOWN and reader.style == "mixed" and _is_abbreviation(reader, hit):
        score -= 3.0
    if lone and hit.fame < _LARGE and _is_half_a_name(reader, hit):
        score -= 2.0
    if _has_own_article(reader, hit):
        score -= 3.0  # "Saray al-Jihad"
    outlet = after in words.outlets and reader.is_capital(hit.last)
    if outlet or (after, reader.word(hit.last + 1)) in words.agencies:
        score -= 6.0
    elif after in words.after and reader.is_capital(hit.last):
        score -= 2.0
    elif after.isalpha() and reader.is_capital(hit.last) and reader.style == "mixed":
        score -= 1.5 if hit.fame < 66 else 0.5
        if hit.fame < _SMALL and after not in usual_words(_RARE) and (after,) not in words.features:
            score -= 2.0
    return score
