"""Say what is due, and that it no longer is. No mark on the trail: the action that calls leaves it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.clocks.models import Due


def set_due(
    about: str,
    *,
    title: str,
    due_on: date,
    page: str,
    page_kwargs: dict[str, Any] | None = None,
    partnership_id: int,
    organisation_id: int | None = None,
    seat_id: int | None = None,
    roles: Collection[str] = (),
    by: Any,
) -> None:
    """Put this on the inbox of those it waits for; called again for the same thing, it moves.

    `about` is a reference ("thread.action:12"); `page` the name of the address that settles it, to
    which the partnership is added; `title` must hold nothing protected.
    """
    wanted = {
        "title": title[:300],
        "due_on": due_on,
        "page": page,
        "page_kwargs": page_kwargs or {},
        "organisation_id": organisation_id,
        "seat_id": seat_id,
        "roles": sorted(roles),
    }
    Due.objects.update_or_create(
        wanted, partnership_id=partnership_id, about=about, settled_at__isnull=True
    )


def settle(about: str, *, by: Any) -> None:
    """It is done, or no longer asked for. Nothing happens when it was not due."""
    Due.objects.filter(about=about, settled_at__isnull=True).update(settled_at=now())
