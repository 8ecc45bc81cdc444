"""The stage: preserve."""
