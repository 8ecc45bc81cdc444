"""Words that may not go out: private people's names, exact coordinates, what a person decided to withhold.

A withheld character becomes `█`. The mark is as long as what it hides, so that every offset published still holds; the
pages draw any run of marks at one width. Withheld words can't be confirmed from an id either: ids that were made from
them are made anew (see `gate`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import is_arabic, word_key
from ascertain.languages.parties import party_words
from ascertain.model import Actor, Claim, Dossier, Place, Reading, Speaker
from ascertain.publish.wording import direction
from ascertain.storage.records import digest_of_record
from ascertain.text.arabic import readings
from ascertain.text.document import Document
from ascertain.text.fold import fold
from ascertain.text.lexicon import Hit, Lexicon

MARK = "█"
_WHOLE, _PART, _PUBLIC = "whole", "part", "public"

# Roles in which a person speaks as a private one; an official, a spokesman or an outlet speaks in public.
_PRIVATE_ROLES = frozenset(
    "witness resident local_source relative survivor victim civilian medic doctor nurse activist driver teacher".split()
)
_USUAL = 15  # tenths of log10 of how often a word is met in a million
# Parts that many names share and that name nobody alone.
_PARTICLES = frozenset(
    fold(word)
    for word in "al el abu abou umm um ibn bin bint ben de van von ال ابو ام بن ابن عبد بنت الله الدين".split()
)
_COORDINATES = (
    re.compile(
        r"[-−]?\d{1,3}[.٫]\d{3,}\s{0,9}°?\s{0,9}[NSns]?(?:\s{0,9}[,;/،]\s{0,9}|\s{1,9}|%2[Cc])[-−]?\d{1,3}[.٫]\d{3,}(?:\s{0,9}°)?(?:\s{0,9}[EWew])?"
    ),
    re.compile(r"\d{1,3}\s*[°º]\s*\d{1,2}\s*['’′]\s*\d{1,2}(?:[.,]\d+)?\s*(?:[\"”″]|'')"),
    re.compile(r"\b\d{1,2}[C-HJ-NP-Xc-hj-np-x]\s?[A-HJ-NP-Za-hj-np-z]{2}\s?(?:\d{5}\s?\d{5}|\d{4}\s?\d{4})\b"),
)
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{0,30}://|www\.)[^\s/?#]{1,300}(?P<path>[/?#]\S+)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_DIGITS_KEPT = re.compile(r"^[-−]?\d{1,3}[.٫]\d")


def names_to_withhold(dossier: Dossier) -> frozenset[str]:
    """Return every spelling of a name that may not be published, as it is written somewhere in the dossier.

    Whoever publishes under a name that the desk lists as a source is no private person.
    """
    names: set[str] = set()
    if dossier.settings.withhold_names:
        for reading in dossier.readings:
            names.update(_private_in_reading(reading))
    for decision in dossier.decisions:
        if decision.verb == "withhold" and decision.words:
            names.add(decision.words)
    released = {fold(d.words or d.about) for d in dossier.decisions if d.verb == "release"}
    by_decision = {d.words for d in dossier.decisions if d.verb == "withhold"}
    sources = [fold(name) for source in dossier.sources for name in (source.name, *source.accounts)]
    return frozenset(
        name
        for name in names
        if name.strip()
        and fold(name) not in released
        and (name in by_decision or not any(fold(name) in source for source in sources))
    )


def _private_in_reading(reading: Reading) -> Iterable[str]:
    for mention in reading.mentions:
        if isinstance(mention.value, Actor) and mention.value.private:
            yield from (mention.text, mention.value.name, *mention.value.aliases)
    for claim in reading.claims:
        yield from _private_in_claim(claim)


def _private_in_claim(claim: Claim) -> Iterable[str]:
    for speaker in claim.speakers:
        if is_private_speaker(speaker):
            yield speaker.name
    for party in (*claim.perpetrators, *claim.targets):
        if party.type == "person" and party.id is None:
            yield party.name


def is_private_speaker(speaker: Speaker) -> bool:
    """Return whether a speaker is named, is nobody that the desk knows, and speaks as a private person."""
    return (
        not speaker.anonymous and speaker.id is None and speaker.role in _PRIVATE_ROLES and _looks_named(speaker.name)
    )


def _looks_named(name: str) -> bool:
    """Return whether words may be a person's name: all capitalised, or in a script that has no capitals."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if fold(word) not in _PARTICLES]
    return bool(words) and all(word[0].isupper() or not word[0].islower() for word in words)


class Withholder:
    """Hides given names, and coordinates finer than the case publishes, in any text."""

    def __init__(self, names: Iterable[str], public: Iterable[str] = (), texts: Iterable[str] = ()) -> None:
        """Take the names to hide, `public` names, which win where a hidden name is a part of one, and all texts.

        The texts tell which parts of a name are words that everybody uses: those are hidden in the whole name alone.
        """
        hidden = sorted(set(names))
        common = _common_words(texts) if hidden else frozenset()
        entries = [(name, _WHOLE) for name in hidden]
        entries += [(part, _PART) for name in hidden for part in _parts(name) if fold(part) not in common]
        entries += [(name, _PUBLIC) for name in _touching(hidden, sorted(set(public) - set(hidden)))]
        self._lexicon = Lexicon(entries) if hidden else None
        self._slugs = frozenset(fold(part) for name in hidden for part in _parts(name) if fold(part) not in common)
        self.digest = digest_of_record((entries, sorted(self._slugs)))
        self._seen: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return `text`, of the same length, with what may not go out marked."""
        if text not in self._seen:
            self._seen[text] = hide(text, self.spans(text))
        return self._seen[text]

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where `text` must be marked."""
        found = list(_coordinate_digits(text))
        if self._lexicon is not None:
            found += [(hit.start, hit.end) for hit in self._lexicon.find(Document(text)) if _is_hidden(hit, text)]
            found += self._in_addresses(text)
        return found

    def _in_addresses(self, text: str) -> list[tuple[int, int]]:
        """Return what follows the host of each address that spells a name, in whatever encoding."""
        return [
            (match.start("path"), match.end("path"))
            for match in _ADDRESS.finditer(text)
            if self._slugs.intersection(re.findall(r"[^\W_]+", fold(unquote(match["path"]))))
        ]


def _is_hidden(hit: Hit[str], text: str) -> bool:
    """Return whether words found are hidden: a part of a name alone must be written as a name is, with a capital."""
    if _PUBLIC in hit.tags:
        return False
    return _WHOLE in hit.tags or not text[hit.start].islower()


def _touching(hidden: Iterable[str], public: Iterable[str]) -> list[str]:
    """Return the public names that share a word with a hidden one: no other can stand in the place of one."""
    told = {form for name in hidden for form in _forms(name)}
    return [name for name in public if told.intersection(_forms(name))] if told else []


def _forms(name: str) -> Iterator[str]:
    """Yield each word of a name, and what it may be without particles."""
    for word in Document(name).words:
        yield word
        yield from (rest for _, rest in readings(word))


def _common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand in a fifth of the texts of one script, and in three at least."""
    by_script: dict[str, list[str]] = {}
    for text in texts:
        by_script.setdefault(direction(text), []).append(text)
    common: set[str] = set()
    for alike in by_script.values():
        seen = Counter(word for text in alike for word in set(Document(text).words))
        common.update(word for word, number in seen.items() if number >= max(3, len(alike) / 5))
    return frozenset(common)


def _parts(name: str) -> list[str]:
    """Return the parts of a name that can stand for it: a later mention gives the family name alone."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 2 and fold(word) not in _PARTICLES]
    return [word for word in words if not _is_a_usual_word(word)] if len(words) > 1 else []


def _is_a_usual_word(part: str) -> bool:
    """Return whether a part of a name in Arabic letters, which have no capitals, is mostly a word ("morning")."""
    folded = fold(part)
    return is_arabic(folded) and (word_key(folded) in usual_words(_USUAL) or folded in _words_too())


@cache
def _words_too() -> frozenset[str]:
    return frozenset(fold(word) for words in party_words() for word in words.words_too)


def _coordinate_digits(text: str) -> Iterable[tuple[int, int]]:
    """Yield the digits of a coordinate that are finer than a tenth of a degree."""
    if not _DIGIT.search(text):
        return
    for pattern in _COORDINATES:
        for match in pattern.finditer(text):
            for number in re.finditer(r"[-−]?\d+(?:[.٫,]\d+)?", match.group()):
                kept = _DIGITS_KEPT.match(number.group())
                start = match.start() + number.start() + (kept.end() if kept else 0)
                if kept or number.start() > 0:
                    yield start, match.start() + number.end()


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text`, of the same length, with the characters of `spans` replaced by the mark; spaces stay."""
    spans = list(spans)
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [character if character in "\n\r" else MARK for character in letters[start:end]]
    return "".join(letters)


def public_names(dossier: Dossier) -> frozenset[str]:
    """Return names of what is public: sources, places, and actors that are not private."""
    names = {name for source in dossier.sources for name in (source.name, *source.accounts)}
    for reading in dossier.readings:
        for mention in reading.mentions:
            if isinstance(mention.value, Place) or (isinstance(mention.value, Actor) and not mention.value.private):
                names.update((mention.text, mention.value.name))
    return frozenset(name for name in names if name)
