"""Which known word is spelt most like an unknown one, by the three-letter runs that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable

# Of two words' runs of three letters, this share must be common to both.
_ALIKE = 0.6
_SHORTEST = 5


class Spellings:
    """Built once from (number, word); short words are left out, since a letter makes another word."""

    def __init__(self, words: Iterable[tuple[int, str]]) -> None:
        self._sizes: dict[int, int] = {}
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, word in words:
            if len(word) >= _SHORTEST:
                runs = _runs(word)
                self._sizes[number] = len(runs)
                for run in runs:
                    self._holders[run].append(number)

    def like(self, word: str) -> int | None:
        """The number of the word spelt most like this one; none if none is like enough."""
        runs = _runs(word)
        if len(word) < _SHORTEST:
            return None
        shared = Counter(number for run in runs for number in self._holders.get(run, ()))
        alike = {n: 2 * count / (len(runs) + self._sizes[n]) for n, count in shared.items()}
        best = max(alike, key=lambda n: (alike[n], -n), default=None)
        return best if best is not None and alike[best] >= _ALIKE else None


def _runs(word: str) -> set[str]:
    edged = f"^{word}$"
    return {edged[at : at + 3] for at in range(len(edged) - 2)}
