"""Open an account for someone whose e-mail address has been proved."""

from allauth.account.models import EmailAddress
from django.db import connection

from goldenthread.foundations.lock.keys import SIGNING_IN, opened
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Person
from goldenthread.kernel.decision import YES, no

HERE_ALREADY = "There is an account with this e-mail address already. Sign in to take up the seat."


def open_account(*, email: str, name: str, password: str | None) -> Person:
    """A person who can sign in. Call it only where the address is proved: an invitation was opened.

    Makes the confirmed address that the sign-in pages look for, so that they do not ask again.
    """
    with opened(SIGNING_IN):
        insist(no(HERE_ALREADY) if _made_meanwhile(email) else YES)
        person = Person.objects.create_user(email, password, name=name)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        return person


def _made_meanwhile(email: str) -> bool:
    """One after the other for one address: the form may have been sent twice at the same moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"account {email}"]
        )
    return Person.objects.filter(email=email.lower()).exists()
