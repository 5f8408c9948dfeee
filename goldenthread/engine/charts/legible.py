"""Text without what no page, PDF or Word file can hold: control characters and broken pairs."""

import re
from typing import Any

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """The text without characters that XML forbids; they come in with pasted text and old systems."""
    return UNPRINTABLE.sub("", text)


def legible_in(thing: Any) -> Any:
    """The same for every text in lists and dictionaries."""
    if isinstance(thing, str):
        return legible(thing)
    if isinstance(thing, dict):
        return {name: legible_in(part) for name, part in thing.items()}
    return [legible_in(part) for part in thing] if isinstance(thing, list | tuple) else thing
