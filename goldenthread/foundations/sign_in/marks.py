"""What sign-in writes on the trail: who came and went, who failed to, and what they changed.

Each mark opens the lock for itself, since allauth tells of some changes only after they are stored.
No mark holds an address, a password or a code.
"""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from allauth.socialaccount import signals as organisations
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Person
from goldenthread.foundations.sign_in import clock
from goldenthread.foundations.trail import actions as trail

NOBODY = "someone not signed in"


def mark(did: str, person: Person | None, *, by: str = "", **detail: Any) -> None:
    """`person` is whose account it is about; `by` says so if it may have been another's doing."""
    keys = Keys(Door.SIGN_IN, person=person.pk if person else 0)
    with opened(keys):
        asker = Asker(by or (person.name if person else NOBODY), keys, person_id=keys.person)
        to = trail.reference(person) if person else "sign_in.account:unknown"
        trail.record(by=asker, did=did, to=to, **detail)


def mark_by_id(did: str, person_id: int) -> None:
    with opened(Keys(Door.SIGN_IN, person=person_id)):
        person = Person.objects.filter(pk=person_id).first()
    mark(did, person)


def attempt(did: str, email: str) -> None:
    """Something tried in the name of an address, by whoever it was."""
    with opened(Keys(Door.SIGN_IN)):
        person = Person.objects.filter(email=email.strip().lower()).first()
    mark(did, person, by=NOBODY)


def _of_user(did: str):
    def receive(sender, user=None, **rest):
        if isinstance(user, Person):
            mark(did, user)

    return receive


def _failed(sender, credentials, **rest):
    attempt("failed to sign in", credentials.get("email") or "")


def _begin_session(sender, request, user, **rest):
    """However one came in: by signing in, or by taking up an invitation, which allauth does not see."""
    clock.start(request, user.pk)
    if "REMOTE_ADDR" in request.META:
        UserSession.objects.create_from_request(request)


def _factor(did: str):
    def receive(sender, user, authenticator, **rest):
        mark(did, user, kind=authenticator.type)

    return receive


def _joined(sender, sociallogin, **rest):
    mark("joined an organisation’s sign-in", sociallogin.user)


RECEIVERS = (
    (account.user_logged_in, _of_user("signed in")),
    (auth.user_logged_in, _begin_session),
    (auth.user_logged_out, _of_user("signed out")),
    (auth.user_login_failed, _failed),
    (account.password_changed, _of_user("changed their password")),
    (account.password_set, _of_user("set a password")),
    (account.password_reset, _of_user("chose a new password by e-mail")),
    (account.email_changed, _of_user("changed their e-mail address")),
    (factors.authenticator_added, _factor("added a second factor")),
    (factors.authenticator_removed, _factor("removed a second factor")),
    (factors.authenticator_reset, _factor("renewed their recovery codes")),
    (factors.authentication_failed, _factor("failed at the second factor")),
    (organisations.social_account_added, _joined),
)


def connect() -> None:
    for signal, receiver in RECEIVERS:
        signal.connect(receiver, weak=False, dispatch_uid=f"trail: {receiver} {id(signal)}")
