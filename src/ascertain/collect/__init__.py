"""The stage: collect."""
