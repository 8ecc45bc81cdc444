"""Where words stand in a text."""

from ascertain.model.thing import Thing


class Span(Thing, frozen=True, kw_only=True):
    """Words of a text: `text[start:end] == self.text`, offsets in Unicode code points."""

    start: int
    end: int
    text: str
