"""Each night: a ballot whose last day has passed waits for nobody any longer, and a file of a plan that
nobody said yes to is removed. Twice changes nothing."""

from datetime import timedelta

from django.conf import settings
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.queries import every_partnership, partnership_ids

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.periodic(cron="25 0 * * *")
@app.task(
    name="business_plan.settle_closed_ballots",
    queue="mail",
    retry=PATIENCE,
)
def settle_closed_ballots(timestamp: int) -> None:
    from goldenthread.capabilities.business_plan.actions.balloting import settle_closed
    from goldenthread.foundations.people.gate import under

    with under(every_partnership(doing="closing ballots")) as asker:
        settle_closed(by=asker)


@app.periodic(cron="45 2 * * *")
@app.task(name="business_plan.remove_unconfirmed_files", queue="mail", retry=PATIENCE)
def remove_unconfirmed_files(timestamp: int) -> None:
    from goldenthread.capabilities.business_plan.actions.importing import remove_unconfirmed
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.members import machine

    before = now() - timedelta(days=settings.UPLOADS_WAIT_DAYS)
    for partnership in partnership_ids():
        with under(machine(partnership, doing="removing files that nobody said yes to")) as asker:
            remove_unconfirmed(before, by=asker)
