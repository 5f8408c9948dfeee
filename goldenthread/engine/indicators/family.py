"""A family: indicators that are counted from the same rows, and how those rows are counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.breakdowns import BREAKDOWNS
from goldenthread.engine.indicators.people import with_people
from goldenthread.engine.indicators.returns import Returns

EVERY = "every"


class Counting(Enum):
    """How rows become a period's figure."""

    EVENTS = "each on its day: a period's months are added up"
    STOCK = "each at each month's end: a period's is that at its end"
    ONCE = "each child or episode once in a period, however often it occurs"


@dataclass(frozen=True)
class Measure:
    """What is counted (a true-or-false column of the rows, or every row), and of what.

    `of` is None when the denominator is the population or there is none.
    """

    numerator: str
    of: str | None = None


@dataclass(frozen=True)
class Family:
    """Rows with `year`, `child` and `day`, true-or-false columns, and what is measured of them.

    `once_per` names what is counted once in a period, when `counting` is ONCE; it is what any of
    its rows says, or what the `latest` says. `kinds` is the name of a further breakdown, by the
    rows' column `kind`. Rows with `until` last from `day` to that day, for ONCE.
    """

    rows: Callable[[Returns], Table]
    counting: Counting
    measures: Mapping[str, Measure]
    once_per: tuple[str, ...] = ("child",)
    kinds: str = ""
    latest: bool = False


def cells(family: Family, returns: Returns) -> Table:
    """The smallest cells: counts by month (or period), and by age, sex, ethnicity and disability
    or else by kind.

    Columns `n0`, `d0`, `n1`, … are the numerators and denominators of the measures in order.
    """
    rows = family.rows(returns)
    if not family.kinds:
        rows = rows.mutate(kind=ibis.null("string"))
    else:
        rows = rows.union(rows.mutate(kind=ibis.null("string")).select(*rows.columns))
    if family.counting is Counting.ONCE:
        rows = once(rows, family, returns).mutate(span=_.period)
    else:
        rows = rows.mutate(span=_.day.year().cast("int64") * 100 + _.day.month())
    keys = ["span", "kind"]
    if not family.kinds:
        rows, keys = with_people(rows, returns.people), [*keys, *BREAKDOWNS]
    insist_on_names(rows)
    return rows.group_by(keys).agg(**counts(family.measures))


def insist_on_names(rows: Table) -> None:
    """No two columns may differ in capitals alone: the engines would take one for the other."""
    names = [name.lower() for name in rows.columns]
    twice = sorted(name for name in set(names) if names.count(name) > 1)
    if twice:
        raise ValueError(f"Two columns of these rows are called {', '.join(twice)}")


def once(rows: Table, family: Family, returns: Returns) -> Table:
    """One row for each of `once_per` in each period, true where any of its rows was.

    Its age is that at the period's end, so that it is in one cell of the period only.
    """
    inside = lasting(rows, returns) if "until" in rows.columns else on_a_day(rows, returns)
    flags = {name: _said(name, family.latest) for name in columns(family)}
    keys = list(dict.fromkeys(["period", "ends", "child", *family.once_per, "kind"]))
    grouped = inside.group_by(keys).agg(year=_.year.max(), **flags)
    whole = {name: _[name] == 1 for name in flags}
    return grouped.mutate(day=_.ends, **whole)


def on_a_day(rows: Table, returns: Returns) -> Table:
    """Each row in each period that holds its day, found by its month, which is quicker."""
    months = returns.months.rename(of="month")
    return rows.join(months, rows.day.year().cast("int64") * 100 + rows.day.month() == months.of)


def lasting(rows: Table, returns: Returns) -> Table:
    """Each row in each period of which it holds a day, from `day` to `until`."""
    periods = returns.periods
    return rows.join(periods, [rows.until >= periods.starts, rows.day <= periods.ends])


def _said(name: str, latest: bool) -> ibis.Deferred:
    """What the rows of one child say in a period, as a number: the last of them, or any."""
    said = _[name].fill_null(False).cast("int64")
    return said.argmax(_.day) if latest else said.max()


def columns(family: Family) -> list[str]:
    """The true-or-false columns that the measures of a family name."""
    named = [name for m in family.measures.values() for name in (m.numerator, m.of)]
    return [name for name in dict.fromkeys(named) if name not in (EVERY, None)]


def counts(measures: Mapping[str, Measure]) -> dict[str, ibis.Deferred]:
    """How many rows each numerator and denominator counts; a denominator of None counts none."""
    found: dict[str, ibis.Deferred] = {}
    for n, measure in enumerate(measures.values()):
        found[f"n{n}"] = how_many(measure.numerator)
        if measure.of:
            found[f"d{n}"] = how_many(measure.of)
    return found


def how_many(name: str) -> ibis.Deferred:
    return _.count() if name == EVERY else _.count(where=_[name])
