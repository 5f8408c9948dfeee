"""The reference that an action is given where it came without one."""


def reference(number: int) -> str:
    """1 → "A0001": short enough to be said aloud in a meeting, and it sorts."""
    return f"A{number:04}"
