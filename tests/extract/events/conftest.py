"""What the tests of events share."""

from collections.abc import Callable

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def told(knowledge: Knowledge) -> Callable[[str], list[Claim]]:
    """Return a reader of a wire's text: the events that it tells, without its statements."""

    def read(text: str) -> list[Claim]:
        item = Item(id="wire", text=text, source="River Wire", published_at="2019-11-19T12:00:00+03:00")
        return [claim for claim in extract(item, knowledge).claims if claim.event != "statement"]

    return read
