"""The stage: publish."""
