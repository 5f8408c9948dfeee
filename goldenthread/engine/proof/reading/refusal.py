"""A file that cannot be read, said in words that its owner can act on."""


class CannotRead(Exception):
    """The message is a full sentence in plain English, fit to print as it is."""
