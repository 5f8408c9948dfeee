"""People with accounts, and short ways to do what they do."""

from allauth.account.models import EmailAddress
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.people.models import Person
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

PASSWORD = "correct horse battery"  # as the factory sets it


def someone(*roles: Role, email: str = "ade@example.org", verified: bool = True) -> Member:
    """A member whose e-mail address has been confirmed."""
    member = factories.member(*(roles or [Role.LAY_MEMBER]), email=email)
    if verified:
        with opened(Keys(Door.SIGN_IN, person=member.person_id)):
            EmailAddress.objects.create(
                user_id=member.person_id, email=email, verified=True, primary=True
            )
    return member


def choose_password(member: Member, password: str) -> None:
    with opened(Keys(Door.SIGN_IN, person=member.person_id)):
        person = Person.objects.get(pk=member.person_id)
        person.set_password(password)
        person.save()


def sign_in(client, email: str = "ade@example.org", password: str = PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def is_signed_in(client) -> bool:
    return client.get(reverse("inbox")).status_code == 200


def marks(owner) -> list[tuple[str, str]]:
    """What the trail says, oldest first: who, and what they did."""
    return owner.execute("SELECT by, did FROM trail_mark ORDER BY id").fetchall()


def sessions_of(member: Member) -> list[str]:
    from allauth.usersessions.models import UserSession

    found = UserSession.objects.filter(user_id=member.person_id)
    return list(found.values_list("session_key", flat=True))
