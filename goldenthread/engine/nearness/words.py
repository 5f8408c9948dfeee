"""From a sentence to terms: words lightly stemmed, and the field's wordings as the one idea they name."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from goldenthread.engine.nearness import field
from goldenthread.engine.nearness.stems import root, singular, stem

_WORD = re.compile(r"[a-z0-9]+(?:&[a-z])?")
# In "share … information" up to this many words may stand where the dots are.
_GAP = 4


class Term(NamedTuple):
    """`stem` is what is compared; `shown` is how a person would recognise it.

    The stem of one of the field's ideas begins with the mark of its kind (`field.MARKS`).
    """

    stem: str
    shown: str


class _Wording(NamedTuple):
    """One of the field's wordings: the roots of its parts, its words as written, and its idea."""

    parts: list[list[str]]
    words: list[str]
    idea: str

    @property
    def length(self) -> int:
        return len(self.words)


class _Found(NamedTuple):
    places: list[int]
    idea: str


def terms_of(text: str) -> list[Term]:
    """The terms of a text in order: "MASH" and "the front door" are one term, small words none."""
    words = words_of(text)
    roots = [root(word) for word in words]
    taken: set[int] = set()
    found: list[Term] = []
    for at in range(len(words)):
        if at not in taken:
            places, idea = _wording_at(words, roots, at, taken)
            taken.update(places)
            found.extend(_named(idea) if idea else _plain(words[at]))
    return found


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'").replace("'s", ""))


def _named(idea: str) -> Iterator[Term]:
    """The idea, and the wider one that it lies within."""
    yield Term(idea, idea[1:])
    wider = field.wider().get(idea)
    if wider:
        yield Term(wider, wider[1:])


def _plain(word: str) -> Iterator[Term]:
    if not field.is_small(stem(word)):
        yield Term(stem(word), word)


def _wording_at(words: list[str], roots: list[str], at: int, taken: set[int]) -> _Found:
    """The longest of the field's wordings that begins here; as it is written before by its roots."""
    best = _Found([], "")
    for wording in _wordings().get(roots[at], ()):
        if wording.length < len(best.places):
            break
        places = _places(roots, at, wording.parts)
        if places and taken.isdisjoint(places):
            written = [words[place] for place in places]
            if written == wording.words:
                return _Found(places, wording.idea)
            if not best.places and _one_meaning(written, wording.words):
                best = _Found(places, wording.idea)
    return best


def _one_meaning(written: list[str], wording: list[str]) -> bool:
    """A phrase keeps its meaning in any form; a single word only as one or many: "staff", "staffing"."""
    return len(wording) > 1 or singular(written[0]) == singular(wording[0])


def _places(roots: list[str], at: int, parts: list[list[str]]) -> list[int]:
    """Where the words of a wording stand that begins here, none if it does not."""
    places: list[int] = []
    for part in parts:
        farthest = at + _GAP if places else at
        starts = range(at, min(farthest, len(roots) - len(part)) + 1)
        start = next((n for n in starts if roots[n : n + len(part)] == part), -1)
        if start < 0:
            return []
        at = start + len(part)
        places.extend(range(start, at))
    return places


@cache
def _wordings() -> dict[str, list[_Wording]]:
    """First root → the wordings that begin with it, longest first."""
    begun: dict[str, list[_Wording]] = defaultdict(list)
    for wording, idea in field.wordings():
        # "miss … appointments" is "appointments … missed" too.
        for said in dict.fromkeys((wording, "…".join(reversed(wording.split("…"))))):
            parts = [list(map(root, words_of(part))) for part in said.split("…")]
            begun[parts[0][0]].append(_Wording(parts, words_of(said), idea))
    for found in begun.values():
        found.sort(key=lambda wording: -wording.length)
    return dict(begun)
