"""Years and what is longer or is counted in them: decades, centuries, quarters, weeks."""

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import calendar_of, maker
from ascertain.languages.cues import language_codes
from ascertain.languages.nouns import plain_nouns
from ascertain.languages.numbers import number_words
from ascertain.model.time_expression import Calendar


@maker
def make_year_in_words(match: Match) -> Made | None:
    """Read nineteen ninety-six."""
    return {"year": int(match.get("hundreds")) * 100 + int(match.get("yy")), "num": 0}


@maker
def make_four_figures(match: Match) -> Made | None:
    """Read a bare year, unless what stands around says that it is a number."""
    before, after, following = match.word_before(), match.word_after(), match.word_after(1)
    if before in _QUANTIFIERS or (match.give.get("cue") is None and _counted(match, after, following)):
        return None
    glued = match.document.touches(match.items[0].first)
    tied = before == "-" and (match.word_before(2).isdecimal() or match.word_before(2) in _EDGES)  # "mid-1996"
    if glued and before and before in "-/:.#@$€£+" and not tied:
        return None
    return {"date": Calendar(year=int(match.get("year"))), "year": match.get("year")}


_EDGES = frozenset(("mid", "early", "late"))

_QUANTIFIERS = frozenset(
    "about around some over nearly almost approximately than least roughly another $ € £ usd no number resolution "
    "article highway road route page version to نحو حوالي قرابة من زهاء".split()
)

_FIRST_LIKELY_YEAR, _LAST_LIKELY_YEAR = 1500, 2100

_YEAR_CUES = frozenset(
    "in since by during of from until till before after through between early mid late circa ca for year "
    "summer winter spring autumn عام سنة سنه في منذ حتي بين خلال و الى الي".split()
)


_PLURALS = ("s", "men", "people", "children")
# Those that as readily stand before how many there are: "of 2000 families", «و1600 عائلة».
_LEADS_PEOPLE_TOO = frozenset("of و الى الي".split())


def _is_counted_noun(word: str) -> bool:
    """Whether a word names people or things of which there can be so many: "the 1957 general strike" has no such."""
    many = not word.isascii() or word.endswith(_PLURALS)
    return many and any(word in plain_nouns(code) for code in language_codes())


def _counted(match: Match, after: str, following: str) -> bool:
    item = match.items[0]
    value = item.values.get("year") or 0
    if number_words().money_after.at([after], 0):
        return True
    cued = match.word_before() in _YEAR_CUES
    if (not cued or match.word_before() in _LEADS_PEOPLE_TOO) and _is_counted_noun(after):
        return True
    if (
        match.word_before() == "between"
        and after == "and"
        and following.isdecimal()
        and _is_counted_noun(match.word_after(2))
    ):
        return True  # "between 1000 and 4000 civilians"
    if not cued and not _FIRST_LIKELY_YEAR <= value <= _LAST_LIKELY_YEAR:
        return True
    if after == "-" and following.isdecimal() and not (len(following) in (2, 4) and int(following) < _LAST_LIKELY_YEAR):
        return True
    touched = item.last < len(match.document.words) and match.document.touches(item.last)
    if touched and after[:1].isalpha() and after != "s":
        return True
    if match.word_before() in _YEAR_CUES or not after[:1].isalpha():
        return not 1000 <= value <= 2199 or (touched and after in "%°")
    plural = after.endswith("s") and not after.endswith(("ss", "us", "is", "was", "has"))
    return plural or value < 1200 or after in ("men", "people", "troops", "children", "women") or following in ("men",)


@maker
def make_year_and_month(match: Match) -> Made | None:
    """Read 2016-11 and 11/2016; 1904-05 is left to the ranges."""
    if pair := match.get("yearmonth"):
        return {"date": Calendar(year=pair[0], month=pair[1])}
    year, month = int(match.get("year")), int(match.get("monthno"))
    if match.give.get("hyphen") and month > year % 100:
        return None
    return {"date": Calendar(year=year, month=month)}


@maker
def make_bc(match: Match) -> Made | None:
    """Read a year before or after Christ."""
    return {"date": Calendar(year=int(match.get("oldyear")), bc=match.get("era") == "bc")}


@maker
def make_decade(match: Match) -> Made | None:
    """Read the 1960s, the sixties."""
    value = int(match.get("year") or match.get("decadeword") or match.get("year2") or 0)
    if value < 100:
        value += 1900 if value >= 20 else 2000
    if value % 10:
        return None
    if value % 100 == 0 and match.give.get("figures") and match.word_before() in _QUANTIFIERS:
        return None
    return {"date": Calendar(decade=value // 10, edge=match.get("edge"))}


_LAST_CENTURY = 22


@maker
def make_century(match: Match) -> Made | None:
    """Read the 20th century."""
    century = match.get("ord") if match.get("ord") is not None else match.get("num")
    if match.word_after() in ("الهجري", "للهجره"):
        return None
    if century != int(century) or not 1 <= century <= _LAST_CENTURY:
        return None
    return {"date": Calendar(century=int(century), bc=match.get("era") == "bc")}


@maker
def make_date_quarter(match: Match) -> Made | None:
    """Read a quarter or half of a year."""
    year = match.get("year")
    if year is None and "من" in (match.word_after(), match.document.words[match.items[-1].last - 1]):
        return None  # «الربع الأخير من المباراة»
    quarter, half = match.get("quarterno"), match.get("halfno")
    return {"date": Calendar(year=year, quarter=quarter, half=half)}


# Words behind which "week" is a length or a week gone by, and the number behind it counts something else.
_BEFORE_A_WEEK = frozenset("last this next past previous following a per each every the one that".split())


@maker
def make_week_number(match: Match) -> Made | None:
    """Read week 10; "last week six people" is of six people, and "a week two" of two."""
    if match.word_before() in _BEFORE_A_WEEK:
        return None
    week = int(match.get("num") or match.get("ord") or 0)
    return {"date": Calendar(week=week, year=match.get("year"))} if 1 <= week <= 53 else None


@maker
def make_short_year(match: Match) -> Made | None:
    """Read '99."""
    document, item = match.document, match.items[-1]
    if not document.touches(item.first) or (match.items[0].first and document.touches(match.items[0].first)):
        return None
    if item.last < len(document) and document.touches(item.last) and document.words[item.last] == "'":
        return None
    return {"date": calendar_of(match)}
