"""Check a children in need census: one rule, or all of them."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from goldenthread.engine.returns.cin import rules
from goldenthread.engine.returns.cin.book import BOOK
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.fields import owners
from goldenthread.engine.returns.running import Result, Rows, run, taking_part

assert rules, "importing the checks is what writes them in the book"


def rows_of(
    code: str, tables: Mapping[str, pl.DataFrame], context: Mapping[str, Any] | None
) -> Rows:
    """The failing rows of one rule; see `engine.returns.run_rule`."""
    if code not in BOOK.written:
        raise LookupError(f"Rule {code} of the children in need census is not written")
    rule, census = BOOK.written[code], Census(tables, context)
    assert rule.check is not None
    return taking_part(rule, rule.check(census), census, owners)


def results(census: Census) -> Iterator[Result]:
    """Every published rule in turn, with how it went."""
    return (run(rule, census, owners) for rule in BOOK)
