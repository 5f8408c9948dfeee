"""The frames that a program hands over, looked at first, so that a slip gets a sentence of its own."""

from collections.abc import Collection, Mapping

import polars as pl

# What a return's tables may be called and hold: table → its columns.
Layout = Mapping[str, Collection[str]]


def frames(given: Mapping[str, pl.DataFrame], layout: Layout) -> dict[str, pl.DataFrame]:
    """The frames that are tables of the return, by the return's own names for them and for their
    columns, whatever the case of the letters. Other tables are left out, and None is no table.

    Raises TypeError for what is no polars DataFrame, or a column that holds no single values;
    LookupError where tables were given and none is one of the return's.
    """
    if not isinstance(given, Mapping):
        raise TypeError(f"`tables` must be a dict of polars DataFrames, not a {_kind(given)}")
    names = _by_its_name(given, layout)
    if given and not names:
        listed = ", ".join(map(str, given))
        raise LookupError(
            f"None of these is a table of the return: {listed}. It has {_all(layout)}"
        )
    there = {name: given[called] for name, called in names.items() if given[called] is not None}
    return {name: _frame(name, frame, layout[name]) for name, frame in there.items()}


def _by_its_name(given: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Known name → the name given for it; the very name before one in other letters."""
    spelt = {str(name).casefold(): name for name in given}
    spelt |= {name.casefold(): name for name in known if name in given}
    return {name: spelt[name.casefold()] for name in known if name.casefold() in spelt}


def _frame(table: str, frame: object, columns: Collection[str]) -> pl.DataFrame:
    if not isinstance(frame, pl.DataFrame):
        advice = "collect it first" if isinstance(frame, pl.LazyFrame) else "make one of it first"
        raise TypeError(f"{table} must be a polars DataFrame, not a {_kind(frame)}: {advice}")
    names = _by_its_name(frame.columns, columns)
    for column in names.values():
        _insist_on_single_values(table, column, frame.schema[column])
    return frame.rename({called: name for name, called in names.items() if called != name})


def _insist_on_single_values(table: str, column: str, holds: pl.DataType) -> None:
    if holds.is_nested() or holds in (pl.Object, pl.Binary):
        raise TypeError(f"{table}.{column} holds {holds}: it must hold dates, numbers or text")


def _kind(thing: object) -> str:
    library = type(thing).__module__.partition(".")[0].removeprefix("builtins")
    return f"{library} {type(thing).__name__}".strip()


def _all(layout: Layout) -> str:
    return ", ".join(layout)
