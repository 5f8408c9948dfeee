"""`goldenthread rules`: which rules there are, and which of them are checked."""
