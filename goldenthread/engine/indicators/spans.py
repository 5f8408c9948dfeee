"""The periods that figures are for: years, quarters, months and rolling twelve months."""

from collections.abc import Container, Iterable
from datetime import date
from functools import cached_property

import polars as pl

from goldenthread.kernel.periods import Kind, Period

QUARTERS = range(1, 5)


def month_number(day: date) -> int:
    """202603 for any day of March 2026."""
    return day.year * 100 + day.month


def year_ending(day: date) -> int:
    """The year in which the reporting year of a day ends: 2026 for 1 April 2025."""
    return day.year + (day.month >= 4)  # noqa: PLR2004


def covered(first: date, last: date, years: Container[int]) -> bool:
    """Whether these years hold every day from the first to the last."""
    return all(year in years for year in range(year_ending(first), year_ending(last) + 1))


class Spans:
    """Every period that the years given cover whole. A year is named by that in which it ends."""

    def __init__(self, years: Iterable[int]) -> None:
        self.years = sorted(set(years))
        if not self.years:
            raise ValueError("There is no year to count in")

        self.last = Period.financial_year(self.years[-1] - 1).end

    @cached_property
    def months(self) -> list[Period]:
        return [Period.month(year - 1, 4 + n) for year in self.years for n in range(12)]

    @cached_property
    def periods(self) -> list[Period]:
        """Years first, then rolling twelve months, quarters and months, each from the earliest."""
        years = [Period.financial_year(year - 1) for year in self.years]
        quarters = [Period.quarter(year - 1, n) for year in self.years for n in QUARTERS]
        return [*years, *self._rolling(), *quarters, *self.months]

    def _rolling(self) -> list[Period]:
        ends = [month.moved(-11).start for month in self.months]
        spans = [Period.months(Kind.SPAN, first.year, first.month, 12) for first in ends]
        return [span for span in spans if covered(span.start, span.end, self.years)]

    def reach_back(
        self, period: Period, months: int, years: Container[int], *, from_end: bool
    ) -> bool:
        """Whether these years hold the so many months before a period, or before its end, and all
        in between."""
        start = period.end.month - months + 1 if from_end else period.start.month - months
        year = period.end.year if from_end else period.start.year
        first = Period.months(Kind.SPAN, year, start, 1).start
        return covered(min(first, period.start), period.end, years)

    @cached_property
    def frame(self) -> pl.DataFrame:
        """The periods as a table: `period` (its place in `periods`), `starts`, `ends`."""
        rows = [(n, period.start, period.end) for n, period in enumerate(self.periods)]
        schema = {"period": pl.Int64, "starts": pl.Date, "ends": pl.Date}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def moments(self) -> pl.DataFrame:
        """The ends of months: `year`, `month`, `day`."""
        rows = [
            (year_ending(month.end), month_number(month.end), month.end) for month in self.months
        ]
        schema = {"year": pl.Int64, "month": pl.Int64, "day": pl.Date}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def of_months(self) -> pl.DataFrame:
        """Which months each period is made of: `period`, its `ends`, its `first` and `final` months,
        `month`, and whether it is the `last`."""
        rows = [
            (n, period.end, first, final, month, month == final)
            for n, period in enumerate(self.periods)
            for first, final in [(month_number(period.start), month_number(period.end))]
            for month in self._numbers
            if first <= month <= final
        ]
        whole = dict.fromkeys(["first", "final", "month"], pl.Int64)
        schema = {"period": pl.Int64, "ends": pl.Date, **whole, "last": pl.Boolean}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def _numbers(self) -> list[int]:
        return [month_number(month.end) for month in self.months]
