"""The sample case: reconstructions written for teaching, from published facts, in our own words."""
