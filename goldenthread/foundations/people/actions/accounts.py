"""Open an account for someone whose e-mail address has been proved."""

from allauth.account.models import EmailAddress

from goldenthread.foundations.lock.keys import SIGNING_IN, opened
from goldenthread.foundations.people.models import Person


def open_account(*, email: str, name: str, password: str | None) -> Person:
    """A person who can sign in. Call it only where the address is proved: an invitation was opened.

    Makes the confirmed address that the sign-in pages look for, so that they do not ask again.
    """
    with opened(SIGNING_IN):
        person = Person.objects.create_user(email, password, name=name)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        return person
