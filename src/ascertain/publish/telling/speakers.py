"""Who says it, in words."""

import re
from collections.abc import Iterable

from ascertain.model import Claim, Item, Speaker
from ascertain.publish.evidence import Evidence
from ascertain.publish.languages import tongue
from ascertain.publish.withholding import MARK
from ascertain.publish.wording import direction, isolated, listed, with_article

_ROLES = {
    "official": "an official",
    "spokesman": "a spokesman",
    "witness": "a witness",
    "outlet": "an outlet",
    "monitor": "a monitor",
    "military_source": "a military source",
    "local_source": "a local source",
    "medical": "a medical source",
    "analyst": "an analyst",
    "relative": "a relative",
    "resident": "a resident",
    "activist": "an activist",
    "source": "a source",
    "statement": "a statement",
}
WITHHELD = "[name withheld]"
# Of which there is one wherever somebody speaks of it.
_OFFICES = frozenset({"mayor", "governor", "chief", "head", "minister", "president", "prime minister", "king", "army"})
_OF_AN_OFFICE = re.compile(r"^(?!former |deputy |senior )[a-z ]* (?:minister|governor|mayor|president)$")
_OF_A_NATION = re.compile(r"[A-Z]\w+(?:i|ese|ian|an|ish)\b")  # "Yemeni medics": an adjective that keeps its capital
_WITHOUT_NUMBER = frozenset({"data", "information", "media", "police", "intelligence", "evidence"})
_BOLD = re.compile(r"\*\*|(?<!\w)__|__(?!\w)")  # Markdown's, which are no words
_WORDS_OF_QUOTE = 28


def source_name(item: Item, evidence: Evidence) -> str:
    """Return what the item's source is called for a reader."""
    source = evidence.source(item)
    if source:
        return tongue().name_of(source.name)
    known = item.source or item.title
    if known:
        return tongue().name_of(known)
    if item.platform is None:
        return tongue().say("Unnamed source")
    return tongue().say("Unnamed source ({platform})", platform=tongue().say(item.platform.replace("_", " ")))


def who_says(claim: Claim, evidence: Evidence) -> str:
    """Return who says it, innermost first: "a US official, through Mike Giglio (BuzzFeed News)"."""
    item = evidence.items[claim.item]
    outlet = named(source_name(item, evidence))
    if not (evidence.source(item) or item.source or item.title or item.platform):
        outlet = tongue().say("an unsigned report")
    links: list[list[str]] = []
    for speaker in claim.speakers:
        words = speaker_words(speaker, evidence)
        if not words or re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", words, re.IGNORECASE):
            continue
        if speaker.beside and links:
            links[-1].append(words)
        else:
            links.append([words])
    names = list(dict.fromkeys(listed(list(dict.fromkeys(link))) for link in reversed(links)))
    if not names:
        return isolated(outlet)
    pattern = "{who}, through {other}, in {outlet}" if len(names) > 1 else "{who}, in {outlet}"
    return tongue().say(pattern, who=names[0], other=names[-1] if len(names) < 2 else names[1], outlet=isolated(outlet))


def speaker_words(speaker: Speaker, evidence: Evidence) -> str:
    """Return a speaker as a sentence names it.

    One that is known goes by its known name; a kind of person by its role, with the original words where they are in
    another script; any other as it is written.
    """
    words = named(speaker.name.strip())
    known = evidence.actors.get(speaker.id or "")
    own = tongue().name_of(known.name) if known and not known.private else ""
    kind_of_person = own[:1].islower()  # "official" is no name
    if known and own and not kind_of_person and (tongue().is_source or own != known.name or speaker.role not in _ROLES):
        return isolated(with_article(named(own)))
    here = tongue().name_of(words)
    if here != words:
        return isolated(here)
    if speaker.role in _ROLES and direction(words) != tongue().direction:
        return f"{tongue().say(_ROLES[speaker.role])} ({isolated(words)})"
    if not tongue().is_source:
        return isolated(words)
    bare = re.sub(r"^(?:the|an?)\s+", "", words, flags=re.IGNORECASE)
    if not bare:
        return ""
    if _are_several(bare):
        kept = bare[0].islower() or not speaker.anonymous or _OF_A_NATION.match(bare)
        return isolated(bare if kept else bare[0].lower() + bare[1:])
    if bare.lower() in _OFFICES or (bare[0].islower() and _OF_AN_OFFICE.search(bare)):
        return f"the {isolated(bare[0].lower() + bare[1:])}"
    if direction(bare) == "ltr" and (bare[0].islower() or speaker.anonymous):
        if bare.lower().startswith(("one ", "al-")):  # "one doctor", "al-Example's account"
            return isolated(bare)
        return f"{'an' if bare[0].lower() in 'aeio' else 'a'} {isolated(bare)}"
    return isolated(with_article(words))


def _are_several(words: str) -> bool:
    """Return whether English words for somebody are of several: "witnesses", "aid workers in Orda"."""
    head = re.split(r" (?:of|in|from|at|for|with|on|near|who) ", words, maxsplit=1)[0].rsplit(" ", 1)[-1]
    if head.lower() in _WITHOUT_NUMBER:
        return True
    return len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is")) and not head.isupper()


def named(words: str) -> str:
    """Return words with each run of marks as one."""
    return re.sub(rf"{MARK}+(?:\s+{MARK}+)*", tongue().say(WITHHELD), words)


def quoted(claim: Claim) -> str:
    """Return the claim's words in quotation marks, cut after some words with an ellipsis."""
    words = _BOLD.sub("", " ".join(named(claim.quote.text).split()))
    words = _without_lone_marks(words).rstrip(".،؛;, ")
    parts = words.split(" ")
    if len(parts) > _WORDS_OF_QUOTE:
        words = " ".join(parts[:_WORDS_OF_QUOTE]) + " …"
    return tongue().say("“{quote}”", quote=isolated(words))


def _without_lone_marks(words: str) -> str:
    """Return words without a quotation mark at an end that opens what is said next, or closes what was before."""
    for mark in ('"', "“", "”", "«", "»"):
        pair = {"“": "”", "”": "“", "«": "»", "»": "«"}.get(mark, mark)
        even = words.count(mark) % 2 == 0 if pair == mark else words.count(mark) <= words.count(pair)
        if not even:
            words = words.removesuffix(mark).removeprefix(mark).strip()
    return words


def one_per_origin(claims: Iterable[Claim], evidence: Evidence, most: int = 8) -> list[str]:
    """Return ids of claims, the first of each origin: what a copy adds to a citation is nothing."""
    first: dict[str, str] = {}
    for claim in claims:
        first.setdefault(evidence.origin_of.get(claim.id, claim.id), claim.id)
    return list(first.values())[:most]


def as_subject(who: str) -> str:
    """Return who says something as the subject of a sentence: what is set in by one comma is closed by another."""
    return f"{who}," if tongue().is_source and ", " in who else who
