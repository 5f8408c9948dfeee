"""How long one may be away, kept in the session: when a page was last opened, and when one came in.

Each partnership may set fewer minutes than the installation. Whoever holds several seats is held to
the fewest, since one session opens them all; a change is felt when they next open a page.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.sign_in.ways import queries

SEEN, BEGAN = "seen", "began"  # session keys, in seconds
LIMIT = "limit"  # session key, in minutes
LEFT = "left"  # session key: who was signed out by the clock, and how many late forms were kept
GRAIN = 30  # seconds: opening a page writes to the session at most this often


def start(request, person_id: int) -> None:
    """Somebody has signed in."""
    request.session[SEEN] = request.session[BEGAN] = _seconds()
    request.session[LIMIT] = queries.minutes_away(person_id)
    request.session.pop(LEFT, None)


def ran_out(request) -> bool:
    session, moment = request.session, _seconds()
    if BEGAN not in session:
        start(request, int(session[SESSION_KEY]))
    away, in_all = moment - session[SEEN], moment - session[BEGAN]
    return away > minutes(request) * 60 or in_all > settings.LONGEST_HOURS * 3600


def minutes(request) -> int:
    """How long this session may lie still; never longer than the installation allows."""
    return min(request.session.get(LIMIT, settings.IDLE_MINUTES), settings.IDLE_MINUTES)


def renew(request) -> None:
    session = request.session
    if _seconds() - session[SEEN] >= GRAIN:
        session[SEEN], session[LIMIT] = _seconds(), queries.minutes_away(int(session[SESSION_KEY]))


def stop(request) -> int:
    """Sign out, and remember in a new session who that was, for the forms that may still come."""
    person_id = int(request.session[SESSION_KEY])
    request.session.flush()
    request.session[LEFT] = {"person": person_id, "kept": 0}
    request.user = AnonymousUser()
    return person_id


def _seconds() -> int:
    return int(now().timestamp())
