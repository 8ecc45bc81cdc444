"""The stage: resolve."""
