"""Every page of the site, found from its addresses."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

DUMMIES = {
    "IntConverter": 0,
    "SlugConverter": "nothing",
    "StringConverter": "nothing",
    "PathConverter": "nothing",
}


@dataclass(frozen=True)
class Page:
    name: str
    kwargs: tuple[tuple[str, object], ...]

    def address(self, partnership: str) -> str:
        given = dict(self.kwargs)
        if "partnership" in given:
            given["partnership"] = partnership
        return reverse(self.name, kwargs=given)


def every_page() -> list[Page]:
    found = sorted(set(_pages(get_resolver(), "", {})), key=lambda page: page.name)
    assert found, "the search for pages found none"
    return found


def _pages(resolver: URLResolver, namespace: str, converters: dict) -> Iterator[Page]:
    for part in resolver.url_patterns:
        known = converters | part.pattern.converters
        if isinstance(part, URLPattern):
            kwargs = {
                key: DUMMIES.get(type(kind).__name__, "nothing") for key, kind in known.items()
            }
            yield Page(namespace + (part.name or ""), tuple(sorted(kwargs.items())))
        else:
            yield from _pages(
                part, namespace + (f"{part.namespace}:" if part.namespace else ""), known
            )
