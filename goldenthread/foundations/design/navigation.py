"""What stands in the service navigation. Design lies below people and capabilities, so it asks
the function that settings.NAVIGATION names; that function may look at whatever it needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.module_loading import import_string

SHOWN_BEFORE_MORE = 6


@dataclass(frozen=True)
class Item:
    """One place to go: its words and its address."""

    text: str
    href: str


def items(request) -> dict[str, list[dict]]:
    """The places this request's member may open: `first`, shown at once, and `more`."""
    if not request:
        return {"first": [], "more": []}
    found = import_string(settings.NAVIGATION)(getattr(request, "member", None))
    drawn = [_drawn(item, request.path) for item in found]
    if len(drawn) <= SHOWN_BEFORE_MORE + 1:
        return {"first": drawn, "more": []}
    return {"first": drawn[:SHOWN_BEFORE_MORE], "more": drawn[SHOWN_BEFORE_MORE:]}


def _drawn(item: Item, path: str) -> dict:
    here = path == item.href
    beneath = item.href != "/" and path.startswith(item.href)
    return {"text": item.text, "href": item.href, "current": here, "active": here or beneath}


@lru_cache(maxsize=10_000)
def _found(urls: str | None, page: str, args: tuple, kwargs: tuple[tuple[str, object], ...]) -> str:
    return reverse(page, urls, args, dict(kwargs))


def url(page: str, kwargs: Mapping[str, object] | None = None, args: Iterable = ()) -> str:
    """The address of a page. A list asks for the same ones on every answer, so they are remembered."""
    return _found(get_urlconf(), page, tuple(args), tuple((kwargs or {}).items()))


def address_of(page: str, **kwargs) -> str:
    """The address of a page that a given site may not have (sign-in by another way, say), or ''."""
    try:
        return url(page, kwargs)
    except NoReverseMatch:
        return ""
