"""The periods that an extract tells of: up to the day on which it was drawn, and that day itself."""

from collections.abc import Container
from datetime import date, timedelta
from functools import cached_property

import polars as pl

from goldenthread.engine.indicators.spans import Spans, month_number, year_ending
from goldenthread.kernel.periods import Kind, Period


class Since(Spans):
    """The years, quarters, months and rolling twelve months from an April to a day, those alone
    that were over by then; and the day."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(range(year_ending(first), year_ending(last) + 1))
        self.last = last

    @cached_property
    def months(self) -> list[Period]:
        return [month for month in super().months if month.end <= self.last]

    @cached_property
    def periods(self) -> list[Period]:
        over = [period for period in super().periods if period.end <= self.last]
        return [*over, Period.day(self.last)]

    def reach_back(
        self, period: Period, months: int, years: Container[int], *, from_end: bool
    ) -> bool:
        """An extract holds its own past."""
        return True

    @cached_property
    def moments(self) -> pl.DataFrame:
        """The ends of months, and the day: all of the year of the extract, as its rows are."""
        days = sorted({*(month.end for month in self.months), self.last})
        rows = [(year_ending(self.last), month_number(day), day) for day in days]
        return pl.DataFrame(rows, schema=super().moments.schema, orient="row")

    @cached_property
    def _numbers(self) -> list[int]:
        """The month of the day is there, if only for the day itself."""
        return sorted({*super()._numbers, month_number(self.last)})


class OneDay(Since):
    """A day, and the twelve months up to it, when nothing before can be told month by month."""

    def __init__(self, day: date) -> None:
        super().__init__(day, day)

    @cached_property
    def months(self) -> list[Period]:
        return []

    @cached_property
    def periods(self) -> list[Period]:
        return [Period.day(self.last), Period(a_year_before(self.last), self.last, Kind.SPAN)]


def a_year_before(day: date) -> date:
    """The first day of the twelve months that end on a day."""
    leap = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=1) if leap else day).replace(year=day.year - 1) + timedelta(days=1)
