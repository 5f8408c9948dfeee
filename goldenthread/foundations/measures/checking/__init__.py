"""What does not add up: found among the current figures, kept as published, and flagged."""
