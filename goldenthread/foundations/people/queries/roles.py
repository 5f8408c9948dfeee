"""Who holds which role, and which pages each role may open: what an auditor asks first."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.foundations.people.entrances import ByLink, Entrance, Public, Seats, page_table
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.queries.seats import people_seated
from goldenthread.foundations.people.roles import DESCRIPTIONS, Role, RoleDescription


@dataclass(frozen=True)
class Area:
    """The pages of one part of the product, in words: "People", ("directory", "change seat")."""

    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class RoleHeld:
    description: RoleDescription
    holders: tuple[Seat, ...]
    areas: tuple[Area, ...]

    @property
    def pages(self) -> int:
        return sum(len(area.pages) for area in self.areas)


def roles_held(asker: Asker) -> list[RoleHeld]:
    """Every role in turn, with who holds it here and where it may go. One query."""
    seats = list(people_seated(asker))
    return [
        RoleHeld(description, tuple(_holders(role, seats)), areas_open_to(role))
        for role, description in DESCRIPTIONS.items()
    ]


def areas_open_to(role: Role) -> tuple[Area, ...]:
    """The pages that a seat with this role may open. What may be done there is asked again there."""
    return _areas(
        page
        for page, entrance in page_table().items()
        if isinstance(entrance, Seats) and role in entrance.roles
    )


def areas_of(kind: type[Entrance]) -> tuple[Area, ...]:
    """The pages that need no seat: those of this kind of entrance."""
    assert kind in (Public, ByLink)
    return _areas(page for page, entrance in page_table().items() if isinstance(entrance, kind))


def _holders(role: Role, seats: Iterable[Seat]) -> list[Seat]:
    return [seat for seat in seats if role in seat.roles]


def _areas(pages: Iterable[str]) -> tuple[Area, ...]:
    found: dict[str, list[str]] = {}
    for page in sorted(pages):
        area, _, name = page.rpartition(":")
        found.setdefault(_in_words(area) or "The whole site", []).append(_in_words(name))
    return tuple(Area(title, tuple(names)) for title, names in found.items())


def _in_words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").replace(":", " ").strip().capitalize()
