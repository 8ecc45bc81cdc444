"""Whose groups they are: "militias backed by Iran", "Iran-backed militias", الميليشيات المدعومة من إيران."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ascertain.extract.names.party_lexicon import PartyWord
from ascertain.extract.names.phrases import Backer, Phrase, best, is_a
from ascertain.extract.names.ties import tie_words
from ascertain.model import Actor
from ascertain.text import Document, Hit

_FIGHTING = frozenset({"military", "armed_group"})
_LAND = ("country", "metonym", "people", "adjective")
_FOR = frozenset("لب")  # particles that stand for "to" and "with"
_PRO = ["pro", "-"]
_OPENING = 4  # words before those whom a sentence begins with: "At least five armed"
_PRO_GOVERNMENT = "generic.pro_government"


def _backer(tie: str, hits: Sequence[Hit[PartyWord]], actors: Mapping[str, Actor]) -> Backer | None:
    """Return whom these words name: a land's government, a party, or a land; who backs "the government" is for it."""
    named = [tag.value for hit in hits for tag in hit.tags if tag.kind in ("name", "epithet") and tag.value in actors]
    lands = [tag.value for hit in hits if (tag := best(hit, *_LAND)) is not None]
    governs = any(_is_government(hit) for hit in hits)
    if lands and (governs or any(actors[one].type == "government" for one in named)):
        return Backer(tie, None, lands[0])
    if governs and not named:
        return Backer("own", _PRO_GOVERNMENT)
    party = next((one for one in named if not actors[one].generic), None)
    return Backer(tie, party, next(iter(lands), None)) if party or (lands and not named) else None


def _is_government(hit: Hit[PartyWord]) -> bool:
    noun = best(hit, "noun")
    return noun is not None and noun.noun is not None and noun.noun.type == "government"


def with_backers(
    document: Document, found: list[Phrase], hits: Sequence[Hit[PartyWord]], actors: Mapping[str, Actor]
) -> list[Phrase]:
    """Return the phrases in order, those of groups with the backer whom their words, or those right behind, name."""
    adverbs = {hit.first: hit for hit in hits if is_a(hit, "adverb")}
    joined: list[Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        if before is not None and phrase.first < before.last:
            continue  # تركيا, which is "by Turkey" as well
        if before is not None and before.backer is not None and _is_another(document, before, phrase):
            joined[-1] = replace(before, last=phrase.last)
            continue
        if before is not None and (mine := _with_them(document, before, phrase, actors)) is not None:
            joined[-1] = replace(before, last=phrase.last, hits=[*before.hits, *phrase.hits], backer=mine)
            continue
        if before is not None and _fights(before, actors) and (backer := _behind(document, before, phrase, actors)):
            if _is_nobodys(before, actors) or (
                (backer.tie == "loyal" or backer.party == _PRO_GOVERNMENT) and _are_any_troops(before, actors)
            ):
                joined[-1] = replace(before, last=phrase.last, hits=[*before.hits, *phrase.hits], backer=backer)
                continue
            if backer.party is None:  # a force that backs another had a part in what that did
                joined[-1] = replace(before, last=phrase.last)
                continue
        if all(is_a(hit, *_LAND) for hit in phrase.hits) and _only_ties(document, phrase):
            continue  # "Ruritania-backed areas"
        told = _told_in_one_word(document, _with_own(document, phrase, actors), adverbs, actors)
        joined.append(_of_whom_it_joins(document, before, told, actors))
    return joined


def _only_ties(document: Document, phrase: Phrase) -> bool:
    """Whether a word with a hyphen behind a phrase says whose what follows is."""
    behind = document.words[phrase.last : phrase.last + 2]
    return len(behind) == 2 and behind[0] == "-" and tie_words().kind(behind[1]) is not None


def _fights(phrase: Phrase, actors: Mapping[str, Actor]) -> bool:
    """Whether a phrase names fighters, whoever's."""
    group = _group(phrase)
    noun = best(group, "noun")
    named = (actors[tag.value].type for tag in group.tags if tag.value in actors)
    return (noun is not None and noun.noun is not None and noun.noun.type in _FIGHTING) or any(
        kind in _FIGHTING for kind in named
    )


def _is_nobodys(phrase: Phrase, actors: Mapping[str, Actor]) -> bool:
    """Whether a phrase names fighters of no listed party and of no state's service."""
    if phrase.owners:
        return False
    head = _group(phrase)
    tags = [tag for tag in head.tags if tag.kind in ("name", "epithet") and tag.value in actors]
    if tags:  # "the terrorist groups" are those whom the speaker fights, until he says whose
        return all(
            actors[tag.value].type == "armed_group"
            and (actors[tag.value].generic or tag.kind == "epithet")
            and tag.value != _PRO_GOVERNMENT
            for tag in tags
        )
    noun = best(head, "noun")
    if noun is None or noun.noun is None or noun.noun.type not in _FIGHTING:
        return False
    return not (noun.noun.branch and phrase.adjectives)


def _are_any_troops(phrase: Phrase, actors: Mapping[str, Actor]) -> bool:
    """Whether a phrase names troops of no state: whom they are loyal to, theirs they are."""
    tags = [tag for tag in _group(phrase).tags if tag.kind in ("name", "epithet") and tag.value in actors]
    return not (phrase.owners or phrase.adjectives) and all(actors[tag.value].generic for tag in tags)


def _is_means(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase in Latin letters names aircraft, and nobody: the sentence says whose they are."""
    noun = best(phrase.head, "noun")
    latin = document.words[phrase.first].isascii()
    return latin and phrase.head.last == phrase.last and noun is not None and noun.noun is not None and noun.noun.vague


def _group(phrase: Phrase) -> Hit[PartyWord]:
    """Return the word for the group: the head, or behind an office or a base whose it is ("leader of the militia")."""
    noun = best(phrase.head, "noun")
    if not is_a(phrase.head, "office") and not (noun is not None and noun.noun is not None and noun.noun.vague):
        return phrase.head
    return next((hit for hit in reversed(phrase.hits) if is_a(hit, "noun", "name")), phrase.head)


def _behind(document: Document, group: Phrase, phrase: Phrase, actors: Mapping[str, Actor]) -> Backer | None:
    """Return the backer that the phrase behind a group names, if the words between the two say so."""
    ties, words = tie_words(), document.words
    at = group.last - 1 if group.last - group.first > 1 and ties.kind(words[group.last - 1]) else group.last
    while at < phrase.first and words[at] in ties.inside:
        at += 1
    tie = ties.kind(words[at])
    if tie is None or at >= phrase.first or not _may_back(phrase) or (tie == "own" and _is_means(document, group)):
        return None
    at += 1
    by = tie == "backing"
    while at < phrase.first and (words[at] in ties.inside or words[at] in ties.by):
        by = by or words[at] in ties.by
        at += 1
    cut = document.starts[phrase.first] < phrase.hits[0].start and words[phrase.first][0] in _FOR
    return _backer(tie, _themselves(document, phrase), actors) if at == phrase.first and (by or cut) else None


def _themselves(document: Document, phrase: Phrase) -> list[Hit[PartyWord]]:
    """Return the words for a party without those to whom it is only said to be linked ("the X-linked Front")."""
    ties, words = tie_words(), document.words
    own = [
        hit
        for hit in phrase.hits
        if not (_word(document, hit.last) == "-" and ties.kind(_word(document, hit.last + 1)))
    ]
    named = any(is_a(hit, "name", "epithet") and not ties.kind(words[hit.first]) for hit in own)
    return own if named else phrase.hits


def _with_them(document: Document, group: Phrase, phrase: Phrase, actors: Mapping[str, Actor]) -> Backer | None:
    """Return the party whose men a sentence begins with: "Five gunmen with the armed group X stormed a hotel".

    Further on "with" may stand before whom they fight.
    """
    ties, words = tie_words(), document.words
    first = document.sentences[document.sentence_of(group.first)][0]
    opens = not any(words[at] in ties.by for at in range(first, group.first)) and group.first - first <= _OPENING
    between = words[group.last : phrase.first]
    led = bool(between) and between[0] in ties.companions and all(word in ties.inside for word in between[1:])
    if not (opens and led and _fights(group, actors) and _is_nobodys(group, actors)):
        return None
    tags = (tag for hit in _themselves(document, phrase) for tag in hit.tags if tag.kind in ("name", "epithet"))
    whose = [tag.value for tag in tags if tag.value in actors]
    party = next((one for one in whose if actors[one].type == "armed_group" and not actors[one].generic), None)
    return Backer("own", party) if party is not None else None


def _of_whom_it_joins(document: Document, before: Phrase | None, phrase: Phrase, actors: Mapping[str, Actor]) -> Phrase:
    """Return a group with the party before it as backer, where a pronoun says so (القوات والميليشيات الموالية لها)."""
    if before is None or phrase.backer is not None or phrase.adjectives or not _is_nobodys(phrase, actors):
        return phrase  # "the Russian militias that support it" are not those of whom they support
    last = _end_with_pronoun(document, before, phrase)
    backer = _backer("backed", before.hits, actors) if last else None
    return replace(phrase, last=last, backer=backer) if last and backer is not None else phrase


def _end_with_pronoun(document: Document, before: Phrase, phrase: Phrase) -> int | None:
    """Return where a group ends that is joined to a party and said to be its followers, the pronoun within."""
    ties, words = tie_words(), document.words
    between = words[before.last : phrase.first]
    if len(between) > 1 and between[0] == "and" and between[1] in ties.theirs:
        tied = any(ties.kind(word) for word in words[before.last + 2 : phrase.last])
        return phrase.last if tied or words[phrase.last - 1] in ties.followers else None
    joins = not between and document.text[document.starts[phrase.first] : phrase.hits[0].start] == "و"
    at = phrase.last if ties.kind(words[phrase.last - 1]) else phrase.last + 1
    return at + 1 if joins and _word(document, at) in ties.theirs and ties.kind(words[at - 1]) else None


def _is_another(document: Document, group: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase is a land joined to the one that a group ends with: "backed by Ruritania and Graustark"."""
    lands = len(phrase.hits) == 1 and is_a(phrase.head, *_LAND)
    between = document.words[group.last : phrase.first]
    cut = document.text[document.starts[phrase.first] : phrase.hits[0].start]
    return lands and is_a(group.hits[-1], *_LAND) and (between == ["and"] or (between == [] and cut == "و"))


def _may_back(phrase: Phrase) -> bool:
    """Whether a phrase names who may stand behind a group: a land, its government or a party, and no planes of his."""
    named = is_a(phrase.head, "name", "epithet", *_LAND) or bool(phrase.owners)
    return named or _is_government(phrase.head)


def _with_own(document: Document, phrase: Phrase, actors: Mapping[str, Actor]) -> Phrase:
    """Return a phrase with the backer that it names itself: "Iran-backed militias", ميليشيا موالية للنظام."""
    for tie, hits, first in _named_inside(document, phrase):
        backer = _backer(tie, hits, actors)
        if backer is not None and _is_unowned(phrase, hits, actors):
            return replace(phrase, first=first, backer=backer, leaning=phrase.leaning or first < phrase.first)
        if backer is not None and any(hit not in hits for hit in phrase.owners):  # "Iran-backed Houthi fighters"
            return replace(phrase, leaning=False, adjectives=[hit for hit in phrase.adjectives if hit not in hits])
    return phrase


def _named_inside(document: Document, phrase: Phrase) -> Iterator[tuple[str, list[Hit[PartyWord]], int]]:
    """Yield each tie in a phrase with the words that may name the backer, and the first word that it makes its own."""
    ties, words = tie_words(), document.words
    for place, hit in enumerate(phrase.hits):
        if hit is phrase.head:
            continue
        if tie := ties.kind(words[hit.last - 1]):
            yield tie, [one for one in phrase.hits[place + 1 :] if one is not phrase.head], phrase.first
        if words[hit.last : hit.last + 1] == ["-"] and (tie := ties.kind(_word(document, hit.last + 1))):
            yield tie, [hit], phrase.first
    if words[max(0, phrase.first - 2) : phrase.first] == _PRO and phrase.hits[0] is not phrase.head:
        yield "loyal", phrase.hits[:1], phrase.first - 2


def _word(document: Document, at: int) -> str:
    return document.words[at] if at < len(document) else ""


def _is_unowned(phrase: Phrase, backers: Sequence[Hit[PartyWord]], actors: Mapping[str, Actor]) -> bool:
    """Whether nobody but the backer owns the group."""
    owners = [hit for hit in phrase.owners if hit not in backers]
    lands = [hit for hit in phrase.adjectives if hit not in backers]
    return _is_nobodys(replace(phrase, owners=owners, adjectives=lands), actors)


def _told_in_one_word(
    document: Document, phrase: Phrase, adverbs: Mapping[int, Hit[PartyWord]], actors: Mapping[str, Actor]
) -> Phrase:
    """Return a phrase up to the adverb behind it that names the backer (المدعومة إيرانيا)."""
    ties, words = tie_words(), document.words
    at = phrase.last
    if at < len(words) and at not in adverbs and ties.kind(words[at]):
        at += 1
    adverb = adverbs.get(at)
    if adverb is None or not ties.kind(words[at - 1]):
        return phrase
    land = next(tag.value for tag in adverb.tags if tag.kind == "adverb")
    nobodys = _is_nobodys(phrase, actors)
    return replace(phrase, last=adverb.last, backer=Backer("backed", None, land) if nobodys else phrase.backer)
