"""What adds up to what among an area's counts: lines to a whole, parts to a total, quarters to a year.

A reader lays tables side by side and takes them away from each other; so all of it is withheld over
together.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from goldenthread.engine.disclosure import Sum
from goldenthread.foundations.measures import relations
from goldenthread.kernel.periods import Period


class Key(NamedTuple):
    """A count: the measure's code, the line's name (empty for the whole), and when."""

    code: str
    line: str
    period: Period


def sums_of(keys: Collection[Key], over_time: Collection[str]) -> list[Sum]:
    """Every sum among these counts; `over_time` are the codes of those that happen in a period, and so
    add up over its quarters or months. A count at a date does not."""
    return [*_breakdowns(keys), *_parts(keys), *_periods(keys, over_time)]


def _breakdowns(keys: Iterable[Key]) -> Iterator[Sum]:
    """Each measure that has lines, with them."""
    lines: dict[Key, list[Key]] = {}
    for key in keys:
        if key.line:
            lines.setdefault(key._replace(line=""), []).append(key)
    return (Sum(whole, tuple(parts)) for whole, parts in lines.items())


def _parts(keys: Iterable[Key]) -> Iterator[Sum]:
    """Each measure that is the total of others, with them."""
    for key in keys:
        if not key.line and key.code in relations.parts():
            yield Sum(key, tuple(key._replace(code=part) for part in relations.parts()[key.code]))


def _periods(keys: Iterable[Key], over_time: Collection[str]) -> Iterator[Sum]:
    """Each period with those directly within it, of one line of one measure at a time."""
    found: dict[tuple[str, str], list[Period]] = {}
    for key in keys:
        if key.code in over_time:
            found.setdefault((key.code, key.line), []).append(key.period)
    for (code, line), periods in found.items():
        for whole in periods:
            for run in _runs(_directly_within(whole, periods)):
                made = sum(one.length for one in run)
                parts = tuple(Key(code, line, one) for one in run)
                yield Sum(Key(code, line, whole), parts, complete=made == whole.length)


def _directly_within(whole: Period, periods: Sequence[Period]) -> list[Period]:
    """Not the months of a year whose quarters are there. Of two periods of the same days, which some
    call by different names, the one is within the other."""
    inside = [one for one in periods if _is_within(one, whole)]
    return sorted(one for one in inside if not any(_is_within(one, other) for other in inside))


def _is_within(one: Period, other: Period) -> bool:
    if (one.start, one.end) == (other.start, other.end):
        return one.kind < other.kind
    return one in other


def _runs(periods: Sequence[Period]) -> list[list[Period]]:
    """Periods in their order, shared out so that in each run none overlaps another."""
    runs: list[list[Period]] = []
    for one in periods:
        run = next((run for run in runs if not run[-1].overlaps(one)), None)
        if run is None:
            runs.append([one])
        else:
            run.append(one)
    return runs
