"""Golden Thread: the record and memory of how an area protects its children."""
