"""A rule of a return: what it is called, what it looks at, and the check itself."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import polars as pl

# The column that says where a row stands in its table; joined frames carry one for each table.
ROW = "#"

# What a check answers: the rows that fail (with a row column for each table that takes part),
# or, for a rule about the whole return, whether it fails.
Failing = pl.DataFrame | bool
Check = Callable[[Any], Failing]


@dataclass(frozen=True)
class Rule:
    """One validation rule. `kind` is Error or Query, or blank where the list does not say;
    `fields` are those that the rule is about."""

    code: str
    kind: str
    module: str
    fields: tuple[str, ...]
    message: str
    edition: str
    check: Check | None = None


@dataclass
class RuleBook:
    """The rules of one return and edition: the list that was published, and our checks of it."""

    published: dict[str, Rule]
    written: dict[str, Rule] = field(default_factory=dict)

    def rule(self, code: str) -> Callable[[Check], Check]:
        """Say that the function beneath checks the rule of this code."""

        def write(check: Check) -> Check:
            if code not in self.published or code in self.written:
                raise LookupError(f"Rule {code} is not in the published list, or is written twice")
            listed = self.published[code]
            self.written[code] = Rule(**{**vars(listed), "check": check})
            return check

        return write

    def __iter__(self) -> Iterator[Rule]:
        """Every published rule, in the order of the list; `check` is None where none is written."""
        return (self.written.get(code, rule) for code, rule in self.published.items())


def published(package: str, name: str, edition: str) -> dict[str, Rule]:
    """Read a shipped list of rules with columns code, module, fields, message and, where the list
    tells errors from queries, type."""
    text = (files(package) / name).read_text(encoding="utf-8-sig")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: _listed(row, edition) for row in rows}


def _listed(row: dict[str, str], edition: str) -> Rule:
    return Rule(
        code=row["code"],
        kind=row.get("type", ""),
        module=row["module"],
        fields=tuple(row["fields"].split()),
        message=row["message"],
        edition=edition,
    )
