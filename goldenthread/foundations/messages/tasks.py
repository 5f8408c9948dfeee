"""Post what waits. A message whose worker was killed may be posted twice, never not at all."""

from django.conf import settings
from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.messages.models import Message
from goldenthread.foundations.people.actions import address_to_post
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine

PATIENCE = RetryStrategy(max_attempts=12, exponential_wait=4)  # about a day in all


@app.task(queue="messages", retry=PATIENCE, priority=10)
def deliver(*, message_id: int, partnership_id: int) -> None:
    with under(machine(partnership_id, doing="send a message")):
        message = Message.objects.select_for_update().get(pk=message_id)
        if message.sent_at:
            return
        EmailMessage(message.subject, body(message), to=[message.to]).send()
        message.sent_at, message.tries = now(), message.tries + 1
        message.save(update_fields=["sent_at", "tries"])


def body(message: Message) -> str:
    address = address_to_post(message.address)  # a single-use link gets its token only now
    where = f"\n\n{settings.SITE_ADDRESS}{address}" if address else ""
    said = "\n\n".join(message.paragraphs)
    return f"Dear {message.name},\n\n{said}{where}\n\nGolden Thread\n"
