"""Which pages take a form, read from the source of their views."""

import inspect
from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

TAKES = ("request.POST", "require_POST", '"POST"')


def pages_that_take_forms() -> set[str]:
    """The names of our own pages under /p/…; allauth's leave their marks in sign_in/tests."""
    found = {name for name, view in views(get_resolver(), "") if takes_a_form(view, set())}
    assert len(found) > 60, "the search for views found too few"
    return found


def views(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, Callable]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLPattern):
            yield namespace + (part.name or ""), inspect.unwrap(part.callback)
        else:
            inside = namespace + (f"{part.namespace}:" if part.namespace else "")
            yield from views(part, inside)


def takes_a_form(function: Callable, seen: set) -> bool:
    """Whether this function, or one of ours that it calls by name, reads what was sent."""
    if function in seen or not _ours(function):
        return False
    seen.add(function)
    if any(words in inspect.getsource(function) for words in TAKES):
        return True
    called = [_named(function, name) for name in function.__code__.co_names]
    return any(takes_a_form(other, seen) for other in called if other)


def _ours(function: Callable) -> bool:
    return (
        inspect.isfunction(function)
        and ".views" in function.__module__
        and (function.__module__.startswith("goldenthread."))
    )


def _named(function: Callable, name: str) -> Callable | None:
    """What this name means to the function: in its own module, or in a module of views that it imports."""
    around = function.__globals__
    if inspect.isfunction(around.get(name)):
        return inspect.unwrap(around[name])
    for module in around.values():
        if inspect.ismodule(module) and ".views" in module.__name__ and hasattr(module, name):
            return inspect.unwrap(getattr(module, name))
    return None
