"""From time expressions to intervals: anchoring to the moment of publication and to the text's own dates."""

from ascertain.resolve.times.resolve import resolve_times

__all__ = ["resolve_times"]
