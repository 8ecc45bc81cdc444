"""Places by name: the built-in gazetteer, packs over it, and how both are compiled, kept and searched."""

from ascertain.knowledge.gazetteer.gazetteer import Gazetteer, NameHit, distance_m
from ascertain.knowledge.gazetteer.layer import Candidate
from ascertain.knowledge.gazetteer.load import (
    PackSummary,
    add_pack,
    gazetteer_digest,
    is_place_pack,
    load_gazetteer,
    names_listed,
)

__all__ = [
    "Candidate", "Gazetteer", "NameHit", "PackSummary", "add_pack", "distance_m", "gazetteer_digest", "is_place_pack",
    "load_gazetteer", "names_listed",
]  # fmt: skip
