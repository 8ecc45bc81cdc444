"""The stage: weigh."""
