"""One event that two speakers tell of differently is told twice: "the army said three died, residents ten"."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from ascertain.extract.events.draft import Draft
from ascertain.extract.speech.speakers import speaker_of
from ascertain.extract.speech.voice import Voice
from ascertain.model import ClaimedCount
from ascertain.text import Document


def parted(draft: Draft, heard: Sequence[Voice], document: Document) -> list[Draft]:
    """Return a draft with only the counts of the one who speaks first, and a copy for each other who gives his own."""
    shares: dict[int, list[int]] = {}
    for place, count in enumerate(draft.counts):
        shares.setdefault(_voice_of(document.word_at(count.start), heard), []).append(place)
    if len(shares) < 2 or -1 in shares:
        return [draft]
    speaking = [heard[place].speaker for place in shares]
    if len({document.quote(unit.first, unit.last) for unit in speaking if unit is not None}) < len(shares):
        return [draft]  # somebody goes on, or nobody is named
    begins = [_begin(heard[voice]) for voice in shares]
    tellings = []
    for place, places in enumerate(shares.values()):
        first = begins[place] if place else draft.first
        last = begins[place + 1] if place + 1 < len(begins) else draft.last
        if not first < last:
            return [draft]
        counts = _renumbered(draft.counts, places)
        own = tuple(party for party in draft.targets if first <= document.word_at(party.start or 0) < last)
        at = document.word_at(counts[0].start)
        tellings.append(replace(draft, counts=counts, targets=own, first=first, last=last, at=at))
    return tellings


def answered(draft: Draft, heard: Sequence[Voice], document: Document) -> list[Draft]:
    """Return what one denies without the dead whom another tells of, and that telling of the other's.

    "The army denied shelling the school, which residents said had killed six."
    """
    denied = draft.polarity == "denied" or any(
        voice.polarity == "denied" and voice.first <= draft.at < voice.last for voice in heard
    )
    if not denied or not draft.counts or any(count.high == 0 for count in draft.counts):
        return [draft]
    at = [document.word_at(count.start) for count in draft.counts]
    for voice in heard:
        others = voice.polarity == "asserted" and not voice.trailing and voice.first > draft.at
        if voice.speaker is None or not others or not all(voice.first <= word < voice.last for word in at):
            continue
        begins = _begin(voice)
        if not draft.first < begins < draft.last:
            continue
        speaker = speaker_of(voice.speaker, document, voice.speaker_last)
        struck = tuple(party for party in draft.targets if document.word_at(party.start or 0) < begins)
        told = replace(draft, polarity="asserted", perpetrators=(), speakers=(speaker,), first=begins, at=at[0])
        return [replace(draft, counts=(), targets=struck, last=begins), told]
    return [draft]


def _begin(voice: Voice) -> int:
    """Return the word at which what one says begins, with who says it where that stands before."""
    if voice.speaker is None or voice.trailing:
        return voice.first
    return min(voice.speaker.first, voice.first)


def _voice_of(word: int, heard: Sequence[Voice]) -> int:
    """Return the place of the voice that tells a word: of those that cover it the one that begins last; -1 for none."""
    covering = [place for place, voice in enumerate(heard) if voice.first <= word < voice.last]
    ahead = [place for place in covering if not heard[place].trailing]
    if ahead:
        return max(ahead, key=lambda place: heard[place].first)
    return min(covering, key=lambda place: heard[place].last, default=-1)


def _renumbered(counts: Sequence[ClaimedCount], places: list[int]) -> tuple[ClaimedCount, ...]:
    """Return the counts at some places; one whose whole is not among them stands for itself."""
    new = {old: place for place, old in enumerate(places)}
    kept = (counts[old] for old in places)
    return tuple(
        count if count.part_of is None else msgspec.structs.replace(count, part_of=new.get(count.part_of))
        for count in kept
    )
