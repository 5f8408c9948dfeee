"""Give a census its types: every table and column there, missing ones empty, all spellings one."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.returns.cin.fields import fields_of, tables
from goldenthread.engine.returns.typed_tables import typed_table


def typed(given: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Every table of the return with every column typed, and `#Table`, the row's position (0 up).

    A table or column that was not given is empty or null. What cannot be read as its type is null,
    which the rules about missing and invalid values then find.
    """
    return {name: typed_table(name, fields_of(name), given.get(name)) for name in tables()}
