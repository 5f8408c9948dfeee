"""Statutory returns: read them, check them by their published rules, on a laptop, without a server.

tables = read("cin.xml")                                  every table, typed
run_rule("cin", "8608", tables)                           one rule, on frames of your own
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import polars as pl

# return → the module with its `BOOK`, `opened(tables, context)` and `owners(field)`
RETURNS = {"cin": "goldenthread.engine.returns.cin.checking"}


def run_rule(
    return_type: str,
    code: str,
    tables: Mapping[str, pl.DataFrame],
    *,
    context: Mapping[str, Any] | None = None,
) -> set[tuple[str, int]]:
    """The rows that take part in a failure of one rule, as (table, position from 0) pairs.

    return_type: `cin`. code: such as `8608`. tables: frames named and with columns as the return
    names them, in any case; a missing table is empty, a missing column null, and a table of another
    name is left out. context: `reference_date` or `collection_year`, where there is no Header. A
    rule about the whole return gives ("Header", 0).
    Raises LookupError for a return or rule that does not exist or is not written yet, for a rule
    that needs the year where nothing says it, and where no table is one of the return's; TypeError
    for what is no polars DataFrame, ValueError for a date or year in the context that is none.
    Whatever goes wrong inside a rule is raised, never swallowed.
    """
    name = str(return_type).strip().lower()
    if name not in RETURNS:
        raise LookupError(f"There are no rules for a return called “{return_type}”: {_written()}")
    module = import_module(RETURNS[name])
    rows = module.rows_of(code, tables, context)
    return {(table, row) for table, found in rows.items() for row in found.to_list()}


def _written() -> str:
    return f"they are written for {', '.join(RETURNS)}"
