"""Whether a country's name stands for its state, and not for the place: "Ruritania shelled", قصف لروسيا على بلدة."""

import re
from functools import cache

from ascertain.extract.names.charges import charging, folded
from ascertain.extract.names.phrases import Phrase, is_a
from ascertain.languages.parties import party_words
from ascertain.languages.place_words import place_words
from ascertain.text import Document

_JOINTS = frozenset({"and", "or"})
_ACCUSERS = 6  # words from a verb of accusing to who is accused
_OPENING = frozenset(("", ",", "،", ".", ":", ")"))  # before "and" that opens what is said
_PASSED = frozenset(("the", "-", '"', "«", "»", "“", "”"))  # before or behind a country's name
_PARTNERS = 4  # words of those who did it with a state: لروسيا | وميليشيات إيران | على
_SHORT = 2  # letters of a word that is too short for a verb with its mark of gender
_DUAL = re.compile("ي.{2,}ان")
_IMPERFECT = re.compile("ت(?!..ي.$).+[^اه]")  # تقصف, تستهدف; not the nouns تفجير, تجارة


@cache
def _before_states() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words behind which a country's name is a place, and those behind which it is its state."""
    packs = party_words()
    return folded(pack.locative for pack in packs), folded(pack.agent for pack in packs)


@cache
def _dating() -> frozenset[str]:
    """Return the words that open a time, and behind a place's chain so end it."""
    return folded(pack.dating for pack in party_words())


def acts(document: Document, phrase: Phrase) -> bool:
    """Return whether a country's name stands for its state here, and not for the place."""
    first = phrase.first
    while first and document.words[first - 1] in _PASSED:
        first -= 1
    before = document.words[first - 1] if first else ""
    locative, agent = _before_states()
    if before in agent or (first > 1 and f"{document.words[first - 2].removeprefix('و')} {before}" in agent):
        return True
    if before not in locative and (_is_whose_strike(document, phrase) or _is_charged(document, phrase)):
        return True
    joint = document.text[document.starts[phrase.first] : phrase.hits[0].start]
    if before in locative or (joint and not (joint == "و" and before in _OPENING)):
        return False
    if document.is_arabic and "\u0620" <= document.words[phrase.first][0] <= "\u064a":
        # a verb of hers: a state is feminine
        if before.endswith("ت") or before.startswith(("ت", "يت")):
            return True
        own = _is_accused_in_front(document, phrase.last) or _has_its_verb_behind(document, phrase.last)
        own = own or _do_both(document, phrase.last)
        return not is_a(phrase.head, "adjective") and own  # not البادية السورية شهدت
    after = document.words[phrase.last] if phrase.last < len(document) else ""
    if after in place_words("en").outlets and document.text[document.starts[phrase.last]].isupper():
        return False  # "Ruritania Tribune": a paper
    if (
        before == ","
        and first > 1
        and after in _dating() | locative - _JOINTS
        and document.text[document.starts[first - 2]].isupper()
    ):
        return False  # "Orda, Syria on Monday"
    return after.isalpha() or after == "'s"


@cache
def _striking() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns of strikes, and the words that say behind whose those are what was struck."""
    packs = party_words()
    return folded(pack.strikes for pack in packs), folded(pack.aimed for pack in packs)


def _is_whose_strike(document: Document, phrase: Phrase) -> bool:
    """Return whether a particle says whose a strike is, what was struck being told behind: قصف لروسيا على بلدة."""
    first, words = phrase.first, document.words
    if document.text[document.starts[first] : phrase.hits[0].start] != "ل":
        return False
    strikes, aimed = _striking()
    behind = words[phrase.last : phrase.last + _PARTNERS]
    near = behind if behind and behind[0].startswith("و") else behind[:1]
    told = {form for word in words[max(0, first - 2) : first] for form in (word, word[1:])}  # بقصف
    return not strikes.isdisjoint(told) and not aimed.isdisjoint(near)


def _is_charged(document: Document, phrase: Phrase) -> bool:
    """Return whether a state is accused: a verb of accusing stands near before, and the charge right behind."""
    accusing, charges = charging()
    words, own = document.words, document.starts[phrase.first] == phrase.hits[0].start
    behind = words[phrase.last] if own and phrase.last < len(document) else ""
    if behind not in charges and not behind.startswith("ب"):
        return False
    near = words[max(0, phrase.first - _ACCUSERS) : phrase.first]
    return any(form in accusing for word in near for form in (word, word.removeprefix("و"), word.removeprefix("ف")))


def _do_both(document: Document, last: int) -> bool:
    """Return whether one joined to a state and a verb of two stand right behind its name: روسيا والنظام يصعدان."""
    joined, verb = [*document.words[last : last + 2], "", ""][:2]
    return joined.startswith("و") and _DUAL.fullmatch(verb) is not None


def _is_accused_in_front(document: Document, last: int) -> bool:
    """Return whether a word of accusing and a charge stand right behind a state's name: روسيا متهمة بقصف."""
    accusing, charge = [*document.words[last : last + 2], "", ""][:2]
    return accusing in charging()[0] and charge.startswith("ب")


def _has_its_verb_behind(document: Document, last: int) -> bool:
    """Return whether a verb in the feminine follows a state's name: تركيا قصفت, "إسرائيل" تجدد قصفها."""
    while last < len(document) and document.words[last] in _PASSED:
        last += 1
    word = document.words[last] if last < len(document) else ""
    past = word.endswith("ت") and not word.endswith("ات")
    return len(word) > _SHORT and word not in _no_verbs() and (past or _IMPERFECT.fullmatch(word) is not None)


@cache
def _no_verbs() -> frozenset[str]:
    """Return the words that look like a verb in the feminine and are none."""
    return folded(pack.no_verbs for pack in party_words())
