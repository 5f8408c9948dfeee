"""Invitations: those that wait, and the one behind a token."""

from django.db import connection
from django.db.models import QuerySet

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Invitation, Person
from goldenthread.foundations.people.models.links import token_fingerprint
from goldenthread.foundations.people.queries.here import partnership_of


def invitations_seen_by(asker: Asker) -> QuerySet[Invitation]:
    """All that were ever sent from this partnership, the newest first."""
    own = Invitation.objects.filter(partnership_id=partnership_of(asker))
    return own.select_related("organisation", "invited_by__person").order_by("-made_at", "-pk")


def invitation_behind(token: str) -> Invitation | None:
    """The open invitation that this token is for. Looks past the lock, for this one token."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, partnership_id FROM people_open_invitation(%s)", [token_fingerprint(token)]
        )
        row = cursor.fetchone()
    if row is None:
        return None
    with opened(Keys(Door.SIGN_IN, (row[1],))):
        chosen = Invitation.objects.select_related("organisation", "partnership")
        return chosen.get(pk=row[0])


def has_account(email: str) -> bool:
    """For whoever holds an invitation to this address; asked under the sign-in door."""
    return Person.objects.filter(email=email).exists()
