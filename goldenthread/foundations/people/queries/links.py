"""The link behind a token, and the page that a link opens."""

from django.db import connection

from goldenthread.foundations.people.askers import resolve_link
from goldenthread.foundations.people.entrances import ByLink, page_table
from goldenthread.foundations.people.members import Guest
from goldenthread.foundations.people.models.links import token_fingerprint


class NoPageForPurpose(Exception):
    """A link was made for a purpose that no page's entrance names."""


def guest_at(request, token: str) -> tuple[Guest, str] | None:
    """The same, if the link belongs to the partnership in the address."""
    found = guest_behind(token)
    return found if found and found[0].slug == request.slug else None


def guest_behind(token: str) -> tuple[Guest, str] | None:
    """Who an unused link was made for, and its purpose; before they have proved who they are."""
    purpose = _purpose_of(token_fingerprint(token))
    if purpose is None:
        return None
    guest = resolve_link(token_fingerprint(token), purpose)
    return (guest, purpose) if guest else None


def _purpose_of(fingerprint: str) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT purpose FROM people_open_link(%s)", [fingerprint])
        row = cursor.fetchone()
    return row[0] if row else None


def page_for(purpose: str) -> str:
    """The name of the one page that a link with this purpose opens."""
    for page, entrance in page_table().items():
        if entrance == ByLink(purpose):
            return page
    raise NoPageForPurpose(f"No page says ByLink({purpose!r})")
