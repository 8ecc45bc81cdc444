"""The clock, passed in: what seals or decides is told the time and never asks for it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]
"""Gives the present as RFC 3339 in UTC, to the second."""


def system_clock() -> str:
    """Return the machine's present, which no one but the machine vouches for."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
