"""A seat offered by e-mail: invited, sent, sent again, withdrawn, accepted."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from goldenthread.foundations.calendar.today import now, today
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people import letters, rules, tasks
from goldenthread.foundations.people.actions.seats import take_seat
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Invitation, Organisation, Person, Seat
from goldenthread.foundations.people.models.links import new_token, token_fingerprint
from goldenthread.foundations.people.permissions import may_invite, may_keep_people
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.people.queries.invitations import invitation_behind
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no

CLOSED = "This invitation has been accepted or withdrawn, or has run out. Ask for a new one."
SOMEONE_ELSE = "This invitation was sent to another e-mail address than the one you signed in with."


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    organisation: Organisation,
    roles: list[str],
    title: str = "",
    mailbox: str = "",
    seat: Seat | None = None,
    by: Asker,
) -> Invitation:
    """Offer a seat. With `seat`, a vacant seat is offered with the work that it holds."""
    insist(may_invite(by, frozenset(Role(role) for role in roles)))
    assert by.seat_id is not None, "only someone with a seat invites others"
    invitation = Invitation.objects.create(
        partnership_id=partnership_of(by),
        organisation=organisation,
        email=email.strip().lower(),
        name=name,
        title=title,
        roles=roles,
        mailbox=mailbox,
        seat=seat,
        invited_by_id=by.seat_id,
        fingerprint=token_fingerprint(new_token()),  # of a token nobody has, until it is sent
        expires_at=now() + rules.INVITATION_LASTS,
    )
    trail.record(by=by, did="invited someone to a seat", to=invitation, roles=roles)
    _leave_job(invitation)
    return invitation


@transaction.atomic
def resend(invitation: Invitation, *, by: Asker) -> None:
    """Send it again, with its time to run from now. The earlier e-mail opens nothing any more."""
    insist(may_invite(by, frozenset(Role(role) for role in invitation.roles)))
    invitation = _waiting(invitation)
    invitation.expires_at = now() + rules.INVITATION_LASTS
    invitation.save(update_fields=["expires_at"])
    trail.record(by=by, did="sent an invitation again", to=invitation)
    _leave_job(invitation)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Asker) -> None:
    insist(may_keep_people(by))
    invitation = _waiting(invitation)
    invitation.withdrawn_at = now()
    invitation.save(update_fields=["withdrawn_at"])
    trail.record(by=by, did="withdrew an invitation", to=invitation)


@transaction.atomic
def send(invitation_id: int, *, by: Asker) -> None:
    """Make the token and post it. For the job; only the newest e-mail opens the invitation."""
    waiting = Invitation.objects.select_for_update(of=("self",)).select_related("partnership")
    invitation = waiting.get(pk=invitation_id)
    if invitation.accepted_at or invitation.withdrawn_at:
        return
    token = new_token()
    invitation.fingerprint, invitation.sent_at = token_fingerprint(token), now()
    invitation.save(update_fields=["fingerprint", "sent_at"])
    there = {"partnership": invitation.partnership.slug, "token": token}
    address = settings.SITE_ADDRESS + reverse("people:invitation", kwargs=there)
    body = letters.invitation(
        invitation.name, invitation.partnership.name, address, invitation.expires_at
    )
    EmailMessage(letters.INVITATION_SUBJECT, body, to=[invitation.email]).send()


def accept_invitation(token: str, person: Person, *, on: date | None = None) -> Seat:
    """Give the person the seat that was offered to their address.

    Opens the lock itself, for the one partnership of the invitation: whoever accepts holds no seat
    there yet. Refuses with the reason if the invitation is closed or is somebody else's.
    """
    invitation = invitation_behind(token)
    insist(YES if invitation else no(CLOSED))
    assert invitation
    partnership = invitation.partnership_id
    with opened(Keys(Door.SIGN_IN, (partnership,), (), person.pk)):
        invitation = _waiting(invitation)
        insist(_theirs(invitation, person))
        by = Asker(person.name, SIGNED_OUT, person_id=person.pk, partnership_id=partnership)
        seat = take_seat(invitation, person, on=on or today(), by=by)
        invitation.accepted_by, invitation.accepted_at = person, now()
        invitation.save(update_fields=["accepted_by", "accepted_at"])
        trail.record(by=by, did="accepted an invitation", to=invitation)
        return seat


SIGNED_OUT = Keys(Door.SIGN_IN)


def _theirs(invitation: Invitation, person: Person) -> Decision:
    return YES if invitation.email == person.email else no(SOMEONE_ELSE)


def _waiting(invitation: Invitation) -> Invitation:
    """The same invitation, locked, if it still waits for an answer."""
    fresh = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    insist(no(CLOSED) if fresh.accepted_at or fresh.withdrawn_at else YES)
    return fresh


def _leave_job(invitation: Invitation) -> None:
    tasks.send_invitation.defer(partnership=invitation.partnership_id, invitation=invitation.pk)
