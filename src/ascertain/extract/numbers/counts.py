"""Counts: numbers in a text with their bounds and units, and those that are no counts left out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ascertain.extract.numbers.bounds import Found, bounded, bounded_behind, repeated, with_range
from ascertain.extract.numbers.labels import STARTS, is_label_before, noun_at
from ascertain.extract.numbers.numerals import parse_figure, particles, read_numeral
from ascertain.extract.numbers.ordinals import read_ordinal
from ascertain.extract.numbers.surroundings import is_age_aside, is_name_or_code, unit_after, unit_before
from ascertain.languages.numbers import FixedCount, number_words
from ascertain.model import Count, Mention
from ascertain.text import Document
from ascertain.text.fold import WIDTHLESS

_NOUN_REACH = 6  # words
_THOUSAND = 1000.0
_FIGURES_LISTED = re.compile(r"\d{1,2}(?:,\d{1,2}){2,}")


class CountWords(NamedTuple):
    """The words of a count: the number is words [first, last), with its modifiers [outer_first, outer_last).

    `noun` is the word that says what is counted, where one follows; `kind` is people, things, bare (nothing follows),
    or what is measured: measure, percent, money, age, duration, fraction.
    """

    first: int
    last: int
    outer_first: int
    outer_last: int
    noun: int | None
    kind: str


def find_counts(document: Document, times: Iterable[Mention] = ()) -> list[Mention]:
    """Return the counts of a text, in order.

    Words inside `times` are left out, as are dates, addresses, road and unit numbers, designations and coordinates.
    What is measured rather than counted carries its unit in `value.unit` and is told apart by
    `counts_people_or_things`.
    """
    words, mentions, after = document.words, [], 0
    taken = {index for time in times for index in document.words_in(time.start, time.end)}
    taken -= {index for index in taken if _starts_duration(words, index)}
    for index in [i for i, word in enumerate(words) if STARTS[word]]:
        if index < after or index in taken:
            continue
        if words[index][0].isdigit() and _FIGURES_LISTED.fullmatch(words[index]):
            mentions.extend(_listed(document, index))
            continue
        found = _number_at(document, index)
        if found is None or not taken.isdisjoint(range(found.first, found.last)):
            continue
        mention = _counted(document, found)
        if mention:
            mentions.append(mention)
        after = mention.parsed.outer_last if mention else found.last
    return paired(document, mentions)


def _listed(document: Document, index: int) -> list[Mention]:
    """Return each figure of a list written without spaces ("22,24,26"), which counts nothing that could be named."""
    start, text = document.starts[index], document.text[document.starts[index] : document.ends[index]]
    words = CountWords(index, index + 1, index, index + 1, None, "order")
    return [
        Mention(
            kind="count", start=start + figure.start(), end=start + figure.end(), text=figure[0],
            value=Count(low=float(figure[0]), high=float(figure[0])), parsed=words,
        )
        for figure in re.finditer(r"\d+", text)
    ]  # fmt: skip


def _starts_duration(words: list[str], index: int) -> bool:
    """Return whether the number in a time is the length of something, which is reported with its unit."""
    if not STARTS[words[index]]:
        return False
    numeral = read_numeral(words, index)
    return numeral is not None and numeral[1] < len(words) and words[numeral[1]] in number_words().durations


def counts_people_or_things(mention: Mention) -> bool:
    """Return whether a count may be of people or things, and is not an age, a distance, a sum or a share."""
    return isinstance(mention.parsed, CountWords) and mention.parsed.kind in ("people", "things", "bare")


def implied_count(document: Document, index: int) -> Count | None:
    """Return what the noun at word `index` says of its number by its form alone.

    A dual is two, a singular one (so is "a man"), a plural is indefinite; None where the word is no noun of the packs.
    """
    noun = noun_at(document.words[index])
    if noun is None:
        return None
    if noun.number == 3:
        return Count(rule="indefinite", unit=noun.lemma)
    return Count(low=noun.number, high=noun.number, unit=noun.lemma)


def _number_at(document: Document, index: int) -> Found | None:
    words, lex = document.words, number_words()
    if words[index] in lex.grammar["not_numbers"] or _is_place_in_order(words, index):
        return None
    fixed = _fixed(words, index)
    numeral = read_numeral(words, index, document.touches)
    if fixed and (numeral is None or fixed.last >= numeral[1]):
        return fixed
    if numeral is None:
        return _nothing(words, index) or _dual(words, index)
    number, last = numeral
    if number.figures and (part := _figure_fraction(document, index)):
        return part
    if number.figures and (power := _power_of_ten(document, index)):
        return power
    if number.figures and is_name_or_code(document, index, last):
        return None
    if words[index] == "one" and _is_pronoun(words, index):
        return None
    if words[index] in lex.grammar["one"] and last == index + 1 and words[index] not in lex.cardinals:
        return None
    if not number.figures and (ordinal := read_ordinal(words, index)) and ordinal[1] > last:
        return None
    if number.figures and (magnitude := _magnitude_apart(document, last)):
        number, last = number._replace(value=number.value * magnitude), last + 1
    negative = index > 0 and words[index - 1] in lex.grammar["minus"]
    value = -number.value if negative else number.value
    prefix = 0 if negative else number.prefix
    found = Found(index - negative, last, value, value, "exact", prefix, number.fraction)
    return repeated(document, with_range(document, found, number) or found)


def _is_place_in_order(words: list[str], index: int) -> bool:
    """Return whether a number says which and not how many: «الخامس عشر»، «الجولة الـ17»."""
    if index == 0:
        return False
    lex, before = number_words(), words[index - 1]
    if words[index] in ("عشر", "عشره") and particles(before, lex.ordinals) > 0:
        return True
    if before != "ال" or index < 2 or not words[index - 2].startswith("ال"):
        return False
    return words[index - 2][2:] not in lex.durations


def _figure_fraction(document: Document, index: int) -> Found | None:
    """Read "1/2 of": a fraction in figures, told from dates and counters by the "of" behind it."""
    words = document.words
    if index + 3 >= len(words) or words[index + 1] != "/" or not document.touches(index + 2):
        return None
    low, high = words[index], words[index + 2]
    if not (low.isdecimal() and high.isdecimal() and words[index + 3] in number_words().grammar["of"]):
        return None
    if not 0 < int(low) < int(high) <= 100:
        return None
    value = int(low) / int(high)
    return Found(index, index + 3, value, value, "exact", fraction=True)


def _power_of_ten(document: Document, index: int) -> Found | None:
    """Read 1.3e6."""
    words, sign = document.words, 1
    at = index + 2
    if at >= len(words) or words[index + 1] != "e" or not (document.touches(index + 1) and document.touches(at)):
        return None
    if words[at] in "+-" and at + 1 < len(words) and document.touches(at + 1):
        sign, at = (-1 if words[at] == "-" else 1), at + 1
    base = parse_figure(words[index])
    if base is None or not words[at].isdecimal() or len(words[at]) > 2:
        return None
    value = base * 10.0 ** (sign * int(words[at]))
    return Found(index, at + 1, value, value, "exact")


def _magnitude_apart(document: Document, last: int) -> float:
    """Return what a letter behind a space multiplies a figure with separators by ("2.33 k", "1,674.5 M"), 0 for none.

    A small letter is a unit of measure (5.5 m) unless it is that of a thousand.
    """
    words, lex = document.words, number_words()
    if last >= len(words) or len(words[last]) != 1 or document.touches(last) or not set(words[last - 1]) & set(".,"):
        return 0.0
    magnitude = lex.suffixes.get(words[last], 0.0)
    return magnitude if document.quote(last, last + 1).isupper() or magnitude == _THOUSAND else 0.0


def _fixed(words: list[str], index: int) -> Found | None:
    lex = number_words()
    entry: tuple[FixedCount, int] | None = lex.fixed.at(words, index)
    prefix = 0
    if entry is None:
        prefix = particles(words[index], lex.fixed.first_words)
        if prefix <= 0:
            return None
        entry = lex.fixed.at([words[index][prefix:], *words[index + 1 : index + 4]], 0)
        if entry is None:
            return None
        entry = entry[0], entry[1] + index
    count, last = entry
    if words[last - 1] in lex.grammar["of"] and last - 1 > index:
        last -= 1
    return Found(index, last, count.low, count.high, count.rule, prefix)


def _nothing(words: list[str], index: int) -> Found | None:
    """Read "no casualties" as none."""
    lex = number_words()
    if entry := lex.nothing.at(words, index):
        for word in words[entry[1] : entry[1] + 3]:
            if word in lex.grammar["no_what"]:
                return Found(index, entry[1], 0.0, 0.0, "exact")
            if word in lex.grammar["no_noun"]:
                break  # "without telling between civilians and ..." counts nobody
    return None


def _dual(words: list[str], index: int) -> Found | None:
    noun = noun_at(words[index])
    if noun is None or noun.number != 2 or (index and STARTS[words[index - 1]] and read_numeral(words, index - 1)):
        return None
    return Found(index, index + 1, 2.0, 2.0, "exact", max(particles(words[index], number_words().nouns), 0))


def _is_pronoun(words: list[str], index: int) -> bool:
    grammar = number_words().grammar
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    one_of_its_kind = before in grammar["copulas"] and after in grammar["of"]  # "is one of the largest towns"
    return before in grammar["not_after"] or after in grammar["not_before"] or one_of_its_kind


def _counted(document: Document, found: Found) -> Mention | None:
    words, lex = document.words, number_words()
    named = found.rule == "exact" and is_label_before(words, found.first, found.last)
    if named and not unit_after(document, found.last):
        return None
    found, outer_first, outer_last = bounded(document, found)
    kind, unit, last, noun = "bare", None, found.last, None
    if found.last - found.first == 1 and (dual := noun_at(words[found.first])) and dual.number == 2:
        kind, unit, noun = dual.kind, dual.lemma, found.first
    elif measured := (unit_before(words, outer_first) or unit_after(document, found.last)):
        kind, unit, last = measured
        if kind == "duration" and _is_during(words, outer_first, found):
            found, outer_first = found._replace(low=found.high or found.low, high=found.low, rule="exact"), found.first
        outer_last = max(outer_last, last)
    elif is_age_aside(document, found.first, found.last):
        kind, unit = "age", "year_of_age"
    elif found.fraction:
        kind = "fraction"
    else:
        noun = _noun_before(words, found) if _follows_its_noun(words, found) else _noun_after(document, outer_last)
        if noun is not None and words[noun] in lex.counters:
            return None
        if noun is not None:
            known = noun_at(words[noun])
            kind, unit = (known.kind, known.lemma) if known else ("things", words[noun])
            found = bounded_behind(document, found, noun) if noun >= found.last else found
    start = document.starts[found.first] + _letters(document, found.first, found.prefix)
    end = document.ends[max(last, found.last) - 1]
    if outer_last > found.last and kind not in ("measure",) and words[found.last] == "-":
        end = max(end, document.ends[outer_last - 1])  # "60-plus"
    count = Count(low=found.low, high=found.high, rule=found.rule, unit=unit)
    parsed = CountWords(found.first, max(last, found.last), outer_first, max(outer_last, last, found.last), noun, kind)
    return Mention(kind="count", start=start, end=end, text=document.text[start:end], value=count, parsed=parsed)


def _is_during(words: list[str], outer_first: int, found: Found) -> bool:
    """Return whether "over" before a length of time says during ("earn it over 3 years"), not "more than"."""
    grammar = number_words().grammar
    if found.rule != "more_than" or words[outer_first] not in grammar.get("during", ()):
        return False
    return outer_first > 0 and words[outer_first - 1] not in grammar.get("lasting", ())


def _letters(document: Document, index: int, prefix: int) -> int:
    """Return how many characters of the original the particles of a word take, the article left on."""
    word = document.words[index]
    if prefix >= 2 and word[:prefix].endswith("ال"):
        prefix -= 2
    if not prefix:
        return 0
    seen = 0
    for position, character in enumerate(document.flat[document.starts[index] : document.ends[index]]):
        if character not in WIDTHLESS:
            if seen == prefix:
                return position
            seen += 1
    return 0


def _follows_its_noun(words: list[str], found: Found) -> bool:
    """Return whether an Arabic number stands behind what it counts: «مدنيين اثنين»، «المصابين الثلاثة»."""
    word = words[found.first]
    if not "\u0620" <= word[0] <= "\u064a" or found.low is None:
        return False
    return found.low <= 2 or word.startswith("ال")


def _noun_before(words: list[str], found: Found) -> int | None:
    before = found.first - 1
    return before if before >= 0 and noun_at(words[before]) is not None else None


def _noun_after(document: Document, index: int) -> int | None:
    """Return the word that says what is counted: a known noun, else a plural, else the next plain word.

    Designations are passed over ("5 T-62 tanks"); a word that tells what happened ("three wounded") counts nothing.
    """
    words, lex = document.words, number_words()
    plain, at, last = list[int](), index, min(index + _NOUN_REACH, len(words))
    while at < last:
        word = words[at]
        if at + 2 < len(words) and words[at + 1] == "-" and document.touches(at + 1) and words[at + 2][0].isdigit():
            at += 3
            continue
        if word in lex.grammar["of"] or word in ("the", "-"):
            at += 1
            continue
        noun = noun_at(word)
        if noun is not None:
            return at
        if not word[0].isalpha() or word in lex.grammar["no_noun"] or STARTS[word] or _tells_what_happened(word):
            break
        plain.append(at)
        at += 1
    plural = next((at for at in plain if words[at].isascii() and words[at].endswith("s")), None)
    return plural if plural is not None else next(iter(plain), None)


def _tells_what_happened(word: str) -> bool:
    return word in number_words().grammar["outcomes"] or (word.isascii() and len(word) > 4 and word.endswith("ed"))


def paired(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Join "more than 20 and less than 35" to one range."""
    words, lex, joined = document.words, number_words(), list[Mention]()
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and isinstance(last.value, Count) and isinstance(mention.value, Count):
            one, two = last.value, mention.value
            between = words[last.parsed.outer_last : mention.parsed.outer_first]
            glued = words[mention.parsed.outer_first][:1] == "و"
            if (
                {one.rule, two.rule} in ({"more_than", "at_most"}, {"at_least", "at_most"})
                and ((1 <= len(between) <= 2 and set(between) <= lex.joins | {"،", ","}) or (glued and not between))
                and (one.low or two.low or 0) < (one.high or two.high or 0)
            ):
                span = last.parsed._replace(last=mention.parsed.last, outer_last=mention.parsed.outer_last)
                low, high = (one.low, two.high) if one.low is not None else (two.low, one.high)
                joined[-1] = Mention(
                    kind="count",
                    start=last.start,
                    end=mention.end,
                    text=document.text[last.start : mention.end],
                    value=Count(low=low, high=high, rule="range", unit=two.unit or one.unit),
                    parsed=span._replace(noun=mention.parsed.noun, kind=mention.parsed.kind),
                )
                continue
        joined.append(mention)
    return joined
