"""The reader that ships: lexicons, number and time grammars, claims by patterns over units. No model, no download."""

from collections.abc import Iterator

from ascertain.extract.events.reading import VERSION, TextReader
from ascertain.extract.languages import languages_of
from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Item, Mention


class Patterns:
    """Reads every language that has a folder."""

    name = "patterns"
    version = VERSION

    def claims(self, item: Item, knowledge: Knowledge) -> Iterator[Mention | Claim]:
        """Yield the mentions, then the claims, in order of the words."""
        yield from TextReader(item, languages_of(item), knowledge).read()


extractor = Patterns()
