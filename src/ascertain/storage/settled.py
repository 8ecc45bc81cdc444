"""What a build left, entered in the ledger, so that `verify` can tell whether `case.db` is still that."""

from typing import Any

from ascertain.integrity.entry import Act, Entry
from ascertain.integrity.ledger import Ledger
from ascertain.model.thing import Thing


class Settled(Thing, frozen=True, kw_only=True):
    """The database that a build left: digest, size and the digests of its parts."""

    digest: str
    bytes: int
    parts: dict[str, Any] | None = None


def enter_build(ledger: Ledger, settled: Settled, by: str, **args: Any) -> Entry | None:
    """Enter a build, with what it was made from in `args`; nothing where the last build left the very same."""
    last = last_build(ledger)
    details = {**args, "bytes": settled.bytes} | ({"parts": settled.parts} if settled.parts else {})
    if last and last.digest == settled.digest and last.args == details:
        return None
    return ledger.append([Act(action="build", by=by, digest=settled.digest, args=details)])[0]


def last_build(ledger: Ledger) -> Entry | None:
    """Return the entry of the last build."""
    last = None
    for entry in ledger.entries(action="build"):
        last = entry
    return last
