"""Noun phrases that name a party, put together from the words that the lexicon found."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ascertain.extract.names.charges import charging
from ascertain.extract.names.party_lexicon import PartyWord
from ascertain.extract.names.ties import tie_words
from ascertain.text import Document, Hit
from ascertain.text.fold import fold

_ORDER = ("name", "epithet", "office", "noun", "people", "country", "metonym", "adjective", "title", "given", "start")
_HEADS = frozenset(("name", "epithet", "office", "noun", "people", "country", "metonym", "adjective"))
_OWNERS = frozenset(("name", "epithet"))


class Backer(NamedTuple):
    """Who is behind a group: the id of a party, or the ISO code of a `land`, and the `tie` that the words tell."""

    tie: str
    party: str | None = None
    land: str | None = None


@dataclass
class Phrase:
    """Words [first, last) and what they tell: `hits` are the lexicon's, in order; `head` is the one that decides."""

    first: int
    last: int
    hits: list[Hit[PartyWord]]
    head: Hit[PartyWord]
    owners: list[Hit[PartyWord]] = field(default_factory=list)
    adjectives: list[Hit[PartyWord]] = field(default_factory=list)
    leaning: bool = False
    backer: Backer | None = None


def best(hit: Hit[PartyWord], *kinds: str) -> PartyWord | None:
    """Return what a hit is, by the first of `kinds` (or of the usual order) that it has."""
    for kind in kinds or _ORDER:
        for tag in hit.tags:
            if tag.kind == kind:
                return tag
    return None


def is_a(hit: Hit[PartyWord], *kinds: str) -> bool:
    """Return whether a hit can be one of these kinds."""
    for tag in hit.tags:  # noqa: SIM110 - asked so often that a generator tells
        if tag.kind in kinds:
            return True
    return False


def phrases(document: Document, hits: list[Hit[PartyWord]]) -> list[Phrase]:
    """Return the phrases that name parties, in order, none overlapping; Arabic heads come first, others last."""
    found: list[Phrase] = []
    run: list[Hit[PartyWord]] = []
    for hit in hits:
        if run and not _joins(document, run, hit):
            _close(document, run, found)
            run = []
        run.append(hit)
    _close(document, run, found)
    return _with_genitives(document, found)


def _arabic(document: Document, hit: Hit[PartyWord]) -> bool:
    return "\u0620" <= document.words[hit.first][0] <= "\u064a"


_DEFINITE = frozenset({"the"})
QUOTES = frozenset('"«»“”')


def _joins(document: Document, run: list[Hit[PartyWord]], hit: Hit[PartyWord]) -> bool:
    last = run[-1]
    if _arabic(document, last) != _arabic(document, hit):  # ميليشيا PYD
        return hit.first == last.last and is_a(last, "noun") and is_a(hit, "name") and _arabic(document, last)
    if _arabic(document, hit):
        quoted = document.words[last.last : hit.first]
        if len(quoted) == 1 and quoted[0] in QUOTES:  # ميليشيا "قسد": a name in quotation marks
            return is_a(last, "noun") and is_a(hit, *_OWNERS) and _joins_arabic(document, run, hit)
        return hit.first == last.last and _joins_arabic(document, run, hit)
    between = document.words[last.last : hit.first]
    if "\n" in document.text[last.end : hit.start] or document.words[hit.first] in _DEFINITE:
        return False  # a heading and the line below it; "urged the press, the regime": another phrase
    if between == []:
        return not _is_joined_to_a_deed(document, last) and not (
            is_a(last, "office") and is_a(hit, "country", "metonym")
        )
    if between == ["'s"]:
        if is_a(last, "country", "metonym") and is_a(hit, "name") and not is_a(hit, "country", "metonym"):
            return True  # "Iraq's Popular Mobilisation": the party, and not the state in whose land it is
        return is_a(last, "name", "epithet", "country", "metonym", "people") and is_a(hit, "noun", "office", "modifier")
    if len(between) == 2 and between[0] == "-" and tie_words().kind(between[1]) and document.touches(last.last):
        return is_a(last, "name", "epithet", "country", "metonym", "people", "adjective")  # "Ruritania-backed militias"
    if between != ["-"] or not (document.touches(hit.first) and document.touches(last.last)):
        return False
    return not (is_a(last, "country", "metonym") and is_a(hit, "country", "metonym"))  # "UK-France": two states


def _is_joined_to_a_deed(document: Document, modifier: Hit[PartyWord]) -> bool:
    """Whether what could describe people tells what became of them: "killed and | wounded | people"."""
    first, words = modifier.first, document.words
    if first < 2 or words[first - 1] not in ("and", "or") or not is_a(modifier, "modifier"):
        return False
    return words[first].endswith("ed") and words[first - 2].endswith("ed")


def _joins_arabic(document: Document, run: list[Hit[PartyWord]], hit: Hit[PartyWord]) -> bool:
    word = document.words[hit.first]
    cut = document.starts[hit.first] < hit.start
    if cut and word[0] in "وفبك" and not word.startswith("ال"):
        return False  # "and", "by": another phrase
    last = run[-1]
    indefinite = not document.text.startswith("ال", hit.start) and not is_a(hit, "name", "country", "given")
    if document.words[last.last - 1].startswith("ال") and indefinite and is_a(hit, "noun", "office"):
        return False  # "the air force | a centre": nothing indefinite belongs to a definite noun
    if _is_a_land_beside(document, last, hit):
        return False
    if (
        is_a(hit, "epithet")
        and not is_a(hit, "adjective", "modifier", "name")
        and _are_both_definite(document, last, hit)
    ):
        return False  # المعارضة | النظام: a noun with the article governs none that has one
    if is_a(last, "noun") and not is_a(last, "office", "title") and _is_a_body_named(document, last, hit):
        return False  # الحكومة | قوات الدعم السريع: a body's name is none of another's
    if cut and word[0] == "ل" and not _leans(document, last):
        return False
    if is_a(hit, "modifier", "adjective") or _are_one_many(document, last, hit):
        return True
    if _is_complete(document, last, hit):
        return False
    if is_a(last, "noun", "office", "title", "start") or _leans(document, last):
        return is_a(hit, "name", "epithet", "noun", "country", "office", "people", "given", "metonym")
    if not indefinite and document.text.startswith("ال", hit.start) and _is_described(document, last):
        return False  # جماعات محلية | القوات: behind its adjective an indefinite noun governs nothing
    return is_a(last, "modifier") and is_a(hit, "name", "epithet", "country")


def _is_a_land_beside(document: Document, last: Hit[PartyWord], hit: Hit[PartyWord]) -> bool:
    """Whether a country stands behind a noun with the article, which governs none (وزارة الخارجية | إسرائيل)."""
    land = is_a(hit, "country") and not is_a(hit, "adjective", "modifier", "name", "epithet")
    return land and document.words[last.last - 1].startswith("ال") and not document.text.startswith("ال", hit.start)


_DESCRIBING = ("ية", "ي", "يون", "يين", "حة")


def _is_described(document: Document, adjective: Hit[PartyWord]) -> bool:
    word = document.words[adjective.last - 1]
    return is_a(adjective, "modifier") and word.endswith(tuple(map(fold, _DESCRIBING))) and not word.startswith("ال")


def _is_a_body_named(document: Document, last: Hit[PartyWord], hit: Hit[PartyWord]) -> bool:
    """Return whether a name of several words, the first without the article, stands behind a noun that has one."""
    several = (
        is_a(hit, "name", "epithet") and hit.last - hit.first > 1 and not document.text.startswith("ال", hit.start)
    )
    return several and document.words[last.last - 1].startswith("ال")


def _are_both_definite(document: Document, last: Hit[PartyWord], hit: Hit[PartyWord]) -> bool:
    """Return whether a noun of one word and what stands behind it both have the article."""
    nouns = is_a(last, "noun") and document.words[last.last - 1].startswith("ال")
    return nouns and document.text.startswith("ال", hit.start)


def _are_one_many(document: Document, last: Hit[PartyWord], hit: Hit[PartyWord]) -> bool:
    """Return whether a plural with the article says who those of one before it are: المتمردين الحوثيين."""
    words = (document.words[last.last - 1], document.words[hit.last - 1])
    many = all(word.startswith("ال") and word.endswith(_WHOLE_PLURALS) for word in words)
    return many and is_a(last, "name", "epithet") and is_a(hit, "name") and hit.last - hit.first == 1


_WHOLE_PLURALS = ("ون", "ين")  # of a noun that stands by itself: one that governs another loses its ن


_DOING, _DONE_TO = _WHOLE_PLURALS  # by its case

_TELLERS = frozenset(("نشطاء", "شهود"))  # of no body that they accuse


def _is_complete(document: Document, last: Hit[PartyWord], hit: Hit[PartyWord]) -> bool:
    """Return whether a party's noun can govern nothing behind it, so that another party begins.

    "Activists" (ناشطون) whole stands beside the forces that they accuse, and "the government" beside "the rebels".
    """
    noun, word = document.words[last.last - 1], document.words[hit.last - 1]
    if not is_a(last, "noun") or _leans(document, last):
        return False
    accusing = document.words[last.first - 1].removeprefix("و") if last.first else ""
    if noun.removeprefix("ال") in _TELLERS and accusing in charging()[0]:
        return True  # اتهم نشطاء | الجيش
    if noun.endswith(_DOING) and word.endswith(_DONE_TO) and not word.startswith("ال"):
        return True  # قتل مسلحون | مدنيين: nothing of another case belongs to a whole plural
    if noun.endswith(_WHOLE_PLURALS):
        return not word.endswith(_WHOLE_PLURALS) and not is_a(hit, "people", "given")
    body = any(tag.noun is not None and tag.noun.body for tag in last.tags)
    return body and noun.startswith("ال") and word.startswith("ال") and word.endswith(_WHOLE_PLURALS)


_LEANING_LATIN = ("pro", "anti", "backed", "allied", "loyal", "affiliated", "aligned")


def _leans(document: Document, hit: Hit[PartyWord]) -> bool:
    return _arabic(document, hit) and tie_words().kind(document.words[hit.last - 1]) is not None


def _close(document: Document, run: list[Hit[PartyWord]], found: list[Phrase]) -> None:
    if run:
        phrase = _of_arabic(document, run) if _arabic(document, run[0]) else _of_latin(document, run)
        if phrase:
            found.append(phrase)


def _of_latin(document: Document, run: list[Hit[PartyWord]]) -> Phrase | None:
    while run and not is_a(run[-1], *_HEADS):
        run = run[:-1]
    while run and not is_a(run[0], *_HEADS, "modifier"):
        run = run[1:]
    if not run:
        return None
    head = run[-1]
    kept = run if is_a(head, "noun", "office", "name", "epithet", "people") else [head]
    phrase = Phrase(kept[0].first, head.last, kept, head)
    phrase.owners = [hit for hit in kept[:-1] if is_a(hit, *_OWNERS)]
    phrase.adjectives = [hit for hit in kept if is_a(hit, "adjective", "country", "metonym")]
    phrase.leaning = any(document.words[hit.last - 1] in _LEANING_LATIN for hit in kept) or any(
        word in _LEANING_LATIN for word in document.words[phrase.first : phrase.last]
    )
    return phrase


def _of_arabic(document: Document, run: list[Hit[PartyWord]]) -> Phrase | None:
    while run and not is_a(run[0], *_HEADS):
        run = run[1:]
    while run and is_a(run[-1], "title", "start", "given") and not is_a(run[-1], *_HEADS):
        run = run[:-1]
    if not run:
        return None
    head = run[0]
    if len(run) > 1 and not is_a(head, "noun", "office", "name", "epithet", "people"):
        run = run[:1]
    phrase = Phrase(head.first, run[-1].last, run, head)
    phrase.owners = [hit for hit in run[1:] if is_a(hit, *_OWNERS)]
    owned = is_a(head, "noun")  # القوات السعودية, قوات السودان: a country's name with its article says whose they are
    phrase.adjectives = [
        hit
        for before, hit in zip([head, *run], run, strict=False)
        if is_a(hit, "adjective")
        or (owned and hit is not head and (_is_articled(document, hit) or _is_seat(before, hit)))
    ]
    phrase.leaning = any(_leans(document, hit) for hit in run)
    return phrase


def _is_seat(before: Hit[PartyWord], hit: Hit[PartyWord]) -> bool:
    """Whether a capital right behind a government says whose it is (قوات حكومة دمشق)."""
    governs = any(tag.noun is not None and tag.noun.type == "government" for tag in before.tags)
    return governs and is_a(hit, "metonym")


def _is_articled(document: Document, hit: Hit[PartyWord]) -> bool:
    return is_a(hit, "country") and document.words[hit.first].startswith("ال")


_OF = frozenset(("of", "from", "belonging", "loyal"))


def _with_genitives(document: Document, found: list[Phrase]) -> list[Phrase]:
    """Join "people of Iraq", "members of the SDF", "commander of U.S. Central Command"."""
    joined: list[Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        if before and is_a(before.head, "noun", "office") and not _arabic(document, before.head):
            between = document.words[before.last : phrase.first]
            if between in (["of"], ["of", "the"]) and is_a(phrase.head, *_HEADS - {"adjective"}):
                before.last = phrase.last
                before.hits = [*before.hits, *phrase.hits]
                if is_a(phrase.head, *_OWNERS):
                    before.owners.append(phrase.head)
                before.adjectives += [hit for hit in phrase.hits if is_a(hit, "adjective", "country", "metonym")]
                continue
        joined.append(phrase)
    return joined
