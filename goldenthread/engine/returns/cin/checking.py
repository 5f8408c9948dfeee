"""Check a children in need census: one rule, or all of them."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from goldenthread.engine.returns.cin import rules
from goldenthread.engine.returns.cin.book import BOOK, EDITION
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.fields import layout, owners
from goldenthread.engine.returns.given import frames
from goldenthread.engine.returns.rules import Rule
from goldenthread.engine.returns.running import Result, Rows, run, taking_part

assert rules, "importing the checks is what writes them in the book"


def rows_of(
    code: str, tables: Mapping[str, pl.DataFrame], context: Mapping[str, Any] | None
) -> Rows:
    """The failing rows of one rule; see `engine.returns.run_rule`."""
    rule = _written(code)
    census = Census(frames(tables, layout()), context)
    assert rule.check is not None
    return taking_part(rule, rule.check(census), census, owners)


def _written(code: str) -> Rule:
    asked = str(code).strip().upper()
    if asked in BOOK.written:
        return BOOK.written[asked]
    raise LookupError(
        f"There is no rule {code} of the children in need census {EDITION}{_near(asked)}"
    )


def _near(asked: str) -> str:
    """A rule is often asked for without the Q of a query, or with one that it has not."""
    near = [code for code in (asked + "Q", asked.removesuffix("Q")) if code in BOOK.written]
    return f": is {near[0]} meant?" if near else ""


def results(census: Census) -> Iterator[Result]:
    """Every published rule in turn, with how it went."""
    return (run(rule, census, owners) for rule in BOOK)
