"""Who may answer for an objective, and whom a file means by a name."""

import re
from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.capabilities.business_plan.rules import who
from goldenthread.foundations.people.models import GroupSeat, Organisation, Seat
from goldenthread.foundations.people.queries.groups import groups_of

PUNCTUATION = re.compile(r"[^\w]+")
FILLERS = {"the", "group", "subgroup", "sub"}


@dataclass(frozen=True)
class Named:
    """An owner found: exactly one of these is set."""

    group_id: int | None = None
    organisation_id: int | None = None
    seat_id: int | None = None
    name: str = ""

    @property
    def is_found(self) -> bool:
        return not self.name


def organisations_of(partnership_id: int) -> QuerySet[Organisation]:
    taking_part = Organisation.objects.filter(
        participations__partnership_id=partnership_id, participations__until__isnull=True
    )
    return taking_part.distinct().order_by("name")


def seats_of(partnership_id: int) -> QuerySet[Seat]:
    held = Seat.objects.filter(partnership_id=partnership_id, until__isnull=True)
    return held.select_related("person", "organisation").order_by("person__name", "pk")


def someone_answers_for(organisation_id: int, partnership_id: int) -> bool:
    roles = [role.value for role in who.ANSWERS_FOR_ORGANISATION]
    held = Seat.objects.filter(partnership_id=partnership_id, until__isnull=True)
    return held.filter(organisation_id=organisation_id, roles__overlap=roles).exists()


def chair_of(group_id: int) -> int | None:
    """The seat that chairs a group, unless it has ended."""
    chairs = GroupSeat.objects.filter(
        group_id=group_id, position=GroupSeat.Position.CHAIR, seat__until__isnull=True
    )
    return chairs.values_list("seat_id", flat=True).first()


def found_by_name(partnership_id: int) -> dict[str, Named]:
    """Every name by which a file may mean a group or an organisation here, as `plain` gives it."""
    organisations = organisations_of(partnership_id).values_list("name", "pk")
    groups = groups_of(partnership_id).values_list("name", "pk")
    found = {plain(name): Named(organisation_id=pk) for name, pk in organisations}
    return found | {plain(name): Named(group_id=pk) for name, pk in groups}


def meant(name: str, known: dict[str, Named]) -> Named:
    """Whom a name means; the name itself where nobody here is called so."""
    return known.get(plain(name), Named(name=name))


def plain(name: str) -> str:
    """ "Practice Review Sub-Group" and "practice review group" are one."""
    words = PUNCTUATION.sub(" ", name.casefold().replace("&", " and ")).split()
    return " ".join(word for word in words if word not in FILLERS) or name.casefold()
