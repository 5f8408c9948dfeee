"""The field's ideas and the wordings they go by, as lists that anyone may add a line to.

`topics.csv` what a lesson is about, `people.csv` whom it is for, `asks.csv` what it asks of them,
`words.csv` everyday words of one meaning. In each: the idea, the wider one it lies within, the source
that names it where there is one, and its wordings; "share … information" leaves room for words between, and is
read in either order. The sources were named without the documents at hand: to be confirmed.
`commonplace.csv` lists the words (and marked ideas) that every recommendation uses and how little each tells.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from goldenthread.engine.nearness.stems import stem

_HERE = Path(__file__).parent
MARKS = {"topics": "=", "people": "@", "asks": "!", "words": "~"}
# How much a term of each kind tells; a plain word tells 1.
_TELLS = {"=": 2.0, "@": 0.7, "!": 0.8, "~": 0.8}


def wordings() -> Iterator[tuple[str, str]]:
    """Each wording with the idea it names, marked by its kind."""
    for idea, row in _ideas():
        for wording in row["wordings"].split("; "):
            yield wording, idea


@cache
def wider() -> dict[str, str]:
    """Idea → the wider one that it lies within."""
    kinds = {idea[1:]: idea for idea, _ in _ideas()}
    return {idea: kinds[row["within"]] for idea, row in _ideas() if row["within"]}


def is_idea(term: str) -> bool:
    """Whether a term is one of the field's ideas rather than a plain word."""
    return term[0] in _TELLS


def is_topic(term: str) -> bool:
    """Whether a term names what a lesson is about, not who it is for or what they should do."""
    return term.startswith(MARKS["topics"])


def is_ask(term: str) -> bool:
    """Whether a term names what is asked for: training, an audit, a procedure."""
    return term.startswith(MARKS["asks"])


def is_small(stem: str) -> bool:
    return _commonplace().get(stem, 1.0) == 0


def weight(term: str) -> float:
    """How much a term tells: a topic most, words that every recommendation uses little."""
    return _commonplace().get(term, _TELLS.get(term[0], 1.0))


def commonplace() -> list[str]:
    """The words that tell little or nothing."""
    return [row["word"] for row in _rows("commonplace.csv") if not is_idea(row["word"])]


@cache
def _commonplace() -> dict[str, float]:
    weights = [(row["word"], float(row["weight"])) for row in _rows("commonplace.csv")]
    return {word if is_idea(word) else stem(word): at for word, at in weights}


@cache
def _ideas() -> list[tuple[str, dict[str, str]]]:
    return [
        (mark + row["idea"], row) for name, mark in MARKS.items() for row in _rows(f"{name}.csv")
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
