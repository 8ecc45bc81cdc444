"""The stage: relate."""
