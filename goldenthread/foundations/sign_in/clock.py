"""How long one may be away, kept in the session: when a page was last opened, and when one came in."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser

from goldenthread.foundations.calendar.today import now

SEEN, BEGAN = "seen", "began"  # session keys, in seconds
LEFT = "left"  # session key: who was signed out by the clock, and how many late forms were kept
GRAIN = 30  # seconds: opening a page writes to the session at most this often


def start(request) -> None:
    """Somebody has signed in."""
    request.session[SEEN] = request.session[BEGAN] = _seconds()
    request.session.pop(LEFT, None)


def ran_out(request) -> bool:
    session, moment = request.session, _seconds()
    if BEGAN not in session:
        start(request)
    away, in_all = moment - session[SEEN], moment - session[BEGAN]
    return away > settings.IDLE_MINUTES * 60 or in_all > settings.LONGEST_HOURS * 3600


def renew(request) -> None:
    if _seconds() - request.session[SEEN] >= GRAIN:
        request.session[SEEN] = _seconds()


def stop(request) -> int:
    """Sign out, and remember in a new session who that was, for the forms that may still come."""
    person_id = int(request.session[SESSION_KEY])
    request.session.flush()
    request.session[LEFT] = {"person": person_id, "kept": 0}
    request.user = AnonymousUser()
    return person_id


def _seconds() -> int:
    return int(now().timestamp())
