"""Decisions of people: entered in the ledger, withdrawn by another decision, attached again by their words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from ascertain.integrity.clock import Clock
from ascertain.integrity.entry import Act, Entry
from ascertain.integrity.ledger import Ledger
from ascertain.model import Claim, Decision, Misused, content_id
from ascertain.model.thing import Thing
from ascertain.preserve.following import Following
from ascertain.text.fold import fold


class Attachment(Thing, frozen=True, kw_only=True):
    """Where a decision stands today: `about` is the id it now holds for, absent where it is orphaned."""

    decision: Decision
    state: Literal["attached", "re_attached", "orphaned"]
    about: str | None = None
    because: str = ""


def decide(
    ledger: Ledger, clock: Clock, *, verb: str, about: str, because: str, by: str, words: str = "",
    detail: Mapping[str, Any] | None = None,
) -> Decision:  # fmt: skip
    """Enter a decision and return it; on return it is on the disk.

    `Misused` where it withdraws what was never decided, or gives no reason.
    """
    if not because.strip():
        raise Misused("a decision needs a reason", item=about, remedy="Say why, in words for whoever reads the log.")
    earlier = _TAKEN.of(ledger)
    if verb == "withdraw" and about not in earlier:
        raise Misused("there is no such decision to withdraw", item=about, remedy="Give the id of a decision.")
    at, details = clock(), dict(detail or {})
    id = content_id("decision", len(earlier), verb, about, because, by, at, words, details)
    decision = Decision(
        id=id, verb=verb, about=about, because=because, by=by, at=at, words=words, detail=details
    )  # fmt: skip
    ledger.append([Act(action="decision", by=by, args={"decision": msgspec.to_builtins(decision)})])
    return decision


def withdraw(ledger: Ledger, clock: Clock, *, decision: str, because: str, by: str) -> Decision:
    """Withdraw a decision by another; withdrawing the withdrawal puts it in force again."""
    return decide(ledger, clock, verb="withdraw", about=decision, because=because, by=by)


def decisions(ledger: Ledger) -> tuple[Decision, ...]:
    """Return every decision ever taken, withdrawn ones and withdrawals too, in order."""
    return tuple(_TAKEN.of(ledger).values())


def _decision(entry: Entry) -> tuple[str, Decision]:
    decision = msgspec.convert(entry.args["decision"], Decision)
    return decision.id, decision


_TAKEN = Following("decision", _decision)


def in_force(taken: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that hold, in order, without withdrawals: a later one can withdraw any before it."""
    withdrawn: set[str] = set()
    holding = []
    for decision in reversed(tuple(taken)):
        if decision.id in withdrawn:
            continue
        if decision.verb == "withdraw":
            withdrawn.add(decision.about)
        else:
            holding.append(decision)
    return tuple(reversed(holding))


def attach(
    taken: Iterable[Decision], claims: Iterable[Claim], others: Mapping[str, str] | None = None
) -> tuple[Attachment, ...]:
    """Return where each decision stands, given the claims as they are read now and the words of all other ids.

    A decision whose id is there is attached. Else it is attached again to the one thing of its kind with the same words
    (in the item that `detail["item"]` names, where it names one), then to the one whose words hold its own or are
    held in them. Where there is none, or more than one, it is orphaned: shown, never lost, never guessed.
    """
    words, items = dict(others or {}), {}
    for claim in claims:
        words[claim.id], items[claim.id] = claim.quote.text, claim.item
    finder = _Finder(words, items)
    return tuple(finder.place(decision) for decision in taken)


class _Finder:
    """Finds the thing that a decision was about by its words."""

    def __init__(self, words: Mapping[str, str], items: Mapping[str, str]) -> None:
        self._words, self._items = words, items
        self._by_kind: dict[str, dict[str, str]] = defaultdict(dict)
        for id, text in words.items():
            self._by_kind[_kind(id)][id] = _folded(text)

    def place(self, decision: Decision) -> Attachment:
        if decision.about in self._words:
            return Attachment(decision=decision, state="attached", about=decision.about)
        sought = _folded(decision.words)
        if not sought:
            return self._orphan(decision, "what it is about is not there any more, and it was taken on no words")
        item = decision.detail.get("item")
        same_kind = {
            id: text
            for id, text in self._by_kind[_kind(decision.about)].items()
            if text and (item is None or self._items.get(id, item) == item)
        }
        equal = [id for id, text in same_kind.items() if text == sought]
        near = equal or [id for id, text in same_kind.items() if _holds(text, sought) or _holds(sought, text)]
        if len(near) == 1:
            how = "the same words" if equal else "words that hold these or are held in them"
            return Attachment(decision=decision, state="re_attached", about=near[0], because=f"found again by {how}")
        found = "nothing has its words any more" if not near else f"{len(near)} things have its words"
        return self._orphan(decision, found)

    @staticmethod
    def _orphan(decision: Decision, why: str) -> Attachment:
        return Attachment(decision=decision, state="orphaned", because=why)


def _kind(id: str) -> str:
    return id.rpartition("-")[0]


def _folded(words: str) -> str:
    return " ".join(fold(words).split())


def _holds(text: str, part: str) -> bool:
    """Return whether `part` stands in `text` as whole words."""
    return f" {part} " in f" {text} "
