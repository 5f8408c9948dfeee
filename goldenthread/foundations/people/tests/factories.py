"""Short ways to make a partnership and its people, for the tests of every app."""

from datetime import date

import factory

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.askers import member_of
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.people.models import (
    Organisation,
    Participation,
    Partnership,
    Person,
    Seat,
)
from goldenthread.foundations.people.roles import Role


class AddedByACommand(factory.django.DjangoModelFactory):
    """Needs no lock to be open."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        with opened(Keys(Door.MACHINE)):
            return super()._create(model_class, *args, **kwargs)


class PartnershipFactory(AddedByACommand):
    class Meta:
        model = Partnership

    name = factory.Sequence("Partnership {}".format)
    area = factory.SelfAttribute("name")
    slug = factory.Sequence("partnership-{}".format)


class OrganisationFactory(AddedByACommand):
    class Meta:
        model = Organisation

    name = factory.Sequence("Agency {}".format)
    kind = "police"


def member(
    *roles: Role,
    partnership: Partnership | None = None,
    organisation: Organisation | None = None,
    name: str = "Ade Okoro",
    email: str | None = None,
) -> Member:
    """A person with a seat, as the gate would put it on a request. Needs no lock to be open."""
    partnership = partnership or PartnershipFactory()
    organisation = organisation or OrganisationFactory()
    with opened(Keys(Door.SIGN_IN, (partnership.pk,))):
        Participation.objects.get_or_create(partnership=partnership, organisation=organisation)
        address = email or f"person{Person.objects.count()}@example.org"
        person = Person.objects.create_user(address, "correct horse battery", name=name)
        seat = Seat.objects.create(
            partnership=partnership,
            organisation=organisation,
            person=person,
            roles=list(roles or [Role.BUSINESS_MANAGER]),
            since=date(2025, 1, 1),
        )
        return member_of(
            Seat.objects.select_related("partnership", "organisation").get(pk=seat.pk), person
        )


def sign_in(client, someone: Member):
    """The test client, signed in as this member."""
    with opened(Keys(Door.SIGN_IN)):
        client.force_login(Person.objects.get(pk=someone.person_id))
    return client
