"""What patterns build: one function a maker, by the name that patterns call it by."""

from ascertain.extract.times.makers import (
    about,
    alone,
    arabic,
    arabic_days,
    clocks,
    coinciding,
    dates,
    durations,
    parts,
    ranges,
    shifts,
    years,
)
from ascertain.extract.times.makers.registry import makers

__all__ = [
    "about",
    "alone",
    "arabic",
    "arabic_days",
    "clocks",
    "coinciding",
    "dates",
    "durations",
    "makers",
    "parts",
    "ranges",
    "shifts",
    "years",
]
