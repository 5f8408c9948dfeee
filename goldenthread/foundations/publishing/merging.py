"""Two people wrote in the same place. Where they touched different paragraphs, their words are joined.

Where they touched the same one, nothing is joined and nothing is lost: the caller keeps both and asks.
Pure: text in, text out.
"""

from difflib import SequenceMatcher

Change = tuple[int, int, list[str]]  # paragraphs [start, end) of the original become these


def joined(original: str, first: str, second: str) -> str | None:
    """The original with both sets of changes, or None where they meet in one paragraph."""
    base = original.split("\n\n")
    ours, theirs = _changes(base, first.split("\n\n")), _changes(base, second.split("\n\n"))
    if any(_meet(one, other) for one in ours for other in theirs if one != other):
        return None
    both = sorted({(s, e, tuple(new)) for s, e, new in [*ours, *theirs]}, reverse=True)
    for start, end, new in both:
        base[start:end] = new
    return "\n\n".join(base)


def _changes(base: list[str], other: list[str]) -> list[Change]:
    matcher = SequenceMatcher(a=base, b=other, autojunk=False)
    return [
        (i1, i2, other[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"
    ]


def _meet(one: Change, other: Change) -> bool:
    """Overlapping, or both adding in the same gap: then only a person can say in which order."""
    return (
        one[0] <= other[1]
        and other[0] <= one[1]
        and (one[0] < other[1] or one[0] == other[0] or other[0] < one[1])
    )
