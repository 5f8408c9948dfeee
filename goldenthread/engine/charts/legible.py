"""Text without what no page, PDF or Word file can hold: control characters and broken pairs."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

T = TypeVar("T")


def legible(text: str) -> str:
    """The text without characters that XML forbids; they come in with pasted text and old systems."""
    return UNPRINTABLE.sub("", text)


def legible_in(thing: T) -> T:
    """The same for every text in a dictionary, a list, a tuple or a dataclass, however deep."""
    made: object = thing
    if isinstance(thing, str):
        made = legible(thing)
    elif isinstance(thing, dict):
        made = {name: legible_in(part) for name, part in thing.items()}
    elif isinstance(thing, list | tuple):
        made = type(thing)(legible_in(part) for part in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        parts = {f.name: legible_in(getattr(thing, f.name)) for f in fields(thing) if f.init}
        made = replace(thing, **parts)
    return cast(T, made)
