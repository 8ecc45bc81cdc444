"""What a person decided."""

from typing import Any

from ascertain.model.thing import Thing


class Decision(Thing, frozen=True, kw_only=True):
    """One act of a person on the case: kept in the ledger, withdrawn by another decision, never overwritten.

    `verb` says what (`split_origin`, `merge_incidents`, `withhold`, `release`, `refuse_claim`, `set_published_at`,
    `review`, `withdraw`); `about` is an id and `words` the quote it was taken on, by which it is attached again when
    a better reader moves the claim. `at` is RFC 3339 and may never reach a fact.
    """

    id: str
    verb: str
    about: str
    because: str
    by: str
    at: str
    words: str = ""
    detail: dict[str, Any] = {}
