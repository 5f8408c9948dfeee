"""Work of the yearly report that is too heavy for a page."""

from procrastinate.contrib.django import app

from goldenthread.capabilities.yearly_report import printing, stock
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.queries import every_partnership
from goldenthread.foundations.publishing.models import Printing, Report
from goldenthread.foundations.publishing.rules import OPEN


@app.task(queue="reports", retry=3)
def print_out(*, printing_id: int, partnership_id: int) -> None:
    """Safe to run twice: what has been made is made again, the same."""
    with under(machine(partnership_id, doing="make the files of a report")) as worker:
        waiting = Printing.objects.select_related("report__partnership").get(pk=printing_id)
        printing.make(waiting, by=worker)


@app.task(queue="reports", retry=3, priority=-20)  # after the files that somebody waits for
def take_stock(*, report_id: int, partnership_id: int) -> None:
    """Count again what a report rests on. Safe to run twice."""
    with under(machine(partnership_id, doing="count what a report rests on")) as worker:
        changed = Report.objects.select_related("partnership").get(pk=report_id)
        stock.take(changed, by=worker)


@app.periodic(cron="40 2 * * *")
@app.task(queue="reports", retry=3)
def take_stock_of_all(timestamp: int) -> None:
    """Each night: figures, plan and thread changed, and with them what the open reports rest on."""
    with under(every_partnership(doing="count what reports rest on")):
        for report in Report.objects.filter(stage__in=OPEN):
            stock.take_soon(report)


@app.task(queue="reports", retry=3)
def publish_last_year(*, report_id: int) -> None:
    """For the demonstration: the files of its signed report are made, and it is published."""
    from goldenthread.capabilities.yearly_report.demonstration import last_year

    last_year.publish(report_id)
