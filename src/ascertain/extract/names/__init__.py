"""Who and with what: actors, people and equipment by lexicon and grammar, in both scripts."""

from ascertain.extract.names.actors import find_actors
from ascertain.extract.names.equipment import find_equipment

__all__ = ["find_actors", "find_equipment"]
