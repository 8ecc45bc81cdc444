"""The land that a nation's adjective gives a town: "the Ruritanian town of X", مدينة ... الفلانية."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ascertain.knowledge.nations import Nation
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text.fold import fold

_BEFORE = re.compile(r"([^\W\d_]{1,40}) (?:[a-z]{1,30}[ -])?[a-z]{1,30} of\Z")  # "Ruritanian border town of"
_BEHIND = re.compile(r"\A ([\u0621-\u064a]+)")
_REACH = 60  # characters before a name in which the words that lead it stand
_FEMININE = "ة"


@lru_cache(maxsize=4)
def adjectives_of(nations: tuple[Nation, ...]) -> dict[str, str]:
    """Return the code of each nation by its folded adjectives; Arabic ones as they stand with a town or village."""
    found: dict[str, str] = {}
    for one in nations:
        for word in (one.adjective, *one.adjectives):
            found.setdefault(fold(word), one.code)
            if word.endswith("ي") and " " not in word:
                found.setdefault(fold(f"ال{word}{_FEMININE}"), one.code)
    return found


def land_told(text: str, mention: Mention, adjectives: Mapping[str, str]) -> str | None:
    """Return the land of whose nation an adjective beside a place's name is, where its words say what it is."""
    expression = mention.parsed
    if not adjectives or not isinstance(expression, PlaceExpression) or expression.feature is None:
        return None
    led = text[max(0, mention.start - _REACH) : expression.name_start].rstrip()
    before = _BEFORE.search(led)
    if before is not None:
        return adjectives.get(fold(before[1]))
    behind = _BEHIND.match(text[mention.end : mention.end + _REACH])
    return adjectives.get(fold(behind[1])) if behind is not None else None


def in_that_land(codes: Sequence[str | None], land: str | None) -> list[int]:
    """Return which of some places lie in a land that is told; all of them where none does or none is told."""
    inside = [place for place, code in enumerate(codes) if land is not None and code == land]
    return inside or list(range(len(codes)))
