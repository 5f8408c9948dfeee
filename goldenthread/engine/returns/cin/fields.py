"""What a children in need census holds: its tables, their fields, and the codes each may carry."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Names that the rules' own list uses for a field that stands in a table of another name.
WRITTEN_OTHERWISE = {
    "AssessmentFactors": "AssessmentFactor",
    "CINTable.ChildIdentifiers": "LAchildID",
    "CINTable.ChildProtectionPlans": "CPPID",
}


@dataclass(frozen=True)
class Field:
    """One field: `kind` is key, text, code, date, flag or whole; `codes` names its code set."""

    table: str
    field: str
    kind: str
    codes: str
    item: str


@cache
def fields() -> tuple[Field, ...]:
    """Every field of the return, in the order of the return."""
    return tuple(Field(**row) for row in _rows("fields.csv"))


@cache
def fields_of(table: str) -> tuple[Field, ...]:
    return tuple(field for field in fields() if field.table == table)


@cache
def tables() -> tuple[str, ...]:
    """The names of the tables, in the order of the return."""
    return tuple(dict.fromkeys(field.table for field in fields()))


@cache
def layout() -> dict[str, tuple[str, ...]]:
    """Each table of the return and the names of its fields."""
    return {table: tuple(field.field for field in fields_of(table)) for table in tables()}


@cache
def codes(name: str) -> tuple[str, ...]:
    """The codes of one set, such as `ethnicity`."""
    found = tuple(row["code"] for row in _rows("codes.csv") if row["set"] == name)
    if not found:
        raise LookupError(f"There is no code set called “{name}”")
    return found


@cache
def owners(field: str) -> frozenset[str]:
    """The tables that own a field; none for the episode's id, which many tables carry: where a rule
    names it, the rows of the rule's own module are meant."""
    name = WRITTEN_OTHERWISE.get(field, field)
    if name in KEYS:
        return frozenset(KEYS[name])
    return frozenset(each.table for each in fields() if each.field == name)


KEYS: dict[str, tuple[str, ...]] = {
    "LAchildID": ("ChildIdentifiers",),
    "CINdetailsID": (),
    "AssessmentID": ("Assessments",),
    "CPPID": ("ChildProtectionPlans",),
}


def _rows(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
