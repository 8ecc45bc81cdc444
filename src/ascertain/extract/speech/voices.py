"""Who speaks in a sentence, from which word to which, and in what way."""

from collections.abc import Sequence
from itertools import pairwise

from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.accusations import accuses_one, is_reduced, tells_how_they_spoke
from ascertain.extract.speech.answers import answered
from ascertain.extract.speech.closing import closes_quote, end_denials, ends, goes_on_saying, is_set_in, told_behind
from ascertain.extract.speech.gone_on import (
    carries,
    goes_on_with_a_pronoun,
    nothing_says_so,
    only_calls,
    opening,
    speaker_before,
)
from ascertain.extract.speech.speaker_words import (
    author_of,
    is_quoted_name,
    quoted_name,
    with_whose_spokesman,
    works_there,
)
from ascertain.extract.speech.stance import is_negated
from ascertain.extract.speech.voice import Voice
from ascertain.extract.speech.who_speaks import (
    is_no_source,
    is_speaker,
    names_itself,
    place_before,
    tells,
    without_particle,
)
from ascertain.languages.cues import Cue
from ascertain.model.claim import Polarity
from ascertain.text.fold import fold

_INNERMOST = 10_000
_TELLING = frozenset({"say", "confirm", "claim"})  # acts of speech that tell what happened
_SOURCES = frozenset({"prep", "verb", "other"})


def voices(clause: Clause) -> list[Voice]:
    """Return the acts of speech in a sentence, outermost first."""
    found: list[Voice] = []
    for index, unit in enumerate(clause.units):
        if not unit.marks:
            continue
        if unit.kind == "verb" and (cue := unit.cue("speech")) is not None:
            if clause.order == "vso" and clause.units[clause.before(index)].cue("source") is not None and index:
                continue  # وفق ما أفاد: read with the words before it
            if cue.value in _TELLING and is_negated(clause, index):
                if nothing_says_so(clause, index):  # "no information points to a strike"
                    found.append(Voice(None, unit.last, clause.units[-1].last, cue, "questioned", at=index))
                continue  # who "did not announce any strike" tells of none
            if cue.polarity == "denied" and is_negated(clause, index):
                continue  # who "did not deny" a strike neither denies it nor owns up to it
            voice = _by_verb(clause, index, cue)
        elif unit.kind in _SOURCES and unit.cue("source") is not None:
            voice = _by_mark(clause, index, unit)
        else:
            continue
        if voice is not None:
            _extend(clause, voice)
            found.append(voice)
    headline = _headline(clause)
    if headline is not None and not found:
        _extend(clause, headline)
        found.append(headline)
    answer_accusations(clause, found)
    _end_with_clause(clause, found)
    _carry_on(clause, found)
    for voice in found:
        _join(clause, voice)
    _end_before_another(clause, found)
    end_denials(clause, found)
    return sorted(found, key=lambda voice: (not voice.trailing, voice.at))


def answer_accusations(clause: Clause, found: list[Voice]) -> None:
    """Let a denial that answers an accusation in its sentence cover nothing but the charge."""
    for index, speaker in answered(clause, found).items():
        cue, end = clause.units[index].cue("speech"), clause.units[index].last
        found[:] = [voice for voice in found if voice.at != index]
        last = speaker.last if speaker is not None else 0
        found.append(Voice(speaker, end, end, cue, "denied", at=index, speaker_last=last, answers=True))


def is_denied(heard: list[Voice], word: int) -> bool:
    """Return whether somebody who speaks denies what is told at a word."""
    return any(voice.polarity == "denied" and voice.first <= word < voice.last for voice in heard)


def _end_with_clause(clause: Clause, found: list[Voice]) -> None:
    """End what is said in a clause that "while" or "although" opens where it closes ("While X denies it, its ...")."""
    opens = clause.kind(0) == "clause" and clause.units[0].has("word", "concession")
    comma = next((at for at, unit in enumerate(clause.units) if unit.kind == "comma"), None)
    for voice in found:
        if opens and comma is not None and not voice.trailing and voice.act is not None and voice.at < comma:
            voice.last = min(voice.last, clause.units[comma].first)


def _carry_on(clause: Clause, found: list[Voice]) -> None:
    """End what a verb of speech covers where its speaker goes on ("denied X and said Y"), whom no noun need name again.

    A verb that comes first, joined to the one before it (وقالت إن ...), has that one's speaker.
    """
    for before, voice in pairwise(sorted(found, key=lambda voice: voice.at)):
        if before.trailing or voice.trailing or not _goes_on(clause, voice.at):
            continue
        if clause.order != "vso" and voice.speaker not in (None, before.speaker):
            continue
        voice.speaker, voice.speaker_last = before.speaker, before.speaker_last
        before.last = min(before.last, clause.units[voice.at].first)


def _end_before_another(clause: Clause, found: list[Voice]) -> None:
    """End what one says where another begins who is not quoted by him: "the army said X, while residents said Y"."""
    for before, voice in pairwise(sorted(found, key=lambda voice: voice.at)):
        if before.trailing or voice.trailing or voice.speaker in (None, before.speaker):
            continue
        if before.act is None or voice.act is None:
            continue
        begin = min(voice.at, clause.units.index(voice.speaker)) if voice.speaker in clause.units else voice.at
        wall = clause.before(begin)
        if wall <= before.at or clause.kind(wall) not in {"clause", "stop", "conj"}:
            continue
        if not clause.units[wall].has("source", "that"):
            before.last = min(before.last, clause.units[wall].first)


def _goes_on(clause: Clause, index: int) -> bool:
    """Whether a verb of speech is joined to what stands before it and names nobody who speaks."""
    if clause.kind(index) != "verb":
        return False
    if clause.order == "vso":
        behind = clause.after(index)
        accused = clause.units[index].accuses and clause.kind(clause.after(behind)) != "np"  # "and accused the army of"
        return clause.kind(index - 1) == "conj" and (clause.kind(behind) != "np" or accused)
    return clause.kind(index - 1) == "conj" or clause.is_participle(index)


def _extend(clause: Clause, voice: Voice) -> None:
    """Take in what tells a source more closely: "a spokesman for the army", "a military source in Orda"."""
    if voice.speaker is None:
        return
    at = clause.units.index(voice.speaker)
    if (author := author_of(clause, at)) is not None:
        at, voice.speaker = author, clause.units[author]
    at = with_whose_spokesman(clause, quoted_name(clause, at))
    if voice.speaker.cue("role") is not None or works_there(clause, at):
        while clause.kind(at + 1) in {"prep", "linking"} and clause.kind(at + 2) == "np":
            if clause.order == "vso" and _is_outlet(clause.units[at + 2]):
                voice.outlet = voice.outlet or clause.units[at + 2]  # "witnesses to Reuters"
                break
            told = clause.units[at + 2].is_event or clause.units[at + 2].find("outcome", "noun") is not None
            happens = clause.units[at + 2].find("victims") is not None or clause.units[at + 2].has("word", "coming")
            told = told or (clause.order == "vso" and happens)  # "sources reported | the fall of dead"
            if clause.units[at + 1].cue("source") is not None or told:
                break
            if clause.units[at + 2].find("toll") is not None:
                voice.speaker_last = place_before(clause, at + 2) or clause.units[at].last
                return  # "the ministry in Orda | the rise of the toll"
            at = clause.what_is_owned(at + 2)  # "a source at | Orda | 's hospital"
    voice.speaker_last = clause.units[at].last


def _join(clause: Clause, voice: Voice) -> None:
    """Take in who else says it: "the ministry and the civil defence said"."""
    if voice.speaker is None or voice.speaker not in clause.units or not names_itself(voice.speaker):
        return
    if voice.act is not None and "split" in voice.act.flags:
        return  # whose claims were dismissed
    at = clause.units.index(voice.speaker)
    others = clause.coordinated(at)[1:]
    if clause.order == "svo" and voice.act is not None and at < voice.at:
        others = [one for one in clause.subject(voice.at) if at < one < voice.at]
    units = [clause.units[one] for one in others]
    speak = (is_speaker(clause.units[one]) or tells(clause, at) for one in others)
    if all(speak) and all(names_itself(unit) and not unit.counts for unit in units):
        voice.beside = tuple(without_particle(clause, one) for one in others)


def _is_outlet(unit: Unit) -> bool:
    outlet = any(getattr(mention.parsed, "type", None) == "outlet" for mention in unit.actors)
    return outlet or unit.has("role", "outlet")


def _by_verb(clause: Clause, index: int, cue: Cue) -> Voice | None:
    """Read "NP said ...", "..., NP said", "..., said NP" and verb-first order."""
    units = clause.units
    first, last = units[0].first, units[-1].last
    accused = clause.is_passive(index) or is_reduced(clause, index)
    if accused or units[index].has("mark", "light") or carries(clause, index, cue):
        return None
    after = clause.after(index)
    if only_calls(clause, index):
        return None
    if tells_how_they_spoke(clause, index):
        return Voice(_nearest_source(clause, index), units[index].last, last, cue, "asserted", at=index)
    inverted = _inverted(clause, index, after)
    if inverted is not None:
        return Voice(inverted, first, units[index].first, cue, _polarity(cue), trailing=True, at=index)
    subject = clause.subject(opening(clause, index) if "split" in cue.flags else index)
    if clause.order == "vso":
        # a quotation mark right behind the verb: what follows is said, and who said it was named before
        said = clause.kind(index + 1) == "quote" and not is_quoted_name(clause, index + 1)
        said = said or _goes_on(clause, index) or accuses_one(clause, index)
        named = [] if said else [at for at in subject if is_speaker(units[at]) or tells(clause, at)]
        subject = named or _in_front(clause, index)
    subject = _near(clause, subject)
    speaker = units[subject[0]] if subject else None
    if speaker is not None and speaker.has("word", "latter"):
        speaker = _last_party(clause, subject[0])
    if speaker is not None and clause.is_participle(index):
        if (earlier := speaker_before(clause, index)) is not None:
            speaker, subject = units[earlier], [earlier]
        elif goes_on_with_a_pronoun(clause, index):
            speaker = None  # "he said, noting that"
        elif not _names_source(speaker, alone=True):
            speaker = _nearest_source(clause, index) or speaker
    if speaker is not None and speaker.pronoun:
        speaker = None
    if speaker is not None and not (is_speaker(speaker) or tells(clause, subject[0])):
        return None
    outlet = _outlet(clause, index, after)
    if "disowns" in cue.flags:  # that they did it is denied, and neither what is told before nor what was done
        return Voice(speaker, units[index].last, units[index].last, cue, _polarity(cue), at=index)
    told = outlet is not None and closes_quote(clause, subject)
    if told and (ends(clause, clause.after(after), subject) or told_behind(clause, after, subject)):
        begin = units[subject[0]].first
        return Voice(speaker, first, begin, cue, _polarity(cue), outlet, trailing=True, at=index)
    if outlet is None and _is_told_to(clause, index) and clause.kind(after) == "np" and closes_quote(clause, subject):
        after = clause.after(after)  # "...", a spokesman told reporters
    closes = ends(clause, after, subject) or goes_on_saying(clause, index, subject) or is_set_in(clause, index, subject)
    if closes and index > 1 and outlet is None:
        begin = speaker.first if speaker is not None else units[index].first
        return Voice(speaker, first, begin, cue, _polarity(cue), trailing=True, at=index)
    return Voice(speaker, units[index].last, last, cue, _polarity(cue), outlet, at=index)


def _near(clause: Clause, subject: list[int]) -> list[int]:
    """Return those who speak without whom a list before a comma names ("women and children, a doctor said")."""
    for place in range(len(subject) - 1, 0, -1):
        parted = any(clause.kind(at) == "comma" for at in range(subject[place - 1], subject[place]))
        if parted and not any(_names_source(clause.units[at]) for at in subject[:place]):
            return subject[place:]
    return subject


def _last_party(clause: Clause, index: int) -> Unit | None:
    """Return whom "the latter" means: the party named last before it."""
    named = (clause.units[at] for at in range(index - 1, -1, -1) if clause.kind(at) == "np")
    return next((unit for unit in named if is_party(unit) and not unit.pronoun), None)


def _in_front(clause: Clause, index: int) -> list[int]:
    """Return the party or source right before a verb of a verb-first language, as headlines have it."""
    at = clause.before(index)
    while clause.kind(at) == "aux":
        at = clause.before(at)
    if clause.kind(at) == "comma" and (opened := clause.before_aside(at)) != at:
        at = clause.before(opened)  # "the group, which had taken the town, (claimed)"
    free = clause.kind(at) == "np" and clause.kind(at - 1) not in {"prep", "linking", "verb", "light"}
    if not free or not (is_party(clause.units[at]) or clause.units[at].cue("role")) or not is_speaker(clause.units[at]):
        return []
    return [at]


def _nearest_source(clause: Clause, index: int) -> Unit | None:
    """Return the source named last before a participle of speech ("on the account of the press office, saying")."""
    for at in range(index - 1, -1, -1):
        unit = clause.units[at]
        governed = (
            clause.kind(at - 1) == "prep" and clause.units[at - 1].cue("source") is None and clause.order == "vso"
        )
        if unit.kind == "np" and _names_source(unit, alone=True) and not governed:
            return unit
    return None


def _polarity(cue: Cue) -> Polarity:
    return "denied" if cue.polarity == "denied" else "questioned" if cue.polarity == "questioned" else "asserted"


def _inverted(clause: Clause, index: int, after: int) -> Unit | None:
    """Return the speaker of "..., said NP."."""
    before = clause.kind(index - 1)
    if before not in {"comma", "quote"} or clause.kind(after) != "np" or index == 1 or _is_told_to(clause, index):
        return None
    if clause.order == "vso" and (_that_follows(clause, after) or not _said_before(clause, index)):
        return None
    unit = clause.units[after]
    if clause.words(index)[-1].endswith(clause.endings.ongoing) or clause.kind(clause.after(after)) in {
        "verb",
        "aux",
        "passive",
        "light",
    }:
        return None
    return unit if is_speaker(unit) and not unit.pronoun else None


def _that_follows(clause: Clause, speaker: int) -> bool:
    """Whether "that" stands behind who speaks, past what is said of them: what is said follows it."""
    at = speaker + 1
    while clause.kind(at) in {"np", "prep", "linking", "comma", "time", "other"}:
        at += 1
    return clause.kind(at) == "clause" and clause.units[at].has("source", "that")


def _said_before(clause: Clause, index: int) -> bool:
    """Whether anything but an opening ("for his part,") stands before a verb of speech."""
    return any(clause.kind(at) in {"np", "verb", "light", "quote"} for at in range(index))


def _is_told_to(clause: Clause, index: int) -> bool:
    """Whether a verb of speech takes whom it was said to as its object ("told NP")."""
    return any(mark.cue.kind == "source" and mark.cue.value == "via" for mark in clause.units[index].marks)


def _outlet(clause: Clause, index: int, after: int) -> Unit | None:
    """Return the outlet of "told NP"."""
    if not _is_told_to(clause, index) or clause.kind(after) != "np" or clause.units[after].pronoun:
        return None
    unit = clause.units[after]  # "told reporters", "told a press conference" name no outlet
    return None if (unit.cue("people") is not None and not unit.named) or unit.has("word", "sayings") else unit


def _by_mark(clause: Clause, index: int, unit: Unit) -> Voice | None:
    """Read "according to NP" and "citing NP"."""
    cue = unit.cue("source")
    at = clause.after(index)
    particle = clause.kind(at) == "prep" and clause.units[at].first == clause.units[at].last
    if particle and clause.kind(at + 1) == "np" and is_speaker(clause.units[at + 1]):
        at += 1  # طبقاً | ل | المتحدث
    relayed = clause.kind(at) == "verb" and clause.units[at].cue("speech") is not None
    if relayed:
        at = clause.after(at)  # "according to what X reported"
    if cue is None or cue.value in {"via", "that"} or clause.kind(at) != "np":
        return None
    while clause.kind(at + 1) == "np" and clause.owner(at + 1) == at:
        at += 1  # "according to the country's news agency"
    phrase = clause.units[at]
    if cue.value == "through" and (phrase.is_event or not _names_source(phrase) or is_no_source(phrase, clause, index)):
        return None  # "the toll from military strikes in X", "shells fired from government areas"
    if any(getattr(count.parsed, "kind", "") == "measure" for count in clause.units[max(0, index - 1)].counts):
        return None  # "200 metres from a police garrison"
    while clause.kind(at + 1) in {"linking", "prep"} and clause.kind(at + 2) == "np" and not is_speaker(phrase):
        at += 2
        phrase = clause.units[at]
    if phrase.pronoun or phrase.is_event or (cue.value == "stated" and not is_speaker(phrase)):
        return None
    units = clause.units
    outlet = None
    if clause.kind(at + 1) in {"prep", "other"} and units[at + 1].has("source", "via") and clause.kind(at + 2) == "np":
        outlet = units[at + 2]
    place = _INNERMOST + index if cue.value == "through" else index
    if relayed and _is_outlet(phrase):
        place -= _INNERMOST  # who passes on what somebody said stands before him
    return Voice(phrase, units[0].first, units[-1].last, None, outlet=outlet, at=place)


def _names_source(unit: Unit, *, alone: bool = False) -> bool:
    """Whether a noun phrase names a source; `alone` asks for one that can speak by itself, as a report can't."""
    cue = unit.cue("role")
    if alone and cue is not None and cue.value == "statement":
        return False
    return cue is not None or any(getattr(m.parsed, "type", None) == "outlet" for m in unit.actors)


def _headline(clause: Clause) -> Voice | None:
    """Read "Army: ..." and "... - Army" where the sentence is a line of its own."""
    units = clause.units
    words = clause.document.words
    first = (
        2 if len(units) > 2 and units[1].kind == "stop" and words[units[1].first] == "|" else 0
    )  # "Urgent | Army: ..."
    colon = next((at for at, unit in enumerate(units[first : first + 8], first) if unit.kind == "stop"), 0)
    named = first < colon < len(units) - 1 and words[units[colon].first] == ":" and units[first].kind == "np"
    named = named and words[units[first].first] not in {"rt", "via"}  # passed on, and not said by who is named
    if (
        named
        and all(one.kind in {"np", "prep", "linking"} for one in units[first:colon])
        and _heads(units[first], words)
    ):
        return Voice(units[first], units[colon].last, units[-1].last)
    if len(units) < 4 or units[-1].kind != "np" or units[-2].kind != "stop" or words[units[-2].first] not in "-:":
        return None
    return Voice(units[-1], units[0].first, units[-2].first, trailing=True) if _heads(units[-1], words) else None


def _heads(unit: Unit, words: Sequence[str]) -> bool:
    """Whether a noun phrase that ends in whoever it names heads a line: "the Ruritania War" names nobody."""
    ends = unit.cue("role") is not None or any(fold(words[unit.last - 1]) in fold(one.text) for one in unit.actors)
    return ends and not unit.counts and not unit.is_event
