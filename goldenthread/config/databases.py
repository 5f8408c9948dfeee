"""Where the database is, as Django wants to be told."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

CONNECTION_PARTS = {
    "dbname": "NAME",
    "user": "USER",
    "password": "PASSWORD",
    "host": "HOST",
    "port": "PORT",
}


def database(url: str) -> dict[str, Any]:
    """A Django database from `postgresql://user:password@host:port/name?option=value`."""
    parts = conninfo_to_dict(url)
    django = {
        CONNECTION_PARTS[key]: parts.pop(key) for key in list(parts) if key in CONNECTION_PARTS
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,  # the gate opens the transaction; see foundations/people/gate.py
        # Literals are bound on the client, so that a statement log could hold none of them.
        "OPTIONS": {**parts, "server_side_binding": False},
        **django,
    }
