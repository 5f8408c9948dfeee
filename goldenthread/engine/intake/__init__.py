"""The one way that any table comes into the product. It reads and says; it changes nothing."""
