"""Months, weekdays, seasons and days that stand alone, which many other words look like."""

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import maker
from ascertain.languages.times import time_words
from ascertain.model.time_expression import Calendar

_CAPITAL_CUES = frozenset(("may", "march", "mar", "sun", "sat", "dec", "august"))

_MONTH_CUES = frozenset(
    "in since by during until till before after from to of late early mid and - last next this between through for on "
    "في منذ خلال من حتى حتي شهر بحلول إلى الى الي اواخر اوايل منتصف بداية بدايه نهاية نهايه مطلع و".split()
)


_FOR_A_SEASON = frozenset(
    "capital residence palace house home houses homes camp camps school schools uniform uniforms clothes clothing "
    "olympics games wheat crop crops".split()
)
_SHORTEST_NAME = 2  # letters, of an Arabic month


@maker
def make_weekday_after_cue(match: Match) -> Made | None:
    """Read a short weekday after a word that goes with days."""
    if match.word_before() not in ("on", "by", "until", "since", "till", "to", "and", "from"):
        return None
    raw = match.document.text[match.document.starts[match.items[0].first]]
    return {"date": Calendar(weekday=match.get("weekday"))} if raw.isupper() else None


@maker
def make_the_season(match: Match) -> Made | None:
    """Read "the summer", which what is for a season is not: "the summer capital"."""
    return None if match.word_after() in _FOR_A_SEASON else {"date": Calendar(season=match.get("season"))}


@maker
def make_season_after_cue(match: Match) -> Made | None:
    """Read a season after a word that goes with times."""
    if match.word_after() in _FOR_A_SEASON:
        return None
    if match.word_before() not in _MONTH_CUES and match.word_before() != "over":
        return None
    return {"date": Calendar(season=match.get("season"))}


@maker
def make_month_after_cue(match: Match) -> Made | None:
    """Read in May: a month whose name is also another word, after a word that goes with months."""
    item = match.items[-1]
    word = match.document.text[match.document.starts[item.first] : match.document.ends[item.first]]
    after = match.word_after()
    if match.word_before() not in _MONTH_CUES or word.endswith(time_words().not_months):
        return None
    if item.prefix and len(word) - item.prefix <= _SHORTEST_NAME and not word.startswith("و"):
        return None  # «من باب الحرص» names no August
    if match.document.words[item.first] in _CAPITAL_CUES and not word[:1].isupper():
        return None
    if match.document.words[item.first] == "may" and after in ("be", "have", "not", "also", "i", "you", "we", "or"):
        return None
    return {"date": Calendar(month=match.get("month"))}


@maker
def make_month_alone(match: Match) -> Made | None:
    """Read a month by its name."""
    word = match.document.words[match.items[0].first]
    raw = match.document.text[match.document.starts[match.items[0].first]]
    if word in _CAPITAL_CUES and not raw.isupper():
        return None
    return {"date": Calendar(month=match.get("monthname"))}


@maker
def make_day_alone(match: Match) -> Made | None:
    """Read the 5th."""
    item = match.items[-1]
    if match.get("dayth") is None and match.word_after()[:1].isalpha() and match.word_after() not in AFTER_DAY:
        return None
    if match.get("dayth") is not None:
        figures = match.document.words[item.first][0].isdigit()
        if match.word_after()[:1].isalpha() and match.word_after() not in AFTER_DAY:
            return None
        if not figures and match.word_before() not in ("on", "for", "by", "until", "till", "في"):
            return None
    elif match.word_after() in ("%", "/", ":", "-", "°"):
        return None
    return {"date": Calendar(day=int(match.get("dayth") or match.get("day")))}


AFTER_DAY = frozenset(
    "and or at in the a an to of , . by when from with after before he she they it we was were is".split()
)
