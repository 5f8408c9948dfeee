"""Numbers that no sum binds together, directly or through others, tell nothing of each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goldenthread.engine.disclosure.sums import Key, Sum
from goldenthread.engine.disclosure.table import Count

Group = tuple[dict[Key, Count], list[Sum]]


def apart(counts: Mapping[Key, Count], sums: Sequence[Sum]) -> Iterator[Group]:
    """The numbers in groups that can be judged one by one, each with its sums."""
    first = firsts(counts, sums)
    groups: dict[Key, Group] = {}
    for key, count in counts.items():
        groups.setdefault(first[key], ({}, []))[0][key] = count
    for one in sums:
        groups[first[one.whole]][1].append(one)
    yield from groups.values()


def firsts(keys: Iterable[Key], sums: Sequence[Sum]) -> dict[Key, Key]:
    """By number, one of those that hang together with it: the same for all of them."""
    beside: dict[Key, list[Key]] = {key: [] for key in keys}
    for one in sums:
        for part in one.parts:
            beside[one.whole].append(part)
            beside[part].append(one.whole)
    found: dict[Key, Key] = {}
    for key in beside:
        if key not in found:
            found.update(dict.fromkeys(together_with(key, beside), key))
    return found


def together_with(key: Key, beside: Mapping[Key, Sequence[Key]]) -> list[Key]:
    waiting, seen = [key], {key}
    for near in waiting:
        new = [other for other in beside[near] if other not in seen]
        seen.update(new)
        waiting += new
    return waiting
