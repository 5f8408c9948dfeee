"""Find the recommendations made before that are nearest to the one being written.

Each text is a list of terms (`words`) weighed by how rare they are among all (TF-IDF); nearness is the
cosine between two texts, lowered (`alike`) where they are about other topics or ask for another thing.
It knows words and the field's wordings for its ideas (`field`), not meaning: it offers, a person judges.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Generic, TypeVar

from goldenthread.engine.nearness import alike, field
from goldenthread.engine.nearness.spellings import Spellings
from goldenthread.engine.nearness.words import Term, terms_of

Id = TypeVar("Id", bound=Hashable)

# From here on two texts are shown as near: see tests/test_judged_pairs.py for how far that can be trusted.
NEAR = 0.25
# Keeps a term's weight steady while the index holds only a few texts.
_AS_IF_MORE = 20
# Candidates are gathered by the rarest terms that together make up this share of the query; only for
# the likeliest of them is every term weighed. Common terms have long lists and tell little.
_GATHERED_BY = 0.85
_CANDIDATES = 60


@dataclass(frozen=True)
class Match(Generic[Id]):
    """`score` is between 0 and 1; `why` names the terms that both texts share, weightiest first."""

    id: Id
    score: float
    why: list[str]


@dataclass(frozen=True)
class _Asked:
    """The query: its terms' weights at length one, their order, and all its terms."""

    weights: dict[int, float]
    order: list[int]
    stems: set[str]
    shown: dict[int, str]


class Index(Generic[Id]):
    """Built once from all texts; a query does not change it."""

    def __init__(self) -> None:
        self._ids: list[Id] = []
        self._orders: list[array[int]] = []
        self._lengths = array("f")
        self._numbers: dict[str, int] = {}
        self._stems: list[str] = []
        self._rarity: list[float] = []
        self._where: list[array[int]] = []
        self._spellings = Spellings(())

    @classmethod
    def build(cls, items: Iterable[tuple[Id, str]]) -> "Index[Id]":
        """An index of (id, text); an id may be anything that can be a key."""
        index = cls()
        for id_, text in items:
            index._ids.append(id_)
            index._orders.append(array("I", index._numbered(terms_of(text))))
        index._weigh()
        return index

    def __len__(self) -> int:
        return len(self._ids)

    def nearest(self, text: str, most: int = 5) -> list[Match[Id]]:
        """The nearest texts, best first, none that shares nothing. Ask `score >= NEAR` before showing."""
        asked = self._asked(terms_of(text))
        ranked = [(self._nearness(asked, at), at) for at in self._likely(asked, most)]
        ranked.sort(key=lambda found: (-found[0], found[1]))
        return [self._match(at, score, asked) for score, at in ranked[:most] if score > 0]

    def _numbered(self, terms: list[Term]) -> list[int]:
        return [self._numbers.setdefault(term.stem, len(self._numbers)) for term in terms]

    def _weigh(self) -> None:
        """Work out how rare each term is, where it stands, and how long each text is."""
        self._stems = list(self._numbers)
        self._where = [array("I") for _ in self._stems]
        for at, order in enumerate(self._orders):
            for number in set(order):
                self._where[number].append(at)
        plain = ((n, s) for n, s in enumerate(self._stems) if not field.is_idea(s))
        self._spellings = Spellings(plain)
        total = len(self._orders) + _AS_IF_MORE
        self._rarity = [
            math.log(total / (len(where) + 1)) * field.weight(stem)
            for stem, where in zip(self._stems, self._where, strict=True)
        ]
        self._lengths = array("f", (self._length(self._raw(order)) for order in self._orders))

    def _raw(self, order: Iterable[int]) -> dict[int, float]:
        counts = Counter(order)
        return {n: (1 + math.log(count)) * self._rarity[n] for n, count in counts.items()}

    @staticmethod
    def _length(raw: dict[int, float]) -> float:
        return math.sqrt(sum(value * value for value in raw.values())) or 1.0

    def _asked(self, terms: list[Term]) -> _Asked:
        """The query. Terms that no text holds count towards its length all the same."""
        read = [self._as_spelt_here(term) for term in terms]
        known = [(self._numbers[t.stem], t.shown) for t in read if t.stem in self._numbers]
        order = [number for number, _ in known]
        stems = {term.stem for term in read}
        raw = self._raw(order)
        strange = sum(self._tells(stem) ** 2 for stem in stems if stem not in self._numbers)
        length = math.sqrt(self._length(raw) ** 2 + strange)
        weights = {number: value / length for number, value in raw.items()}
        return _Asked(weights, order, stems, dict(known))

    def _as_spelt_here(self, term: Term) -> Term:
        """A plain word that no text holds is read as the one spelt most like it: "chronicaly"."""
        if term.stem in self._numbers or field.is_idea(term.stem):
            return term
        number = self._spellings.like(term.stem)
        return term if number is None else Term(self._stems[number], term.shown)

    def _likely(self, asked: _Asked, most: int) -> list[int]:
        scores: dict[int, float] = defaultdict(float)
        for number in self._telling(asked):
            told = asked.weights[number] * self._rarity[number]
            for at in self._where[number]:
                scores[at] += told
        wanted = max(2 * most, _CANDIDATES)
        return nlargest(wanted, scores, key=lambda at: scores[at] / self._lengths[at])

    def _telling(self, asked: _Asked) -> Iterator[int]:
        """The query's weightiest terms, until they make up enough of it."""
        whole = sum(value * value for value in asked.weights.values())
        gathered = 0.0
        for number, value in sorted(asked.weights.items(), key=lambda term: -term[1]):
            if value <= 0 or gathered > _GATHERED_BY * whole:
                return
            gathered += value * value
            yield number

    def _nearness(self, asked: _Asked, at: int) -> float:
        numbers = self._orders[at]
        raw = self._raw(numbers)
        shared = sum(asked.weights.get(number, 0.0) * value for number, value in raw.items())
        cosine = min(shared / self._lengths[at], 1.0)
        held = {self._stems[number] for number in raw}
        places = {number: place for place, number in reversed(list(enumerate(numbers)))}
        likeness = alike.topics(asked.stems, held, self._tells) * alike.asks(asked.stems, held)
        return cosine * likeness * alike.order(asked.order, places)

    def _tells(self, stem: str) -> float:
        """How much a term tells; one that no text holds, as much as the rarest would."""
        if stem in self._numbers:
            return self._rarity[self._numbers[stem]]
        return math.log(len(self._orders) + _AS_IF_MORE) * field.weight(stem)

    def _match(self, at: int, score: float, asked: _Asked) -> Match[Id]:
        held = set(self._orders[at])
        shared = [number for number, value in asked.weights.items() if value > 0 and number in held]
        shared.sort(key=lambda number: -asked.weights[number])
        return Match(self._ids[at], score, [asked.shown[number] for number in shared])
