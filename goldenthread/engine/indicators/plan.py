"""What is to be run for a collection: queries in an engine's SQL, and what their columns count.

Those for DuckDB are written down (`cin.json`, `looked_after.json`), since to write them anew from
their expressions takes longer than to run them on 20,000 children. `tools/indicator_queries.py`
writes them; a test compares the two.
"""

import json
from collections.abc import Container
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Query:
    """One family of indicators in SQL.

    `measures` are the codes, each with whether it has a denominator of its own: of the nth, the
    columns are `n0` and `d0` and so on. `counting`, `kinds` and `needs` are the family's.
    """

    counting: str
    kinds: str
    measures: dict[str, bool]
    sql: str
    needs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """Tables to keep, by name, in order; then a query for each family."""

    kept: dict[str, str]
    queries: tuple[Query, ...]

    def only(self, codes: Container[str]) -> "Plan":
        """The same with those queries alone that measure one of these codes."""
        wanted = (query for query in self.queries if any(code in codes for code in query.measures))
        return Plan(self.kept, tuple(wanted))

    def of_tables(self, given: Container[str]) -> "Plan":
        """The same with those queries alone whose tables are given."""
        told = (query for query in self.queries if all(name in given for name in query.needs))
        return Plan(self.kept, tuple(told))

    def needed_by(self, codes: Container[str]) -> set[str]:
        """The tables without which one of these codes is not counted."""
        return {name for query in self.only(codes).queries for name in query.needs}

    @property
    def codes(self) -> set[str]:
        return {code for query in self.queries for code in query.measures}

    def as_json(self) -> str:
        return json.dumps(asdict(self), indent=1) + "\n"


@cache
def written_down(folder: str) -> Plan:
    """The plan of a collection for DuckDB, as written down in `<folder>.json`."""
    text = (files(__package__) / f"{folder}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return Plan(found["kept"], tuple(Query(**query) for query in found["queries"]))
