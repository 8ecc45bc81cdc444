"""What the words of a time say by themselves: its weekday, and how many days it lies from today."""

from functools import lru_cache

from ascertain.languages.times import time_words
from ascertain.text import Document


@lru_cache(maxsize=100_000)
def weekday_in(words: str) -> int | None:
    """Return the one weekday that words name, Monday 1; None where they name none or two."""
    known = time_words().words
    found = {known[word,]["weekday"] for word in Document(words).words if "weekday" in known.get((word,), {})}
    return int(found.pop()) if len(found) == 1 else None


@lru_cache(maxsize=100_000)
def days_from_today(words: str) -> int | None:
    """Return 0 for "today" and "this morning", -1 for "yesterday evening"; None for what is not counted so."""
    known, spoken = time_words().words, Document(words).words
    for length in (3, 2, 1):
        for start in range(len(spoken) - length + 1):
            found = known.get(tuple(spoken[start : start + length]), {}).get("deictic")
            if isinstance(found, int):
                return found
    return None
