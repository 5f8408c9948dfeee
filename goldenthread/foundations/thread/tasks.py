"""Each morning: remind the owners of actions. Run twice in a day, it writes to nobody twice."""

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
