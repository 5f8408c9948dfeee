"""What the files that bring figures look like, and how they are read. Reads only; no database."""
