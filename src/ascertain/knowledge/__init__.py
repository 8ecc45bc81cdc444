"""What the desk knows beforehand: places, actors, equipment, outlets; one loader a kind, packs are data."""

from ascertain.knowledge.knowledge import Knowledge, load

__all__ = ["Knowledge", "load"]
