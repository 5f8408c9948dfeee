"""How many statements a whole request sends to the database, from the session to the commit."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

LOOKED, SET = "SELECT current_setting", "SELECT set_config"


def statements(ask: Callable[[], object]) -> list[str]:
    """What the site sends to answer, the gate's own statements and the transaction's included.

    In a test the gate's transaction lies inside another, so it looks which keys were there before
    it and puts them back after it; those two statements are left out.
    """
    with CaptureQueriesContext(connection) as captured:
        ask()
    sent = [query["sql"] for query in captured]
    looked = next(at for at, sql in enumerate(sent) if sql.startswith(LOOKED))
    put_back = max(at for at, sql in enumerate(sent) if sql.startswith(SET))
    assert looked < put_back
    return [sql for at, sql in enumerate(sent) if at not in (looked, put_back)]
