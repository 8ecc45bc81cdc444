"""Which of a sentence's times say when something was said, and not when it happened."""

from ascertain.extract.events.circumstances import role_of
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.found import Found
from ascertain.extract.events.units import Unit
from ascertain.extract.events.whereabouts import speaks
from ascertain.extract.speech.voice import Voice
from ascertain.extract.times.datelines import opens_a_dispatch
from ascertain.model import Mention

_SPEECH_REACH = 5  # units behind a verb of speech: "told the agency early on Monday"
_RESPONSIBILITY = ("مسوولي", "المسوولي")
_SAID_IN = frozenset({"statement", "outlet"})


def _next_verb(clause: Clause, index: int) -> int:
    """Return the first verb after a unit, or the end of the sentence."""
    return next(
        (at for at in range(index + 1, len(clause.units)) if clause.kind(at) in {"verb", "light"}), len(clause.units)
    )


def _behind_the_speaker(clause: Clause, speech: int) -> list[int]:
    """Return the times between who speaks and a toll that has risen: أفاد مصدر طبي، اليوم الثلاثاء، بارتفاع حصيلة ...

    What a toll has come to by today says nothing of when it happened; of anything else, "announced today" is mostly
    that day's.
    """
    if clause.order != "vso" or clause.kind(speech + 1) != "np":
        return []
    at = speech + 2
    while clause.kind(at) in {"prep", "linking", "other"} or (
        clause.kind(at) == "np" and not clause.units[at].is_event
    ):
        at += 1
    found = []
    while clause.kind(at) in {"time", "other", "prep"}:
        found.append(at)
        at += 1
    told = clause.units[at] if at < len(clause.units) else None
    rising = told is not None and (told.has("mark", "total") or told.find("toll") is not None)
    return [step for step in found if clause.kind(step) == "time"] if rising else []


def said_times(clause: Clause, found: Found, heard: list[Voice]) -> dict[int, Mention]:
    """Return, by first word, the times of speech, those up to which something was known ("as of 5 a.m.") before others.

    "said on Monday that ...", "On Monday the ministry said that ...".
    """
    times = {
        unit.first: found.times[unit.first][1]
        for unit in clause.units
        if unit.first in found.times and role_of(found.times[unit.first][1]) == "saying"
    }
    times.update({unit.first: found.times[unit.first][1] for unit in _owned_by_words(clause, found)})
    if (dateline := _dateline(clause, found)) is not None:
        times[dateline] = found.times[dateline][1]
    for voice in sorted(heard, key=lambda voice: voice.at):
        if voice.act is not None:
            if voice.trailing or _opens_with_the_day(clause, voice.at):
                break  # what was said stands before it, and its times with it
            walls = [at for at in range(voice.at) if _is_wall(clause, at)]
            begins = _speech_begins(clause, walls[-1], voice.at) if walls else 0
            if clause.stands_with(voice.at) and voice.speaker is not None:
                begins = clause.units.index(voice.speaker)  # "hit X on Friday, with the minister blaming Y"
            for place in range(begins, voice.at):
                unit = clause.units[place]
                if unit.kind == "time" and unit.first in found.times and not _owns_an_event(clause, place):
                    times[unit.first] = found.times[unit.first][1]
            break
    for voice in heard:
        if voice.act is not None and voice.trailing:  # nothing is told behind it: "said on Friday, a day after ..."
            for unit in clause.units[voice.at : _next_verb(clause, voice.at)]:
                if unit.kind == "time" and unit.first in found.times:
                    times[unit.first] = found.times[unit.first][1]
    for index, unit in enumerate(clause.units):
        if (spoken_on := _when_one_spoke(clause, index)) is not None and clause.units[spoken_on].first in found.times:
            times[clause.units[spoken_on].first] = found.times[clause.units[spoken_on].first][1]
        if unit.kind != "verb" or unit.cue("speech") is None:
            continue
        spoken = *_behind_the_speaker(clause, index), *_before_that(clause, index), *_before_the_deed(clause, index)
        for step in (*spoken, *_before_the_claim(clause, index)):
            times[clause.units[step].first] = found.times[clause.units[step].first][1]
        at = _time_of_speech(clause, index)
        if at is not None:
            first = clause.units[at].first
            times[first] = found.times[first][1]
    return times


def was_said_before(clause: Clause, said_at: Mention | None) -> bool:
    """Return whether what a sentence tells had been said at another time: وكان الجيش قد اتهم، الجمعة الماضي، ..."""
    if (
        said_at is None
        or clause.order != "vso"
        or not (clause.tells("word", "past") and clause.tells("word", "completed"))
    ):
        return False
    for at, unit in enumerate(clause.units):
        if unit.kind == "verb" and unit.cue("speech") is not None:
            before = clause.before(at)
            return clause.kind(before) == "aux" and clause.units[before].has("word", "completed")
    return False


def _when_one_spoke(clause: Clause, verb: int) -> int | None:
    """Return the time at which somebody spoke: "spoke | to the agency | from his base in Orda | on | Thursday"."""
    if clause.order != "svo" or not speaks(clause, verb):
        return None
    at = verb + 1
    while clause.kind(at) in {"np", "prep", "linking", "other"} and not clause.units[at].is_event:
        at += 1
    return at if clause.kind(at) == "time" and not _owns_an_event(clause, at) else None


def _owned_by_words(clause: Clause, found: Found) -> list[Unit]:
    """Return the times that are those of an announcement or the like by their words: "Friday's announcement"."""
    if clause.order != "svo" or not (clause.tells("word", "sayings") or clause.tells("role", "statement")):
        return []
    owners = zip(clause.units, clause.units[1:], strict=False)
    owned = [
        time
        for time, said in owners
        if time.first in found.times and said.has("word", "sayings") and said.has("word", "possessives")
        and not said.is_event
    ]  # fmt: skip
    for index, unit in enumerate(clause.units):
        if unit.kind == "time" and unit.first in found.times and not _owns_an_event(clause, index):
            owned.extend([unit] if _is_paper(clause, index - 1) or _is_paper(clause, index - 2) else [])
            owned.extend([unit] if _is_when_it_came_out(clause, index) else [])
    return owned


def _is_paper(clause: Clause, at: int) -> bool:
    """Whether what was said stands at a unit behind a word of place: "in its first report (of May 2020)"."""
    told = at > 0 and clause.kind(at) == "np" and clause.units[at].has("word", "sayings")
    return told and clause.kind(at - 1) == "prep" and not clause.units[at].is_event


def _is_when_it_came_out(clause: Clause, time: int) -> bool:
    """Whether a time is that of a paper's coming out: "in a statement issued on Friday"."""
    verb = time - 2 if clause.kind(time - 1) == "prep" else time - 1
    if clause.kind(verb) != "verb" or clause.units[verb].cue("event", "outcome") is not None:
        return False
    paper = clause.units[verb - 1] if clause.kind(verb - 1) == "np" and verb > 1 else None
    told = paper is not None and any(mark.cue.value in _SAID_IN for mark in paper.all("role"))
    return told and clause.kind(verb - 2) == "prep"


def _dateline(clause: Clause, found: Found) -> int | None:
    """Return the first word of the day or hour from which a dispatch is: "ORDA, Jan 31 (Agency) - ..."."""
    text = clause.document.text
    for word in (word for unit in clause.units[:10] for word in range(unit.first, unit.last)):
        if word in found.times:
            mention = found.times[word][1]
            return word if opens_a_dispatch(text, mention.start, mention.end) else None
    return None


def _is_wall(clause: Clause, at: int) -> bool:
    """Whether what stands before a unit is no part of what is said behind it: "two died on Monday, while X said"."""
    contrast = clause.order == "vso" and clause.kind(at) == "clause" and clause.units[at].has("word", "contrast")
    opened = clause.order == "svo" and clause.units[at].has("word", "whereby")  # "on Monday in Orda, where X said"
    return clause.kind(at) == "stop" or contrast or opened or _tells(clause.units[at])


def _opens_with_the_day(clause: Clause, verb: int) -> bool:
    """Whether a comma parts what stands before a verb that comes first: "on Monday, said X, ..." tells of it."""
    return clause.order == "vso" and clause.kind(verb - 1) == "comma"


def _speech_begins(clause: Clause, wall: int, verb: int) -> int:
    """Return where who speaks begins behind what was told first ("... on Friday, officials said")."""
    opened = [at for at in range(wall, verb) if clause.kind(at) in {"comma", "clause"}]
    return opened[-1] if opened and _tells(clause.units[wall]) else wall


def _tells(unit: Unit) -> bool:
    """Return whether a verb tells what happened or what came of it: a time before it is of that."""
    return unit.kind == "verb" and (unit.find("event") is not None or unit.find("outcome") is not None)


def _before_that(clause: Clause, verb: int) -> list[int]:
    """Return the times between a verb of speech that comes first and "that" or the end, behind who speaks."""
    if clause.order != "vso":
        return []
    found: list[int] = []
    for at in range(verb + 1, len(clause.units)):
        unit, kind = clause.units[at], clause.kind(at)
        if unit.has("source", "that"):
            return found
        if kind == "time":
            found.append(at)
        elif kind not in {"np", "linking", "conj", "prep", "comma", "other"} or unit.is_event:
            return found if kind == "stop" and at == len(clause.units) - 1 else []
    return found


def _before_the_deed(clause: Clause, verb: int) -> list[int]:
    """Return the times between a verb of accusing and the deed: "accused the army on Tuesday of bombing a market"."""
    if not any(mark.cue.value == "accuse" for mark in clause.units[verb].all("speech")):
        return []
    found: list[int] = []
    for at in range(verb + 1, len(clause.units)):
        unit, kind = clause.units[at], clause.kind(at)
        if unit.find("event") is not None:
            return found
        if kind == "time" and not _owns_an_event(clause, at):
            found.append(at)
        elif kind not in {"np", "linking", "prep", "comma", "other", "time"}:
            break
    return []


def _before_the_claim(clause: Clause, verb: int) -> list[int]:
    """Return the times between a verb that comes first and "responsibility", where the deed has its own behind it.

    أعلن | التنظيم | الخميس | مسؤوليته | عن | هجوم | يوم الأربعاء.
    """
    if clause.order != "vso":
        return []
    found: list[int] = []
    for at in range(verb + 1, len(clause.units)):
        if clause.words(at) and clause.words(at)[0].startswith(_RESPONSIBILITY):
            return found if any(unit.kind == "time" for unit in clause.units[at + 1 :]) else []
        if clause.kind(at) == "time":
            found.append(at)
        elif clause.kind(at) in {"verb", "clause", "stop"} or clause.units[at].is_event:
            break
    return []


def _owns_an_event(clause: Clause, time: int) -> bool:
    """Whether what happened is named by its time right before it: "condemned Friday's attack"."""
    deed = clause.units[time + 1] if time + 1 < len(clause.units) else None
    if deed is None or not deed.is_event:
        return False
    around = deed.determined and bool(deed.marks) and deed.marks[0].first < clause.units[time].first
    return around or deed.has("word", "possessives")  # "the Friday attack", "Friday's attack"


def _is_adverb(clause: Clause, at: int) -> bool:
    """Whether a phrase is a single word that is nobody and nothing before a time: "early on Monday"."""
    unit, behind = clause.units[at], clause.kind(at + 1)
    bare = unit.last - unit.first == 1 and not (unit.marks or unit.counts or unit.actors or unit.places or unit.named)
    return unit.kind == "np" and bare and (behind == "time" or (behind == "prep" and clause.kind(at + 2) == "time"))


def _time_of_speech(clause: Clause, verb: int) -> int | None:
    """Return the time right behind a verb of speech, or behind whom it was told to, else the one right before it."""
    told = any(mark.cue.kind == "source" and mark.cue.value == "via" for mark in clause.units[verb].marks)
    for step in range(verb + 1, min(verb + _SPEECH_REACH, len(clause.units))):
        if clause.units[step].has("source", "that"):
            break  # "said that on Monday the army struck X"
        if clause.kind(step) == "time":
            return None if _owns_an_event(clause, step) else step
        addressee = told and step == verb + 1 and clause.kind(step) == "np"
        cue = clause.units[step].cue("role") if clause.kind(step - 1) == "prep" else None
        addressee = addressee or (cue is not None and cue.value in _SAID_IN)  # "said in a statement on Monday"
        if not addressee and not _is_adverb(clause, step) and clause.kind(step) not in {"prep", "other"}:
            break
    return verb - 1 if verb and clause.kind(verb - 1) == "time" else None
