"""The tables everything else hangs from, one file a noun."""

from goldenthread.foundations.people.models.areas import (
    Organisation,
    Participation,
    Partnership,
    Region,
)
from goldenthread.foundations.people.models.groups import Group, GroupSeat, GroupShare
from goldenthread.foundations.people.models.links import Invitation, Link
from goldenthread.foundations.people.models.seats import Holding, Person, Seat

__all__ = [
    "Group",
    "GroupSeat",
    "GroupShare",
    "Holding",
    "Invitation",
    "Link",
    "Organisation",
    "Participation",
    "Partnership",
    "Person",
    "Region",
    "Seat",
]
