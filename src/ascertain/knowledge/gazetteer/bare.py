"""A place's name without the words for what it is, and its consonants: what two names of one place share."""

from functools import lru_cache

from ascertain.knowledge.gazetteer.keys import name_key
from ascertain.knowledge.gazetteer.skeleton import skeleton
from ascertain.text import words_of_phrase

_SHORTEST = 3  # consonants by which a name is known across scripts


@lru_cache(maxsize=100_000)
def bare_name(name: str, kinds: frozenset[str]) -> tuple[str, ...]:
    """Return the key of a place's name without the words of `kinds`: "the village of Orda" and "Orda" are one."""
    words = [word for word in words_of_phrase(name) if word[:1].isalpha()]
    return tuple(key for key in name_key(words) if key not in kinds)


@lru_cache(maxsize=100_000)
def bones(key: tuple[str, ...]) -> str:
    """Return the consonants of a key, the same in either script; empty where they are too few to go by."""
    found = "".join(map(skeleton, key))
    return found if len(found) >= _SHORTEST else ""
