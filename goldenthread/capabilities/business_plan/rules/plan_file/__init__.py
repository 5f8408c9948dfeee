"""A plan as a table in a file: what its columns mean, and each row as an objective. Reads; keeps nothing."""
