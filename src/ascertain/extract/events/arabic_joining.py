"""Units of Arabic that are of one thing, joined once a sentence is cut: bodies and whose, a group and its name."""

from itertools import pairwise, zip_longest

from ascertain.extract.events.arabic_accused import part_who_is_accused
from ascertain.extract.events.arabic_asides import join_around_times
from ascertain.extract.events.arabic_believed import join_whose_men
from ascertain.extract.events.arabic_bombers import leave_bombers_whom_others_killed
from ascertain.extract.events.arabic_captives import tell_who_was_taken
from ascertain.extract.events.arabic_downed import (
    part_one_thing_from_the_doers,
    part_pairs_from_the_doers,
    tell_what_was_shot_down,
)
from ascertain.extract.events.arabic_figures import leave_figures_of_no_harm
from ascertain.extract.events.arabic_fired import tell_who_fired
from ascertain.extract.events.arabic_harmed import tell_whom_it_befell
from ascertain.extract.events.arabic_members import with_whose_members
from ascertain.extract.events.arabic_names_alone import join_whose_land, with_abbreviations, without_marks_of_names
from ascertain.extract.events.arabic_sentences import (
    join_what_befell_others,
    leave_rulings,
    part_arms_from_the_struck,
)
from ascertain.extract.events.arabic_sequels import leave_wounds_they_died_of, tell_of_one_more, tell_who_answered
from ascertain.extract.events.arabic_turns import (
    join_how_many_there_were,
    join_what_is_pointed_at,
    leave_commas_behind_doers,
    leave_that_it_set_out,
    leave_that_it_was_suffered,
    leave_to_whom_they_lean,
    leave_what_it_was_like,
    leave_what_they_are_called,
    leave_what_was_said,
    leave_where_they_stand,
    leave_who_holds_it,
    let_who_did_before_lead,
    let_whose_it_may_be_stand_by,
    tell_by_whom_it_was_carried_out,
    tell_from_whom_it_came,
    tell_to_whom_it_is_laid,
    tell_what_they_did_not_manage,
    tell_what_they_managed,
    tell_who_is_accused,
    tell_who_lost_their_lives,
    tell_whose_men_acted,
    tell_whose_men_did_it,
)
from ascertain.extract.events.arabic_two_in_one import (
    leave_arms_of_bodies,
    part_officers_from_the_doers,
    part_places_from_the_doers,
    part_where_they_stand,
)
from ascertain.extract.events.arabic_victims import is_bare_figure, name_the_victims
from ascertain.extract.events.arabic_whose import (
    join_so_called,
    with_what_they_are_called,
    with_whose_they_may_be,
    with_whose_weapons,
)
from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.languages.place_words import place_words
from ascertain.model import Mention
from ascertain.text import Document

_SIDES = {("من", side) for side in ("جهه", "ناحيه", "طرف", "جانب")}
_TWO = frozenset(("اثنان", "اثنين", "اثنتان"))
# What a body is there for, behind "to": الوكالة الوطنية للإعلام.
_CONCERNS = frozenset(
    ("اعلام", "انباء", "اخبار", "صحافه", "هجره", "اغاثه", "ارصاد", "احصاء", "طفوله", "تنميه", "دراسات", "توثيق")
) | {"حقوق الانسان"}
_CALLED = frozenset(("المدعو", "المدعوه"))
_LIMITS = frozenset(("علي الاقل", "علي اقل تقدير", "علي الاكثر", "كحد ادني"))


def join_units(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units of one sentence with those joined that belong together."""
    _leave_sides(units, document)
    _tell_who_they_are(units)
    _leave_what_falls(units)
    join_what_is_pointed_at(units)
    join_around_times(units, document)
    join_so_called(units, document)
    part_who_is_accused(units, document)
    join_whose_men(units, document)
    tell_who_is_accused(units, document)
    leave_that_it_set_out(units, document)
    leave_what_it_was_like(units, document)
    tell_who_was_taken(units, document)
    tell_what_they_managed(units, document)
    tell_what_they_did_not_manage(units, document)
    leave_rulings(units, document)
    leave_bombers_whom_others_killed(units, document)
    part_pairs_from_the_doers(units, document)
    part_one_thing_from_the_doers(units, document)
    tell_what_was_shot_down(units, document)
    part_arms_from_the_struck(units, document)
    leave_arms_of_bodies(units, document)
    part_officers_from_the_doers(units, document)
    part_places_from_the_doers(units, document)
    part_where_they_stand(units, document, place_words("ar").stationed)
    join_what_befell_others(units, document)
    tell_who_answered(units, document)
    tell_of_one_more(units, document)
    leave_wounds_they_died_of(units)
    tell_whose_men_did_it(units, document)
    tell_whose_men_acted(units, document)
    leave_what_was_said(units, document)
    leave_what_they_are_called(units, document)
    tell_who_lost_their_lives(units, document)
    tell_to_whom_it_is_laid(units, document)
    tell_from_whom_it_came(units, document)
    tell_who_fired(units, document)
    tell_whom_it_befell(units, document)
    let_who_did_before_lead(units, document)
    leave_where_they_stand(units, document)
    let_whose_it_may_be_stand_by(units)
    tell_by_whom_it_was_carried_out(units, document)
    leave_that_it_was_suffered(units, document)
    join_how_many_there_were(units, document)
    leave_to_whom_they_lean(units, document)
    leave_commas_behind_doers(units, document)
    leave_who_holds_it(units, document)
    leave_figures_of_no_harm(units, document)
    units = without_marks_of_names(units, document)
    join_whose_land(units, document)
    units = _with_what_limits_them(units, document)
    units = _with_their_number(_with_two(units, document))
    units = with_whose_they_may_be(with_whose_weapons(with_what_they_are_called(units, document)))
    units = with_whose_members(_with_what_it_is_for(units, document), document)
    units = _with_whose_office(_with_amounts(_with_bodies(units), document), document)
    joined = with_abbreviations(without_marks_of_names(_with_quoted_names(units, document), document), document)
    name_the_victims(joined, document)
    return joined


def _leave_sides(units: list[Unit], document: Document) -> None:
    """Let "on the one side" bring nobody: between the army من جهة and the rebels, with whom the fight goes on."""
    for unit, after in pairwise(units):
        says = unit.kind == "prep" and tuple(document.words[unit.first : unit.last]) in _SIDES
        if says and after.kind in {"conj", "comma", "stop", "prep"}:
            unit.kind, unit.marks = "other", []


def _tell_who_they_are(units: list[Unit]) -> None:
    """Let a pronoun between counted people and others say that these are they: eight civilians, [هم] six women."""
    for people, pronoun, who in zip(units, units[1:], units[2:], strict=False):
        if pronoun.pronoun and people.kind == "verb" and who.kind == "np" and _are_those_killed(people, who):
            pronoun.kind, pronoun.pronoun = "prep", False  # "those who were killed | are | two of X and five of Y"
            pronoun.marks = [Mark(pronoun.first, pronoun.last, Cue("mark", "including"))]
        if not (pronoun.pronoun and people.kind == who.kind == "np" and people.counts):
            continue
        alike = who.cue("people") is not None and not who.is_event
        if alike and people.cue("people", "victims") is not None:
            pronoun.kind, pronoun.pronoun = "prep", False
            pronoun.marks = [Mark(pronoun.first, pronoun.last, Cue("mark", "including"))]


def _are_those_killed(verb: Unit, who: Unit) -> bool:
    """Whether a verb of harm stands before "they are" and people or nationals."""
    harmed = verb.find("outcome") is not None
    return harmed and (who.cue("people") is not None or bool(who.actors)) and not who.is_event


def _leave_what_falls(units: list[Unit]) -> None:
    """Let what tells of deaths only with a figure of people behind it tell of none otherwise (سقوط صواريخ)."""
    for unit, behind in zip_longest(units, units[1:]):
        mark = unit.find("outcome", "noun") if unit.marks else None
        if mark is None or not unit.has("word", "coming"):
            continue
        people = behind is not None and behind.kind == "np" and behind.counts and behind.cue("people") is not None
        if not people or behind.cue("victims") is not None:
            unit.marks.remove(mark)


def _with_two(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with the two that a dual already tells, and a word says again, in one (جنديان | اثنان)."""
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined and unit.last == unit.first + 1 and document.words[unit.first] in _TWO else None
        if before and unit.kind == "np" and (before.find("people", "dual") or before.find("victims", "dual")):
            before.last = unit.last
        else:
            joined.append(unit)
    return joined


def _with_their_number(units: list[Unit]) -> list[Unit]:
    """Return the units with the figure behind "their number" as that of the people before: جرحى بلغ عددهم ستة."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        figure = _figure_behind(units, at + 1) if unit.marks and unit.has("word", "their_number") else None
        near = reversed(joined) if figure is not None else ()
        whose = next((one for one in near if one.kind in {"np", "verb", "stop"}), None)
        people = whose is not None and whose.kind == "np" and whose.cue("people", "victims") is not None
        if figure is not None and people and whose is not None and all(_is_vague(count) for count in whose.counts):
            whose.counts[:] = units[figure].counts
            if units[figure].cue("people") is not None:  # قدر عددهم بأربعة أشخاص
                whose.last = units[figure].last
                whose.marks[:0] = [mark for mark in units[figure].marks if mark.cue.kind == "people"]
            while joined[-1] is not whose:
                joined.pop()
            at = figure + 1
            continue
        joined.append(unit)
        at += 1
    return joined


def _figure_behind(units: list[Unit], at: int) -> int | None:
    """Return the place of the figure that stands at a place or behind one particle there: of nobody, or of people."""
    at += at < len(units) and units[at].kind == "prep"
    return at if at < len(units) and units[at].kind == "np" and _counts_people(units[at]) else None


def _counts_people(unit: Unit) -> bool:
    told = unit.cue("victims", "thing", "event", "outcome") is not None
    people = unit.cue("people") is not None
    return is_bare_figure(unit) or (bool(unit.counts) and people and not (told or unit.places or unit.equipment))


def _is_vague(count: Mention) -> bool:
    return getattr(count.value or count.parsed, "low", None) is None


def _with_bodies(units: list[Unit]) -> list[Unit]:
    """Return the units with bodies and the counted people right behind them in one (جثامين ستة أشخاص)."""
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined else unit
        counted = before.kind == unit.kind == "np" and unit.counts and not (before.counts or unit.cut)
        mark = before.find("victims") if counted else None
        if mark is None or "bodies" not in mark.cue.flags or unit.cue("victims", "outcome", "event", "thing"):
            joined.append(unit)
            continue
        before.last = unit.last
        before.counts.extend(unit.counts)
        before.marks.extend(one for one in unit.marks if one.cue.kind == "people")
    return joined


def _with_whose_office(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with an office and the place that it is of in one: the governor of X is struck, and not X."""
    joined: list[Unit] = []
    for unit in units:
        office = joined[-1] if joined else unit
        role = office.find("role", "") if office.kind == unit.kind == "np" else None
        held = role is not None and role.cue.value == "official" and role.last == office.last
        held = held and not document.words[office.last - 1].startswith("ال")
        if held and any(document.words_in(one.start, one.end) == range(unit.first, unit.last) for one in unit.places):
            office.last = unit.last
        else:
            joined.append(unit)
    return joined


def _with_what_limits_them(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with "at least" as one with those counted before it, where others are joined behind it."""
    kept: list[Unit] = []
    for unit, joint, others in zip_longest(units, units[1:], units[2:]):
        limits = unit.kind == "other" and " ".join(document.words[unit.first : unit.last]) in _LIMITS
        joined = joint is not None and joint.kind == "conj" and others is not None and bool(others.counts)
        if limits and joined and kept and kept[-1].kind == "np" and kept[-1].counts:
            kept[-1].last = unit.last
        else:
            kept.append(unit)
    return kept


def _with_what_it_is_for(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with a body and what it is there for in one: الوكالة الوطنية | ل | الإعلام."""
    joined: list[Unit] = []
    for unit in units:
        body, of = joined[-2:] if len(joined) > 1 else (unit, unit)
        particle = of.kind == "prep" and of.first == of.last and unit.cut and document.words[unit.first][0] == "ل"
        named = particle and body.kind == unit.kind == "np" and (body.find("role") is not None or bool(body.actors))
        what = " ".join(document.words[unit.first : unit.last])
        if not named or body.is_event or what.removeprefix("ل").removeprefix("ل") not in _CONCERNS:
            joined.append(unit)
            continue
        joined.pop()
        body.last = unit.last
    return joined


def _with_amounts(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with a word for many and the dead or hurt behind "of" in one (العديد | من | الجرحى)."""
    joined: list[Unit] = []
    for unit in units:
        amount, of = joined[-2:] if len(joined) > 1 else (unit, unit)
        of_them = of.kind == "prep" and unit.kind == amount.kind == "np" and document.words[of.first] == "من"
        counts = amount.counts if of_them and is_bare_figure(amount) else []
        vague = bool(counts) and getattr(counts[0].value, "low", 0) is None
        if not vague or unit.counts or unit.find("victims") is None:
            joined.append(unit)
            continue
        joined.pop()
        amount.last = unit.last
        amount.marks.extend(unit.marks)
        amount.actors.extend(unit.actors)
    return joined


def _with_quoted_names(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with a body's or person's name in quotation marks as one with it (فصيل "فرقة الحمزة")."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        body, marks = units[at], units[at + 1 : at + 4]
        quoted = len(marks) > 2 and marks[0].kind == marks[2].kind == "quote" and marks[1].kind == "np"
        if quoted and (_is_named_behind(body, marks[1]) or _is_of_one_person(body, marks[1], document)):
            body.last = marks[2].last
            body.actors.extend(marks[1].actors)
            at += 3
        joined.append(body)
        at += 1
    return joined


def _is_named_behind(body: Unit, name: Unit) -> bool:
    head = body.find("people")
    outlet = body.find("role")
    group = head is not None and head.last == body.last and "body" in head.cue.flags
    thing = body.find("thing")
    post = thing is not None and thing.last == body.last and thing.cue.value == "position" and bool(name.actors)
    agency = outlet is not None and outlet.last == body.last and outlet.cue.value in ("outlet", "monitor")
    ends = (group or agency or post) and not body.is_event
    return ends and not (name.counts or name.is_event or name.cue("outcome", "victims", "thing"))


def _is_of_one_person(who: Unit, name: Unit, document: Document) -> bool:
    """Whether a phrase ends with the word for one person, of whom a name behind it is the name: الطفل "فلان"."""
    head = who.find("people", "singular")
    called = document.words[who.last - 1] in _CALLED  # العامل المدعو "فلان"
    ends = head is not None and head.last in {who.last, who.last - called}
    one = ends and head is not None and "body" not in head.cue.flags and not who.actors
    named = any(getattr(mention.parsed, "type", "") == "person" for mention in name.actors)
    one = one or (who.has("word", "each") and not (who.actors or who.is_event))  # قتل | كل من | "فلان"
    return one and named and not (name.counts or name.is_event or name.cue("outcome", "victims", "thing", "people"))
