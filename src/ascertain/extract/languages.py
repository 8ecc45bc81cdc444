"""Which language a text is in: by its script first, which decides most, then by its words."""

import re
from functools import lru_cache

from ascertain.languages.cues import language_codes
from ascertain.model import Item

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_PERSIAN = re.compile(r"[پچژگ]")
_SAMPLE = 4000


def language_of(item: Item) -> str | None:
    """Return the BCP 47 code of an item's language; `lang` of the item counts where the script allows it."""
    return _language(item.text[:_SAMPLE], item.lang)


@lru_cache(maxsize=64)  # one item is asked about more than once
def _language(sample: str, given: str | None) -> str | None:
    counts = {
        "arabic": _letters(_ARABIC, sample),
        "latin": _letters(_LATIN, sample),
        "cyrillic": 0 if sample.isascii() else _letters(_CYRILLIC, sample),
    }
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return given
    if script == "arabic":
        if given and given.split("-")[0] in {"fa", "ur", "ku", "ckb", "ps"}:
            return given
        return "fa" if len(_PERSIAN.findall(sample)) * 25 > counts["arabic"] else "ar"
    guessed = _guess(sample)
    if given and given.split("-")[0] not in {"ar", "fa", "ur"}:
        return given if guessed is None or len(sample) < 120 else guessed
    return guessed or ("en" if script == "latin" else None)


def _letters(runs: re.Pattern[str], sample: str) -> int:
    return sum(map(len, runs.findall(sample)))


def _guess(sample: str) -> str | None:
    """Return what CLD2 makes of it, or nothing where it isn't sure."""
    import pycld2

    try:
        reliable, _, found = pycld2.detect(sample.encode("utf-8", "ignore"), bestEffort=True)
    except pycld2.error:
        return None
    return str(found[0][1]) if reliable and found[0][1] != "un" else None


def languages_of(item: Item) -> tuple[str, ...]:
    """Return the codes of the packs to read an item with: its own language first, then those of other scripts."""
    own = language_of(item) or "en"
    codes = language_codes()
    first = own.split("-")[0] if own.split("-")[0] in codes else "en" if "en" in codes else codes[0]
    return (first, *(code for code in codes if code != first))
