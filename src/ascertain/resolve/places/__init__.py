"""From the places that a text names to where they are, with the reason."""

from ascertain.resolve.places.resolve import PlaceContext, resolve_places

__all__ = ["PlaceContext", "resolve_places"]
