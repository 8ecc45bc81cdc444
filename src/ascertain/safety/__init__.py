"""Everything hostile input must pass."""
