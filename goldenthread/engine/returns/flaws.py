"""What is not right with a return before any rule is asked: a value that is none, a table that is not there.

A return with such a flaw never ends a check clean, even where no rule looks at the place.
"""

import polars as pl

from goldenthread.engine.returns.rules import Rule
from goldenthread.engine.returns.running import Outcome, Result

# These stand among the codes of rules, which all hold a figure.
UNREADABLE, MISSING, OTHER_YEAR, TWICE = "UNREADABLE", "MISSING", "YEAR", "TWICE"
NAMELESS, REPEATED = "NAMELESS", "REPEATED"
FIRST_ROW = pl.Series([0], dtype=pl.UInt32)


def unreadable(table: str, field: str, kind: str, rows: pl.Series) -> Result:
    """Values that are written and are none of their kind, such as `date`, in these rows."""
    return _flaw(UNREADABLE, table, (field,), rows, f"This is not a {kind}")


def twice(table: str, field: str, rows: pl.Series) -> Result:
    """A field that these rows were given more than once, where there can be one."""
    return _flaw(TWICE, table, (field,), rows, "This is given more than once: the last was taken")


def missing(table: str) -> Result:
    """A table without which there is no return."""
    return _flaw(MISSING, table, (), FIRST_ROW, f"No row of {table} was given")


def of_another_year(table: str, field: str, year: str, rows: pl.Series) -> Result:
    """Dates that must lie in the year of the return (such as 2025/26) and do not."""
    return _flaw(OTHER_YEAR, table, (field,), rows, f"This is not a date of {year}")


def nameless(table: str, field: str, rows: pl.Series) -> Result:
    """Rows that name no child, in the field that should."""
    return _flaw(NAMELESS, table, (field,), rows, "This row names no child")


def repeated(table: str, rows: pl.Series) -> Result:
    """Rows that are, as far as they can be read, the same as an earlier one of their table."""
    return _flaw(REPEATED, table, (), rows, "This row is the same as an earlier one")


def _flaw(code: str, table: str, fields: tuple[str, ...], rows: pl.Series, message: str) -> Result:
    rule = Rule(code, "Error", table, fields, message, edition="")
    return Result(rule, Outcome.FAILED, {table: rows})
