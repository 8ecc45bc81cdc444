"""How many a noun phrase names, of which group or thing."""

from dataclasses import dataclass

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.extract.numbers import CountWords
from ascertain.languages.cues import Cue
from ascertain.model import Count, Mention
from ascertain.model.claim import Group
from ascertain.model.count import CountRule
from ascertain.text import Document

_MANY = ("ون", "ين", "ات", "ان", "وا", "قاده", "ضباط")
_HELD = frozenset(("بلده", "مدينه", "قريه", "محافظه", "منطقه", "حي", "مخيم", "ريف", "ناحيه", "قضاء", "مديريه"))
_SPACES = 3  # characters between the number of a line and what it numbers: a dot, a dash
_MEASURED = frozenset({"measure", "percent", "money", "age", "duration", "order", "fraction"})
_NUMBERS_OF_NATIONS = {"ان": "dual", "تين": "dual", "ين": "plural", "ون": "plural", "ات": "plural"}
_ARMS = frozenset({"artillery", "small_arms"})  # ids of equipment whose words name no single piece
_GROUPS: dict[str, Group] = {
    "civilians": "civilians", "combatants": "combatants", "children": "children", "women": "women", "men": "men",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """How many: `low` and `high` absent where the words leave them open; words [first, last) say it."""

    low: float | None
    high: float | None
    rule: CountRule
    group: Group | None
    item: str | None
    first: int
    last: int
    others: bool = False
    additional: bool = False
    named: int | None = None
    status: bool = False  # only that they were civilians is said

    @property
    def exact(self) -> bool:
        """Whether the words give one figure."""
        return self.low is not None and self.low == self.high


def counting(unit: Unit) -> Mention | None:
    """Return the count of a noun phrase that says how many people or things, if any does."""
    for mention in unit.counts:
        words = mention.parsed
        if isinstance(words, CountWords) and words.kind not in _MEASURED:
            return mention
    return None


def is_bare_figure(clause: Clause, index: int) -> bool:
    """Whether a phrase is a figure alone: right before "wounded" it counts them ("reports of three wounded")."""
    if clause.kind(index) != "np" or (count := counting(clause.units[index])) is None:
        return False
    unit, words = clause.units[index], count.parsed
    return (unit.first + unit.determined, unit.last) == (words.outer_first, words.outer_last)


def is_figure_of_things(clause: Clause, index: int) -> bool:
    """Whether "of" brings things, and no people, right behind a figure alone: العشرات | من | الأسلحة."""
    if clause.order != "vso" or not is_bare_figure(clause, index) or clause.kind(index + 1) != "prep":
        return False
    if clause.units[index].cue("people", "victims") is not None:
        return False
    told = clause.units[index + 2] if clause.kind(index + 2) == "np" else None
    origin = clause.units[index + 1].has("mark", "origin")
    return origin and told is not None and bool(told.cue("thing")) and not (told.cue("people") or told.actors)


def number_of(unit: Unit, document: Document, *, of_things: bool = False) -> Number | None:
    """Return how many people (or, with `of_things`, things) a noun phrase names; nothing where it names none."""
    if unit.is_event or (unit.pronoun and (of_things or not unit.has("word", "one_person"))):
        return None
    if unit.pronoun or (unit.last - unit.first == 1 and unit.has("word", "one_person")):
        return None if of_things else Number(1, 1, "exact", "unknown", None, unit.first, unit.last)
    head = unit.cue("thing") if of_things else None
    head = head or _people(unit, document) or unit.cue("victims")
    if not of_things and head is None and (_is_thing(unit, document) or unit.equipment):
        return None
    if not of_things and head is not None and "body" in head.flags and _is_of_a_body(unit, document):
        return None
    if not of_things and head is not None and "status" in head.flags and _describes_a_thing(unit, head):
        return None
    item = _item(unit) if of_things else None
    group = None if of_things else _group(unit, document)
    others = unit.has("mark", "others") or (head is not None and head.kind == "people" and "others" in head.flags)
    flags = {"others": others, "additional": unit.has("mark", "additional")}
    count = counting(unit)
    count = None if count is not None and not of_things and _numbers_a_name(unit, count) else count
    if count is not None and _is_of_others(unit, count, document):
        return _implied(unit, "singular", group, item, flags)
    if count is not None and isinstance(count.value, Count):
        first = min(document.word_at(count.start), count.parsed.outer_first)
        first = min([first, *(mark.first for mark in unit.marks if mark.cue is head)])  # مدني واحد
        value = count.value
        status = head is not None and "status" in head.flags
        return Number(value.low, value.high, value.rule, group, item, first, unit.last, status=status, **flags)
    if of_things and unit.cue("thing") is None and _is_an_arm(unit):
        return None
    if head is None and not of_things and unit.has("word", "one_of") and not (unit.places or unit.actors):
        return _implied(unit, "singular", group, item, flags)  # "one of the cadres"
    if head is None and not of_things and others and _are_only_others(unit):
        one = unit.last - unit.first == 1 and unit.determined  # "another"
        return _implied(unit, "singular" if one else "plural", group, item, flags)
    if head is None and not of_things and (nation := _nationals(unit, document)):
        return _implied(unit, nation, group, item, flags)
    if head is None and not _actor_counts(unit):
        named = 1 if not of_things and is_name(unit, document) else None
        if not of_things and named is None and document.words[unit.last - 1] == "number":
            return _implied(unit, "plural", group, item, flags)  # "an unspecified number"
        if not of_things and named is None and _is_somebody(unit):
            return Number(1, 1, "exact", group, item, unit.first, unit.last, **flags)
        thing_said = of_things and (bool(unit.equipment) or unit.has("word", "indefinite"))
        if named is None and not thing_said:
            return None
        return Number(1, 1, "exact", group, item, unit.first, unit.last, named=named, **flags)
    if head is None and not of_things and any(getattr(m.parsed, "type", None) == "person" for m in unit.actors):
        return Number(1, 1, "exact", group, item, unit.first, unit.last, named=1, **flags)
    form = "singular" if unit.has("word", "one_of") else _form(unit, head) if head else _actor_counts(unit)
    if form == "singular" and _is_a_cell(unit, document):
        form = "plural"  # مقتل مجموعة تابعة لقسد
    if form == "plural" and _is_one_of_a_body(unit, document):
        form = "singular"
    ended = unit.find("victims", "plural")
    counted = ended is not None and ended.last == unit.last and document.words[unit.last - 1].endswith("s")
    if form == "singular" and counted and not of_things:
        form = "plural"  # "civilian fatalities"
    return _implied(unit, form, group, item, flags)


def _is_of_a_body(unit: Unit, document: Document) -> bool:
    """Whether a thing ends an English phrase, and the body before it only says whose it is: "an army base"."""
    thing, people = unit.find("thing"), unit.find("people")
    ends = thing is not None and thing.last == unit.last and document.words[thing.first].isascii()
    return ends and thing is not None and people is not None and people.last == thing.first


def _is_one_of_a_body(unit: Unit, document: Document) -> bool:
    """Whether an office of one heads an Arabic phrase, and the people behind it are whose he is: قيادي في الوحدات."""
    office, people = unit.find("role", ""), unit.all("people")
    word = document.words[unit.first][unit.cut :]
    if office is None or word.isascii() or office.first != unit.first or office.cue.value != "official":
        return False
    own = any(getattr(mention.parsed, "type", None) == "person" for mention in unit.actors)
    return own and all(mark.first >= office.last for mark in people) and not word.endswith(_MANY)


def _numbers_a_name(unit: Unit, count: Mention) -> bool:
    """Whether a figure stands right before somebody's name, as the number of a list's line does: 4 فلان إصابة."""
    person = next((one for one in unit.actors if getattr(one.parsed, "type", None) == "person"), None)
    behind = person is not None and count.text.isdigit() and 0 < person.start - count.end <= _SPACES
    return behind and not unit.all("people", "plural")


def _is_of_others(unit: Unit, count: Mention, document: Document) -> bool:
    """Whether a figure is of those behind "of" and one person's: "a soldier of 24 Brigade", "a mother of three"."""
    head = next((mark for mark in unit.marks if mark.cue.kind == "people"), None)
    if head is None or head.cue.form != "singular" or head.cue.flags & {"body", "collective"}:
        return False
    return (
        unit.determined
        and head.last < len(document.words)
        and document.words[head.last] == "of"
        and (document.word_at(count.start) > head.last)
    )


def _describes_a_thing(unit: Unit, head: Cue) -> bool:
    """Whether "civilian" stands right behind a word that is of no people, and nothing is counted (أهداف مدنية)."""
    if head.form != "singular":
        return False
    at = next(mark.first for mark in unit.marks if mark.cue is head)
    people = any(mark.last == at and mark.cue.kind in {"people", "victims", "word", "mark"} for mark in unit.marks)
    return at > unit.first and not (people or unit.counts)


def _are_only_others(unit: Unit) -> bool:
    """Whether a phrase says nothing of those it names but that they are others: "others", "another", "some others"."""
    told = unit.places or unit.actors or unit.equipment or unit.named or unit.marks[-1].last < unit.last
    return not told and all(mark.cue.kind in {"mark", "word", "outcome"} for mark in unit.marks)


def _form(unit: Unit, head: Cue) -> str:
    """Return the number that a head implies: of "dead of the regime", that of the dead; "a police personnel" is one."""
    if head.form == "plural" and "one_by_one" in head.flags and unit.has("word", "indefinite"):
        return "singular"
    victims, people = unit.find("victims"), unit.find("people")
    leading = min((mark for mark in unit.marks if mark.cue.kind == "people"), key=lambda mark: mark.first, default=None)
    if leading is not None and leading.first < unit.last and "collective" in leading.cue.flags:
        return leading.cue.form  # "a civilian family": several people
    behind = victims is not None and people is not None and people.first >= unit.last
    return victims.cue.form if behind and victims is not None else head.form


def _is_a_cell(unit: Unit, document: Document) -> bool:
    """Whether a word for a body heads an Arabic phrase of no figure and no person: a cell, a group."""
    people = unit.all("people")
    if len(people) != 1 or people[0].first != unit.first or document.words[unit.first].isascii():
        return False
    body = "body" in people[0].cue.flags and people[0].cue.form == "singular"
    return body and not any(getattr(mention.parsed, "type", None) == "person" for mention in unit.actors)


def _implied(unit: Unit, form: str, group: Group | None, item: str | None, flags: dict[str, bool]) -> Number | None:
    if form == "singular":
        return Number(1, 1, "exact", group, item, unit.first, unit.last, **flags)
    if form == "dual":
        return Number(2, 2, "exact", group, item, unit.first, unit.last, **flags)
    return Number(None, None, "indefinite", group, item, unit.first, unit.last, **flags)


def _actor_counts(unit: Unit) -> str:
    """Return the number that an actor's own word implies, where it names people and not a body."""
    for mention in reversed(unit.actors):
        number = getattr(mention.parsed, "number", None)
        if getattr(mention.parsed, "type", None) == "person" and number is None:
            return "singular"
        if number and getattr(mention.parsed, "group", None):
            return str(number)
    return ""


def _nationals(unit: Unit, document: Document) -> str:
    """Return the number that a nation's word alone implies where it is written as a noun: مقتل فلسطينيين."""
    alone = unit.last - unit.first == 1 and not (unit.marks or unit.places or unit.equipment)
    types = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    word = document.words[unit.first]
    if not alone or types != {"nationality"} or word.isascii():
        return ""
    if unit.determined or word[unit.cut :].startswith("ال"):
        return ""  # the Syrians in general
    return next((number for ending, number in _NUMBERS_OF_NATIONS.items() if word.endswith(ending)), "singular")


def _people(unit: Unit, document: Document) -> Cue | None:
    """Return the word for people that heads a phrase: the last, but of "teachers of a government school", the first."""
    named = unit.all("people")
    if len(named) < 2 or "of" not in document.words[named[0].last : named[-1].first]:
        return named[-1].cue if named else None
    head = named[0].cue
    told = (head.value in _GROUPS or "kin" in head.flags) and "body" not in head.flags
    return head if told else named[-1].cue


def _group(unit: Unit, document: Document) -> Group:
    cue = _people(unit, document)
    if cue is not None and cue.value in _GROUPS:
        return "unknown" if _are_of_a_place(unit, document) else _GROUPS[cue.value]
    if cue is not None and ("kin" in cue.flags or ("body" in cue.flags and cue.value == "unknown")):
        return "unknown"  # "members of an ethnic group"
    for mention in unit.actors:
        group = getattr(mention.parsed, "group", None)
        if group in _GROUPS and cue is None:
            return _GROUPS[group]
        if getattr(mention.parsed, "type", None) in {"military", "armed_group"}:
            return "combatants"
    return "unknown"


def _are_of_a_place(unit: Unit, document: Document) -> bool:
    """Whether "the sons" are those of a town: ثلاثة من أبناء بلدة ... are no children."""
    sons = next((mark for mark in unit.all("people") if document.words[mark.first] == "ابناء"), None)
    return sons is not None and sons.last < len(document.words) and document.words[sons.last] in _HELD


def _item(unit: Unit) -> str | None:
    cue = unit.cue("thing")
    if cue is not None:
        return cue.value
    for mention in unit.equipment:
        category = getattr(mention.parsed, "category", None)
        if category:
            return str(category)
    return None


def _is_an_arm(unit: Unit) -> bool:
    """Whether a phrase without a figure names an arm and not a piece of it: "artillery", مدفعية."""
    kinds = {getattr(mention.value or mention.parsed, "id", None) for mention in unit.equipment}
    return bool(kinds) and kinds <= _ARMS and not unit.has("word", "indefinite")


def _is_thing(unit: Unit, document: Document) -> bool:
    """Whether a phrase names a thing: by its last word ("a district commissioner" is none), in Arabic by its first."""
    mark = unit.find("thing")
    if mark is None:
        return False
    if mark.last != unit.last and document.words[unit.last - 1].isascii():
        return False
    offices = (one for one in unit.all("role") if one.first == unit.first and one.cue.value == "official")
    held = next(offices, None) is not None  # مدير المدرسة: the office heads it
    return not (held and any(getattr(actor.parsed, "type", None) == "person" for actor in unit.actors))


def _is_somebody(unit: Unit) -> bool:
    """Whether a phrase with "a" or "an" is of one person, whatever they are called ("a district commissioner")."""
    other = unit.cue("event", "outcome", "toll", "cause", "victims") is not None or unit.equipment or unit.places
    return unit.has("word", "indefinite") and unit.marks[0].first == unit.first and not other


def is_name(unit: Unit, document: Document) -> bool:
    """Whether a phrase of unknown words is a name: two capitalised words or more, in a text that has both cases.

    A town may be called as one of them is ("Ann Lyons"), but not as they are together.
    """
    if unit.determined or unit.actors or unit.equipment or unit.marks or unit.counts:
        return False
    if any(len(document.words_in(place.start, place.end)) > 1 for place in unit.places):
        return False
    words = [document.quote(index, index + 1) for index in range(unit.first, unit.last)]
    names = [word for word in words if word[:1].isupper() and word[1:2].islower()]
    return len(names) >= 2 and len(names) == len([word for word in words if word[0].isalpha()])
