"""Find out what happened, and show how you know."""

__version__ = "0.1.0"
