"""The stage: group."""
