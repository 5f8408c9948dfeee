"""The children in need census: reading it, and the 109 rules that the Department checks it by."""
