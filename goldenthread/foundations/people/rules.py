"""Limits of links, codes and invitations, and which roles give power over others. Pure.

The limits are our own choices of security, not the law's, so they are not edition-stamped.
"""

from datetime import datetime, timedelta

from goldenthread.foundations.people.roles import Role
from goldenthread.kernel.decision import YES, Decision, no

LINK_LASTS = timedelta(days=30)
LINK_STAYS_OPEN = timedelta(hours=4)  # in one browser, once proved; a shared one is used by others
INVITATION_LASTS = timedelta(days=14)
CODE_LASTS = timedelta(minutes=15)
CODE_DIGITS = 6
WRONG_CODES_ALLOWED = 5  # also in the function people_open_link, which no longer finds the link
CODES_SENT_AT_MOST = 5
BETWEEN_CODES = timedelta(seconds=60)

# Roles that give others access. Only their own kind may hand them out.
GIVING_ACCESS = frozenset({Role.BUSINESS_MANAGER, Role.SYSTEM_ADMINISTRATOR})
REASONS_FOR_LEAVING = (
    "Left the organisation",
    "Moved to another post",
    "Role passed to a colleague",
    "Long absence",
    "Term of office ended",
    "Access withdrawn",
)


def may_send_code(sent: int, last: datetime | None, now: datetime) -> Decision:
    """At most a few codes for one link, and not one after the other in a rush."""
    if sent >= CODES_SENT_AT_MOST:
        return no("No more codes can be sent for this link. Ask for a new link.")
    if last and now - last < BETWEEN_CODES:
        return no("A code was sent less than a minute ago. Look for it, or wait a minute.")
    return YES


def still_open(proved_at: float, now: datetime) -> bool:
    """Whether a link proved at that second still opens in the same browser without a new code."""
    return 0 <= now.timestamp() - proved_at <= LINK_STAYS_OPEN.total_seconds()


def code_stands(sent_at: datetime | None, now: datetime) -> bool:
    return sent_at is not None and now - sent_at <= CODE_LASTS


def may_give(giver: frozenset[Role], roles: frozenset[Role]) -> Decision:
    """Nobody hands out more power over others than they hold themselves."""
    if roles & GIVING_ACCESS and not giver & GIVING_ACCESS:
        return no(
            "Only a business manager or a system administrator can give or take away the role of "
            "business manager or system administrator."
        )
    return YES
