"""Who may come in at a page. Each app's `permissions.py` has a table `PAGES`: address name → entrance.

A page that stands in no table is refused to everyone. The tables answer "may this role open this
page at all"; what may be done there, to which record, is the Decision of a permission.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from goldenthread.foundations.people.roles import EVERY_ROLE, Role


@dataclass(frozen=True)
class Entrance:
    """Nobody comes in by the base class: it is what a page has until somebody decides."""


@dataclass(frozen=True)
class Alive(Entrance):
    """Asked by the machine next door whether we run. Opens no transaction."""


@dataclass(frozen=True)
class Public(Entrance):
    """Anyone, signed in or not. Sees only what has been published."""


@dataclass(frozen=True)
class SigningIn(Entrance):
    """The pages by which people sign in, out, and look after their own account."""


@dataclass(frozen=True)
class SignedIn(Entrance):
    """One person across all their seats; nothing of a partnership can be changed here."""

    changes_own_things: bool = False


@dataclass(frozen=True)
class Seats(Entrance):
    """Seats with one of these roles, at an address under /p/<partnership>/."""

    roles: frozenset[Role]


@dataclass(frozen=True)
class ByLink(Entrance):
    """Whoever holds a single-use link, verified by a code sent to their work address."""

    purpose: str


CLOSED = Entrance()
EVERY_SEAT = Seats(EVERY_ROLE)


def seats(*roles: Role | Iterable[Role]) -> Seats:
    named = [role for part in roles for role in ([part] if isinstance(part, Role) else part)]
    return Seats(frozenset(named))


@lru_cache(maxsize=1)
def page_table() -> dict[str, Entrance]:
    table: dict[str, Entrance] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("goldenthread.") and module_has_submodule(
            config.module, "permissions"
        ):
            table |= getattr(import_module(f"{config.name}.permissions"), "PAGES", {})
    return table


def entrance_of(page: str) -> Entrance:
    return page_table().get(page, CLOSED)


def opens_to(page: str, roles: frozenset[Role]) -> bool:
    """Whether a seat with these roles may open this page: for showing only the ways that lead on."""
    entrance = entrance_of(page)
    return isinstance(entrance, Seats) and bool(entrance.roles & roles)


def pages_closed_to(roles: frozenset[Role]) -> list[str]:
    """The pages of a partnership at which a seat with these roles would be refused."""
    named = [page for page, entrance in page_table().items() if isinstance(entrance, Seats)]
    return [page for page in named if not opens_to(page, roles)]
