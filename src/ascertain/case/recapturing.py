"""Several captures of one address, kept with the case so that `show` can tell of them."""

from collections.abc import Sequence
from typing import Any

from ascertain.model import Item, Recapture
from ascertain.publish.recaptured import of_item, told
from ascertain.storage import Query
from ascertain.storage.interface import Reader, Store

_STAGE = "recapture"


def keep_recaptures(store: Store, recaptures: Sequence[Recapture]) -> None:
    """Keep what was compared, under its place in the order; what is no longer so goes."""
    ids = [f"{number:08d}" for number in range(len(recaptures))]
    with store.unit_of_work() as work:
        for id_, recapture in zip(ids, recaptures, strict=True):
            work.put(_STAGE, id_, "", recapture)
        work.keep_only(_STAGE, ids)


def recaptures_of(store: Reader, item_id: str, zone: str) -> list[dict[str, Any]]:
    """Return each comparison that an item is in: in words, with the words and the claims of either capture alone."""
    mine = of_item(tuple(store.read(Query(stage=_STAGE), Recapture)), item_id)
    wanted = {id_ for one in mine for id_ in (one.earlier_item, one.later_item)}
    every = store.read(Query(stage="collect-item"), Item) if wanted else ()
    items = {item.id: item for item in every if item.id in wanted}
    return [_record(one, items, item_id, zone) for one in mine]


def _record(one: Recapture, items: dict[str, Item], item_id: str, zone: str) -> dict[str, Any]:
    words = told(one, items, zone, of=item_id)
    return {
        "words": words.words, "kind": one.kind, "earlier_at": one.earlier_at, "later_at": one.later_at,
        "earlier_item": one.earlier_item, "later_item": one.later_item,
        "present_earlier_absent_later": list(words.gone), "in_the_later_alone": list(words.came),
        "claims_of_the_earlier_alone": list(one.claims_gone), "claims_of_the_later_alone": list(one.claims_came),
    }  # fmt: skip
