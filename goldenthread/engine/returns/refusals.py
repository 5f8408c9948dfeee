"""Why a file could not be read, in words for an analyst. No value from the file is ever in them."""

from goldenthread.engine.terminal import harmless


class CannotRead(ValueError):
    """A file cannot be read as a return; the message names the file and says what to do, on one line
    whatever the file's name holds."""

    def __init__(self, told: str) -> None:
        super().__init__(harmless(told))
