"""Letters are posted by the worker, from a job written in the same transaction as what they tell.

So a page answers as fast for an address that nobody has as for one that somebody does, and a link
is never posted for a change that was undone. A letter may hold a link or a code that opens an
account, so the job is sealed.
"""

import json

from django.conf import settings
from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.lock.sealing import seal, unseal
from goldenthread.foundations.sign_in.letters import Letter


def post(letter: Letter, *, to: str) -> None:
    deliver.defer(sealed=seal(json.dumps([letter.subject, letter.text, to])))


@app.task(queue="messages", retry=RetryStrategy(max_attempts=8, exponential_wait=2))
def deliver(*, sealed: str) -> None:
    subject, text, to = json.loads(unseal(sealed))
    text = f"{text}\n\nGolden Thread\n"
    EmailMessage(f"Golden Thread: {subject}", text, settings.DEFAULT_FROM_EMAIL, [to]).send()
