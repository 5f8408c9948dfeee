"""Where words were typed: which page, about which thing, and where its form goes."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import Http404
from django.urls import resolve

from goldenthread.foundations.people.entrances import Seats, SignedIn, entrance_of


@dataclass(frozen=True)
class Place:
    page: str  # the page's address name
    address: str
    sends_to: str


def place(address: str, sends_to: str = "") -> Place | None:
    """The place at one of our addresses, or none if no form of ours can stand there.

    Only pages behind a seat or a sign-in: never one on which a password or a secret is typed.
    """
    path, target = urlsplit(address).path, sends_to or address
    if not (_is_kept_from(address) and _is_kept_from(target)):
        return None
    return Place(resolve(path).view_name, path[:500], target[:500])


def place_of_late_form(request) -> Place | None:
    """Where a form that has just arrived was typed: the page before it, if it is one of ours."""
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc == request.get_host():
        found = place(before.path, request.get_full_path())
        if found:
            return found
    return place(request.path, request.get_full_path())


def _is_kept_from(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    try:
        page = resolve(parts.path).view_name
    except Http404:
        return False
    return isinstance(entrance_of(page), Seats | SignedIn) and not page.startswith("sign_in:")
