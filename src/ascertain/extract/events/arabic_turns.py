"""Turns of phrase that make of Arabic units what their words alone do not tell: lives lost, deeds laid to somebody."""

from itertools import pairwise, zip_longest

from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.languages.place_words import place_words
from ascertain.text import Document

_SAID_OF = (["به"], ["بها"], ["عنه"], ["عنها"])
_SOURCES = frozenset(("مصدر", "المصدر"))
_IT_IS = (["هو"], ["هي"])
_LIVES = frozenset(("حياته", "حياتها", "حياتهم", "حياتهما", "حياتهن"))
_LAYING = frozenset(("نسب", "نسبت", "نسبوا", "ينسب", "تنسب"))
_LAYING_IT = frozenset(("نسبها", "نسبه", "نسبته", "نسبتها", "نسبوه", "نسبوها"))
_BROUGHT_BY = (Cue("mark", "perpetrator"), Cue("word", "prepositions"))
_UNDER = frozenset(("لسيطره", "سيطره", "لنفوذ", "نفوذ"))
_AREAS = frozenset(("مناطق", "المناطق", "مواقع", "المواقع", "نقاط", "النقاط"))
_BEFORE = frozenset(("سبق", "يسبق"))
_MANY = frozenset(("العديد", "عددا", "عدد", "عشرات", "مئات", "سلسله"))
_ACTING = frozenset(("military", "armed_group", "government"))
_THEIRS = (["لها"], ["له"], ["لهم"], ["معها"], ["معه"])
_LEANING = frozenset(("مواليه", "موالين", "تابعه", "تابعين", "رديفه", "متحالفه", "مسانده", "داعمه"))
_LIKE = ("ي", "يه", "يا")  # the endings of adjectives made of nouns
_MOVES = frozenset(("raid", "ground_offensive", "capture", "deployment", "withdrawal"))
MANAGED = frozenset(
    ("تمكن", "تمكنت", "تمكنوا", "تتمكن", "يتمكن", "يتمكنوا", "نجح", "نجحت", "نجحوا", "تنجح", "ينجح", "ينجحوا")
)
_FAILED = frozenset(("فشل", "فشلت", "فشلوا", "اخفق", "اخفقت", "اخفقوا", "عجز", "عجزت", "عجزوا"))
_OUR_MEN = ("وها", "وه", "وهم", "ونا")
_THEIR_MEN = ("ه", "ها", "هم", "نا")
_CALLED = frozenset(("يدعي", "تدعي"))
_NOT = Cue("negation", "")
_TO_DO = (["من"], ["في"], ["عن"])
_NEAR = 5  # units from a loss to whose life it is
_REACH = 9  # units from who lays a deed to others to whom


def tell_who_is_accused(units: list[Unit], document: Document) -> None:
    """Let a verb of accusing that has only the deed behind it befall who opens the clause: تركيا | تتهم | بقصف ...

    So does one with a pronoun for the deed behind it: جرائم | تتهم | بها | القوات.
    """
    for at in range(len(units) - 3, 0, -1):
        relative, verb, pronoun = units[at - 1 : at + 2]
        taken = verb.accuses and relative.kind == "relative" and pronoun.kind == "np"
        if taken and document.words[pronoun.first : pronoun.last] in _SAID_OF:
            units.insert(at, Unit("passive", verb.first, verb.first))
    for at in range(len(units) - 3, 0, -1):
        who, verb, of, deed = units[at - 1 : at + 3]
        if not verb.accuses or of.kind != "prep" or not of.has("mark", "means") or who.kind != "np" or verb.cut:
            continue
        opens = at == 1 or units[at - 2].kind in {"stop", "conj", "clause", "quote"}
        named = bool(who.actors or who.places) and not (who.is_event or who.counts)
        if opens and named and (deed.is_event or deed.kind == "light" or deed.has("word", "own_doing")):
            units.insert(at, Unit("passive", verb.first, verb.first))


def tell_whose_men_did_it(units: list[Unit], document: Document) -> None:
    """Let men with a pronoun for whose they are, right behind what men do, be those who did it: اقتحام | جنوده."""
    for deed, men in pairwise(units):
        mark = deed.find("event", "noun") if deed.kind == "np" else None
        alone = men.kind == "np" and men.last - men.first == 1 and men.has("people", "combatants") and not men.cut
        theirs = alone and document.quote(men.first, men.last).endswith(("ه", "ها", "هم", "هما"))
        if mark is not None and mark.last == deed.last and mark.cue.value in _MOVES and theirs:
            men.marks = [Mark(men.first, men.last, Cue("word", "own_forces"))]


def tell_whose_men_acted(units: list[Unit], document: Document) -> None:
    """Let men with a pronoun be those of who speaks, where they do what is told: أن | مجاهديها | قتلوا, قتل | مجاهدونا.

    In the subject's case behind the verb, or right before it behind "that".
    """
    for at in range(1, len(units)):
        men, before = units[at], units[at - 1]
        alone = men.kind == "np" and men.last - men.first == 1 and not (men.counts or men.actors)
        if not alone or not men.has("people", "combatants"):
            continue
        word = document.quote(men.first, men.last)
        acting = before.kind == "verb" and before.find("event", "verb") is not None and word.endswith(_OUR_MEN)
        opened = before.kind == "clause" and before.has("source", "that") and word.endswith(_THEIR_MEN)
        if acting or (opened and at + 1 < len(units) and units[at + 1].kind in {"verb", "light"}):
            men.marks = [Mark(men.first, men.last, Cue("word", "own_forces"))]


def tell_what_they_managed(units: list[Unit], document: Document) -> None:
    """Let "managed" and its "to" around those who did bring what they did: تمكنت | الشرطة | من | اعتقال ...

    "Failed" brings what they did not do: فشلت | قوات ... | في | السيطرة على ...
    """
    for at in range(len(units) - 4, -1, -1):
        verb, who, to, deed = units[at : at + 4]
        said = document.words[verb.last - 1].removeprefix("و") if verb.kind in {"verb", "other"} else ""
        brought = to.kind == "prep" and document.words[to.first : to.last] in _TO_DO
        acts = who.kind == "np" and bool(who.actors or who.cue("people")) and not who.is_event
        if said in MANAGED and brought and who.has("role", "medical") and not deed.is_event:
            who.kind, who.actors = "other", []  # "the rescuers managed to recover five | who were killed in a strike"
        if said in (MANAGED | _FAILED) and brought and acts and deed.is_event and not (deed.cut or verb.find("event")):
            verb.kind, verb.marks = "light", [Mark(verb.first, verb.last, Cue("word", "light"))]
            del units[at + 2]
            if said in _FAILED:
                units.insert(at, Unit("other", verb.first, verb.first, [Mark(verb.first, verb.first, _NOT)]))


def tell_what_they_did_not_manage(units: list[Unit], document: Document) -> None:
    """Let "managed" and its "to", alone behind a word of denial, bring what was not done: لم | تتمكن | من | اعتقال."""
    for at in range(len(units) - 4, -1, -1):
        denial, verb, to, deed = units[at : at + 4]
        managed = verb.kind == "verb" and verb.find("event") is None and document.words[verb.last - 1] in MANAGED
        denied = denial.kind == "other" and denial.cue("negation") is not None
        if denied and managed and deed.is_event and document.words[to.first : to.last] in _TO_DO:
            verb.kind, verb.marks = "light", [Mark(verb.first, verb.last, Cue("word", "light"))]
            del units[at + 2]


def leave_what_it_was_like(units: list[Unit], document: Document) -> None:
    """Let a word that only says what a deed was like be no part of what it hit: قصف | هستيري | ل | قوات ..."""
    for at in range(1, len(units) - 1):
        deed, like, behind = units[at - 1 : at + 2]
        plain = like.kind == "np" and like.last - like.first == 1 and not (like.marks or like.cut or like.pronoun)
        plain = plain and not (like.actors or like.places or like.equipment or like.counts)
        word = document.words[like.first]
        if plain and deed.is_event and behind.kind == "prep" and word.endswith(_LIKE) and not word.startswith("ال"):
            like.kind = "other"


def leave_that_it_set_out(units: list[Unit], document: Document) -> None:
    """Let "had" before "set out from" part no strike from where it came: القصف | قد | انطلق من | مواقع ..."""
    for had, set_out in pairwise(units):
        if had.kind == "aux" and had.has("word", "completed") and set_out.kind == "prep":
            had.kind = "other" if set_out.has("mark", "perpetrator") else "aux"


def leave_what_was_said(units: list[Unit], document: Document) -> None:
    """Let a pronoun between a verb of speech and who speaks be nobody: بحسب ما أفادت | به | الوزارة."""
    for verb, pronoun, speaker in zip(units, units[1:], units[2:], strict=False):
        said = verb.kind == "verb" and verb.cue("speech") is not None and speaker.kind == "np"
        if said and pronoun.pronoun and document.words[pronoun.first : pronoun.last] in _SAID_OF:
            pronoun.kind, pronoun.pronoun, pronoun.marks = "other", False, []


def leave_what_they_are_called(units: list[Unit], document: Document) -> None:
    """Let "he is called" before somebody's name tell of no claim: أحد مرافقيه | و | يدعى | فلان."""
    for at in range(1, len(units) - 1):
        called, end = units[at], at + 1 + 2 * (units[at + 1].kind == "quote")
        word = document.words[called.last - 1][called.cut :] if called.kind == "verb" else ""
        names = units[at + 1 : end + 1]
        named = any(getattr(one.parsed, "type", "") == "person" for name in names for one in name.actors)
        if word in _CALLED and named and document.quote(called.first, called.last).endswith("ى"):
            joint = units[at - 1 : at] if units[at - 1].kind == "conj" else []
            for one in (*joint, called, *names):
                one.kind, one.marks, one.actors = "other", [], []


def tell_who_lost_their_lives(units: list[Unit], document: Document) -> None:
    """Let "the loss" of somebody, with "their life" behind them, tell of a death: فقدان | شخصين حياتهما."""
    for at, unit in enumerate(units):
        mark = unit.find("outcome", "noun") if unit.marks else None
        if mark is None or mark.cue.value != "missing":
            continue
        ends = (one for one in units[at + 1 : at + _NEAR] if document.words[one.last - 1].removeprefix("ل") in _LIVES)
        if (lost := next(ends, None)) is not None:
            lost.last -= lost.last - lost.first > 1
            unit.marks[unit.marks.index(mark)] = Mark(mark.first, mark.last, Cue("outcome", "killed", "noun"))


def tell_to_whom_it_is_laid(units: list[Unit], document: Document) -> None:
    """Let "to" behind a deed that somebody lays to others bring who did it: نسب | المرصد | الهجوم | إلى | التنظيم.

    So does a particle where a pronoun stands for the deed before it: غارات | نسبها | المرصد | ل | الطيران.
    """
    for at, unit in enumerate(units):
        word = document.words[unit.first][unit.cut :].removeprefix("و") if unit.kind == "verb" else ""
        if word in _LAYING:
            reach = range(at + 1, min(at + 1 + _REACH, len(units)))
            deed = next((index for index in reach if units[index].kind == "np" and units[index].is_event), at + _REACH)
            to = (units[index] for index in reach if index > deed and units[index].kind == "prep")
            whose = next((prep for prep in to if document.words[prep.first : prep.last] == ["الي"]), None)
            if whose is not None:
                whose.marks = [Mark(whose.first, whose.last, cue) for cue in _BROUGHT_BY]
        elif word in _LAYING_IT and at > 0 and units[at - 1].is_event:
            _tell_to_whom_it_is_laid_behind(units, at, document)


def _tell_to_whom_it_is_laid_behind(units: list[Unit], verb: int, document: Document) -> None:
    for at in range(verb + 1, min(verb + 1 + _NEAR, len(units))):
        prep = units[at]
        to = prep.kind == "prep" and (prep.first == prep.last or document.words[prep.first : prep.last] == ["الي"])
        if to:
            prep.marks = [Mark(prep.first, prep.last, cue) for cue in _BROUGHT_BY]
            for between in units[verb:at]:
                between.kind, between.marks, between.actors = "other", [], []
            return


def tell_by_whom_it_was_carried_out(units: list[Unit], document: Document) -> None:
    """Let "which X carried out" behind a deed bring who did it: الغارة | التي | نفذها | التحالف."""
    for deed, which, verb, whose in zip(units, units[1:], units[2:], units[3:], strict=False):
        done = verb.kind in {"light", "verb"} and verb.has("mark", "perpetrator") and verb.find("event") is None
        if not done or which.kind != "relative" or whose.kind != "np" or not whose.actors or deed.kind != "np":
            continue
        which.kind, which.marks = "other", []
        verb.kind, verb.marks = "prep", [Mark(verb.first, verb.last, cue) for cue in _BROUGHT_BY]


def leave_that_it_was_suffered(units: list[Unit], document: Document) -> None:
    """Let "that X came under" part no deed from whom it befell: القصف | الذي | تعرض | له | المخيم | من قبل | الجيش."""
    for deed, which, verb, pronoun in zip(units, units[1:], units[2:], units[3:], strict=False):
        suffered = which.kind == "relative" and verb.has("word", "undergo") and deed.is_event
        if suffered and document.words[pronoun.first : pronoun.last] in _THEIRS:
            for one in (which, verb, pronoun):
                one.kind, one.pronoun, one.marks = "other", False, []


def join_what_is_pointed_at(units: list[Unit]) -> None:
    """Join "this" with the event's noun behind it, where a preposition brings both: قتل | في | هذا | الهجوم | 4."""
    for at in range(len(units) - 2, 0, -1):
        before, this, event = units[at - 1 : at + 2]
        alone = this.kind == "np" and this.last - this.first == 1 and this.has("word", "demonstratives")
        if alone and before.kind == "prep" and event.is_event and event.first == this.last and not event.cut:
            event.first, event.cut, event.determined = this.first, this.cut, True
            event.marks[:0] = this.marks
            del units[at]


def join_how_many_there_were(units: list[Unit], document: Document) -> None:
    """Join a word for many and the deeds behind "of": شن | العديد | من | الغارات."""
    for at in range(len(units) - 3, -1, -1):
        many, of, deeds = units[at : at + 3]
        vague = many.kind == "np" and many.last - many.first == 1 and document.words[many.first][many.cut :] in _MANY
        if vague and of.kind == "prep" and document.words[of.first] == "من" and deeds.is_event and not deeds.cut:
            deeds.first, deeds.cut = many.first, many.cut
            del units[at : at + 2]


def leave_to_whom_they_lean(units: list[Unit], document: Document) -> None:
    """Let the pronoun behind those who lean to somebody be nobody: القوات والفصائل الموالية | لها."""
    for who, pronoun in pairwise(units):
        leaning = who.kind == "np" and document.words[who.last - 1].removeprefix("ال") in _LEANING
        if leaning and document.words[pronoun.first : pronoun.last] in _THEIRS:
            pronoun.kind, pronoun.pronoun, pronoun.marks = "other", False, []


def leave_commas_behind_doers(units: list[Unit], document: Document) -> None:
    """Let a comma between who did it, at the head of what is said, and its verb part nothing: إن القوات، | قصفت."""
    for at, unit in enumerate(units):
        if unit.kind != "comma" or not _opens_its_verb(units, at):
            continue
        begin = at - 1
        while begin >= 0 and units[begin].kind in {"np", "conj", "other", "quote"}:
            begin -= 1
        who = units[begin + 1 : at]
        headed = begin < 0 or units[begin].kind == "clause"
        acting = any(getattr(one.parsed, "type", "") in _ACTING for who_ in who[:1] for one in who_.actors)
        if headed and acting and not any(one.is_event or one.counts for one in who):
            unit.kind = "other"


def _opens_its_verb(units: list[Unit], comma: int) -> bool:
    """Whether a verb of a deed stands behind a comma, and behind it no party that could be its subject."""
    if comma + 2 >= len(units) or units[comma + 1].kind != "verb" or units[comma + 1].find("event", "verb") is None:
        return False
    behind = units[comma + 2]
    return not (behind.kind == "np" and (behind.actors or behind.find("event", "means") is not None))


def leave_who_holds_it(units: list[Unit], document: Document) -> None:
    """Let who holds a place do nothing there: عفرين الخاضعة لسيطرة | الفصائل."""
    for place, holder in zip_longest(units, units[1:]):
        if place.kind != "np" or place.last - place.first < 3 or document.words[place.first][place.cut :] in _AREAS:
            continue  # who holds "the areas under X" is all that they are named by
        under = next((at for at in range(place.first + 2, place.last) if document.words[at] in _UNDER), place.last)
        place.actors = [one for one in place.actors if document.word_at(one.start) < under]
        place.marks = [mark for mark in place.marks if mark.first < under]
        if under == place.last - 1 and holder is not None and holder.kind == "np":
            holder.kind, holder.marks, holder.actors = "other", [], []


def tell_from_whom_it_came(units: list[Unit], document: Document) -> None:
    """Let "it is" behind "the source of" a deed bring who did it: مصدر | القصف | هو | قوات ..."""
    for source, deed, pronoun, whose in zip(units, units[1:], units[2:], units[3:], strict=False):
        told = source.last - source.first == 1 and document.words[source.first][source.cut :] in _SOURCES
        told = told and deed.kind == whose.kind == "np" and deed.is_event and bool(whose.actors)
        if told and document.words[pronoun.first : pronoun.last] in _IT_IS:
            source.kind, source.marks, source.actors = "other", [], []
            pronoun.kind, pronoun.pronoun = "prep", False
            pronoun.marks = [Mark(pronoun.first, pronoun.last, cue) for cue in _BROUGHT_BY]


def let_who_did_before_lead(units: list[Unit], document: Document) -> None:
    """Let whoever stands behind "there preceded to" lead the verb behind "that": سبق | ل | الجيش | أن | قصف ..."""
    for before, to, who, that in zip(units, units[1:], units[2:], units[3:], strict=False):
        told = before.last - before.first == 1 and document.words[before.first].removeprefix("و") in _BEFORE
        if told and to.kind == "prep" and who.kind == "np" and who.actors and that.kind == "clause":
            before.kind, before.marks = "other", [Mark(before.first, before.last, Cue("mood", "recalled"))]
            to.kind, to.marks = "other", []
            that.kind, that.marks = "aux", []


def leave_where_they_stand(units: list[Unit], document: Document) -> None:
    """Let where forces stand part them from nothing they do: القوات المتمركزة | في | بلدة كذا | ، | قصفت ..."""
    stationed = place_words("ar").stationed
    for at in range(len(units) - 3):
        who, prep, place = units[at : at + 3]
        told = who.kind == "np" and who.last - who.first > 1 and document.words[who.last - 1] in stationed
        if not told or prep.kind != "prep" or place.kind != "np" or not place.places:
            continue
        end = at + 3 + (units[at + 3].kind == "comma")
        if end < len(units) and units[end].kind in {"verb", "light"}:
            for one in units[at + 1 : end]:
                one.kind, one.marks = "other", []


def let_whose_it_may_be_stand_by(units: list[Unit]) -> None:
    """Let the commas about whose an event is thought to be part nothing: قصف | ، | يعتقد أنه | روسي | ، | على ..."""
    for at in range(1, len(units) - 2):
        deed, comma, hedge, whose = units[at - 1 : at + 3]
        thought = comma.kind == "comma" and hedge.kind == "other" and hedge.find("hedge") is not None
        if thought and deed.kind == whose.kind == "np" and deed.is_event and whose.actors and not whose.counts:
            comma.kind = "other"
            if at + 3 < len(units) and units[at + 3].kind == "comma":
                units[at + 3].kind = "other"
