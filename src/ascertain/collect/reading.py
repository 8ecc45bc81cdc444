"""Run one collector over one file, in a worker with limits where its format is hostile."""

from collections.abc import Iterator

from ascertain.collect.interface import Collector
from ascertain.collect.walking import Found
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.limits import Limits


def read_file(collector: Collector, found: Found, size: int, limits: Limits) -> Iterator[Capture | Item | Skipped]:
    """Yield what `collector` makes of a file, and a reason where it makes no item."""
    made = False
    for record in collector.read(found.path, found.name):
        made = made or isinstance(record, Item | Skipped)
        yield record
    if not made:
        yield Skipped(
            stage="collect", item=found.name, why=f"the collector {collector.name} found no words in the file",
            remedy="open the file and see whether it holds any; its bytes are kept",
        )  # fmt: skip
