"""Send an e-mail: write it down, and leave a job that will post it."""

from typing import Any

from goldenthread.foundations.messages import tasks
from goldenthread.foundations.messages.models import Message


def send(
    *, to: str, name: str, subject: str, paragraphs: list[str], address: str = "", by: Any
) -> Message:
    """Queue one e-mail, in the caller's transaction.

    `paragraphs` and `subject` must name nothing protected: say that something waits. `address` is a
    path of ours that the reader should open; the site's own address is put before it. For someone
    without an account it is the reference that `people.actions.offer_link` gave.
    """
    message = Message.objects.create(
        partnership_id=by.partnership_id,
        to=to,
        name=name,
        subject=subject,
        paragraphs=paragraphs,
        address=address,
    )
    tasks.deliver.defer(message_id=message.pk, partnership_id=by.partnership_id)
    return message
