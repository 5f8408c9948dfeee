"""Statuses that a reader can tell apart without colour: each tone has its own shape beside the words."""

from functools import cache

from markupsafe import Markup

# One path each, in a box of 12 by 12.
SHAPES = {
    "good": "M1 6.5 4.5 10 11 2.5",  # a tick
    "watch": "M6 1 11.5 11H.5z",  # a triangle
    "bad": "M1.5 1.5h9v9h-9z",  # a square
    "moving": "M6 1a5 5 0 1 1 0 10V1z",  # a half circle
    "waiting": "M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z",  # a ring
    "closed": "M1 6h10",  # a line
}
RATINGS = {
    "green": ("good", "Green: on track"),
    "amber": ("watch", "Amber: at risk"),
    "red": ("bad", "Red: off track"),
    "blue": ("closed", "Blue: complete"),
    "": ("waiting", "Not rated yet"),
}


@cache
def shape(tone: str) -> Markup:
    """The tone's own shape, for the eye only: the words beside it say the same."""
    return Markup(
        '<svg class="gt-status__shape" viewBox="0 0 12 12" width="12" height="12"'
        ' aria-hidden="true" focusable="false"><path d="{}"/></svg>'
    ).format(SHAPES[tone])


def rating(value: str | None) -> tuple[str, str]:
    """Tone and words of a red, amber, green or blue rating."""
    return RATINGS[(value or "").lower()]
