"""Ids of claims inside sentences that other stages wrote: taken out of the words, kept as citations."""

import re

_CLAIM_ID = re.compile(r"\bclaim-[0-9a-f]{20}\b|\bclaim-of-[^\s,;)\]]+-\d+\b")
_EMPTY = re.compile(r"\s{0,9}[(\[](?:[,;]|and|\s){0,60}[)\]]")


def claim_ids(words: str) -> list[str]:
    """Return the claim ids that stand in `words`, in order."""
    return list(dict.fromkeys(_CLAIM_ID.findall(words)))


def without_claim_ids(words: str) -> str:
    """Return `words` without the ids, and without brackets that held nothing else."""
    bare = _EMPTY.sub("", _CLAIM_ID.sub("", words))
    bare = re.sub(r"(?:\s{0,9},){1,99}(?=\s{0,9}[,.;:]|\s{0,9}$)", "", bare)
    return re.sub(r"\s([,.;:])", r"\1", re.sub(r"\s{2,}", " ", bare)).strip().strip(":,")
