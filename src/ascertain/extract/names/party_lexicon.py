"""Every word that a party may be named with, in one automaton."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ascertain.extract.events.words import event_cues
from ascertain.knowledge import Knowledge
from ascertain.languages.parties import PartyNoun, party_words
from ascertain.text import Document, Hit, Lexicon
from ascertain.text.compiled import compiled_words
from ascertain.text.document import words_of_phrases
from ascertain.text.fold import fold

# Short names that are also English words: found only where they are written in capitals among small letters.
_DOTTED = (3, 4)  # letters of an abbreviation that is also written with a full stop behind each
_WORDS_TOO = frozenset("is who mit mat sams amnesty arena aid us it pdf isa ana can sac sna eta".split())


class PartyWord(NamedTuple):
    """What a phrase is in the name of a party.

    `kind` is name, epithet, country, adjective, adverb, people, metonym, noun, office, title, modifier, start or given;
    `value` an actor's id, a country's code, an office's role or the kind of what so begins; `written` the spelling
    that the text must have, where small letters make it another word ("IS").
    """

    kind: str
    value: str = ""
    noun: PartyNoun | None = None
    written: str | None = None
    private: bool = False


@lru_cache(maxsize=4)
def party_lexicon(knowledge: Knowledge) -> Lexicon[PartyWord]:
    """Return the automaton for one state of knowledge; it is built once and kept beside it."""
    return Lexicon([*_names(knowledge), *_nations(knowledge), *_language()])


def _names(knowledge: Knowledge) -> list[tuple[str, PartyWord]]:
    states = {nation.code.lower(): {nation.name, *nation.names} for nation in knowledge.nations}
    entries = []
    for actor in knowledge.actors:
        spellings = [alias for alias in (actor.name, *actor.aliases) if alias not in states.get(actor.id, ())]
        spellings += [dotted for alias in spellings if (dotted := _dotted(alias)) is not None]
        entries += [(alias, PartyWord("name", actor.id, written=_written(alias))) for alias in spellings]
        entries += [(alias, PartyWord("epithet", actor.id, written=_written(alias))) for alias in actor.epithets]
    return entries


def _dotted(alias: str) -> str | None:
    """Return an abbreviation of three or four letters as the press of some lands writes it: "M.L.A." for "MLA"."""
    if alias.isascii() and alias.isalpha() and alias.isupper() and len(alias) in _DOTTED:
        return "".join(f"{letter}." for letter in alias)
    return None


def _written(alias: str) -> str | None:
    """Return the alias where it must be met as written: an acronym of up to three letters, or one that is a word."""
    letters = alias.replace(".", "")
    if not letters.isascii() or not letters.isalpha() or sum(letter.isupper() for letter in letters) < 2:
        return None
    return alias if len(letters) <= 3 or letters.lower() in _WORDS_TOO else None


def _nations(knowledge: Knowledge) -> list[tuple[str, PartyWord]]:
    entries = []
    for nation in knowledge.nations:
        code = nation.code
        entries += [(name, PartyWord("country", code, written=_written(name))) for name in (nation.name, *nation.names)]
        entries += [
            (form, PartyWord("adjective", code, written=_written(form)))
            for adjective in (nation.adjective, *nation.adjectives)
            for form in forms_of(adjective)
        ]
        entries += [
            (f"{word}ا", PartyWord("adverb", code))
            for word in (nation.adjective, *nation.adjectives)
            if _is_nisba(word)
        ]
        entries += [(name, PartyWord("people", code)) for name in nation.people]
        entries += [(name, PartyWord("metonym", code)) for name in nation.metonyms]
    return entries


def _is_nisba(word: str) -> bool:
    """Return whether an Arabic word ends as what is of a place or people does, of which an adverb can be made."""
    return word.endswith("ي") and " " not in word


def forms_of(adjective: str) -> tuple[str, ...]:
    """Return an Arabic nisba's genders and numbers; other adjectives as they are."""
    if not adjective.endswith("ي"):
        return (adjective,)
    first, _, last = adjective.partition(" ")
    if last:  # كوري جنوبي
        return (adjective, f"{first}ة {last}ة", f"{first}ين {last}ين", f"{first}ون {last}ون")
    return tuple(adjective + ending for ending in ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات"))


def _language() -> list[tuple[str, PartyWord]]:
    entries = []
    for words in party_words():
        entries += [(word, PartyWord("noun", noun.branch or "", noun)) for word, noun in words.nouns]
        entries += [(word, PartyWord("office", role)) for word, role in words.offices]
        entries += [(word, PartyWord("modifier")) for word in words.modifiers]
        entries += [(word, PartyWord("title", private=word in words.private_titles)) for word in words.titles]
        nouns = dict(words.nouns)
        for start in words.starts:  # "Government of" in small letters is a noun and a word of whose it is
            entries.append((start, PartyWord("start", noun=nouns.get(start.rpartition(" ")[0].lower()))))
        entries += [(start, PartyWord("start", "armed_group")) for start in words.group_starts]
        entries += [(word, PartyWord("given")) for word in words.given_names]
        entries += [(word, PartyWord(kind, value)) for word, kind, value in (*words.nations, *words.actors)]
    return entries


@lru_cache(maxsize=1)
def organisation_heads() -> frozenset[str]:
    """Return the folded last words of organisations' names, in every language."""
    return frozenset(fold(word) for words in party_words() for word in words.heads)


@lru_cache(maxsize=1)
def armed_heads() -> frozenset[str]:
    """Return the folded last words of the names of those under arms, in every language."""
    return frozenset(fold(word) for words in party_words() for word in words.armed_heads)


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the folded single-word given names, in every language."""
    return frozenset(fold(word) for words in party_words() for word in words.given_names if " " not in word)


@lru_cache(maxsize=1)
def name_particles() -> frozenset[str]:
    """Return the folded words that stand inside people's names (بن, ابو, al)."""
    latin = "al el ul bin ibn abu umm um abd de da dos del della van von der la le y ben".split()
    return frozenset([*latin, *(fold(word) for words in party_words() for word in words.particles)])


class Naming(NamedTuple):
    """Folded words that tell of names.

    Behind `lists`, which are kept by their last word, people are named, behind `behind` one is between marks; `inside`
    stand between two parts of a name, and `ages` tell how old somebody is. First names among `words_too` are everyday
    words as well ("statement").
    """

    lists: Mapping[str, Sequence[tuple[str, ...]]]
    behind: frozenset[str]
    inside: frozenset[str]
    ages: frozenset[str]
    words_too: frozenset[str]


@lru_cache(maxsize=1)
def naming() -> Naming:
    """Return the words that tell of names, in every language."""
    packs = party_words()
    lists: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (phrase for pack in packs for phrase in words_of_phrases(pack.name_lists) if phrase):
        lists.setdefault(phrase[-1], []).append(phrase)
    behind, inside, ages, words_too = (
        frozenset(fold(word) for pack in packs for word in getattr(pack, kind))
        for kind in ("named_behind", "name_inside", "ages", "words_too")
    )
    return Naming(lists, behind, inside | name_particles(), ages, words_too)


def found_words(document: Document, knowledge: Knowledge, capitals: bool) -> list[Hit[PartyWord]]:
    """Return the phrases of a document that parties are named with, less those written as another word.

    `capitals` tells that the whole text is in capitals, where "IS" can't be told from "is".
    """
    hits = []
    for hit in party_lexicon(knowledge).find(document):
        if document.touches(hit.first) and document.words[hit.first - 1] == "@":
            continue  # an account's name
        tags = tuple(tag for tag in hit.tags if tag.written is None or _is_written(document, hit, tag, capitals))
        if any(tag.kind == "adverb" for tag in tags) and _agrees(document, hit):
            tags = (*tags, *(PartyWord("adjective", tag.value) for tag in tags if tag.kind == "adverb"))
        if not capitals and document.text[hit.start].islower():  # "residents said": no man called Said
            tags = tuple(tag for tag in tags if tag.kind != "given")
        if tags and hit.last - hit.first > 1 and (capitals or document.text[hit.start].islower()):
            hits.append(_without_of(document, hit._replace(tags=tags)))
        elif tags:
            hits.append(hit if len(tags) == len(hit.tags) else hit._replace(tags=tags))
    return hits


def _agrees(document: Document, hit: Hit[PartyWord]) -> bool:
    """Return whether what may be an adverb is the adjective of an event's noun (هجوماً [صاروخياً] إسرائيلياً)."""
    at = hit.first - 1
    while at > 0 and hit.first - at < _ADJECTIVES and not _tells_event(document.words[at]):
        at -= 1
    between = document.words[max(at, 0) : hit.first]
    return hit.first > 0 and _tells_event(document.words[at]) and all(word.endswith("ا") for word in between)


_ADJECTIVES = 3  # words from an event's noun to the adjective of a nation that goes with it


def _tells_event(word: str) -> bool:
    """Return whether a word is an event's noun in the accusative of Arabic."""
    return word.endswith("ا") and (word in _event_nouns() or word[:-1] in _event_nouns())


@compiled_words
def _event_nouns() -> frozenset[str]:
    return frozenset(fold(noun) for noun, cue in event_cues("ar") if cue.form == "noun" and " " not in noun)


def _without_of(document: Document, hit: Hit[PartyWord]) -> Hit[PartyWord]:
    """Return "government of" where it begins no organisation's name as the noun alone, without the "of"."""
    noun = next((tag.noun for tag in hit.tags if tag.kind == "start" and tag.noun is not None), None)
    if noun is None:
        return hit
    bare = (PartyWord("noun", noun.branch or "", noun),)
    return hit._replace(last=hit.last - 1, end=document.ends[hit.last - 2], tags=bare)


def _is_written(document: Document, hit: Hit[PartyWord], tag: PartyWord, capitals: bool) -> bool:
    if capitals:
        return (tag.written or "").lower() not in _WORDS_TOO
    return document.text[hit.start : hit.end] == tag.written
