"""A family: indicators that are counted from the same rows, and how those rows are counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

import ibis
from ibis import Table, _
from ibis.expr.types import DateColumn, IntegerColumn

from goldenthread.engine.indicators.breakdowns import BREAKDOWNS
from goldenthread.engine.indicators.people import with_people
from goldenthread.engine.indicators.returns import Returns

EVERY = "every"
NEVER = 999_999  # a month after all others


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
    rows' column `kind`. Rows with `until` last from `day` to that day, for ONCE. `needs` names tables
    without which nothing is counted: to count would be to say that there was none.
    """

    rows: Callable[[Returns], Table]
    counting: Counting
    measures: Mapping[str, Measure]
    once_per: tuple[str, ...] = ("child",)
    kinds: str = ""
    latest: bool = False
    needs: tuple[str, ...] = ()


def cells(family: Family, returns: Returns) -> Table:
    """The smallest cells: counts by month (or period), and by age, sex, ethnicity and disability
    or else by kind.

    Columns `n0`, `d0`, `n1`, … are the numerators and denominators of the measures in order.
    """
    rows, keys = family.rows(returns), ["span", *(["kind"] if family.kinds else BREAKDOWNS)]
    if family.kinds:
        rows = rows.union(rows.mutate(kind=ibis.null("string")).select(*rows.columns))
    if family.counting is Counting.ONCE:
        rows = once(rows, family, returns)
    else:
        rows = rows.mutate(span=month_number(_.day))
    if not family.kinds:
        rows = with_people(rows, returns.people)
    insist_on_names(rows)
    return rows.group_by(keys).agg(**counts(family.measures))


def month_number(day: DateColumn) -> IntegerColumn:
    """202603 for any day of March 2026."""
    return day.year().cast("int64") * 100 + day.month()


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
    keys = list(dict.fromkeys(["child", *family.once_per, *(["kind"] if family.kinds else [])]))
    if family.latest and "until" in rows.columns:
        raise ValueError("Of rows that last from day to day none is the latest")
    found = lasting if "until" in rows.columns else on_a_day
    return found(rows, keys, family, returns).mutate(day=_.ends, span=_.period)


def on_a_day(rows: Table, keys: list[str], family: Family, returns: Returns) -> Table:
    """The last row of each month that is the last of its period too, with the month in which each
    column was last true: within the period or before it. So no row need be grouped by period."""
    names = columns(family)
    strongest = {name: said(name, family.latest).max() for name in names}
    dated = rows.mutate(of=month_number(_.day))
    monthly = dated.group_by(["of", *keys]).agg(year=_.year.max(), **strongest)
    in_order = {"group_by": keys, "order_by": "of"}
    true_in = {name: (_[name] % 2 == 1).ifelse(_.of, 0) for name in names}
    if not family.latest:
        so_far = ibis.window(**in_order, rows=(None, 0))
        true_in = {name: month.max().over(so_far) for name, month in true_in.items()}
    next_of = _.of.lead().over(ibis.window(**in_order)).fill_null(NEVER)
    each = monthly.mutate(next_of=next_of, **true_in)
    months = returns.months.select("period", "ends", "first", "final", of="month")
    inside = each.join(months, "of").filter(_.next_of > _.final)
    return inside.mutate(**{name: _[name] >= _.first for name in names})


def said(name: str, latest: bool) -> ibis.Deferred:
    """What a row says as a number of which the greatest stands, odd for true; if the `latest` is to
    stand, with its day before it."""
    yes = _[name].fill_null(False).cast("int64")
    return yes + 2 * _.day.day() if latest else yes


def lasting(rows: Table, keys: list[str], family: Family, returns: Returns) -> Table:
    """Each row in each period of which it holds a day, from `day` to `until`; true if any was."""
    periods = returns.periods
    inside = rows.join(periods, [rows.until >= periods.starts, rows.day <= periods.ends])
    flags = {name: _[name].fill_null(False).any() for name in columns(family)}
    return inside.group_by(["period", *keys]).agg(year=_.year.max(), ends=_.ends.max(), **flags)


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
