"""What patterns build: one function a maker, by the name that patterns call it by."""

from ascertain.extract.times.makers import alone, arabic, clocks, dates, durations, parts, ranges, shifts, years
from ascertain.extract.times.makers.registry import makers

__all__ = ["alone", "arabic", "clocks", "dates", "durations", "makers", "parts", "ranges", "shifts", "years"]
