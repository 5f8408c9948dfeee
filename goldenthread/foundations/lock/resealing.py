"""Seal anew, with the newest key, what older keys sealed in the database. Run by `goldenthread reseal`.

A few rows at a time, each batch a transaction of its own: stopped halfway, it is simply run again,
and passes over what is done. The site may go on working, if it has the newest key already.

Which columns: every `SealedText`, and those of libraries' tables that an app names in
`sealed_columns_of_libraries` (table → its key and the column).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection

from goldenthread.foundations.lock.declarations import OwnedByPerson, declared
from goldenthread.foundations.lock.keys import SIGNING_IN, Keys, opened
from goldenthread.foundations.lock.sealing import CannotOpen, SealedText, sealed_anew

BATCH = 50  # rows; the largest, a draft, may be over a megabyte
MARK = "gAAAAA"  # every token of Fernet's begins so


@dataclass(frozen=True)
class Column:
    table: str
    key: str
    column: str
    is_json: bool = False
    may_change: bool = True

    @property
    def title(self) -> str:
        return f"{self.table}.{self.column}"


@dataclass
class Tally:
    """What was found in one place: how much was sealed anew, and what still needs an older key."""

    title: str
    seen: int = 0
    renewed: int = 0
    must_stay: int = 0  # only ever added, so it cannot be sealed anew
    unopened: int = 0  # none of the keys opens it


def columns() -> list[Column]:
    """Every column that holds something sealed, those of libraries after ours."""
    return [*_of_ours(), *_of_libraries()]


def reseal(column: Column, machine: Keys) -> Tally:
    """Go through one column. `machine` opens the rows of every partnership."""
    person = isinstance(declared()[column.table], OwnedByPerson)
    keys, tally, after = SIGNING_IN if person else machine, Tally(column.title), None
    while True:
        with opened(keys):
            rows = _batch(column, after)
            for key, value in rows:
                _take(column, key, value, tally)
        if len(rows) < BATCH:
            return tally
        after = rows[-1][0]


def anew(value: Any) -> Any:
    """The same text, or JSON, with every sealed text in it sealed with the newest key."""
    if isinstance(value, dict):
        return {name: anew(held) for name, held in value.items()}
    if isinstance(value, list):
        return [anew(held) for held in value]
    if isinstance(value, str) and value.startswith(MARK):
        return sealed_anew(value.encode()).decode()
    return value


def _take(column: Column, key: Any, value: Any, tally: Tally) -> None:
    tally.seen += 1
    held = json.loads(value) if column.is_json else value
    try:
        fresh = anew(held)
    except CannotOpen:
        tally.unopened += 1
        return
    if fresh == held:
        return
    if not column.may_change:
        tally.must_stay += 1
        return
    _write(column, key, json.dumps(fresh) if column.is_json else fresh)
    tally.renewed += 1


def _batch(column: Column, after: Any) -> list[tuple[Any, Any]]:
    """The next rows with something sealed. Names come from our own models, never from input."""
    beyond, given = (f"{column.key} > %s AND ", [after]) if after is not None else ("", [])
    held = " FOR UPDATE" if column.may_change else ""
    query = (
        f"SELECT {column.key}, {column.column}::text FROM {column.table}"  # noqa: S608
        f" WHERE {beyond}{column.column}::text LIKE %s ORDER BY {column.key} LIMIT {BATCH}{held}"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [*given, f"%{MARK}%"])
        return cursor.fetchall()


def _write(column: Column, key: Any, value: str) -> None:
    kind = "::jsonb" if column.is_json else ""
    statement = f"UPDATE {column.table} SET {column.column} = %s{kind} WHERE {column.key} = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [value, key])


def _of_ours() -> Iterator[Column]:
    for model in apps.get_models(include_auto_created=True):
        lock = getattr(model, "lock", None)
        stays = getattr(lock, "append_only", False) or getattr(model, "only_added", False)
        for field in model._meta.local_fields:
            if isinstance(field, SealedText):
                table, key = model._meta.db_table, str(model._meta.pk.column)
                yield Column(table, key, str(field.column), may_change=not stays)


def _of_libraries() -> Iterator[Column]:
    for config in apps.get_app_configs():
        named = getattr(config, "sealed_columns_of_libraries", {})
        for table, (key, column, is_json) in named.items():
            yield Column(table, key, column, is_json=is_json)
