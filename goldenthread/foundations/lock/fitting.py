"""Fit the declared locks to the database. Run by `goldenthread migrate`, after the migrations.

Idempotent: every policy is made anew, so a changed declaration takes effect at the next migrate
and a policy that someone loosened by hand is put right.
"""

from itertools import chain

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.foundations.lock.declarations import (
    Lock,
    SharedThrough,
    Unlocked,
    declared,
    owned_models,
)

APP_ROLE = "goldenthread_app"
BACKUP_ROLE = "goldenthread_backup"

ASKING = """
CREATE OR REPLACE FUNCTION lock_partnerships() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT current_setting('goldenthread.partnerships')::bigint[] $$;
CREATE OR REPLACE FUNCTION lock_organisations() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT current_setting('goldenthread.organisations')::bigint[] $$;
CREATE OR REPLACE FUNCTION lock_person() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT current_setting('goldenthread.person')::bigint $$;
CREATE OR REPLACE FUNCTION lock_door() RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF coalesce(current_setting('goldenthread.door', true), '') = '' THEN
        RAISE EXCEPTION 'nobody is asking: open the lock first' USING ERRCODE = '42501';
    END IF;
    RETURN current_setting('goldenthread.door');
END $$;
CREATE OR REPLACE FUNCTION lock_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
"""


class Unlockable(Exception):
    """A table has no declared lock; the message names it."""


def fit(connection: BaseDatabaseWrapper) -> None:
    """Put the declared lock on every table. The connection must be the owner's."""
    locks = declared()
    tables = _tables(connection)
    undeclared = sorted(tables - set(locks))
    if undeclared:
        raise Unlockable(
            f"No lock is declared for {', '.join(undeclared)}: see lock/declarations.py"
        )
    with connection.cursor() as cursor:
        cursor.execute(ASKING)
        for table in sorted(tables):
            for statement in statements(table, locks[table]):
                cursor.execute(statement)
        for statement in chain(functions_declared(), *map(owner_in_foreign_keys, owned_models())):
            cursor.execute(statement)


def functions_declared() -> list[str]:
    """The few functions that look past the lock, each declared by the app whose question it answers."""
    return [
        sql for config in apps.get_app_configs() for sql in getattr(config, "lock_functions", [])
    ]


def statements(table: str, lock: Lock) -> list[str]:
    """What the database is told about one table. Names come from our own models, never from input."""
    grant = "SELECT, INSERT" if lock.append_only else "SELECT, INSERT, UPDATE, DELETE"
    made = [
        f"REVOKE ALL ON {table} FROM {APP_ROLE}",
        f"GRANT {grant} ON {table} TO {APP_ROLE}",
        f"GRANT SELECT ON {table} TO {BACKUP_ROLE}",
    ]
    made += _append_only(table) if lock.append_only else []
    if isinstance(lock, Unlocked):
        return [*made, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]
    return [*made, *_row_security(table), *_policies(table, lock)]


def _row_security(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    ]


def _policies(table: str, lock: Lock) -> list[str]:
    read, write = lock.reading(table), lock.writing(table)
    # PostgreSQL asks the reading rule of a change only where the statement reads a column: an
    # UPDATE that has lost its whole WHERE would not be asked. So the rule for changes holds both.
    both = f"({read}) AND ({write})"
    wanted = {
        "lock_reading": f"FOR SELECT USING ({read})",
        "lock_adding": f"FOR INSERT WITH CHECK ({lock.adding(table)})",
        "lock_changing": f"FOR UPDATE USING ({both}) WITH CHECK ({write})",
        "lock_removing": f"FOR DELETE USING ({both})",
    }
    dropped = [f"DROP POLICY IF EXISTS {name} ON {table}" for name in wanted]
    return dropped + [f"CREATE POLICY {name} ON {table} {rule}" for name, rule in wanted.items()]


def _append_only(table: str) -> list[str]:
    return [
        f"CREATE OR REPLACE TRIGGER lock_append_only BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION lock_append_only()",
        f"CREATE OR REPLACE TRIGGER lock_no_truncate BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION lock_append_only()",
    ]


def owner_in_foreign_keys(model: type[models.Model]) -> list[str]:
    """A row may only point at a row of the same partnership: the owner is part of the key."""
    pairs = [
        (field, field.related_model)
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and _same_owner(model, field.related_model)
    ]
    table = model._meta.db_table
    return list(chain(*(_key_with_owner(table, field, to._meta.db_table) for field, to in pairs)))


def _same_owner(model: type[models.Model], target: type[models.Model]) -> bool:
    """A shared row (a joint panel) may be pointed at from every partnership that shares it."""
    shared = isinstance(getattr(target, "lock", None), SharedThrough)
    return target is model or (target in owned_models() and not shared)


def _key_with_owner(table: str, field: models.Field, target: str) -> list[str]:
    unique, key = f"{target}_with_owner"[:63], f"{table}_{field.column}_owner"[:63]
    return [
        _unless_there(
            unique, f"ALTER TABLE {target} ADD CONSTRAINT {unique} UNIQUE (id, partnership_id)"
        ),
        _unless_there(
            key,
            f"ALTER TABLE {table} ADD CONSTRAINT {key} FOREIGN KEY ({field.column}, partnership_id)"
            f" REFERENCES {target} (id, partnership_id) DEFERRABLE INITIALLY DEFERRED",
        ),
    ]


def _unless_there(constraint: str, statement: str) -> str:
    return (
        "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint"
        f" WHERE conname = '{constraint}') THEN {statement}; END IF; END $$"
    )


def _tables(connection: BaseDatabaseWrapper) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
            " AND relnamespace = 'public'::regnamespace"
        )
        return {name for (name,) in cursor.fetchall()}
