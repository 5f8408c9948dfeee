"""Sessions in the database, sealed: one may hold an authenticator's secret while it is being set up."""

from typing import Any

from django.contrib.sessions.backends import db

from goldenthread.foundations.lock.sealing import CannotOpen, seal, unseal


class SessionStore(db.SessionStore):
    def encode(self, session_dict: dict[str, Any]) -> str:
        return seal(super().encode(session_dict))

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        """A session sealed with a key that is gone is an empty one: sign in again."""
        try:
            return super().decode(unseal(str(session_data)))
        except CannotOpen:
            return {}
