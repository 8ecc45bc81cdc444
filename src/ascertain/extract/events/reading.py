"""A whole text read: sentence by sentence, with what carries over, into claims."""

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

import msgspec

from ascertain.extract.casualties.named_lists import NamedList, named_list
from ascertain.extract.events.adding import add_when_and_where
from ascertain.extract.events.aftermath import times_of_the_aftermath
from ascertain.extract.events.arabic_chunks import ArabicChunker
from ascertain.extract.events.chunks import Chunker
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.compounds import without_parts
from ascertain.extract.events.datelines import leave_datelines
from ascertain.extract.events.draft import Draft, Memory, leads_on
from ascertain.extract.events.each_place import told_of_each
from ascertain.extract.events.finders import find_mentions
from ascertain.extract.events.found import shelve
from ascertain.extract.events.headings import headings_of, without_days_of_saying
from ascertain.extract.events.merging import absorbs
from ascertain.extract.events.named_before import place_back
from ascertain.extract.events.naming import party_of
from ascertain.extract.events.parting import answered, parted
from ascertain.extract.events.quoted import with_marks
from ascertain.extract.events.sentences import SentenceReader
from ascertain.extract.events.sharpened import sharpen_before
from ascertain.extract.events.telling import points_to_the_last
from ascertain.extract.events.units import Unit
from ascertain.extract.events.words import Words, words_of
from ascertain.extract.speech.accusations import are_other_deeds
from ascertain.extract.speech.speakers import Signature, signature_at, signatures, speaker_of, who_admits
from ascertain.extract.speech.stance import is_negated
from ascertain.extract.speech.voice import Voice
from ascertain.extract.speech.voices import voices
from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Count, Item, Mention, Span, Speaker
from ascertain.model.claim import claim_id
from ascertain.text import Document

VERSION = "patterns-1"
_LONGEST = 300  # words: what goes on longer without an end is no sentence, and is read in pieces, in linear time
_LETTERS = {"a": "arabic", "c": "cyrillic", "l": "latin"}  # of equals the first
_LONGEST_QUOTE = 5  # sentences
_TOLD_BY = frozenset({"statement", "outlet"})  # they claim what others did
_TELLING = frozenset("event outcome victims those toll none speech silence source culprit deed".split())


class TextReader:
    """Reads one item; mentions first, then claims, both in order of the words."""

    def __init__(self, item: Item, languages: tuple[str, ...], knowledge: Knowledge) -> None:
        """Fold and split the text, leaving the page's furniture and hidden words aside."""
        self.item = item
        self.document = Document(item.text, aside(item))
        self.languages = languages
        self.mentions = find_mentions(self.document, languages[0], knowledge)
        self.found = shelve(self.document, self.mentions)
        self.signed = signatures(item.text)
        self.chunkers: dict[str, Chunker] = {}
        self.memory = Memory()
        self.told: list[Draft] = []
        self.in_quotes = False

    def read(self) -> Iterator[Mention | Claim]:
        """Yield the mentions, then the claims."""
        self.memory.headings = headings_of(self.item, self.document, self.mentions)
        described: list[Mention] = []
        for number, (first, last) in enumerate(self.document.sentences):
            for begin in range(first, last, _LONGEST):
                described.extend(self._sentence(number, begin, min(begin + _LONGEST, last)))
        yield from without_parts(self.mentions, [one for one in described if one.kind == "place"])
        yield from described
        leave_datelines(self.item.text, self.document, self.mentions, self.told)
        for draft in self.told:
            yield self._claim(draft)

    def _words(self, first: int, last: int) -> Words | None:
        """Return the words of the language that this sentence is written in, by its script."""
        counts = {script: self._scripts.count(letter, first, last) for letter, script in _LETTERS.items()}
        script = max(counts, key=counts.__getitem__) if any(counts.values()) else "latin"
        for code in self.languages:
            words = words_of(code)
            if words is not None and words.language.script == script:
                return words
        return None

    @cached_property
    def _scripts(self) -> str:
        """The script of each word as a letter: a for Arabic, c for Cyrillic, l for plain Latin, a dot for any other."""
        return "".join(map(_script, self.document.words))

    def _single(self, units: list[Unit]) -> Iterator[Mention]:
        """Yield the count that an article gives: "an air strike" is one."""
        for unit in units:
            mark = unit.find("event", "noun")
            article = unit.marks[0] if unit.marks else None
            if mark is None or article is None or unit.counts or mark.last != unit.last:
                continue
            if unit.has("word", "indefinite") and article.first == unit.first:
                start, end = self.document.starts[article.first], self.document.ends[article.last - 1]
                one = Count(low=1, high=1, rule="exact", unit="event")
                yield Mention(kind="count", start=start, end=end, text=self.item.text[start:end], value=one)

    def _sentence(self, number: int, first: int, last: int) -> Iterator[Mention]:
        """Read a sentence's events; yield the counts that only its list form tells."""
        quoted = self._quoted(first, last)
        words = self._words(first, last)
        if words is None:
            return
        chunker = self._chunker(words)
        if not chunker.has_cue(first, last, _TELLING):
            return
        units = chunker.sentence(first, last)
        if not units:
            return
        if units[0].kind == "stop":  # a line of a list, where an article is a figure
            yield from self._single(units)
        reader = SentenceReader(self.document, units, words, self.found, number)
        if number == self.memory.recalled + 1 and points_to_the_last(units):
            self.memory.points_back = self.memory.recalled = number
        drafts, heard = reader.read(self.memory)
        apart = reader.clause.order == "svo"
        after = times_of_the_aftermath(reader.clause, self.found) if apart else ()
        self.memory.headings = without_days_of_saying(self.memory.headings, reader.said, after, drafts, apart=apart)
        yield from reader.described
        if (listed := named_list(self.document, first, last, words.lexicon.lookup, self._persons)) is not None:
            drafts = self._with_list(drafts, listed, number)
        if not any(words.types[draft.event].violent and not draft.undated for draft in drafts):
            drafts = [*drafts, *(self._admitted(reader.clause, heard, number) or self._accused(reader, number))]
        drafts = [*drafts, *self._disowned(drafts, reader, number)]
        carried = quoted or reader.clause.tells_any("carry")
        sharpen_before(self.told, drafts, reader.clause, words.types)
        leading: list[Draft] = []
        told = [part for draft in drafts for part in answered(draft, heard, self.document)]
        drafts = [part for draft in told for part in parted(draft, heard, self.document)]
        for draft, position in ((draft, self._position(draft)) for draft in drafts):
            self._attribute(draft, position, heard, carried, number)
            self._dated(draft)
            if words.types[draft.event].violent and draft.mood == "actual" and leads_on(draft):
                leading.append(draft)
            elif words.types[draft.event].violent and draft.mood == "recalled":
                self.memory.recalled = number
            self.told.append(draft)
        place_back(drafts, reader.clause, self.mentions, words.types)
        self.told.extend(told_of_each(drafts, reader.clause, words.types))
        self._date_back(reader, number)
        if reader.clause.tells("cause", "natural"):
            self.memory.disaster = number
        if leading:  # an attack before what goes with it: "soldiers were killed and others taken when ..."
            self.memory.keep(next((d for d in reversed(leading) if absorbs(words.types[d.event])), leading[-1]))
        self._remember(heard, number, reader.said)

    def _date_back(self, reader: SentenceReader, number: int) -> None:
        """Give the event told before the day or place that a sentence adds to it ("the strikes took place on ...")."""
        earlier = self.memory.event_near(number)
        if earlier is None or reader.happened is None:
            return
        when, where = reader.happened
        near = takewhile(lambda draft: draft.sentence >= earlier.sentence, reversed(self.told))
        for draft in (draft for draft in near if draft.event == earlier.event and draft.mood == "actual"):
            if draft.sentence < number or draft is earlier:
                add_when_and_where(draft, when, where, self.item.text)
        if when is not None:  # a heading's day on which it was said is none of what happened on another
            told = {draft.said_at for draft in self.told if draft.sentence <= number and draft.said_at is not None}
            self.memory.headings = [time for time in self.memory.headings if time not in told]

    def _admitted(self, clause: Clause, heard: list[Voice], number: int) -> list[Draft]:
        """Return the event before as told by who claims it in a sentence that only refers to it ("the operation")."""
        earlier = self.memory.event_near(number)
        for voice in heard:
            admits = voice.act is not None and "admission" in voice.act.flags and voice.first < voice.last
            if earlier is None or not admits or voice.speaker is None or is_negated(clause, voice.at):
                continue
            if are_other_deeds(clause, clause.after(voice.at) % len(clause.units)):
                continue
            first, last = clause.units[0].first, clause.units[-1].last
            told = Draft(earlier.event, first, last, number, at=voice.first)
            told.where, told.when, told.means = earlier.where, earlier.when, earlier.means
            return [told]
        return []

    def _disowned(self, drafts: list[Draft], reader: SentenceReader, number: int) -> list[Draft]:
        """Return the event told before as denied by who denies to have done it ("denied responsibility for it")."""
        violent = (d for d in drafts if reader.words.types[d.event].violent and d.polarity == "asserted")
        told = next(violent, None) or self.memory.event_near(number)
        for voice in reader.heard:
            disowns = voice.answers or (voice.act is not None and "disowns" in voice.act.flags)
            if told is None or not disowns or voice.speaker is None:
                continue
            first = reader.units[voice.at].first
            own = Draft(told.event, first, reader.units[-1].last, number, at=first, polarity="denied")
            own.where, own.when, own.means = told.where, told.when, told.means
            if (told.first, told.last) == (own.first, own.last) and told.at > own.first:
                own.last = told.at + 1  # two claims: that it was done, and that it was not they who did it
            charged = voice.answers or (voice.act is not None and "allegations" in voice.act.flags)
            accused = told.perpetrators if charged else ()
            own.perpetrators = accused or (party_of(voice.speaker, self.document),)
            own.speakers = (speaker_of(voice.speaker, self.document, voice.speaker_last),)
            return [own]
        return []

    def _accused(self, reader: SentenceReader, number: int) -> list[Draft]:
        """Return the event before as told by who accuses somebody of it ("residents blamed the army")."""
        earlier = self.memory.event_near(number)
        for accusation in reader.accused:
            if earlier is None or (accusation.names_deed and not accusation.refers_back):
                continue
            units = reader.clause.units
            told = Draft(earlier.event, units[0].first, units[-1].last, number, at=units[accusation.at].first)
            told.where, told.when, told.means = earlier.where, earlier.when, earlier.means
            told.perpetrators, told.hedge = reader.parties_accused(accusation), accusation.hedge
            self.memory.doers, self.memory.doers_sentence = told.perpetrators, number
            return [told]
        return []

    @cached_property
    def _persons(self) -> frozenset[int]:
        """The characters at which names of persons begin."""
        actors = [mention for mention in self.mentions if mention.kind == "actor"]
        return frozenset(m.start for m in actors if getattr(m.parsed, "type", None) == "person")

    def _with_list(self, drafts: list[Draft], listed: NamedList, number: int) -> list[Draft]:
        """Return the drafts of a heading with those that its list names, unless it gives their number itself."""
        count = listed.count(self.document)
        told = next((draft for draft in drafts if draft.event != "statement" and draft.polarity == "asserted"), None)
        if told is None:
            earlier = self.memory.event_near(number)
            event = "killing" if listed.outcome == "killed" else "attack"
            told = Draft(earlier.event if earlier else event, listed.first, listed.last, number, at=listed.victims)
            if earlier is not None:
                told.perpetrators, told.means = earlier.perpetrators, earlier.means
                told.where, told.when = earlier.where, earlier.when
            drafts = [*drafts, told]
        same = [other for other in told.counts if other.outcome == count.outcome]
        if any(other.low is not None for other in same):
            return drafts
        others = (other for other in told.counts if other.outcome != count.outcome and other.part_of is None)
        told.counts = (count, *others)
        told.last = min(told.last, listed.last)
        return drafts

    def _position(self, draft: Draft) -> int:
        return self.document.word_at(draft.counts[0].start) if draft.counts else draft.at

    def _attribute(self, draft: Draft, position: int, heard: list[Voice], carried: bool, number: int) -> None:
        if draft.speakers:
            return
        chain: list[Speaker] = []
        for voice in heard:
            if not self._covers(voice, draft, position):
                continue
            if voice.outlet is not None:
                chain.append(speaker_of(voice.outlet, self.document))
            if voice.speaker is not None and not self._refers_back(voice.speaker, number):
                chain.append(speaker_of(voice.speaker, self.document, voice.speaker_last))
                chain.extend(self._beside(voice))
            elif self.memory.speaker and number - self.memory.speaker_sentence <= 3:
                chain.extend(self.memory.speaker)
                draft.said_at = draft.said_at or self.memory.said_at  # the hour of the post that "the post" refers to
            if draft.event != "statement" and voice.polarity != "asserted" and draft.polarity == "asserted":
                draft.polarity = voice.polarity
            if voice.act is not None and "admission" in voice.act.flags and chain and not draft.perpetrators:
                own = next(speaker for speaker in reversed(chain) if not speaker.beside)
                if own.role in _TOLD_BY:
                    continue
                draft.perpetrators = (who_admits(own, self.mentions, self.item.text),)
            if voice.act is not None and "hedge" in voice.act.flags and draft.hedge is None:
                draft.hedge = self._hedge_words(voice)
        if not chain and self.in_quotes:
            chain.extend(self._closer(number))
        if not chain and carried and number - self.memory.speaker_sentence <= 3:
            chain.extend(self.memory.speaker)
        signer = self._signer(draft)
        if signer is not None:
            chain.insert(0, signer.speaker)
        draft.speakers = tuple(dict.fromkeys(chain))

    def _beside(self, voice: Voice) -> list[Speaker]:
        """Return those who say it together with a voice's speaker."""
        return [msgspec.structs.replace(speaker_of(unit, self.document), beside=True) for unit in voice.beside]

    def _closer(self, number: int) -> tuple[Speaker, ...]:
        """Return who is named behind a quotation that goes on over this sentence's end."""
        for first, last in self.document.sentences[number + 1 : number + 1 + _LONGEST_QUOTE]:
            words = self._words(first, last)
            if sum(1 for word in self.document.words[first:last] if word == '"') % 2 == 0 or words is None:
                continue
            clause = Clause(self.document, self._chunker(words).sentence(first, last), words.language)
            named = [v for v in voices(clause) if v.trailing and v.speaker is not None and v.act is not None]
            return tuple(speaker_of(v.speaker, self.document, v.speaker_last) for v in named[:1] if v.speaker)
        return ()

    def _chunker(self, words: Words) -> Chunker:
        """Return the chunker of a language, which looks the document's words up once."""
        code = words.language.code
        if code not in self.chunkers:
            kind = ArabicChunker if words.language.script == "arabic" else Chunker
            self.chunkers[code] = kind(self.document, words, self.found)
        return self.chunkers[code]

    def _refers_back(self, speaker: Unit, number: int) -> bool:
        """Whether "the report", "the statement" goes on with those who spoke before."""
        cue = speaker.cue("role")
        if cue is None or cue.value not in {"statement", "outlet"} or speaker.actors or not self.memory.speaker:
            return False
        words = self._words(speaker.first, speaker.last)
        opened = words.lexicon.lookup(self.document.words[speaker.first]) if words is not None else ()
        if any(cue.value == "indefinite" for cue in opened):
            return False  # "a statement" is another's
        return speaker.determined and speaker.last - speaker.first == 2 and number - self.memory.speaker_sentence <= 3

    def _covers(self, voice: Voice, draft: Draft, position: int) -> bool:
        if draft.event == "statement":
            return False
        return voice.first <= position < voice.last or voice.first <= draft.at < voice.last

    def _hedge_words(self, voice: Voice) -> tuple[int, int] | None:
        return (voice.first - 1, voice.first) if not voice.trailing and voice.first else None

    def _signer(self, draft: Draft) -> Signature | None:
        return signature_at(self.signed, self.document.starts[draft.first])

    def _remember(self, heard: list[Voice], number: int, said: dict[int, Mention]) -> None:
        named = [v for v in heard if v.speaker is not None and not self._refers_back(v.speaker, number)]
        if named:
            chain = [
                one for v in named if v.speaker is not None
                for one in (speaker_of(v.speaker, self.document, v.speaker_last), *self._beside(v))
            ]  # fmt: skip
            self.memory.speaker = tuple(dict.fromkeys(chain))
            self.memory.speaker_sentence = number
            self.memory.said_at = next((said[first] for first in sorted(said)), None)
        elif heard or self.in_quotes:
            self.memory.speaker_sentence = number

    def _dated(self, draft: Draft) -> None:
        if draft.when is None and not draft.undated and draft.mood == "actual" and draft.event != "statement":
            draft.when = next(iter(self.memory.headings), None)

    def _quoted(self, first: int, last: int) -> bool:
        """Return whether the sentence begins inside quotation marks, and follow them to its end."""
        text, start = self.item.text, self.document.starts[first]
        if first and "\n" in text[self.document.ends[first - 1] : start]:
            self.in_quotes = False
        inside = self.in_quotes
        marks = self.document.words[first:last].count('"')
        if marks % 2:
            self.in_quotes = not self.in_quotes
        return inside

    def _claim(self, draft: Draft) -> Claim:
        document = self.document
        start, end = document.starts[draft.first], document.ends[draft.last - 1]
        for count in draft.counts:
            start, end = min(start, count.start), max(end, count.end)
        start, end = with_marks(self.item.text, start, end)
        quote = Span(start=start, end=end, text=self.item.text[start:end])
        hedge = document.quote(*draft.hedge) if draft.hedge else None
        place = draft.where.parsed if draft.where is not None else None
        return Claim(
            id=claim_id(self.item.id, draft.event, start, end, quote.text),
            item=self.item.id,
            event=draft.event,
            quote=quote,
            polarity=draft.polarity,
            mood=draft.mood,
            hedge=hedge,
            speakers=draft.speakers,
            when=draft.when,
            said_at=draft.said_at,
            where=draft.where,
            relation=getattr(place, "relation", None),
            distance_m=getattr(place, "distance_m", None),
            perpetrators=draft.perpetrators,
            targets=draft.targets,
            means=draft.means,
            counts=draft.counts,
            extractor=VERSION,
        )


def aside(item: Item) -> tuple[tuple[int, int], ...]:
    """Return the ranges of an item's text that are not read, merged and in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((*item.furniture, *item.hidden)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _script(word: str) -> str:
    first = word[0]
    if first.isascii():
        return "l" if first.isalpha() else "."
    return "a" if "\u0600" <= first <= "\u06ff" else "c" if "\u0400" <= first <= "\u04ff" else "."
