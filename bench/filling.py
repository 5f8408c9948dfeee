"""Many rows from one: each table's first row is copied, with what must differ made different."""

import psycopg
from psycopg import sql

DIFFERS = {
    "thread_finding": {"text": "'Finding ' || n"},
    "thread_recommendation": {"text": "'Recommendation ' || n"},
    "thread_action": {
        "text": "'Action ' || n",
        "reference": "'B' || n",
        "number": "n",
        "due_on": "date '2026-01-01' + n %% 700",
    },
    "people_person": {"email": "'bench' || n || '@example.org'", "name": "'Person ' || n"},
    "measures_observation": {"breakdown": "'line ' || n"},
}


def fill(url: str, upto: int) -> None:
    """Have this many rows of each kind. As a superuser: a bulk load past the lock."""
    with psycopg.connect(url) as connection:
        for table, differs in DIFFERS.items():
            copy(connection, table, upto, differs)
        seat_everyone(connection)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def columns(connection: psycopg.Connection, table: str) -> list[str]:
    found = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
        " AND column_name <> 'id' ORDER BY ordinal_position",
        [table],
    )
    return [name for (name,) in found]


def copy(connection: psycopg.Connection, table: str, upto: int, differs: dict[str, str]) -> None:
    name = sql.Identifier(table)
    have = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(name)).fetchone()[0]
    names = columns(connection, table)
    values = [sql.SQL(differs[c]) if c in differs else sql.Identifier(c) for c in names]
    connection.execute(
        sql.SQL(
            "INSERT INTO {} ({}) SELECT {} FROM (SELECT * FROM {} ORDER BY id LIMIT 1) AS one,"
            " generate_series(%s::int, %s::int) AS n"
        ).format(
            name,
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join(values),
            name,
        ),
        [have + 1, upto],
    )


def seat_everyone(connection: psycopg.Connection) -> None:
    """Every person a seat like the first one."""
    names = [name for name in columns(connection, "people_seat") if name != "person_id"]
    listed = sql.SQL(", ").join(map(sql.Identifier, names))
    of_one = sql.SQL(", ").join(sql.SQL("one.") + sql.Identifier(name) for name in names)
    connection.execute(
        sql.SQL(
            "INSERT INTO people_seat (person_id, {}) SELECT person.id, {} FROM people_person person,"
            " (SELECT * FROM people_seat ORDER BY id LIMIT 1) AS one"
            " WHERE NOT EXISTS (SELECT 1 FROM people_seat s WHERE s.person_id = person.id)"
        ).format(listed, of_one)
    )
