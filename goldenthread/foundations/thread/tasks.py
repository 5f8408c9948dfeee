"""Each morning: remind the owners of actions. When asked: bring in a long action log.

Run twice, neither happens twice.
"""

from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.people.queries import every_partnership


@app.periodic(cron="15 7 * * *")
@app.task(
    name="thread.remind_owners",
    queue="mail",
    retry=RetryStrategy(max_attempts=8, exponential_wait=4),
)
def remind_owners(timestamp: int) -> None:
    from goldenthread.foundations.thread.actions.asking import send_reminders

    send_reminders(every_partnership(doing="sending reminders"))


@app.task(name="thread.bring_in", queue="imports", retry=3, priority=5)  # somebody waits for it
def bring_in(*, log_id: int, partnership_id: int, seat_id: int, person_id: int) -> None:
    from goldenthread.foundations.thread.actions.confirming import bring_in_for

    bring_in_for(log_id=log_id, partnership_id=partnership_id, seat_id=seat_id, person_id=person_id)


def bring_in_later(log_id: int, by: Any) -> None:
    """Leave the job in the caller's transaction: with the yes it stands or falls."""
    bring_in.defer(
        log_id=log_id,
        partnership_id=by.partnership_id,
        seat_id=by.seat_id,
        person_id=by.person_id,
    )
