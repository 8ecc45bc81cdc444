"""Where verbs come first, whether a word behind somebody is the verb that he is the subject of, and no noun."""

from ascertain.extract.events.units import Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_DAMMA = "\u064f"


class SecondVerbs:
    """What the units before a word say of its being the verb of whoever stands before it."""

    document: Document
    hits: dict[int, tuple[int, tuple[Cue, ...]]]
    units: list[Unit]
    open: Unit | None

    def _is_who_did(self) -> bool:
        """Whether "who" stands before a word, behind a pronoun that only points: الجيش هو من | قصف; قد makes a verb."""
        if self.open is not None or not self.units:
            return False
        before = self.units[-1]
        if before.kind == "aux":
            return before.has("word", "completed")
        pointed = before.has("word", "relatives") and len(self.units) > 1 and self.units[-2].pronoun
        if pointed:
            before.kind, self.units[-2].kind = "relative", "other"
        return pointed

    def _has_its_doer(self, index: int) -> bool:
        """Whether a party whose name ends with the article opens a clause right before a word: الطيران الحربي | قصف."""
        head = self.open
        if head is None or index != head.last or not (head.actors or head.find("event", "means")):
            return False
        named = self.document.words[index - 1].startswith("ال") and not head.counts and not head.is_event
        joined = len(self.units) > 1 and self.units[-1].kind == "conj" and self.units[-2].kind in {"np", "other"}
        opens = not self.units or self.units[-1].kind in {"stop", "clause", "quote", "comma", "conj"}
        opens = opens and not joined  # "Russia and the government stepped up | their shelling", in that order of words
        return named and opens and (bool(head.actors) or head.cue("people") is not None)

    def _is_marked_passive(self, index: int) -> bool:
        """Whether a word's first letter bears the vowel of a passive: قُتل, أُصيب."""
        raw = self.document.quote(index, index + 1)
        return raw[1:2] == _DAMMA and self.hits[index][0] == index + 1

    def _befell_a_person(self, last: int) -> bool:
        """Whether somebody's name opens the clause before a word, and a preposition follows: إن فلاناً | قتل | في ..."""
        name = self.open
        if name is None or not any(getattr(one.parsed, "type", None) == "person" for one in name.actors):
            return False
        before = [unit.kind for unit in self.units if unit.kind not in {"conj", "other"}]
        aside = before[-3:] == ["clause", "np", "comma"] or before[-2:] == ["np", "comma"] == before
        opens = not before or before[-1] in {"clause", "stop"} or aside
        return opens and any(cue.value == "prepositions" for cue in self.hits.get(last, (0, ()))[1])

    def _befell_the_one_before(self, last: int) -> bool:
        """Whether "that" and somebody stand before a word, and another outcome behind: أن رجلاً قتل وأصيب ..."""
        behind = [*self.units, *([self.open] if self.open is not None else [])]
        while behind and behind[-1].kind == "other":
            behind.pop()
        if [unit.kind for unit in behind[-2:]] != ["clause", "np"] or behind[-1].cue("people") is None:
            return False
        cues = self.hits.get(last, (0, ()))[1]
        return any(cue.kind == "outcome" and cue.form in {"verb", "passive"} for cue in cues)

    def _is_of_the_aged(self) -> bool:
        """Whether somebody and his age open a clause right before a word: إن طفلاً في العاشرة من عمره، | قتل."""
        behind = [*self.units, *([self.open] if self.open is not None else [])]
        if behind and behind[-1].kind == "comma":
            behind.pop()
        if not behind or not behind[-1].has("word", "aged"):
            return False
        while behind and behind[-1].kind in {"other", "prep", "np"} and behind[-1].cue("people") is None:
            behind.pop()
        opens = [unit.kind for unit in behind[:-1] if unit.kind not in {"conj", "other"}][-1:]
        return bool(behind) and behind[-1].kind == "np" and opens in ([], ["clause"], ["stop"])
