"""The one who asks: a member from a seat, a person across seats, a guest by a link, or the machine.

All have the same face, so that a query, a permission and the trail need not know which it is.
"""

from dataclasses import dataclass
from functools import cached_property

from goldenthread.foundations.lock.keys import Door, Keys
from goldenthread.foundations.people.roles import Role


@dataclass(frozen=True)
class Asker:
    described: str
    keys: Keys
    roles: frozenset[Role] = frozenset()
    person_id: int = 0
    seat_id: int | None = None
    organisation_id: int | None = None
    partnership_id: int | None = None

    @cached_property
    def groups_chaired(self) -> frozenset[int]:
        """By their numbers; looked up once a request, and only where somebody asks."""
        from goldenthread.foundations.people.queries.groups import groups_chaired

        return groups_chaired(self)

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


@dataclass(frozen=True)
class Member(Asker):
    """A person in one seat of one partnership."""

    name: str = ""
    slug: str = ""
    partnership: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Guest(Asker):
    """Someone who holds a single-use link, with the one thing that it opens."""

    grant: str = ""
    email: str = ""
    link_id: int = 0
    slug: str = ""


def machine(*partnerships: int, doing: str) -> Asker:
    """A job or a command, for these partnerships. `doing` is what the trail will say."""
    one = partnerships[0] if len(partnerships) == 1 else None
    return Asker(described=doing, keys=Keys(Door.MACHINE, partnerships), partnership_id=one)
