"""Organisations' sign-ins: those that the sign-in page offers, those of a partnership, whom one vouches for."""

from collections import Counter

from django.conf import settings
from django.db.models import Min, QuerySet

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.askers import held_seats
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.sign_in.models import OrganisationSignIn


def switched_on() -> QuerySet[OrganisationSignIn]:
    return OrganisationSignIn.objects.filter(is_on=True).select_related("organisation")


def offered() -> list[tuple[str, str]]:
    """For the sign-in page, which opens no secret: the words of each link, and its slug."""
    found = list(switched_on().select_related("organisation", "partnership").defer("secret"))
    times = Counter(one.organisation.name for one in found)
    named = ((one, one.organisation.name) for one in found)
    return [
        (f"{name} ({one.partnership.area})" if times[name] > 1 else name, one.slug)
        for one, name in named
    ]


def of_partnership(asker: Asker) -> QuerySet[OrganisationSignIn]:
    """Switched on or not, and without their secrets, which nobody is shown."""
    own = OrganisationSignIn.objects.filter(partnership_id=partnership_of(asker))
    return own.select_related("organisation", "changed_by").defer("secret")


def vouches_for(slug: str, person_id: int, email: str) -> bool:
    """Whether this sign-in may let this person in, now. `email` is the account's own address."""
    one = switched_on().defer("secret").filter(slug=slug).first()
    if one is None or domain_of(email) not in one.domains:
        return False
    with opened(Keys(Door.SIGN_IN, person=person_id)):
        seats = list(held_seats(person_id))
    return {seat.partnership_id for seat in seats} == {one.partnership_id} and any(
        seat.organisation_id == one.organisation_id for seat in seats
    )


def minutes_away(person_id: int) -> int:
    """The fewest minutes that any partnership allows in which this person holds a seat."""
    with opened(Keys(Door.SIGN_IN, person=person_id)):
        held = Seat.objects.filter(person_id=person_id, until__isnull=True)
        fewest = held.aggregate(fewest=Min("partnership__idle_minutes"))["fewest"]
    return min(fewest or settings.IDLE_MINUTES, settings.IDLE_MINUTES)


def minutes_set_by(asker: Asker) -> int | None:
    """What this partnership has set; none where the installation's own limit holds."""
    return Partnership.objects.get(pk=partnership_of(asker)).idle_minutes


def domain_of(email: str) -> str:
    return email.rpartition("@")[2].lower()
