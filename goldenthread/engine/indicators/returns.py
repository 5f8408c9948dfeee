"""The returns as the indicators' expressions see them: tables with the year each row was returned in."""

from collections.abc import Mapping

import ibis
import polars as pl
from ibis import Table, _
from ibis.expr.types import DateColumn, IntegerColumn


class Returns:
    """Unbound tables, by the names of the returns' own; each with `year`, in which its return ends.

    `returns.CINdetails` is a table; `returns.periods`, `.months`, `.moments`, `.working_days` and `.people`
    are there besides.
    """

    def __init__(self, schemas: Mapping[str, ibis.Schema]) -> None:
        self._tables = {name: ibis.table(schema, name) for name, schema in schemas.items()}

    def __getattr__(self, name: str) -> Table:
        try:
            table: Table = self.__dict__["_tables"][name]
        except KeyError:
            raise AttributeError(name) from None
        return table

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def in_year(self, table: Table, day: str) -> Table:
        """The rows whose `day` lies in the year of their own return, with that day as `day`.

        So a case that is open over 31 March, and is in two years' returns, is counted once.
        """
        return table.mutate(day=_[day]).filter(year_ending(_.day) == _.year)

    def at_month_ends(self, table: Table, starts: str, ends: str) -> Table:
        """Each row at each end of a month of its year on which it was open, that day as `day`.

        What ends on a day is no longer open at the end of it.
        """
        moments = self.moments.rename(at="year")
        here = [
            table.year == moments.at,
            table[starts] <= moments.day,
            table[ends].isnull() | (table[ends] > moments.day),
        ]
        return table.join(moments, here).drop("at")

    def with_worked(self, table: Table, **days: str) -> Table:
        """A column for each name: the working days so far on the date in the column it gives."""
        for name, day in days.items():
            calendar = self.working_days.select(**{f"{name}_on": _.day, name: _.worked})
            joined = table.left_join(calendar, table[day] == calendar[f"{name}_on"])
            table = joined.select(*table.columns, name)
        return table


def year_ending(day: DateColumn) -> IntegerColumn:
    """The year in which the reporting year of a day ends: 2026 for 1 April 2025."""
    return day.year().cast("int64") + (day.month() >= 4).cast("int64")


def months_after(day: DateColumn, months: int) -> DateColumn:
    """The same day so many months on; a month's last day where there is no such day."""
    return (day + ibis.interval(months=months)).cast("date")


def schemas(frames: Mapping[str, pl.DataFrame]) -> dict[str, ibis.Schema]:
    return {name: ibis.schema(_types(frame)) for name, frame in frames.items()}


def _types(frame: pl.DataFrame) -> dict[str, str]:
    return {name: IBIS[kind] for name, kind in frame.schema.items()}


IBIS: dict[pl.DataType, str] = {
    pl.String(): "string",
    pl.Date(): "date",
    pl.Boolean(): "boolean",
    pl.Int64(): "int64",
    pl.Float64(): "float64",
}
