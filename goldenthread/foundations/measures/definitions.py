"""The shipped catalogue of measures: immutable rows, stamped with the edition they came in."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Basis(StrEnum):
    """What the figure is, which decides how it is written, checked and withheld."""

    IN_PERIOD = "count in period"
    AT_DATE = "count at date"
    PERCENT = "percent"
    RATE = "rate per 10,000"
    AVERAGE = "average"
    POUNDS = "pounds"

    @property
    def is_count(self) -> bool:
        return self in (Basis.IN_PERIOD, Basis.AT_DATE)


class Polarity(StrEnum):
    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither"


@dataclass(frozen=True)
class Definition:
    """One row of `shipped/catalogue.csv`. `also` are other names by which sources call it."""

    code: str
    edition: str
    theme: str
    name: str
    definition: str
    numerator: str
    denominator: str
    unit: str
    basis: Basis
    polarity: Polarity
    withhold_small: bool
    lines_add_up: bool
    source: str
    supplier: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)


# What a partnership may word in its own way; the rest decides how figures are checked and withheld.
MAY_CHANGE = ("name", "theme", "definition", "numerator", "denominator", "source", "supplier")
ADOPTED = (*MAY_CHANGE, "unit", "basis", "polarity", "withhold_small", "lines_add_up", "edition")


@cache
def definitions() -> dict[str, Definition]:
    """Every shipped measure by its code; of several editions the last row."""
    return {row["code"]: _definition(row) for row in shipped("catalogue")}


def code_for(name: str, basis: Basis | None) -> str:
    """The code of the measure that sources call by this name; empty where we ship none.

    One name may stand for a count and for its share; the basis, where the source says it, decides.
    """
    known = _codes_by_name().get(name.casefold(), ())
    fitting = [code for code in known if basis in (None, definitions()[code].basis)]
    return fitting[0] if fitting else ""


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in definitions().values():
        for name in (one.code, *one.names):
            found[name.casefold()] = (*found.get(name.casefold(), ()), one.code)
    return found


def shipped(name: str) -> list[dict[str, str]]:
    """The rows of one of the shipped tables beside this module."""
    path = files("goldenthread.foundations.measures") / "shipped" / f"{name}.csv"
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _definition(row: dict[str, str]) -> Definition:
    texts = {name: row[name] for name in ("code", "edition", "unit", *MAY_CHANGE)}
    return Definition(
        **texts,
        basis=Basis(row["basis"]),
        polarity=Polarity(row["polarity"]),
        withhold_small=row["withhold_small"] == "yes",
        lines_add_up=row["lines_add_up"] == "yes",
        also=tuple(filter(None, row["also"].split("|"))),
    )
