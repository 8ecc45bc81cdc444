"""What the words around a speaker say of whose side they are on: "an analyst close to the army", "its spokesman"."""

import re
from functools import cache
from importlib.resources import files

from ascertain.text.fold import fold_characters
from ascertain.text.tables import read_tables

_REACH = 90  # characters after a name within which it is said what they are
_SPOKEN = r"\b(?:said|says|told|wrote|that|who|ان)\b"
_END = re.compile(rf"[,،.;؛:\n()]|{_SPOKEN}")


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = read_tables(files("ascertain.relate").joinpath("bonds.toml").read_text("utf-8")).values()

    def any_of(key: str) -> str:
        phrases = {fold_characters(phrase) for table in words for phrase in table.get(key, ())}
        return "|".join(re.escape(one) for one in sorted(phrases, key=lambda one: (-len(one), one)))

    near = any_of("close_to")
    # a particle that is written onto the side's name (التابعة للحكومة) is met everywhere: it must stand right behind
    close = re.compile(rf"(?:(?!{_SPOKEN})[^,،.;؛\n]){{0,45}}?(?<!\w)(?:{near})\s+|(?:{near})(?<=ل)")
    owned = re.compile(rf"(?<!\w)(?:{any_of('possessive')})\s+(?:\w+\s+)?$")
    return close, owned, re.compile(rf"(?<!\w)[وفبل]?(?:{any_of('ours')})(?!\w)")


def close_to(text: str, end: int) -> str:
    """Return the words for whom somebody named before `end` is close to; empty where nothing is said."""
    told = fold_characters(text[end : end + _REACH]).lstrip(" ,،(-–—")
    match = _cues()[0].match(told)
    if match is None:
        return ""
    whose = told[match.end() :]
    if match.group().endswith("ل") and whose.startswith("ل"):
        whose = f"ا{whose}"  # للحوثيين: the particle has swallowed the article's first letter
    return _END.split(whose, maxsplit=1)[0].strip()


def is_owned(text: str, start: int) -> bool:
    """Whether a possessive stands before a speaker: "its press office" is the office of who was named before."""
    return _cues()[1].search(fold_characters(text[max(0, start - 24) : start])) is not None


def is_ours(text: str, start: int, end: int) -> bool:
    """Whether a speaker [start, end) is one of the writer's own people: "our correspondent", مراسلنا."""
    return _cues()[2].search(fold_characters(text[max(0, start - 5) : end])) is not None
