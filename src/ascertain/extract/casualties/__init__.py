"""What became of whom: numbers bound to outcomes and groups."""
