"""By how much the nearness of two texts is lowered: other topics, another ask, another order.

Each answers with a factor between 0 and 1; `rarity` is how much a term tells.
"""

from collections.abc import Callable, Iterable
from itertools import combinations

from goldenthread.engine.nearness import field

# Chosen on tests/pairs.csv, held_out_first.csv and validation.csv.
_TOPICS_COUNT = 0.6
_ASKS_COUNT = 0.5
_ORDER_COUNTS = 0.1


def topics(one: Iterable[str], other: Iterable[str], rarity: Callable[[str], float]) -> float:
    """1 if both are about the same topics, less the more that only one is about."""
    mine, yours = set(filter(field.is_topic, one)), set(filter(field.is_topic, other))
    either = sum(map(rarity, mine | yours))
    if not either:
        return 1.0
    return 1 - _TOPICS_COUNT * (1 - sum(map(rarity, mine & yours)) / either)


def asks(one: Iterable[str], other: Iterable[str]) -> float:
    """Less than 1 if one asks for, say, training and the other for an audit."""
    mine, yours = set(filter(field.is_ask, one)), set(filter(field.is_ask, other))
    return 1 - _ASKS_COUNT if mine and yours and mine.isdisjoint(yours) else 1.0


def order(asked: Iterable[int], places: dict[int, int]) -> float:
    """1 if the shared terms stand in the same order, a little less for each pair that does not."""
    shared = [places[number] for number in dict.fromkeys(asked) if number in places]
    pairs = list(combinations(shared, 2))
    if not pairs:
        return 1 - _ORDER_COUNTS / 2
    return 1 - _ORDER_COUNTS * sum(a > b for a, b in pairs) / len(pairs)
