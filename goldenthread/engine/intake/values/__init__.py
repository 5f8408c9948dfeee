"""Read one cell as one kind of value, and say in plain English what cannot be read."""
