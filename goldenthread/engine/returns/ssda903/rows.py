"""Rows that name no child, and rows that stand twice: none is lost, or counted again, without a word."""

import polars as pl

from goldenthread.engine.returns.rules import ROW

CHILD = "CHILD"


def nameless() -> pl.Expr:
    """Whether a row names no child."""
    return pl.col(CHILD).is_null()


def repeated() -> pl.Expr:
    """Whether a row is, in every column as it was read, the same as an earlier one. Rows that name no
    child may be those of different children, and repeat nothing."""
    return ~nameless() & ~pl.struct(pl.exclude(f"^{ROW}.*$")).is_first_distinct()


def counted(typed: pl.DataFrame) -> pl.DataFrame:
    """The rows of a table that indicators count: those of a named child, each once."""
    return typed.filter(~nameless() & ~repeated())
