"""Leave a mark. Called by every action, inside the action's own transaction."""

import json
from contextvars import ContextVar
from typing import Any

from django.db import connection

REQUEST: ContextVar[str] = ContextVar("trail_request", default="")

# RETURNING would ask to read the row back, which someone who is signing in may not.
INSERT = """
INSERT INTO trail_mark (at, partnership_id, person_id, seat_id, by, did, "to", detail, request)
VALUES (now(), %s, %s, %s, %s, %s, %s, %s, %s)
"""


def record(*, by: Any, did: str, to: Any, **detail: Any) -> None:
    """Mark that `by` did this to that. `detail` names fields and stages, never protected values.

    `by` is whoever asks (people/members.py); `to` is a record or a reference like "thread.action:12".
    """
    values = [
        by.partnership_id,
        by.person_id or None,
        by.seat_id,
        by.described,
        did,
        to if isinstance(to, str) else reference(to),
        json.dumps(detail, default=str),
        REQUEST.get(),
    ]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, values)


def reference(thing: Any) -> str:
    """How one record is named across the product: "people.seat:7"."""
    return f"{thing._meta.label_lower}:{thing.pk}"
