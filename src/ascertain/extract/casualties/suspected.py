"""Whom a sentence counts and calls suspected of being fighters: "two men accused of belonging to the group"."""

import re
from functools import cache

import msgspec

from ascertain.extract.casualties.victims import counting
from ascertain.extract.events.clause import Clause
from ascertain.languages.cues import language
from ascertain.model import ClaimedCount
from ascertain.text.fold import fold
from ascertain.text.spellings import spellings

_OF_UNTOLD_STATUS = frozenset({"unknown", "men", "women"})
_BESIDE = 6  # words between the charge and the belonging: his, the, "a senior al-Qaeda" before "leader"
_TO_GROUP = 4  # words from the belonging to the group's name
_REACH = 16  # words from those counted to the charge
_ARMED = frozenset({"military", "armed_group"})


def with_suspicion(counts: tuple[ClaimedCount, ...], clause: Clause) -> tuple[ClaimedCount, ...]:
    """Return counts, those marked right behind whom the sentence says that they are suspected of being fighters.

    What they are charged with must be that they are of an armed party: who is accused of spying is no fighter.
    """
    charge = _charge(clause) if any(count.group in _OF_UNTOLD_STATUS for count in counts) else None
    if charge is None:
        return counts
    charged = _counted_before(counts, clause, charge)
    return tuple(msgspec.structs.replace(count, suspected=True) if count is charged else count for count in counts)


def _charge(clause: Clause) -> int | None:
    """Return the word at which the sentence begins to say that somebody is suspected of being a fighter."""
    opening, pattern = _words_of_suspicion(clause.code)
    first, last = clause.units[0].first, clause.units[-1].last
    words = clause.document.words[first:last]
    if pattern is None or opening.isdisjoint(words):
        return None
    told = " ".join(words)
    for found in pattern.finditer(told):
        begin, end = (first + told.count(" ", 0, at) for at in (found.start("charge"), found.end()))
        if found["fighters"] or _names_armed(clause, begin, end + 1):
            return begin
    return None


def _names_armed(clause: Clause, begin: int, at: int) -> bool:
    """Whether an armed party is named from a charge to soon behind a word, or fighters right behind the word."""
    start = clause.document.starts[begin]
    end = clause.document.ends[min(at + _TO_GROUP, len(clause.document.words)) - 1]
    for unit in clause.units:
        if any(one.end > start and one.start < end and _is_armed(one.parsed) for one in unit.actors):
            return True
        if any(at <= mark.first < at + _TO_GROUP and mark.cue.value == "combatants" for mark in unit.all("people")):
            return True
    return False


def _is_armed(parsed: object) -> bool:
    """Whether a name is of an armed party, or of somebody in a party that is known ("a senior al-Qaeda leader")."""
    kind = getattr(parsed, "type", None)
    return kind in _ARMED or (kind == "person" and bool(getattr(parsed, "actors", ())))


def _counted_before(counts: tuple[ClaimedCount, ...], clause: Clause, charge: int) -> ClaimedCount | None:
    """Return the people counted last before a charge, where no other deaths and nobody else counted stand between."""
    start = clause.document.starts[charge]
    before = [count for count in counts if count.start < start and count.item is None and count.high != 0]
    last = max(before, key=lambda count: (count.end, count.part_of is not None), default=None)
    if last is None or last.group not in _OF_UNTOLD_STATUS:
        return None
    behind = clause.document.word_at(last.end - 1) + 1
    between = [unit for unit in clause.units if behind <= unit.first < charge]
    others = any(
        counting(unit) is not None or unit.find("people", "dual", "plural") or unit.cue("outcome", "victims")
        for unit in between
    )
    return None if others or charge - behind > _REACH else last


@cache
def _words_of_suspicion(code: str) -> tuple[frozenset[str], re.Pattern[str] | None]:
    """Return the words with which a charge may open in a language, and the pattern of a charge with a belonging."""
    pack = language(code)
    table = pack.tables.get("suspicion", {}) if pack is not None else {}
    if not table:
        return frozenset(), None
    charges, memberships, fighters = (_spelt(table.get(key, ())) for key in ("charges", "memberships", "fighters"))
    pattern = (
        rf"(?<!\S)(?P<charge>{_either(charges)}) (?:[^\s,،]+ ){{0,{_BESIDE}}}?"
        rf"(?:(?P<fighters>{_either(fighters)})|{_either(memberships)})(?!\S)"
    )
    return frozenset(charge.split()[0] for charge in charges), re.compile(pattern)


def _spelt(phrases: list[str]) -> list[str]:
    return sorted({fold(one) for phrase in phrases for one in spellings(phrase)}, key=lambda one: (-len(one), one))


def _either(phrases: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, phrases)) + ")" if phrases else "(?!)"
