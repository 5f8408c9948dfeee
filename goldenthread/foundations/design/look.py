"""How one field is to look, where its type does not say. A form keeps these in `looks`, by field name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Look:
    """`width` is in characters (2, 3, 4, 5, 10, 20) or a fraction ("one-half", "two-thirds").

    `size` is that of the label ("s", "m", "l"); "page" makes the question the page's own heading.
    `revealed_by` names another radio or checkbox field and the value that brings this one out;
    until then it is neither shown, required nor kept. `hints` explains single choices, by value.
    """

    size: str = "s"
    width: str = ""
    prefix: str = ""
    suffix: str = ""
    inline: bool = False
    small: bool = False
    rows: int = 5
    hints: Mapping[str, str] = field(default_factory=dict)
    revealed_by: tuple[str, str] | None = None


PLAIN = Look()


def look_of(form, name: str) -> Look:
    return getattr(form, "looks", {}).get(name, PLAIN)
