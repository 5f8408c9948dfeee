"""Each night: a ballot whose last day has passed waits for nobody any longer. Twice changes nothing."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.people.queries import every_partnership


@app.periodic(cron="25 0 * * *")
@app.task(
    name="business_plan.settle_closed_ballots",
    queue="mail",
    retry=RetryStrategy(max_attempts=8, exponential_wait=4),
)
def settle_closed_ballots(timestamp: int) -> None:
    from goldenthread.capabilities.business_plan.actions.balloting import settle_closed
    from goldenthread.foundations.people.gate import under

    with under(every_partnership(doing="closing ballots")) as asker:
        settle_closed(by=asker)
