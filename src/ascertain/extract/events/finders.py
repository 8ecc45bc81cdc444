"""Runs the finders of times, numbers, places, actors and equipment over one text."""

from ascertain.extract.names import find_actors, find_equipment
from ascertain.extract.numbers import find_counts
from ascertain.extract.places import find_places
from ascertain.extract.times import find_times
from ascertain.knowledge import Knowledge
from ascertain.model import Mention
from ascertain.text import Document

_ORDER = {"time": 0, "place": 1, "actor": 2, "equipment": 3, "count": 4}


def find_mentions(document: Document, lang: str, knowledge: Knowledge) -> list[Mention]:
    """Return every mention of a text in order of the words; numbers inside times are not counts."""
    times = find_times(document, lang)
    mentions = [
        *times,
        *find_counts(document, times=times),
        *find_actors(document, lang, knowledge),
        *find_equipment(document, lang, knowledge),
        *find_places(document, lang, knowledge.gazetteer),
    ]
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end, _ORDER[mention.kind]))
