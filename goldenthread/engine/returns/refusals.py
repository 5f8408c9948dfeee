"""Why a file could not be read, in words for an analyst. No value from the file is ever in them."""


class CannotRead(ValueError):
    """A file cannot be read as a return; the message names the file and says what to do."""
