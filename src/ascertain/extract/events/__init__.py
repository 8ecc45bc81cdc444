"""What happened, who did it and to whom: from words to units, from units to events with their arguments."""
