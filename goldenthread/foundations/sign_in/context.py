"""What every page may say about the session: how long it lasts, and what was kept of this page."""

from django.http import HttpRequest

from goldenthread.foundations.sign_in import clock
from goldenthread.foundations.sign_in.drafts import queries


def session(request: HttpRequest) -> dict:
    def kept_here() -> list:
        member = getattr(request, "member", None)
        return queries.kept_at(member.person_id, request.path) if member else []

    return {"idle_minutes": clock.minutes(request), "kept_here": kept_here}
