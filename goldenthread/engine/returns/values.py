"""How a written value is read as its type. One answer for all the spellings that councils use.

Each function takes the name of a column and the type it has now, and answers an expression.
Blank is null; what cannot be read is null too, for the rules about invalid values to find.
"""

from datetime import date

import polars as pl

TRUE = ("1", "true")
FALSE = ("0", "false")
# A date may carry a time and a zone after it; only the day counts in these returns.
DATE_FIRST = 10
# A year in two figures is not read: 12/04/25 is no day of the year 25.
BRITISH = r"^(\d{1,2}/\d{1,2}/\d{4})(?:$|[T ])"
# Excel counts days from here; the range is 1982 to 2064.
EXCEL_DAY_NOUGHT, EXCEL_DAYS = date(1899, 12, 30), (30_000, 60_000)
LETTERED = r"^([A-Za-z])\s*[).:-]\s*(.*)$"


def text(column: str, dtype: pl.DataType) -> pl.Expr:
    """Text without the spaces around it; blank is null, and the number 12.0 is `12`."""
    trimmed = pl.col(column).cast(pl.String).str.strip_chars()
    if dtype.is_float():
        trimmed = trimmed.str.replace(r"\.0$", "")
    return pl.when(trimmed != "").then(trimmed).alias(column)


key = text


def moment_or_day(column: str, dtype: pl.DataType) -> pl.Expr:
    """A date, from a date, a moment, or ISO or DD/MM/YYYY text with or without a time."""
    if dtype == pl.Date:
        return pl.col(column)
    if dtype == pl.Datetime:
        return pl.col(column).dt.date().alias(column)
    written = pl.col(column).cast(pl.String).str.strip_chars()
    iso, british = written.str.slice(0, DATE_FIRST), written.str.extract(BRITISH)
    return pl.coalesce(
        iso.str.to_date("%Y-%m-%d", strict=False), british.str.to_date("%d/%m/%Y", strict=False)
    ).alias(column)


def flag(column: str, dtype: pl.DataType) -> pl.Expr:
    """Yes or no, from 0/1 and true/false in any case; anything else is null."""
    if dtype == pl.Boolean:
        return pl.col(column)
    spelt = pl.col(column).cast(pl.String).str.strip_chars().str.to_lowercase()
    spelt = spelt.str.replace(r"\.0$", "")
    return (
        pl.when(spelt.is_in(TRUE))
        .then(pl.lit(True))
        .when(spelt.is_in(FALSE))
        .then(pl.lit(False))
        .alias(column)
    )


def whole(column: str, dtype: pl.DataType) -> pl.Expr:
    """A whole number; text such as `2` or ` 2 ` is read, `two` and `1.5` are null."""
    if dtype.is_integer():
        return pl.col(column).cast(pl.Int64, strict=False)
    spelt = pl.col(column).cast(pl.String).str.strip_chars().str.replace(r"\.0+$", "")
    return spelt.cast(pl.Int64, strict=False).alias(column)


def number(column: str, dtype: pl.DataType) -> pl.Expr:
    """A number with or without decimals; what is none is null, and so is infinity."""
    if dtype.is_numeric():
        return pl.col(column).cast(pl.Float64)
    spelt = pl.col(column).cast(pl.String).str.strip_chars().cast(pl.Float64, strict=False)
    return pl.when(spelt.is_finite()).then(spelt).alias(column)


def excel_day(column: str, dtype: pl.DataType) -> pl.Expr:
    """A date as `moment_or_day` reads it, or as the number of days by which Excel keeps one."""
    if dtype.is_temporal():
        return moment_or_day(column, dtype)
    days = pl.col(column).cast(pl.String).str.strip_chars().cast(pl.Float64, strict=False)
    kept = pl.when(days.is_between(*EXCEL_DAYS)).then(days.cast(pl.Int32))
    return pl.coalesce(
        moment_or_day(column, dtype), pl.lit(EXCEL_DAY_NOUGHT) + pl.duration(days=kept)
    ).alias(column)


def label(column: str, dtype: pl.DataType) -> pl.Expr:
    """A code such as `a) Male`, with one spelling for `A)Male`, `a. Male` and `a - Male`."""
    trimmed = pl.col(column).cast(pl.String).str.strip_chars()
    letter = trimmed.str.extract(LETTERED, 1).str.to_lowercase()
    rest = trimmed.str.extract(LETTERED, 2)
    spelt = pl.when(letter.is_null()).then(trimmed).otherwise(letter + ") " + rest)
    return pl.when(trimmed != "").then(spelt.str.strip_chars()).alias(column)
