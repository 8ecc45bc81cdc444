"""File names of pages: safe on every file system, whatever ids the evidence brings."""

import re
from collections.abc import Iterable

from ascertain.model import content_id

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


def page_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a file name, without suffix, for each id; no two are alike, even where capitals are not told apart."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for each in sorted(ids):
        name = each if _SAFE.fullmatch(each) and not each.endswith(".") else _slug(each)
        if name.casefold() in taken:
            name = f"{name[:60]}-{content_id('page', each)[-8:]}"
        taken.add(name.casefold())
        names[each] = name
    return names


def _slug(words: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-")[:48]
    return f"{plain or 'page'}-{content_id('page', words)[-8:]}"


def anchor(claim_id: str) -> str:
    """Return the anchor of a claim in its item's page."""
    return claim_id if re.fullmatch(r"claim-[A-Za-z0-9-]+", claim_id) else content_id("claim", claim_id)
