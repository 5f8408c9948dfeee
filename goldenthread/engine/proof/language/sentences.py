"""Cutting running text into sentences, without stopping at 'No. 4', 'Dr. X' or '12.5'."""

import re
from collections.abc import Iterator
from functools import lru_cache

END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9£])|\n+")
NOT_AN_END = re.compile(
    r"(?:\b(?:No|Nos|Dr|Mr|Mrs|Ms|St|Prof|Rev|Cllr|e\.g|i\.e|etc|vs|approx|para|paras|fig|vol|chapt)|\b[A-Z])\.$",
    re.IGNORECASE,
)


LONGEST = 1500


@lru_cache(maxsize=200_000)
def split(text: str) -> tuple[str, ...]:
    """The sentences of a text; a stretch without an end is cut, so that no check meets a monster."""
    return tuple(
        piece[at : at + LONGEST] for piece in _split(text) for at in range(0, len(piece), LONGEST)
    )


def _split(text: str) -> Iterator[str]:
    start = 0
    for end in END.finditer(text):
        piece = text[start : end.start()]
        if "\n" not in end[0] and NOT_AN_END.search(piece):
            continue
        if piece.strip():
            yield piece.strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()
