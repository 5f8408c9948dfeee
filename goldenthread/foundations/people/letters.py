"""The few e-mails that people sends itself. They say that something waits, never what."""

from datetime import datetime

from django.utils import timezone

CODE_SUBJECT = "Your code for Golden Thread"
INVITATION_SUBJECT = "You have been invited to Golden Thread"


def code(name: str, code: str) -> str:
    return (
        f"Dear {name},\n\nYour code is {code}\n\nIt works for 15 minutes, in the browser in which you"
        " asked for it. If you did not ask for a code, you need do nothing: without it the link"
        " opens nothing.\n\nGolden Thread\n"
    )


def invitation(name: str, partnership: str, address: str, expires_at: datetime) -> str:
    until = f"{timezone.localtime(expires_at):%-d %B %Y}"
    return (
        f"Dear {name},\n\n{partnership} has invited you to take a seat in Golden Thread, where the"
        f" partnership keeps its record.\n\nOpen this to accept, by {until}:\n\n{address}\n\nIf you"
        " did not expect this, you need do nothing. The newest e-mail is the one that works."
        "\n\nGolden Thread\n"
    )
