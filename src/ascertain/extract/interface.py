"""What an extractor is."""

from collections.abc import Iterator
from typing import Protocol

from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Item, Mention, Skipped


class Extractor(Protocol):
    """Finds mentions and claims in the words of one item: spans only; it may not write and may not decide.

    A module in `extract/extractors/` (or an entry point in the group `ascertain.extractors`) offers one as
    `extractor`. Mentions and a claim's own arguments have no `value` yet: resolve finds what they stand for.
    Whatever does not quote the item's text to the character is refused by the stage, and counted.
    """

    name: str
    version: str

    def claims(self, item: Item, knowledge: Knowledge) -> Iterator[Mention | Claim | Skipped]:
        """Yield what is found, in order of the words, and what the extractor itself refused to propose."""
        ...
