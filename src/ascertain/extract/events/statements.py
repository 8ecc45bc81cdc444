"""Acts of speech that are events of their own, and who has kept silent."""

from itertools import pairwise

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.naming import party_of
from ascertain.extract.speech.speakers import speaker_of
from ascertain.extract.speech.voice import Voice
from ascertain.model import Party


def statements(clause: Clause, heard: list[Voice], number: int) -> list[Draft]:
    """Return the statements that sentence `number` tells of: condemnations, claims of responsibility, silence."""
    drafts = []
    first, last = clause.units[0].first, clause.units[-1].last
    for voice in heard:
        if voice.act is not None and "statement" in voice.act.flags and voice.speaker is not None:
            draft = Draft("statement", first, last, number)
            draft.speakers = (speaker_of(voice.speaker, clause.document),)
            drafts.append(draft)
    for index, unit in enumerate(clause.units) if clause.tells_any("silence") else ():
        if unit.cue("silence") is not None:
            drafts.append(_silence(clause, index, number))
    unique = list({(draft.speakers, draft.perpetrators): draft for draft in drafts}.values())
    spoken = sorted((draft for draft in unique if draft.speakers), key=_speaker_at)
    for before, draft in pairwise(spoken):  # each has words of its own
        begin = clause.document.word_at(_speaker_at(draft))
        if before.first < begin < draft.last:
            before.last = draft.first = begin
    return unique


def _speaker_at(draft: Draft) -> int:
    return draft.speakers[0].start or 0


def _silence(clause: Clause, index: int, number: int) -> Draft:
    draft = Draft("statement", clause.units[0].first, clause.units[-1].last, number, polarity="denied")
    parties: list[Party] = []
    for prep, governed in clause.phrases_after(index):
        if prep.has("mark", "perpetrator") or prep.has("source", "through"):
            named = (clause.units[at] for at in governed if not clause.units[at].is_event)
            parties.extend(party_of(unit, clause.document) for unit in named)
    if not parties:
        parties.extend(party_of(clause.units[at], clause.document) for at in clause.subject(index))
    draft.perpetrators = tuple(parties)
    return draft
