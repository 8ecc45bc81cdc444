"""Figures: every number that a claim gives, with whose word it is and when it was said.

A figure is what the words say; what it counts for is the codebook's affair (`tally`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ascertain.languages.cues import language, language_codes
from ascertain.model import Claim, ClaimedCount, Party
from ascertain.model.claim import Group, Outcome
from ascertain.text.fold import fold
from ascertain.weigh.evidence import Evidence
from ascertain.weigh.standing import Aside, standing_in

_REPORTED = ("actual", "recalled")
_ARMED = {"military", "armed_group"}
_CIVIL = frozenset(("civilians", "children", "women"))
_CIVIL_SITES = frozenset(("school", "hospital", "place_of_worship"))
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class Figure:
    """One count of one claim.

    `aside` says why it is not this event's, where its claim tells of another; `place` is its place in the claim's
    counts; `part` tells that it is a subset of another count of the claim;
    `shared` tells that the same words count the dead and the hurt together ("eight killed and wounded");
    `mixed` tells that its own words count the civilians among them ("five people, one of them a civilian");
    `pointed_at` tells that all are named, or that it is one person as known ("the doctor"), and there may be others;
    `said_on` is a plain date; `doubted` tells that its words put in doubt that there was any ("unconfirmed reports").
    """

    claim: str
    place: int
    item: str
    origin: str
    party: str | None
    outcome: Outcome
    group: Group | None
    thing: str | None
    count: ClaimedCount
    part: bool
    said_on: str | None
    recalled: bool
    doubted: bool
    aside: Aside | None
    script: str
    pointed_at: bool = False
    mixed: bool = False
    shared: bool = False

    @property
    def order(self) -> tuple[str, str, int]:
        """An order in which figures may be gone through that depends on nothing but the evidence."""
        return self.said_on or "", self.claim, self.place


@lru_cache(maxsize=4)
def figures_of(evidence: Evidence) -> tuple[Figure, ...]:
    """Return the figures of everything that is asserted to have happened, in a fixed order."""
    standing = standing_in(evidence)
    found = [figure for claim in evidence.claims for figure in _of_claim(claim, evidence, standing.aside(claim))]
    return tuple(sorted(found, key=lambda figure: figure.order))


def standing_of(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures that may be this event's."""
    return tuple(figure for figure in figures if figure.aside is None)


def denied_figures_of(evidence: Evidence) -> tuple[Figure, ...]:
    """Return the figures of what is denied ("no civilians were hurt")."""
    found = [figure for claim in evidence.claims for figure in _of_claim(claim, evidence, None, polarity="denied")]
    return tuple(sorted(found, key=lambda figure: figure.order))


def _of_claim(claim: Claim, evidence: Evidence, aside: Aside | None, polarity: str = "asserted") -> Iterator[Figure]:
    if claim.polarity != polarity or claim.mood not in _REPORTED or not claim.counts:
        return
    origin, said_on = evidence.origin_of[claim.id], evidence.said_on(claim)
    script = "ar" if _ARABIC.search(claim.quote.text) else "other"
    for place, count in enumerate(claim.counts):
        yield Figure(
            claim=claim.id,
            place=place,
            item=claim.item,
            origin=origin.id,
            party=origin.party,
            outcome=count.outcome,
            group=group_of(count, claim, evidence),
            thing=count.item,
            count=count,
            part=count.part_of is not None,
            said_on=said_on,
            recalled=claim.mood == "recalled",
            doubted=claim.hedge is not None and fold(claim.hedge) in _doubts(),
            aside=aside,
            pointed_at=_points_at_one(count, claim, evidence),
            mixed=_is_mixed(place, claim, evidence),
            shared=any(
                o.outcome != count.outcome and (o.start, o.end) == (count.start, count.end) for o in claim.counts
            ),
            script=script,
        )


def _points_at_one(count: ClaimedCount, claim: Claim, evidence: Evidence) -> bool:
    """Whether the words of a count are names, a pronoun or one person with the article written on."""
    if count.item is not None:
        return False
    if count.named and count.low is not None and count.named >= count.low:
        return True
    if count.low != 1 or count.high != 1:
        return False
    words = _folded(count, claim, evidence)
    articles, pronouns = _pointing()
    return bool(words) and (words[0].startswith(articles) or words[0] in pronouns)


def _is_mixed(place: int, claim: Claim, evidence: Evidence) -> bool:
    """Whether so many of those counted are told to be civilians by the word for it, so that the others are none."""
    whole = claim.counts[place]
    if whole.group not in (None, "unknown") or whole.item is not None:
        return False
    parts = [part for part in claim.counts if part.part_of == place and part.group in _CIVIL]
    if sum(part.low or 0 for part in parts) >= (whole.low or 0):
        return False  # "five people, among them three children, a woman and another civilian"
    civil = (part for part in parts if part.group == "civilians" and part.low)
    return any(word.endswith(_civilian()) for part in civil for word in _folded(part, claim, evidence))


def _is_shared(count: ClaimedCount, claim: Claim) -> bool:
    """Whether the words of a count are those of another outcome as well ("eight killed and wounded")."""
    at = (count.start, count.end)
    return any(other.outcome != count.outcome and (other.start, other.end) == at for other in claim.counts)


def _folded(count: ClaimedCount, claim: Claim, evidence: Evidence) -> list[str]:
    item = evidence.items.get(claim.item)
    return fold(item.text[count.start : count.end]).split() if item is not None else []


@cache
def _doubts() -> frozenset[str]:
    """Return the words, of all languages, that put in doubt whether something happened."""
    found = [one for code in language_codes() if (one := language(code)) is not None]
    cues = ((phrase, cue) for one in found for phrase, cue in one.cues if cue.kind == "hedge")
    return frozenset(fold(phrase) for phrase, cue in cues if cue.value == "doubt")


@cache
def _civilian() -> tuple[str, ...]:
    """Return the words that only say that somebody is a civilian, of all languages; particles stand before them."""
    found = [one for code in language_codes() if (one := language(code)) is not None]
    return tuple(fold(phrase) for one in found for phrase, cue in one.cues if "status" in cue.flags)


def _is_civil_site(party: Party) -> bool:
    """Whether what was struck is a school, hospital or place of worship by its words: a house may be a fighter's."""
    return not _civil_sites().isdisjoint(fold(party.name).split())


@cache
def _civil_sites() -> frozenset[str]:
    found = [one for code in language_codes() if (one := language(code)) is not None]
    things = ((phrase, cue.value) for one in found for phrase, cue in one.cues if cue.kind == "thing")
    return frozenset(name for phrase, value in things if value in _CIVIL_SITES and " " not in (name := fold(phrase)))


@cache
def _pointing() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the articles written onto words, and the pronouns for one person, of all languages."""
    found = [one for code in language_codes() if (one := language(code)) is not None]
    pronouns = (phrase for one in found for phrase, cue in one.cues if cue.value == "one_person")
    return tuple(article for one in found for article in one.articles), frozenset(pronouns)


def group_of(count: ClaimedCount, claim: Claim, evidence: Evidence) -> Group | None:
    """Return whom a count is of: what its words say, else fighters where only fighters were struck.

    People are not taken for combatants because of who says so, only where the claim's own words name fighters or
    soldiers as those hit.
    """
    if count.item is not None or count.group not in (None, "unknown"):
        return count.group
    of_people = [other for other in claim.counts if other.item is None and other.group not in (None, "unknown")]
    if {other.group for other in of_people} == {"combatants"}:
        own = claim.counts.index(count)
        if all(other.part_of == own for other in of_people):
            return "unknown"  # "140 killed, including 13 soldiers"
        return "combatants"  # "six fighters killed, three wounded"
    if any(other.outcome == count.outcome and other.group in _CIVIL for other in of_people):
        return "unknown"  # "eight killed: four civilians and four fighters", at a post of the militia
    struck = [party for party in claim.targets if not _is_counted(party, claim)]
    if any(party.type is None and _is_civil_site(party) for party in struck):
        return "unknown"  # "a bombing at a mosque that targeted police": who prays there dies there
    kinds = {party.type for party in struck} - {None}  # "a post of the militia": of the two the militia has a type
    armed = kinds <= _ARMED if kinds else _tells_of_its_own_fighters(claim, evidence)
    return "combatants" if armed and claim.event != "killing" else "unknown"


def _tells_of_its_own_fighters(claim: Claim, evidence: Evidence) -> bool:
    """Whether a party tells of dead among what was struck, and in the same report of nothing struck but its forces."""
    origin = evidence.origin_of[claim.id]
    if origin.party is None:
        return False
    struck = [
        target for other in evidence.claims
        if other.item == claim.item and other.polarity == "asserted" and evidence.origin_of[other.id] is origin
        for target in other.targets if target.type is not None
    ]  # fmt: skip
    return bool(struck) and all(
        one.type in _ARMED and evidence.side(one.id or one.name) == origin.side for one in struck
    )


def _is_counted(party: Party, claim: Claim) -> bool:
    """Whether a target is the people who are counted and says nothing of who they were ("three people")."""
    if party.start is None or party.end is None or party.type not in (None, "civilians"):
        return False
    unknown = [count for count in claim.counts if count.group in (None, "unknown")]
    return any(count.start <= party.end and party.start <= count.end for count in unknown)
