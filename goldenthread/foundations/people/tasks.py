"""E-mails that people sends itself: an invitation, and the code of a link.

Tokens and codes are made here, at the moment of sending, so that neither ever stands in a job or
in the database: only its fingerprint does. Run twice, a job sends a second e-mail and only the
newest one opens; so it is safe to run again.
"""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine

PATIENCE = RetryStrategy(max_attempts=12, exponential_wait=4)  # a mail server that is away


@app.task(name="people.send_invitation", queue="mail", retry=PATIENCE, priority=10)
def send_invitation(partnership: int, invitation: int) -> None:
    from goldenthread.foundations.people.actions import invitations

    with under(machine(partnership, doing="sending invitations")) as asker:
        invitations.send(invitation, by=asker)


@app.task(name="people.send_code", queue="mail", retry=PATIENCE, priority=10)
def send_code(partnership: int, link: int) -> None:
    from goldenthread.foundations.people.actions import links

    with under(machine(partnership, doing="sending codes")) as asker:
        links.send_code(link, by=asker)
