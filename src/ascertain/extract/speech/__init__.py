"""Who says it, and how far they stand by it: chains of speakers, denial, doubt, hedges, mood."""
