"""When: time expressions as the words give them, in every language at once."""

from ascertain.extract.times.find import find_times

__all__ = ["find_times"]
