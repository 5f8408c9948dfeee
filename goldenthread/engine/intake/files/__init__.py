"""Each kind of file that a table comes in: how it is told apart, bounded and read."""
