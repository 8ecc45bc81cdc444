"""The stage: extract."""
