"""The places that a text names."""

from ascertain.extract.places.finder import find_places

__all__ = ["find_places"]
