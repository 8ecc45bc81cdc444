"""Decisions that a person may take on a case, and the words they are taken on."""

from typing import TYPE_CHECKING, Any

from ascertain.model import Claim, Incident, Item, Misused, Reading
from ascertain.storage import Query, read_store

if TYPE_CHECKING:
    from ascertain.case.case import Case

# Each verb and what it does, for the reference and the errors.
DECISIONS = {
    "review": "an incident was checked by a person and may be published",
    "withhold": "a name or actor is left out of whatever is published",
    "release": "a name or actor may be published",
    "exclude": "an item is left out of the case; its bytes are kept",
    "refuse_claim": "a claim is read wrongly and counts for nothing",
    "split_origin": "an item or claim stands alone from now on",
    "merge_origins": "two items are one origin",
    "split_incident": "a claim or item tells of another event",
    "merge_incidents": "two incidents are one event",
    "withdraw": "an earlier decision no longer holds",
}
_NEED_ANOTHER = frozenset(("merge_origins", "merge_incidents"))


def words_of(case: "Case", verb: str, about: str, other: str) -> tuple[str, dict[str, Any]]:
    """Return the words of what is decided on, by which it is found again when ids move, and the decision's detail."""
    if verb in _NEED_ANOTHER and not other:
        raise Misused(f"{verb} needs two", item=about, remedy="Name the other one: --with ID")
    detail: dict[str, Any] = {}
    if other:
        detail["from" if verb == "split_incident" else "with"] = other
    if not (case.evidence / "case.db").exists():
        return "", detail
    with read_store(case.evidence, server=case.server) as store:
        for reading in store.read(Query(stage="resolve"), Reading):
            claim = next((claim for claim in reading.claims if claim.id == about), None)
            if claim is not None:
                return _claim_words(claim), {**detail, "item": claim.item}
        for item in store.read(Query(stage="collect-item", ids=(about,)), Item):
            return item.title or "", detail
        for incident in store.read(Query(stage="incident", ids=(about,)), Incident):
            return incident.title, {**detail, "claims": list(incident.claims)}
    return "", detail


def _claim_words(claim: Claim) -> str:
    return claim.quote.text
