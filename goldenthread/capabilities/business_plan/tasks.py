"""Each night: a ballot whose last day has passed waits for nobody any longer. Twice changes nothing."""

from procrastinate.contrib.django import app

from goldenthread.foundations.people.queries import every_partnership


@app.periodic(cron="25 0 * * *")
@app.task(name="business_plan.settle_closed_ballots", queue="mail")
def settle_closed_ballots(timestamp: int) -> None:
    from goldenthread.capabilities.business_plan.actions.balloting import settle_closed
    from goldenthread.foundations.people.gate import under

    with under(every_partnership(doing="closing ballots")) as asker:
        settle_closed(by=asker)
