"""A children in need census as the rules see it: typed tables, tables put together, the year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

import polars as pl

from goldenthread.engine.bank_holidays import bank_holidays
from goldenthread.engine.returns.cin.context import (
    COLLECTION_YEAR,
    REFERENCE_DATE,
    YEARS,
    read_context,
)
from goldenthread.engine.returns.cin.typed import typed
from goldenthread.engine.returns.running import Skipped

KEYS = ("LAchildID", "CINdetailsID", "AssessmentID", "CPPID")
CHILD, EPISODE, ASSESSMENT = KEYS[:1], KEYS[:2], KEYS[:3]


# A child of many episodes has ten times as many pairs of rows as rows; an id that was given to
# every child has thousands. So many pairs as the last fit in memory whatever they are of.
MANY_TIMES, FEW = 50, 500_000
SHARED_IDS = (
    "The same id stands on very many rows, so that they cannot be told apart. "
    "Give each child an id of its own (rule 8510), then check again"
)


class SharedIds(Skipped):
    """Rows cannot be paired by their ids: the same was given to very many."""


class NoYear(Skipped, LookupError):
    """A rule asked for the census year, and neither the header nor the context gives one."""


@dataclass(frozen=True)
class Year:
    """The census year: 1 April to the reference date, 31 March. Both ends are inside it."""

    start: date
    end: date

    @classmethod
    def ending(cls, year: int) -> "Year":
        return cls(date(year - 1, 4, 1), date(year, 3, 31))


ALL_TIME = Year(date(1, 1, 1), date(9998, 12, 31))


class Census:
    """One return. Each table has a column `#Table` that says which row of it this is (0 up)."""

    def __init__(
        self, tables: Mapping[str, pl.DataFrame], context: Mapping[str, Any] | None = None
    ) -> None:
        """`tables` as formats.md names them; `context` may hold `reference_date` or
        `collection_year` (the year in which the census ends), for a return without a header; see
        `read_context` for how they may be written and what is refused."""
        self.tables = typed(tables)
        self.context = read_context(context)

    def __getattr__(self, name: str) -> pl.DataFrame:
        """`census.Assessments` is the table of that name."""
        try:
            frame: pl.DataFrame = self.__dict__["tables"][name]
        except KeyError:
            raise AttributeError(name) from None
        return frame

    def together(self, *names: str) -> pl.DataFrame:
        """Rows of these tables that belong together: the same child, and the same episode,
        assessment or plan where both have one. A column that two tables share and that is not a
        key takes the name of the later table after it: `DateOfInitialCPC_CINdetails`. Not kept for
        the next rule: making it again costs less than the memory."""
        joined = self.tables[names[0]]
        for name in names[1:]:
            joined = _join(joined, self.tables[name], name)
        return joined

    def of_one_child(self, first: str, second: str) -> pl.DataFrame:
        """Each row of one table beside each row of the other of the same child, whatever the
        episode. Columns take their names as in `together`."""
        return paired(self.tables[first], self.tables[second], CHILD, second)

    def identified(self, name: str) -> pl.DataFrame:
        """The rows of a table that name their child: rows without a name are not one child's."""
        return self.tables[name].filter(pl.col(CHILD[0]).is_not_null())

    def having(self, name: str, other: str) -> pl.DataFrame:
        """The rows of one table to which at least one row of another belongs."""
        return self._matched(name, other, "semi")

    def lacking(self, name: str, other: str) -> pl.DataFrame:
        """The rows of one table that name their child and to which no row of another belongs."""
        return self._matched(name, other, "anti").filter(pl.col(CHILD[0]).is_not_null())

    def _matched(self, name: str, other: str, how: Literal["semi", "anti"]) -> pl.DataFrame:
        left, right = self.tables[name], self.tables[other]
        return left.join(right, on=shared_keys(left, right), how=how)

    @cached_property
    def year(self) -> Year:
        """The census year, from the header, else from the context."""
        ends = self._reference_date()
        return Year.ending(ends.year)

    @cached_property
    def span(self) -> Year:
        """The census year, or all time where nothing says which it is: for a rule whose words name
        no year, but in which what is still open lasts to the end of it."""
        try:
            return self.year
        except NoYear:
            return ALL_TIME

    def _reference_date(self) -> date:
        header = self.tables["Header"]
        given: list[date] = [
            *header["ReferenceDate"].drop_nulls().to_list()[:1],
            *(date(year, 3, 31) for year in header["Year"].to_list()[:1] if year in YEARS),
            *_said(self.context),
        ]
        possible = [day for day in given if day.year in YEARS]
        if not possible:
            raise NoYear("Say which year the return is for: it has no header with a reference date")
        return possible[0]

    @cached_property
    def bank_holidays(self) -> list[date]:
        """England's bank holidays for twenty-five years up to the year after the census year."""
        last = self.year.end.year + 1
        return sorted(frozenset().union(*map(bank_holidays, range(last - 25, last + 1))))


def shared_keys(left: pl.DataFrame, right: pl.DataFrame) -> list[str]:
    """The keys by which rows of two tables belong together: the child, and what both can tell of
    the episode, assessment and plan. A column that was not given cannot tell two rows apart."""
    both = [key for key in KEYS if key in left.columns and key in right.columns]
    return [key for key in both if key in CHILD or not (_blank(left[key]) or _blank(right[key]))]


def _blank(key: pl.Series) -> bool:
    return 0 < key.len() == key.null_count()


def _join(left: pl.DataFrame, right: pl.DataFrame, name: str) -> pl.DataFrame:
    return paired(left, right, shared_keys(left, right), name)


def paired(left: pl.DataFrame, right: pl.DataFrame, keys: Sequence[str], name: str) -> pl.DataFrame:
    """Each row of `left` beside each row of `right` with the same keys; a shared column that is no
    key takes the suffix `name`. Raises SharedIds rather than fill the memory, when so many rows
    have the same ids that they would be paired many times over."""
    if _pairs(left, right, keys) > max(FEW, MANY_TIMES * (left.height + right.height)):
        raise SharedIds(SHARED_IDS)
    return left.join(right, on=keys, how="inner", suffix=f"_{name}")


def _pairs(left: pl.DataFrame, right: pl.DataFrame, keys: Sequence[str]) -> int:
    """How many rows the two would make together; quickly where no row of `right` shares its ids."""
    of_each = right.group_by(keys).len("of_each")
    if of_each.height == right.height:
        return left.height
    return int(left.select(keys).join(of_each, on=keys)["of_each"].sum())


def _said(context: Mapping[str, Any]) -> list[date]:
    year = context.get(COLLECTION_YEAR)
    said = [context.get(REFERENCE_DATE), year and date(year, 3, 31)]
    return [day for day in said if day]
